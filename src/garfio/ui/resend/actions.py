"""The rows of the action table for sending again, targets and forwarding."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec, UiState


def _sendable(state: UiState) -> bool:
    return (state.current and not state.refused) or state.selected > 1


RESEND_SPECS = (
    ActionSpec(
        "capture.resend",
        QT_TRANSLATE_NOOP("actions", "Resend"),
        QT_TRANSLATE_NOOP("actions", "Send the selected webhooks again, to the target used last"),
        "R",
        "resend",
        lambda do: do.resend.resend(),
        _sendable,
    ),
    ActionSpec(
        "capture.resend_to",
        QT_TRANSLATE_NOOP("actions", "Resend to…"),
        QT_TRANSLATE_NOOP("actions", "Choose the target from a menu"),
        "Shift+R",
        "arrow-right",
        lambda do: do.resend.choose_target(),
        _sendable,
    ),
    ActionSpec(
        "capture.edit_resend",
        QT_TRANSLATE_NOOP("actions", "Edit and resend…"),
        QT_TRANSLATE_NOOP("actions", "Change a copy of it, send that, and see the answer beside it"),
        "E",
        "edit",
        lambda do: do.resend.edit(),
        lambda s: s.current and not s.refused,
    ),
    ActionSpec(
        "capture.resend_other",
        QT_TRANSLATE_NOOP("actions", "Other address…"),
        QT_TRANSLATE_NOOP("actions", "Send to a URL, and keep it as a target if you like"),
        "Ctrl+R",
        "link",
        lambda do: do.resend.resend_other(),
        _sendable,
    ),
    ActionSpec(
        "capture.resend_several",
        QT_TRANSLATE_NOOP("actions", "Several targets…"),
        QT_TRANSLATE_NOOP("actions", "Send to several targets at once and see the answers side by side"),
        "Ctrl+Shift+R",
        "",
        lambda do: do.resend.resend_several(),
        _sendable,
    ),
    ActionSpec(
        "sample.choose",
        QT_TRANSLATE_NOOP("actions", "Send an example event…"),
        QT_TRANSLATE_NOOP(
            "actions", "Choose an event of a provider and send it, signed, to your listener or a target"
        ),
        "Ctrl+Shift+X",
        "upload",
        lambda do: do.resend.choose_sample(),
    ),
    ActionSpec(
        "capture.send_wrong",
        QT_TRANSLATE_NOOP("actions", "Send the wrong ones…"),
        QT_TRANSLATE_NOOP(
            "actions", "See whether a target refuses forged, old and broken copies of this webhook"
        ),
        "Shift+E",
        "",
        lambda do: do.resend.send_wrong(),
        lambda s: s.current and not s.refused,
    ),
    ActionSpec(
        "capture.resend_order",
        QT_TRANSLATE_NOOP("actions", "In order, with pauses…"),
        QT_TRANSLATE_NOOP("actions", "Send the selected webhooks as a sequence, at a pace of your choice"),
        "Alt+R",
        "clock",
        lambda do: do.resend.resend_order(),
        _sendable,
    ),
    ActionSpec(
        "resend.cancel",
        QT_TRANSLATE_NOOP("actions", "Cancel sending"),
        QT_TRANSLATE_NOOP("actions", "Break off what is being sent"),
        "Ctrl+.",
        "stop",
        lambda do: do.resend.cancel(),
        lambda s: s.sending > 0,
    ),
    ActionSpec(
        "detail.attempts",
        QT_TRANSLATE_NOOP("actions", "Show attempts"),
        QT_TRANSLATE_NOOP("actions", "Where it was sent, and what was answered"),
        "Alt+4",
        "resend",
        lambda do: do.window.show_tab("attempts"),
        lambda s: s.current,
    ),
    ActionSpec(
        "targets.manage",
        QT_TRANSLATE_NOOP("actions", "Manage targets…"),
        QT_TRANSLATE_NOOP("actions", "The places to send to: add, change, test, remove"),
        "T",
        "arrow-right",
        lambda do: do.targets.manage(),
    ),
    ActionSpec(
        "forwards.manage",
        QT_TRANSLATE_NOOP("actions", "Forward new ones…"),
        QT_TRANSLATE_NOOP("actions", "Send new webhooks on to a target, and see what waits"),
        "F",
        "upload",
        lambda do: do.targets.manage_forwards(),
    ),
)

RESEND_MENU = (
    "capture.resend",
    "capture.resend_to",
    "capture.edit_resend",
    "capture.resend_several",
    "capture.resend_order",
    "capture.send_wrong",
)

TARGETS_MENU = ("capture.resend_other", "resend.cancel", "-", "targets.manage", "forwards.manage")
