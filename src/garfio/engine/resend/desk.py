"""Everything about resending that others call: targets, previews, sends, the ledger.

The first send to a host that is not this machine needs the user's word, once for each host: `start` raises
AppError `resend.confirm` with the host, the method and the count, and is called again with `confirmed=True`.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from garfio.core.attempt import Attempt, AttemptId, AttemptSummary
from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import NO_CHANGES, Changes, Outgoing
from garfio.core.resend import make_outgoing
from garfio.core.sequence import Pace, checked_pace, plan
from garfio.core.signature import Secret
from garfio.core.target import Target, checked_target
from garfio.engine.resend import pem
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.prepare import check_sendable, make_message, prepare_jobs, wanted_signing
from garfio.engine.resend.run import Job, Prepared, Run
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Sent
from garfio.engine.signal import Signal
from garfio.engine.store import attempts, reading, targets
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

T = TypeVar("T")
P = ParamSpec("P")
Place = str | Target
"""A target's name, a URL, or a target that need not be stored."""
Secrets = Callable[[str], Awaitable[Sequence[Secret]]]


async def _no_secrets(_owner: str) -> Sequence[Secret]:
    return ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the user is asked before the first send to a host that is not this machine."""

    host: str
    """All hosts that were never sent to, with commas between them."""
    method: str
    count: int
    url: str
    """The first of the places."""


class ResendDesk:
    """Resends of one workspace. Works with or without a window."""

    def __init__(
        self,
        reader: Reader,
        writer: Callable[[], Writer],
        own: Callable[[], OwnListener | None],
        secrets: Secrets = _no_secrets,
    ) -> None:
        """`secrets` gives the signing secrets kept for an owner, `target:NAME`."""
        self.attempts_changed: Signal[frozenset[CaptureId]] = Signal()
        """The ledgers of these captures have changed."""
        self.targets_changed: Signal[None] = Signal()
        self._reader = reader
        self._writer = writer
        self._sender = Sender(own, self._is_agreed_host)
        self._secrets = secrets

    async def open(self) -> None:
        """Settle what a program that was killed has left open."""
        lost = await self._writer().run(attempts.settle_lost)
        if lost:
            self._changed(lost)

    # --- targets
    # -------------------------------------------------------------------------------------------------

    async def targets(self) -> list[Target]:
        """All targets in the user's order."""
        return await self._reader.run(targets.targets)

    async def target(self, to: Place) -> Target:
        """The target that a name, a URL or a target means. Raises AppError `target.…`."""
        return checked_target(to) if isinstance(to, Target) else await self._reader.run(targets.place, to)

    async def last_target(self) -> str:
        """The name or URL that was resent to last; empty when there was none."""
        return await self._reader.run(attempts.last_place)

    async def add_target(self, target: Target, *, files_here: bool = True) -> None:
        """Keep a new target. Raises AppError `target.taken`, `target.url` and others; for what its certificate
        files hold too, unless they may be missing on this machine (`files_here`)."""
        if files_here:
            await pem.check_files(target.tls)
        await self._change_targets(targets.add_target, target)

    async def change_target(self, name: str, target: Target) -> None:
        """Put `target` in the place of the one called `name`. Raises AppError as `add_target` does; certificate
        files that stay the same are not looked at."""
        if target.tls != (await self._reader.run(targets.target, name)).tls:
            await pem.check_files(target.tls)
        await self._change_targets(targets.change_target, name, target)

    async def remove_target(self, name: str) -> None:
        """Forget a target; its attempts stay. Raises AppError `target.missing` or `target.used`."""
        await self._change_targets(targets.remove_target, name)

    # --- sending
    # -------------------------------------------------------------------------------------------------

    async def preview(self, capture: CaptureId, to: Place, changes: Changes = NO_CHANGES) -> Outgoing:
        """The message that would be sent, how it differs from the capture, and what to know before. Raises
        AppError."""
        target = await self.target(to)
        captured = await self._reader.run(reading.capture, capture)
        check_sendable(captured.summary)
        changes = await self._with_secret(target, changes)
        return make_message(captured.request, target, changes, capture, warn=True)

    async def question(
        self,
        ids: Sequence[CaptureId],
        to: Place | Sequence[Place],
        changes: Changes = NO_CHANGES,
        copies: int = 1,
    ) -> Question | None:
        """What the user has to agree to before these are sent; None when there is nothing to ask."""
        if not ids:
            return None
        asked = []
        for place in _places(to):
            outgoing = await self.preview(ids[0], place, changes)
            if not await self._is_agreed(outgoing):
                asked.append(outgoing)
        if not asked:
            return None
        hosts = dict.fromkeys(outgoing.address.host for outgoing in asked)
        first = asked[0]
        return Question(", ".join(hosts), first.request.method, len(ids) * len(asked) * copies, first.url)

    async def start(
        self,
        ids: Sequence[CaptureId],
        to: Place | Sequence[Place],
        changes: Changes = NO_CHANGES,
        pace: Pace | None = None,
        *,
        confirmed: bool = False,
        cause: str = "",
    ) -> Run:
        """A run that sends `ids` in this order, each to every target; it begins with `Run.execute()`.

        Raises AppError: `resend.confirm` when the user has to be asked first, `capture.missing`,
        `resend.refused`, `target.…`, `resend.header` and others for the first capture.
        """
        found = [await self.target(place) for place in _places(to)]
        pace_given, pace = pace is not None, checked_pace(pace or Pace())
        asked = await self.question(ids, found, changes, pace.copies)
        if asked and not confirmed:
            raise confirm(asked)
        if asked:
            await self._agree(ids, found, changes)
        label = to if isinstance(to, str) else to.label if isinstance(to, Target) else ""
        if label and label != await self.last_target():
            await self._writer().run(lambda db: attempts.set_last_place(db, label))
        signed = {target.label: await self._with_secret(target, changes) for target in found}
        cause = cause or ("sequence" if pace_given else "edit" if changes.is_edit else "resend")
        rows = {row.id: row for row in await self._rows(ids)}
        # One that is gone has no time of its own; the run says that it is missing.
        times = [rows[wanted].received_at_us if wanted in rows else 0 for wanted in ids]
        jobs = [
            Job(wanted, target, step.at_us, rows[wanted].size if wanted in rows else 0)
            for step in plan(times, pace, random.random)
            for wanted in (ids[step.index],)
            for target in found
        ]
        return Run(
            jobs,
            partial(self._prepare, signed),
            self._sender,
            self._writer(),
            cause=cause,
            parallel=pace.parallel if pace.parallel > 1 else len(found),
            stop_on_failure=pace.stop_on_failure,
            on_recorded=self.attempts_changed.emit,
        )

    async def resend(
        self,
        ids: Sequence[CaptureId],
        to: Place | Sequence[Place],
        changes: Changes = NO_CHANGES,
        *,
        confirmed: bool = False,
    ) -> list[AttemptSummary]:
        """Send and wait; the attempts in the order of sending. Raises what `start` raises, and the reason when
        a capture could not be sent."""
        run = await self.start(ids, to, changes, confirmed=confirmed)
        await run.execute()
        raise_what_stopped(run)
        return await self._reader.run(attempts.by_ids, run.ids)

    async def send_message(
        self,
        request: Request,
        to: Place,
        changes: Changes = NO_CHANGES,
        *,
        cause: str = "sample",
        confirmed: bool = False,
    ) -> Attempt:
        """Send a message that is no capture, such as a sample, to our own listener too. Raises AppError as
        `start` does."""
        target = await self.target(to)
        outgoing = make_message(request, target, await self._with_secret(target, changes), 0)
        if not confirmed and not await self._is_agreed(outgoing):
            raise confirm(Question(outgoing.address.host, request.method, 1, outgoing.url))
        if not outgoing.address.is_loopback:
            await self._writer().run(lambda db: targets.set_asked(db, outgoing.address.host))

        async def prepare(jobs: Sequence[Job]) -> list[Prepared | AppError]:
            return [Prepared(job, outgoing, own_body=True) for job in jobs]

        run = Run(
            [Job(CaptureId(0), target)],
            prepare,
            Sender(agreed=self._is_agreed_host),
            self._writer(),
            cause=cause,
        )
        await run.execute()
        raise_what_stopped(run)
        return await self.attempt(run.ids[0])

    async def test(self, target: Target, *, confirmed: bool = False) -> Sent:
        """Whether a target answers at all, and how fast: a HEAD request without a body, recorded nowhere.

        Raises AppError `resend.confirm` as `start` does, and `target.…` for one that cannot be used.
        """
        outgoing = make_outgoing(Request(b"HEAD / HTTP/1.1\r\n\r\n"), checked_target(target))
        if not await self._is_agreed(outgoing):
            host = outgoing.address.host
            if not confirmed:
                raise AppError(
                    "resend.confirm",
                    f"1 HEAD would be sent to {host}, which is not this machine.",
                    host=host,
                    method="HEAD",
                    count=1,
                    url=outgoing.url,
                )
            await self._writer().run(lambda db: targets.set_asked(db, host))
        return await self._sender.send(outgoing, target)

    # --- the ledger
    # ----------------------------------------------------------------------------------------------

    async def attempts(self, capture: CaptureId) -> list[AttemptSummary]:
        """The attempts of a capture, oldest first; `core.attempt.verdicts` compares them."""
        return await self._reader.run(attempts.of_capture, capture)

    async def attempt(self, attempt: AttemptId) -> Attempt:
        """One attempt: the request as sent, the answer, the times. Raises AppError `attempt.missing`."""
        return await self._reader.run(attempts.attempt, attempt)

    async def summaries(self, ids: Sequence[AttemptId]) -> list[AttemptSummary]:
        """The rows of `ids` that still exist, oldest first."""
        found: list[AttemptSummary] = []
        for at in range(0, len(ids), 500):
            found += await self._reader.run(attempts.by_ids, ids[at : at + 500])
        return found

    # --- inside
    # --------------------------------------------------------------------------------------------------

    async def _rows(self, ids: Sequence[CaptureId]) -> list[CaptureSummary]:
        found: list[CaptureSummary] = []
        for at in range(0, len(ids), 500):
            found += await self._reader.run(reading.summaries, ids[at : at + 500])
        return found

    async def _is_agreed(self, outgoing: Outgoing) -> bool:
        address = outgoing.address
        return address.is_loopback or await self._is_agreed_host(address.host)

    async def _is_agreed_host(self, host: str) -> bool:
        return await self._reader.run(targets.was_asked, host)

    async def _agree(self, ids: Sequence[CaptureId], found: Sequence[Target], changes: Changes) -> None:
        for target in found:
            address = (await self.preview(ids[0], target, changes)).address if ids else None
            if address and not address.is_loopback:
                host = address.host
                await self._writer().run(partial(targets.set_asked, host=host))

    async def _with_secret(self, target: Target, changes: Changes) -> Changes:
        """`changes` with the target's own secret where one is needed and none was given."""
        signing = wanted_signing(target, changes)
        if signing.mode != "resign" or signing.secret or not target.name:
            return changes
        found = await self._secrets(f"target:{target.name}")
        return replace(changes, signing=replace(signing, secret=found[0].value)) if found else changes

    async def _prepare(
        self, changes: Mapping[str, Changes], jobs: Sequence[Job]
    ) -> list[Prepared | AppError]:
        return await self._reader.run(prepare_jobs, changes, jobs)

    async def _change_targets(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        await self._writer().run(lambda db: function(db, *args, **kwargs))
        self.targets_changed.emit(None)

    def _changed(self, captures: Iterable[int]) -> None:
        self.attempts_changed.emit(frozenset(CaptureId(capture) for capture in captures))


def confirm(asked: Question) -> AppError:
    """The error that puts a question."""
    return AppError(
        "resend.confirm",
        f"{asked.count} {asked.method} would be sent to {asked.host}, which is not this machine.",
        hint="Say yes once for this host, with --yes.",
        host=asked.host,
        method=asked.method,
        count=asked.count,
        url=asked.url,
    )


def raise_what_stopped(run: Run) -> None:
    """The reason why a run did not send everything, as an error for a person."""
    if run.errors:
        raise run.errors[0][1]
    if run.trouble:
        raise AppError(f"store.{run.trouble.code}", f"It could not be recorded: {run.trouble.message}")


def _places(to: Place | Sequence[Place]) -> Sequence[Place]:
    return (to,) if isinstance(to, str | Target) else to
