"""The rows of the action table for copying as code: one for each language, and one key for the last one used."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec, UiState

_TITLES = {
    "curl": QT_TRANSLATE_NOOP("actions", "Copy as cURL"),
    "curl-cmd": QT_TRANSLATE_NOOP("actions", "Copy as cURL (Windows cmd)"),
    "curl-powershell": QT_TRANSLATE_NOOP("actions", "Copy as cURL (PowerShell)"),
    "httpie": QT_TRANSLATE_NOOP("actions", "Copy as HTTPie"),
    "python-requests": QT_TRANSLATE_NOOP("actions", "Copy as Python (requests)"),
    "python-httpx": QT_TRANSLATE_NOOP("actions", "Copy as Python (httpx)"),
    "python-aiohttp": QT_TRANSLATE_NOOP("actions", "Copy as Python (aiohttp)"),
    "node-fetch": QT_TRANSLATE_NOOP("actions", "Copy as JavaScript (fetch)"),
    "node-axios": QT_TRANSLATE_NOOP("actions", "Copy as JavaScript (axios)"),
    "go": QT_TRANSLATE_NOOP("actions", "Copy as Go"),
    "php": QT_TRANSLATE_NOOP("actions", "Copy as PHP"),
    "ruby": QT_TRANSLATE_NOOP("actions", "Copy as Ruby"),
    "java": QT_TRANSLATE_NOOP("actions", "Copy as Java"),
    "csharp": QT_TRANSLATE_NOOP("actions", "Copy as C#"),
}
_TIP = QT_TRANSLATE_NOOP(
    "actions", "Code that sends the same bytes; the key C copies in this form from then on"
)


def _request(state: UiState) -> bool:
    return state.current and not state.refused


def _spec(name: str, title: str) -> ActionSpec:
    return ActionSpec(_id(name), title, _TIP, "", "", lambda do: do.copy.copy_code(name), _request)


def _id(name: str) -> str:
    return f"capture.copy_{name.replace('-', '_')}"


CODE_MENU = tuple(_id(name) for name in _TITLES)
CODE_SPECS = (
    ActionSpec(
        "capture.copy_code",
        QT_TRANSLATE_NOOP("actions", "Copy as code"),
        QT_TRANSLATE_NOOP(
            "actions", "In the language used last, cURL at first: code that sends the same bytes"
        ),
        "C",
        "copy",
        lambda do: do.copy.copy_code(),
        _request,
    ),
    ActionSpec(
        "capture.choose_code",
        QT_TRANSLATE_NOOP("actions", "Copy as…"),
        QT_TRANSLATE_NOOP("actions", "Choose the language from a menu"),
        "Shift+C",
        "copy",
        lambda do: do.copy.choose_code(),
        lambda state: state.current,
    ),
    *(_spec(name, title) for name, title in _TITLES.items()),
)
