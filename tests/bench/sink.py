"""A target that costs little: answers every request with 200 and remembers when its first byte came.

`python -m tests.bench.sink` prints its port; each line on its standard input is answered with the monotonic time, in
nanoseconds, of the newest connection's first byte. It serves until its standard input closes.
"""

from __future__ import annotations

import asyncio
import sys
import time

import uvloop

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nConnection: close\r\n\r\nOK\n"
_came_ns = 0


class _Sink(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._buffer = b""

    def data_received(self, data: bytes) -> None:
        global _came_ns  # noqa: PLW0603 - a program of one page
        if not self._buffer:
            _came_ns = time.monotonic_ns()
        self._buffer += data
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        if end and len(body) >= int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0] or 0):
            self._transport.write(_OK)  # type: ignore[attr-defined]
            self._transport.close()


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Sink, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(_came_ns, flush=True)
    server.close()


if __name__ == "__main__":
    uvloop.run(_serve())
