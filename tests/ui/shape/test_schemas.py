"""Bodies are checked against the schema of their event; schemas are chosen, learned, saved and given up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from garfio.core.shape import Shape
from garfio.engine.store.schemas import KeptSchema
from garfio.ui import dialogs
from garfio.ui.shape.schemas_dialog import SchemasDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

STRICT = json.dumps({"required": ["id"], "properties": {"n": {"type": "number"}, "v": {"maximum": 1}}})


def kept(text: str, event: str = "") -> KeptSchema:
    return KeptSchema("/stripe", event, "order.json", text)


async def opened(workspace: MemoryWorkspace, open_window: Open) -> tuple[Drive, SchemasDialog]:
    workspace.receive(make_request(b'{"id": "x", "n": 1}'), provider="stripe", event_type="a.b")
    shape = workspace.shapes.known["stripe", "a.b"] = Shape()
    shape.learn({"id": "x", "n": 1})
    user = await open_window(workspace)
    await user.choose(1)
    user.window.actions_.run("shape.schemas")
    dialog = await user.dialog(SchemasDialog)
    await wait_until(lambda: not dialog.is_busy)
    return user, dialog


def rows(dialog: SchemasDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


async def press(dialog: SchemasDialog, button: Any) -> None:
    button.click()
    await wait_until(lambda: not dialog.is_busy)


async def test_the_verdict_over_the_body(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body that holds, one that does not, with each place, and one that cannot be checked."""
    workspace.shapes.schemas.kept["/stripe", ""] = kept(STRICT)
    workspace.receive(make_request(b'{"id": "x"}'))
    workspace.receive(make_request(b'{"n": "1", "v": 2}'))
    workspace.receive(make_request(b"<xml/>", content_type="text/xml"))
    workspace.receive(make_request(b"{}", target="/other"))
    user = await open_window(workspace)
    bar = user.window.shapes.schema
    await user.choose(1)
    assert (bar.headline, bar.lines) == ("✓ As order.json says", [])
    await user.choose(2)
    assert bar.headline == "✕ Not what order.json says: 3 faults"
    assert sorted(bar.lines) == [
        "n: not number",
        "the whole body: id is missing",
        "v: 2 is greater than the maximum of 1",
    ]
    await user.choose(3)
    assert bar.headline.startswith("✕ Not checked against order.json")
    await user.choose(4)
    assert not bar.isVisible()


async def test_what_was_learned_becomes_the_schema(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The open body is checked against it at once; given up, it is checked no more."""
    user, dialog = await opened(workspace, open_window)
    assert rows(dialog) == ["All other events", "a.b · learned from 1 delivery"]
    assert dialog.row is not None
    assert dialog.row.event_type == "a.b"
    await press(dialog, dialog.adopt)
    assert "checked against a.b.learned.json" in rows(dialog)[1]
    assert user.window.shapes.schema.headline == "✓ As a.b.learned.json says"
    await press(dialog, dialog.remove)
    assert rows(dialog)[1] == "a.b · learned from 1 delivery"
    assert not user.window.shapes.schema.has_something
    dialog.accept()
    await user.settled()


async def test_files(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was learned is saved as a file, and a file is taken; one that is no schema is said, and nothing is kept."""
    user, dialog = await opened(workspace, open_window)
    file = tmp_path / "a.b.schema.json"

    async def save(*_arguments: object) -> Path:
        return file

    async def open_(*_arguments: object) -> list[Path]:
        return [file]

    monkeypatch.setattr(dialogs, "save_file", save)
    monkeypatch.setattr(dialogs, "open_files", open_)
    await press(dialog, dialog.save)
    assert json.loads(file.read_text())["required"] == ["id", "n"]
    dialog.choose_event("")
    assert not dialog.save.isEnabled()
    await press(dialog, dialog.choose)
    assert rows(dialog)[0] == "All other events · checked against a.b.schema.json"
    file.write_text('{"$ref": "https://example.com/x"}')
    dialog.choose_event("a.b")
    await press(dialog, dialog.choose)
    assert "Nothing is fetched" in dialog.said()
    assert list(workspace.shapes.schemas.kept) == [("/stripe", "")]
    dialog.accept()
    await user.settled()


async def test_without_an_endpoint_it_is_said_what_to_do(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    workspace.receive(make_request(b"{}"), endpoint="")
    user = await open_window(workspace)
    await user.choose(1)
    await user.run("shape.schemas")
    assert "add one for this path" in user.window.status._said.text()


async def test_what_another_program_changes_shows_at_once(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """In the open dialog and over the open body."""
    user, dialog = await opened(workspace, open_window)
    workspace.shapes.schemas.kept["/stripe", ""] = kept(STRICT)
    workspace.shapes.schemas.changed.emit(None)
    await wait_until(lambda: rows(dialog)[0] == "All other events · checked against order.json")
    dialog.accept()
    await wait_until(lambda: user.window.shapes.schema.headline == "✓ As order.json says")
