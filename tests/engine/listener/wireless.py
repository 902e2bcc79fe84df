"""A connection without a socket: bytes go straight into the protocol, and what it does is recorded.

The store that stands behind it answers when it is told to, as the real one does after its commit.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.reply import Reply
from garfio.core.wire import Head, Refusal
from garfio.engine.listener.connection import Connection
from garfio.engine.listener.scripts import Scripts
from garfio.engine.store.captures import ARRIVALS, DROPS, PARTS
from garfio.engine.store.database import Trouble


class PatientWriter:
    """Keeps what is submitted until `commit` is called."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        """What has been committed."""
        self.parts: dict[int, list[bytes]] = {}
        self.waiting: list[tuple[Any, Any, Callable[[Any, Any], object]]] = []

    def submit(self, group: Any, item: Any, done: Callable[[Any, Any], object]) -> None:
        self.waiting.append((group, item, done))

    def commit(self, failure: Trouble | None = None) -> None:
        """Make durable what waits, and what follows from it; or fail all of it."""
        while self.waiting:
            waiting, self.waiting = self.waiting, []
            for group, item, done in waiting:
                if failure is None and group is ARRIVALS:
                    self.arrivals.append(item)
                elif failure is None and group is PARTS:
                    self.parts.setdefault(item[0], []).append(item[2])
                elif failure is None and group is DROPS:
                    self.parts.pop(item, None)
                done(len(self.arrivals), failure)


class FakeServer:
    """What a connection asks of its server."""

    def __init__(self) -> None:
        self.writer = PatientWriter()
        self.refused: list[tuple[Refusal, bytes]] = []
        self.answers: list[tuple[int, int]] = []
        """(capture, status) of each stored request."""
        self.refusals = self
        self.body_limit = 1 << 20
        self.stopping = False
        self.scripts = Scripts()
        self.relay = None

    def add(self, refusal: Refusal, raw: bytes, peer: str, at_us: int) -> None:
        self.refused.append((refusal, raw))

    def admit(self, connection: Connection) -> None: ...

    def dismiss(self, connection: Connection) -> None: ...

    def is_self_check(self, head: Head) -> bool:
        return False

    def reply_to(self, head: Head, body: bytes) -> tuple[Reply, bool]:
        return Reply(), False

    def encoded(self, reply: Reply, *, keep_alive: bool, with_body: bool) -> bytes:
        return reply.encode(keep_alive=keep_alive, with_body=with_body)

    def answered(self, capture: int, status: int, elapsed_us: int) -> None:
        self.answers.append((capture, status))

    def stored(self, capture: int) -> None: ...

    def noted(self, capture: int, failure: Trouble | BaseException | None) -> None: ...


class FakeTransport(asyncio.Transport):
    """Records what is written."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 40312)})
        self.written = bytearray()
        self.closed = False
        self.paused = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += data

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = True

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None: ...

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False


class Wireless:
    """One connection with its server, transport and store."""

    def __init__(self) -> None:
        self.server = FakeServer()
        self.transport = FakeTransport()
        self.connection = Connection(self.server)  # type: ignore[arg-type]
        self.connection.connection_made(self.transport)

    def feed(self, *pieces: bytes) -> None:
        """Let bytes arrive, committing after each piece."""
        for piece in pieces:
            if self.transport.closed:
                return
            self.connection.data_received(piece)
            self.server.writer.commit()

    def end(self) -> None:
        """The sender has closed its side."""
        if not self.transport.closed and not self.connection.eof_received():
            self.transport.close()
        self.server.writer.commit()
        self.connection.connection_lost(None)
        self.server.writer.commit()

    @property
    def statuses(self) -> list[int]:
        """Status codes of what was answered."""
        return [int(code) for code in re.findall(rb"HTTP/1\.1 (\d{3}) ", self.transport.written)]

    @property
    def outcome(self) -> tuple[list[tuple[bytes, bool]], list[str], list[int]]:
        """All that can be told apart from outside: messages with completeness, refusals, statuses."""
        return (
            [(self.message(arrival), arrival.complete) for arrival in self.server.writer.arrivals],
            [refusal.code for refusal, _raw in self.server.refused],
            self.statuses,
        )

    def message(self, arrival: Arrival) -> bytes:
        """A stored message as it arrived, long bodies included."""
        request = arrival.request
        if arrival.body_key is not None:
            body = b"".join(self.server.writer.parts[arrival.body_key])
            request = Request(request.head, body, request.framing)
        return request.to_bytes()
