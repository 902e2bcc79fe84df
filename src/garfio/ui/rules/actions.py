"""The rows of the action table for rules."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec, UiState


def _request(state: UiState) -> bool:
    return state.current and not state.refused


RULE_SPECS = (
    ActionSpec(
        "rules.manage",
        QT_TRANSLATE_NOOP("actions", "Rules…"),
        QT_TRANSLATE_NOOP(
            "actions", "What happens by itself when a webhook arrives: mail, request, message …"
        ),
        "W",
        "play",
        lambda do: do.rules.manage(),
    ),
    ActionSpec(
        "rules.gallery",
        QT_TRANSLATE_NOOP("actions", "Ready rules…"),
        QT_TRANSLATE_NOOP(
            "actions", "For Shopify, Mailchimp, HubSpot, Slack and others: fill in, try, switch on"
        ),
        "Shift+W",
        "star",
        lambda do: do.rules.choose_ready(),
    ),
    ActionSpec(
        "rules.log",
        QT_TRANSLATE_NOOP("actions", "What rules did…"),
        QT_TRANSLATE_NOOP("actions", "Every run with its result; what was given up can be tried again"),
        "Ctrl+Shift+W",
        "clock",
        lambda do: do.rules.show_log(),
    ),
    ActionSpec(
        "capture.use_in_rule",
        QT_TRANSLATE_NOOP("actions", "Use in a rule…"),
        QT_TRANSLATE_NOOP("actions", "Begin a rule for webhooks like this one, with its values at hand"),
        "Alt+W",
        "play",
        lambda do: do.rules.use(),
        _request,
    ),
    ActionSpec(
        "detail.rules",
        QT_TRANSLATE_NOOP("actions", "Show what rules did"),
        QT_TRANSLATE_NOOP("actions", "What was done for this webhook, and what came of it"),
        "Alt+6",
        "play",
        lambda do: do.window.show_tab("rules"),
        _request,
    ),
)

RULES_MENU = ("rules.manage", "rules.gallery", "rules.log")
