"""Captures to a file in any format of `core.export`, with or without secrets: streamed, with progress, and
whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import apsw

from garfio.core.capture import Capture, CaptureId
from garfio.core.errors import AppError
from garfio.core.export import registry
from garfio.core.export.context import Context
from garfio.core.http import Request
from garfio.core.redaction.request import redact
from garfio.core.redaction.rules import Rules
from garfio.engine.store import reading
from garfio.engine.store.reader import Reader


@dataclass(slots=True)
class Export:
    """One export under way; its figures may be read at any time, and setting `cancelled` ends it."""

    ids: Sequence[CaptureId]
    """The captures in the order of the file."""
    format: str
    """A name of `core.export.registry.FORMATS`."""
    file: Path
    base_url: str
    """Where exported commands send to: scheme and host."""
    rules: Rules | None = None
    """What to take out; None leaves everything as it is."""
    written: int = 0
    """Captures written so far."""
    hidden: int = 0
    """Values taken out so far."""
    cancelled: bool = False
    missing: int = field(default=0)
    """Captures that were gone, or were refused messages and no requests."""


class Exports:
    """Writes files on a thread of its own."""

    def __init__(self, path: Path) -> None:
        self._reader = Reader(path, "store-exports")

    async def close(self) -> None:
        """Let go of the database."""
        await self._reader.close()

    async def write(self, export: Export) -> bool:
        """Write the file; False when it was cancelled, and then there is none. Raises AppError `file.write`."""
        return await self._reader.run(write_export, export)


def write_export(connection: apsw.Connection, export: Export) -> bool:
    """Write to a file beside the wanted one and put that in its place when it is whole.

    Gives False when it was cancelled. Raises AppError `file.write`, or `export.single` for more captures than
    the format holds.
    """
    entry = registry.FORMATS[export.format]
    if entry.single and len(export.ids) > 1:
        raise AppError("export.single", f"The format {entry.name} holds one capture.", format=entry.name)
    part = export.file.with_name(f"{export.file.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as out:
            for piece in registry.document(entry, _requests(connection, export)):
                out.write(piece)
        if export.cancelled:
            part.unlink()
            return False
        part.replace(export.file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise AppError(
            "file.write",
            f"{export.file} cannot be written: {error.strerror}.",
            hint="Choose another place.",
            path=export.file,
        ) from error
    return True


def _requests(connection: apsw.Connection, export: Export) -> Iterator[tuple[Request, Context]]:
    for wanted in export.ids:
        if export.cancelled:
            return
        try:
            capture = reading.capture(connection, wanted)
        except AppError:
            export.missing += 1
            continue
        if capture.summary.refusal:
            export.missing += 1
            continue
        yield _entry(capture, export)
        export.written += 1


def _entry(capture: Capture, export: Export) -> tuple[Request, Context]:
    request = capture.request
    if export.rules is not None:
        result = redact(request, export.rules)
        request = result.request
        export.hidden += result.count
    return request, Context.of_summary(capture.summary, export.base_url)
