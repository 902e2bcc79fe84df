"""The view as a user drives it: keys, mouse, find, copying, wrapping, and what it paints."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from garfio.ui.code_view import document as document_module
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.source import Span
from garfio.ui.code_view.tip import tip_at
from garfio.ui.code_view.view import CodeView
from garfio.ui.theme import DARK, LIGHT

Open = Callable[..., CodeView]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_view(qtbot) -> Open:
    """Opens a view of 400 by 200 pixels with a text, shown and focused."""

    def open_text(text: str, source=None) -> CodeView:
        view = CodeView(LIGHT)
        qtbot.addWidget(view)
        view.resize(400, 200)
        view.show()
        view.setFocus()
        view.set_document(text, source)
        return view

    return open_text


def place_of(view: CodeView, offset: int) -> QPoint:
    """The middle of the left edge of a character in an unwrapped view."""
    line = view.text.count("\n", 0, offset)
    column = offset - (view.text.rfind("\n", 0, offset) + 1)
    metrics = view._metrics
    return QPoint(round(view._text_left + column * metrics.cell), line * metrics.height + metrics.height // 2)


def colours(view: CodeView) -> set[str]:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(x, y)).name().upper() for x, y in points}


def test_copying_gives_the_text_and_not_its_labels(open_view: Open) -> None:
    text = "a\u202eb\x00\tc\r\nd\u200b"
    view = open_view(text)
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert view.selected_text() == text
    assert QApplication.clipboard().text() == text


def test_a_lone_surrogate_is_selected_and_copied_as_a_replacement(open_view: Open) -> None:
    view = open_view("a\ud800b")
    view.select_all()
    view.copy()
    assert view.selected_text() == "a\ud800b"
    assert QApplication.clipboard().text() == "a\ufffdb"


def test_nothing_selected_leaves_the_clipboard_alone(open_view: Open) -> None:
    QApplication.clipboard().setText("before")
    open_view("text").copy()
    assert QApplication.clipboard().text() == "before"


def test_keys_move_and_select(open_view: Open, qtbot) -> None:
    view = open_view("one two\nthree")
    with qtbot.waitSignal(view.position_changed) as moved:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert moved.args == [1, 0]
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert view.selected_text() == "three"
    QTest.keyClick(view, Qt.Key.Key_Home, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert view.selected_text() == "one"


def test_page_down_brings_the_caret_into_sight(open_view: Open) -> None:
    view = open_view("\n".join(map(str, range(500))))
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    line = view.text.count("\n", 0, view.selection[0])
    assert line == 2 * view._page_rows
    assert view.verticalScrollBar().value() <= line < view.verticalScrollBar().value() + view._page_rows


def test_the_end_of_a_long_line_is_scrolled_to(open_view: Open) -> None:
    view = open_view("x" * 20_000 + "\nshort")
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selection == (20_000, 20_000)
    assert view.horizontalScrollBar().value() > 19_000
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.horizontalScrollBar().value() == 0


def test_dragging_selects(open_view: Open) -> None:
    view = open_view("one two\nthree four")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 4))
    QTest.mouseMove(view.viewport(), place_of(view, 13))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 13))
    assert view.selected_text() == "two\nthree"


def test_shift_and_a_click_extend(open_view: Open) -> None:
    view = open_view("one two three")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 4))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, place_of(view, 7))
    assert view.selected_text() == "two"


def test_two_clicks_take_a_word_and_three_a_line(open_view: Open) -> None:
    view = open_view("one two\nthree")
    at = place_of(view, 5)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selected_text() == "two"
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.selected_text() == "one two\n"


def test_finding_selects_the_first_match_and_goes_around(open_view: Open, qtbot) -> None:
    view = open_view("b\na b\na B")
    with qtbot.waitSignal(view.find_changed):
        view.find("b")
    assert (view.find_state.count, view.find_state.index, view.selection) == (3, 0, (0, 1))
    view.find_next()
    view.find_next()
    assert view.selection == (8, 9)
    view.find_next()
    assert view.selection == (0, 1)
    view.find_previous()
    assert view.selection == (8, 9)
    view.clear_find()
    assert view.find_state.count == 0


def test_finding_minds_case_when_told_to(open_view: Open) -> None:
    view = open_view("b B")
    assert view.find("B", case=True).count == 1
    assert view.find("b|B", regex=True).count == 2
    assert view.find("(", regex=True).error
    assert view.find("").count == 0


def test_a_match_beyond_the_index_is_found_later(
    open_view: Open, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_module, "_SLICE", 1000)
    monkeypatch.setattr(Document, "advance", lambda self, _deadline: self._read_slice() or not self.complete)
    view = open_view("line\n" * 2000 + "needle")
    state = view.find("needle")
    assert (state.count, state.complete) == (0, False)
    qtbot.waitUntil(lambda: view.find_state.complete and view.find_state.index == 0)
    assert view.selected_text() == "needle"
    assert view.verticalScrollBar().value() > 1900


def test_a_large_text_is_indexed_in_turns(open_view: Open, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "_SLICE", 1000)
    monkeypatch.setattr(Document, "advance", lambda self, _deadline: self._read_slice() or not self.complete)
    view = CodeView(LIGHT)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.indexed):
        view.set_document("x\n" * 5000)
        assert view.line_count < 5001
    assert view.line_count == 5001
    qtbot.waitUntil(lambda: not view._work.isActive())


def test_wrapping_keeps_the_first_row_in_place(open_view: Open, qtbot) -> None:
    view = open_view("\n".join(f"{line} " + "w" * 200 for line in range(300)))
    view.verticalScrollBar().setValue(100)
    before = view._scroll.top_offset()
    with qtbot.waitSignal(view.wrap_changed):
        view.set_wrap(True)
    assert view.shown_actions.wrap.isChecked()
    assert view._scroll.top_offset() == before
    assert view.horizontalScrollBar().maximum() == 0
    view.set_wrap(False)
    assert view.verticalScrollBar().value() == 100


def test_one_huge_line_can_be_wrapped_and_scrolled_to_its_end(open_view: Open) -> None:
    view = open_view("x" * 2_000_000 + "END")
    view.set_wrap(True)
    QTest.keyClick(view, Qt.Key.Key_End, CONTROL)
    rows = view._scroll.visible()
    assert rows[-1].end == len(view.text)
    assert len(rows) == view._page_rows
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view._scroll.visible()[0].start < rows[0].start


def wheel(
    view: CodeView, steps: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, steps * 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("wrap", [False, True])
def test_the_wheel_scrolls_by_rows(open_view: Open, wrap: bool) -> None:
    view = open_view("\n".join(map(str, range(500))))
    view.set_wrap(wrap)
    wheel(view, -2)
    assert view._scroll.visible()[0].line == 6
    wheel(view, 1)
    assert view._scroll.visible()[0].line == 3


def test_zooming_by_wheel_and_keys(open_view: Open) -> None:
    view = open_view("text")
    px = view.font_px
    wheel(view, 1, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.font_px == px + 2
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.font_px == px + 1
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.font_px == px
    view.zoom(-100)
    assert view.font_px == 7


class Source:
    """A source that colours every line whole, and counts what it was asked."""

    def __init__(self) -> None:
        self.limited = True
        self.pending = False
        self.asked: list[tuple[int, int]] = []

    def spans(self, document: Document, first: int, last: int) -> list[list[Span]]:
        self.asked.append((first, last))
        return [[(0, len(document.line_text(line)), "error")] for line in range(first, last + 1)]

    def advance(self, deadline: float) -> None:
        raise AssertionError("nothing was pending")


def test_only_visible_lines_are_asked_for_their_colours(open_view: Open) -> None:
    source = Source()
    view = open_view("████\n" * 10_000, source)
    view.grab()
    assert source.asked[-1][1] < 30
    assert view.is_limited
    assert LIGHT.bad in colours(view)


def test_a_theme_repaints(open_view: Open) -> None:
    view = open_view("text")
    assert LIGHT.surface in colours(view)
    view.set_theme(DARK)
    assert DARK.surface in colours(view)
    assert LIGHT.surface not in colours(view)


def test_marks_matches_and_selection_have_their_grounds(open_view: Open) -> None:
    view = open_view("one two one\nthree")
    view.set_marks([(1, 0, 5, "removed")])
    view.find("one")
    shown = colours(view)
    for kind in ("removed", "match", "current"):
        assert LIGHT.mark_colour(kind).name().upper() in shown
    view.clear_find()
    view.set_document("other")
    view.select(0, 3)
    shown = colours(view)
    assert LIGHT.token("selected_text") in shown
    assert LIGHT.mark_colour("removed").name().upper() not in shown


def test_an_invisible_character_is_seen(open_view: Open) -> None:
    warned = LIGHT.mark_colour("changed").name().upper()
    assert warned not in colours(open_view("ab"))
    assert warned in colours(open_view("a\u202eb"))


@pytest.mark.parametrize(
    "text", ["", "\n", "\t", "\ud800", "漢字\U0001f600e\u0301", "\u0301", "a\rb", "שלום عربي"]
)
@pytest.mark.parametrize("wrap", [False, True])
def test_odd_texts_are_painted(open_view: Open, text: str, wrap: bool) -> None:
    view = open_view(text)
    view.set_wrap(wrap)
    view.select_all()
    assert LIGHT.surface in colours(view)


def test_the_menu_offers_what_can_be_done(open_view: Open, qtbot) -> None:
    view = open_view("text")
    with qtbot.waitSignal(view.find_requested):
        view.shown_actions.find.trigger()
    view.shown_actions.wrap.trigger()
    assert view.is_wrapped
    view.shown_actions.select_all.trigger()
    view.shown_actions.copy.trigger()
    assert QApplication.clipboard().text() == "text"


def test_going_to_a_line_shows_it(open_view: Open) -> None:
    view = open_view("\n".join(map(str, range(500))))
    view.go_to(400, 1)
    assert view.selection[0] == view.text.index("\n400\n") + 2
    assert any(row.line == 400 for row in view._scroll.visible())
    view.go_to(9999, 9999)
    assert view.selection[0] == len(view.text)


def test_letters_that_pass_for_latin_have_a_ground_and_a_name(open_view: Open) -> None:
    """Cyrillic letters in a host name, and a mark that turns the text: each is told where the mouse is on it."""
    view = open_view("a \u0440aypal \u202e end")
    changed = LIGHT.mark_colour("changed").name().upper()
    assert changed in colours(view)
    tips = [
        tip_at(view._document, view._page().character_at(place_of(view, at) + QPoint(2, 0)))
        for at in (0, 2, 3, 9)
    ]
    assert tips == [
        "",
        "Looks like a Latin letter, but is U+0440 CYRILLIC SMALL LETTER ER",
        "",
        "U+202E RIGHT-TO-LEFT OVERRIDE",
    ]
    assert changed not in colours(open_view("\u041f\u0440\u0438\u0432\u0435\u0442"))
    assert view._page().character_at(QPoint(390, 5)) == -1
