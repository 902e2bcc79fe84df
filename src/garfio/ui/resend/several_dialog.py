"""Which targets a webhook goes to at once: ticks beside the names, and a line for further URLs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.target import parse_url
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.resend.address_dialog import with_scheme
from garfio.ui.resend.button import make_primary
from garfio.ui.targets.menu import target_title
from garfio.ui.targets.watch import Places

MOST = 6
"""More answers than this cannot stand side by side."""


class SeveralDialog(QDialog):
    """Asks for targets."""

    def __init__(self, places: Places, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send to several targets"))
        self.places: tuple[str, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Targets"))
        for target in places.targets:
            item = QListWidgetItem(f"{target_title(target)}   {target.url}")
            item.setData(Qt.ItemDataRole.UserRole, target.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if len(places.targets) <= MOST else Qt.CheckState.Unchecked
            )
            self.list.addItem(item)
        self.list.setVisible(bool(places.targets))
        self.urls = QLineEdit(self)
        self.urls.setProperty("role", "mono")
        self.urls.setPlaceholderText("http://localhost:3000 https://staging.example.com/hook")
        self.urls.setAccessibleName(self.tr("Further addresses, with blanks between them"))
        self._error = PlainLabel("", "bad", self)
        self._error.setWordWrap(True)
        self._error.hide()
        words = self.tr("%n webhook(s) will be sent to each, and the answers stand side by side.", "", count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        send = buttons.addButton(self.tr("Send and compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(send)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        intro = PlainLabel(words, "muted")
        intro.setWordWrap(True)
        column.addWidget(intro)
        column.addWidget(self.list, 1)
        column.addWidget(PlainLabel(self.tr("Further addresses, with blanks between them")))
        column.addWidget(self.urls)
        column.addWidget(self._error)
        column.addWidget(buttons)
        self.resize(520, 380 if places.targets else 200)

    def error_shown(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def _on_accepted(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        names = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]
        urls = [with_scheme(word) for word in self.urls.text().split()]
        try:
            for url in urls:
                parse_url(url)
        except AppError as error:
            self._say(error_text(error))
            return
        found = tuple(dict.fromkeys([*names, *urls]))
        if not 2 <= len(found) <= MOST:
            self._say(self.tr("Choose two to {most} places.").format(most=MOST))
            return
        self.places = found
        self.accept()

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.show()
