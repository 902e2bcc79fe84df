"""The HTTP/1 grammar of what arrives: heads read strictly, bodies unframed piece by piece, refusals named.

Why not a ready-made parser: those in use normalise or drop what an inspector must keep (unknown methods,
header case and order, chunk framing, trailers) and answer a malformed message before anyone has seen it.
The grammar is RFC 9112; where it leaves a choice that has been used for request smuggling, the message is
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from garfio.core.http import chunk_size

HEAD_LIMIT = 128 * 1024
"""Bytes of request line and header section together; more is refused with 431."""
FIELD_LIMIT = 500
"""Header lines; more is refused with 431."""
_CHUNK_LINE_LIMIT = 4096
_TRAILER_LIMIT = 64 * 1024

_TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_REQUEST_LINE = re.compile(rb"(" + _TOKEN + rb") ([\x21-\x7e\x80-\xff]+) HTTP/1\.([01])")
_FIELD = re.compile(_TOKEN + rb":[\t\x20-\x7e\x80-\xff]*")
_HEAD = re.compile(
    rb"(" + _TOKEN + rb") ([\x21-\x7e\x80-\xff]+) HTTP/1\.([01])\r\n"
    rb"(?:" + _TOKEN + rb":[\t\x20-\x7e\x80-\xff]*\r\n)*\r\n"
)
_FRAMING_FIELD = re.compile(
    rb"\n(content-length|transfer-encoding|connection|expect|content-type|host):[ \t]*([^\r]*)", re.IGNORECASE
)
_EXTENSION = (
    rb"[ \t]*;[ \t]*" + _TOKEN + rb"(?:[ \t]*=[ \t]*(?:" + _TOKEN + rb"|\"(?:[^\"\\\r\n]|\\[^\r\n])*\"))?"
)
_CHUNK_LINE = re.compile(rb"[0-9A-Fa-f]{1,16}(?:" + _EXTENSION + rb")*\r\n")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message is not taken. The code is stable; `REFUSALS` has its status and its sentence."""

    code: str

    @property
    def status(self) -> int:
        """The HTTP status that the sender gets."""
        return REFUSALS[self.code][0]

    @property
    def sentence(self) -> str:
        """The reason in English; holds nothing of the message itself."""
        return REFUSALS[self.code][1]


REFUSALS: dict[str, tuple[int, str]] = {
    "tls": (
        400,
        "TLS was spoken to this plain HTTP port. Use http:// in the URL, or a tunnel that ends TLS.",
    ),
    "http2": (400, "HTTP/2 was spoken without an upgrade. This port speaks HTTP/1.1."),
    "proxy_protocol": (
        400,
        "A PROXY protocol header came first. Switch it off in the proxy in front of this port.",
    ),
    "not_http": (400, "What arrived is not HTTP."),
    "bad_request_line": (400, "The request line is malformed. It must read like: POST /path HTTP/1.1"),
    "bad_version": (400, "The HTTP version is not 1.0 or 1.1."),
    "bad_line_end": (400, "A line of the head does not end with CR LF."),
    "bad_header": (
        400,
        "A header line is malformed: a name without blanks, a colon, a value without control characters.",
    ),
    "folded_header": (400, "A header is folded over several lines, which HTTP/1.1 no longer allows."),
    "bad_host": (400, "There is more than one Host header, or its value is not a host name."),
    "bad_content_length": (400, "Content-Length is not one plain number."),
    "conflicting_length": (
        400,
        "The length of the body is stated twice (Content-Length and Transfer-Encoding, or two values).",
    ),
    "bad_transfer_encoding": (400, "Transfer-Encoding is not `chunked`."),
    "bad_chunk": (400, "The chunked framing of the body is broken."),
    "bad_trailer": (400, "The trailer section after the chunked body is malformed."),
    "head_too_large": (431, "The request line and headers are too large."),
    "too_many_headers": (431, "There are too many header lines."),
    "body_too_large": (413, "The body is over the size limit of this listener."),
    "head_timeout": (408, "The head of the request did not arrive in time."),
    "head_incomplete": (400, "The connection was closed inside the head of the request."),
    "too_many_connections": (503, "Too many connections are open at once."),
}


class Head(NamedTuple):
    """What the listener needs to know of a head to go on."""

    raw: bytes
    """The head as it came, with the empty line."""
    method: bytes
    target: bytes
    minor: int
    """0 for HTTP/1.0, 1 for HTTP/1.1."""
    length: int
    """The declared body length in bytes; 0 when none is declared, and for a chunked body."""
    chunked: bool
    keep_alive: bool
    expects_continue: bool
    content_type: bytes
    host: bytes


def parse_head(raw: bytes) -> Head | Refusal:
    """Read a whole head (up to and including the empty line). Never raises."""
    match = _HEAD.fullmatch(raw)
    if match is None:
        return Refusal(_why_not_a_head(raw))
    method, target, minor = match.groups()
    if raw.count(b"\n") > FIELD_LIMIT + 2:
        return Refusal("too_many_headers")
    fields: dict[bytes, list[bytes]] = {}
    for name, value in _FRAMING_FIELD.findall(raw):
        fields.setdefault(name.lower(), []).append(value.rstrip(b" \t"))
    is_1_1 = minor == b"1"
    framing = _body_framing(fields.get(b"content-length"), fields.get(b"transfer-encoding"), is_1_1=is_1_1)
    if isinstance(framing, Refusal):
        return framing
    length, chunked = framing
    hosts = fields.get(b"host", ())
    if len(hosts) > 1 or (hosts and re.search(rb"[\s,/@?#\\]", hosts[0])):
        return Refusal("bad_host")
    connection = _members(fields.get(b"connection", ()))
    keep_alive = b"close" not in connection if is_1_1 else b"keep-alive" in connection
    expects = is_1_1 and b"100-continue" in _members(fields.get(b"expect", ()))
    content_type = fields.get(b"content-type", (b"",))[0]
    host = hosts[0] if hosts else b""
    return Head(
        raw,
        method,
        target,
        int(is_1_1),
        length,
        chunked,
        keep_alive,
        expects and (chunked or length > 0),
        content_type,
        host,
    )


