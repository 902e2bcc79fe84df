"""A JSON body as a tree: opened in portions, copied exactly, and turned into a query."""

from __future__ import annotations

import json

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from garfio.core.contentview.json_outline import pack
from garfio.core.contentview.json_tree import json_tree
from garfio.ui import translation
from garfio.ui.inspector.tree_model import PORTION, TreeModel
from garfio.ui.inspector.tree_page import TreePage
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

BODY = b'{"id": 12345678901234567890, "order": {"items": [{"sku": "A\\u00f11"}]}}'


def test_the_model_holds_what_qt_asks(look: Look, qtmodeltester) -> None:
    """A tree was shown, and another one; the model keeps Qt's rules."""
    model = TreeModel(look)
    model.set_outline(pack(json_tree(BODY.decode())))
    qtmodeltester.check(model)
    model.set_outline(None)
    qtmodeltester.check(model)


def test_a_long_array_comes_in_portions(look: Look) -> None:
    """An array of many items was opened; the rest comes when it is asked for."""
    model = TreeModel(look)
    model.set_outline(pack(json_tree(json.dumps(list(range(PORTION + 7))))))
    root = model.index(0, 0)
    assert model.rowCount(root) == PORTION
    model.fetchMore(root)
    assert model.rowCount(root) == PORTION + 7
    assert not model.canFetchMore(root)


def test_copying_gives_digits_and_characters(look: Look, qtbot: QtBot) -> None:
    """A number and a string were copied; the digits are as sent, the string's escapes are resolved."""
    page = TreePage(look)
    qtbot.addWidget(page)
    page.show_outline(pack(json_tree(BODY.decode())))
    root = page.model.index(0, 0)
    page.view.copy_value(page.model.index(0, 0, root))
    assert QGuiApplication.clipboard().text() == "12345678901234567890"
    index = root
    for row in (1, 0, 0, 0):
        index = page.model.index(row, 0, index)
    page.view.copy_value(index)
    assert QGuiApplication.clipboard().text() == "Añ1"
    assert [action.text() for action in page.view.menu(index).actions() if action.text()] == [
        "Copy value",
        "Copy as sent",
        "Copy path",
        "Copy JSON Pointer",
        "Query this value",
        "Use in a rule…",
    ]


async def test_query_this_value(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A value of the tree was asked for; its query is in the search box."""
    workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    body.set_mode("tree")
    await user.settled()
    tree = body.tree
    index = tree.model.index(0, 0, tree.model.index(0, 0))
    menu = tree.view.menu(index)
    next(action for action in menu.actions() if action.text() == "Query this value").trigger()
    assert user.window.address.search.text() == "body.id=12345678901234567890"
    await user.settled()


async def test_values_are_counted_in_words(workspace: MemoryWorkspace, open_window: Open, qapp) -> None:
    """A tree of three values and one of a single one was shown; both counts are plain English."""
    workspace.receive(make_request(b'{"a": 1, "b": 2}'))
    workspace.receive(make_request(b"[]"))
    before = QLocale()
    translators = translation.install(qapp, "en")
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    body.set_mode("tree")
    assert body.facts.text() == "3 values"
    await user.choose(2)
    assert body.facts.text() == "1 value"
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


async def test_finding_leaves_the_tree(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The tree was open and a line was asked for; the text is shown, the caret is in that line."""
    workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    body.set_mode("tree")
    await user.run("find.line")
    body.line_bar.field.setText("3")
    body.line_bar.field.textEdited.emit("3")
    assert body.mode == "pretty"
    assert body.view.text[: body.view.selection[0]].count("\n") == 2


async def test_a_view_can_be_chosen(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Text was chosen for JSON: it holds for the next JSON, not for another type; automatic comes back."""
    workspace.receive(make_request(BODY))
    workspace.receive(make_request(b"{}"))
    workspace.receive(make_request(b"<a/>", content_type="application/xml"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body.chooser.names()[:2] == ["", "json"]
    body.chooser._choose("text")
    assert body.view.text == BODY.decode()
    await user.choose(2)
    assert (body.chooser.choice, body.view.text) == ("text", "{}")
    await user.choose(3)
    assert body.chooser.choice == ""
    assert "XML" in body.facts.text()
    await user.choose(2)
    body.chooser._choose("")
    assert "JSON" in body.facts.text()


async def test_a_choice_that_does_not_fit_is_dropped(workspace: MemoryWorkspace, open_window: Open) -> None:
    """JWT was chosen for a body, and fails: that is said. For the next body of its type it is not tried in vain."""
    workspace.receive(make_request(b"one", content_type="text/plain"))
    workspace.receive(make_request(b"two", content_type="text/plain"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    body.chooser._choose("jwt")
    assert body._notes.text() == "This is not a JSON Web Token."
    await user.choose(2)
    assert (body.chooser.choice, body.view.text) == ("", "two")
