"""The rows of the action table for endpoints and signatures."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec, UiState


def _request(state: UiState) -> bool:
    return state.current and not state.refused


ENDPOINT_SPECS = (
    ActionSpec(
        "endpoint.new",
        QT_TRANSLATE_NOOP("actions", "New endpoint…"),
        QT_TRANSLATE_NOOP("actions", "A path with its provider and secrets, so that signatures are checked"),
        "Ctrl+N",
        "link",
        lambda do: do.endpoints.add(),
    ),
    ActionSpec(
        "endpoint.current",
        QT_TRANSLATE_NOOP("actions", "Endpoint of this webhook…"),
        QT_TRANSLATE_NOOP("actions", "Change the endpoint that it came to, or make one for its path"),
        "Alt+E",
        "settings",
        lambda do: do.endpoints.edit_current(),
        _request,
    ),
    ActionSpec(
        "scheme.new",
        QT_TRANSLATE_NOOP("actions", "Custom scheme…"),
        QT_TRANSLATE_NOOP(
            "actions", "Describe how a sender of your own signs, with a preview on this webhook"
        ),
        "Ctrl+Shift+N",
        "edit",
        lambda do: do.endpoints.custom_scheme(),
    ),
    ActionSpec(
        "signature.handler",
        QT_TRANSLATE_NOOP("actions", "Check my handler…"),
        QT_TRANSLATE_NOOP("actions", "Which mistake makes the signature or body that your own program has"),
        "Alt+H",
        "question",
        lambda do: do.endpoints.check_handler(),
        _request,
    ),
    ActionSpec(
        "signature.snippets",
        QT_TRANSLATE_NOOP("actions", "Code that checks it…"),
        QT_TRANSLATE_NOOP(
            "actions", "The raw body and this signature in Express, Flask, Rails, Spring and others"
        ),
        "Alt+K",
        "code",
        lambda do: do.endpoints.show_snippets(),
        _request,
    ),
    ActionSpec(
        "signature.key",
        QT_TRANSLATE_NOOP("actions", "Fetch the provider’s key…"),
        QT_TRANSLATE_NOOP("actions", "Check with the public key that the provider publishes"),
        "Alt+Y",
        "download",
        lambda do: do.endpoints.fetch_key(),
        _request,
    ),
    ActionSpec(
        "signature.forget_keys",
        QT_TRANSLATE_NOOP("actions", "Fetch no more keys of this provider…"),
        QT_TRANSLATE_NOOP("actions", "Forget the keys that were fetched, and fetch no others"),
        "Alt+Shift+Y",
        "close",
        lambda do: do.endpoints.forget_keys(),
        _request,
    ),
    ActionSpec(
        "detail.signature",
        QT_TRANSLATE_NOOP("actions", "Show signature"),
        QT_TRANSLATE_NOOP("actions", "The verdict, what it rests on, and the bytes that were signed"),
        "Alt+5",
        "check",
        lambda do: do.window.show_tab("signature"),
        _request,
    ),
)

ENDPOINTS_MENU = (
    "endpoint.new",
    "endpoint.current",
    "reply.edit",
    "scheme.new",
    "-",
    "signature.handler",
    "signature.snippets",
    "signature.key",
    "signature.forget_keys",
)