def _members(values: Iterable[bytes]) -> set[bytes]:
    """The members of a list field (RFC 9110, section 5.6.1), in lower case."""
    return {member.strip(b" \t") for member in b",".join(values).lower().split(b",")}


def _body_framing(
    lengths: list[bytes] | None, codings: list[bytes] | None, *, is_1_1: bool
) -> tuple[int, bool] | Refusal:
    """Declared length and whether the body is chunked (RFC 9112, section 6.3)."""
    if codings:
        if lengths or not is_1_1:
            return Refusal("conflicting_length" if lengths else "bad_transfer_encoding")
        if len(codings) > 1 or codings[0].lower() != b"chunked":
            return Refusal("bad_transfer_encoding")
        return 0, True
    if not lengths:
        return 0, False
    if len(set(lengths)) > 1:
        return Refusal("conflicting_length")
    if not lengths[0].isdigit() or len(lengths[0]) > 18:
        return Refusal("bad_content_length")
    return int(lengths[0]), False


def _why_not_a_head(raw: bytes) -> str:
    """The code of the first fault of a head that the grammar does not match."""
    line, *fields = raw.split(b"\n")
    if foreign := foreign_protocol(raw):
        return foreign
    if not line.endswith(b"\r"):
        return "bad_line_end" if _REQUEST_LINE.fullmatch(line) else "bad_request_line"
    if not _REQUEST_LINE.fullmatch(line[:-1]):
        versioned = re.fullmatch(_TOKEN + rb" \S+ HTTP/(\d\.\d)", line[:-1])
        return "bad_version" if versioned and versioned[1] not in (b"1.0", b"1.1") else "bad_request_line"
    for field in fields[:-2]:
        if not field.endswith(b"\r"):
            return "bad_line_end"
        if field[:1] in (b" ", b"\t"):
            return "folded_header"
        if not _FIELD.fullmatch(field[:-1]):
            return "bad_header"
    return "bad_line_end"


def foreign_protocol(start: bytes) -> str:
    """The code for another protocol that shows in the first bytes; empty when they may begin an HTTP/1
    request."""
    if start[:1] == b"\x16" and start[1:2] in (b"\x03", b""):
        return "tls"
    if start.startswith(b"PRI * HTTP/2.0"):
        return "http2"
    if start.startswith((b"PROXY TCP", b"PROXY UNKNOWN", b"\r\n\r\n\x00\r\nQUIT\n")):
        return "proxy_protocol"
    if start[:1] and not re.match(rb"[\r\n!#$%&'*+.^_`|~0-9A-Za-z-]", start):
        return "not_http"
    return ""


class ChunkedBody:
    """Takes a chunked body apart as it arrives: body bytes on one side, framing lines on the other."""

    def __init__(self) -> None:
        self.framing = bytearray()
        """Chunk-size lines and the trailer section so far, as sent."""
        self.finished = False
        self._left = 0
        """Bytes of the current chunk still to come."""
        self._state = "size"
        self._trailer_start = 0

    def feed(self, buffer: bytearray) -> bytes | Refusal:
        """Take what can be taken from the front of `buffer` (it is consumed) and give the body bytes among
        it."""
        pieces: list[bytes] = []
        while not self.finished and buffer:
            if self._state == "data":
                piece = bytes(buffer[: self._left])
                del buffer[: len(piece)]
                pieces.append(piece)
                self._left -= len(piece)
                if self._left:
                    break
                self._state = "end"
            elif self._state == "end":
                if len(buffer) < 2:
                    if buffer != b"\r":
                        return Refusal("bad_chunk")
                    break
                if buffer[:2] != b"\r\n":
                    return Refusal("bad_chunk")
                del buffer[:2]
                self._state = "size"
            else:
                code = self._take_line(buffer)
                if code == "more":
                    break
                if code:
                    return Refusal(code)
        return b"".join(pieces)

    def _take_line(self, buffer: bytearray) -> str:
        """Take a chunk-size or trailer line; gives `more` when it is not whole yet, a refusal's code, or
        nothing."""
        end = buffer.find(b"\n")
        limit = _CHUNK_LINE_LIMIT if self._state == "size" else _TRAILER_LIMIT
        if end < 0:
            return "bad_chunk" if len(buffer) > limit else "more"
        line = bytes(buffer[: end + 1])
        del buffer[: end + 1]
        self.framing += line
        if self._state == "size":
            size = chunk_size(line) if _CHUNK_LINE.fullmatch(line) else None
            if size is None or len(line) > limit:
                return "bad_chunk"
            self._left = size
            self._state = "data" if size else "trailer"
            self._trailer_start = len(self.framing)
            return ""
        if line == b"\r\n":
            self.finished = True
            return ""
        if not _FIELD.fullmatch(line[:-2]) or not line.endswith(b"\r\n"):
            return "bad_trailer"
        return "head_too_large" if len(self.framing) - self._trailer_start > limit else ""


def unfinished_fault(buffer: bytearray) -> str:
    """The code of a fault that shows before the head is whole; empty when more bytes may still make it
    one."""
    if foreign := foreign_protocol(bytes(buffer[:24])):
        return foreign
    if len(buffer) > HEAD_LIMIT:
        return "head_too_large"
    return "bad_line_end" if b"\n\n" in buffer else ""
