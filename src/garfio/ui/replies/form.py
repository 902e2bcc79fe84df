"""What one path answers, as a form: a preset or one's own sequence of answers, failures, signatures, web pages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.scripted_reply import PRESETS, Script, Step
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.number_field import NumberField
from garfio.ui.replies.reply_text import preset_text, row_text
from garfio.ui.replies.step_form import StepForm

_MOST_STEPS = 100
_SHOWN_STEPS = 3


class ReplyForm(QWidget):
    """The fields of one Script, its path excepted."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._script = Script("")
        self._steps: list[Step] = [Step()]
        self._current = 0
        self.preset = QComboBox(self)
        self.preset.addItem(self.tr("as below"), "")
        for name in PRESETS:
            self.preset.addItem(preset_text(name), name)
        self.steps = QListWidget(self)
        self.steps.setAccessibleName(self.tr("Answers in turn"))
        self.steps.setFixedHeight(look.row_height * _SHOWN_STEPS + 4)
        self.add = QPushButton(self.tr("Another answer after it"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.step = StepForm(look, self)
        self.percent = NumberField(0, 100, 0, self)
        self.percent.setSuffix(" %")
        self.failure = NumberField(200, 599, 500, self)
        self.valid = QCheckBox(self.tr("Refuse whatever has no valid signature, with"), self)
        self.refusal = NumberField(400, 499, 401, self)
        self.cors = QLineEdit(self)
        self.cors.setPlaceholderText(self.tr("none; * for all, or https://app.example.com"))
        self._arrange()
        self._connect()
        self.show_script(self._script)

    def show_script(self, script: Script) -> None:
        """Fill the fields."""
        self._script = script
        self._steps = list(script.steps)
        self._current = 0
        self.blockSignals(True)
        self.percent.setValue(script.failure_percent)
        self.failure.setValue(script.failure.status)
        self.valid.setChecked(script.require_valid)
        self.refusal.setValue(script.refusal_status)
        self.cors.setText(script.cors)
        self._show_steps()
        self.blockSignals(False)
        self._show_choice()

    def script(self) -> Script:
        """What stands in the fields, not yet checked."""
        return replace(
            self._script,
            steps=tuple(self._steps),
            failure_percent=self.percent.value(),
            failure=replace(self._script.failure, status=self.failure.value()),
            require_valid=self.valid.isChecked(),
            refusal_status=self.refusal.value(),
            cors=self.cors.text().strip(),
        )

    def current_step(self) -> Step:
        """The answer that is being edited."""
        return self._steps[self._current]

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(8)
        top = QFormLayout()
        top.setHorizontalSpacing(14)
        self._row(top, self.tr("Answer"), self.preset)
        column.addLayout(top)
        column.addSpacing(4)
        column.addWidget(PlainLabel(self.tr("Answers in turn"), "section"))
        column.addWidget(self.steps)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(4)
        self._step_title = PlainLabel("", "section")
        column.addWidget(self._step_title)
        column.addWidget(self.step)
        column.addSpacing(4)
        column.addWidget(PlainLabel(self.tr("Whichever answer is due"), "section"))
        whole = QFormLayout()
        whole.setHorizontalSpacing(14)
        whole.setVerticalSpacing(7)
        self._row(whole, self.tr("Failures"), self._pair(self.percent, self.tr("get"), self.failure))
        whole.addRow(self._pair(self.valid, "", self.refusal))
        self._row(whole, self.tr("CORS"), self.cors)
        hint = PlainLabel(
            self.tr("Web pages of these origins may read the answer in a browser; preflights are answered."),
            "faint",
            self,
        )
        hint.setWordWrap(True)
        whole.addRow("", hint)
        column.addLayout(whole)
        column.addStretch(1)
        self.percent.setAccessibleName(self.tr("How many of a hundred fail"))
        self.failure.setAccessibleName(self.tr("Status of a failure"))
        self.refusal.setAccessibleName(self.tr("Status of a refusal"))

    def _row(self, form: QFormLayout, title: str, field: QWidget) -> None:
        label = PlainLabel(title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        form.addRow(label, field)

    def _pair(self, first: QWidget, word: str, second: QWidget) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(first)
        if word:
            row.addWidget(PlainLabel(word, "muted"))
        row.addWidget(second)
        row.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.preset.activated.connect(self._on_preset_chosen)
        self.steps.currentRowChanged.connect(self._on_row_changed)
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.step.edited.connect(self._on_step_edited)
        for number in (self.percent, self.failure, self.refusal):
            number.valueChanged.connect(self._on_edited)
        self.valid.toggled.connect(self._on_edited)
        self.cors.textChanged.connect(self._on_edited)

    def _on_preset_chosen(self, index: int) -> None:
        name = self.preset.itemData(index)
        if name:
            self.show_script(replace(PRESETS[name], path=self._script.path))
            self.edited.emit()

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._steps):
            self._current = row
            self._show_step()
            self.edited.emit()

    def _on_add_clicked(self) -> None:
        self._steps.insert(self._current + 1, Step())
        self._current += 1
        self._show_steps()
        self._on_edited()
        self.step.status.setFocus()

    def _on_remove_clicked(self) -> None:
        del self._steps[self._current]
        self._current = min(self._current, len(self._steps) - 1)
        self._show_steps()
        self._on_edited()

    def _on_step_edited(self) -> None:
        self._steps[self._current] = self.step.step()
        self._show_rows()
        self._on_edited()

    def _on_edited(self) -> None:
        self._show_choice()
        self.edited.emit()

    def _show_choice(self) -> None:
        """Name the preset that the fields amount to, if there is one."""
        plain = replace(self.script(), path="")
        name = next((name for name, script in PRESETS.items() if script == plain), "")
        self.preset.setCurrentIndex(self.preset.findData(name))
        self.failure.setEnabled(self.percent.value() > 0)
        self.refusal.setEnabled(self.valid.isChecked())

    def _show_steps(self) -> None:
        self.steps.blockSignals(True)
        self.steps.clear()
        self.steps.addItems(self._words())
        self.steps.setCurrentRow(self._current)
        self.steps.blockSignals(False)
        self.add.setEnabled(len(self._steps) < _MOST_STEPS)
        self.remove.setEnabled(len(self._steps) > 1)
        self._show_step()

    def _show_rows(self) -> None:
        for number, text in enumerate(self._words()):
            self.steps.item(number).setText(text)

    def _show_step(self) -> None:
        is_last = self._current == len(self._steps) - 1
        self.step.show_step(self._steps[self._current], is_last=is_last)
        self._step_title.setText(self.tr("Answer {number}").format(number=self._current + 1))

    def _words(self) -> list[str]:
        last = len(self._steps) - 1
        return [
            f"{number + 1}   {row_text(step, is_last=number == last)}"
            for number, step in enumerate(self._steps)
        ]
