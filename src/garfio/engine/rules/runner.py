"""Does what rules say, in the listener's process: after the acknowledgement and the verdict, at least once, again
until it works or for good.

Three steps, each durable before the next: captures that match become triggers, a trigger becomes its deeds, a deed
is done. Each rule has a lane of its own, so one that is slow or fails holds up no other; in a lane deeds are begun in
order, and one that has to be tried again lets the others pass.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from pathlib import Path

import apsw

from garfio.core.action import Deed
from garfio.core.capture import Capture, CaptureId
from garfio.core.errors import AppError
from garfio.core.query import parse
from garfio.core.rule import Rule
from garfio.engine.action import Tools, perform
from garfio.engine.action.tools import Notice
from garfio.engine.rendered import Rendered, TemplateError
from garfio.engine.renderer import Renderer
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.sender import Sender
from garfio.engine.rules.machine import this_machine
from garfio.engine.rules.silence import Clock, SilenceWatch
from garfio.engine.rules.subject import subject, work_of
from garfio.engine.store import outbox, rules, runs
from garfio.engine.store.attempts import this_process
from garfio.engine.store.reader import Reader
from garfio.engine.store.rules import Armed
from garfio.engine.store.run_log import RunRecord
from garfio.engine.store.runs import Outcome, Trigger
from garfio.engine.store.writer import StoreError, Writer
from garfio.engine.tasks import Tasks

TRIES = 14
"""After so many a deed is given up: with the pauses between them some three hours."""
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 1800.0
_TICK_S = 0.5
"""How often rules are read again, and what became due is looked for."""
_GATHER_S = 0.01
_BATCH = 20

NO_LISTENER: Callable[[], OwnListener | None] = lambda: None  # noqa: E731


class RuleRunner:
    """Runs the rules of one workspace. `run` goes on until it is cancelled."""

    def __init__(
        self,
        path: Path,
        writer: Writer,
        *,
        secret: Callable[[str], str | None],
        notify: Callable[[Notice], Awaitable[None]],
        told: Callable[[Iterable[int]], object],
        own: Callable[[], OwnListener | None] = NO_LISTENER,
        clock: Clock = time.monotonic_ns,
    ) -> None:
        """`secret` gives secrets by name, `notify` shows a notification, `told` hears of captures whose runs have
        changed; silences are counted by `clock`."""
        self._path = path
        self._writer = writer
        self._secret = secret
        self._notify = notify
        self._told = told
        self._reader = Reader(path, "store-rules")
        self._silence = SilenceWatch(self._reader, writer, clock)
        self._renderer = Renderer()
        self._sender = Sender(own)
        self._machine = this_machine()
        self._process = this_process()
        self._token = b""
        self._armed: dict[str, Armed] = {}
        self._rows: list[rules.Row] | None = None
        self._lanes: set[str] = set()
        """Rules whose deeds are being done."""
        self._tasks = Tasks()
        self._stepping = asyncio.Lock()
        self._wake = asyncio.Event()

    def wake(self, _capture: object = None) -> None:
        """A capture has been looked at, or a lane is free."""
        if self._armed:
            self._wake.set()

    async def open(self) -> None:
        """Take up what an earlier process left."""
        await self._writer.run(runs.recover)
        self._token = await self._writer.run(outbox.token)

    async def run(self) -> None:
        """Look at what has been verified, and do what is due."""
        try:
            while True:
                self._wake.clear()
                try:
                    more = await self.round()
                except (apsw.Error, StoreError):
                    more = False  # the writer says what is wrong; the next round tries again
                await asyncio.sleep(_GATHER_S)
                if more:
                    continue
                try:
                    async with asyncio.timeout(_TICK_S):
                        await self._wake.wait()
                except TimeoutError:
                    continue
        finally:
            await self._tasks.close()
            await self._renderer.close()
            await self._reader.close()

    async def round(self) -> bool:
        """One step, never two at once; True when there is more to do at once."""
        async with self._stepping:
            return await self._step()

    # --- inside

    async def _step(self) -> bool:
        await self._read_rules()
        if not self._armed:
            return False
        more = await self._look()
        rules_by_name = {name: armed.rule for name, armed in self._armed.items()}
        await self._silence.count(rules_by_name.values())
        due = await self._reader.run(runs.triggers, rules_by_name, _BATCH)
        for trigger in due:
            await self._unfold(trigger)
        for name in await self._reader.run(runs.waiting_rules):
            if name in self._armed and name not in self._lanes:
                self._lanes.add(name)
                self._tasks.spawn(self._serve(name), f"rule-{name}")
        return more or bool(due)

    async def _read_rules(self) -> None:
        rows = await self._reader.run(rules.enabled_rows)
        if rows == self._rows:
            return
        self._rows = rows
        found = rules.armed(rows, self._machine)
        had = bool(self._armed)
        self._armed = {armed.rule.name: armed for armed in found}
        if had and not found:
            await self._writer.run(runs.stop_looking)
        elif found and not had:
            await self._writer.run(runs.begin_looking)

    async def _look(self) -> bool:
        """Queue what new captures trigger."""
        with_drift = any(parse(one.rule.query).reads_drift for one in self._armed.values())
        after, upto = await self._reader.run(partial(runs.span, with_drift=with_drift))
        if upto <= after:
            return False
        armed = [(one.rule, one.since) for one in self._armed.values()]
        matched = await self._reader.run(runs.matches, armed, after, upto, self._token)
        by_name = {rule.name: rule for rule, _since in armed}
        if any(by_name[match.rule].silent_minutes for match in matched):
            await self._silence.save()
        await self._writer.run(partial(runs.fire, after=after, upto=upto, matched=matched, rules=by_name))
        return True

    async def _unfold(self, trigger: Trigger) -> None:
        """Render what a trigger calls for, and put it in its place."""
        rule = self._armed[trigger.rule].rule
        kinds = [action.kind for action in rule.actions]
        rendered = await self._render(rule, trigger)
        await self._writer.run(partial(runs.unfold, trigger=trigger, rendered=rendered, kinds=kinds))
        if rendered:
            self._told([trigger.capture])

    async def _render(self, rule: Rule, trigger: Trigger) -> list[Rendered]:
        try:
            found = await self._renderer.rule(await self._reader.run(work_of, rule, trigger))
        except AppError:
            return []  # the capture has been deleted, and with it what it called for
        except TemplateError as error:
            return [Rendered(-1, None, None, error.code, error.fault.written())]
        return [one for one in found if not trigger.only or one.action in trigger.only]

    async def _serve(self, name: str) -> None:
        """Do what is due of one rule, in order."""
        try:
            while (armed := self._armed.get(name)) is not None:
                due = await self._reader.run(runs.waiting, name, _BATCH)
                if not due:
                    return
                for record, deed in due:
                    if self._armed.get(name) is not armed and name not in self._armed:
                        return
                    await self._do(armed.rule, record, deed)
        except (StoreError, apsw.Error):
            await asyncio.sleep(
                _TICK_S
            )  # nothing was stored: the deed waits, or is taken up at the next start
        finally:
            self._lanes.discard(name)
            self._wake.set()

    async def _do(self, rule: Rule, record: RunRecord, deed: Deed) -> None:
        """One try of one deed, from claim to record."""
        if not await self._writer.run(partial(runs.claim, run=record.id, sender=self._process)):
            return
        began = time.monotonic_ns()
        try:
            outcome = await perform(deed, self._tools(rule, record))
        except asyncio.CancelledError:
            self._writer.submit(runs.RELEASES, record.id, lambda *_: None)
            raise
        duration_us = (time.monotonic_ns() - began) // 1000
        outcome, due_us = settled(outcome, record.tries)
        await self._writer.run(
            partial(runs.settle, run=record, outcome=outcome, due_us=due_us, duration_us=duration_us)
        )
        self._told([record.capture])

    def _tools(self, rule: Rule, record: RunRecord) -> Tools:
        async def load() -> Capture | None:
            try:
                return await self._reader.run(subject, CaptureId(record.capture))
            except AppError:
                return None

        return Tools(
            record.id,
            record.capture,
            rule.name,
            self._sender,
            self._token.decode(),
            self._secret,
            self._writer,
            self._reader,
            self._path,
            self._notify,
            load,
        )


def settled(outcome: Outcome, tries: int) -> tuple[Outcome, int]:
    """The outcome, given up if it was the last try, and when the next one is (microseconds since 1970; 0 for
    none)."""
    if outcome.state != "waiting":
        return outcome, 0
    if tries + 1 >= TRIES:
        return Outcome("failed", outcome.error, outcome.message), 0
    pause_s = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**tries)
    pause_s *= random.uniform(0.75, 1.0)  # noqa: S311 - spreads retries, guards nothing
    pause_s = max(pause_s, outcome.retry_after_s)
    return outcome, time.time_ns() // 1000 + int(pause_s * 1e6)
