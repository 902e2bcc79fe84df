"""Tries a rule on the last webhooks or on an example event; nothing is done."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garfio.core.rule import Rule
from garfio.core.sample.registry import SAMPLES
from garfio.core.sample.sample import Sample
from garfio.core.signature import CATALOG
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.trial_pane import TrialPane
from garfio.ui.rules.work import Work

LAST = 100


class TrialDialog(QDialog):
    """One rule, tried."""

    def __init__(self, workspace: Workspace, tasks: Tasks, look: Look, rule: Rule, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Try {name}").format(name=rule.name or self.tr("the rule")))
        self._workspace = workspace
        self._rule = rule
        self._work = Work(tasks, "rules.trial", lambda text, _role: self.pane.say(text))
        self.source = QComboBox(self)
        self.source.addItem(self.tr("the last %n webhook(s)", "", LAST), None)
        for sample in samples_for(rule.query) if not rule.silent_minutes else ():
            name = CATALOG[sample.provider].name if sample.provider in CATALOG else sample.provider
            self.source.addItem(
                self.tr("sample: {name} {event}").format(name=name, event=sample.event or sample.name),
                sample.key,
            )
        self.pane = TrialPane(look, self)
        self._arrange()
        self.source.activated.connect(lambda _at: self.run())
        self.run()

    @property
    def is_busy(self) -> bool:
        """True while the rule is being tried."""
        return self._work.is_busy

    def run(self) -> None:
        """Try it again, on what is chosen."""
        self.pane.say(self.tr("Being tried…"))
        self._work.begin(self._run)

    def done(self, result: int) -> None:
        self._work.stop()
        super().done(result)

    async def _run(self) -> None:
        key = self.source.currentData()
        if key is None:
            found = await self._workspace.rules.dry_run(self._rule, LAST)
            rows = await self._workspace.summaries([trial.capture for trial in found.trials])
            self.pane.show_run(self._rule, found, {row.id: row for row in rows})
        else:
            found = await self._workspace.rules.try_sample(self._rule, SAMPLES[key])
            if found.trials:
                self.pane.show_run(self._rule, found, {})
            else:
                self.pane.say(self.tr("The sample does not match the query."))

    def _arrange(self) -> None:
        top = QFrame(self)
        top.setProperty("pane", "header")
        row = QHBoxLayout(top)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        label = PlainLabel(self.tr("Try it on"))
        label.setBuddy(self.source)
        self.source.setAccessibleName(label.text())
        self.source.setMaxVisibleItems(20)
        again = QPushButton(self.tr("Again"), self)
        again.clicked.connect(self.run)
        row.addWidget(label)
        row.addWidget(self.source)
        row.addWidget(again)
        row.addStretch(1)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        below = QHBoxLayout(footer)
        below.setContentsMargins(14, 10, 14, 10)
        below.addWidget(PlainLabel(self.tr("Secrets are named, never shown."), "faint"), 1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.pane, 1)
        column.addWidget(footer)
        self.resize(900, 560)


def samples_for(query: str) -> list[Sample]:
    """The example events, those of providers that a query names first."""
    text = query.casefold()
    return sorted(
        SAMPLES.values(), key=lambda sample: (f"provider:{sample.provider}" not in text, sample.key)
    )
