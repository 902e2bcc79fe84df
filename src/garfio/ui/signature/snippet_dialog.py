"""Code that checks this signature in the user's framework, to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.signature import Provider, Scheme
from garfio.core.snippets import SNIPPETS, facts_of, snippet_text
from garfio.ui.code_view.view import CodeView
from garfio.ui.highlighter import spans_source
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_LIST_WIDTH = 130


class SnippetDialog(QDialog):
    """Frameworks at the left, the program at the right."""

    def __init__(
        self, provider: Provider, scheme: Scheme, path: str, look: Look, chosen: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Code that checks signatures of {provider}").format(provider=provider.name)
        )
        self._provider, self._scheme, self._path = provider, scheme, path
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(self.tr("Frameworks"))
        self.view = CodeView(look.theme, self)
        self.view.setAccessibleName(self.tr("Program"))
        self.copy = QPushButton(self.tr("Copy"), self)
        hint = self.tr("It reads the raw body before anything parses it, and compares in constant time.")
        if facts_of(scheme) is None:
            hint = self.tr(
                "A few lines cannot check this scheme; the code shows where the raw body is, and the comment what does."
            )
        self._hint = PlainLabel(hint, "muted")
        self._hint.setWordWrap(True)
        for name, snippet in SNIPPETS.items():
            item = QListWidgetItem(snippet.name)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self._arrange()
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.view.text))
        names = list(SNIPPETS)
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)

    @property
    def framework(self) -> str:
        """The id of the framework that is shown."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.list)
        top.addWidget(self.view, 1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        self.copy.setProperty("kind", "primary")
        self.copy.setDefault(True)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        row.addWidget(self._hint, 1)
        row.addWidget(close)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(footer)
        self.resize(860, 640)

    def _on_current_changed(self) -> None:
        snippet = SNIPPETS[self.framework]
        text = snippet_text(snippet, self._provider, self._scheme, self._path)
        self.view.set_document(text, spans_source(snippet.language.syntax))
