"""A rule runner on a database of its own, without a listener: captures are put in as if they had been verified."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.engine.running import until
from tests.factories import make_arrival

from garfio.core.rule import Action, Rule
from garfio.engine.action.tools import Notice
from garfio.engine.resend.own import OwnListener
from garfio.engine.rules.desk import RuleDesk
from garfio.engine.rules.runner import RuleRunner
from garfio.engine.rules.silence import Clock
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.run_log import RunRecord
from garfio.engine.store.writer import Writer


class World:
    """What a test does and sees."""

    def __init__(self, path: Path, clock: Clock = time.monotonic_ns) -> None:
        open_database(path)
        self.path = path
        self.clock = clock
        self.writer = Writer(path, asyncio.get_running_loop())
        self.reader = Reader(path)
        self.desk = RuleDesk(path, self.reader, lambda: self.writer)
        self.notices: list[Notice] = []
        self.secrets: dict[str, str] = {}
        self.own: OwnListener | None = None
        self.runner = self.new_runner()

    def new_runner(self) -> RuleRunner:
        async def notify(notice: Notice) -> None:
            self.notices.append(notice)

        return RuleRunner(
            self.path,
            self.writer,
            secret=self.secrets.get,
            notify=notify,
            told=lambda _captures: None,
            own=lambda: self.own,
            clock=self.clock,
        )

    async def arrive(
        self, body: bytes = b"{}", *, delivery: str = "", verified: bool = True, **changes: Any
    ) -> int:
        """A capture, looked at unless said otherwise; gives its id."""
        (number,) = await self.writer.run(partial(insert_arrivals, arrivals=[make_arrival(body, **changes)]))
        await self.sql(
            "UPDATE captures SET provider = 'shopify', verdict = 'valid', delivery_id = ? WHERE id = ?",
            delivery,
            number,
        )
        if verified:
            await self.verify(number)
        return number

    async def verify(self, upto: int) -> None:
        """Say that the captures up to this one have been looked at."""
        await self.sql("UPDATE looks SET upto = ? WHERE kind = 'verdict'", upto)
        self.runner.wake()

    async def sql(self, text: str, *values: Any) -> Any:
        return await self.writer.run(lambda db: db.execute(text, values).fetchall())

    async def log(self, **filters: Any) -> list[RunRecord]:
        """Oldest first."""
        return (await self.desk.log(**filters))[::-1]

    async def settled(self, condition: Callable[[list[RunRecord]], object]) -> list[RunRecord]:
        """The log once the condition holds."""
        end = asyncio.get_running_loop().time() + 10
        while not condition(found := await self.log()):
            assert asyncio.get_running_loop().time() < end, found
            await asyncio.sleep(0.01)
        return found

    async def done(self, count: int) -> list[RunRecord]:
        """The log once so many lines are final."""
        return await self.settled(
            lambda rows: sum(row.state in ("done", "failed", "skipped") for row in rows) >= count
        )


@contextlib.asynccontextmanager
async def world(path: Path, clock: Clock = time.monotonic_ns) -> AsyncIterator[World]:
    """A world whose runner runs."""
    made = World(path, clock)
    await made.runner.open()
    task = asyncio.get_running_loop().create_task(made.runner.run())
    try:
        yield made
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await made.writer.close()
        await made.reader.close()


def make_rule(*actions: Action, **changes: Any) -> Rule:
    """A rule that is on, a notification with the capture's id if nothing else is said."""
    given = actions or (Action("notification", {"title": "{{ id }}"}),)
    return Rule(**{"name": "r", "actions": given, "enabled": True, **changes})


__all__ = ["World", "make_rule", "until", "world"]
