"""The listener as a process of its own: database, sockets, housekeeping, and an orderly end.

It ends on SIGTERM, on SIGINT, and when the pipe that is its standard input closes, which is how it notices
that the window has gone. What was accepted is answered first.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import select
import signal
import stat
import sys
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import apsw

from garfio import late
from garfio.engine.listener import work
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.listener.server import LOOPBACK, ListenerServer
from garfio.engine.resend.own import OwnListener
from garfio.engine.settings import Settings, read_settings
from garfio.engine.store import looks, outbox, replies, targets
from garfio.engine.store.captures import sweep_orphans
from garfio.engine.store.database import Trouble, connect_reading, open_database
from garfio.engine.store.files import ListenerLock
from garfio.engine.store.keeper import Keeper
from garfio.engine.store.reading import stored_settings
from garfio.engine.store.writer import StoreError, Writer
from garfio.engine.tasks import Tasks

T = TypeVar("T")

SELF_CHECK_VARIABLE = "GARFIO_SELF_CHECK"
"""Environment variable with the token of the parent's self-check."""
_SETTINGS_S = 0.5
"""How often another process's changes are looked for."""
_LINE_LIMIT = 4 << 20
"""Bytes of a line on standard input."""


@dataclass(frozen=True, slots=True)
class ListenOptions:
    """What the command line says; None leaves it to the settings in the database."""

    database: Path
    host: str | None = None
    port: int | None = None
    forward: str = ""
    """A target's name or URL that gets every capture of this run; empty for none."""
    answer_s: float = 0.0
    """Seconds that senders wait for its answer, which they then get; 0 answers them at once."""


def run_listener(options: ListenOptions, tell: Callable[[dict[str, Any]], object]) -> int:
    """Run until told to stop; `tell` gets every doorbell event, on a thread. Gives the exit code.

    Raises AppError when it cannot start. The sockets come first; what is done with a webhook after its
    acknowledgement is loaded once they accept.
    """
    factory: Callable[[], asyncio.AbstractEventLoop] | None = None
    if sys.platform != "win32" and sys.implementation.name == "cpython":
        import uvloop

        factory = uvloop.new_event_loop
    # A writer thread that has to wait 5 ms for the interpreter after each SQLite call would be the
    # bottleneck.
    sys.setswitchinterval(0.0005)
    gc.freeze()  # the modules stay: looking through them again and again would delay acknowledgements
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(_listen(options, tell))


async def _listen(options: ListenOptions, tell: Callable[[dict[str, Any]], object]) -> int:
    path = options.database
    kept = open_database(path)
    lock = ListenerLock(path)
    lock.acquire()
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    doorbell, writer = Doorbell(tell), Writer(path, loop)
    keeper, tasks = Keeper(path, writer), Tasks()
    later = _Later()
    announced = False
    try:
        await _sweep(writer)
        settings = _override(read_settings(_read(path, stored_settings)), options)
        token = os.environ.pop(SELF_CHECK_VARIABLE, "")
        server = ListenerServer(writer, settings, doorbell, token.encode())
        server.scripts.use(_read(path, replies.scripts))
        needed = _decides_answers(options)
        if needed:
            late.load(work.__name__)
        addresses = await server.start(settings.host, settings.port)
        lock.describe(url=url_of(*addresses[0]), host=settings.host, port=addresses[0][1])
        keeper.settings = settings
        _watch_signals(loop, stop)
        _watch_stdin(loop, stop, later.lend, is_child=bool(token))
        own = OwnListener(settings.host, addresses[0][1])
        begin = partial(later.begin, options, server, writer, doorbell, own, is_child=bool(token))
        if needed:
            await begin()
        _announce(doorbell, path, addresses)
        announced = True
        _report_trouble(writer, doorbell, kept)
        tasks.spawn(keeper.run(), "keeper")
        tasks.spawn(_follow_settings(path, options, server, keeper, doorbell), "settings")
        if not needed:
            tasks.spawn(_load_late(begin, doorbell), "work")
        await stop.wait()
        await server.stop()
    finally:
        await tasks.close()
        await later.close()
        await keeper.close()
        await _last_checkpoint(keeper)
        await writer.close()
        lock.release()
        if announced:  # what never listened has failed, which is said after this
            doorbell.say("stopped")
        doorbell.close()
    return 0


def _decides_answers(options: ListenOptions) -> bool:
    """True when what senders get depends on what is loaded late: then it is there before the first of them."""
    if options.forward:
        return True
    return _read(options.database, outbox.has_answers) or _read(options.database, replies.follow_providers)


async def _load_late(begin: Callable[..., Awaitable[None]], doorbell: Doorbell) -> None:
    """Begin what was put off; forwards may have been changed meanwhile, so they are told to be."""
    await asyncio.to_thread(late.load, work.__name__)
    await begin(waits=True)
    doorbell.say("forwards")


class _Later:
    """What is done after the acknowledgement, whether or not it is there yet."""

    def __init__(self) -> None:
        self._work: work.Work | None = None
        self._lent: dict[str, str] | None = None

    def lend(self, values: dict[str, str]) -> None:
        """Hand over the secrets that only the window's memory keeps."""
        self._lent = values
        if self._work is not None:
            self._work.looker.lend(values)

    async def begin(
        self,
        options: ListenOptions,
        server: ListenerServer,
        writer: Writer,
        doorbell: Doorbell,
        own: OwnListener,
        *,
        is_child: bool,
        waits: bool = False,
    ) -> None:
        """Make it, and let it run; `waits` for a disk that takes nothing at the moment."""
        self._work = work.Work(options.database, server, writer, doorbell, own)
        if self._lent is not None:
            self._work.looker.lend(self._lent)
        await self._work.begin(options.forward, options.answer_s, is_child=is_child, waits=waits)
        gc.freeze()  # as at the start

    async def close(self) -> None:
        """End it."""
        if self._work is not None:
            await self._work.close()


