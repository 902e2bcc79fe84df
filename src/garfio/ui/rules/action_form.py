"""The form of one action, made from the fields of its kind: no kind has a form of its own.

What is seldom needed is folded away until it has a value or is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QToolButton, QVBoxLayout, QWidget

from garfio.core.action import ACTIONS, Field
from garfio.core.action.kind import FLAG, TEXT
from garfio.core.rule import Action, with_defaults
from garfio.ui.label import PlainLabel
from garfio.ui.rules.field_editor import FieldEditor, SecretEditor, make_editor
from garfio.ui.rules.kind_text import field_hint, field_title, kind_tip

_SELDOM = frozenset(
    (
        *("email.html", "email.cc", "email.bcc", "email.reply_to", "email.security"),
        *("http.body", "http.user", "http.timeout_s", "slack.url", "slack.blocks", "teams.url"),
        *("discord.url", "ntfy.secret", "program.folder", "program.timeout_s", "append.table", "append.key"),
        *("publish.json", "publish.keep"),
    )
)
_EACH, _WHEN = Field("each", TEXT, ""), Field("when", TEXT, "")


class ActionForm(QWidget):
    """Edits one action."""

    edited = Signal()
    entered = Signal(object)
    """The FieldEditor that has got the focus, if it takes templates."""
    secret_wanted = Signal(object)
    """The SecretEditor for which a new secret is to be entered."""

    def __init__(self, action: Action, secrets: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ACTIONS[action.kind]
        values = with_defaults(action)
        self.editors: dict[str, FieldEditor] = {}
        self._seldom: list[tuple[QWidget, QWidget]] = []
        self.more = QToolButton(self)
        self._form = QFormLayout()
        self._arrange()
        for field in self.kind.fields:
            self._add(field, field_title(action.kind, field.name), field_hint(action.kind, field.name))
            self.editors[field.name].show_value(values[field.name])
        self._add(
            _EACH,
            self.tr("For each of"),
            self.tr("An array, such as body.line_items: done once for every entry, which is “item”."),
        )
        self._add(
            _WHEN, self.tr("Only if"), self.tr("A condition, such as item.quantity > 1. Empty: always.")
        )
        self.editors["each"].show_value(action.each)
        self.editors["when"].show_value(action.when)
        self.set_secrets(secrets)
        used = [name for name in self._seldom_names() if self.editors[name].value() != self._default(name)]
        self.more.setChecked(bool(used))
        self._show_seldom(bool(used))

    def action(self) -> Action:
        """The action as it stands; fields with their defaults are left out. Raises AppError `rule.field`."""
        found = {field.name: self.editors[field.name].value() for field in self.kind.fields}
        values = {
            field.name: found[field.name] for field in self.kind.fields if found[field.name] != field.default
        }
        each, when = (str(self.editors[name].value()).strip() for name in ("each", "when"))
        return Action(self.kind.name, values, each, when)

    def set_secrets(self, names: Sequence[str]) -> None:
        """The names of the secrets that are kept."""
        for editor in self.editors.values():
            if isinstance(editor, SecretEditor):
                editor.set_kept(names)

    def _arrange(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.more.setText(self.tr("More"))
        self.more.setProperty("kind", "quiet")
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Fields that are seldom needed, repetition and condition"))
        self.more.toggled.connect(self._show_seldom)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(10)
        tip = PlainLabel(kind_tip(self.kind.name), "muted", self)
        tip.setWordWrap(True)
        column.addWidget(tip)
        column.addLayout(self._form)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _add(self, field: Field, title: str, hint: str) -> None:
        editor = make_editor(self.kind.name, field, self)
        self.editors[field.name] = editor
        label = PlainLabel("" if field.type == FLAG else title, "", self)
        label.setBuddy(editor.inner)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 5, 0, 0)
        editor.inner.setAccessibleName(title)
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(editor)
        if hint:
            words = PlainLabel(hint, "faint", block)
            words.setWordWrap(True)
            column.addWidget(words)
        self._form.addRow(label, block)
        if f"{self.kind.name}.{field.name}" in _SELDOM or field in (_EACH, _WHEN):
            self._seldom.append((label, block))
        editor.edited.connect(self.edited)
        if editor.takes_templates:
            editor.entered.connect(self.entered)
        if isinstance(editor, SecretEditor):
            editor.new_wanted.connect(self.secret_wanted)

    def _seldom_names(self) -> list[str]:
        named = [name for name in self.editors if f"{self.kind.name}.{name}" in _SELDOM]
        return [*named, "each", "when"]

    def _default(self, name: str) -> object:
        field = self.kind.field(name)
        return field.default if field else ""

    def _show_seldom(self, shown: bool) -> None:
        for label, block in self._seldom:
            label.setVisible(shown)
            block.setVisible(shown)
        self.more.setText(self.tr("Less") if shown else self.tr("More"))
