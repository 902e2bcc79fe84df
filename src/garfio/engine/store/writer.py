"""The one connection that writes: whatever waits is committed together, and only then is anyone told.

A commit costs one fsync however much it holds, so under load the groups grow instead of the queue. Rows of
a capture are put into the transaction on the loop's own thread, which takes microseconds and competes with
nobody for the interpreter; what waits for the disk or for a lock, the commit above all, is the worker
thread's, which needs no interpreter meanwhile. (Inserting in the worker too took twice as long: each SQLite
call lets go of the interpreter and has to win it back.)

A job that fails is undone alone; a commit that fails fails all that were in it, and after an I/O error the
connection is opened anew, because a failed fsync must not be trusted.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import apsw

from garfio.core.errors import AppError
from garfio.engine.signal import Signal
from garfio.engine.store.database import BUSY_LIMIT_S, Trouble, connect, trouble_of
from garfio.engine.store.files import file_identity

_log = logging.getLogger(__name__)
_GROUP_LIMIT = 512
"""Items in one commit; keeps every transaction far under 50 ms."""
_IDLE_S = 0.2
"""Longest wait of what is written idly, when nothing else is."""

_QUICK_S = 0.002
"""A commit that takes less is made on the loop's thread: handing it over and back would cost as much as it does."""

T = TypeVar("T")
Job = Callable[[apsw.Connection], T]
Failure = Trouble | BaseException
Done = Callable[[Any, Failure | None], object]
_Outcome = tuple[Done, Any, Failure | None]


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """A kind of item of which many are written by one statement."""

    write: Callable[[apsw.Connection, list[Any]], list[Any]]
    """Writes the items inside the open transaction; gives one result for each."""
    light: bool = True
    """True when an item takes microseconds, so that the loop's thread may put it into the transaction."""


@dataclass(slots=True)
class _Batch:
    """What one transaction holds."""

    groups: dict[Group, list[tuple[Any, Done | None]]] = field(default_factory=dict)
    jobs: list[tuple[Job[Any], Done]] = field(default_factory=list)
    size: int = 0
    """Items of all groups."""
    wrote: bool = False
    """True once something that somebody waits for has been written."""
    since: float = 0.0
    """Monotonic time at which the first thing was put in."""

    @property
    def light(self) -> bool:
        return not self.jobs and all(group.light for group in self.groups)

    @property
    def empty(self) -> bool:
        return not self.size and not self.jobs

    def add(self, group: Group, item: object, done: Done | None) -> None:
        if self.empty:
            self.since = time.monotonic()
        self.groups.setdefault(group, []).append((item, done))
        self.size += 1

    def add_job(self, job: Job[Any], done: Done) -> None:
        if self.empty:
            self.since = time.monotonic()
        self.jobs.append((job, done))

    def run(self, connection: apsw.Connection) -> list[_Outcome]:
        """Do all of it inside the open transaction: groups at once, jobs each under a savepoint."""
        outcomes: list[_Outcome] = []
        for group, members in self.groups.items():
            results = group.write(connection, [item for item, _done in members])
            outcomes += [
                (done, result, None) for (_item, done), result in zip(members, results, strict=True) if done
            ]
        self.wrote = bool(outcomes)
        before = connection.total_changes()
        for job, done in self.jobs:
            try:
                with connection:
                    outcomes.append((done, job(connection), None))
            except (apsw.FullError, apsw.IOError, apsw.CorruptError, apsw.BusyError):
                raise
            except Exception as error:  # noqa: BLE001 - handed to the one who gave the job
                outcomes.append((done, None, error))
        self.wrote = self.wrote or connection.total_changes() != before
        return outcomes

    def failed(self, why: Failure) -> list[_Outcome]:
        """All of it, undone."""
        waiting = [done for members in self.groups.values() for _item, done in members if done]
        return [(done, None, why) for done in waiting + [done for _job, done in self.jobs]]


