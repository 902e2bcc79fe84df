"""A small forward proxy on loopback: absolute-form requests and CONNECT, names of its own, credentials if wanted."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.engine.resend.peers import read_request

DENIED = b"HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"


@dataclass
class ForwardProxy:
    """A running proxy and what it was asked."""

    port: int = 0
    credentials: str = ""
    """`user:password` that it wants; empty for none."""
    seen: list[bytes] = field(default_factory=list)
    """Requests to it, whole."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: every host name leads to loopback."""
        message = await read_request(reader)
        self.seen.append(message)
        line, _, rest = message.partition(b"\r\n")
        method, target, version = line.split(b" ")
        if self.credentials:
            wanted = b"Basic " + base64.b64encode(self.credentials.encode())
            if b"Proxy-Authorization: " + wanted not in rest:
                writer.write(DENIED)
                return
        if method == b"CONNECT":
            port = int(target.rpartition(b":")[2])
            upstream = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"HTTP/1.1 200 Go\r\n\r\n")
        else:
            parts = urlsplit(target.decode())
            upstream = await asyncio.open_connection("127.0.0.1", parts.port)
            path = target.split(parts.netloc.encode(), 1)[1]
            upstream[1].write(b"%s %s %s\r\n%s" % (method, path, version, rest))
        async with asyncio.TaskGroup() as group:
            group.create_task(_pump(reader, upstream[1]))
            group.create_task(_pump(upstream[0], writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def proxying(credentials: str = "") -> AsyncIterator[ForwardProxy]:
    """A proxy until the block ends."""
    proxy = ForwardProxy(credentials=credentials)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ExceptionGroup):
            await proxy.serve(reader, writer)
        writer.close()
        with suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()

    running = await asyncio.start_server(connected, "127.0.0.1", 0)
    proxy.port = running.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        running.close()
        await running.wait_closed()
