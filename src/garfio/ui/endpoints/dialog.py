"""An endpoint as a form: path, provider, public address, tolerance and secrets, with the steps at the provider.

Everything is kept at once with the button. Where the system has no keychain, the user is asked where secrets shall
be kept before the first one is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from garfio.core.endpoint import Endpoint, SecretRecord
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Provider
from garfio.core.target import parse_url
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints.key_consent import KeyConsent
from garfio.ui.endpoints.provider_list import ProviderList
from garfio.ui.endpoints.secret_dialog import SecretDialog
from garfio.ui.endpoints.secret_keeping import choose_place
from garfio.ui.endpoints.secret_place import NEEDS_PLACE
from garfio.ui.endpoints.secrets_editor import SecretChanges, SecretsEditor
from garfio.ui.endpoints.setup_text import setup_facts, setup_steps
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.number_field import NumberField
from garfio.ui.shape.schemas_dialog import SchemasDialog
from garfio.ui.signature.verdict_text import basis_text, kind_text

_LIST_WIDTH = 300
_DEFAULT_TOLERANCE_S = 300
_FALLBACK_URL = "http://127.0.0.1:8800"


class EndpointDialog(QDialog):
    """Makes an endpoint, or changes one."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        endpoint: Endpoint,
        parent: QWidget,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("New endpoint") if is_new else self.tr("Endpoint {path}").format(path=endpoint.path)
        )
        self._workspace = workspace
        self._tasks = tasks
        self._before = None if is_new else endpoint
        self._suggested = ""
        self._schemes: tuple[Provider, ...] = ()
        self._running: set[asyncio.Task[None]] = set()
        self.providers = ProviderList(look, self)
        self.path = QLineEdit(endpoint.path, self)
        self.path.setProperty("role", "mono")
        self.path.setPlaceholderText("/stripe")
        self.public_url = QLineEdit(endpoint.public_url, self)
        self.public_url.setPlaceholderText(self.tr("as the provider knows it, if that is another one"))
        self.public_url.setToolTip(self.tr("Some providers sign the address that they were given"))
        self.has_tolerance = QCheckBox(self.tr("Other tolerance than the provider’s"), self)
        self.tolerance = NumberField(0, 10_000_000, int(endpoint.tolerance_s or _DEFAULT_TOLERANCE_S), self)
        self.secrets = SecretsEditor(look, self)
        self.schemas = QPushButton(self.tr("Schemas…"), self)
        self.schemas.setAutoDefault(False)
        self.schemas.setHidden(is_new)
        self.keys = KeyConsent(self)
        self._about = PlainLabel("", "muted", self)
        self._steps = PlainLabel("", "", self)
        self._reach = PlainLabel("", "warn", self)
        self._said = PlainLabel("", "bad", self)
        self.save = QPushButton(self.tr("Add") if is_new else self.tr("Save"), self)
        self._arrange(endpoint)
        self._connect()
        self.providers.choose(endpoint.provider)
        self._run(self._read(endpoint.provider))

    @property
    def is_busy(self) -> bool:
        """True while something is being read or kept."""
        return bool(self._running)

    def said(self) -> str:
        """What is said about the last attempt to keep it."""
        return self._said.text()

    def endpoint(self) -> Endpoint:
        """The endpoint as entered."""
        tolerance = float(self.tolerance.value()) if self.has_tolerance.isChecked() else None
        path = self.path.text().strip()
        return Endpoint(path, self.providers.provider, self.public_url.text().strip(), tolerance)

    def provider(self) -> Provider | None:
        """The chosen provider."""
        identifier = self.providers.provider
        own = next((scheme for scheme in self._schemes if scheme.id == identifier), None)
        return own or CATALOG.get(identifier)

    def done(self, result: int) -> None:
        for task in self._running:
            if task is not asyncio.current_task():
                task.cancel()
        super().done(result)

    def _connect(self) -> None:
        self.has_tolerance.toggled.connect(self.tolerance.setEnabled)
        self.providers.chosen.connect(self._on_provider_chosen)
        for field in (self.path, self.public_url):
            field.textChanged.connect(lambda _text: self._show_provider())
        self.secrets.add_wanted.connect(lambda: self._run(self._enter(None)))
        self.secrets.change_wanted.connect(lambda record: self._run(self._enter(record)))
        self.schemas.clicked.connect(lambda: self._run(self._show_schemas()))
        self.save.clicked.connect(lambda: self._run(self._keep()))

    def _arrange(self, endpoint: Endpoint) -> None:
        self.tolerance.setSuffix(self.tr(" s"))
        self.tolerance.setSpecialValueText(self.tr("any age"))
        self.tolerance.setAccessibleName(self.tr("Tolerance"))
        self.has_tolerance.setChecked(endpoint.tolerance_s is not None)
        self.tolerance.setEnabled(endpoint.tolerance_s is not None)
        for label in (self._about, self._steps, self._reach, self._said):
            label.setWordWrap(True)
        for label in (self._steps, self._reach):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        left = QFrame(self)
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 14, 8, 12)
        column.addWidget(PlainLabel(self.tr("Provider"), "section"))
        column.addWidget(self.providers, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self._form())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(left)
        top.addWidget(area, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top, 1)
        outer.addWidget(self._footer())
        self.resize(860, 640)

    def _form(self) -> QWidget:
        whole = QWidget(self)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for title, field in ((self.tr("Path"), self.path), (self.tr("Public URL"), self.public_url)):
            label = PlainLabel(title)
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow("", self.has_tolerance)
        form.addRow("", self.tolerance)
        if self._before is not None:
            self.schemas.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            form.addRow(PlainLabel(self.tr("Payloads")), self.schemas)
        else:
            self.schemas.hide()
        column = QVBoxLayout(whole)
        column.setContentsMargins(14, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(PlainLabel(self.tr("Secrets"), "section"))
        column.addWidget(self.secrets)
        column.addWidget(self.keys)
        column.addSpacing(4)
        self._title = PlainLabel("", "section")
        column.addWidget(self._title)
        column.addWidget(self._steps)
        column.addWidget(self._reach)
        column.addWidget(self._about)
        column.addStretch(1)
        return whole

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        cancel = QPushButton(self.tr("Cancel"), footer)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return footer

    def _on_provider_chosen(self, identifier: str) -> None:
        if self._before is None and identifier and self.path.text() == self._suggested:
            self._suggested = f"/{identifier}"
            self.path.setText(self._suggested)
        self._show_provider()

    def _show_provider(self) -> None:
        provider = self.provider()
        self.keys.set_provider(provider)
        self._title.setVisible(provider is not None)
        self._show_reach(provider)
        if provider is None:
            self._steps.setText(
                self.tr(
                    "Garfio recognises the sender of each request by its headers. Choose a provider to be sure."
                )
            )
            self._about.setText("")
            return
        self._title.setText(self.tr("At {provider}").format(provider=provider.name))
        steps = setup_steps(provider, self._address())
        self._steps.setText("\n".join(f"{number}. {text}" for number, text in enumerate(steps, 1)))
        kind = kind_text(provider)
        kind = kind[:1].upper() + kind[1:]
        about = self.tr("{kind}. Rests on: {basis}.").format(kind=kind, basis=basis_text(provider))
        facts = setup_facts(provider)
        lines = [*facts, about] if facts else [f"{about} {provider.doc}".strip()]
        self._about.setText("\n".join(lines))

    def _show_reach(self, provider: Provider | None) -> None:
        """Say that an address of this computer is out of the provider's reach, and what helps."""
        base = self._workspace.listener.url or _FALLBACK_URL
        here = provider is not None and not self.public_url.text().strip() and parse_url(base).is_loopback
        self._reach.setVisible(here)
        if provider is not None:
            text = self.tr(
                "{provider} cannot reach this address: it is your computer’s alone. Start a tunnel, for example "
                "{command}, and enter the address that it prints as the public URL."
            )
            command = f"cloudflared tunnel --url {base}"
            self._reach.setText(text.format(provider=provider.name, command=command))

    def _address(self) -> str:
        path = self.path.text().strip() or "/"
        base = self.public_url.text().strip() or self._workspace.listener.url or _FALLBACK_URL
        is_whole = "/" in base.partition("://")[2]
        return base if is_whole else base + path.removesuffix("*")

    def _run(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._tasks.spawn(self._report(work), name="endpoint.dialog")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except AppError as error:
            self._said.setText(error_text(error))

    async def _read(self, provider: str) -> None:
        endpoints = self._workspace.endpoints
        self._schemes = tuple(await endpoints.schemes())
        self.providers.set_schemes(self._schemes)
        self.providers.choose(provider)
        self.keys.set_given(await endpoints.key_consents())
        if self._before is not None:
            records = await endpoints.secrets(self._before.path)
            missing = {record.id for record in records if not await endpoints.is_available(record)}
            self.secrets.set_records(records, frozenset(missing))

    async def _enter(self, record: SecretRecord | None) -> None:
        dialog = SecretDialog(self.provider(), record, self)
        if await dialogs.finished(dialog):
            self.secrets.put(dialog.secret(), record, keeps_value=dialog.keeps_value)

    async def _show_schemas(self) -> None:
        if (kept := self._before) is not None:
            arguments = (kept.path, self.providers.provider, "", self)
            await dialogs.finished(SchemasDialog(self._workspace, self._tasks, *arguments))

    async def _keep(self) -> None:
        self._said.setText("")
        endpoint, changes = self.endpoint(), self.secrets.changes()
        needs_place = changes.added or any(not keeps for _, keeps in changes.changed.values())
        if needs_place and not await self._has_place():
            return
        endpoints = self._workspace.endpoints
        if self._before is None:
            await endpoints.add(endpoint)
        elif endpoint != self._before:
            await endpoints.change(self._before.path, endpoint)
        self._before = endpoint
        await self._keep_secrets(endpoint.path, changes)
        await self._keep_consent()
        self.accept()

    async def _keep_secrets(self, path: str, changes: SecretChanges) -> None:
        endpoints = self._workspace.endpoints
        for identifier in changes.removed:
            await endpoints.remove_secret(identifier)
            self.secrets.mark_kept(identifier)
        for identifier, (secret, keeps_value) in changes.changed.items():
            await endpoints.change_secret(identifier, secret, keep_value=keeps_value)
            self.secrets.mark_kept(identifier)
        for name, secret in changes.added.items():
            self.secrets.mark_kept(name, await endpoints.add_secret(path, secret))

    async def _keep_consent(self) -> None:
        change = self.keys.change()
        if change is None:
            return
        provider, is_allowed = change
        endpoints = self._workspace.endpoints
        await (endpoints.allow_keys(provider) if is_allowed else endpoints.forbid_keys(provider))

    async def _has_place(self) -> bool:
        """Whether secrets can be kept; asks where, if the system has no keychain."""
        try:
            await self._workspace.endpoints.check_store()
        except AppError as error:
            if error.code not in NEEDS_PLACE:
                raise
            if not await choose_place(self._workspace, error, self):
                self._said.setText(self.tr("Without a place for secrets nothing was kept."))
                return False
        return True
