"""JSON Schemas of endpoints: kept once they have been read, and captures checked against them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import apsw

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.query.payload import Message
from garfio.core.shape import SHAPE_LIMIT, conformance, payload_of
from garfio.engine.signal import Signal
from garfio.engine.slow import SlowWork
from garfio.engine.store import reading, schemas
from garfio.engine.store.reader import Reader
from garfio.engine.store.schemas import KeptSchema
from garfio.engine.store.writer import Writer

HOLDS, FAILS, UNCHECKED = "holds", "fails", "unchecked"
_LARGE_SCHEMA = 64 << 10
"""Characters of a schema from which on reading it would keep the window's interpreter busy."""


@dataclass(frozen=True, slots=True)
class Conformance:
    """What came of checking a capture against a schema."""

    schema: KeptSchema
    faults: tuple[conformance.SchemaFault, ...]
    """Where it does not hold; empty when it does, and when the body is no document."""
    has_document: bool = True
    """False for a body that is neither JSON nor a form, or too long to be checked."""

    @property
    def holds(self) -> bool:
        """True when the body is what the schema says."""
        return self.has_document and not self.faults


def schema_of_file(file: Path, path: str, event_type: str = "") -> KeptSchema:
    """The schema in a file, for an endpoint. Raises AppError `file.read` or as `read_schema` does."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(conformance.SCHEMA_LIMIT + 1)
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise AppError("file.read", f"{file} cannot be read: {why}.", path=file) from error
    conformance.read_schema(raw if len(raw) > conformance.SCHEMA_LIMIT else text)
    return KeptSchema(path, event_type, file.name, text)


def check(head: bytes, body: bytes, schema: KeptSchema) -> Conformance:
    """Check a message against a schema."""
    document = payload_of(Message(head, body))
    if document is ...:
        return Conformance(schema, (), has_document=False)
    return Conformance(schema, conformance.faults_of(conformance.read_schema(schema.text), document))


def schema_verdict(connection: apsw.Connection, path: str, event_type: str, request: Request) -> str:
    """What the schema of an endpoint says of a message, as `CaptureSummary.schema`."""
    schema = schemas.schema_for(connection, path, event_type)
    if schema is None:
        return ""
    document = payload_of(Message(request.head, request.body))
    if document is ...:
        return UNCHECKED
    try:
        return HOLDS if conformance.holds(schema.text, document) else FAILS
    except AppError:  # what an earlier version could read
        return UNCHECKED


def check_capture(connection: apsw.Connection, wanted: CaptureId) -> Conformance | None:
    """Check a capture against the schema of its endpoint; None when there is none."""
    found = _material(connection, wanted)
    return check(*found) if found else None


def _material(connection: apsw.Connection, wanted: CaptureId) -> tuple[bytes, bytes, KeptSchema] | None:
    """Head, body and schema of a capture; of a body that is too long as much as shows that."""
    capture = reading.capture(connection, wanted, SHAPE_LIMIT + 1)
    row = capture.summary
    schema = schemas.schema_for(connection, row.endpoint, row.event_type) if row.endpoint else None
    is_event = not row.refusal and not row.handshake
    return (capture.request.head, capture.request.body, schema) if schema and is_event else None


class SchemaDesk:
    """The schemas of one workspace."""

    def __init__(self, reader: Reader, writer: Callable[[], Writer], slow: SlowWork) -> None:
        self.changed: Signal[None] = Signal()
        self._reader = reader
        self._writer = writer
        self._slow = slow

    async def all(self, path: str | None = None) -> list[KeptSchema]:
        """The schemas of an endpoint, or all."""
        return await self._reader.run(schemas.schemas, path)

    async def check(self, capture: CaptureId) -> Conformance | None:
        """Check a capture against the schema of its endpoint; None when there is none. Raises AppError
        `capture.missing`."""
        found = await self._reader.run(_material, capture)
        if found is None:
            return None
        is_large = len(found[-1].text) > _LARGE_SCHEMA
        return await (self._slow.run_apart if is_large else self._slow.run)(check, *found)

    async def keep(self, schema: KeptSchema) -> None:
        """Check against a schema from now on. Raises AppError `endpoint.missing`."""
        await self._writer().run(partial(schemas.keep, schema=schema))
        self.changed.emit(None)

    async def remove(self, path: str, event_type: str) -> None:
        """Check against it no more. Raises AppError `schema.missing`."""
        await self._writer().run(partial(schemas.remove, path=path, event_type=event_type))
        self.changed.emit(None)
