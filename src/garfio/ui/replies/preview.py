"""What would go out for a path's newest webhook: what happens before it, and the bytes of the answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from garfio.core.capture import Capture
from garfio.core.scripted_reply import Step
from garfio.core.template_fault import TemplateFault
from garfio.ui.label import PlainLabel
from garfio.ui.replies.reply_text import seconds_text
from garfio.ui.rules.template_text import template_text

_SHOWN = 20_000
"""Bytes of an answer that are shown."""


class ReplyPreview(QWidget):
    """Shows one answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = PlainLabel("", "muted", self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setProperty("role", "mono")
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.text.setAccessibleName(self.tr("What goes out"))
        self._for = PlainLabel("", "faint", self)
        for label in (self._before, self._for):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("What goes out"), "section"))
        column.addWidget(self._before)
        column.addWidget(self.text, 1)
        column.addWidget(self._for)

    def show_answer(
        self,
        step: Step,
        message: bytes,
        subject: Capture,
        *,
        is_real: bool,
        fault: TemplateFault | None = None,
    ) -> None:
        """Show the message that was rendered for `subject`, and what is wrong with its template."""
        self._before.setText(template_text(fault) if fault else before_text(step))
        self._before.set_role("bad" if fault else "muted")
        self._before.setVisible(bool(self._before.text()))
        shown = "" if step.fault == "reset" else message[:_SHOWN].decode("utf-8", "replace")
        self.text.setPlainText(shown.replace("\r\n", "\n"))
        self.text.setVisible(step.fault != "reset")
        if is_real:
            self._for.setText(
                self.tr("Filled in for the newest webhook of this path, number {number}.").format(
                    number=subject.id
                )
            )
        else:
            self._for.setText(
                self.tr("Nothing has come to this path yet: filled in for a request without a body.")
            )


def before_text(step: Step) -> str:
    """What the sender goes through; empty for an answer that is given at once."""
    translate = QCoreApplication.translate
    if step.fault == "drip":
        text = translate("replies", "The head at once, the body in small pieces over {time}:")
    elif step.fault == "reset":
        text = (
            translate("replies", "After {time} the connection is reset. Nothing goes out.")
            if step.delay_s
            else translate("replies", "The connection is reset at once. Nothing goes out.")
        )
    else:
        text = translate("replies", "After {time}:") if step.delay_s else ""
    return text.format(time=seconds_text(step.delay_s))
