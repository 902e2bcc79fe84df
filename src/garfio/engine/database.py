"""Reading a workspace without a loop: what the commands `list`, `show` and `wait` use. No listener has to
run."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import apsw

from garfio.core.attempt import Attempt, AttemptId, AttemptSummary
from garfio.core.capture import Arrival, Capture, CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.engine import exchange
from garfio.engine.store import attempts, reading, scanning
from garfio.engine.store.database import connect, connect_reading, open_database, trouble_of
from garfio.engine.store.endpoints import Rows, read_rows

T = TypeVar("T")

_POLL_S = 0.05


class Database:
    """An existing workspace, opened for reading. Raises AppError `workspace.missing` when there is none."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise AppError(
                "workspace.missing",
                f"There is no workspace at {path} yet.",
                hint="Start `garfio` or `garfio listen` first, or name another file with --db.",
                path=path,
            )
        self.path = path
        with self._explained():
            open_database(path, repair=False)
            self._connection = connect_reading(path)
            reading.prepare_reading(self._connection)

    def newest_id(self) -> CaptureId:
        """The highest id ever given."""
        return reading.newest_id(self._connection)

    def page(self, query: str = "", **options: Any) -> list[CaptureSummary]:
        """Rows that match; options as in `store.scanning.page`. Raises QueryError."""
        with self._explained():
            return scanning.page(self._connection, query, **options)

    def summaries(self, ids: list[CaptureId]) -> list[CaptureSummary]:
        """The rows of `ids` that still exist, oldest first."""
        with self._explained():
            return reading.summaries(self._connection, ids)[::-1] if ids else []

    def capture(self, wanted: CaptureId) -> Capture:
        """One capture. Raises AppError `capture.missing`."""
        with self._explained():
            return reading.capture(self._connection, wanted)

    def attempts(self, wanted: CaptureId) -> list[AttemptSummary]:
        """What was sent of one capture, oldest first."""
        with self._explained():
            return attempts.of_capture(self._connection, wanted)

    def attempt(self, wanted: AttemptId) -> Attempt:
        """One attempt. Raises AppError `attempt.missing`."""
        with self._explained():
            return attempts.attempt(self._connection, wanted)

    def read(self, function: Callable[[apsw.Connection], T]) -> T:
        """What `function` reads."""
        with self._explained():
            return function(self._connection)

    def endpoint_rows(self) -> Rows:
        """Endpoints, custom schemes, and what is known of secrets."""
        with self._explained():
            return read_rows(self._connection)

    def arrivals(self, query: str, after: CaptureId, until: float) -> Iterator[CaptureSummary]:
        """Captures that match as they arrive, until the monotonic time `until`."""
        version = None
        while True:
            found = self._connection.execute("PRAGMA data_version").fetchone()
            if found != version:
                version = found
                for summary in self.page(query, after=after, oldest_first=True, limit=None):
                    after = summary.id
                    yield summary
            if time.monotonic() >= until:
                return
            time.sleep(min(_POLL_S, max(0.0, until - time.monotonic())))

    def export(self, ids: list[CaptureId], file: Path) -> int:
        """Write captures as raw HTTP messages; gives how many."""
        with self._explained():
            return exchange.export_http(self._connection, ids, file)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Failures of the database in words."""
        try:
            yield
        except apsw.SQLError:
            raise  # a bug of ours, which must not be taken for a failing disk
        except apsw.Error as error:
            trouble = trouble_of(error, self.path)
            raise AppError(
                f"store.{trouble.code}",
                f"The workspace {self.path} cannot be read: {trouble.message}",
                path=self.path,
            ) from error


def import_arrivals(path: Path, arrivals: list[Arrival]) -> list[CaptureId]:
    """Store messages read from files in the workspace at `path`, which is made if there is none; gives
    their ids."""
    return change(path, lambda connection: exchange.store(connection, arrivals), "Nothing was imported")


def change(path: Path, job: Callable[[apsw.Connection], T], failed: str = "Nothing was changed") -> T:
    """Do `job` in a transaction of its own, in the workspace at `path`. Raises what it raised, and AppError that begins
    with `failed` when the database cannot be written to."""
    open_database(path, repair=False)
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        result = job(connection)
        connection.execute("COMMIT")
    except apsw.Error as error:
        trouble = trouble_of(error, path)
        raise AppError(f"store.{trouble.code}", f"{failed}: {trouble.message}", path=path) from error
    finally:
        connection.close()
    return result
