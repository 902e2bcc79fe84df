"""Raw HTTP messages, one or several one after another: exact.

Each is delimited by its own framing. A file written by hand, whose Content-Length may be stale, is one message
whose body goes to the end, unless what follows is another request line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault, arrival_of
from garfio.core.wire import ChunkedBody, Refusal, parse_head

REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+ \S+ HTTP/1\.[01]\r?\n")
_REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+ \S+ HTTP/1\.[01]\r\n")


def recognise_http(raw: bytes) -> bool:
    """Whether a file begins with a request line."""
    return bool(REQUEST_LINE.match(raw.lstrip(b"\r\n")[:70_000]))


def read_http(raw: bytes, at_us: int) -> Iterator[Arrival]:
    """The messages of a file. Raises ImportFault when the first line is not a request line."""
    try:
        for request in split_messages(raw):
            yield arrival_of(request, at_us)
    except ImportFault:
        raise
    except ValueError as error:
        raise ImportFault("The first line is no request line such as POST /path HTTP/1.1.") from error


def split_messages(raw: bytes) -> Iterator[Request]:
    """The messages of a file, in order. Raises ValueError with a sentence when the first line is not a
    request line."""
    rest = raw.lstrip(b"\r\n")
    while True:
        length = _framed_length(rest)
        following = rest[length:].lstrip(b"\r\n") if length else b""
        if not following or not _REQUEST_LINE.match(following):
            yield Request.from_bytes(rest)
            return
        yield Request.from_bytes(rest[:length])
        rest = following


def _framed_length(raw: bytes) -> int:
    """Bytes of the first message by its own framing; 0 when that cannot be told."""
    end = raw.find(b"\r\n\r\n")
    head = parse_head(raw[: end + 4]) if end >= 0 else None
    if head is None or isinstance(head, Refusal):
        return 0
    if not head.chunked:
        return end + 4 + head.length if end + 4 + head.length <= len(raw) else 0
    body = ChunkedBody()
    buffer = bytearray(raw[end + 4 :])
    if isinstance(body.feed(buffer), Refusal) or not body.finished:
        return 0
    return len(raw) - len(buffer)
