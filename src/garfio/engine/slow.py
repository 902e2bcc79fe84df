"""Slow pure work away from the window's loop: small inputs on a thread, large ones in a process of its own.

A thread shares the interpreter with the window, so parsing megabytes there would still stall it.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from garfio.core.errors import AppError
from garfio.engine.parcel import Parcel, pack

_SMALL = 64 * 1024
"""Bytes or characters of input up to which a thread does; it is done in a few milliseconds."""

T = TypeVar("T")
P = ParamSpec("P")


class SlowWork:
    """Runs functions of `core`; the process is started when it is first needed."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def folder(self) -> Path | None:
        """Where large values lie on their way; None before the first."""
        return Path(self._folder.name) if self._folder else None

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `function(…)`; arguments and result must be picklable. Raises what it raised."""
        if sum(len(value) for value in args if isinstance(value, bytes | str)) <= _SMALL:
            return await asyncio.to_thread(function, *args, **kwargs)
        return await self.run_apart(function, *args, **kwargs)

    async def run_apart(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same, in the process however small the input is: for work that takes long anyway.

        Raises AppError `slow.ended` when the process dies of it, perhaps for want of memory, and so does a fresh one.
        """
        try:
            return await self._in_process(function, *args, **kwargs)
        except BrokenProcessPool:
            pass
        try:
            return await self._in_process(function, *args, **kwargs)
        except BrokenProcessPool as error:
            raise AppError(
                "slow.ended",
                "The process that does slow work was ended twice.",
                hint="Close other programs if memory is short, and try once more.",
            ) from error

    def close(self) -> None:
        """End the process; what runs in it is abandoned."""
        if self._pool is not None:
            for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 - there is no public way to end it at once
                process.terminate()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    async def _in_process(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="garfio-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        pool = self._pool
        task = await asyncio.to_thread(pack, (function, args, kwargs), folder)
        try:
            future = pool.submit(_do, task, folder)
            try:
                done = await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                future.add_done_callback(_discard)
                raise
        except BrokenProcessPool:
            if self._pool is pool:  # somebody else may have begun a fresh one already
                self._pool = None
            raise
        finally:
            task.discard()
        result: T = await asyncio.to_thread(done.unpack)
        return result


def _do(task: Parcel, folder: Path) -> Parcel:
    """What the process does."""
    function, args, kwargs = task.unpack()
    result: Any = function(*args, **kwargs)
    return pack(result, folder)


def _discard(future: Future[Parcel]) -> None:
    if not future.cancelled() and future.exception() is None:
        future.result().discard()
