"""A thread with a reading connection of its own, so that neither the window nor the listener waits for the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from garfio.engine.store.database import connect_reading
from garfio.engine.store.reading import prepare_reading

T = TypeVar("T")
P = ParamSpec("P")


class Reader:
    """Runs reading functions one after another on its own thread."""

    def __init__(self, path: Path, name: str = "store-reader") -> None:
        self._path = path
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._connection: apsw.Connection | None = None

    async def run(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of `function(connection, …)`. Raises what it raised."""
        future = self._executor.submit(self._call, function, *args, **kwargs)
        return await asyncio.wrap_future(future)

    async def close(self) -> None:
        """Close the connection and end the thread; what waits is dropped."""
        await asyncio.wrap_future(self._executor.submit(self._disconnect))
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _call(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        if self._connection is None:
            self._connection = connect_reading(self._path)
            prepare_reading(self._connection)
        try:
            return function(self._connection, *args, **kwargs)
        except (apsw.IOError, apsw.CorruptError, apsw.CantOpenError):
            self._disconnect()
            raise

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
