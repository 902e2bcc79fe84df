"""Folding as a user does it: keys, the gutter, levels; nothing is hidden from find, copying or the caret."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from garfio.core.contentview.json_view import lay_out
from garfio.ui.code_view.view import CodeView
from garfio.ui.highlighter import spans_source
from garfio.ui.theme import LIGHT

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
VALUE = {"a": {"b": [1, 2], "c": {"d": 3}}, "e": [4], "f": "end"}
TEXT = lay_out(json.dumps(VALUE)).text
Open = Callable[..., CodeView]


@pytest.fixture
def open_view(qtbot: QtBot) -> Open:
    """Opens a shown, focused view with a text that folds."""

    def open_text(text: str = TEXT, foldable: bool = True) -> CodeView:
        view = CodeView(LIGHT)
        qtbot.addWidget(view)
        view.resize(400, 400)
        view.show()
        view.setFocus()
        view.set_document(text, spans_source("json"), foldable=foldable)
        return view

    return open_text


def shown(view: CodeView) -> list[str]:
    """The lines on the screen with the labels of folds."""
    view.grab()
    folding = view._folding
    return [
        f"{view._document.line_text(row.line).strip()} {folding.label(row.line)}".strip()
        for row in view._scroll.visible()
    ]


def test_keys_fold_and_unfold(open_view: Open) -> None:
    """The caret stands in an inner line: what encloses it folds, then what encloses that; one key opens it."""
    view = open_view()
    view.go_to(3)
    QTest.keyClick(view, Qt.Key.Key_Minus, ALT)
    assert shown(view)[:4] == ["{", '"a": {', '"b": [ ⋯ ],', '"c": {']
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Minus, ALT)
    assert shown(view) == ["{", '"a": { ⋯ },', '"e": [', "4", "],", '"f": "end"', "}"]
    QTest.keyClick(view, Qt.Key.Key_Plus, ALT)
    assert shown(view) == [line.strip() for line in TEXT.split("\n")]


def test_all_levels_and_back(open_view: Open) -> None:
    """Everything inside the outermost bracket folds; a deeper level leaves its parents open; all opens again."""
    view = open_view()
    QTest.keyClick(view, Qt.Key.Key_Minus, ALT | SHIFT)
    view._on_work()
    assert shown(view) == ["{", '"a": { ⋯ },', '"e": [ ⋯ ],', '"f": "end"', "}"]
    view.fold_to_level(2)
    view._on_work()
    assert shown(view)[:4] == ["{", '"a": {', '"b": [ ⋯ ],', '"c": { ⋯ }']
    QTest.keyClick(view, Qt.Key.Key_Plus, ALT | SHIFT)
    assert len(shown(view)) == view.line_count


def test_json_lines_fold_each(open_view: Open) -> None:
    """Two texts one after the other: each becomes a line."""
    view = open_view('{\n  "a": 1\n}\n{\n  "a": 2\n}')
    view.fold_all()
    view._on_work()
    assert shown(view) == ["{ ⋯ }", "{ ⋯ }"]


def test_the_gutter_folds(open_view: Open) -> None:
    """The mark of a line was clicked, then the label of its fold."""
    view = open_view()
    page = view._page()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=page._mark_box(1).center().toPoint())
    assert shown(view)[1] == '"a": { ⋯ },'
    row = view._page().rows[1]
    label = view._page()._label_box(1, row, "⋯ },").center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=label)
    assert len(shown(view)) == view.line_count
    assert view._fold_at(QPoint(1, 1)) is None


def test_find_and_go_to_open_what_hides_the_place(open_view: Open) -> None:
    """Something was found inside a fold, and a line gone to in another: both are shown."""
    view = open_view()
    view.fold_to_level(1)
    view._on_work()
    view.find("3")
    assert view.selected_text() == "3"
    assert '"d": 3' in shown(view)
    assert '"e": [ ⋯ ],' in shown(view)
    view.go_to(TEXT[: TEXT.index("4")].count("\n"))
    assert "4" in shown(view)


def test_copying_takes_what_is_folded_along(open_view: Open) -> None:
    """All was selected while parts were folded: every character is copied."""
    view = open_view()
    view.fold_to_level(1)
    view._on_work()
    view.select_all()
    assert view.selected_text() == TEXT


def test_keys_pass_over_folds(open_view: Open) -> None:
    """Down from the line before a fold twice: the caret is behind it, in the column where it was."""
    view = open_view()
    view.fold_to_level(1)
    view._on_work()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)
    line = view._document.line_at(view.selection[0])
    assert view._document.line_text(line).strip() == '"e": ['
    assert len(shown(view)) == 5


def test_wrapped_lines_fold_too(open_view: Open) -> None:
    """Long lines are wrapped and folded: the rows on the screen are those of the lines that are left."""
    view = open_view(lay_out(json.dumps({"a": {"b": "x" * 300}, "c": "y" * 100})).text)
    view.set_wrap(True)
    view.go_to(1)
    view.fold()
    rows = view._scroll.visible()
    assert [row.line for row in rows][:2] == [0, 1]
    assert {row.line for row in rows} == {0, 1, 4, 5}


def test_a_plain_text_has_no_folds(open_view: Open) -> None:
    """The text is not laid out: keys, levels and the menu leave it alone."""
    view = open_view(foldable=False)
    view.fold()
    view.fold_all()
    assert len(shown(view)) == view.line_count
    assert "Fold" not in [
        action.text().partition("\t")[0] for action in view.shown_actions.menu(view).actions()
    ]


def test_another_text_is_open(open_view: Open) -> None:
    """Folds belong to their text."""
    view = open_view()
    view.fold_all()
    view._on_work()
    view.set_document(TEXT + "\n", spans_source("json"), foldable=True)
    assert len(view._folding.folds) == 0
