"""The listening sockets, and what all connections share: limits, the store, the answer, the doorbell."""

from __future__ import annotations

import asyncio
import hmac
import logging
import socket
import sys
import time
from collections.abc import Coroutine
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from garfio.core.errors import AppError
from garfio.core.relayed import Relayed
from garfio.core.reply import Reply
from garfio.core.wire import Head, Refusal
from garfio.engine.listener.connection import Connection
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.listener.handshakes import Handshakes
from garfio.engine.listener.port import port_holder
from garfio.engine.listener.refusals import Refusals
from garfio.engine.listener.scripts import Scripts
from garfio.engine.settings import Settings
from garfio.engine.signal import Signal
from garfio.engine.store.captures import REPLIES
from garfio.engine.store.database import Trouble
from garfio.engine.store.reading import body_parts
from garfio.engine.store.writer import Writer
from garfio.engine.tasks import Tasks

if TYPE_CHECKING:
    from garfio.engine.listener.relay import Relay

_log = logging.getLogger(__name__)

SELF_CHECK_HEADER = b"x-garfio-check"
"""Header that carries the token by which the parent's own check of the port is known; such a request is not
stored."""
LOOPBACK = ("127.0.0.1", "::1")
_SWEEP_S = 0.5
_SUSPENDED_S = 5.0
"""A sweep that comes this late means that the process was asleep; deadlines are moved by that time."""
_LINGERING_LIMIT = 16
"""Refused connections that may hang on for a moment beyond the cap; more are cut."""
_REPLY = Reply()
_NO_TUNNEL = Reply(405, b"This is not a proxy.\n")


class ListenerServer:
    """Accepts connections and gives each one the same rules."""

    def __init__(
        self, writer: Writer, settings: Settings, doorbell: Doorbell, self_check: bytes = b""
    ) -> None:
        self.captured: Signal[int] = Signal()
        """A capture is durable, and its sender is being answered; the value is its id."""
        self.writer = writer
        self.refusals = Refusals(writer, self._refused)
        self.handshakes = Handshakes()
        self.scripts = Scripts()
        self.relay: Relay | None = None
        """Gives the answers of targets; None where nothing is forwarded."""
        self.body_limit = 0
        """Bytes."""
        self.stopping = False
        self._doorbell = doorbell
        self._tasks = Tasks()
        self._self_check = self_check
        self._connections: set[Connection] = set()
        self._cap = 0
        self._servers: list[asyncio.Server] = []
        self._sweep_handle: asyncio.TimerHandle | None = None
        self._swept_at = 0.0
        self.apply(settings)

    def apply(self, settings: Settings) -> None:
        """Use these limits from now on."""
        self.body_limit = settings.body_limit_mib * 1024 * 1024
        self._cap = connection_cap(settings)

    async def start(self, host: str, port: int) -> list[tuple[str, int]]:
        """Listen on `host` (empty for both loopback addresses); gives the addresses.

        Raises AppError `port.taken`, `port.forbidden` or `port.address`.
        """
        loop = asyncio.get_running_loop()
        sockets = bind(host, port)
        for listening in sockets:
            self._servers.append(
                await loop.create_server(lambda: Connection(self), sock=listening, backlog=1024)
            )
        self._swept_at = time.monotonic()
        self._sweep_handle = loop.call_later(_SWEEP_S, self._sweep)
        return [listening.getsockname()[:2] for listening in sockets]

    async def stop(self, limit_s: float = 3.0) -> None:
        """Take no more; answer what has been accepted whole, at most `limit_s` seconds long, then close."""
        self.stopping = True
        self.scripts.hurry()
        if self.relay is not None:
            self.relay.hurry()
        for server in self._servers:
            server.close()
        if self._sweep_handle:
            self._sweep_handle.cancel()
        end = time.monotonic() + limit_s
        grace = time.monotonic() + min(1.0, limit_s)
        while time.monotonic() < end:
            for connection in tuple(self._connections):
                if not connection.receiving or time.monotonic() > grace:
                    connection.close()
            if not self._connections:
                break
            await asyncio.sleep(0.01)
        await self._tasks.close()
        for connection in tuple(self._connections):
            connection.abort()
        await self.scripts.close()
        if self.relay is not None:
            await self.relay.close()
        self.refusals.flush()

    # --- for connections

    def admit(self, connection: Connection) -> None:
        """Count a new connection in, or refuse it."""
        self._connections.add(connection)
        over = len(self._connections) - self._cap
        if over > _LINGERING_LIMIT:
            connection.refuse(Refusal("too_many_connections"))
            connection.close()
        elif over > 0:
            connection.refuse(Refusal("too_many_connections"))

    def dismiss(self, connection: Connection) -> None:
        """A connection is gone."""
        self._connections.discard(connection)

    def is_self_check(self, head: Head) -> bool:
        """True for the parent's own check of this port."""
        if not self._self_check or SELF_CHECK_HEADER not in head.raw:
            return False
        value = head.raw.partition(SELF_CHECK_HEADER + b": ")[2].partition(b"\r")[0]
        return hmac.compare_digest(value, self._self_check)

    def reply_to(self, head: Head, body: bytes) -> tuple[Reply, bool]:
        """What the sender is answered once its request is stored, and whether that answers an endpoint check.

        A long body is in the store already, and empty here.
        """
        if head.method == b"CONNECT":
            return _NO_TUNNEL, False
        answer = self.handshakes.answer(head, body)
        return (_REPLY, False) if answer is None else (answer, not answer.for_event)

    @staticmethod
    def encoded(reply: Reply | Relayed, *, keep_alive: bool, with_body: bool) -> bytes:
        """The reply as bytes for the wire."""
        if isinstance(reply, Relayed):
            return reply.encode(keep_alive=keep_alive, with_body=with_body)
        return _encoded(reply, keep_alive=keep_alive, with_body=with_body)

    def spawn(self, coroutine: Coroutine[Any, Any, None], name: str) -> None:
        """Run what a connection waits for; it ends with the server at the latest."""
        self._tasks.spawn(coroutine, name)

    async def body_of(self, body_key: int) -> bytes:
        """A long body that has been streamed into the store."""
        return await self.writer.run(lambda db: b"".join(body_parts(db, body_key)))

    def stored(self, capture: int) -> None:
        """A request is durable; its answer follows."""
        self._doorbell.captured(capture)
        self.captured.emit(capture)

    def answered(self, capture: int, status: int, elapsed_us: int) -> None:
        """A stored request has been answered, or could not be (status 0)."""
        self.writer.submit_idly(REPLIES, (capture, status, elapsed_us))

    def noted(self, capture: int, failure: Trouble | BaseException | None) -> None:
        """A request that broke off has been stored."""
        if failure is None:
            self._doorbell.captured(capture)

    # --- inside

    def _refused(self, code: str, count: int, row: int) -> None:
        self._doorbell.refused(code, count, row)

    def _sweep(self) -> None:
        now = time.monotonic()
        late = now - self._swept_at - _SWEEP_S
        self._swept_at = now
        for connection in tuple(self._connections):
            if late > _SUSPENDED_S:
                connection.deadline += late
            if connection.deadline <= now:
                connection.expire()
        self.refusals.flush()
        self._sweep_handle = asyncio.get_running_loop().call_later(_SWEEP_S, self._sweep)


