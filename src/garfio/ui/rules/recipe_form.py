"""The short form of a recipe: what is the user's own, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from garfio.core.action import Field
from garfio.core.action.kind import SECRET
from garfio.core.recipe import Recipe, RecipeField
from garfio.ui.label import PlainLabel
from garfio.ui.rules.field_editor import SecretEditor
from garfio.ui.rules.recipe_text import line_hint, line_title


class RecipeForm(QWidget):
    """The lines of one recipe."""

    edited = Signal()
    secret_wanted = Signal(object)
    """The SecretEditor for which a new secret is to be entered."""

    def __init__(self, recipe: Recipe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.lines: dict[str, QLineEdit | SecretEditor] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in recipe.fields:
            self._add(field)
        if not recipe.fields:
            self._form.addRow(PlainLabel(self.tr("There is nothing to fill in."), "muted", self))

    def values(self) -> dict[str, str]:
        """What is filled in."""
        return {
            name: str(line.value() or "") if isinstance(line, SecretEditor) else line.text()
            for name, line in self.lines.items()
        }

    def fill(self, values: dict[str, str]) -> None:
        """Take over what was filled in before, by the names of the lines."""
        for name, line in self.lines.items():
            if values.get(name):
                line.show_value(values[name]) if isinstance(line, SecretEditor) else line.setText(
                    values[name]
                )

    def set_secrets(self, names: Sequence[str]) -> None:
        """The names of the secrets that are kept."""
        for line in self.lines.values():
            if isinstance(line, SecretEditor):
                line.set_kept(names)

    def _add(self, field: RecipeField) -> None:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        line: QLineEdit | SecretEditor
        if field.type == "secret":
            line = SecretEditor(Field(field.name, SECRET, ""), block)
            line.new_wanted.connect(self.secret_wanted)
            line.edited.connect(self.edited)
        else:
            line = QLineEdit(field.default, block)
            line.textEdited.connect(self.edited)
        title = line_title(self.recipe, field)
        line.setAccessibleName(title)
        self.lines[field.name] = line
        column.addWidget(line)
        hint = line_hint(self.recipe, field)
        if hint:
            words = PlainLabel(hint, "faint", block)
            words.setWordWrap(True)
            column.addWidget(words)
        text = title if field.required else self.tr("{title} (optional)").format(title=title)
        label = PlainLabel(text, "", self)
        label.setBuddy(line)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 5, 0, 0)
        self._form.addRow(label, block)
