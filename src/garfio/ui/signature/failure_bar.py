"""The bar over the body of a capture whose signature fails: the cause, its proof, and the way to the bytes.

Its text is markup of our own; every value in it is escaped.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from garfio.core.signature import Certainty, Finding, Verdict
from garfio.ui.figures import seconds_text
from garfio.ui.label import PlainLabel
from garfio.ui.signature.examiner import FAILURES, Examination
from garfio.ui.signature.finding_text import finding_text
from garfio.ui.signature.verdict_text import headline, reason
from garfio.ui.wording import verdict_shape

_MOST_CAUSES = 2


class FailureBar(QFrame):
    """Shown for what is invalid, expired or malformed."""

    bytes_wanted = Signal()
    """The user wants to see what was signed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("failure-bar")
        self._headline = PlainLabel("", "headline", self)
        self._headline.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._text.linkActivated.connect(lambda _link: self.bytes_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 9)
        column.setSpacing(2)
        column.addWidget(self._headline)
        column.addWidget(self._text)
        self.hide()

    @property
    def has_failure(self) -> bool:
        """True when there is a failure to tell of."""
        return bool(self._headline.text())

    def words(self) -> str:
        """Headline and text as they are read, without markup."""
        return f"{self._headline.text()} {self._text.accessibleName()}".strip()

    def show_examination(self, found: Examination | None) -> None:
        """Tell why a signature fails, or nothing."""
        verdict = found.verification.verdict if found else None
        if found is None or verdict not in FAILURES:
            self._headline.setText("")
            return
        kind = "warn" if verdict is Verdict.EXPIRED else "bad"
        if self.property("bar") != kind:
            self.setProperty("bar", kind)
            for widget in (self, self._headline):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._headline.setText(f"{verdict_shape(str(verdict))} {self._headline_of(found)}")
        sentences = self._sentences(found)
        plain = " ".join(text for text, _is_proof in sentences)
        marked = " ".join(_marked(text) if is_proof else escape(text) for text, is_proof in sentences)
        link = escape(self.tr("Show the bytes ›"))
        self._text.setText(f'{marked} <a href="#bytes" style="text-decoration:none">{link}</a>')
        self._text.setAccessibleName(plain)
        self.setAccessibleName(self.words())

    def _headline_of(self, found: Examination) -> str:
        proved = any(one.certainty is Certainty.PROVED for one in found.verification.findings)
        is_certificate = found.verification.code.startswith("certificate-")
        if found.verification.verdict is Verdict.INVALID and proved and not is_certificate:
            return self.tr("The signature does not match, and here is why.")
        return headline(found.verification)

    def _sentences(self, found: Examination) -> list[tuple[str, bool]]:
        """The sentences in order, and whether each is one with the certainty in it."""
        checked = found.verification
        if found.searching:
            return [(reason(checked, found.name), False), (self.tr("Looking for the cause…"), False)]
        said = _foremost(checked.findings)
        if not said:
            return [(reason(checked, found.name), False)]
        sentences: list[tuple[str, bool]] = []
        for finding in said:
            words = finding_text(finding, found.name)
            sentences.append((f"{words.cause.rstrip('.')} ({words.certainty}).", True))
            if finding.code in ("time.too-old", "time.in-future"):
                sentences.append((age_sentence(found), False))
        sentences.append((finding_text(said[-1], found.name).advice, False))
        if checked.exhausted:
            sentences.append((self.tr("The search ended before everything was tried."), False))
        return [pair for pair in sentences if pair[0]]


def age_sentence(found: Examination) -> str:
    """How old the signature was when it was received, against what is accepted; empty without a timestamp."""
    age, tolerance = found.verification.age_s, found.verification.tolerance_s
    if age is None:
        return ""
    translate = QCoreApplication.translate
    if age >= 0:
        text = translate("age", "It was signed {age} before it was received")
    else:
        text = translate("age", "Its timestamp is {age} after the moment it was received")
    text = text.format(age=seconds_text(abs(age)))
    if tolerance is None:
        return translate("age", "{text}; any age is accepted.").format(text=text)
    return translate("age", "{text}; up to {tolerance} is accepted.").format(
        text=text, tolerance=seconds_text(tolerance)
    )


def _foremost(findings: tuple[Finding, ...]) -> list[Finding]:
    """The proved causes, or else the likeliest one."""
    proved = [finding for finding in findings if finding.certainty is Certainty.PROVED]
    return proved[:_MOST_CAUSES] or list(findings[:1])


def _marked(sentence: str) -> str:
    """A sentence that ends in its certainty, with that in bold."""
    before, _, after = escape(sentence).rpartition("(")
    return f"{before}<b>({after.rstrip('.')}</b>."
