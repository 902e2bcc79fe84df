"""Tests of the list's view: painting within its budget, selection at size, and what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from garfio.core.capture import CaptureSummary
from garfio.ui.capture_table.column import Column
from garfio.ui.capture_table.header import CaptureHeader
from garfio.ui.capture_table.model import CaptureTableModel
from garfio.ui.capture_table.row_painter import RowPainter, RowState
from garfio.ui.capture_table.view import CaptureTableView
from garfio.ui.look import Look
from garfio.ui.wording import verdict_texts
from tests.ui.summaries import make_summaries, make_summary


@pytest.fixture
def model(qtbot: QtBot) -> CaptureTableModel:
    return CaptureTableModel()


@pytest.fixture
def view(qtbot: QtBot, look: Look, model: CaptureTableModel) -> CaptureTableView:
    view = CaptureTableView(model, look)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    return view


def test_only_what_is_in_sight_is_painted_and_once(
    view: CaptureTableView, model: CaptureTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows there are, a viewport of them is painted, and painted again only when they change."""
    painted: list[CaptureSummary] = []
    paint = RowPainter._paint

    def counted(painter: RowPainter, onto: QPainter, row: CaptureSummary, state: RowState) -> None:
        painted.append(row)
        paint(painter, onto, row, state)

    monkeypatch.setattr(RowPainter, "_paint", counted)
    model.reset(make_summaries(1000, 1))
    view.viewport().repaint()
    in_sight = view.viewport().height() // view.rowHeight(0) + 2
    assert 0 < len(painted) <= in_sight
    painted.clear()
    view.viewport().repaint()
    assert painted == []
    view.forget_day()
    view.viewport().repaint()
    assert 0 < len(painted) <= in_sight


