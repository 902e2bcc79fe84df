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
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import apsw

from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.forward import Forwarder
from garfio.engine.indexer import keep_indexed
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.listener.relay import Relay
from garfio.engine.listener.server import LOOPBACK, ListenerServer
from garfio.engine.looker import Looker, Progress
from garfio.engine.plan import PlanSource
from garfio.engine.resend.own import OwnListener
from garfio.engine.rules.wiring import rule_runner
from garfio.engine.settings import Settings, read_settings
from garfio.engine.store import looks, replies, targets
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

    Raises AppError when it cannot start.
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
    looker: Looker | None = None
    announced = False
    try:
        await _sweep(writer)
        settings = _override(read_settings(_read(path, stored_settings)), options)
        token = os.environ.pop(SELF_CHECK_VARIABLE, "")
        server = ListenerServer(writer, settings, doorbell, token.encode())
        server.scripts.use(_read(path, replies.scripts))
        addresses = await server.start(settings.host, settings.port)
        lock.describe(url=url_of(*addresses[0]), host=settings.host, port=addresses[0][1])
        own = OwnListener(settings.host, addresses[0][1])
        source = PlanSource(path)
        forwarder, relay = await _open_forwarder(options, writer, doorbell, own, source)
        server.relay = relay
        server.captured.connect(forwarder.wake)
        looker = Looker(path, writer, source)
        _connect(looker, server, doorbell, forwarder)
        runner = rule_runner(path, writer, looker, doorbell, own, is_child=bool(token))
        await runner.open()
        keeper.settings = settings
        _watch_signals(loop, stop)
        _watch_stdin(loop, stop, looker.lend, is_child=bool(token))
        _announce(doorbell, path, addresses)
        announced = True
        _report_trouble(writer, doorbell, kept)
        _spawn(tasks, keeper=keeper.run(), looker=looker.run(), forwarder=forwarder.run(), rules=runner.run())
        tasks.spawn(keep_indexed(path), "search-index")
        tasks.spawn(_follow_settings(path, options, server, keeper, doorbell), "settings")
        await stop.wait()
        await server.stop()
    finally:
        await tasks.close()
        if looker is not None:
            await looker.close()
        await keeper.close()
        await _last_checkpoint(keeper)
        await writer.close()
        lock.release()
        if announced:  # what never listened has failed, which is said after this
            doorbell.say("stopped")
        doorbell.close()
    return 0


def _spawn(tasks: Tasks, **parts: Coroutine[Any, Any, None]) -> None:
    for name, part in parts.items():
        tasks.spawn(part, name)


async def _open_forwarder(
    options: ListenOptions, writer: Writer, doorbell: Doorbell, own: OwnListener, source: PlanSource
) -> tuple[Forwarder, Relay]:
    def secrets(owner: str) -> Sequence[Secret]:
        return source.plan.secrets.get(owner, ())

    relay = Relay(options.database, writer, doorbell.attempted, lambda: own, secrets)
    forwarder = Forwarder(
        options.database,
        writer,
        doorbell.attempted,
        lambda: own,
        options.forward,
        options.answer_s,
        secrets,
    )
    forwarder.rules_changed.connect(lambda known: relay.use(*known))
    await forwarder.open()
    return forwarder, relay


def _connect(looker: Looker, server: ListenerServer, doorbell: Doorbell, forwarder: Forwarder) -> None:
    """What arrives is looked at, what was found is told, and endpoint checks are answered by the same plan."""

    def progressed(progress: Progress) -> None:
        doorbell.rechecking(path=progress.path, done=progress.done, total=progress.total)

    def trouble_changed(error: AppError | None) -> None:
        if error is None:
            doorbell.say("secrets", over=True)
        else:
            doorbell.say("secrets", code=error.code, message=error.message, hint=error.hint)

    forwarder.rules_changed.connect(lambda _: doorbell.say("forwards"))
    server.captured.connect(looker.wake)
    looker.plan_changed.connect(server.handshakes.use)
    looker.plan_changed.connect(server.scripts.use_plan)
    looker.looked.connect(doorbell.looked)
    looker.progressed.connect(progressed)
    looker.trouble_changed.connect(trouble_changed)


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
