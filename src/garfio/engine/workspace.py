"""Everything that the program can do, as methods, and everything that can change, as signals. The window
talks to nothing else.

A workspace is one database with its settings and its listener. Methods are coroutines on the loop that created it;
reading and writing happen on threads of the store. Errors that a person can act on are AppErrors.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from garfio.core.attempt import Attempt, AttemptId, AttemptSummary
from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.outgoing import NO_CHANGES, Changes, Outgoing
from garfio.core.sequence import Pace
from garfio.core.target import Target
from garfio.engine import exchange
from garfio.engine.counts import Counts
from garfio.engine.edits import Edits
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.exports import Exports
from garfio.engine.house import keep_house
from garfio.engine.listener.child import ListenerChild, ListenerState
from garfio.engine.listener.port import free_port
from garfio.engine.replies import ReplyDesk
from garfio.engine.resend.desk import Place, ResendDesk
from garfio.engine.resend.forwards import Forwards
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.run import Run
from garfio.engine.resend.sent import Sent
from garfio.engine.rules.desk import RuleDesk
from garfio.engine.sample import post_sample
from garfio.engine.searches import Searches
from garfio.engine.settings import Settings, changed_settings, read_settings, rows_to_write
from garfio.engine.shape.desk import ShapeDesk
from garfio.engine.signal import Signal
from garfio.engine.slow import SlowWork
from garfio.engine.store import marks, reading
from garfio.engine.store.database import Trouble, open_database
from garfio.engine.store.files import database_bytes
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer
from garfio.engine.tasks import Tasks
from garfio.engine.views import Views

UNDO_S = 15
"""Seconds in which a deletion can be undone."""


class Workspace:
    """One database, its settings, its listener."""

    def __init__(self, path: Path, tasks: Tasks) -> None:
        self.arrived: Signal[CaptureId] = Signal()
        """There is something new; the value is the newest id. May come often."""
        self.changed: Signal[frozenset[CaptureId] | None] = Signal()
        """Marks of these captures have changed; None means of many."""
        self.removed: Signal[frozenset[CaptureId] | None] = Signal()
        """These are gone, or back; None means that lists must be read again."""
        self.listener_changed: Signal[ListenerState] = Signal()
        self.trouble_changed: Signal[Trouble | None] = Signal()
        self.settings_changed: Signal[Settings] = Signal()
        self.path = path
        self.trouble: Trouble | None = None
        self.settings = Settings()
        self.set_aside: Path | None = None
        """Where a damaged database was put when the workspace was opened."""
        self._tasks = tasks
        self._writer: Writer
        self.searches = Searches(path)
        """Long searches in slices, and what occurs."""
        self.exports = Exports(path)
        """Files in any format, written in the background."""
        self.views = Views(self.searches, lambda: self._writer)
        """The user's saved views and their counts."""
        self._bodies = Reader(path, "store-bodies")
        self._slow = SlowWork()
        self.endpoints = EndpointDesk(path, self._bodies, lambda: self._writer, self._slow)
        """Paths with their providers, secrets and schemes."""
        self.desk = ResendDesk(self._bodies, lambda: self._writer, self._own_listener, self.endpoints.values)
        """What there is of resending beyond the methods here: questions, samples, wrong ones on purpose."""
        self.attempts_changed = self.desk.attempts_changed
        """Something was sent, or has been answered, for these captures."""
        self.targets_changed = self.desk.targets_changed
        self.edits = Edits(self._bodies, lambda: self._writer)
        """Changed requests that the user keeps under a name."""
        self.forwards = Forwards(self._bodies, lambda: self._writer)
        """What is sent on automatically, and its queues."""
        self.verification = self.endpoints.verification
        """The verdict on a capture with what it rests on, and the causes of a failure."""
        self.rules = RuleDesk(path, self._bodies, lambda: self._writer)
        """What happens by itself when a webhook arrives: rules, recipes, what they did."""
        self.replies = ReplyDesk(self._bodies, lambda: self._writer)
        """What paths answer on purpose."""
        self.shapes = ShapeDesk(self._bodies, lambda: self._writer, self._slow)
        """What the payloads of event types look like, what has drifted, what they are checked against."""
        self.endpoints.changed.connect(self.shapes.schemas.changed.emit)
        self._deletion: int | None = None
        self._child = ListenerChild(path, tasks)
        self._child.changed.connect(self.listener_changed.emit)
        self._child.rang.connect(self._on_child_rang)
        self.endpoints.lent.connect(self._child.lend)

    @property
    def listener(self) -> ListenerState:
        """What the listener is doing."""
        return self._child.state

    @property
    def listener_pid(self) -> int | None:
        """Process id of the listener; None while there is none."""
        return self._child.pid

    async def open(self) -> None:
        """Make the database ready. Raises AppError when it cannot be used."""
        self.set_aside = await asyncio.to_thread(open_database, self.path)
        self._writer = Writer(self.path, asyncio.get_running_loop())
        self._writer.trouble_changed.connect(self._set_trouble)
        self.settings = read_settings(await self.searches.read(reading.stored_settings))
        await self.desk.open()
        self._tasks.spawn(self._child.watch(), "listener-check")
        house = keep_house(
            self.path, self._writer, self.endpoints, self._settings_without_listener, self.changed.emit
        )
        self._tasks.spawn(house, "housekeeping")
        self._tasks.spawn(self.searches.indexing.run(), "search-index")

    async def close(self) -> None:
        """Stop the listener and let go of the database."""
        await self._child.stop()
        await self._tasks.close()
        await self._writer.close()
        self._slow.close()
        await self.searches.close()
        await self.exports.close()
        await self._bodies.close()

    # --- the listener

    async def start_listener(self, port: int | None = None) -> None:
        """Listen, on `port` if given and on the one in the settings otherwise. Raises AppError `port.taken`
        and others."""
        await self._child.start(self.settings.host, port)

    async def stop_listener(self) -> None:
        """Take no more webhooks."""
        await self._child.stop()

    async def free_port(self, start: int) -> int:
        """The next port from `start` on that nothing listens on."""
        return await asyncio.to_thread(free_port, start)

    async def send_sample(self) -> None:
        """Send a small webhook through the listener, as a provider would. Raises AppError when it is not
        reachable."""
        state = self.listener
        if state.phase != "listening":
            raise AppError("listener.stopped", "The listener is not running.", hint="Start it first.")
        await asyncio.to_thread(post_sample, state.host, state.port)

    # --- reading

    async def page(
        self, query: str = "", before: CaptureId | None = None, limit: int = 200
    ) -> list[CaptureSummary]:
        """Rows that match, newest first, with ids under `before`. Raises QueryError."""
        return await self.searches.page(query, before, None, limit)

    async def newer(self, after: CaptureId, query: str = "", limit: int = 500) -> list[CaptureSummary]:
        """Rows that match with ids over `after`, newest first; the newest `limit` of them."""
        return await self.searches.page(query, None, after, limit)

    async def ids(
        self, query: str = "", before: CaptureId | None = None, limit: int | None = None
    ) -> list[CaptureId]:
        """Ids that match, newest first."""
        return await self.searches.ids(query, before, limit)

    async def summaries(self, ids: Sequence[CaptureId]) -> list[CaptureSummary]:
        """The rows of `ids` that still exist, newest first."""
        return await self.searches.read(reading.summaries, ids)

    async def newest_id(self) -> CaptureId:
        """The highest id ever given; 0 in an empty workspace."""
        return await self.searches.read(reading.newest_id)

    async def capture(self, id: CaptureId, body_limit: int | None = None) -> Capture:  # noqa: A002 - the domain's word
        """A capture with its message, its body cut at `body_limit` bytes if given. Raises AppError
        `capture.missing`."""
        return await self._bodies.run(reading.capture, id, body_limit)

    async def counts(self) -> Counts:
        """How much there is, as the lists show it."""
        found, size = await self.searches.read(reading.counts), database_bytes(self.path)
        return Counts(found.captured, found.unread, found.refused, size, found.per_path, found.pinned)

    # --- marks and deletions

    async def mark_read(self, ids: Sequence[CaptureId] | None, read: bool = True) -> None:
        """Mark captures as read or unread; None marks all as read."""
        if ids is None:
            below = 2**62
            while below := await self._writer.run(partial(marks.read_some, below=below)):
                await asyncio.sleep(0)
            self.changed.emit(None)
            return
        await self._writer.run(lambda db: marks.set_unread(db, ids, unread=not read))
        self.changed.emit(frozenset(ids))

    async def set_pinned(self, ids: Sequence[CaptureId], pinned: bool) -> None:
        """Pin captures, so that retention and `delete all` leave them."""
        await self._writer.run(lambda db: marks.set_pinned(db, ids, pinned=pinned))
        self.changed.emit(frozenset(ids))

    async def set_tags(self, ids: Sequence[CaptureId], tags: Sequence[str]) -> None:
        """Give captures these tags in place of all that they had. Raises AppError `tag.blank`."""
        await self._writer.run(lambda db: marks.set_tags(db, ids, tags))
        self.changed.emit(frozenset(ids))

    async def set_color(self, ids: Sequence[CaptureId], color: str) -> None:
        """Mark captures with a colour of `COLORS`; the empty one takes the mark away."""
        await self._writer.run(lambda db: marks.set_color(db, ids, color))
        self.changed.emit(frozenset(ids))

    async def set_note(self, id: CaptureId, text: str) -> None:  # noqa: A002
        """Keep a note beside a capture."""
        await self._writer.run(lambda db: marks.set_note(db, id, text))
        self.changed.emit(frozenset((id,)))

    async def delete(self, ids: Sequence[CaptureId]) -> None:
        """Delete captures; `undo_delete` brings them back for `UNDO_S` seconds."""
        deletion = await self._writer.run(
            lambda db: marks.begin_deletion(db, everything=False, purge_after_us=_soon())
        )
        for at in range(0, len(ids), marks.BATCH):
            some = ids[at : at + marks.BATCH]
            await self._writer.run(partial(marks.hide, deletion=deletion, ids=some))
        self._deletion = deletion
        self.removed.emit(frozenset(ids))

    async def delete_all(self) -> None:
        """Delete every capture that is not pinned; `undo_delete` brings them back for `UNDO_S` seconds."""
        self._deletion = await self._writer.run(
            lambda db: marks.begin_deletion(db, everything=True, purge_after_us=_soon())
        )
        self.removed.emit(None)

    async def undo_delete(self) -> bool:
        """Bring back what was deleted last; False when it is too late."""
        deletion, self._deletion = self._deletion, None
        if deletion is None:
            return False
        done = await self._writer.run(lambda db: marks.undo_deletion(db, deletion))
        self.removed.emit(None)
        return done

    # --- targets, resends and their ledger

    async def targets(self) -> list[Target]:
        """All targets in the user's order."""
        return await self.desk.targets()

    async def last_target(self) -> str:
        """The name or URL that was resent to last; empty when there was none."""
        return await self.desk.last_target()

    async def add_target(self, target: Target) -> None:
        """Keep a new target. Raises AppError `target.…`."""
        await self.desk.add_target(target)

    async def change_target(self, name: str, target: Target) -> None:
        """Put `target` in the place of the one called `name`. Raises AppError `target.…`."""
        await self.desk.change_target(name, target)

    async def remove_target(self, name: str) -> None:
        """Forget a target; its attempts stay. Raises AppError `target.missing` or `target.used`."""
        await self.desk.remove_target(name)

    async def test_target(self, target: Target, *, confirmed: bool = False) -> Sent:
        """Whether a target answers at all, by a HEAD request. Raises AppError as `resend` does."""
        return await self.desk.test(target, confirmed=confirmed)

    async def preview_resend(self, id: CaptureId, to: Place, changes: Changes = NO_CHANGES) -> Outgoing:  # noqa: A002
        """The message that would be sent, how it differs from the capture, and what to know before it is."""
        return await self.desk.preview(id, to, changes)

    async def resend(
        self,
        ids: Sequence[CaptureId],
        to: Place | Sequence[Place],
        changes: Changes = NO_CHANGES,
        *,
        confirmed: bool = False,
    ) -> list[AttemptSummary]:
        """Send captures to a target's name, a URL, or several, and wait for the answers.

        Raises AppError `resend.confirm` when the user must be asked first (then again with `confirmed`).
        """
        return await self.desk.resend(ids, to, changes, confirmed=confirmed)

    async def start_resend(
        self,
        ids: Sequence[CaptureId],
        to: Place | Sequence[Place],
        changes: Changes = NO_CHANGES,
        pace: Pace | None = None,
        *,
        confirmed: bool = False,
    ) -> Run:
        """Begin sending many; the run has progress and can be cancelled. Raises AppError as `resend` does."""
        run = await self.desk.start(ids, to, changes, pace, confirmed=confirmed)
        self._tasks.spawn(run.execute(), "resend")
        return run

    async def attempts(self, id: CaptureId) -> list[AttemptSummary]:  # noqa: A002
        """The attempts of a capture, oldest first; `core.attempt.verdicts` compares them."""
        return await self.desk.attempts(id)

    async def attempt(self, id: AttemptId) -> Attempt:  # noqa: A002
        """One attempt: the request as sent, the answer, the times. Raises AppError `attempt.missing`."""
        return await self.desk.attempt(id)

    # --- files and settings

    async def export(self, ids: Sequence[CaptureId], file: Path) -> int:
        """Write captures as raw HTTP messages to `file`; gives how many. Raises AppError when it cannot be
        written."""
        return await self._bodies.run(exchange.export_http, ids, file)

    async def import_files(self, files: Iterable[Path]) -> list[CaptureId]:
        """Store the requests of files of any known kind as captures; gives their ids. Raises AppError for a
        file that cannot be read, before anything of it is stored."""
        ids: list[CaptureId] = []
        for file in files:
            arrivals = await asyncio.to_thread(exchange.read_file, file)
            ids += await self._writer.run(partial(exchange.store, arrivals=arrivals))
        if ids:
            self.arrived.emit(ids[-1])
        return ids

    async def change_settings(self, **changes: Any) -> Settings:
        """Change settings; the listener uses them within a second. Raises AppError `settings.value`."""
        changed = changed_settings(self.settings, changes)
        if changed.secret_store != self.settings.secret_store:
            await self.endpoints.move_to(changed.secret_store)
        self.settings = changed
        rows = rows_to_write(self.settings)
        await self._writer.run(lambda db: marks.write_settings(db, rows))
        self.settings_changed.emit(self.settings)
        return self.settings

    # --- inside

    def _on_child_rang(self, event: dict[str, Any]) -> None:
        kind = event.get("event")
        if kind in ("captured", "refused"):
            self.arrived.emit(CaptureId(event["last_id"]))
        elif kind == "looked":
            ids = event["captures"]
            self.changed.emit(None if ids is None else frozenset(CaptureId(number) for number in ids))
        elif kind in ("rechecking", "secrets"):
            self.endpoints.hear(event)
        elif kind in ("ran", "notice"):
            self.rules.hear(event)
        elif kind in ("replies", "targets", "forwards", "checks"):
            desks = {"replies": self.replies.changed, "forwards": self.forwards.changed}
            desks["checks"] = self.shapes.schemas.changed
            desks.get(kind, self.targets_changed).emit(None)
        elif kind == "trouble" and event["code"] == "set_aside":
            self.set_aside = Path(event["path"])
            self.removed.emit(None)
        elif kind == "attempted":
            self.attempts_changed.emit(frozenset(CaptureId(number) for number in event["captures"]))
        elif kind == "trouble":
            over = event.get("over", False)
            self._set_trouble(
                None if over else Trouble(event["code"], event["message"], event.get("free_bytes"))
            )

    def _own_listener(self) -> OwnListener | None:
        state = self._child.state
        return OwnListener(state.host, state.port) if state.phase == "listening" else None

    def _set_trouble(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        self.trouble_changed.emit(trouble)

    def _settings_without_listener(self) -> Settings | None:
        return None if self.listener.phase == "listening" else self.settings


def _soon() -> int:
    return time.time_ns() // 1000 + UNDO_S * 1_000_000
