"""The bytes that were signed, as text or hexadecimal, with the named parts marked and named in a legend."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from garfio.core.signature import Part
from garfio.ui.code_view.view import CodeView
from garfio.ui.figures import size_text
from garfio.ui.inspector.find_bar import FindBar
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.signature.signed_content import as_hex, as_text, end_text, legend

TEXT, HEX = "text", "hex"
_SWATCH = 11


class Swatch(QWidget):
    """The ground of a part."""

    def __init__(self, kind: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._look = look
        self.setFixedSize(QSize(_SWATCH, _SWATCH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setPen(self._look.colour("line_strong"))
        painter.setBrush(self._look.theme.mark_colour(self._kind))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 2, 2)
        painter.end()


class SignedPane(QWidget):
    """Signed content and its legend."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._parts: tuple[Part, ...] = ()
        self.mode = TEXT
        self.view = CodeView(look.theme, self)
        self.view.setAccessibleName(self.tr("Signed content"))
        self.view.set_wrap(True)
        self.view.setMinimumHeight(
            look.row_height
        )  # where there is little room, it gives way and not the tools
        self.find_bar = FindBar(self.view, look, self)
        self._facts = ElidedLabel("", "muted")
        self._none = PlainLabel("", "muted", self)
        self._none.setWordWrap(True)
        self._none.setContentsMargins(16, 10, 16, 10)
        self._legend = QFrame(self)
        self._legend.setProperty("pane", "tools")
        self._legend_row = QHBoxLayout(self._legend)
        self._legend_row.setContentsMargins(14, 4, 10, 4)
        self._legend_row.setSpacing(6)
        self._chips = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._tools(), self._legend, self.find_bar, self._none):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        look.changed.connect(self._on_look_changed)

    def show_parts(self, parts: tuple[Part, ...], none: str) -> None:
        """Show a signed content; `none` says why there is none."""
        self._parts = parts
        self._none.setText(none)
        self._none.setVisible(not parts)
        self.view.setVisible(bool(parts))
        self._fill_legend()
        self._draw()

    def set_mode(self, mode: str) -> None:
        """Show as text or as hexadecimal."""
        self.mode = mode
        for chip in self._chips.buttons():
            chip.setChecked(chip.property("mode") == mode)
        self._draw()

    def names(self) -> list[str]:
        """The names in the legend."""
        return [entry.name for entry in legend(self._parts)]

    def _tools(self) -> QFrame:
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Signed content"), "section"))
        for name, text in ((TEXT, self.tr("Text")), (HEX, self.tr("Hex"))):
            chip = QPushButton(text, tools)
            chip.setProperty("kind", "chip")
            chip.setProperty("mode", name)
            chip.setCheckable(True)
            chip.setChecked(name == self.mode)
            self._chips.addButton(chip)
            row.addWidget(chip)
        self._chips.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        row.addWidget(self._facts, 1)
        return tools

    def _fill_legend(self) -> None:
        while item := self._legend_row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        entries = legend(self._parts)
        for entry in entries:
            self._legend_row.addWidget(Swatch(entry.kind, self._look, self._legend))
            label = ElidedLabel(f"{entry.name}, {size_text(entry.size)}", "muted", self._legend)
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            label.setToolTip(label.text())
            self._legend_row.addWidget(label)
            self._legend_row.addSpacing(8)
        self._legend_row.addStretch(1)
        self._legend.setVisible(bool(entries))

    def _draw(self) -> None:
        content_size = sum(len(part.data) for part in self._parts)
        shown = as_hex(self._parts) if self.mode == HEX else as_text(self._parts)
        self.view.set_document(shown.text)
        self.view.set_marks(shown.marks)
        end = end_text(self._parts[-1].data) if self._parts else ""
        facts = [size_text(content_size), end, self.tr("not all of it is shown") if shown.cut else ""]
        self._facts.setText(" · ".join(fact for fact in facts if fact) if self._parts else "")
        self.find_bar.refresh()

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)
        self.update()
