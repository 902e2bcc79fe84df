"""After a rule has been switched on: what it still needs before it can act, and a sample to see it work."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.recipe import Recipe
from garfio.core.rule import Rule
from garfio.engine.rules.sample import recipe_sample, send_sample
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints import dialog as endpoint_dialog
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.recipe_text import provider_title
from garfio.ui.rules.run_text import result_text, state_text, what_text
from garfio.ui.rules.work import Work


class ArmedBar(QFrame):
    """Hidden until a rule is on."""

    def __init__(self, workspace: Workspace, tasks: Tasks, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._work = Work(tasks, "rules.armed", self._tell)
        self._rule: Rule | None = None
        self._recipe: Recipe | None = None
        self._words = PlainLabel("", "", self)
        self._words.setWordWrap(True)
        self._done = PlainLabel("", "muted", self)
        self._done.setWordWrap(True)
        self.endpoint = QPushButton(self.tr("Set up the endpoint…"), self)
        self.send = QPushButton(self.tr("Send a sample for real"), self)
        self.send.setToolTip(self.tr("To your own listener, signed; the rule acts as on any webhook"))
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self._words)
        texts.addWidget(self._done)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        for button in (self.endpoint, self.send):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.endpoint.clicked.connect(lambda: self._work.begin(self._set_up))
        self.send.clicked.connect(lambda: self._work.begin(self._send))
        self._disconnect = workspace.rules.ran.connect(self._on_ran)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """True while something is under way."""
        return self._work.is_busy

    def done_text(self) -> str:
        """What is said about the sample."""
        return self._done.text()

    def stop(self) -> None:
        """Hear no more of the workspace; the dialog closes."""
        self._disconnect()
        self._work.stop()

    async def show_rule(self, rule: Rule, recipe: Recipe) -> None:
        """Say what a rule that is on needs, and offer a sample."""
        self._rule, self._recipe = rule, recipe
        self._done.setText("")
        self._done.hide()
        minutes = max(1, round(rule.silent_minutes))
        has_endpoint, has_secret = await self._known(recipe.provider)
        lacks = bool(recipe.provider) and ":valid" in rule.query and not has_secret
        name = provider_title(recipe.provider)
        if lacks:
            text = self.tr(
                "⚠ No endpoint of {name} has a secret yet. The rule acts on valid signatures only: set the endpoint up,"
                " with the secret that {name} shows."
            ).format(name=name)
        else:
            text = self.tr("See it work: a sample goes through your listener as one of {name} would.").format(
                name=name
            )
            if not has_endpoint:
                text += " " + self.tr("The endpoint says where {name} wants the address.").format(name=name)
            if not recipe.provider:
                text = self.tr("It acts as soon as a webhook matches.")
            if rule.silent_minutes:
                text = self.tr("It acts once nothing has matched for %n minute(s) of listening.", "", minutes)
        self._words.set_role("warn" if lacks else "")
        self._words.setText(text)
        self.endpoint.setVisible(lacks or (bool(recipe.provider) and not has_endpoint))
        self.send.setVisible(bool(recipe.provider) and not lacks)
        self.send.setEnabled(not lacks and self._workspace.listener.phase == "listening")
        self.show()

    async def _known(self, provider: str) -> tuple[bool, bool]:
        """Whether there is an endpoint of a provider, and whether one has a secret."""
        own = [one for one in await self._workspace.endpoints.all() if one.provider == provider]
        with_secret = [one for one in own if await self._workspace.endpoints.values(one.path)]
        return bool(own), bool(with_secret)

    async def _set_up(self) -> None:
        assert self._rule is not None
        assert self._recipe is not None
        provider = self._recipe.provider
        known = [one for one in await self._workspace.endpoints.all() if one.provider == provider]
        endpoint = known[0] if known else Endpoint(f"/{provider}", provider)
        dialog = endpoint_dialog.EndpointDialog(
            self._workspace, self._tasks, self._look, endpoint, self.window(), is_new=not known
        )
        await dialogs.finished(dialog)
        await self.show_rule(self._rule, self._recipe)

    async def _send(self) -> None:
        sample = recipe_sample(self._recipe) if self._recipe else None
        if sample is None:
            return
        self._tell(self.tr("Sent; waiting for what the rule does…"))
        workspace = self._workspace
        try:
            await send_sample(workspace.desk, workspace.endpoints, workspace.listener.url, sample)
        except AppError as error:
            if error.code != "sample.no_secret":
                raise
            text = self.tr("No endpoint of {name} has a secret to sign the sample with.")
            self._tell(text.format(name=provider_title(sample.provider)), "bad")

    def _on_ran(self, _captures: frozenset[CaptureId]) -> None:
        if self._rule is not None and not self.isHidden():
            self._work.refresh(self._show_runs)

    async def _show_runs(self) -> None:
        assert self._rule is not None
        found = await self._workspace.rules.log(self._rule.name, limit=20)
        newest = [record for record in found if record.capture == found[0].capture][::-1] if found else []
        lines = [
            f"{state_text(record)}  {what_text(record)}: {record.summary}  {result_text(record)}".rstrip()
            for record in newest
        ]
        failed = any(record.state == "failed" for record in newest)
        self._tell("\n".join(lines), "bad" if failed else "muted")

    def _tell(self, text: str, role: str = "muted") -> None:
        self._done.set_role(role)
        self._done.setText(text)
        self._done.setVisible(bool(text))
