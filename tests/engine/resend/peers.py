"""Servers on loopback that record what reaches them byte for byte, and answer as they are told."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from garfio.core.http import Request

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """A running server and what it has seen."""

    port: int = 0
    seen: list[bytes] = field(default_factory=list)
    """Whole requests, as they came."""
    ended: int = 0
    """Connections that the client has closed."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def answering(*answers: bytes) -> Callable[[Server], Answer]:
    """Takes a whole request and answers with the next of `answers`, the last one from then on."""
    left = list(answers or (OK,))

    def of(server: Server) -> Answer:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server.seen.append(await read_request(reader))
            writer.write(left.pop(0) if len(left) > 1 else left[0])
            await writer.drain()

        return answer

    return of


def doing(script: Answer) -> Callable[[Server], Answer]:
    """Runs `script` on each connection."""
    return lambda _server: script


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """One request with its body, framing included."""
    raw = await reader.readuntil(b"\r\n\r\n")
    headers = Request(raw).headers
    if (headers.text("transfer-encoding") or "").lower() == "chunked":
        while not raw.endswith(b"0\r\n\r\n") and not raw.endswith(b"\r\n\r\n\r\n"):
            line = await reader.readuntil(b"\r\n")
            raw += line
            if int(line.partition(b";")[0], 16) == 0:
                while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
                    raw += line
                return raw + line
            raw += await reader.readexactly(int(line.partition(b";")[0], 16) + 2)
    return raw + await reader.readexactly(int(headers.text("content-length") or 0))


@asynccontextmanager
async def serving(
    of: Callable[[Server], Answer] | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Server]:
    """A server until the block ends."""
    server = Server()
    answer = (of or answering())(server)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await answer(reader, writer)
            await reader.read()
            server.ended += 1
        writer.close()
        with suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    running = await asyncio.start_server(connected, host, port, ssl=tls)
    server.port = running.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        running.close()
        await running.wait_closed()
