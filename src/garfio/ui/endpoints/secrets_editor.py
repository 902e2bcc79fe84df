"""The secrets of one endpoint in its dialog: those that are kept and those that are still to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.core.endpoint import SecretRecord, record_of
from garfio.core.signature import Secret
from garfio.ui.endpoints.secret_text import record_detail, record_title
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look

_NEW = "new:"


@dataclass(frozen=True)
class SecretChanges:
    """What has to be done when the dialog is saved."""

    added: dict[str, Secret] = field(default_factory=dict)
    """By the name that `mark_kept` wants."""
    changed: dict[str, tuple[Secret, bool]] = field(default_factory=dict)
    """By the record's id: the secret as entered, and whether its value is kept."""
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class SecretsEditor(QWidget):
    """A row for each secret, and a button for another one."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    """The SecretRecord to change."""
    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._records: dict[str, SecretRecord] = {}
        self._values: dict[str, Secret] = {}
        self._changed: dict[str, tuple[Secret, bool]] = {}
        self._removed: list[str] = []
        self._numbered = 0
        self._missing: frozenset[str] = frozenset()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add = QPushButton(self.tr("Add a secret…"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.add_wanted)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addLayout(below)
        self._show()

    def set_records(self, records: Iterable[SecretRecord], missing: frozenset[str] = frozenset()) -> None:
        """Show what is kept; of the ids in `missing` the secret itself is not at hand."""
        self._records = {record.id: record for record in records}
        self._missing = missing
        self._values, self._changed, self._removed = {}, {}, []
        self._show()

    def records(self) -> list[SecretRecord]:
        """What is shown."""
        return list(self._records.values())

    def changes(self) -> SecretChanges:
        """What has been entered here."""
        return SecretChanges(dict(self._values), dict(self._changed), tuple(self._removed))

    def put(self, secret: Secret, record: SecretRecord | None = None, *, keeps_value: bool = False) -> None:
        """Take in a secret that was entered, new or in the place of `record`."""
        if record is None:
            self._numbered += 1
            name = f"{_NEW}{self._numbered}"
            self._values[name] = secret
            self._records[name] = record_of(secret, name, "", 0)
        elif keeps_value:
            self._records[record.id] = replace(
                record,
                label=secret.label,
                mode=secret.mode,
                valid_from=secret.valid_from,
                valid_until=secret.valid_until,
            )
            if record.id in self._values:
                self._values[record.id] = replace(secret, value=self._values[record.id].value)
            else:
                self._changed[record.id] = (secret, True)
        else:
            self._records[record.id] = record_of(secret, record.id, record.owner, record.added_at_us)
            if record.id in self._values:
                self._values[record.id] = secret
            else:
                self._changed[record.id] = (secret, False)
                self._missing -= {record.id}
        self._show()
        self.edited.emit()

    def mark_kept(self, name: str, record: SecretRecord | None = None) -> None:
        """Forget a change, because it is done; `record` is what a new secret has become."""
        self._changed.pop(name, None)
        if name in self._removed:
            self._removed.remove(name)
        if record is not None:
            del self._values[name]
            self._records = {
                one.id: one for one in (record if old.id == name else old for old in self._records.values())
            }

    def remove(self, record: SecretRecord) -> None:
        """Take a secret away."""
        del self._records[record.id]
        self._changed.pop(record.id, None)
        if self._values.pop(record.id, None) is None:
            self._removed.append(record.id)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for record in self._records.values():
            self._rows.addWidget(self._row(record))
        if not self._records:
            self._rows.addWidget(PlainLabel(self.tr("There is none yet."), "muted", self))

    def _row(self, record: SecretRecord) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "field")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(record_title(record), "strong", frame))
        detail = record_detail(record)
        if record.id in self._missing:
            detail = self.tr("not at hand: enter it again")
        if detail:
            words.addWidget(ElidedLabel(detail, "warn" if record.id in self._missing else "muted", frame))
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 5, 6, 5)
        row.addLayout(words, 1)
        deeds = (
            ("edit", self.tr("Change this secret"), lambda: self.change_wanted.emit(record)),
            ("trash", self.tr("Remove this secret"), lambda: self.remove(record)),
        )
        for icon, name, deed in deeds:
            button = QToolButton(frame)
            button.setProperty("kind", "quiet")
            button.setIcon(self._look.icon(icon))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(deed)
            row.addWidget(button)
        return frame
