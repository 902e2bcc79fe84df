"""The exact sender: writes the bytes it is given, reads one answer, and says what happened.

aiohttp's client quotes URLs anew, adds headers and joins repeats, so the request goes out over plain asyncio
streams; h11 reads the answer. Nothing is followed, nothing is unpacked, no proxy and no cookie is used. Memory
is bounded by the caps on head and body, time by the target's two deadlines. Cancelling ends it at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import h11

from garfio.core.attempt import Failure, Response
from garfio.core.outgoing import Outgoing
from garfio.core.target import Target
from garfio.engine.resend.connecting import (
    BODY_LIMIT,
    HEAD_LIMIT,
    AddressInfo,
    FailedError,
    connect_failure,
    resolve,
    shown,
    words,
)
from garfio.engine.resend.exchange import Exchange, since_us
from garfio.engine.resend.own import OwnListener, is_own
from garfio.engine.resend.sent import Sent
from garfio.engine.resend.tls import Contexts, tls_failure

_INTERIM_LIMIT = 50
"""Interim (1xx) answers that are passed over."""
_PIECE = 64 * 1024


async def send_exactly(
    outgoing: Outgoing, target: Target, own: OwnListener | None, contexts: Contexts
) -> Sent:
    """Send and read the answer. Raises nothing of what the network does; CancelledError passes through."""
    return await _Exchange(outgoing, target, own, contexts).send()


class _Exchange(Exchange):
    """One connection and its state."""

    __slots__ = ()

    async def run(self) -> Response | Failure:
        context = await self.context()
        try:
            async with asyncio.timeout(self.target.connect_s):
                reader, writer = await self._connect(context)
        except TimeoutError:
            return Failure("timeout", "timeout.connect")
        answer = _Answer(self.outgoing.request.method)
        try:
            async with asyncio.timeout(self.target.answer_s):
                return await self._talk(reader, writer, answer)
        except TimeoutError:
            return answer.broken("timeout") or Failure("timeout", "timeout.answer")
        finally:
            await _end(writer)

    async def _connect(
        self, context: ssl.SSLContext | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host, port = self.outgoing.address.host, self.outgoing.address.port
        began = time.monotonic_ns()
        places = await resolve(host, port)
        self.timings = replace(self.timings, dns_us=since_us(began))
        failure = Failure("dns")
        for number, place in enumerate(places):
            if is_own(place[4][0], port, self.own):
                raise FailedError(Failure("loop"))
            name = shown(place[4])
            began = time.monotonic_ns()
            try:
                last = number == len(places) - 1
                async with asyncio.timeout(None if last else self.target.connect_s / len(places)):
                    connected = await _open_socket(place)
            except TimeoutError:
                failure = Failure("timeout", "timeout.connect")
            except OSError as error:
                failure = connect_failure(error)
            else:
                self.peer = replace(self.peer, address=name)
                self.timings = replace(self.timings, connect_us=since_us(began))
                return await self._open_streams(connected, context)
            self.peer = replace(self.peer, tried=(*self.peer.tried, name))
        raise FailedError(failure)

    async def _open_streams(
        self, connected: socket.socket, context: ssl.SSLContext | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if context is None:
            return await asyncio.open_connection(sock=connected, limit=_PIECE)
        began = time.monotonic_ns()
        name = self.target.tls.server_name or self.outgoing.address.host.partition("%")[0]
        try:
            streams = await asyncio.open_connection(
                sock=connected, ssl=context, server_hostname=name, limit=_PIECE
            )
        except (ssl.SSLError, ssl.CertificateError) as error:
            raise FailedError(tls_failure(error)) from error
        except (OSError, EOFError) as error:
            raise FailedError(Failure("tls", "tls", "The connection was closed in the handshake.")) from error
        session = streams[1].get_extra_info("ssl_object")
        self.timings = replace(self.timings, tls_us=since_us(began))
        self.note_tls(session)
        return streams

    async def _talk(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answer: _Answer
    ) -> Response | Failure:
        began = time.monotonic_ns()

        def first_byte() -> None:
            if self.timings.first_byte_us is None:
                self.timings = replace(self.timings, first_byte_us=since_us(began))

        data = self.outgoing.request.to_bytes()
        if len(data) <= _PIECE:
            writer.write(data)
            return await _read(reader, answer, first_byte)
        # A target may answer, and stop reading, long before it has got everything.
        return await _beside(_write(writer, data), _read(reader, answer, first_byte))


class _Answer:
    """Reads the bytes of an answer as they come."""

    def __init__(self, method: str) -> None:
        self.response: Response | None = None
        """Status and headers, as soon as they are there."""
        self._parser = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_LIMIT)
        self._parser.send(h11.Request(method=method, target="/", headers=[("Host", "target")]))
        self._parser.send(h11.EndOfMessage())
        self._head = bytearray()
        self._pieces: list[bytes] = []
        self._size = 0
        self._interim = 0

    def feed(self, data: bytes) -> Response | Failure | None:
        """Take the next bytes, or b"" for the end; the outcome once there is one."""
        if self.response is None:
            self._head += data
        try:
            self._parser.receive_data(data)
            return self._take()
        except h11.RemoteProtocolError as error:
            if not data and self.response is None:
                started = bytes(self._head).strip()
                return (
                    Failure("protocol", "", "The answer ends within its head.")
                    if started
                    else Failure("closed")
                )
            if self.response is None:
                large = getattr(error, "error_status_hint", 0) == 431
                return Failure("protocol", "protocol.too_large" if large else "", str(error))
            return self.broken("broken" if data else "closed")

    def broken(self, cut: str) -> Response | None:
        """What there is of a response that does not go on; None before its head."""
        if self.response is None:
            return None
        return Response(self.response.head, b"".join(self._pieces), cut)

    def _take(self) -> Response | Failure | None:
        while True:
            event = self._parser.next_event()
            if event is h11.NEED_DATA or event is h11.PAUSED:
                return None
            if isinstance(event, h11.InformationalResponse):
                self._interim += 1
                self._drop_interim()
                if event.status_code == 101 or self._interim > _INTERIM_LIMIT:
                    return Failure("protocol", "", "The target wants to speak another protocol.")
            elif isinstance(event, h11.Response):
                self.response = Response(self._take_head())
            elif isinstance(event, h11.Data):
                if self._size + len(event.data) > BODY_LIMIT:
                    self._pieces.append(bytes(event.data[: BODY_LIMIT - self._size]))
                    return self.broken("limit")
                self._pieces.append(bytes(event.data))
                self._size += len(event.data)
            elif isinstance(event, h11.EndOfMessage):
                return self.broken("")
            elif isinstance(event, h11.ConnectionClosed):
                return Failure("closed")

    def _take_head(self) -> bytes:
        head = bytes(self._head)
        self._head.clear()
        return head[: _head_end(head)]

    def _drop_interim(self) -> None:
        head = bytes(self._head)
        self._head[:] = head[_head_end(head) :]


async def _read(
    reader: asyncio.StreamReader, answer: _Answer, first_byte: Callable[[], None]
) -> Response | Failure:
    while True:
        try:
            data = await reader.read(_PIECE)
        except ssl.SSLError as error:
            return answer.broken("reset") or tls_failure(error)
        except OSError as error:
            return answer.broken("reset") or Failure("reset", "", words(error))
        if data:
            first_byte()
        outcome = answer.feed(data)
        if outcome is not None:
            return outcome
        if not data:
            return answer.broken("closed") or Failure("closed")


async def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    view = memoryview(data)
    with contextlib.suppress(OSError):  # what the target says of it is for the reader to find out
        for at in range(0, len(view), _PIECE):
            writer.write(view[at : at + _PIECE])
            await writer.drain()


async def _beside(
    side: Coroutine[Any, Any, None], main: Coroutine[Any, Any, Response | Failure]
) -> Response | Failure:
    """The result of `main`; `side` runs meanwhile and ends with it."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(side)
        result = await main
        task.cancel()
    return result


async def _open_socket(place: AddressInfo) -> socket.socket:
    family, kind, protocol, _, address = place
    opened = socket.socket(family, kind, protocol)
    try:
        opened.setblocking(False)
        await asyncio.get_running_loop().sock_connect(opened, address)
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        opened.close()
        raise
    return opened


async def _end(writer: asyncio.StreamWriter) -> None:
    """Let the connection go without waiting for the other side's farewell."""
    if writer.get_extra_info("ssl_object") is None and not writer.transport.get_write_buffer_size():
        writer.close()
    else:
        writer.transport.abort()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


def _head_end(head: bytes) -> int:
    ends = [at + len(mark) for mark in (b"\r\n\r\n", b"\n\n") if (at := head.find(mark)) >= 0]
    return min(ends, default=len(head))