@lru_cache(maxsize=64)
def _encoded(reply: Reply, *, keep_alive: bool, with_body: bool) -> bytes:
    return reply.encode(keep_alive=keep_alive, with_body=with_body)


def connection_cap(settings: Settings) -> int:
    """Connections that may be open at once: what is set, or fewer where the system gives few descriptors."""
    return min(settings.max_connections, max(8, _descriptors() - 64))


def bind(host: str, port: int) -> list[socket.socket]:
    """Sockets for `host` and `port`; for loopback one of each family on the same port, where the system has
    both."""
    if host:
        return [_bind_one(host, port)]
    first = _bind_one(LOOPBACK[0], port)
    try:
        second = _bind_one(LOOPBACK[1], first.getsockname()[1])
    except AppError as error:
        if error.code != "port.taken" or port:
            if error.code == "port.taken":
                first.close()
                raise
            return [first]  # no IPv6 on this machine
        first.close()
        return bind(host, port)
    return [first, second]


def _bind_one(host: str, port: int) -> socket.socket:
    try:
        family, *_rest, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:  # the latter for what cannot be a host name
        raise AppError(
            "port.address",
            f"{host!r} is not an address of this machine.",
            hint="Give one with --host.",
            host=host,
        ) from error
    try:
        if sys.platform == "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind(address)
        listening.listen(1024)
        listening.setblocking(False)
    except OSError as error:
        listening.close()
        raise _bind_error(error, host, port) from error
    return listening


def _bind_error(error: OSError, host: str, port: int) -> AppError:
    import errno

    if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", -1)):
        holder = port_holder(port)
        by = f" by {holder}" if holder else ""
        return AppError(
            "port.taken",
            f"Port {port} is already in use{by}.",
            hint="Stop it, or choose another port with --port (0 lets the system choose).",
            port=port,
            holder=holder,
        )
    if error.errno in (errno.EACCES, errno.EPERM, getattr(errno, "WSAEACCES", -1)):
        return AppError(
            "port.forbidden",
            f"This user may not listen on port {port}.",
            hint="Choose a port of 1024 or above with --port.",
            port=port,
        )
    return AppError(
        "port.address",
        f"Cannot listen on {host}: {error.strerror}.",
        hint="Give an address of this machine with --host.",
        host=host,
    )


def _descriptors() -> int:
    """Files and sockets that this process may have open, after asking for as many as the system gives."""
    if sys.platform == "win32":
        return 8192
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(hard, 8192) if hard != resource.RLIM_INFINITY else 8192
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft
