"""HTTP/1 messages as bytes, and the facts read from them: request line, content type, charset, codings.

A `Request` keeps the head verbatim (every byte up to and including the empty line) beside the body with its
transfer framing removed, and that framing apart, so that the message can be written again as it arrived.
Hostile input never raises here: a head that cannot be read has been refused before (`core.wire`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from garfio.core.headers import Headers, decode_value

_BLANKS = b" \t"


@dataclass(frozen=True)
class Request:
    """One HTTP request, byte for byte."""

    head: bytes
    """Request line and header lines as on the wire, with the closing empty line."""
    body: bytes = b""
    """Body bytes as on the wire (still compressed if they were), transfer chunks joined."""
    framing: bytes | None = None
    """For a chunked body its chunk-size lines and its trailer section, in order; None when not chunked."""

    @cached_property
    def _request_line(self) -> tuple[str, bytes, str]:
        return split_request_line(self.head)

    @property
    def method(self) -> str:
        """The method as sent; case matters."""
        return self._request_line[0]

    @property
    def target(self) -> bytes:
        """The request target exactly as sent: path and query, absolute form, or `*`."""
        return self._request_line[1]

    @property
    def http_version(self) -> str:
        """`HTTP/1.1` or `HTTP/1.0`."""
        return self._request_line[2]

    @cached_property
    def path(self) -> str:
        """The target without its query, in origin form, as text; percent escapes stay as sent."""
        return target_path(self.target)

    @cached_property
    def query(self) -> bytes:
        """What follows the first `?` of the target, raw; empty when there is none."""
        return self.target.partition(b"?")[2]

    @cached_property
    def headers(self) -> Headers:
        """The header fields, in wire order."""
        return parse_fields(self.head.partition(b"\n")[2])

    @cached_property
    def trailers(self) -> Headers:
        """The trailer fields of a chunked body; empty when there are none."""
        if self.framing is None:
            return Headers()
        return parse_fields(_split_framing(self.framing)[1])

    def to_bytes(self) -> bytes:
        """The whole message as it arrived, chunk framing included; one that broke off ends where it did."""
        if self.framing is None:
            return self.head + self.body
        sizes, trailer = _split_framing(self.framing)
        parts = [self.head]
        at = 0
        for number, (line, size) in enumerate(sizes, start=1):
            parts.append(line)
            if size:
                parts.append(self.body[at : at + size])
                at += size
                if number < len(sizes) or trailer:
                    parts.append(b"\r\n")
        parts.append(trailer)
        return b"".join(parts)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Request:
        """Read a message written to a file: everything after the empty line is the body, whatever
        Content-Length says.

        A chunked message is unframed if it can be; otherwise its bytes are the body as they are. Lines may
        end with LF alone. Raises ValueError with a sentence when there is no request line.
        """
        raw = raw.lstrip(b"\r\n")
        ends = [(raw.find(mark), mark) for mark in (b"\r\n\r\n", b"\n\n")]
        found = [(at, mark) for at, mark in ends if at >= 0]
        if found:
            at, mark = min(found)
            head, body = raw[: at + len(mark)], raw[at + len(mark) :]
        else:
            head, body = raw.rstrip(b"\r\n") + b"\r\n\r\n", b""
        request = cls(head, body)
        if request.method == "" or not request.target or not request.http_version.startswith("HTTP/"):
            raise ValueError(
                "The first line is not an HTTP request line. It must read like: POST /path HTTP/1.1"
            )
        coding = request.headers.text("transfer-encoding")
        if coding and coding.strip().lower() == "chunked":
            unframed = unchunk(body)
            if unframed is not None:
                return cls(head, *unframed)
        return request


def split_request_line(head: bytes) -> tuple[str, bytes, str]:
    """Method, target and version of a head's first line, as they are."""
    line = head.partition(b"\n")[0].rstrip(b"\r")
    method, _, rest = line.partition(b" ")
    target, _, version = rest.rpartition(b" ")
    return method.decode("latin-1"), target, version.decode("latin-1")


def target_path(target: bytes) -> str:
    """The path of a request target in any form, as text without the query: `*` and a CONNECT authority as
    they are."""
    path = target.partition(b"?")[0]
    if not path.startswith(b"/"):
        scheme, mark, rest = path.partition(b"://")
        if mark and scheme.isalpha():
            path = b"/" + rest.partition(b"/")[2]
    return decode_value(path)


def parse_fields(block: bytes) -> Headers:
    """Header lines to pairs: names as sent, values without the blanks around them, folded lines joined by
    one blank."""
    pairs: list[tuple[bytes, bytes]] = []
    for line in block.split(b"\n"):
        if line.endswith(b"\r"):
            line = line[:-1]
        if not line:
            continue
        if line[:1] in (b" ", b"\t") and pairs:
            name, value = pairs[-1]
            pairs[-1] = (name, value + b" " + line.strip(_BLANKS))
            continue
        name, _, value = line.partition(b":")
        pairs.append((name, value.strip(_BLANKS)))
    return Headers(pairs)


def chunk_size(line: bytes) -> int | None:
    """The size that a chunk-size line states, or None when it states none."""
    digits = line.partition(b";")[0].strip(b" \t\r\n")
    if not digits or len(digits) > 16 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def unchunk(data: bytes) -> tuple[bytes, bytes] | None:
    """A chunked byte string to (body, framing), or None when it is not a whole, well-formed one."""
    body: list[bytes] = []
    framing: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at)
        size = chunk_size(data[at:end]) if end >= 0 else None
        if size is None:
            return None
        framing.append(data[at : end + 1])
        at = end + 1
        if size == 0:
            break
        chunk = data[at : at + size]
        if len(chunk) < size or data[at + size : at + size + 2] != b"\r\n":
            return None
        body.append(chunk)
        at += size + 2
    trailer = data[at:]
    if not trailer.endswith((b"\r\n\r\n", b"\n\n")) and trailer not in (b"\r\n", b"\n"):
        return None
    return b"".join(body), b"".join(framing) + trailer


def _split_framing(framing: bytes) -> tuple[list[tuple[bytes, int]], bytes]:
    """Framing to its chunk-size lines with their sizes, and the trailer section."""
    lines: list[tuple[bytes, int]] = []
    at = 0
    while (end := framing.find(b"\n", at)) >= 0:
        line = framing[at : end + 1]
        size = chunk_size(line) or 0
        lines.append((line, size))
        at = end + 1
        if size == 0:
            break
    return lines, framing[at:]


@dataclass(frozen=True, slots=True)
class ContentType:
    """A Content-Type header, split; `media_type` is lower case and empty when the header is absent or
    unreadable."""

    media_type: str
    charset: str | None
    """Lower case, without quotes; None when the header names none."""
    boundary: str | None
    """The multipart boundary, or None."""

    @property
    def is_json(self) -> bool:
        """True for application/json and every `+json` type."""
        return self.media_type.endswith(("/json", "+json"))

    @property
    def is_form(self) -> bool:
        """True for application/x-www-form-urlencoded."""
        return self.media_type == "application/x-www-form-urlencoded"


def parse_content_type(value: str | None) -> ContentType:
    """Split a Content-Type value. Never raises; unknown parameters are left out."""
    media_type, *parameters = (value or "").split(";")
    found: dict[str, str] = {}
    for parameter in parameters:
        name, _, text = parameter.partition("=")
        found.setdefault(name.strip().lower(), text.strip().strip('"'))
    charset = found.get("charset", "").lower() or None
    return ContentType(media_type.strip().lower(), charset, found.get("boundary") or None)
