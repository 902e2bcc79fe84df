"""The normal way of sending: aiohttp's client, for what has to go through a proxy.

Nothing is added that the client can be told to leave out, nothing is unpacked, no cookie is kept. What it cannot
send exactly is worked out beforehand by `core.normal`; what really left is recorded afterwards.
"""

from __future__ import annotations

import asyncio
import io
import socket
import ssl
import time
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import Connection
from multidict import CIMultiDict
from yarl import URL

from garfio.core.attempt import Failure, Peer, Response
from garfio.core.http import Request
from garfio.core.normal import normal_fields, normal_target
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
from garfio.engine.resend.proxy import Proxy, proxy_for
from garfio.engine.resend.sent import Sent
from garfio.engine.resend.tls import Contexts, tls_failure

_ADDED = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""What the client adds by itself unless it is told not to."""
_LARGE = 1024 * 1024
_MOST_FIELDS = 1000


async def send_normally(
    outgoing: Outgoing, target: Target, own: OwnListener | None, contexts: Contexts
) -> Sent:
    """Send and read the answer. Raises nothing of what the network does; CancelledError passes through."""
    return await _Exchange(outgoing, target, own, contexts, peer=Peer(normal=True)).send()


@dataclass(slots=True)
class _Exchange(Exchange):
    """One request of the client, and what is seen of it."""

    proxy: Proxy | None = None
    head: bytes | None = None
    """Of the answer, as soon as it is there."""
    pieces: list[bytes] = field(default_factory=list)
    """Of its body."""
    sent_ns: int = 0
    """When the head had left; 0 before."""
    was_reset: bool = False
    """Whether the connection has ended with an error."""

    async def run(self) -> Response | Failure:
        context = await self.context()
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.target.connect_s) as deadline:

                def on_sent(headers: CIMultiDict[str], url: URL) -> None:
                    self._note_sent(headers, url)
                    deadline.reschedule(loop.time() + self.target.answer_s)

                self.proxy = await proxy_for(self.outgoing.address, self.target)
                places = await self._places()
                async with self._session(context, places, on_sent) as session:
                    return await self._talk(session, context)
        except TimeoutError:
            if not self.sent_ns:
                return Failure("timeout", "timeout.connect")
            return self._cut("timeout") or Failure("timeout", "timeout.answer")

    async def _places(self) -> list[AddressInfo]:
        """The addresses of the next hop; none of them may be our own listener."""
        there = self.outgoing.address
        address = self.proxy.address if self.proxy else there
        began = time.monotonic_ns()
        if self.proxy:
            self.peer = replace(self.peer, proxy=self.proxy.url)
            if there.is_loopback and is_own("127.0.0.1", there.port, self.own):
                raise FailedError(Failure("loop"))
        places = await resolve(address.host, address.port)
        self.timings = replace(self.timings, dns_us=since_us(began))
        if any(is_own(place[4][0], address.port, self.own) for place in places):
            raise FailedError(Failure("loop"))
        return places

    def _session(
        self, context: ssl.SSLContext | None, places: list[AddressInfo], on_sent: Any
    ) -> aiohttp.ClientSession:
        trace = aiohttp.TraceConfig()

        async def headers_sent(
            _session: object, _context: SimpleNamespace, sent: aiohttp.TraceRequestHeadersSentParams
        ) -> None:
            on_sent(sent.headers, sent.url)

        trace.on_request_headers_sent.append(headers_sent)
        began = time.monotonic_ns()

        async def connected(*_: object) -> None:
            self.timings = replace(self.timings, connect_us=since_us(began))

        trace.on_connection_create_end.append(connected)
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=context or True, resolver=_Known(places), use_dns_cache=False),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_read=None, sock_connect=None),
            auto_decompress=False,
            trace_configs=[trace],
            response_class=_observed(self._note_connection),
            skip_auto_headers=_ADDED,
            max_line_size=HEAD_LIMIT,
            max_field_size=HEAD_LIMIT,
            max_headers=_MOST_FIELDS,
        )

    async def _talk(
        self, session: aiohttp.ClientSession, context: ssl.SSLContext | None
    ) -> Response | Failure:
        request = self.outgoing.request
        url = URL(self.outgoing.address.url + normal_target(request.target), encoded=True)
        options: dict[str, Any] = {"allow_redirects": False}
        if context:
            options["server_hostname"] = self.target.tls.server_name or None
        if self.proxy:
            options["proxy"] = self.proxy.url
        body = io.BytesIO(request.body) if len(request.body) >= _LARGE else request.body or None
        fields = CIMultiDict(normal_fields(request, request.method.upper()))
        if self.proxy and self.proxy.credentials:
            credentials = {"Proxy-Authorization": self.proxy.credentials}
            # In a tunnel they are for the one that makes it; otherwise the request itself is the proxy's.
            options.update(proxy_headers=credentials) if context else fields.update(credentials)
        try:
            async with session.request(request.method, url, data=body, headers=fields, **options) as answer:
                self.timings = replace(self.timings, first_byte_us=since_us(self.sent_ns))
                self.head = _head(answer)
                return await self._read(self.head, answer)
        except aiohttp.ClientPayloadError as error:
            return self._cut("reset" if self.was_reset else "closed") or _failure(error)
        except aiohttp.ClientError as error:
            return self._cut("closed") or _failure(error)
        except OSError as error:
            return self._cut("reset") or connect_failure(error)

    async def _read(self, head: bytes, answer: aiohttp.ClientResponse) -> Response:
        size = 0
        async for piece in answer.content.iter_any():
            self.pieces.append(piece[: BODY_LIMIT - size])
            size += len(self.pieces[-1])
            if len(self.pieces[-1]) < len(piece):
                answer.close()
                return Response(head, b"".join(self.pieces), "limit")
        # The client takes whatever ends such an answer for its end.
        endless = not {"Content-Length", "Transfer-Encoding"} & answer.headers.keys()
        return Response(head, b"".join(self.pieces), "reset" if endless and size and self.was_reset else "")

    def _cut(self, why: str) -> Response | None:
        """What there is of an answer that does not go on; None before its head."""
        return None if self.head is None else Response(self.head, b"".join(self.pieces), why)

    def _note_end(self, ended: asyncio.Future[None]) -> None:
        """The client's own exceptions do not tell a reset connection from one that was closed."""
        self.was_reset = not ended.cancelled() and ended.exception() is not None

    def _note_sent(self, headers: CIMultiDict[str], url: URL) -> None:
        """What the client puts on the wire: its own request line and fields, in its own order."""
        self.sent_ns = time.monotonic_ns()
        request = self.outgoing.request
        absolute = self.proxy is not None and not self.outgoing.address.tls
        target = str(url) if absolute else url.raw_path_qs
        lines = [f"{request.method.upper()} {target} HTTP/1.1"]
        lines += [
            f"{name}: {value}" for name, value in headers.items() if name.lower() != "proxy-authorization"
        ]
        self.request_as_sent = Request("\r\n".join(lines).encode() + b"\r\n\r\n", request.body)

    def _note_connection(self, connection: Connection) -> None:
        transport, protocol = connection.transport, connection.protocol
        if protocol is not None and protocol.closed is not None:
            protocol.closed.add_done_callback(self._note_end)
        if transport is None:
            return
        address = transport.get_extra_info("peername")
        self.peer = replace(self.peer, address=shown(address) if address else "")
        session = transport.get_extra_info("ssl_object")
        if session is not None:
            self.note_tls(session)


