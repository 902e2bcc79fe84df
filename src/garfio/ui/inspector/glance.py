"""Under the title: what the body says at a glance. Times as one reads them, ids and addresses that find their like."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from garfio.core.capture import Capture, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.glance import LIMIT, Fact, facts_of
from garfio.core.query.writer import write_phrase, write_value
from garfio.core.signature import CATALOG
from garfio.engine.store.looks import Delivery
from garfio.engine.tasks import Tasks
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.endpoints.guide import guide_of
from garfio.ui.figures import age_text, clock_text, day_text
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import PlainLabel
from garfio.ui.signature.verdict_text import provider_name

_INLINE = 4 * 1024
"""Smaller bodies are looked through at once: it takes less than a millisecond."""
_LONGEST = 26
"""Characters of a chip; the whole is its tip."""
_GAP, _LEFT, _RIGHT = 6, 16, 14


class Glance(QFrame):
    """Two lines at most; what does not fit is left out from the end."""

    query_wanted = Signal(str)

    def __init__(self, tasks: Tasks, run_slow: RunSlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._run_slow = run_slow
        self._row: CaptureSummary | None = None
        self._facts: Sequence[Fact] = ()
        self._delivery = Delivery()
        self._pieces: list[QWidget] = []
        self._times: list[tuple[PlainLabel, Fact]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_capture(self, capture: Capture) -> None:
        """Show what a capture's body says."""
        row, request = capture.summary, capture.request
        if self._row is None or self._row.id != row.id:
            self._facts, self._delivery = (), Delivery()
        self._row = row
        if row.refusal or len(request.body) < row.size or row.size > LIMIT:
            self._draw()
        elif row.size <= _INLINE:
            self._take(row, facts_of(request.head, request.body))
        else:
            self._tasks.spawn(self._look(row, request.head, request.body), name="detail.glance")

    def show_summary(self, row: CaptureSummary) -> None:
        """Take what has become known of the capture that is shown: whose it is, above all."""
        before, self._row = self._row, row
        if before is None or (before.provider, before.delivery_id) != (row.provider, row.delivery_id):
            self._draw()

    def set_delivery(self, delivery: Delivery) -> None:
        """Offer the other captures of the same delivery, if there are any."""
        if delivery != self._delivery:
            self._delivery = delivery
            self._draw()

    def tell_ages(self) -> None:
        """Say anew how long ago the times are; for a while has passed."""
        for label, fact in self._times:
            label.setText(_time_text(fact))
        self._fit()

    def texts(self) -> list[str]:
        """What is said."""
        return [piece.text() for piece in self._pieces if isinstance(piece, QPushButton | PlainLabel)]

    def chip(self, text: str) -> QPushButton:
        """The chip with a text."""
        return next(
            piece for piece in self._pieces if isinstance(piece, QPushButton) and piece.text() == text
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    async def _look(self, row: CaptureSummary, head: bytes, body: bytes) -> None:
        found: Sequence[Fact] = ()
        with contextlib.suppress(AppError):  # the body's view says that slow work cannot be done
            found = await self._run_slow(facts_of, head, body)
        if self._row is not None and self._row.id == row.id:
            self._take(row, found)

    def _take(self, row: CaptureSummary, facts: Sequence[Fact]) -> None:
        self._row, self._facts = row, facts
        self._draw()

    def _draw(self) -> None:
        for piece in self._pieces:
            piece.hide()
            piece.deleteLater()
        self._pieces, self._times = [], []
        row = self._row
        if row is not None:
            if self._delivery.total > 1:
                query = f"delivery={write_value(row.delivery_id)} provider={write_value(row.provider)}"
                text = self.tr("All {total} of this delivery")
                if self._delivery.changed:
                    text = self.tr("All {total}, the body changed since")
                text = text.format(total=self._delivery.total)
                self._find(text, query, self.tr("The first try of the provider and its retries"))
            self._show_document(row)
            for fact in self._facts:
                if fact.kind != "time":
                    self._show_found(fact)
            for fact in self._facts:
                if fact.kind == "time":
                    self._show_time(fact)
        self.setVisible(bool(self._pieces))
        self._fit()

    def _show_time(self, fact: Fact) -> None:
        label = PlainLabel(_time_text(fact), "muted", self)
        label.setToolTip(f"{fact.path.removeprefix('.')}: {fact.text}")
        self._pieces.append(label)
        self._times.append((label, fact))

    def _show_found(self, fact: Fact) -> None:
        name = fact.path.removeprefix(".")
        tip = self.tr("{name}: {value}\nFind every webhook that holds it")
        self._find(fact.text, write_phrase(fact.text), tip.format(name=name, value=fact.text))

    def _show_document(self, row: CaptureSummary) -> None:
        address = document_of(row.provider)
        if not address:
            return
        button = self._button(f"{provider_name(row.provider)} ↗", address)
        button.setAccessibleName(
            self.tr("Documentation of {provider}").format(provider=provider_name(row.provider))
        )
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))

    def _find(self, text: str, query: str, tip: str) -> None:
        self._button(text, tip).clicked.connect(lambda: self.query_wanted.emit(query))

    def _button(self, text: str, tip: str) -> QPushButton:
        shown = text if len(text) <= _LONGEST or " " in text else f"{text[:14]}…{text[-10:]}"
        button = QPushButton(shown.replace("&", "&&"), self)
        button.setProperty("kind", "chip")
        button.setToolTip(tip)
        button.setAccessibleName(text)
        self._pieces.append(button)
        return button

    def _fit(self) -> None:
        """Chips in the first line, times and what had no room in the second."""
        chips = [piece for piece in self._pieces if isinstance(piece, QPushButton)]
        left = self._place(chips, 0)
        times = [piece for piece in self._pieces if piece not in chips]
        self._place([*times, *left], 1 if chips else 0)
        lines = 1 + any(not piece.isHidden() and piece.y() > 0 for piece in self._pieces)
        self.setFixedHeight(lines * (self._height() + _GAP) + _GAP)

    def _place(self, pieces: Sequence[QWidget], line: int) -> list[QWidget]:
        """Put pieces into a line from the left; gives those that have no room, which are hidden."""
        at, height = _LEFT, self._height()
        without: list[QWidget] = []
        for piece in pieces:
            width = piece.sizeHint().width()
            fits = at + width <= self.width() - _RIGHT and not (without and line == 0)
            if fits:
                piece.setGeometry(at, line * (height + _GAP), width, height)
                at += width + _GAP
            else:
                without.append(piece)
            piece.setVisible(fits)
        return without

    def _height(self) -> int:
        return max((piece.sizeHint().height() for piece in self._pieces), default=0)


def document_of(provider: str) -> str:
    """The address of a provider's own documentation; empty when none is known."""
    guide, entry = guide_of(provider), CATALOG.get(provider)
    known = [entry.doc if entry else "", *(guide.documents if guide else ())]
    return next((address for address in known if address.startswith("https://")), "")


def _time_text(fact: Fact) -> str:
    now = now_us()
    name = fact.path.removeprefix(".").rpartition(".")[2]
    return f"{name}: {day_text(fact.at_us, now)} {clock_text(fact.at_us)}, {age_text(fact.at_us, now)}"
