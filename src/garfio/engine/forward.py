"""Resending new captures automatically: after the acknowledgement, in order, again until it works or for good.

Runs in the listener's process. Each place has a lane of its own, so one that is down holds up no other. While a
place cannot be reached its lane tries the oldest capture alone, at growing intervals, and when it answers again
the rest follows one by one. Everything that waits is in the outbox, so nothing here has to survive a kill.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import apsw

from garfio.core.attempt import AttemptId, Failure, Response, unmet_expectations
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import NO_CHANGES, Changes
from garfio.core.signature import Secret
from garfio.core.target import Target, parse_url
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.prepare import prepare_job, wanted_signing
from garfio.engine.resend.run import Job, new_attempt
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Course, Sent
from garfio.engine.signal import Signal
from garfio.engine.store import outbox, reading, targets
from garfio.engine.store.attempts import Result, this_process
from garfio.engine.store.outbox import Forward, Item, Settlement
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer
from garfio.engine.tasks import Tasks

TRIES = 8
"""Answers that ask for another try (5xx, 408, 425, 429) after which a capture is given up."""
GIVE_UP_S = 86_400.0
"""Age at which a capture is given up while its place cannot be reached, or its secret is missing."""
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 60.0
_LONGEST_SECRET_PAUSE_S = 5.0
"""Between two looks for a secret that is still to be given; nothing is sent for them."""
_RETRYABLE = frozenset((408, 425, 429))
_FOR_GOOD = frozenset(("loop", "tls.files"))
_TICK_S = 0.5
"""How often the rules are read again, and what became due elsewhere is looked for."""
_RING_S = 0.05
"""Least time between two rings."""
_GATHER_S = 0.005
"""Least time between two looks, so that a flood makes them bigger, not more."""


@dataclass(slots=True)
class _Lane:
    """What goes to one place."""

    place: str
    parallel: int = 1
    pause_s: float = 0.0
    """Before the next try, while the place cannot be reached or its secret is missing."""
    resume_at: float = 0.0
    """Monotonic."""
    busy: set[int] = field(default_factory=set)
    """Rows that are under way."""


class Forwarder:
    """Forwards what comes in. `run` goes on until it is cancelled."""

    def __init__(
        self,
        path: Path,
        writer: Writer,
        ring: Callable[[Iterable[int]], object],
        own: Callable[[], OwnListener | None] = lambda: None,
        always: str = "",
        always_answer_s: float = 0.0,
        secrets: Callable[[str], Sequence[Secret]] = lambda _owner: (),
    ) -> None:
        """`ring` is told the captures whose ledgers have changed; `always` is a place for every capture of this
        run, and `always_answer_s` how long senders wait for its answer; `secrets` gives the signing secrets of
        `target:NAME`."""
        self._secrets = secrets
        self._writer = writer
        self._reader = Reader(path, "store-forward")
        self._ring = ring
        self._own = own
        self._sender = Sender(own, lambda host: self._reader.run(targets.was_asked, host))
        self._always = always
        self._always_answer_s = always_answer_s
        self._rules: list[Forward] | None = None
        self.rules_changed: Signal[tuple[Sequence[Forward], bytes]] = Signal()
        """What is forwarded where from now on, and the workspace's token."""
        self._token = b""
        self._lanes: dict[str, _Lane] = {}
        self._tasks = Tasks()
        self._wake = asyncio.Event()
        self._fresh = True
        """True when captures may have come that nobody has looked at."""
        self._process = this_process()
        self._rung: set[int] = set()
        self._ring_handle: asyncio.TimerHandle | None = None

    def wake(self, _capture: object = None) -> None:
        """A capture has been stored."""
        if self._rules:
            self._fresh = True
            self._wake.set()

    async def open(self) -> None:
        """Take up what an earlier process left. Raises AppError `forward.loop` or `target.…` for a place that
        cannot be used."""
        if self._always:
            target = await self._reader.run(targets.place, self._always)
            own = self._own()
            address = parse_url(target.url) if "{{" not in target.url else None
            if own and address and address.is_loopback and address.port == own.port:
                raise AppError(
                    "forward.loop",
                    "Captures cannot be forwarded to the listener itself: they would go round in circles.",
                    hint="Name the address of your own program.",
                    url=target.url,
                )
        lost = await self._writer.run(outbox.recover)
        self._token = await self._writer.run(outbox.token)
        self._rung.update(lost)
        await self._read_rules()

    async def run(self) -> None:
        """Look at what is new and send what is due."""
        self._ring_now()
        try:
            while True:
                self._wake.clear()
                try:
                    await self._round()
                except (apsw.Error, StoreError):
                    await asyncio.sleep(_TICK_S)  # the writer says what is wrong; the next round tries again
                    self._fresh = True
                await asyncio.sleep(_GATHER_S)
                if self._fresh and self._rules:
                    continue
                try:
                    async with asyncio.timeout(self._until_due()):
                        await self._wake.wait()
                except TimeoutError:
                    continue
        finally:
            await self._tasks.close()
            await self._reader.close()
            self._ring_now()

    # --- inside
    # --------------------------------------------------------------------------------------------------

    async def _round(self) -> None:
        await self._read_rules()
        if self._rules and self._fresh:
            self._fresh = False
            rules = self._rules
            _queued, more = await self._writer.run(partial(outbox.look, rules=rules, own_token=self._token))
            self._fresh = self._fresh or more
        for place in await self._reader.run(outbox.waiting_places):
            await self._serve(place)

    async def _read_rules(self) -> None:
        rules = await self._reader.run(outbox.forwards)
        if self._always:
            rules.append(Forward("", self._always, answer_s=self._always_answer_s))
        if rules == self._rules:
            return
        had, self._rules = bool(self._rules), rules
        self.rules_changed.emit((rules, self._token))
        if rules and not had:
            await self._writer.run(outbox.begin_looking)
            self._fresh = True
        elif not rules:
            await self._writer.run(outbox.stop_looking)

    async def _serve(self, place: str) -> None:
        """Start as many sends to a place as it may have now."""
        rules = [rule for rule in self._rules or () if rule.place == place]
        if rules and all(rule.paused for rule in rules):
            return
        lane = self._lanes.setdefault(place, _Lane(place))
        lane.parallel = max((rule.parallel for rule in rules), default=1)
        # A place that did not answer gets one at a time until it does.
        room = (1 if lane.pause_s else lane.parallel) - len(lane.busy)
        if room <= 0 or lane.resume_at > time.monotonic():
            return
        now_us = time.time_ns() // 1000
        for item in await self._reader.run(outbox.waiting, place, room + len(lane.busy)):
            if item.id in lane.busy:
                continue
            if now_us < item.due_us <= now_us + LONGEST_PAUSE_S * 1e6:  # later: the clock was set back
                if lane.parallel == 1:
                    return  # in order: what is behind waits too
                continue
            if len(lane.busy) >= (1 if lane.pause_s else lane.parallel):
                return
            lane.busy.add(item.id)
            self._tasks.spawn(self._forward(lane, item), f"forward-{item.capture}")

    def _tell(self, capture: int) -> None:
        """Ring soon, once for all that changes meanwhile."""
        self._rung.add(capture)
        if self._ring_handle is None:
            self._ring_handle = asyncio.get_running_loop().call_later(_RING_S, self._ring_now)

    def _ring_now(self) -> None:
        if self._ring_handle is not None:
            self._ring_handle.cancel()
            self._ring_handle = None
        rung, self._rung = self._rung, set()
        if rung:
            self._ring(sorted(rung))

    def _until_due(self) -> float:
        now = time.monotonic()
        moments = [lane.resume_at - now for lane in self._lanes.values() if lane.resume_at > now]
        return max(0.001, min([_TICK_S, *moments]))

    async def _forward(self, lane: _Lane, item: Item) -> None:
        """One try of one row, from claim to record."""
        try:
            settlement = await self._try(lane, item)
            if settlement is not None:
                await self._writer.run(partial(outbox.settle, settlements=[settlement]))
        except StoreError:
            # Stored nothing: the row waits or is taken up at the next start.
            lane.resume_at = time.monotonic() + 1
        finally:
            lane.busy.discard(item.id)
            self._tell(item.capture)
            self._wake.set()

    async def _try(self, lane: _Lane, item: Item) -> Settlement | None:
        try:
            target = await self._reader.run(targets.place, item.place)
            job = Job(CaptureId(item.capture), target)
            extra = ((outbox.FORWARDED_HEADER, self._token),)
            captured = await self._reader.run(reading.capture, job.capture)
            prepared = prepare_job(captured, job, with_own_secret(target, self._secrets), extra)
        except AppError as error:
            if error.code == "resend.no_secret" and not _is_too_old(item):
                # The keychain may be locked still, or the user about to give it: nothing was tried yet.
                due_us = _rest(lane, min(LONGEST_PAUSE_S, _LONGEST_SECRET_PAUSE_S))
                return Settlement(item, "waiting", item.tries, due_us, error.code)
            return Settlement(item, "failed", item.tries, error=error.code)
        attempt = await self._writer.run(
            partial(outbox.claim, item=item, attempt=new_attempt(prepared, "forward", self._process))
        )
        if attempt is None:
            return None
        self._tell(item.capture)
        started_at_us, course = time.time_ns() // 1000, Course()
        try:
            sent = await self._sender.send(prepared.outgoing, target, course)
        except asyncio.CancelledError:
            result = attempt_result(attempt, started_at_us, course.cancelled, target)
            stopped = Settlement(item, "waiting", item.tries, error="cancelled", result=result)
            self._writer.submit(outbox.SETTLEMENTS, stopped, lambda *_: None)
            raise
        return self._settlement(lane, item, sent, attempt_result(attempt, started_at_us, sent, target))

    def _settlement(self, lane: _Lane, item: Item, sent: Sent, result: Result) -> Settlement:
        """Done, once more, or given up."""
        outcome = sent.outcome
        if isinstance(outcome, Failure):
            code = outcome.code or outcome.kind
            if code in _FOR_GOOD or _is_too_old(item):
                return Settlement(item, "failed", item.tries + 1, error=code, result=result)
            return Settlement(item, "waiting", item.tries, _rest(lane, LONGEST_PAUSE_S), code, result)
        lane.pause_s = lane.resume_at = 0.0
        if outcome.status // 100 == 2:
            return Settlement(item, "done", item.tries + 1, result=result)
        error = f"status.{outcome.status}"
        retryable = outcome.status in _RETRYABLE or outcome.status >= 500
        if not retryable or item.tries + 1 >= TRIES:
            return Settlement(item, "failed", item.tries + 1, error=error, result=result)
        pause_s = max(_retry_after(outcome), min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**item.tries))
        if lane.parallel == 1:
            lane.resume_at = time.monotonic() + pause_s
        return Settlement(item, "waiting", item.tries + 1, _due_us(pause_s), error, result)