class _Known(AbstractResolver):
    """Gives the addresses that were found already."""

    def __init__(self, places: list[AddressInfo]) -> None:
        self._places = places

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=place[4][0],
                port=port,
                family=place[0],
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for place in self._places
            if family in (place[0], socket.AF_UNSPEC)
        ]

    async def close(self) -> None:
        """Nothing is open."""


def _observed(note: Any) -> type[aiohttp.ClientResponse]:
    """The client's response, which tells of its connection before it lets it go."""

    class Observed(aiohttp.ClientResponse):
        async def start(self, connection: Connection) -> aiohttp.ClientResponse:
            note(connection)
            return await super().start(connection)

    return Observed


def _head(answer: aiohttp.ClientResponse) -> bytes:
    """The head of an answer with its fields as they came; the client keeps no other bytes of it."""
    version = answer.version or aiohttp.HttpVersion11
    said = f"HTTP/{version.major}.{version.minor} {answer.status} {answer.reason or ''}"
    line = said.encode("utf-8", "surrogateescape")
    return b"\r\n".join((line, *(name + b": " + value for name, value in answer.raw_headers))) + b"\r\n\r\n"


def _failure(error: aiohttp.ClientError) -> Failure:
    if isinstance(error, aiohttp.ClientHttpProxyError):
        code = "proxy.credentials" if error.status == 407 else ""
        return Failure("proxy", code, f"{error.status} {error.message}".strip())
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return Failure("proxy", "", words(error.os_error))
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return tls_failure(error.certificate_error)
    if isinstance(error, aiohttp.ClientConnectorError):
        inner = error.os_error
        return tls_failure(inner) if isinstance(inner, ssl.SSLError) else connect_failure(inner)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Failure("closed")
    if isinstance(error, (aiohttp.ClientOSError, ConnectionError)):
        return Failure("reset", "", words(error))
    return Failure("protocol", "", str(error))
