"""Tests of the header editor: table and text hold the same fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from garfio.core.headers import Headers
from garfio.ui.look import Look
from garfio.ui.resend.header_editor import TABLE, TEXT, HeaderEditModel, HeaderEditor

HEADERS = Headers(
    [(b"X-Dup", b"1"), (b"x-dup", b"2"), (b"X-Name", "Núria".encode()), (b"X-Raw", b"\xff\xfe")]
)


def test_nothing_changes_unasked(qtbot: QtBot, look: Look) -> None:
    """Order, case, repeats and bytes survive table and text, there and back."""
    editor = HeaderEditor(look)
    qtbot.addWidget(editor)
    editor.set_headers(HEADERS)
    assert editor.headers() == HEADERS
    editor.set_mode(TEXT)
    assert editor.headers() == HEADERS
    editor.set_mode(TABLE)
    assert editor.headers() == HEADERS


def test_the_table_adds_changes_and_removes(qtbot: QtBot, look: Look) -> None:
    """The row at the end takes a new field; Del takes one away; a model tester looks on."""
    model = HeaderEditModel(look)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    editor = HeaderEditor(look)
    qtbot.addWidget(editor)
    editor.set_headers(HEADERS)
    rows = editor.model
    rows.setData(rows.index(4, 0), "X-New", Qt.ItemDataRole.EditRole)
    rows.setData(rows.index(4, 1), "3", Qt.ItemDataRole.EditRole)
    rows.setData(rows.index(0, 1), "one", Qt.ItemDataRole.EditRole)
    editor.table.selectRow(1)
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert list(editor.headers()) == [
        (b"X-Dup", b"one"),
        (b"X-Name", "Núria".encode()),
        (b"X-Raw", b"\xff\xfe"),
        (b"X-New", b"3"),
    ]
    model.set_pairs([("A", "b")])
    model.setData(model.index(1, 0), "C", Qt.ItemDataRole.EditRole)
    model.remove([0])
    assert model.pairs == [("C", "")]


def test_text_is_edited(qtbot: QtBot, look: Look) -> None:
    """Lines become fields; what is typed there is in the table."""
    editor = HeaderEditor(look)
    qtbot.addWidget(editor)
    editor.set_headers(HEADERS)
    editor.set_mode(TEXT)
    editor.text.setPlainText("A: 1\n\nB:2\nNoColon")
    editor.set_mode(TABLE)
    assert editor.model.pairs == [("A", "1"), ("B", "2"), ("NoColon", "")]
