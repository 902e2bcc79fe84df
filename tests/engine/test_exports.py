"""Files are written in any format, without secrets if wanted, and whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival, make_message, make_refused

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.redaction.rules import Rules
from garfio.engine.exports import Export, write_export
from garfio.engine.store import reading
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database

SECRET = make_message(b'{"token":"abc","n":1}', fields=[(b"Authorization", b"Bearer s3cret-value")])


@pytest.fixture
def connection(db: Path) -> apsw.Connection:
    """Two requests, the first with secrets, and a refused message between them."""
    open_database(db)
    connection = connect(db)
    reading.prepare_reading(connection)
    insert_arrivals(
        connection, [make_arrival(request=Request.from_bytes(SECRET)), make_refused(), make_arrival()]
    )
    return connection


def make_export(file: Path, **fields: object) -> Export:
    ids = [CaptureId(number) for number in (1, 2, 3, 9)]
    return Export(**{"ids": ids, "format": "ndjson", "file": file, "base_url": "http://h", **fields})


def test_everything_is_written(connection: apsw.Connection, tmp_path: Path) -> None:
    """Four captures were wanted, of which one was refused and one is gone; the others are in the file."""
    export = make_export(tmp_path / "out.ndjson")
    assert write_export(connection, export)
    rows = [json.loads(line) for line in export.file.read_text().splitlines()]
    assert [row["id"] for row in rows] == [1, 3]
    assert (export.written, export.missing, export.hidden) == (2, 2, 0)
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_secrets_are_taken_out(connection: apsw.Connection, tmp_path: Path) -> None:
    """Redaction was on; neither header nor body value is in the file, and both are counted."""
    export = make_export(tmp_path / "out.http", format="http", rules=Rules())
    write_export(connection, export)
    raw = export.file.read_bytes()
    assert b"s3cret" not in raw
    assert b"abc" not in raw
    assert export.hidden == 2


def test_a_cancelled_export_leaves_no_file(connection: apsw.Connection, tmp_path: Path) -> None:
    """It was cancelled; what was there before is untouched."""
    export = make_export(tmp_path / "out.ndjson", cancelled=True)
    export.file.write_text("before")
    assert not write_export(connection, export)
    assert export.file.read_text() == "before"


@pytest.mark.parametrize(
    ("fields", "code"), [({"format": "body"}, "export.single"), ({"file": Path("/nowhere/x")}, "file.write")]
)
def test_what_cannot_be_written(
    connection: apsw.Connection, tmp_path: Path, fields: dict[str, object], code: str
) -> None:
    """Several captures in a format for one, and a folder that is not there: an error in words."""
    with pytest.raises(AppError) as caught:
        write_export(connection, make_export(**{"file": tmp_path / "x", **fields}))
    assert caught.value.code == code