class Writer:
    """Owns the writing connection. All methods are called on the loop's thread; so are all callbacks."""

    def __init__(self, path: Path, loop: asyncio.AbstractEventLoop) -> None:
        self.trouble_changed: Signal[Trouble | None] = Signal()
        self.trouble: Trouble | None = None
        self.log_pages = 0
        """Pages in the write-ahead log after the last commit."""
        self._path = path
        self._loop = loop
        self._connection: apsw.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._next = _Batch()
        self._commit_s = 1.0
        """Seconds that a commit takes at present; rather too much than too little."""
        self._busy = False
        """True while the worker has the connection, or a turn is due."""
        self._outside: list[tuple[Job[Any], Done]] = []
        self._idle_handle: asyncio.TimerHandle | None = None
        self._queue: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, group: Group, item: object, done: Done) -> None:
        """Write `item` with the others of `group`; `done(result, None)` after the commit, `done(None, why)`
        if it fails."""
        self._next.add(group, item, done)
        self._wake()

    def submit_idly(self, group: Group, item: object) -> None:
        """Write `item` with the next commit that happens anyway, or after a moment; losing it in a crash
        must not matter."""
        self._next.add(group, item, None)
        if self._idle_handle is None:
            self._idle_handle = self._loop.call_later(_IDLE_S, self._idle_over)

    async def run(self, job: Job[T]) -> T:
        """Run `job` in the next transaction; its result once that is durable. Raises what the job raised,
        or StoreError."""
        future: asyncio.Future[T] = self._loop.create_future()
        self._next.add_job(job, _settle(future))
        self._wake()
        return await future

    async def run_outside(self, job: Job[T]) -> T:
        """Run `job` between two transactions. Raises what it raised."""
        future: asyncio.Future[T] = self._loop.create_future()
        self._outside.append((job, _settle(future)))
        self._wake()
        return await future

    async def close(self) -> None:
        """Write what waits, then end the thread."""
        self._idle_over()
        while self._busy or not self._next.empty:
            await asyncio.sleep(0.002)
        self._queue.put(None)
        while self._thread.is_alive():
            await asyncio.sleep(0.002)
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # --- on the loop

    def _wake(self) -> None:
        if not self._busy:
            self._busy = True
            self._loop.call_soon(self._turn)

    def _idle_over(self) -> None:
        if self._idle_handle is not None:
            self._idle_handle.cancel()
            self._idle_handle = None
        if self._next.size:
            self._wake()

    def _turn(self) -> None:
        """Give the worker its next piece of work, if there is one."""
        if self._outside:
            jobs, self._outside = self._outside, []
            self._queue.put(lambda: self._run_outside(jobs))
            return
        batch = self._next
        if batch.empty:
            self._busy = False
            return
        self._next = _Batch()
        prepared = self._prepare(batch) if batch.light and batch.size <= _GROUP_LIMIT else None
        if prepared is None or self._commit_s > _QUICK_S:
            self._queue.put(lambda: self._finish(batch, prepared))
            return
        outcomes, trouble = self._commit(batch, prepared)
        self._loop.call_soon(self._turn)
        self._tell(outcomes, trouble)

    def _prepare(self, batch: _Batch) -> list[_Outcome] | None:
        """Put a light batch into a transaction here and now; None when that has to wait for something."""
        connection = self._connection
        if connection is None:
            return None
        try:
            connection.set_busy_timeout(0)
            connection.execute("BEGIN IMMEDIATE")
            return batch.run(connection)
        except Exception:  # noqa: BLE001 - the worker tries again, waits where that helps, and says what is wrong
            _roll_back(connection)
            return None

    def _deliver(self, outcomes: list[_Outcome], trouble: Trouble | None) -> None:
        self._turn()  # the disk is set to work before the senders are told, which takes as long
        self._tell(outcomes, trouble)

    def _tell(self, outcomes: list[_Outcome], trouble: Trouble | None) -> None:
        if (trouble and trouble.code) != (self.trouble and self.trouble.code):
            self.trouble = trouble
            self.trouble_changed.emit(trouble)
        for done, result, failure in outcomes:
            try:
                done(result, failure)
            except Exception:  # noqa: BLE001 - one faulty receiver must not leave the other senders without an answer
                _log.exception("A write was done, but its receiver failed")

    def _hand_over(self, outcomes: list[_Outcome]) -> None:
        for done, result, failure in outcomes:
            done(result, failure)
        self._turn()

    # --- in the worker

    def _work(self) -> None:
        while (piece := self._queue.get()) is not None:
            piece()

    def _finish(self, batch: _Batch, prepared: list[_Outcome] | None) -> None:
        self._call(self._deliver, *self._commit(batch, prepared))

    def _commit(
        self, batch: _Batch, prepared: list[_Outcome] | None
    ) -> tuple[list[_Outcome], Trouble | None]:
        """Commit the prepared transaction, or do the whole of it; on whichever thread has the connection.

        Only a commit that wrote what somebody waited for shows that a trouble is over.
        """
        try:
            connection = self._connected()
            if prepared is None:
                waited = time.monotonic() - batch.since
                connection.set_busy_timeout(int(max(0.05, BUSY_LIMIT_S - waited) * 1000))
                connection.execute("BEGIN IMMEDIATE")
                prepared = batch.run(connection)
            self._require_the_file()
            begun = time.perf_counter()
            connection.execute("COMMIT")
            # A slow commit moves the next ones to the worker; it takes several quick ones to come back.
            self._commit_s = max(time.perf_counter() - begun, self._commit_s * 0.8)
        except apsw.Error as error:
            trouble = trouble_of(error, self._path)
            self._after_failure(error)
            return batch.failed(trouble), trouble
        except Exception as error:  # noqa: BLE001 - a bug must not leave every later sender without an answer
            _log.exception("A write failed for a reason that is not the database's")
            if self._connection is not None:
                _roll_back(self._connection)
            return batch.failed(error), self.trouble
        return prepared, None if batch.wrote else self.trouble

    def _connected(self) -> apsw.Connection:
        """The connection, opened if need be."""
        if self._connection is None:
            identity = file_identity(self._path)
            connection = connect(self._path, made=True)
            connection.set_wal_hook(self._committed)
            self._connection, self._identity = connection, identity
        return self._connection

    def _require_the_file(self) -> None:
        """A commit into a file that was deleted or replaced succeeds, and is lost."""
        if file_identity(self._path) != self._identity:
            raise apsw.CantOpenError("another file, or none, is in the database's place")

    def _committed(self, _connection: apsw.Connection, _database: str, pages: int) -> int:
        self.log_pages = pages
        return apsw.SQLITE_OK

    def _run_outside(self, jobs: list[tuple[Job[Any], Done]]) -> None:
        outcomes: list[_Outcome] = []
        for job, done in jobs:
            try:
                outcomes.append((done, job(self._connected()), None))
            except Exception as error:  # noqa: BLE001 - handed to the one who gave the job
                outcomes.append((done, None, error))
        self._call(self._hand_over, outcomes)

    def _after_failure(self, error: apsw.Error) -> None:
        """Undo what is open; keep the connection only after a failure that leaves it sound."""
        connection = self._connection
        if connection is None:
            return
        _roll_back(connection)
        if not isinstance(error, apsw.BusyError | apsw.FullError):
            self._connection = None
            try:
                connection.close()
            except apsw.Error:
                _log.warning("The database connection could not be closed cleanly")

    def _call(self, function: Callable[..., object], *arguments: object) -> None:
        try:
            self._loop.call_soon_threadsafe(function, *arguments)
        except RuntimeError:
            _log.debug("The loop has ended before a write was reported")


class StoreError(AppError):
    """A write that could not be made durable. It has left nothing behind, and can be tried again."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"store.{trouble.code}", trouble.message)
        self.trouble = trouble


def _roll_back(connection: apsw.Connection) -> None:
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except apsw.Error:
        _log.warning("A transaction could not be rolled back")


def _settle(future: asyncio.Future[T]) -> Done:
    """A receiver that hands the outcome to `future`."""

    def done(result: Any, failure: Failure | None) -> None:
        if future.done():
            return
        if failure is None:
            future.set_result(result)
        else:
            future.set_exception(StoreError(failure) if isinstance(failure, Trouble) else failure)

    return done
