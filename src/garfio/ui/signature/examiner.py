"""The check of the capture that is open, made anew whenever something that it depends on changes.

First the verdict alone, which is quick; the causes of a failure follow when the engine's worker has found them. A
result that belongs to an earlier capture is dropped.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Provider, Scheme, Verdict, Verification
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge

FAILURES = (Verdict.INVALID, Verdict.EXPIRED, Verdict.MALFORMED)
"""Verdicts whose cause is said over the body."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What is known of one capture's signature."""

    capture: CaptureId
    verification: Verification
    provider: Provider | None = None
    endpoint: str = ""
    """The path of its endpoint; empty when there is none."""
    secrets: int = 0
    """How many secrets the endpoint has."""
    searching: bool = False
    """True while the causes of a failure are looked for."""

    @property
    def scheme(self) -> Scheme | None:
        """The scheme that was checked, else the first one of the provider."""
        schemes = self.provider.schemes if self.provider else ()
        found = next((scheme for scheme in schemes if scheme.id == self.verification.scheme), None)
        return found or next(iter(schemes), None)

    @property
    def name(self) -> str:
        """The provider's name."""
        return self.provider.name if self.provider else self.verification.provider


class Examiner(QObject):
    """Examines one capture at a time."""

    examined = Signal(object)
    """An Examination, or None when there is nothing to examine."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._row: CaptureSummary | None = None
        self._ticket = 0
        self._busy = False
        self._examination: Examination | None = None
        bridge.endpoints_changed.connect(self.again)

    @property
    def is_busy(self) -> bool:
        """True while something is being found out."""
        return self._busy

    @property
    def examination(self) -> Examination | None:
        """The latest result for the capture that is open."""
        return self._examination

    def show_row(self, row: CaptureSummary | None) -> None:
        """Examine a capture; one whose verdict is the same as before is left alone."""
        before = self._row
        self._row = row
        if row is None or row.refusal:
            self._ticket += 1
            self._busy = False
            self._tell(None)
        elif before is None or (before.id, before.verdict) != (row.id, row.verdict):
            if before is None or before.id != row.id:
                self._tell(None)
            self.again()

    def again(self) -> None:
        """Examine the capture that is open once more."""
        if self._row is None or self._row.refusal:
            return
        self._ticket += 1
        self._busy = True
        self._tasks.spawn(self._examine(self._row, self._ticket), name="signature.examine")

    async def _examine(self, row: CaptureSummary, ticket: int) -> None:
        endpoints = self._workspace.endpoints
        try:
            checked = await endpoints.verification(row.id, diagnosed=False)
            path = row.endpoint
            known = {endpoint.path for endpoint in await endpoints.all()}
            path = path if path in known else ""
            records = await endpoints.secrets(path) if path else []
            provider = await self._provider(checked.provider)
            searching = checked.verdict in FAILURES or checked.verdict is Verdict.UNSIGNED
            found = Examination(row.id, checked, provider, path, len(records), searching)
            if not self._is_wanted(ticket, found):
                return
            if searching:
                with contextlib.suppress(
                    AppError
                ):  # no cause can be looked for: the verdict stands without one
                    checked = await endpoints.verification(row.id)
                found = Examination(row.id, checked, provider, path, len(records))
                self._is_wanted(ticket, found)
        except AppError:
            pass  # the capture has gone; the pane says so
        finally:
            if ticket == self._ticket:
                self._busy = False

    async def _provider(self, identifier: str) -> Provider | None:
        if identifier in CATALOG or not identifier:
            return CATALOG.get(identifier)
        schemes = await self._workspace.endpoints.schemes()
        return next((scheme for scheme in schemes if scheme.id == identifier), None)

    def _is_wanted(self, ticket: int, found: Examination) -> bool:
        if ticket != self._ticket:
            return False
        self._busy = found.searching
        self._tell(found)
        return True

    def _tell(self, found: Examination | None) -> None:
        if found is not None or self._examination is not None:
            self._examination = found
            self.examined.emit(found)
