"""Captures to files and back: written in a format of `core.export`, read in whatever `core.importing` knows."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

import apsw

from garfio.core.capture import Arrival, CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault
from garfio.core.importing.registry import MOST_BYTES, read_any
from garfio.engine.store import reading
from garfio.engine.store.captures import PART_BYTES, insert_arrivals, insert_parts


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


def read_file(file: Path) -> list[Arrival]:
    """The captures in a file of any known kind.

    Raises AppError `file.read`, `file.too_large`, or `file.not_http` for one that is none of them or broken.
    """
    try:
        status = file.stat()
        if status.st_size > MOST_BYTES:
            raise AppError(
                "file.too_large",
                f"{file} is larger than {MOST_BYTES // 1024**2} MiB.",
                hint="Split it.",
                path=file,
                most=MOST_BYTES // 1024**2,
            )
        raw = file.read_bytes()
    except OSError as error:
        raise AppError(
            "file.read",
            f"{file} cannot be read: {error.strerror}.",
            hint="Check its name.",
            path=file,
            reason=error.strerror,
        ) from error
    try:
        return read_any(raw, max(1, status.st_mtime_ns // 1000)).arrivals
    except ImportFault as error:
        raise AppError(
            "file.not_http",
            f"{file} cannot be imported.",
            hint=str(error),
            path=file,
            reason=str(error),
            fault=error,
        ) from error


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
