"""The gallery: ready rules by provider, filled in by a short form, tried on a signed sample, then switched on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.recipe import Recipe, recipe_rule, recipes
from garfio.core.rule import Rule
from garfio.engine.rules.sample import recipe_sample
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.footer import Footer
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.armed_bar import ArmedBar
from garfio.ui.rules.consent import switch_on
from garfio.ui.rules.field_editor import SecretEditor
from garfio.ui.rules.recipe_form import RecipeForm
from garfio.ui.rules.recipe_text import line_title, provider_title, recipe_tip, recipe_title
from garfio.ui.rules.secret_names import ask_for_secret, secret_names
from garfio.ui.rules.trial_pane import TrialPane
from garfio.ui.rules.work import Work

_LIST_WIDTH = 320


class GalleryDialog(QDialog):
    """Recipes at the left, the chosen one's form and trial at the right."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, look: Look, parent: QWidget, provider: str = ""
    ) -> None:
        """`provider` is the one whose recipes are of interest now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ready rules"))
        self._workspace = workspace
        self._look = look
        self._work = Work(tasks, "rules.gallery", self._say)
        self._filled: dict[str, str] = {}
        self._language = QLocale().name().partition("_")[0]
        self._recipes = recipes(self._language)
        self.rule_to_edit: Rule | None = None
        """The filled-in rule when the user wants to go on in the editor."""
        self.filter = QLineEdit(self)
        self.list = QListWidget(self)
        self.title, self.tip = PlainLabel("", "title", self), PlainLabel("", "muted", self)
        self.form = RecipeForm(next(iter(self._recipes.values())), self)
        self._form_room = QVBoxLayout()
        self.trial = TrialPane(look, self)
        self.armed = ArmedBar(workspace, tasks, look, self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.edit = QPushButton(self.tr("Change it first…"), self)
        self.try_it = QPushButton(self.tr("Try on a sample"), self)
        self.arm = QPushButton(self.tr("Switch on"), self)
        self._arrange()
        self._fill()
        self._connect()
        self._choose_first(provider)

    @property
    def is_busy(self) -> bool:
        """True while something is tried or kept."""
        return self._work.is_busy or self.armed.is_busy

    @property
    def recipe(self) -> Recipe:
        """The one that is chosen."""
        return self.form.recipe

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def choose(self, name: str) -> None:
        """Choose a recipe."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(row)

    def done(self, result: int) -> None:
        self._work.stop()
        self.armed.stop()
        super().done(result)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show)
        self.filter.textChanged.connect(self._narrow)
        self.try_it.clicked.connect(lambda: self._work.begin(self._try))
        self.arm.clicked.connect(lambda: self._work.begin(self._arm))
        self.edit.clicked.connect(lambda: self._work.begin(self._edit))

    def _arrange(self) -> None:
        self.filter.setPlaceholderText(self.tr("What for? Shopify, mail, stock …"))
        self.filter.setAccessibleName(self.tr("Narrow down"))
        self.filter.setClearButtonEnabled(True)
        self.list.setAccessibleName(self.tr("Ready rules"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget(self)
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        page = QWidget(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        self.tip.setWordWrap(True)
        inside.addWidget(self.title)
        inside.addWidget(self.tip)
        inside.addSpacing(4)
        inside.addLayout(self._form_room)
        self._form_room.addWidget(self.form)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(area, 3)
        right.addWidget(self.trial, 3)
        right.addWidget(self.armed)
        self.trial.hide()
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(left)
        top.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, 1)
        whole.addWidget(self._footer())
        self.resize(1020, 720)

    def _footer(self) -> Footer:
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        self.try_it.setToolTip(self.tr("Render it for an example event of the provider; nothing is sent"))
        self.arm.setProperty("kind", "primary")
        return Footer(self._said, (self.edit, self.try_it, close, self.arm), self)

    def _fill(self) -> None:
        heading = None
        for recipe in self._recipes.values():
            if recipe.provider != heading:
                heading = recipe.provider
                item = QListWidgetItem(provider_title(heading))
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(self._look.small_font(bold=True))
                self.list.addItem(item)
            item = QListWidgetItem(recipe_title(recipe))
            item.setData(Qt.ItemDataRole.UserRole, recipe.name)
            item.setToolTip(recipe_tip(recipe))
            self.list.addItem(item)

    def _choose_first(self, provider: str) -> None:
        names = [recipe.name for recipe in self._recipes.values() if recipe.provider == provider]
        self.choose(names[0] if names and provider else next(iter(self._recipes)))

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        heading, shown = None, False
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = item.data(Qt.ItemDataRole.UserRole)
            if name is None:
                if heading is not None:
                    heading.setHidden(not shown)
                heading, shown = item, False
                continue
            found = _matches(self._recipes[name], words)
            item.setHidden(not found)
            shown = shown or found
        if heading is not None:
            heading.setHidden(not shown)
        current = self.list.currentItem()
        if current is None or current.isHidden():
            rows = range(self.list.count())
            self.list.setCurrentRow(next((row for row in rows if self._is_offered(row)), -1))

    def _is_offered(self, row: int) -> bool:
        item = self.list.item(row)
        return not item.isHidden() and item.data(Qt.ItemDataRole.UserRole) is not None

    def _show(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        name = item.data(Qt.ItemDataRole.UserRole) if item else None
        if name is None:
            return
        self._filled |= {key: text for key, text in self.form.values().items() if text}
        old, recipe = self.form, self._recipes[name]
        self.form = RecipeForm(recipe, self)
        shared = {
            key: text
            for key, text in self._filled.items()
            if key.startswith("smtp_") or key in ("from", "team")
        }
        self.form.fill(shared)
        self.form.secret_wanted.connect(lambda editor: self._work.begin(lambda: self._enter_secret(editor)))
        self.form.edited.connect(self._on_edited)
        self._form_room.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self.title.setText(recipe_title(recipe))
        self.tip.setText(recipe_tip(recipe))
        about_silence = "silent_minutes" in recipe.rule
        self.try_it.setText(self.tr("Try it") if about_silence else self.tr("Try on a sample"))
        self._on_edited()
        self._say("")
        self._work.begin(self._read_secrets)

    def _on_edited(self) -> None:
        self.trial.hide()
        self.armed.hide()
        self.arm.setEnabled(True)

    async def _read_secrets(self) -> None:
        names = await secret_names(self._workspace)
        values = self.form.values()
        self.form.set_secrets(names)
        self.form.fill(values)

    async def _enter_secret(self, editor: SecretEditor) -> None:
        names = set(await secret_names(self._workspace))
        proposed = free_name(secret_name(self.recipe, editor.entry.name), names, "-")
        name = await ask_for_secret(self._workspace, str(editor.value() or "") or proposed, self)
        if name:
            self.form.set_secrets(await secret_names(self._workspace))
            editor.show_value(name)
            self._on_edited()
            self._say("")

    def _rule(self) -> Rule:
        """The filled-in rule. Raises AppError that names the line as it is on the screen."""
        recipe, values = self.recipe, self.form.values()
        for field in recipe.fields:
            if field.required and not values[field.name].strip():
                self.form.lines[field.name].setFocus()
                text = self.tr("Fill in “{title}” first.").format(title=line_title(recipe, field))
                raise AppError("recipe.empty", text)
        return recipe_rule(recipe.name, values, recipe_title(recipe).replace("/", "-"), self._language)

    async def _try(self) -> None:
        rule = self._rule()
        if rule.silent_minutes:
            self.trial.show_run(rule, await self._workspace.rules.dry_run(rule), {})
            self.trial.show()
            return
        sample = recipe_sample(self.recipe)
        if sample is None:
            raise AppError("recipe.sample", self.tr("There is no sample of this event yet."))
        self._say(self.tr("Being tried…"))
        run = await self._workspace.rules.try_sample(rule, sample, valid=bool(self.recipe.provider))
        self.trial.show_run(rule, run, {})
        self.trial.show()
        self._say(self.tr("Signed and verified here; nothing has been sent."))

    async def _arm(self) -> None:
        rule = self._rule()
        names = {known.name for known in await self._workspace.rules.all()}
        rule = replace(rule, name=free_name(rule.name, names))
        await self._workspace.rules.add(rule)
        if await switch_on(self._workspace, rule.name, self):
            self._say(self.tr("✓ {name} is on, for what arrives from now on.").format(name=rule.name), "good")
            self.arm.setEnabled(False)
            self.trial.hide()
            await self.armed.show_rule(rule, self.recipe)

    async def _edit(self) -> None:
        self.rule_to_edit = self._rule()
        self.accept()

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)


def free_name(name: str, taken: set[str], gap: str = " ") -> str:
    """The name, with a number when there is one of that name."""
    number, free = 2, name
    while free in taken:
        free, number = f"{name}{gap}{number}", number + 1
    return free


def secret_name(recipe: Recipe, field: str) -> str:
    """A name for the secret of a recipe's line, so that nobody has to think of one."""
    return "smtp" if field.startswith("smtp_") else recipe.provider or recipe.name


def _matches(recipe: Recipe, words: list[str]) -> bool:
    kinds = " ".join(str(action["kind"]) for action in recipe.rule["actions"])
    mail = QCoreApplication.translate("rule", "Mail") if "email" in kinds else ""
    parts = (
        provider_title(recipe.provider),
        recipe_title(recipe),
        recipe_tip(recipe),
        recipe.event,
        kinds,
        mail,
    )
    text = " ".join(parts).casefold()
    return all(word in text for word in words)
