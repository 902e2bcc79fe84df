"""A body to edit: text with colours and a check of its syntax, or bytes that stay as they are, and why."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from garfio.core.contentview.view import Meta
from garfio.ui.code_view.document import Document
from garfio.ui.figures import size_text
from garfio.ui.highlighter import spans_source
from garfio.ui.inspector.note_text import note_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.body_text import LIMIT, BodyText, body_bytes, body_text, json_fault, laid_out, unpacked

_PAUSE_MS = 200
"""The syntax is checked when typing pauses for so long."""


class _Colours(QSyntaxHighlighter):
    """Colours of syntaxes that need no more than the line."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        self._source = None
        look.changed.connect(self.rehighlight)

    def set_syntax(self, syntax: str) -> None:
        """Colour as `json` or `form`, or not at all."""
        self._source = spans_source(syntax) if syntax else None
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if self._source is None or not text:
            return
        document = Document(text)
        document.advance(float("inf"))
        for start, length, token in self._source.spans(document, 0, 0)[0]:
            form = QTextCharFormat()
            form.setForeground(self._look.theme.syntax_colour(token))
            self.setFormat(start, length, form)


class BodyEditor(QWidget):
    """The body's text, or words about its bytes."""

    edited = Signal()
    unpacked = Signal()
    """The body is now edited without its content coding: the header that names it has to go."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = b""
        self._meta = Meta()
        self._shown = BodyText()
        self._look = look
        self.text = QPlainTextEdit(self)
        self.text.setProperty("role", "mono")
        self.text.setProperty("frame", "none")
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.text.setAccessibleName(self.tr("Body"))
        self.text.setTabStopDistance(2 * QFontMetricsF(look.mono).horizontalAdvance(" "))
        self._colours = _Colours(self.text.document(), look)
        self._why = PlainLabel("", "muted", self)
        self._why.setWordWrap(True)
        self._why.setContentsMargins(14, 14, 14, 14)
        self._state = ElidedLabel("", "muted", self)
        self._lay_out = self._tool(self.tr("Lay out"), self.tr("Write the JSON with a line for each value"))
        self._restore = self._tool(self.tr("As captured"), self.tr("Take the captured body again"))
        self._unpack = self._tool(self.tr("Unpack"), self.tr("Edit the body without its compression"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._arrange()
        self.text.textChanged.connect(self._on_text_changed)
        self._pause.timeout.connect(self.check)

    def set_body(self, body: bytes, meta: Meta) -> None:
        """Begin with a body."""
        self._body, self._meta = body, meta
        self._show(body_text(body, meta))

    def body(self) -> bytes:
        """The bytes as they stand now; those that were given while the text is as it was."""
        text = self._text()
        if self._shown.reason or text == self._shown.text:
            return self._body
        return body_bytes(text, self._shown.newline)

    def is_changed(self) -> bool:
        """True when the text is not the one that was given."""
        return not self._shown.reason and self._text() != self._shown.text

    def state(self) -> str:
        """What is said about the syntax."""
        return self._state.text()

    def check(self) -> None:
        """Say whether JSON is JSON."""
        self._pause.stop()
        if self._shown.reason or not self._meta.parsed_type.is_json:
            self._state.setText(size_text(len(self.body())))
            self._state.set_role("muted")
            return
        fault = json_fault(self._text())
        if fault is None:
            self._state.setText(self.tr("✓ JSON · {size}").format(size=size_text(len(self.body()))))
            self._state.set_role("good")
        else:
            text = note_text(fault).partition(". ")[0].rstrip(".")
            self._state.setText(f"✕ {text}")
            self._state.set_role("bad")

    def _arrange(self) -> None:
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 5, 10, 5)
        row.addWidget(self._state, 1)
        for button in (self._unpack, self._lay_out, self._restore):
            row.addWidget(button)
        self._lay_out.clicked.connect(lambda: self._replace(laid_out(self._text())))
        self._restore.clicked.connect(lambda: self._replace(self._shown.text))
        self._unpack.clicked.connect(self._on_unpack_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._why)
        column.addWidget(self.text, 1)
        column.addStretch(0)

    def _tool(self, title: str, tip: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setProperty("kind", "chip")
        button.setToolTip(tip)
        return button

    def _show(self, shown: BodyText) -> None:
        self._shown = shown
        self.text.blockSignals(True)
        self.text.setPlainText(shown.text)
        self.text.blockSignals(False)
        if not shown.reason and self._text() != shown.text:
            self._shown = shown = BodyText(reason="binary")
        kind = self._meta.parsed_type
        self._colours.set_syntax("json" if kind.is_json else "form" if kind.is_form else "")
        is_text = not shown.reason
        self.text.setVisible(is_text)
        self._why.setVisible(not is_text)
        self._why.setText(self._reason(shown.reason))
        self._lay_out.setVisible(is_text and kind.is_json)
        self._restore.setVisible(is_text)
        self._unpack.setVisible(shown.reason == "coded" and unpacked(self._body, self._meta) is not None)
        self.check()

    def _reason(self, reason: str) -> str:
        size = size_text(len(self._body))
        if reason == "large":
            text = self.tr(
                "The body has {size}; up to {limit} can be edited here. It is sent as it was captured."
            )
            return text.format(size=size, limit=size_text(LIMIT))
        if reason == "coded":
            text = self.tr("The body is compressed ({coding}, {size}). It is sent as it was captured.")
            return text.format(coding=self._meta.content_encoding, size=size)
        text = self.tr(
            "The body is not text that an editor could keep to the byte ({size}). It is sent as captured."
        )
        return text.format(size=size)

    def _text(self) -> str:
        """The editor's text as it is: Qt's own plain text turns hard blanks into soft ones."""
        return self.text.document().toRawText().replace("\u2029", "\n")

    def _replace(self, text: str) -> None:
        """Put another text in; undo brings the old one back."""
        cursor = self.text.textCursor()
        cursor.beginEditBlock()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()

    def _on_text_changed(self) -> None:
        self._pause.start()
        self.edited.emit()

    def _on_unpack_clicked(self) -> None:
        plain = unpacked(self._body, self._meta)
        if plain is not None:
            self.set_body(plain, self._meta.decoded())
            self.unpacked.emit()
            self.edited.emit()
