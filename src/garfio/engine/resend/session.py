"""A resend desk without a window or a listener: what the commands use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from garfio.core.errors import AppError
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.own import running_listener
from garfio.engine.slow import SlowWork
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer


@asynccontextmanager
async def open_desk(path: Path) -> AsyncIterator[ResendDesk]:
    """The desk of the workspace at `path`, which is made if there is none. Raises AppError; a database that
    cannot be written to becomes one too."""
    async with open_desks(path) as (desk, _endpoints):
        yield desk


@asynccontextmanager
async def open_desks(path: Path) -> AsyncIterator[tuple[ResendDesk, EndpointDesk]]:
    """As `open_desk`, with the place where secrets are kept."""
    await asyncio.to_thread(open_database, path, repair=False)
    writer = Writer(path, asyncio.get_running_loop())
    reader = Reader(path, "store-resend")
    own = running_listener(path)
    slow = SlowWork()
    endpoints = EndpointDesk(path, reader, lambda: writer, slow)
    desk = ResendDesk(reader, lambda: writer, lambda: own, endpoints.values)
    try:
        await desk.open()
        yield desk, endpoints
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
