"""What the user can do with endpoints: make, change and remove them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.capture import Capture
from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints import dialog as endpoint_dialog
from garfio.ui.endpoints import scheme_dialog
from garfio.ui.endpoints.secret_keeping import choose_place
from garfio.ui.endpoints.secret_place import NEEDS_PLACE
from garfio.ui.look import Look
from garfio.ui.signature import handler_dialog, snippet_dialog
from garfio.ui.signature.examiner import Examination


class EndpointCommands:
    """Opens the dialogs of endpoints."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        current: Callable[[], Capture | None],
        examination: Callable[[], Examination | None],
        path: Callable[[], str],
    ) -> None:
        """`current` is the capture that is open, `examination` what is known of its signature, `path` the one that
        is looked at."""
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._current = current
        self._examination = examination
        self._path = path
        self._framework = ""

    async def add(self, path: str = "") -> None:
        """Make an endpoint from nothing; without a path the dialog suggests one."""
        await self._open(Endpoint(path), is_new=True)

    async def edit(self, path: str = "") -> None:
        """Change the endpoint that a path belongs to, or make one for it."""
        wanted = path or self._path()
        if not wanted:
            await self.edit_current()
            return
        known = await self._workspace.endpoints.all()
        found = endpoint_of(known, wanted)
        if found is None:
            await self._open(Endpoint(wanted), is_new=True)
        else:
            await self._open(found, is_new=False)

    async def edit_current(self) -> None:
        """Change the endpoint of the capture that is open, or make one for its path and provider."""
        capture = self._current()
        if capture is None:
            await self.add()
            return
        known = await self._workspace.endpoints.all()
        found = endpoint_of(known, capture.request.path)
        if found is None:
            await self._open(Endpoint(capture.request.path, capture.summary.provider), is_new=True)
        else:
            await self._open(found, is_new=False)

    async def custom_scheme(self) -> None:
        """Make a scheme for senders of one's own, or change the one of the capture that is open."""
        capture = self._current()
        schemes = {scheme.id: scheme for scheme in await self._workspace.endpoints.schemes()}
        known = schemes.get(capture.summary.provider) if capture else None
        values = known.to_dict() if known else {}
        shown = capture.id if capture and not capture.summary.refusal else None
        dialog = scheme_dialog.SchemeDialog(
            self._workspace, self._tasks, self._look, values, shown, self._window
        )
        await dialogs.finished(dialog)

    async def check_handler(self) -> None:
        """Find the mistake in a program of the user's."""
        capture, found = self._current(), self._examination()
        if capture is not None:
            name = found.name if found else ""
            dialog = handler_dialog.HandlerDialog(
                self._workspace, self._tasks, capture.id, capture.request.body, name, self._window
            )
            await dialogs.finished(dialog)

    async def show_snippets(self) -> None:
        """Show code that checks the signature of the capture that is open."""
        capture, found = self._current(), self._examination()
        if capture is None or found is None or found.provider is None or found.scheme is None:
            raise AppError(
                "signature.unknown",
                QCoreApplication.translate("endpoints", "Nothing says whose signature it is."),
                hint=QCoreApplication.translate("endpoints", "Choose a provider for its path first."),
            )
        dialog = snippet_dialog.SnippetDialog(
            found.provider, found.scheme, capture.request.path, self._look, self._framework, self._window
        )
        await dialogs.finished(dialog)
        self._framework = dialog.framework

    async def fetch_key(self) -> None:
        """Let the provider's published key be fetched, after a question that says what from where."""
        translate = QCoreApplication.translate
        provider, name, url = self._published_key()
        host = urlsplit(url).hostname or url
        headline = translate("endpoints", "Fetch the key of {name} from {host}?").format(name=name, host=host)
        text = translate(
            "endpoints",
            "{url}\n\nGarfio asks for the public key over TLS, from the hosts that {name} documents alone, now and"
            " when it has another one. Nothing of the webhook is sent.",
        ).format(name=name, url=url)
        if await dialogs.confirm(self._window, headline, text, translate("endpoints", "Fetch")):
            await self._workspace.endpoints.allow_keys(provider)

    async def choose_secret_place(self) -> None:
        """Say where secrets are kept, when the place there was cannot be used."""
        try:
            await self._workspace.endpoints.check_store()
        except AppError as error:
            if error.code not in NEEDS_PLACE:
                raise
            await choose_place(self._workspace, error, self._window)

    async def forget_keys(self) -> None:
        """Let no more keys of the provider be fetched, after a question."""
        translate = QCoreApplication.translate
        provider, name, _url = self._published_key()
        headline = translate("endpoints", "Fetch no more keys of {name}?").format(name=name)
        text = translate(
            "endpoints", "Those that are here are forgotten, and its webhooks are checked again."
        )
        if await dialogs.confirm(self._window, headline, text, translate("endpoints", "Fetch no more")):
            await self._workspace.endpoints.forbid_keys(provider)

    def _published_key(self) -> tuple[str, str, str]:
        """The provider of the capture that is open, its name, and where it publishes its key."""
        found = self._examination()
        if found is None or not found.verification.key_url:
            raise AppError(
                "keys.none",
                QCoreApplication.translate("endpoints", "This signature needs no key of its provider."),
            )
        return found.verification.provider, found.name, found.verification.key_url

    async def remove(self, path: str) -> None:
        """Forget an endpoint and its secrets after a question."""
        translate = QCoreApplication.translate
        sure = await dialogs.confirm(
            self._window,
            translate("endpoints", "Remove the endpoint {path}?").format(path=path),
            translate("endpoints", "Its secrets are forgotten; the webhooks stay, and are checked again."),
            translate("endpoints", "Remove"),
            dangerous=True,
        )
        if sure:
            await self._workspace.endpoints.remove(path)

    async def _open(self, endpoint: Endpoint, *, is_new: bool) -> None:
        dialog = endpoint_dialog.EndpointDialog(
            self._workspace, self._tasks, self._look, endpoint, self._window, is_new=is_new
        )
        await dialogs.finished(dialog)
