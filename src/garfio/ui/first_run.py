"""The empty list that helps: the URL to give to a provider, and two ways to see a webhook at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.engine.workspace import ListenerState
from garfio.ui.action_set import ActionSet
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look

_WIDTH = 460
_FALLBACK_URL = "http://127.0.0.1:8800"


class FirstRun(QWidget):
    """Three steps to the first webhook."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icons: list[QToolButton] = []
        self._url, url_row = self._copy_row(self.tr("Copy the URL"))
        self._curl, curl_row = self._copy_row(self.tr("Copy the command"))
        self.sample = QPushButton(self)
        self.sample.setProperty("kind", "primary")
        self.example = QPushButton(self)
        self.provider = QPushButton(self)
        self.ready_rule = QPushButton(self)
        self._deaf = self._text(
            self.tr(
                "Garfio is not listening, so nothing can arrive. The bar above has the cause, or the way to start."
            )
        )
        self._reach = self._text("")
        give = self._text(self.tr("Give this address to the program that sends:"))
        terminal = self._text(self.tr("Or send one from a terminal:"))
        self._with_address = (give, url_row, terminal, curl_row, self._reach)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._box(), 10)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._draw_icons)
        self._draw_icons()

    def set_actions(self, actions: ActionSet) -> None:
        """Let the buttons do what the actions do."""
        endpoint = actions["endpoint.new"]
        self.provider.setText(endpoint.text())
        self.provider.clicked.connect(endpoint.trigger)
        ready_rule = actions["rules.gallery"]
        self.ready_rule.setText(ready_rule.text())
        self.ready_rule.clicked.connect(ready_rule.trigger)
        example = actions["sample.choose"]
        self.example.setText(example.text())
        self.example.clicked.connect(example.trigger)
        action = actions["sample.send"]
        self.sample.setText(action.text())
        self.sample.clicked.connect(action.trigger)

    def set_listener(self, listener: ListenerState) -> None:
        """Show the address that is listened on; one that may be another program's is not given away."""
        is_deaf = listener.phase in ("failed", "stopped")
        self._deaf.setVisible(is_deaf)
        for part in self._with_address:
            part.setVisible(not is_deaf)
        url = listener.url or _FALLBACK_URL
        self._url.setText(url)
        self._curl.setText(f"curl {url}/hello -d hello=world")
        self.sample.setEnabled(listener.phase == "listening")
        if listener.exposed:
            self._reach.setText(self.tr("Other computers reach this address too."))
        else:
            self._reach.setText(
                self.tr("Only programs on this computer reach this address. No account, no cloud.")
            )

    def _box(self) -> QWidget:
        give, url_row, terminal, curl_row, reach = self._with_address
        box = QWidget(self)
        box.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Waiting for the first webhook"), "title"))
        column.addWidget(give)
        column.addWidget(url_row)
        column.addWidget(self._deaf)
        column.addSpacing(10)
        column.addWidget(self._text(self.tr("Or see at once how one looks:")))
        samples = QHBoxLayout()
        samples.addWidget(self.sample)
        samples.addWidget(self.example)
        samples.addStretch(1)
        column.addLayout(samples)
        column.addSpacing(10)
        column.addWidget(
            self._text(self.tr("Set a provider up in three steps, and have its signatures checked:"))
        )
        column.addWidget(self.provider, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        column.addWidget(self._text(self.tr("Have a mail, a message or a request go out when one arrives:")))
        column.addWidget(self.ready_rule, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        column.addWidget(terminal)
        column.addWidget(curl_row)
        column.addSpacing(10)
        column.addWidget(reach)
        return box

    def _text(self, text: str, role: str = "muted") -> PlainLabel:
        label = PlainLabel(text, role, self)
        label.setWordWrap(True)
        return label

    def _copy_row(self, name: str) -> tuple[ElidedLabel, QFrame]:
        frame = QFrame(self)
        frame.setProperty("role", "field")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 2, 4, 2)
        label = ElidedLabel("", "mono")
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(label.text()))
        self._icons.append(button)
        row.addWidget(label, 1)
        row.addWidget(button)
        return label, frame

    def _draw_icons(self) -> None:
        for button in self._icons:
            button.setIcon(self._look.icon("copy"))
