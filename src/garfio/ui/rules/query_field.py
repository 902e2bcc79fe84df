"""The search box as a field of a dialog: the same language, completion and marks of mistakes, as wide as there is
room; Esc leaves the dialog as everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from garfio.core.query import QueryError, parse
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.look import Look
from garfio.ui.search.box import SearchBox
from garfio.ui.search.values import OccurringValues

_WIDEST = 16_777_215


class QueryField(SearchBox):
    """A query that is checked while it is typed."""

    def __init__(self, workspace: Workspace, tasks: Tasks, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self.setMaximumWidth(_WIDEST)
        self.setProperty("role", "mono")
        self.setPlaceholderText(self.tr("every webhook"))
        self.setAccessibleName(self.tr("Query"))
        self.query_edited.connect(self._check)
        self.typed.connect(lambda: self.show_error(None))
        self._values = OccurringValues(workspace, tasks, self, self)

    @property
    def query(self) -> str:
        """The query, without blanks around it."""
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.offers.offers():
            QLineEdit.keyPressEvent(self, event)
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a default button of the dialog is not meant

    def _check(self, query: str) -> None:
        try:
            parse(query)
        except QueryError as error:
            self.show_error(error)
        else:
            self.show_error(None)
