"""What drifted is told over the body, each line leads to its place, and the shape can be learned anew."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QMessageBox

from garfio.core.shape import Shape, ShapeChange
from garfio.ui.inspector.rendering import HEX, PRETTY, RAW, TREE
from tests.ui.conftest import Open
from tests.ui.drive import Drive
from tests.ui.memory_workspace import MemoryWorkspace, make_request

BODY = json.dumps({"id": "evt", "items": [{"sku": "a"}, {"sku": 5, "odd key": True}], "many": {}}).encode()
CHANGES = (
    ShapeChange("type", ("items", None, "sku"), ("items", 1, "sku"), ("string",), "number"),
    ShapeChange("missing", ("many", "<b>n</b>"), ("many",), ("number", "string")),
    ShapeChange("new", ("items", None, "odd key"), ("items", 1, "odd key"), (), "boolean"),
)


async def drifted(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    number = workspace.receive(make_request(BODY), provider="stripe", event_type="a.b", drift=len(CHANGES))
    workspace.receive(make_request(b"{}"), provider="stripe", event_type="a.b")
    workspace.shapes.drifts[number] = CHANGES
    user = await open_window(workspace)
    await user.choose(number)
    return user


async def test_drift_is_told_over_the_body(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Of the one that drifted, on the body's tab alone; the next capture has no bar."""
    user = await drifted(workspace, open_window)
    bar = user.window.shapes.drift
    assert bar.isVisible()
    assert bar.headline == "⚠ Other than every a.b before: 3 differences"
    assert bar.lines == [
        "items[*].sku: number, so far string",
        'many["<b>n</b>"]: missing, always there so far (number or string)',
        'items[*]["odd key"]: new (boolean)',
    ]
    await user.run("detail.headers")
    assert not bar.isVisible()
    await user.run("detail.body")
    assert bar.isVisible()
    await user.choose(2)
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("mode", "selected"),
    [
        (PRETTY, ['"sku": 5', '"many": {', '"odd key": true']),
        (RAW, ['"sku": 5', '"many": {', '"odd key": true']),
        (HEX, ['"sku": 5', '"many": {', '"odd key": true']),
    ],
)
async def test_a_line_leads_to_its_place(
    workspace: MemoryWorkspace, open_window: Open, mode: str, selected: list[str]
) -> None:
    """In the text the value with its key is selected; a missing field leads to the object that lacks it."""
    user = await drifted(workspace, open_window)
    body = user.window.inspector.body
    body.set_mode(mode)
    found = []
    for number in range(3):
        user.window.shapes.drift.follow(number)
        await user.settled()
        found.append(body.view.selected_text())
    assert found == selected
    assert body.mode == (PRETTY if mode == HEX else mode)


async def test_a_line_leads_to_its_place_in_the_tree(workspace: MemoryWorkspace, open_window: Open) -> None:
    user = await drifted(workspace, open_window)
    body = user.window.inspector.body
    body.set_mode(TREE)
    user.window.shapes.drift.follow(2)
    await user.settled()
    index = body.tree.view.currentIndex()
    assert index.data() == "odd key"
    assert body.tree.view.isExpanded(index.parent())


async def test_a_place_that_is_not_shown_is_said(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The body was cut off before the place."""
    user = await drifted(workspace, open_window)
    await user.window.shapes.show_place(("nowhere", "at", "all"))
    assert "not in what is shown" in user.window.status._said.text()


@pytest.mark.parametrize("agreed", [True, False])
async def test_a_shape_is_learned_anew(workspace: MemoryWorkspace, open_window: Open, agreed: bool) -> None:
    """After a question that says how much is known; nothing is forgotten without a yes."""
    shape = workspace.shapes.known["stripe", "a.b"] = Shape()
    shape.learn({"a": 1})
    user = await drifted(workspace, open_window)
    user.window.shapes.drift.action.click()
    box = await user.dialog(QMessageBox)
    assert "1 delivery" in box.informativeText()
    box.buttons()[0 if agreed else 1].click()
    await user.settled()
    assert (("stripe", "a.b") in workspace.shapes.known) is not agreed


async def test_nothing_to_learn_anew_is_said(workspace: MemoryWorkspace, open_window: Open) -> None:
    user = await drifted(workspace, open_window)
    await user.run("shape.forget")
    assert "Nothing is known" in user.window.status._said.text()
