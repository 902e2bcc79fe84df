"""A request to edit: method, path, headers, body, signature. Begins with a capture, which never changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from garfio.core.capture import Capture
from garfio.core.contentview.view import Meta
from garfio.core.edit import edited_request
from garfio.core.http import Request
from garfio.core.outgoing import Changes
from garfio.core.signature import CATALOG, recognise
from garfio.ui.look import Look
from garfio.ui.resend.body_editor import BodyEditor
from garfio.ui.resend.header_editor import HeaderEditor
from garfio.ui.resend.signature_choice import SignatureChoice

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


class RequestEditor(QWidget):
    """What can be changed of a request."""

    edited = Signal()

    def __init__(self, capture: Capture, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = request = capture.request
        self.method = QComboBox(self)
        self.method.setEditable(True)
        self.method.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.method.addItems(list(_METHODS))
        self.method.setCurrentText(request.method)
        self.method.setAccessibleName(self.tr("Method"))
        self.target = QLineEdit(request.target.decode("utf-8", "surrogateescape"), self)
        self.target.setProperty("role", "mono")
        self.target.setAccessibleName(self.tr("Path and query"))
        self.target.setCursorPosition(0)
        self.headers = HeaderEditor(look, self)
        self.body = BodyEditor(look, self)
        self.signature = SignatureChoice(self)
        self.tabs = QTabBar(self)
        self._pages = QStackedWidget(self)
        self._arrange()
        self._show(request)
        self.signature.set_provider(CATALOG.get(capture.summary.provider or recognise(request).provider))
        self._connect()

    def set_request(self, request: Request) -> None:
        """Put another request into the fields; what differs is still counted from the capture."""
        self.method.setCurrentText(request.method)
        self.target.setText(request.target.decode("utf-8", "surrogateescape"))
        self.target.setCursorPosition(0)
        self._show(request)
        self.edited.emit()

    def request(self) -> Request:
        """The request as it stands in the fields."""
        method, target = self.method.currentText().strip(), self.target.text().strip()
        raw = target.encode("utf-8", "surrogateescape")
        return edited_request(method, raw, self.headers.headers(), self.body.body())

    def changes(self) -> Changes:
        """What differs from the capture."""
        request = self._request
        method, target = self.method.currentText().strip(), self.target.text().strip()
        raw = target.encode("utf-8", "surrogateescape")
        headers, body = self.headers.headers(), self.body.body()
        return Changes(
            method=None if method == request.method else method,
            target=None if raw == request.target else raw,
            headers=None if headers == request.headers else headers,
            body=None if body == request.body else body,
            signing=self.signature.signing(),
        )

    def show_part(self, name: str) -> None:
        """Open `body` or `headers`."""
        self.tabs.setCurrentIndex(("body", "headers").index(name))

    def _show(self, request: Request) -> None:
        self.headers.set_headers(request.headers)
        self.body.set_body(request.body, Meta.of_request(request))

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(14, 12, 14, 4)
        first.setSpacing(8)
        first.addWidget(self.method)
        first.addWidget(self.target, 1)
        for text in (self.tr("Body"), self.tr("Headers")):
            self.tabs.addTab(text)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the request"))
        for page in (self.body, self.headers):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        column.addWidget(self.signature)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        for signal in (
            self.method.currentTextChanged,
            self.target.textChanged,
            self.headers.edited,
            self.body.edited,
            self.signature.edited,
        ):
            signal.connect(self.edited)
        self.body.unpacked.connect(self._on_unpacked)

    def _on_unpacked(self) -> None:
        pairs = [pair for pair in self.headers.headers() if pair[0].lower() != b"content-encoding"]
        self.headers.set_headers(type(self._request.headers)(pairs))
