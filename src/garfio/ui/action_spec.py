"""The shape of an action, and the state that decides whether it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # the rooms hold panes that show actions
    from garfio.ui.commands import Commands


@dataclass(frozen=True, slots=True)
class UiState:
    """What decides which actions make sense now."""

    phase: str = "stopped"
    """The listener's phase: stopped, starting, listening or failed."""
    url: str = ""
    """Where the listener is reached; empty before it first listened."""
    rows: int = 0
    """Rows in the list."""
    selected: int = 0
    current: bool = False
    """A capture is shown in the detail."""
    refused: bool = False
    """The current one was refused: there is no request, only raw bytes."""
    has_body: bool = False
    pinned: bool = False
    unread: bool = False
    """The current one is unread."""
    unread_count: int = 0
    paused: bool = False
    at_top: bool = True
    can_undo: bool = False
    sending: int = 0
    """Runs of resends that are under way."""
    sidebar: bool = True
    detail: bool = True


Run = Callable[["Commands"], Coroutine[Any, Any, object] | None]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that the user can do."""

    id: str
    """Dotted and stable."""
    text: str
    tip: str
    shortcut: str
    icon: str
    run: Run
    enabled_when: Callable[[UiState], bool] = lambda _: True
    checked_when: Callable[[UiState], bool] | None = None
    """For an action that can be on or off."""

    @property
    def title(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("actions", self.text)

    @property
    def help(self) -> str:
        """The tip in the user's language."""
        return QCoreApplication.translate("actions", self.tip)