def test_a_million_rows_are_selected_and_counted(
    view: CaptureTableView, model: CaptureTableModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all of a million rows selected, the header is not painted by Qt, which asks each of them for 8 s."""
    asked: list[int] = []
    monkeypatch.setattr(CaptureHeader, "paintSection", lambda _header, _painter, _rect, at: asked.append(at))
    model.reset([])
    model.append_older(range(1_000_000, 0, -1))
    view.selectAll()
    view.viewport().repaint()
    view.header.viewport().repaint()
    assert asked == []
    assert view.selected_count() == 1_000_000


@pytest.mark.parametrize("size", [11, 12, 13, 14, 17, 21])
def test_every_verdict_is_shown_whole(view: CaptureTableView, look: Look, size: int) -> None:
    """The column begins wide enough for its longest word, to the fraction of a pixel, in any size of text.

    Seen to fail with the width taken in whole pixels: the word was cut by a third.
    """
    look.font.setPixelSize(size)
    view.header.restore(None)
    room = view.header.sectionSize(Column.SIGNATURE) - 16
    assert max(map(QFontMetricsF(look.font).horizontalAdvance, verdict_texts())) <= room


def test_selected_ids_are_newest_first(view: CaptureTableView, model: CaptureTableModel) -> None:
    """Two separate selections give their ids in the list's order."""
    model.reset(make_summaries(10, 1))
    mode = view.selectionModel().SelectionFlag
    for row in (7, 2, 3):
        view.selectionModel().select(model.index(row, 0), mode.Select | mode.Rows)
    assert view.selected_ids() == [8, 7, 3]
    assert view.selected_count() == 3


def test_rows_without_summary_are_asked_for(view: CaptureTableView, model: CaptureTableModel) -> None:
    """Painting a row that has not been read tells which rows are on the screen."""
    shown: list[tuple[int, int]] = []
    view.rows_shown.connect(lambda first, last: shown.append((first, last)))
    model.reset(make_summaries(5, 5))
    model.append_older([4, 3])
    view.grab()
    assert (0, 2) in shown


def test_the_selection_keeps_to_its_captures(view: CaptureTableView, model: CaptureTableModel) -> None:
    """New rows above do not change which capture is current."""
    model.reset(make_summaries(10, 1))
    assert view.show_capture(model.id_at(4))
    model.prepend_newer([12, 11], make_summaries(12, 11))
    assert view.current == 6
    assert view.selected_ids() == [6]


def test_the_path_takes_the_room_that_is_left(view: CaptureTableView) -> None:
    """The columns fill the viewport when the window grows."""
    view.resize(1200, 600)
    assert view.header.length() == view.viewport().width()


def test_every_column_is_in_sight_beside_the_detail(view: CaptureTableView, look: Look) -> None:
    """In a window 1280 pixels wide the list has some 590 of them; the reply at the right is not cut off."""
    look.font.setPixelSize(13)
    view.header.restore(None)
    view.resize(591, 600)
    assert view.header.length() == view.viewport().width()


def test_the_last_column_cannot_be_hidden(view: CaptureTableView) -> None:
    """The menu keeps one column."""
    for column in Column:
        view.header.setSectionHidden(column, column is not Column.PATH)
    menu = view.header.column_menu(view)
    enabled = [action.text() for action in menu.actions() if action.isCheckable() and not action.isEnabled()]
    menu.close()
    assert enabled == ["Path"]


def test_columns_are_remembered(view: CaptureTableView, look: Look, qtbot: QtBot) -> None:
    """Choice, order and width come back in a new view."""
    view.header.show_column(Column.DURATION, True)
    view.header.moveSection(view.header.visualIndex(Column.SIZE), 0)
    view.header.resizeSection(Column.METHOD, 123)
    other = CaptureTableView(CaptureTableModel(), look)
    qtbot.addWidget(other)
    other.header.restore(view.header.saveState())
    assert not other.header.isSectionHidden(Column.DURATION)
    assert other.header.logicalIndex(0) == Column.SIZE
    assert other.header.sectionSize(Column.METHOD) == 123


def _inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize(
    ("fields", "ink"),
    [
        ({"unread": True}, "accent"),
        ({"reply_status": 503}, "bad"),
        ({"reply_status": 0}, "bad"),
        ({"refusal": "tls"}, "warn"),
        ({"method": "GET"}, "key"),
    ],
)
def test_what_matters_has_its_colour(
    view: CaptureTableView, model: CaptureTableModel, look: Look, fields: dict[str, object], ink: str
) -> None:
    """An unread, failed or refused row shows the ink of its meaning, a plain row does not."""
    model.reset([make_summary(1, method="HEAD")])
    plain = _inks(view.grab(view.viewport().geometry().adjusted(0, 0, 0, -500)).toImage())
    model.reset([make_summary(1, **({"method": "HEAD"} | fields))])
    shown = _inks(view.grab(view.viewport().geometry().adjusted(0, 0, 0, -500)).toImage())
    colour = look.theme.token(ink).upper()
    assert colour not in plain
    assert colour in shown


def test_focus_alone_opens_nothing(view: CaptureTableView, model: CaptureTableModel) -> None:
    """Coming into the list with Tab chooses no row; Down then chooses the first."""
    model.reset(make_summaries(3, 1))
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current is None
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 3


def test_keys_walk_through_the_rows(qtbot: QtBot, view: CaptureTableView, model: CaptureTableModel) -> None:
    """Down goes to the next older capture."""
    model.reset(make_summaries(3, 1))
    view.show_capture(model.id_at(0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 2


def test_size_and_reply_give_way_before_they_leave_the_window(view: CaptureTableView) -> None:
    """The list became narrower than its columns like to be; figures gave way last, and got their room back."""
    header = view.header
    header.restore(None)
    full = header.sectionSize(Column.SIZE) + header.sectionSize(Column.REPLY)
    room = header.length()
    header.fill(0)
    least = header.length()
    assert least < room
    assert header.sectionSize(Column.SIZE) + header.sectionSize(Column.REPLY) < full
    header.fill(least + 300)
    assert header.length() == least + 300
    assert header.sectionSize(Column.SIZE) + header.sectionSize(Column.REPLY) == full
