"""Puts a row into a local table. Cells of a CSV file that a spreadsheet could take for a formula are defused."""

from __future__ import annotations

import asyncio
import csv
import io
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import apsw

from garfio.core.action import Deed
from garfio.core.exact_json import write_json
from garfio.core.export.csv_row import defuse
from garfio.engine.action.tools import Tools
from garfio.engine.store.runs import Outcome

_BUSY_MS = 5_000


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when it is on the disk; a file that cannot be written to is tried again."""
    values = deed.values
    file = place_of(values["file"], tools.database)
    if file is None:
        return Outcome("failed", "file.own", "The workspace's own files take no rows.")
    write = {"csv": _csv, "ndjson": _ndjson, "sqlite": _sqlite}[values["format"]]
    try:
        await asyncio.to_thread(write, file, values)
    except apsw.Error as error:
        return Outcome("waiting", "file.write", f"{file}: {error}")
    except OSError as error:
        return Outcome("waiting", "file.write", f"{file}: {error.strerror}")
    return Outcome("done", "", str(file))


def place_of(name: str, database: Path) -> Path | None:
    """The file that a name stands for; None for the workspace itself and what lies beside it under its name."""
    file = Path(os.path.normpath(database.parent / Path(name).expanduser()))
    own = file.parent.resolve() == database.parent.resolve() and file.name.startswith(database.name)
    return None if own else file


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | dict | list):
        return write_json(value)
    text = str(value)
    return text if isinstance(value, int | float | Decimal) else defuse(text)


def _csv(file: Path, values: dict[str, Any]) -> None:
    row = values["row"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if not file.exists() or not file.stat().st_size:
        writer.writerow([defuse(name) for name in row])
    writer.writerow([_cell(value) for value in row.values()])
    _add(file, out.getvalue().encode("utf-8", "replace"))


def _ndjson(file: Path, values: dict[str, Any]) -> None:
    _add(file, write_json(values["row"]).encode("utf-8", "replace") + b"\n")


def _add(file: Path, data: bytes) -> None:
    """One write to the end, durable before it counts as done; after a line that was left unfinished, a new one."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    try:
        size = os.fstat(handle).st_size
        if size:
            os.lseek(handle, size - 1, os.SEEK_SET)
            if os.read(handle, 1) != b"\n":
                data = b"\n" + data
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _sqlite(file: Path, values: dict[str, Any]) -> None:
    """Names of tables and columns have been checked; columns that are new are added, and a key is updated."""
    table, row, key = values["table"], values["row"], values["key"]
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = apsw.Connection(str(file))
    try:
        connection.set_busy_timeout(_BUSY_MS)
        connection.execute("BEGIN IMMEDIATE")
        columns = ", ".join(f'"{name}"' for name in row)
        connection.execute(f'CREATE TABLE IF NOT EXISTS "{table}"({columns})')
        known = {str(found[1]).lower() for found in connection.execute(f'PRAGMA table_info("{table}")')}
        for name in row:
            if name.lower() not in known:
                connection.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}"')
        update = ""
        if key:
            keys = ", ".join(f'"{name}"' for name in key)
            index = "_".join([table, *key, "key"])
            connection.execute(f'CREATE UNIQUE INDEX IF NOT EXISTS "{index}" ON "{table}"({keys})')
            rest = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name not in key)
            update = f" ON CONFLICT({keys}) DO " + (f"UPDATE SET {rest}" if rest else "NOTHING")
        marks = ", ".join("?" * len(row))
        connection.execute(
            f'INSERT INTO "{table}"({columns}) VALUES({marks}){update}', tuple(map(_bound, row.values()))
        )
        connection.execute("COMMIT")
    finally:
        connection.close()


def _bound(value: Any) -> str | int | float | None:
    """As SQLite keeps it; an exact number that would not survive as a float stays text."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int) and -(2**63) <= value < 2**63:
        return value
    if value is None or isinstance(value, str | float):
        return value
    return write_json(value) if isinstance(value, dict | list) else str(value)
