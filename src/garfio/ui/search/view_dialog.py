"""Asks for the name and the query of a saved view."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from garfio.core.query import QueryError, parse
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel


class ViewDialog(QDialog):
    """Name and query; it can be accepted once both make sense."""

    def __init__(self, name: str, query: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved view"))
        self.name = QLineEdit(name, self)
        self.query = QLineEdit(query, self)
        self.query.setProperty("role", "mono")
        self._wrong = PlainLabel("", "bad", self)
        self._wrong.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Query"), self.query)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        self.name.textChanged.connect(self._check)
        self.query.textChanged.connect(self._check)
        self.resize(460, self.sizeHint().height())
        self._check()

    def _check(self) -> None:
        problem = ""
        try:
            parse(self.query.text())
        except QueryError as error:
            problem = error_text(error)
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        ready = not problem and bool(self.name.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)
