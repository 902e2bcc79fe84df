"""How several webhooks are sent in their order: with the pauses they had, faster, or so many a second."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.sequence import Pace
from garfio.core.target import parse_url
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.number_field import DecimalField, NumberField
from garfio.ui.resend.address_dialog import with_scheme
from garfio.ui.resend.button import make_primary
from garfio.ui.targets.watch import Places

_AT_ONCE, _AS_THEY_WERE, _FASTER, _RATE = range(4)


class OrderDialog(QDialog):
    """Target, pace, and what is done wrong on purpose."""

    def __init__(self, places: Places, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send in order"))
        self.place = ""
        """Where to send."""
        self.target = place_field(places, self)
        self.pace_kind = QComboBox(self)
        for text in (
            self.tr("one after another, without pauses"),
            self.tr("with the pauses that they had"),
            self.tr("with those pauses, faster or slower"),
            self.tr("so many a second"),
        ):
            self.pace_kind.addItem(text)
        self.figure = DecimalField(0.1, 1000.0, 10.0, self)
        self.longest = NumberField(0, 86_400, 60, self)
        self.longest.setSuffix(" s")
        self.longest.setSpecialValueText(self.tr("as it was"))
        self.parallel = NumberField(1, 256, 1, self)
        self.copies = NumberField(1, 1000, 1, self)
        self.shuffled = NumberField(0, 100, 0, self)
        self.dropped = NumberField(0, 100, 0, self)
        for field in (self.shuffled, self.dropped):
            field.setSuffix(" %")
        self.stop = QCheckBox(self.tr("Stop at the first answer that is not as expected"), self)
        self._error = PlainLabel("", "bad", self)
        self._error.setWordWrap(True)
        self._error.hide()
        self._count = count
        self._send = QPushButton(self)
        self._arrange()
        self._on_number_changed()
        for field in (self.copies, self.dropped):
            field.valueChanged.connect(self._on_number_changed)
        self.pace_kind.currentIndexChanged.connect(self._on_kind_changed)
        self._on_kind_changed(_AT_ONCE)

    def pace(self) -> Pace:
        """What was chosen, as the engine takes it."""
        kind, figure = self.pace_kind.currentIndex(), self.figure.value()
        return Pace(
            parallel=self.parallel.value(),
            speed={_AS_THEY_WERE: 1.0, _FASTER: figure}.get(kind),
            longest_gap_s=float(self.longest.value()) or None,
            rate=figure if kind == _RATE else None,
            copies=self.copies.value(),
            shuffled=self.shuffled.value() / 100,
            dropped=self.dropped.value() / 100,
            stop_on_failure=self.stop.isChecked(),
        )

    def send_text(self) -> str:
        """What the button that sends says."""
        return self._send.text()

    def error_shown(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def _arrange(self) -> None:
        form = self._form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        rows = (
            (self.tr("Target"), self.target),
            (self.tr("Pace"), self.pace_kind),
            ("", self.figure),
            (self.tr("Longest pause"), self.longest),
            (self.tr("At the same time"), self.parallel),
            (self.tr("Copies of each"), self.copies),
            (self.tr("Out of order"), self.shuffled),
            (self.tr("Left out"), self.dropped),
        )
        for title, field in rows:
            label = PlainLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title or self.tr("Pace"))
            form.addRow(label, field)
        form.addRow("", self.stop)
        self.target.setMinimumWidth(280)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        buttons.addButton(self._send, QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._send)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self._error)
        column.addWidget(buttons)

    def _on_number_changed(self) -> None:
        dropped = self.dropped.value() / 100
        number = round(self._count * (1 - dropped)) * self.copies.value()
        if dropped:  # which ones are left out is chance
            self._send.setText(self.tr("Send about %n in order", "", number))
        else:
            self._send.setText(self.tr("Send %n in order", "", number))

    def _on_kind_changed(self, kind: int) -> None:
        self._form.setRowVisible(self.figure, kind in (_FASTER, _RATE))
        self._form.setRowVisible(self.longest, kind in (_AS_THEY_WERE, _FASTER))
        if kind == _FASTER:
            self.figure.setPrefix("× ")
            self.figure.setSuffix("")
            self.figure.setValue(10.0)
            self.figure.setToolTip(self.tr("2 is twice as fast, 0.5 half as fast"))
        elif kind == _RATE:
            self.figure.setPrefix("")
            self.figure.setSuffix(self.tr(" a second"))
            self.figure.setValue(5.0)
            self.figure.setToolTip("")

    def _on_accepted(self) -> None:
        try:
            self.place = chosen_place(self.target)
        except AppError as error:
            self._error.setText(error_text(error))
            self._error.show()
            return
        self.accept()


def place_field(places: Places, parent: QWidget) -> QComboBox:
    """A field for a target's name or a URL, with the last place in it."""
    field = QComboBox(parent)
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    for target in places.targets:
        field.addItem(target.name, target.name)
    if "://" in places.last:
        field.addItem(places.last, places.last)
    field.setCurrentText(places.last)
    field.lineEdit().setPlaceholderText("http://localhost:3000")
    return field


def chosen_place(field: QComboBox) -> str:
    """What stands in a place field: a known name, or a URL. Raises AppError `target.url`."""
    text = field.currentText().strip()
    if text and field.findText(text, Qt.MatchFlag.MatchExactly) >= 0:
        return text
    url = with_scheme(text)
    parse_url(url)
    return url