def _announce(doorbell: Doorbell, path: Path, addresses: list[tuple[str, int]]) -> None:
    doorbell.say(
        "listening",
        url=url_of(*addresses[0]),
        addresses=[list(address) for address in addresses],
        database=str(path),
        pid=os.getpid(),
    )


def url_of(host: str, port: int) -> str:
    """The URL of an address that is listened on."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_exposed(host: str) -> bool:
    """True when `host` lets other machines in; empty means loopback."""
    return host not in ("", "localhost", *LOOPBACK)


def _report_trouble(writer: Writer, doorbell: Doorbell, kept: Path | None) -> None:
    """Say what is wrong already, and what will be; `listening` is always the first thing said."""
    if kept:
        doorbell.say(
            "trouble",
            code="set_aside",
            message=f"The database was damaged and is kept as {kept}.",
            path=str(kept),
        )
    trouble = _Trouble(doorbell)
    if writer.trouble:
        trouble.changed(writer.trouble)
    writer.trouble_changed.connect(trouble.changed)


class _Trouble:
    """Turns the writer's trouble into doorbell events, the end of one included."""

    def __init__(self, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        self._last = ""

    def changed(self, trouble: Trouble | None) -> None:
        if trouble is None:
            self._doorbell.say("trouble", code=self._last, over=True)
            return
        self._last = trouble.code
        self._doorbell.say(
            "trouble", code=trouble.code, message=trouble.message, free_bytes=trouble.free_bytes
        )


def _override(settings: Settings, options: ListenOptions) -> Settings:
    if options.host is not None:
        settings = replace(settings, host=options.host)
    if options.port is not None:
        settings = replace(settings, port=options.port)
    return settings


def _read(path: Path, function: Callable[[apsw.Connection], T]) -> T:
    """What `function` reads, once."""
    connection = connect_reading(path)
    try:
        return function(connection)
    finally:
        connection.close()


async def _follow_settings(
    path: Path, options: ListenOptions, server: ListenerServer, keeper: Keeper, doorbell: Doorbell
) -> None:
    """Use what others write into the database, within a second."""
    connection = connect_reading(path)
    seen, known, places = None, replies.scripts(connection), targets.targets(connection)
    revision = looks.revision(connection)
    try:
        while True:
            await asyncio.sleep(_SETTINGS_S)
            try:
                version = connection.execute("PRAGMA data_version").fetchone()
                if version == seen:
                    continue
                seen = version
                settings = _override(read_settings(stored_settings(connection)), options)
                scripts, found = replies.scripts(connection), targets.targets(connection)
                checks = looks.revision(connection)
            except apsw.Error:
                continue
            server.apply(settings)
            server.scripts.use(scripts)
            if scripts != known:
                known = scripts
                doorbell.say("replies")
            if found != places:
                places = found
                doorbell.say("targets")
            if checks != revision:
                revision = checks
                doorbell.say("checks")
            keeper.settings = settings
    finally:
        connection.close()


async def _sweep(writer: Writer) -> None:
    try:
        await writer.run(sweep_orphans)
    except StoreError:
        return  # the writer has said what is wrong; the next start sweeps


async def _last_checkpoint(keeper: Keeper) -> None:
    try:
        await keeper.checkpoint(empty=True)
    except apsw.Error:
        return  # the log stays beside the file and is read at the next start


def _watch_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))


def _watch_stdin(
    loop: asyncio.AbstractEventLoop,
    stop: asyncio.Event,
    lend: Callable[[dict[str, str]], object],
    *,
    is_child: bool,
) -> None:
    """Stop when the pipe on standard input closes.

    Whoever reads the address may close it at once, so it is watched before that is told. A terminal or /dev/null
    is not watched, nor is a pipe that was closed before; but to a window's child that means that the window has
    gone already. Lines on it are what the window keeps in memory alone: `{"secrets": {id: value}}`.
    """
    try:
        descriptor = sys.stdin.fileno()
        mode = os.fstat(descriptor).st_mode
    except (AttributeError, OSError, ValueError):
        return
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return
    buffer = bytearray()
    if not is_child and sys.platform != "win32" and select.select([descriptor], [], [], 0)[0]:
        buffer += os.read(descriptor, 4096)
        if not buffer:
            return

    def wait_for_the_end() -> None:
        while True:
            *lines, rest = bytes(buffer).split(b"\n")
            buffer[:] = rest[:_LINE_LIMIT]
            for line in lines:
                if (values := _lent(line)) is not None:
                    loop.call_soon_threadsafe(lend, values)
            data = os.read(descriptor, 65_536)
            if not data:
                break
            buffer.extend(data)
        loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=wait_for_the_end, name="stdin", daemon=True).start()


def _lent(line: bytes) -> dict[str, str] | None:
    """The secrets of a line; None for any other line."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    values = found.get("secrets") if isinstance(found, dict) else None
    return {str(name): str(value) for name, value in values.items()} if isinstance(values, dict) else None
