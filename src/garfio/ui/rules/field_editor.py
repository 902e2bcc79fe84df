"""One field of an action as a widget, made from what core says of it: its type, its choices, its limits.

An editor shows a value, gives it back unchanged when nobody edits it, and says when somebody does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from garfio.core.action import Field
from garfio.core.action.kind import DOCUMENT, FLAG, LIST, NUMBER, SECRET, TABLE, TEMPLATED, TEXT
from garfio.core.errors import AppError
from garfio.ui.number_field import DecimalField, NumberField
from garfio.ui.rules.kind_text import choice_text, field_title

_LINES = {TEXT: 6, LIST: 3, TABLE: 4, DOCUMENT: 6}
_LONG = frozenset(("text", "html", "body"))
"""Names of texts that have several lines."""


class FieldEditor(QWidget):
    """What every editor of a field has; `inner` is the widget that takes the focus."""

    edited = Signal()
    entered = Signal(object)
    """The editor itself: it has the focus, and takes templates."""

    def __init__(self, entry: Field, inner: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.inner = inner
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.addWidget(inner, 1)
        self.setFocusProxy(inner)

    @property
    def takes_templates(self) -> bool:
        """Whether `{{ … }}` can stand in it."""
        return self.entry.type in TEMPLATED

    def show_value(self, value: Any) -> None:
        """Fill it."""
        raise NotImplementedError

    def value(self) -> Any:
        """What stands in it. Raises AppError `rule.field`."""
        raise NotImplementedError

    def insert(self, text: str) -> None:
        """Put a text where the caret is."""


class _Line(QLineEdit):
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class _Lines(QPlainTextEdit):
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class LineEditor(FieldEditor):
    """A text of one line."""

    def __init__(self, entry: Field, parent: QWidget) -> None:
        self.line = _Line()
        super().__init__(entry, self.line, parent)
        if self.takes_templates:
            self.line.setProperty("role", "mono")
        self.line.textEdited.connect(self.edited)
        self.line.entered.connect(lambda: self.entered.emit(self))

    def show_value(self, value: Any) -> None:
        self.line.setText(str(value))
        self.line.setCursorPosition(0)

    def value(self) -> Any:
        return self.line.text()

    def insert(self, text: str) -> None:
        self.line.insert(text)
        self.edited.emit()


class TextEditor(FieldEditor):
    """Lines: a long text, a list with one entry a line, a table with `name: value`, or JSON."""

    def __init__(self, entry: Field, parent: QWidget) -> None:
        self.text = _Lines()
        super().__init__(entry, self.text, parent)
        self.text.setProperty("role", "mono")
        self.text.setTabChangesFocus(True)
        lines = _LINES.get(entry.type, 3)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + 14)
        self._shown: Any = entry.default
        self._as_table = entry.type == TABLE
        self.text.textChanged.connect(self.edited)
        self.text.entered.connect(lambda: self.entered.emit(self))

    def show_value(self, value: Any) -> None:
        self._shown = value
        if self.entry.type == DOCUMENT and isinstance(self.entry.default, dict):
            self._as_table = isinstance(value, dict) and all(_fits_line(*pair) for pair in value.items())
        self.text.blockSignals(True)
        self.text.setPlainText(self._written(value))
        self.text.blockSignals(False)

    def value(self) -> Any:
        text = self.text.toPlainText()
        if text == self._written(self._shown):
            return self._shown
        if self.entry.type == LIST:
            return [line.strip() for line in text.splitlines() if line.strip()]
        if self._as_table:
            return self._pairs(text)
        if self.entry.type == DOCUMENT:
            return _document(text)
        return text

    def insert(self, text: str) -> None:
        self.text.insertPlainText(text)

    def _written(self, value: Any) -> str:
        if self.entry.type == LIST:
            return "\n".join(map(str, value))
        if self._as_table and isinstance(value, dict):
            return "\n".join(f"{name}: {text}" for name, text in value.items())
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False, indent=2) if value else ""

    def _pairs(self, text: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in text.splitlines():
            name, mark, value = line.partition(":")
            if line.strip() and not (mark and name.strip()):
                raise AppError(
                    "rule.field",
                    self.tr("“{line}” lacks a name. Write name: value.").format(line=line.strip()[:60]),
                )
            if line.strip():
                found[name.strip()] = value.strip()
        return found


class ChoiceEditor(FieldEditor):
    """One of several."""

    def __init__(self, entry: Field, parent: QWidget) -> None:
        self.choice = QComboBox()
        super().__init__(entry, self.choice, parent)
        choices = entry.choices if entry.default in entry.choices else (entry.default, *entry.choices)
        for choice in choices:
            self.choice.addItem(choice_text(entry.name, choice), choice)
        self.row.addStretch(1)
        self.choice.activated.connect(lambda _at: self.edited.emit())

    def show_value(self, value: Any) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(value)))

    def value(self) -> Any:
        return self.choice.currentData()


class FlagEditor(FieldEditor):
    """On or off."""

    def __init__(self, entry: Field, parent: QWidget, kind: str = "") -> None:
        self.box = QCheckBox(field_title(kind, entry.name))
        super().__init__(entry, self.box, parent)
        self.box.clicked.connect(lambda _on: self.edited.emit())

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def value(self) -> Any:
        return self.box.isChecked()


class NumberEditor(FieldEditor):
    """A number between limits."""

    def __init__(self, entry: Field, parent: QWidget) -> None:
        whole = isinstance(entry.default, int)
        self.number: NumberField | DecimalField
        if whole:
            self.number = NumberField(int(entry.lowest), int(min(entry.highest, 2**31 - 1)), entry.default)
        else:
            self.number = DecimalField(entry.lowest, entry.highest, float(entry.default))
        super().__init__(entry, self.number, parent)
        self.number.setMaximumWidth(120)
        self.row.addStretch(1)
        self._shown: Any = entry.default
        self.number.valueChanged.connect(lambda _value: self.edited.emit())

    def show_value(self, value: Any) -> None:
        self._shown = value
        self.number.blockSignals(True)
        self.number.setValue(int(value) if isinstance(self.number, NumberField) else float(value))
        self.number.blockSignals(False)

    def value(self) -> Any:
        now = self.number.value()
        return self._shown if now == self._shown else now


class SecretEditor(FieldEditor):
    """The name of a secret, chosen among those that are kept, or of a new one."""

    new_wanted = Signal(object)
    """The editor itself: the user wants to enter another secret."""

    def __init__(self, entry: Field, parent: QWidget) -> None:
        self.choice = QComboBox()
        super().__init__(entry, self.choice, parent)
        self._kept: tuple[str, ...] = ()
        self.new = QPushButton(self.tr("New secret…"))
        self.new.setAutoDefault(False)
        self.row.addWidget(self.new)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self))
        self.choice.activated.connect(lambda _at: self.edited.emit())
        self.show_value("")

    def set_kept(self, names: Sequence[str]) -> None:
        """The names that there are."""
        self._kept = tuple(names)
        self.show_value(self.value() or "")

    def show_value(self, value: Any) -> None:
        self.choice.clear()
        self.choice.addItem(self.tr("none"), "")
        for name in self._kept:
            self.choice.addItem(name, name)
        if value and value not in self._kept:
            self.choice.addItem(self.tr("{name} (not kept yet)").format(name=value), value)
        self.choice.setCurrentIndex(max(0, self.choice.findData(value)))

    def value(self) -> Any:
        return self.choice.currentData()


def make_editor(kind: str, entry: Field, parent: QWidget) -> FieldEditor:
    """The editor for a field of a kind of action."""
    if entry.choices:
        return ChoiceEditor(entry, parent)
    if entry.type == FLAG:
        return FlagEditor(entry, parent, kind)
    if entry.type == NUMBER:
        return NumberEditor(entry, parent)
    if entry.type == SECRET:
        return SecretEditor(entry, parent)
    if entry.type in (LIST, TABLE, DOCUMENT) or entry.name in _LONG:
        return TextEditor(entry, parent)
    return LineEditor(entry, parent)


def _fits_line(name: str, value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value and value == value.strip() and ":" not in name


def _document(text: str) -> Any:
    """JSON as a value; what is no JSON before its templates are rendered stays a text."""
    try:
        return json.loads(text) if text.strip() else ""
    except ValueError:
        return text


__all__ = ["FieldEditor", "SecretEditor", "TextEditor", "make_editor"]
