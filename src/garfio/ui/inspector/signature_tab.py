"""Is it really from them: the verdict with everything that it rests on, and the causes when it is not valid.

The signature that was expected is as good as a secret for these bytes, and a shared token is one: both are hidden
until asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from garfio.core.signature import Finding, Verdict
from garfio.ui.endpoints.secret_text import secret_line
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.signature.examiner import Examination
from garfio.ui.signature.failure_bar import age_sentence
from garfio.ui.signature.finding_text import finding_text
from garfio.ui.signature.secret_text import secret_name
from garfio.ui.signature.signed_content import reference_text
from garfio.ui.signature.signed_pane import SignedPane
from garfio.ui.signature.verdict_text import algorithm_text, basis_text, headline, reason
from garfio.ui.wording import verdict_role, verdict_shape

_LABEL_WIDTH = 92
_KEY_CODES = ("key-not-allowed", "key-failed")
"""Verdicts that fetching the provider's key may settle."""


class SignatureTab(QWidget):
    """One capture's signature."""

    endpoint_wanted = Signal()
    """The user wants to change the endpoint, or make one."""
    handler_wanted = Signal()
    """The user wants to find the mistake in a program of their own."""
    snippets_wanted = Signal()
    """The user wants code that checks this signature."""
    key_wanted = Signal()
    """The user wants the provider's published key to be fetched."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Examination | None = None
        self._reveals = False
        self._headline = PlainLabel("", "headline", self)
        self._headline.setWordWrap(True)
        self._reason = PlainLabel("", "", self)
        self._reason.setWordWrap(True)
        self._facts = QFormLayout()
        self._findings = QVBoxLayout()
        self._endpoint = QPushButton(self)
        self._handler = QPushButton(self.tr("Check my handler…"), self)
        self._handler.setToolTip(
            self.tr("Paste what your own program computed or saw, and learn which mistake makes it")
        )
        self._snippets = QPushButton(self.tr("Code that checks it…"), self)
        self._key = QPushButton(self)
        self.signed = SignedPane(look, self)
        self._arrange(look)
        self._endpoint.clicked.connect(self.endpoint_wanted)
        self._handler.clicked.connect(self.handler_wanted)
        self._snippets.clicked.connect(self.snippets_wanted)
        self._key.clicked.connect(self.key_wanted)
        self.show_examination(None)

    def find(self) -> None:
        """Open the find bar; it finds in the signed content."""
        self.signed.find_bar.open_bar()

    def reveal(self) -> None:
        """Show the signature that was expected."""
        self._reveals = True
        self._show_facts()

    def facts(self) -> dict[str, str]:
        """The facts as shown, by their names."""
        found: dict[str, str] = {}
        for row in range(self._facts.rowCount()):
            name = self._facts.itemAt(row, QFormLayout.ItemRole.LabelRole).widget()
            value = self._facts.itemAt(row, QFormLayout.ItemRole.FieldRole).widget()
            found[name.text()] = value.property("said") or ""
        return found

    def words(self) -> str:
        """Verdict, reason and findings as they are read."""
        labels = [self._findings.itemAt(at).widget() for at in range(self._findings.count())]
        said = [label.text() for label in labels if isinstance(label, PlainLabel)]
        return "\n".join((self._headline.text(), self._reason.text(), *said))

    def show_examination(self, found: Examination | None) -> None:
        """Show what was found, or that nothing is known yet."""
        if self._found is None or found is None or self._found.capture != found.capture:
            self._reveals = False
        self._found = found
        self._show_verdict()
        self._show_facts()
        self._show_findings()
        parts = found.verification.parts if found and found.verification.covers != "nothing" else ()
        self.signed.show_parts(parts, self._why_no_content())
        is_right = found is not None and found.verification.verdict in (Verdict.VALID, Verdict.EXPIRED)
        self._handler.setEnabled(is_right and found.verification.covers != "nothing")
        self._snippets.setEnabled(found is not None and found.scheme is not None)
        code = found.verification.code if found is not None else ""
        self._key.setVisible(code in _KEY_CODES)
        self._key.setText(
            self.tr("Try again to fetch the key…") if code == "key-failed" else self.tr("Fetch the key…")
        )
        if found is not None and found.endpoint:
            text = self.tr("Change {path}…").format(path=found.endpoint[:40])
        else:
            text = self.tr("Make an endpoint…")
        self._endpoint.setText(text)

    def _arrange(self, look: Look) -> None:
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(6)
        self._findings.setSpacing(3)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        buttons.addWidget(
            self._key, 0, 0, 1, 2, left
        )  # a row of its own, which leaves no gap when it is hidden
        for place, button in enumerate((self._endpoint, self._handler, self._snippets), start=2):
            buttons.addWidget(button, *divmod(place, 2), left)
        buttons.setColumnStretch(1, 1)
        above = QWidget(self)
        above.setProperty("pane", "surface")
        column = QVBoxLayout(above)
        column.setContentsMargins(16, 12, 14, 12)
        column.setSpacing(5)
        column.addWidget(self._headline)
        column.addWidget(self._reason)
        column.addLayout(self._findings)
        column.addSpacing(6)
        column.addLayout(self._facts)
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(above)
        area.setMinimumHeight(2 * look.row_height)  # the verdict and why, where there is little room
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(area)
        split.addWidget(self.signed)
        split.setChildrenCollapsible(False)
        split.setSizes([340, 300])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _show_verdict(self) -> None:
        found = self._found
        if found is None:
            self._headline.setText(self.tr("Not checked yet."))
            self._headline.set_role("headline")
            self._reason.setText("")
            return
        checked = found.verification
        self._headline.setText(f"{verdict_shape(str(checked.verdict))} {headline(checked)}")
        self._headline.set_role(verdict_role(str(checked.verdict)))
        self._reason.setText(reason(checked, found.name))

    def _why_no_content(self) -> str:
        found = self._found
        if found is None:
            return ""
        if found.verification.covers == "nothing":
            return self.tr("A shared token signs no bytes: whoever knows it can send any body.")
        return self.tr("There are no signed bytes to show for this verdict.")

    def _show_facts(self) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        found = self._found
        if found is None:
            return
        checked, scheme, provider = found.verification, found.scheme, found.provider
        if provider is not None and scheme is not None:
            named = scheme.id if scheme.id != "default" else ""
            pieces = (provider.name, named, algorithm_text(scheme))
            self._fact(self.tr("Scheme"), " · ".join(piece for piece in pieces if piece))
        self._fact(self.tr("Secret"), self._secret())
        if scheme is not None and scheme.signature:
            places = ", ".join(reference_text(reference) for reference in scheme.signature[:3])
            self._fact(self.tr("Where"), places)
        if checked.received:
            is_token = scheme is not None and scheme.algorithm == "equal"
            self._value(self.tr("Received"), checked.received, secret=is_token)
        if checked.expected and checked.covers != "nothing":
            self._value(self.tr("Expected"), checked.expected, secret=True)
        self._fact(self.tr("Time"), age_sentence(found))
        self._fact(self.tr("URL"), checked.url)
        self._fact(self.tr("Key"), checked.key_url)
        if provider is not None:
            self._fact(
                self.tr("Rests on"), basis_text(provider), "warn" if _is_doubtful(provider.basis) else ""
            )
            self._fact(self.tr("Source"), provider.doc)

    def _secret(self) -> str:
        found = self._found
        assert found is not None
        checked = found.verification
        if checked.secret is not None:
            return secret_line(checked.secret)
        if checked.verdict is Verdict.INVALID and found.secrets:
            return self.tr("none of %n secret(s)", "", found.secrets)
        if checked.verdict is Verdict.NO_SECRET and not found.secrets:
            return self.tr("missing: the {name}").format(name=secret_name(found.provider))
        return ""

    def _fact(self, name: str, text: str, role: str = "") -> None:
        if not text:
            return
        value = PlainLabel(text, role)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setProperty("said", text)
        self._facts.addRow(self._name(name), value)

    def _value(self, name: str, text: str, *, secret: bool = False) -> None:
        field = QLineEdit(text)
        field.setReadOnly(True)
        field.setProperty("role", "mono")
        field.setCursorPosition(0)
        field.setAccessibleName(name)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(field, 1)
        if secret:
            hidden = not self._reveals
            field.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
            if hidden:
                button = QPushButton(self.tr("Show"))
                button.clicked.connect(self.reveal)
                row.addWidget(button)
        whole.setProperty("said", "•" * 8 if secret and not self._reveals else text)
        self._facts.addRow(self._name(name), whole)

    def _name(self, text: str) -> PlainLabel:
        label = PlainLabel(text, "muted")
        label.setMinimumWidth(_LABEL_WIDTH)
        return label

    def _show_findings(self) -> None:
        while item := self._findings.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = self._found
        if found is None:
            return
        if found.searching:
            self._findings.addWidget(PlainLabel(self.tr("Looking for the cause…"), "muted"))
        for finding in found.verification.findings:
            self._add_finding(finding, found.name)
        if found.verification.exhausted:
            text = self.tr("The search ended before everything was tried: the body is large.")
            self._findings.addWidget(PlainLabel(text, "muted"))

    def _add_finding(self, finding: Finding, provider: str) -> None:
        words = finding_text(finding, provider)
        cause = PlainLabel(f"{words.certainty}: {words.cause}", "strong")
        advice = PlainLabel(words.advice, "muted")
        for label in (cause, advice):
            if label.text():
                label.setWordWrap(True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._findings.addWidget(label)


def _is_doubtful(basis: str) -> bool:
    return basis == "unconfirmed"
