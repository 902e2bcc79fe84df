"""The forms of actions: made from their fields, they give back what they show, and everything has words."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from garfio.core.action import ACTIONS
from garfio.core.errors import AppError
from garfio.core.recipe import RECIPES
from garfio.core.rule import Action, Rule, checked_rule
from garfio.ui.look import Look
from garfio.ui.rules import kind_text, recipe_text
from garfio.ui.rules.action_form import ActionForm
from garfio.ui.rules.actions_editor import ActionsEditor
from garfio.ui.rules.field_editor import SecretEditor, TextEditor

VALUES: dict[str, Any] = {
    "text": "a {{ body.x }}\nb",
    "list": ["a@example.com", "{{ body.email }}"],
    "table": {"X-One": "1: 2", "X-Two": "{{ id }}"},
    "document": {"nested": [1, {"x": "{{ body.x }}"}], "price": 1.5},
    "literal": "some text",
    "number": 7,
    "flag": True,
    "secret": "named",
}


def full_action(kind: str) -> Action:
    """An action with every field filled in."""
    values = {}
    for field in ACTIONS[kind].fields:
        value = field.choices[-1] if field.choices else VALUES[field.type]
        if isinstance(value, str) and field.name not in ("text", "html", "body"):
            value = value.splitlines()[0]
        values[field.name] = value
    return Action(kind, values, "body.items", "item.x > 1")


@pytest.mark.parametrize("kind", ACTIONS)
def test_a_form_gives_back_what_it_shows(kind: str, qtbot: QtBot) -> None:
    """Every field of every kind goes through its form unchanged, full and empty."""
    for action in (full_action(kind), Action(kind)):
        form = ActionForm(action, ("other",))
        qtbot.addWidget(form)
        assert form.action() == action


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipes_actions_go_through_the_form(name: str, qtbot: QtBot) -> None:
    """What a recipe has written is not changed by being looked at."""
    for values in RECIPES[name].rule["actions"]:
        plain = {key: value for key, value in values.items() if key not in ("kind", "each", "when")}
        fields = {field.name: field for field in ACTIONS[values["kind"]].fields}
        wanted = {
            key: [value] if fields[key].type == "list" and isinstance(value, str) else value
            for key, value in plain.items()
            if fields[key].type != "number"
        }
        form = ActionForm(Action(values["kind"], wanted), ())
        qtbot.addWidget(form)
        found = form.action().values
        assert {key: found.get(key, fields[key].default) for key in wanted} == wanted


def test_what_is_edited(qtbot: QtBot) -> None:
    """Lines become lists, pairs tables, JSON values, and JSON that waits for its templates stays a text."""
    form = ActionForm(Action("http", {"url": "http://x"}), ())
    qtbot.addWidget(form)
    headers, body = form.editors["headers"], form.editors["json"]
    assert isinstance(headers, TextEditor)
    assert isinstance(body, TextEditor)
    headers.text.setPlainText("X-A: 1\n\nX-B: {{ id }}")
    body.text.setPlainText('{"a": [1, "{{ body.x }}"]}')
    assert form.action().values["headers"] == {"X-A": "1", "X-B": "{{ id }}"}
    assert form.action().values["json"] == {"a": [1, "{{ body.x }}"]}
    body.text.setPlainText('{"a": {{ body.x | tojson }}}')
    assert form.action().values["json"] == '{"a": {{ body.x | tojson }}}'
    assert checked_rule(Rule("r", actions=(form.action(),)))
    headers.text.setPlainText("no colon")
    with pytest.raises(AppError, match="no colon"):
        form.action()


def test_a_secret_is_a_name(qtbot: QtBot) -> None:
    """Those that are kept can be chosen; one that is named and not kept is said to be so."""
    form = ActionForm(Action("slack", {"text": "x", "secret": "channel"}), ("smtp",))
    qtbot.addWidget(form)
    editor = form.editors["secret"]
    assert isinstance(editor, SecretEditor)
    texts = [editor.choice.itemText(at) for at in range(editor.choice.count())]
    assert texts == ["none", "smtp", "channel (not kept yet)"]
    editor.set_kept(("channel", "smtp"))
    assert editor.choice.currentText() == "channel"


def test_actions_are_moved_and_removed(qtbot: QtBot, look: Look) -> None:
    """The order on the screen is the order in the rule."""
    editor = ActionsEditor(look)
    qtbot.addWidget(editor)
    editor.show_actions((Action("pin"), Action("read"), Action("tag", {"tags": ["a"]})))
    editor.list.setCurrentRow(2)
    editor.up.click()
    editor.up.click()
    assert [action.kind for action in editor.actions()] == ["tag", "pin", "read"]
    assert not editor.up.isEnabled()
    editor.down.click()
    editor.remove.click()
    assert [action.kind for action in editor.actions()] == ["pin", "read"]
    editor.add_action("notification")
    assert editor.list.currentRow() == 2


def test_everything_has_words() -> None:
    """Each kind, each of its fields and each recipe is named in the user's language, not by core's English."""
    for kind in ACTIONS.values():
        assert kind_text.is_worded(kind.name), kind.name
        for field in kind.fields:
            assert kind_text.is_worded(kind.name, field.name), f"{kind.name}.{field.name}"
    for recipe in RECIPES.values():
        assert recipe_text.is_worded(recipe), recipe.name
