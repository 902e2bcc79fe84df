"""What the window has to tell about the engine: troubles that last, restarts, failures, and how to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from garfio.core.errors import AppError
from garfio.engine.workspace import UNDO_S, ListenerState, Trouble
from garfio.ui.action_set import ActionSet, StateWatch
from garfio.ui.endpoints.secret_place import NEEDS_PLACE
from garfio.ui.error_text import error_text
from garfio.ui.messages import BRIEF_MS, Message, MessageBars
from garfio.ui.wording import trouble_detail, trouble_headline

_UNDO_MS = UNDO_S * 1000
_SET_ASIDE = "set_aside"
"""The code of a trouble that is none: a damaged database was put away, and a new one is in use."""


class News(QObject):
    """Keeps the window's message bars true."""

    def __init__(self, bars: MessageBars, watch: StateWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self._watch = watch
        self._actions: ActionSet | None = None
        self._restarts: int | None = None
        self._undo_time = QTimer(self)
        self._undo_time.setSingleShot(True)
        self._undo_time.setInterval(_UNDO_MS)
        self._undo_time.timeout.connect(lambda: self.show_deleted(""))

    def set_actions(self, actions: ActionSet) -> None:
        """The actions that messages offer."""
        self._actions = actions
        actions.failed.connect(self.show_error)

    def show_error(self, error: AppError) -> None:
        """An action that failed."""
        self._bars.show_message("error", Message("bad", error_text(error), ""))

    def show_listener(self, listener: ListenerState) -> None:
        """Say when the listener cannot listen, and when it had to be started again."""
        if listener.phase == "failed" and listener.error is not None:
            self._bars.show_message("listener", self._listener_failure(listener.error))
        elif listener.phase != "failed":
            self._bars.remove("listener")
        if self._restarts is not None and listener.restarts > self._restarts:
            self._bars.show_message(
                "restarted",
                Message(
                    "warn",
                    self.tr("The listener had stopped and was started again"),
                    self.tr(
                        "What it had acknowledged is stored. Senders that came in between will try again."
                    ),
                    lasts_ms=2 * BRIEF_MS,
                ),
            )
        self._restarts = listener.restarts

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Say as long as nothing can be stored."""
        if trouble is None:
            if self._bars.message("trouble"):
                self._bars.remove("trouble")
                text = self.tr("Webhooks are stored again")
                self._bars.show_message("trouble_over", Message("good", text, lasts_ms=BRIEF_MS))
            return
        if trouble.code == _SET_ASIDE:
            self.show_set_aside(trouble.message)
            return
        self._bars.remove("trouble_over")
        message = Message("bad", trouble_headline(trouble), trouble_detail(trouble), closable=False)
        self._bars.show_message("trouble", message)

    def show_set_aside(self, where: str) -> None:
        """Say that a damaged database was put away, and where it is."""
        self._bars.show_message(
            "set_aside",
            Message(
                "warn",
                self.tr("The database was damaged, and a new one is in use"),
                self.tr("Nothing was overwritten. The damaged file is kept: {where}").format(where=where),
            ),
        )

    def show_secrets_trouble(self, error: AppError | None) -> None:
        """Say as long as the listener cannot read the secrets."""
        if error is None:
            self._bars.remove("secrets")
            return
        headline = self.tr("Signatures cannot be checked: the secrets cannot be read")
        offer = self.tr("Choose another place…") if error.code in NEEDS_PLACE else ""
        self._bars.show_message(
            "secrets", Message("warn", headline, error_text(error), offer, self._choose_place)
        )

    def show_deleted(self, text: str) -> None:
        """Offer to undo a deletion, `text` saying what was deleted; empty when there is nothing to undo."""
        self._watch.set(can_undo=bool(text))
        if text:
            self._undo_time.start()
            self._bars.show_message("deleted", Message("info", text, "", self.tr("Undo"), self._undo))
        else:
            self._undo_time.stop()
            self._bars.remove("deleted")

    def _undo(self) -> None:
        if self._actions is not None:
            self._actions.run("edit.undo_delete")

    def _choose_place(self) -> None:
        if self._actions is not None:
            self._actions.start("endpoint.current", self._actions.commands.endpoints.choose_secret_place())

    def _listener_failure(self, error: AppError) -> Message:
        if error.code == "port.taken":
            offer, action = self.tr("Listen on the next free port"), "listener.take_free_port"
        else:
            offer, action = self.tr("Change port…"), "listener.change_port"
        return Message(
            "bad",
            self.tr("Not listening"),
            error_text(error),
            offer,
            lambda: self._actions.run(action) if self._actions else None,
        )
