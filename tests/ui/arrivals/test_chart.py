"""The chart: what it counts, and a stretch of it as a query, with the mouse and with the keyboard."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from garfio.core.query import parse
from garfio.engine.arrivals import Bar
from garfio.engine.store.reading import local_zone
from garfio.ui.arrivals.chart import ArrivalsChart
from garfio.ui.arrivals.pane import ArrivalsPane
from garfio.ui.arrivals.span import SPANS, Span, range_query
from garfio.ui.look import Look

S = 1_000_000
SINCE = 1_793_620_000 * S


def _chart(qtbot: QtBot, look: Look) -> tuple[ArrivalsChart, list[tuple[int, int]]]:
    chart = ArrivalsChart(look)
    qtbot.addWidget(chart)
    chart.resize(600, 26)
    chart.show_bars(SPANS[0], SINCE, [Bar(at % 7, at % 2) for at in range(60)])
    chosen: list[tuple[int, int]] = []
    chart.range_chosen.connect(lambda since, until: chosen.append((since, until)))
    return chart, chosen


def test_dragging_chooses_a_stretch(qtbot: QtBot, look: Look) -> None:
    """From the tenth bar to the fifth, and a click on one bar."""
    chart, chosen = _chart(qtbot, look)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(105, 10))
    qtbot.mouseMove(chart, QPoint(55, 10))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(55, 10))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(599, 10))
    assert chosen == [(SINCE + 50 * S, SINCE + 110 * S), (SINCE + 590 * S, SINCE + 600 * S)]


def test_the_keyboard_chooses_a_stretch(qtbot: QtBot, look: Look) -> None:
    """Left goes to the newest bar, then back; with Shift the stretch grows; Escape lets go."""
    chart, chosen = _chart(qtbot, look)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.accessibleDescription().endswith("3 arrivals, 1 failing")
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen == [(SINCE + 570 * S, SINCE + 590 * S)]


def test_the_chosen_stretch_slides_with_its_bars(qtbot: QtBot, look: Look) -> None:
    """A bar came at the right; what was chosen is still what it was."""
    chart, chosen = _chart(qtbot, look)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    chart.show_bars(SPANS[0], SINCE + 10 * S, [Bar()] * 60)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen == [(SINCE + 590 * S, SINCE + 600 * S)]


def test_how_far_back(qtbot: QtBot, look: Look) -> None:
    """The menu and the arrow keys change it; there is an end at both sides."""
    pane = ArrivalsPane(look)
    qtbot.addWidget(pane)
    for _ in range(5):
        qtbot.keyClick(pane.chart, Qt.Key.Key_Up)
    assert (pane.span.name, pane.button.text()) == ("month", "last 30 days")
    pane.show_span("nonsense")
    pane.show_span("day")
    assert pane.span.name == "day"


@pytest.mark.parametrize("span", SPANS)
def test_the_last_bar_holds_now(span: Span) -> None:
    """Bars begin at round times, and the present is in the last one."""
    now = int(time.time()) * S
    since = span.since_us(now)
    assert since + (span.bars - 1) * span.bar_s * S <= now < since + span.bars * span.bar_s * S
    assert time.localtime(since // S).tm_sec % min(span.bar_s, 60) == 0


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("", ""),
        ("provider:stripe", "provider:stripe "),
        ("a OR b", "(a OR b) "),
        ("a time:2026-01-01T10:00:00..2026-01-01T11:00:00", "a "),
        ("time:today", ""),
        ("(broken", ""),
    ],
)
def test_a_stretch_as_a_query(before: str, rest: str) -> None:
    """It narrows the query that is there; the stretch before is replaced; the bounds are whole seconds."""
    query = range_query(before, SINCE, SINCE + 60 * S)
    assert query.startswith(f"{rest}time:")
    wanted = parse(query.removeprefix(rest), local_zone()).node
    low, high = wanted.value.low_us, wanted.value.high_us  # type: ignore[union-attr]
    assert (low, high) == (SINCE, SINCE + 60 * S - 1)
