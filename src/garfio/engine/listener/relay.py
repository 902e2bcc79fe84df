"""Answers of targets, given to senders: sent on as soon as a request is stored, and waited for, but not for long.

The request is on the disk before it goes anywhere, and its attempt is recorded like every other. A target that is
late is still heard out, so that the ledger says in the end what it answered. Nothing is tried again here: a sender
that got no 2xx sends again itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from garfio.core.attempt import AttemptId
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import target_path
from garfio.core.relayed import Relayed, late, looped, relayed, unsendable
from garfio.core.reply import Reply
from garfio.core.signature import Secret
from garfio.core.target import Target
from garfio.core.wire import Head
from garfio.engine.forward import attempt_result, with_own_secret
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.prepare import prepare_job
from garfio.engine.resend.run import Job, Prepared, new_attempt
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Course, Sent
from garfio.engine.store import attempts, outbox, reading, targets
from garfio.engine.store.attempts import this_process
from garfio.engine.store.outbox import Forward
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer
from garfio.engine.tasks import Tasks


class Relay:
    """The relayed answers of one listener."""

    def __init__(
        self,
        path: Path,
        writer: Writer,
        ring: Callable[[Iterable[int]], object],
        own: Callable[[], OwnListener | None] = lambda: None,
        secrets: Callable[[str], Sequence[Secret]] = lambda _owner: (),
    ) -> None:
        """As those of `Forwarder`."""
        self._writer = writer
        self._reader = Reader(path, "store-relay")
        self._ring = ring
        self._secrets = secrets
        self._sender = Sender(own, lambda host: self._reader.run(targets.was_asked, host))
        self._rules: Sequence[Forward] = ()
        self._token = b""
        self._tasks = Tasks()
        self._ending = asyncio.Event()
        self._process = this_process()

    def use(self, rules: Sequence[Forward], token: bytes) -> None:
        """Answer by these from now on; `token` marks what is sent on."""
        self._rules = tuple(rule for rule in rules if rule.answer_s)
        self._token = token

    def find(self, head: Head) -> Forward | None:
        """Whose answer the sender of a request gets; None for the ordinary reply."""
        if not self._rules or head.method == b"CONNECT":
            return None
        return outbox.answering(self._rules, target_path(head.target))

    async def answer(self, forward: Forward, finish: Callable[..., object], capture: int) -> None:
        """Give `finish` the reply that is due, and say that it is no ordinary one."""
        finish(capture, await self.reply(capture, forward), scripted="whole")

    async def reply(self, capture: int, forward: Forward) -> Relayed | Reply:
        """Send a stored request on; the target's answer, or one of ours when it fails or is late."""
        sending = self._tasks.spawn(self._relay(CaptureId(capture), forward), f"relay-{capture}")
        ending = self._tasks.spawn(self._until_ending(), f"relay-wait-{capture}")
        await asyncio.wait((sending, ending), timeout=forward.answer_s, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if sending.done() and not sending.cancelled():
            return sending.result()
        return late()

    def hurry(self) -> None:
        """The listener ends: wait for no target any more."""
        self._ending.set()

    async def close(self) -> None:
        """Break off what is under way; it is recorded as cancelled."""
        await self._tasks.close()
        await self._reader.close()

    # --- inside
    # --------------------------------------------------------------------------------------------------

    async def _until_ending(self) -> None:
        await self._ending.wait()

    async def _relay(self, capture: CaptureId, forward: Forward) -> Relayed | Reply:
        try:
            captured = await self._reader.run(reading.capture, capture)
            if outbox.came_from_us(captured.request.head, self._token):
                return looped()
            target = await self._reader.run(targets.place, forward.place)
            prepared = prepare_job(
                captured,
                Job(capture, target),
                with_own_secret(target, self._secrets),
                ((outbox.FORWARDED_HEADER, self._token),),
            )
            row = new_attempt(prepared, "forward", self._process)
            attempt = (await self._writer.run(partial(attempts.begin, attempts=[row])))[0]
        except AppError as error:
            return unsendable(error)
        sent = await self._send(attempt, prepared, target)
        return relayed(sent.outcome, captured.request.method)

    async def _send(self, attempt: AttemptId, prepared: Prepared, target: Target) -> Sent:
        """Send and record what came of it, before anybody is answered."""
        started_at_us, course = time.time_ns() // 1000, Course()
        try:
            sent = await self._sender.send(prepared.outgoing, target, course)
        except asyncio.CancelledError:
            result = attempt_result(attempt, started_at_us, course.cancelled, target)
            self._writer.submit(attempts.RESULTS, result, lambda *_: None)
            raise
        result = attempt_result(attempt, started_at_us, sent, target)
        with contextlib.suppress(StoreError):  # the writer says what is wrong; the sender has waited enough
            await self._writer.run(partial(attempts.finish, results=[result]))
        self._ring([prepared.job.capture])
        return sent
