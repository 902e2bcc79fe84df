"""Forms, parts and comma-separated values as a table: exact cells, the row's whole text, a way into its body."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from garfio.core.contentview.registry import choose
from garfio.core.contentview.view import Meta
from garfio.ui import dialogs
from garfio.ui.inspector.table_model import TableModel
from garfio.ui.inspector.table_page import TablePage
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

FORM = "application/x-www-form-urlencoded"
PARTS = (
    b'--B\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n'
    b'--B\r\nContent-Disposition: form-data; name="f"; filename="a.bin"\r\n\r\n\x00\xff\r\n--B--\r\n'
)


def texts(model: TableModel) -> list[list[str]]:
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_model_holds_what_qt_asks(look: Look, qtmodeltester) -> None:
    """A form was shown, then a table of another shape, then nothing; the model keeps Qt's rules."""
    model = TableModel(look)
    qtmodeltester.check(model)
    model.set_table(choose(b"a=1&b", Meta(FORM)).view.table)
    qtmodeltester.check(model)
    assert texts(model) == [["a", "1"], ["b", "—"]]
    model.set_table(choose(b"x,y\n1\n2,3\n", Meta("text/csv")).view.table)
    assert texts(model) == [["1", "—"], ["2", "3"]]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "x"
    model.set_table(None)
    qtmodeltester.check(model)


def test_cells_are_one_line_and_show_what_cannot_be_seen(look: Look) -> None:
    """Line ends, a direction mark and very much text: the cell is one line, copying gives the characters."""
    model = TableModel(look)
    model.set_table(choose("a=1%0A2&b=x\u202ey&c=".encode() + b"z" * 5000, Meta(FORM)).view.table)
    first, second, third = (row[1] for row in texts(model))
    assert (first, second, third[-2:]) == ("1⏎2", "x⟨U+202E⟩y", "z…")
    assert model.cell(model.index(1, 1)) == "x\u202ey"


def test_columns_have_room_for_their_titles_and_first_rows(look: Look, qtbot: QtBot) -> None:
    """A column of short values is narrow, one of sentences is not cut early, and a title is always whole."""
    page = TablePage(look)
    qtbot.addWidget(page)
    long = "a rather long sentence here"
    page.show_table(choose(f"id,a quite long title,note\n1,2,{long}\n".encode(), Meta("text/csv")).view.table)
    number, titled, note = (page.view.columnWidth(column) for column in range(3))
    cell = page.view.fontMetrics().horizontalAdvance("m")
    assert number < titled
    assert note > len(long) * cell / 2
    header = page.view.horizontalHeader()
    page.show_table(choose(PARTS, Meta("multipart/form-data; boundary=B")).view.table)
    assert all(
        page.view.columnWidth(at) >= header.sectionSizeHint(at) for at in range(page.model.columnCount())
    )


def test_the_chosen_row_is_shown_whole(look: Look, qtbot: QtBot) -> None:
    """A form with JSON in a field: the row's value is laid out below; a form of short values has no lower half."""
    page = TablePage(look)
    qtbot.addWidget(page)
    page.show_table(choose(b'a=1&data={"n":1.0}', Meta(FORM)).view.table)
    assert page.detail.text == "1"
    page.view.selectRow(1)
    assert page.detail.text == '{\n  "n": 1.0\n}'
    page.show_table(choose(b"a=1&b=2", Meta(FORM)).view.table)
    assert page.detail.isHidden()


async def test_a_part_is_opened_copied_and_saved(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two parts came: each is a row; its bytes are saved and copied, and Enter goes into it."""

    async def answer(_window: object, _title: str, _name: str, *_: str) -> Path:
        return tmp_path / "part"

    monkeypatch.setattr(dialogs, "save_file", answer)
    workspace.receive(make_request(PARTS, content_type="multipart/form-data; boundary=B"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert [row[1:4] for row in texts(body.table.model)] == [
        ["meta", "—", "application/json"],
        ["f", "a.bin", "—"],
    ]
    menu = body.table.menu(body.table.model.index(1, 1))
    actions = {action.text(): action for action in menu.actions()}
    actions["Save this part to a file…"].trigger()
    await user.settled()
    assert (tmp_path / "part").read_bytes() == b"\x00\xff"
    menu = body.table.menu(body.table.model.index(0, 1))
    next(entry for entry in menu.actions() if entry.text() == "Copy this part as it was sent").trigger()
    assert QGuiApplication.clipboard().text() == '{"a":1}'
    body.table.view.opened.emit(body.table.model.index(0, 0))
    await user.settled()
    assert body.view.text == '{\n  "a": 1\n}'
    assert body.crumbs.texts()[-1].startswith("1 meta")


async def test_find_shows_the_text_and_closing_it_the_table(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """Something was searched in a form: its text is shown with the match; Esc brings the table back."""
    workspace.receive(make_request(b"a=1&b=needle", content_type=FORM))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body._pages.currentWidget() is body.table
    body.find()
    body.find_bar.field.setText("needle")
    assert body._pages.currentWidget() is body.view
    assert body.view.selected_text() == "needle"
    body.find_bar.close_bar()
    assert body._pages.currentWidget() is body.table
    body.set_mode("raw")
    await user.settled()
    assert body._pages.currentWidget() is body.view
