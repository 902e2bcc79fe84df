"""Asks what to export and how, and shows before anything leaves what it will look like."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.export.registry import FORMATS
from garfio.core.redaction.rules import DEFAULT_RULES, REDACTED, Rules, require_safe
from garfio.engine.exports import Export
from garfio.ui.code_view.source import Mark
from garfio.ui.code_view.view import CodeView
from garfio.ui.error_text import error_text
from garfio.ui.export.format_text import FILE_FORMATS, format_name, format_told
from garfio.ui.export.preview import Preview
from garfio.ui.figures import count_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

SELECTED, LISTED, EVERYTHING = "selected", "listed", "all"
_TICK_MS = 100
_PATTERN_LINES = 4
_MOST_MARKS = 2_000


class ExportDialog(QDialog):
    """Extent, format, redaction with a preview; while the file is written, how far it has come."""

    preview_wanted = Signal()
    """Something has changed that the preview depends on."""
    file_wanted = Signal()
    """The user wants to choose the file and go on."""

    def __init__(self, counts: dict[str, int], patterns: str, look: Look, parent: QWidget) -> None:
        """`patterns` are the user's own from the last time."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._counts = counts
        self._export: Export | None = None
        self._extents = QButtonGroup(self)
        self.format = QComboBox(self)
        self._told = PlainLabel("", "muted", self)
        self.redacts = QCheckBox(
            self.tr("Take secrets out: credentials, cookies, signatures, tokens, card numbers"), self
        )
        self.emails = QCheckBox(self.tr("Take e-mail addresses out too"), self)
        self.patterns = QPlainTextEdit(patterns, self)
        self.patterns.setProperty("role", "mono")
        self.patterns.setPlaceholderText(self.tr("own patterns, one regular expression a line"))
        self.patterns.setAccessibleName(self.patterns.placeholderText())
        self.patterns.setTabChangesFocus(True)
        self.patterns.setFixedHeight(self.patterns.fontMetrics().lineSpacing() * _PATTERN_LINES)
        self._wrong = PlainLabel("", "bad", self)
        self._hidden = PlainLabel("", "muted", self)
        self.view = CodeView(look.theme, self)
        self.view.set_wrap(True)
        self._line = QProgressBar(self)
        self._line.setTextVisible(False)
        self._line.hide()
        self._go = QPushButton(self.tr("Choose the file…"), self)
        self._go.setProperty("kind", "primary")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self._buttons.addButton(self._go, QDialogButtonBox.ButtonRole.ActionRole)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._arrange()
        self._connect()
        self._on_changed()

    @property
    def extent(self) -> str:
        """What to export: `selected`, `listed` or `all`."""
        return str(self._extents.checkedButton().property("extent"))

    @property
    def format_name(self) -> str:
        """The chosen format."""
        return str(self.format.currentData())

    def choose(self, extent: str) -> None:
        """Choose what to export."""
        for button in self._extents.buttons():
            if button.property("extent") == extent:
                button.click()

    def choose_format(self, name: str) -> None:
        """Choose a format by its name."""
        self.format.setCurrentIndex(self.format.findData(name))

    def rules(self) -> Rules | None:
        """What to take out; None when nothing is. Raises ValueError for a pattern that is none."""
        if not self.redacts.isChecked():
            return None
        own = self.own_patterns()
        rules = Rules(patterns=(*DEFAULT_RULES.patterns, *own), emails=self.emails.isChecked())
        rules.check()
        return rules

    def own_patterns(self) -> list[str]:
        """The user's own patterns."""
        lines = (line.strip() for line in self.patterns.toPlainText().splitlines())
        return [line for line in lines if line]

    def show_preview(self, preview: Preview) -> None:
        """Show the first webhook as it would be written, with what was taken out marked."""
        self.view.set_document(preview.text)
        places = re.finditer(re.escape(REDACTED), preview.text)
        marks = []
        for match, _ in zip(places, range(_MOST_MARKS), strict=False):
            line = preview.text.count("\n", 0, match.start())
            start = match.start() - (preview.text.rfind("\n", 0, match.start()) + 1)
            marks.append(Mark(line, start, len(REDACTED), "redacted"))
        self.view.set_marks(marks)
        if self.redacts.isChecked():
            total = sum(preview.counts.values())
            self._hidden.setText(self.tr("%n value(s) taken out of the first one", "", total))
        else:
            self._hidden.setText(self.tr("Nothing is taken out: whoever gets the file can read its secrets."))
        self._hidden.set_role("muted" if self.redacts.isChecked() else "warn")

    def show_error(self, error: AppError) -> None:
        """Say why the file could not be written."""
        self._wrong.setText(error_text(error))
        self._wrong.show()

    def follow(self, export: Export) -> None:
        """Show how far an export has come; Cancel ends it."""
        self._export = export
        self._line.setRange(0, max(1, len(export.ids)))
        self._line.show()
        self._go.setEnabled(False)
        self._tick.start()

    def unfollow(self) -> None:
        """The export is over."""
        self._export = None
        self._tick.stop()
        self._line.hide()
        self._go.setEnabled(True)

    def reject(self) -> None:
        if self._export is not None:
            self._export.cancelled = True
        else:
            super().reject()

    def _arrange(self) -> None:
        titles: dict[str, Callable[[int], str]] = {
            SELECTED: lambda n: self.tr("%n selected", "", n),
            LISTED: lambda n: self.tr("%n that the search shows", "", n),
            EVERYTHING: lambda n: self.tr("all %n", "", n),
        }
        extents = QVBoxLayout()
        extents.setSpacing(3)
        for name, title in titles.items():
            count = self._counts.get(name, 0)
            button = QRadioButton(title(count).replace(str(count), count_text(count), 1), self)
            button.setProperty("extent", name)
            button.setEnabled(count > 0)
            button.setVisible(name in self._counts)
            self._extents.addButton(button)
            extents.addWidget(button)
        next(button for button in self._extents.buttons() if button.isEnabled()).setChecked(True)
        for name in FILE_FORMATS:
            self.format.addItem(format_name(name), name)
        self.redacts.setChecked(True)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(self.tr("Webhooks"), extents)
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self._told)
        secrets = QVBoxLayout()
        secrets.setSpacing(3)
        for widget in (self.redacts, self.emails, self.patterns, self._wrong):
            secrets.addWidget(widget)
        form.addRow(self.tr("Secrets"), secrets)
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        foot.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self._hidden)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self._wrong.setWordWrap(True)
        self.resize(720, 640)

    def _connect(self) -> None:
        self._extents.buttonClicked.connect(self._on_changed)
        self.format.currentIndexChanged.connect(self._on_changed)
        self.redacts.toggled.connect(self._on_changed)
        self.emails.toggled.connect(self._on_changed)
        self.patterns.textChanged.connect(self._on_changed)
        self._go.clicked.connect(self.file_wanted)
        self._buttons.rejected.connect(self.reject)

    def _on_changed(self) -> None:
        self._told.setText(format_told(self.format_name, redacts=self.redacts.isChecked()))
        for widget in (self.emails, self.patterns):
            widget.setEnabled(self.redacts.isChecked())
        problem = ""
        try:
            self.rules()
        except ValueError:
            problem = self._problem_of_patterns()
        if FORMATS[self.format_name].single and self._counts.get(self.extent, 0) > 1:
            problem = self.tr("This format holds one webhook. Select one, or choose another format.")
        self._wrong.setText(problem)
        self._wrong.setVisible(bool(problem))
        self._go.setEnabled(not problem)
        if not problem:
            self.preview_wanted.emit()

    def _problem_of_patterns(self) -> str:
        for pattern in self.own_patterns():
            if _is_wrong(pattern):
                return self.tr("This is not a regular expression: {pattern}").format(pattern=pattern)
            try:
                require_safe(pattern)
            except ValueError:
                text = self.tr(
                    "This could search for ever, or looks around: {pattern}. Write it more plainly."
                )
                return text.format(pattern=pattern)
        return ""

    def _on_tick(self) -> None:
        if self._export is not None:
            self._line.setValue(self._export.written + self._export.missing)


def _is_wrong(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return True
    return False
