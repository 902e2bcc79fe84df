"""Edits of captures that the user keeps under a name; they stay when their capture is deleted.

A list of them never reads a body.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import apsw

from garfio.core.capture import CaptureId
from garfio.core.edit import Edit, EditSummary
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.engine.signal import Signal
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

LONGEST_NAME = 80


def stored_edits(connection: apsw.Connection) -> list[EditSummary]:
    """All edits, by name."""
    rows = connection.execute("SELECT name, capture, saved_at_us FROM edits ORDER BY name")
    return [EditSummary(str(name), CaptureId(int(capture)), int(at)) for name, capture, at in rows]


def stored_edit(connection: apsw.Connection, name: str) -> Edit:
    """One edit whole. Raises AppError `edit.missing`."""
    row = connection.execute(
        "SELECT name, capture, head, body, signature, saved_at_us FROM edits WHERE name = ?", (name,)
    ).fetchone()
    if row is None:
        raise AppError("edit.missing", f"There is no edit {name!r} any more.", name=name)
    named, capture, head, body, signature, at = row
    return Edit(named, CaptureId(capture), Request(head, body), signature, at)


def write_edit(connection: apsw.Connection, edit: Edit, *, replace: bool) -> None:
    """Keep an edit. Raises AppError `edit.exists` for a name that is in use, unless it is to be replaced."""
    if not replace:
        _require_free(connection, edit.name)
    connection.execute(
        "INSERT OR REPLACE INTO edits(name, capture, head, body, signature, saved_at_us) VALUES(?, ?, ?, ?, ?, ?)",
        (edit.name, edit.capture, edit.request.head, edit.request.body, edit.signature, edit.saved_at_us),
    )


def rename_edit(connection: apsw.Connection, old: str, new: str) -> None:
    """Give an edit another name. Raises AppError `edit.missing` or `edit.exists`."""
    stored_edit(connection, old)
    if old.casefold() != new.casefold():
        _require_free(connection, new)
    connection.execute("UPDATE edits SET name = ? WHERE name = ?", (new, old))


def delete_edit(connection: apsw.Connection, name: str) -> None:
    """Forget an edit."""
    connection.execute("DELETE FROM edits WHERE name = ?", (name,))


def _require_free(connection: apsw.Connection, name: str) -> None:
    if connection.execute("SELECT 1 FROM edits WHERE name = ?", (name,)).fetchone():
        raise AppError(
            "edit.exists", f"There is an edit named {name} already.", hint="Choose another name.", name=name
        )


class Edits:
    """The edits of one workspace."""

    def __init__(self, reader: Reader, writer: Callable[[], Writer]) -> None:
        self.changed: Signal[None] = Signal()
        """An edit was saved, renamed or removed."""
        self._reader = reader
        self._writer = writer

    async def all(self) -> list[EditSummary]:
        """All edits, by name."""
        return await self._reader.run(stored_edits)

    async def get(self, name: str) -> Edit:
        """One edit whole. Raises AppError `edit.missing`."""
        return await self._reader.run(stored_edit, name)

    async def save(
        self, name: str, capture: CaptureId, request: Request, signature: str, *, replace: bool = False
    ) -> str:
        """Keep a request under a name, and give the name as kept. Raises AppError `edit.name` or `edit.exists`."""
        edit = Edit(_checked(name), capture, request, signature, time.time_ns() // 1000)
        await self._writer().run(lambda db: write_edit(db, edit, replace=replace))
        self.changed.emit(None)
        return edit.name

    async def rename(self, old: str, new: str) -> str:
        """Give an edit another name, and give that as kept. Raises AppError `edit.…`."""
        name = _checked(new)
        await self._writer().run(lambda db: rename_edit(db, old, name))
        self.changed.emit(None)
        return name

    async def remove(self, name: str) -> None:
        """Forget an edit."""
        await self._writer().run(lambda db: delete_edit(db, name))
        self.changed.emit(None)


def _checked(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > LONGEST_NAME:
        raise AppError("edit.name", f"An edit needs a name of at most {LONGEST_NAME} characters.")
    return tidy