def _is_too_old(item: Item) -> bool:
    return time.time_ns() // 1000 - item.queued_at_us > GIVE_UP_S * 1e6


def _rest(lane: _Lane, longest_s: float) -> int:
    """Let a lane wait, twice as long as the last time; gives when its next try is due."""
    lane.pause_s = min(longest_s, lane.pause_s * 2 or FIRST_PAUSE_S)
    pause_s = lane.pause_s * random.uniform(0.75, 1.0)  # noqa: S311 - spreads retries, guards nothing
    lane.resume_at = time.monotonic() + pause_s
    return _due_us(pause_s)


def _due_us(pause_s: float) -> int:
    return time.time_ns() // 1000 + int(pause_s * 1e6)


def with_own_secret(target: Target, secrets: Callable[[str], Sequence[Secret]]) -> Changes:
    """What is changed on the way to a target that wants a signature of its own."""
    signing = wanted_signing(target, NO_CHANGES)
    found = secrets(f"target:{target.name}") if signing.mode == "resign" else ()
    return Changes(signing=replace(signing, secret=found[0].value)) if found else NO_CHANGES


def _retry_after(response: Response) -> float:
    """Seconds that a Retry-After header asks for, at most `LONGEST_PAUSE_S`; a date is passed over."""
    text = (response.headers.text("retry-after") or "").strip()
    return min(LONGEST_PAUSE_S, float(text)) if text.isascii() and text.isdigit() else 0.0


def attempt_result(attempt: AttemptId, started_at_us: int, sent: Sent, target: Target) -> Result:
    """The attempt as it is recorded."""
    unmet = unmet_expectations(target.expectations, sent.outcome, sent.timings.total_us)
    return Result(
        attempt,
        started_at_us,
        sent.outcome,
        sent.timings,
        sent.peer,
        unmet,
        sent.hops,
        sent.stopped,
        sent.request,
    )
