"""Rules and replies without a window: what the commands use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from garfio.core.errors import AppError
from garfio.engine.replies import ReplyDesk
from garfio.engine.rules.desk import RuleDesk
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer


@asynccontextmanager
async def open_rules(path: Path) -> AsyncIterator[RuleDesk]:
    """The rules of the workspace at `path`, which is made if there is none. Raises AppError; a database that cannot
    be written to becomes one too."""
    async with _open(path) as (reader, writer):
        yield RuleDesk(path, reader, lambda: writer)


@asynccontextmanager
async def open_replies(path: Path) -> AsyncIterator[ReplyDesk]:
    """The replies of the workspace at `path`, in the same way."""
    async with _open(path) as (reader, writer):
        yield ReplyDesk(reader, lambda: writer)


@asynccontextmanager
async def _open(path: Path) -> AsyncIterator[tuple[Reader, Writer]]:
    await asyncio.to_thread(open_database, path, repair=False)
    writer = Writer(path, asyncio.get_running_loop())
    reader = Reader(path, "store-rules")
    try:
        yield reader, writer
    except StoreError as error:
        raise AppError(
            f"store.{error.trouble.code}",
            f"The workspace {path} cannot be written to: {error.trouble.message}",
            path=path,
        ) from error
    finally:
        await writer.close()
        await reader.close()
