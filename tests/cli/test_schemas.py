"""`garfio schemas`: given, checked, learned."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result
from tests.engine.signed import arrival, stripe_request

from garfio.core.shape import Shape
from garfio.engine.database import change
from garfio.engine.store import shapes
from garfio.engine.store.shapes import KnownShape, Lesson

Run = Callable[..., Result]


def test_a_capture_is_checked(run: Run, objects: Any, store: Any, db: Path, tmp_path: Path) -> None:
    """Against the schema of its endpoint or one that is named; 1 is the answer no, with the place."""
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"required": ["id"]}')
    bad.write_text('{"properties": {"id": {"type": "number"}}}')
    store(arrival(stripe_request()))
    assert run("endpoints", "add", "/stripe", "--provider", "stripe").exit_code == 0
    assert run("schemas", "check", 1).exit_code == 1
    assert "has no schema" in run("schemas", "check", 1).stderr
    assert run("schemas", "add", "/stripe", bad).exit_code == 0
    assert run("schemas", "add", "/stripe", good, "--event", "invoice.paid").exit_code == 0
    assert [row["schema"] for row in objects("list", "schema:holds", "--json")] == ["holds"]
    assert run("schemas", "check", 1).exit_code == 0
    refused = run("schemas", "check", 1, "--schema", bad)
    assert (refused.exit_code, refused.stdout) == (1, '.id: "evt_1" is not of type "number"\n')
    assert objects("schemas", "list", "--json")[1]["event_type"] == "invoice.paid"
    assert run("schemas", "remove", "/stripe", "--event", "invoice.paid").exit_code == 0
    assert len(objects("list", "schema:fails", "--json")) == 1
    lines = [json.loads(line) for line in run("schemas", "check", 1, "--json").stdout.splitlines()]
    assert [(line["path"], line["keyword"]) for line in lines] == [(".id", "type")]
    assert run("schemas", "remove", "/stripe", "--event", "invoice.paid").exit_code == 1


def test_a_file_that_is_no_schema(run: Run, tmp_path: Path) -> None:
    """Nothing is kept, and it is said why."""
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"$ref": "https://example.com/other.json"}')
    run("endpoints", "add", "/stripe")
    result = run("schemas", "add", "/stripe", wrong)
    assert result.exit_code == 1
    assert "$defs" in result.stderr
    assert "no schemas yet" in run("schemas", "list").stderr


def test_what_was_learned(run: Run, db: Path) -> None:
    """It is listed and printed as a schema; of what is not known it is said."""
    run("endpoints", "add", "/stripe")
    shape = Shape()
    shape.learn({"id": "x"})
    lesson = Lesson(0, 1, 0, ((KnownShape("stripe", "a.b", 1), shape.to_json()),))
    change(db, lambda connection: shapes.record(connection, [lesson]))
    assert "learned from 1" in run("schemas", "list").stdout
    assert json.loads(run("schemas", "learned", "stripe", "a.b").stdout)["required"] == ["id"]
    assert run("schemas", "learned", "stripe", "c.d").exit_code == 1
