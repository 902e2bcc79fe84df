"""One answer as a form: how it is given, status, headers, body, and how often before the next one's turn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from garfio.core.reply import reason_phrase
from garfio.core.scripted_reply import LONGEST_S, Step
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.number_field import DecimalField, NumberField

_MOST_TIMES = 1_000_000
_WAYS = ("", "drip", "reset")
_HEADER_LINES, _BODY_LINES = 2, 5
_TYPES = (
    "text/plain; charset=utf-8",
    "application/json",
    "text/html; charset=utf-8",
    "application/xml",
    "application/x-www-form-urlencoded",
)


class StepForm(QWidget):
    """The fields of one Step."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._step = Step()
        self.way = QComboBox(self)
        self.way.addItem(self.tr("an answer"), "")
        self.way.addItem(self.tr("an answer in small pieces, slowly"), "drip")
        self.way.addItem(self.tr("none: the connection is reset"), "reset")
        self.delay = DecimalField(0.0, LONGEST_S, 0.0, self)
        self.delay.setSuffix(self.tr(" s"))
        self.delay.setMaximumWidth(110)
        self.status = NumberField(200, 599, 200, self)
        self.status.setMaximumWidth(110)
        self.times = NumberField(1, _MOST_TIMES, 1, self)
        self.times.setMaximumWidth(110)
        self.content_type = QComboBox(self)
        self.content_type.setEditable(True)
        self.content_type.addItems(_TYPES)
        self.headers = self._lines("Retry-After: 30", _HEADER_LINES)
        self.body = self._lines('{"received": {{ body.id | tojson }}}', _BODY_LINES)
        self._reason = PlainLabel("", "muted", self)
        self._delay_title = PlainLabel("", "", self)
        self._arrange()
        self._connect()
        self.show_step(self._step, is_last=True)

    def show_step(self, step: Step, *, is_last: bool) -> None:
        """Fill the fields; the last answer stays, so it is not counted."""
        self._step = step
        self.blockSignals(True)
        self.way.setCurrentIndex(_WAYS.index(step.fault))
        self.delay.setValue(step.delay_s)
        self.status.setValue(step.status)
        self.times.setValue(step.times)
        self.content_type.setCurrentText(step.content_type)
        self.headers.setPlainText("\n".join(f"{name}: {value}" for name, value in step.headers))
        if self.body.toPlainText() != step.body.removesuffix("\n"):
            self.body.setPlainText(step.body.removesuffix("\n"))
        self.blockSignals(False)
        self._form.setRowVisible(self.times, not is_last)
        self._show_rows()

    def step(self) -> Step:
        """What stands in the fields; a body of several lines, or one that had it, ends with a line break."""
        body = self.body.toPlainText()
        if body and self._step.body.endswith("\n"):
            body += "\n"
        return replace(
            self._step,
            status=self.status.value(),
            body=body,
            content_type=self.content_type.currentText().strip(),
            headers=_header_lines(self.headers.toPlainText()),
            delay_s=self.delay.value(),
            fault=self.way.currentData(),
            times=self.times.value(),
        )

    def _arrange(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(7)
        status = QWidget(self)
        inside = QFormLayout(status)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setHorizontalSpacing(10)
        inside.addRow(self.status, self._reason)
        self._status_row = status
        hint = PlainLabel(
            self.tr("A template: {{ body.id }}, {{ request.headers['X-Id'] }} and so on are filled in."),
            "faint",
            self,
        )
        hint.setWordWrap(True)
        self._body_hint = hint
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("What goes out"), self.way, self.way),
            (self.tr("Status"), status, self.status),
            (self.tr("Times"), self.times, self.times),
            ("", self.delay, self.delay),
            (self.tr("Headers"), self.headers, self.headers),
            (self.tr("Type"), self.content_type, self.content_type),
            (self.tr("Body"), self.body, self.body),
            ("", hint, hint),
        )
        for title, row, field in rows:
            label = self._delay_title if row is self.delay else PlainLabel(title)
            label.setBuddy(field)
            if title:
                field.setAccessibleName(title)
            form.addRow(label, row)

    def _connect(self) -> None:
        for text in (self.headers, self.body):
            text.textChanged.connect(self.edited)
        for number in (self.delay, self.status, self.times):
            number.valueChanged.connect(self.edited)
        self.content_type.editTextChanged.connect(self.edited)
        self.way.currentIndexChanged.connect(self._on_way_changed)
        self.status.valueChanged.connect(self._show_rows)

    def _on_way_changed(self) -> None:
        self._show_rows()
        self.edited.emit()

    def _show_rows(self) -> None:
        """Only what the way of answering needs."""
        way, status = self.way.currentData(), self.status.value()
        has_body = way != "reset" and status not in (204, 304)
        self._form.setRowVisible(self._status_row, way != "reset")
        self._form.setRowVisible(self.headers, way != "reset")
        for row in (self.content_type, self.body, self._body_hint):
            self._form.setRowVisible(row, has_body)
        self._delay_title.setText(self.tr("Spread over") if way == "drip" else self.tr("Wait before"))
        self.delay.setAccessibleName(self._delay_title.text())
        self._reason.setText(reason_phrase(status))

    def _lines(self, example: str, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setProperty("role", "mono")
        field.setPlaceholderText(example)
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setFixedHeight(round(self._look.row_height * 0.66 * lines) + 10)
        return field


def _header_lines(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)
