"""The strip at a dialog's lower edge: what is said at the left, buttons at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget


class Footer(QFrame):
    """Its buttons are pressed by Enter only where one was made the default."""

    def __init__(
        self, said: QWidget, after: Sequence[QWidget], parent: QWidget, before: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        for widget in before:
            row.addWidget(widget)
        row.addWidget(said, 1)
        for widget in after:
            if isinstance(widget, QPushButton) and not widget.isDefault():
                widget.setAutoDefault(False)
            row.addWidget(widget)
