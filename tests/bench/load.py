"""A load generator: keep-alive connections that post one body each time the last was answered. Run as a
process of its own.

`python -m tests.bench.load HOST PORT CONNECTIONS SECONDS BODY_BYTES [RATE]` prints one JSON line: requests,
those refused, connections that the server closed, seconds, per second, and the answer times in milliseconds
(p50, p99, longest). With RATE, requests start
evenly spaced in time.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

import uvloop


class _Sender(asyncio.Protocol):
    def __init__(self, message: bytes, until: float, times: list[float]) -> None:
        self._message = message
        self._until = until
        self._times = times
        self._sent_at = 0.0
        self._buffer = b""
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.idle = True
        self.paced = False
        self.closed = False
        self.refused = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def send(self) -> None:
        self.idle = False
        self._sent_at = time.perf_counter()
        self._transport.write(self._message)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if b"\r\n\r\n" not in self._buffer:
            return
        head, _, body = self._buffer.partition(b"\r\n\r\n")
        if len(body) < int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0] or 0):
            return
        self.refused += not head.startswith(b"HTTP/1.1 200")
        self._buffer = b""
        now = time.perf_counter()
        self._times.append(now - self._sent_at)
        self.idle = True
        if now >= self._until:
            if not self.done.done():
                self.done.set_result(None)
        elif not self.paced:
            self.send()

    def connection_lost(self, error: Exception | None) -> None:
        self.closed = True
        if not self.done.done():
            self.done.set_result(None)


def message(host: str, port: int, size: int) -> bytes:
    """A webhook as providers send it, with a JSON body of `size` bytes."""
    body = json.dumps(
        {"id": "evt_1", "type": "invoice.paid", "data": {"text": "x" * max(0, size - 62)}}
    ).encode()
    head = (
        f"POST /stripe HTTP/1.1\r\nHost: {host}:{port}\r\nUser-Agent: Stripe/1.0\r\n"
        "Accept: */*; q=0.5, application/xml\r\nCache-Control: no-cache\r\n"
        "Content-Type: application/json; charset=utf-8\r\n"
        "Stripe-Signature: t=1700000000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _next(senders: list[_Sender]) -> _Sender:
    """The sender that has waited for nothing the longest. Ends the run when every connection was closed."""
    working = [sender for sender in senders if not sender.closed]
    if not working:
        sys.exit("every connection was closed by the server")
    return next((sender for sender in working if sender.idle), working[0])


async def run(
    host: str, port: int, connections: int, seconds: float, size: int, rate: float
) -> dict[str, float]:
    """Send for `seconds` seconds; gives the figures."""
    loop = asyncio.get_running_loop()
    times: list[float] = []
    start = time.perf_counter()
    until = start + seconds
    senders = []
    for _ in range(connections):
        _transport, sender = await loop.create_connection(
            lambda: _Sender(message(host, port, size), until, times), host, port
        )
        sender.paced = rate > 0
        senders.append(sender)
    if rate:
        for number in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
            _next(senders).send()
        await asyncio.sleep(0.2)
    else:
        for sender in senders:
            sender.send()
        await asyncio.gather(*(sender.done for sender in senders))
    elapsed = time.perf_counter() - start
    times.sort()
    return {
        "requests": len(times),
        "refused": sum(sender.refused for sender in senders),
        "closed": sum(sender.closed for sender in senders),
        "seconds": elapsed,
        "per_second": len(times) / elapsed,
        "p50_ms": times[len(times) // 2] * 1000,
        "p99_ms": times[int(len(times) * 0.99)] * 1000,
        "longest_ms": times[-1] * 1000,
    }


if __name__ == "__main__":
    host, port, connections, seconds, size, *rate = sys.argv[1:]
    figures = uvloop.run(
        run(host, int(port), int(connections), float(seconds), int(size), float(rate[0]) if rate else 0)
    )
    print(json.dumps(figures))
