"""Endpoints without a window: what the commands use. What they change is checked at once when no listener does it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from garfio.core.errors import AppError
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.looker import Looker, Progress
from garfio.engine.plan import PlanSource
from garfio.engine.resend.forwards import Forwards
from garfio.engine.resend.own import running_listener
from garfio.engine.slow import SlowWork
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer


@asynccontextmanager
async def open_endpoints(
    path: Path, progressed: Callable[[Progress], object] | None = None
) -> AsyncIterator[tuple[EndpointDesk, Forwards]]:
    """The endpoints of the workspace at `path`, which is made if there is none, and what is forwarded from them.

    With `progressed`, captures that are new or concerned are looked at before the end, unless a listener runs.
    Raises AppError; a database that cannot be written to becomes one too.
    """
    await asyncio.to_thread(open_database, path, repair=False)
    writer = Writer(path, asyncio.get_running_loop())
    reader = Reader(path, "store-endpoints")
    slow = SlowWork()
    try:
        yield EndpointDesk(path, reader, lambda: writer, slow), Forwards(reader, lambda: writer)
        if progressed is not None and running_listener(path) is None:
            await _catch_up(path, writer, progressed)
    except StoreError as error:
        raise AppError(
            f"store.{error.trouble.code}",
            f"The workspace {path} cannot be written to: {error.trouble.message}",
            path=path,
        ) from error
    finally:
        slow.close()
        await writer.close()
        await reader.close()


async def catch_up(path: Path, progressed: Callable[[Progress], object] = lambda _: None) -> None:
    """Look at what is new in the workspace at `path`, or to be checked again, unless a listener does. Raises
    AppError."""
    async with open_endpoints(path, progressed):
        pass


async def _catch_up(path: Path, writer: Writer, progressed: Callable[[Progress], object]) -> None:
    """Look at everything that is waiting for it."""
    looker = Looker(path, writer, PlanSource(path))
    looker.progressed.connect(progressed)
    try:
        while await looker.round() or await looker.settle():
            await asyncio.sleep(0)
    finally:
        await looker.close()
