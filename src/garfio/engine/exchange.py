"""Captures to files and back, as raw HTTP messages (`.http`).

A file holds one message, or several one after another: each is delimited by its own framing. A file written
by hand, whose Content-Length may be stale, is one message whose body goes to the end, unless what follows
is another request line.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import apsw

from garfio.core.capture import Arrival, CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.wire import ChunkedBody, Refusal, parse_head
from garfio.engine.store import reading
from garfio.engine.store.captures import PART_BYTES, insert_arrivals, insert_parts

_REQUEST_LINE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+ \S+ HTTP/1\.[01]\r\n")


def export_http(connection: apsw.Connection, ids: Sequence[CaptureId], file: Path) -> int:
    """Write the messages of `ids` to `file` in this order; gives how many. Raises AppError `file.write`."""
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            for wanted in ids:
                out.write(reading.capture(connection, wanted).request.to_bytes())
    except OSError as error:
        raise AppError(
            "file.write",
            f"{file} cannot be written: {error.strerror}.",
            hint="Choose another place.",
            path=file,
        ) from error
    return len(ids)


def read_http(file: Path) -> list[Arrival]:
    """The messages in a file. Raises AppError `file.read` or `file.not_http`."""
    try:
        raw = file.read_bytes()
        at_us = file.stat().st_mtime_ns // 1000
    except OSError as error:
        raise AppError(
            "file.read", f"{file} cannot be read: {error.strerror}.", hint="Check its name.", path=file
        ) from error
    try:
        return [_arrival(request, at_us) for request in split_messages(raw)]
    except ValueError as error:
        raise AppError(
            "file.not_http", f"{file} is not an HTTP message.", hint=str(error), path=file
        ) from error


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


def store(connection: apsw.Connection, arrivals: list[Arrival]) -> list[CaptureId]:
    """Store imported messages inside the open transaction."""
    ready = []
    for arrival in arrivals:
        body = arrival.request.body
        if len(body) > PART_BYTES:
            key = secrets.randbits(62)
            parts = range(0, len(body), PART_BYTES)
            insert_parts(connection, [(key, seq, body[at : at + PART_BYTES]) for seq, at in enumerate(parts)])
            request = Request(arrival.request.head, b"", arrival.request.framing)
            arrival = Arrival(
                request,
                arrival.received_at_us,
                "",
                0,
                source="import",
                content_type=arrival.content_type,
                body_key=key,
                size=len(body),
            )
        ready.append(arrival)
    return [CaptureId(number) for number in insert_arrivals(connection, ready)]


def _arrival(request: Request, at_us: int) -> Arrival:
    return Arrival(
        request,
        time.time_ns() // 1000 if at_us <= 0 else at_us,
        "",
        0,
        source="import",
        content_type=request.headers.text("content-type") or "",
        size=len(request.body),
    )


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
