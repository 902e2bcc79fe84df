"""What an action would send, or has sent, as a page to read: a mail as a mail, a request as a request."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from garfio.core.action import ACTIONS, Deed
from garfio.core.exact_json import write_json
from garfio.ui.rules.kind_text import choice_text, field_title

Values = Mapping[str, Any]


def deed_text(deed: Deed) -> str:
    """The page."""
    return _PAGES.get(deed.kind, _plain_page(deed.kind))(deed.values)


def _mail(values: Values) -> str:
    lines = [
        _line("email", name, values[name]) for name in ("from", "to", "cc", "bcc", "reply_to", "subject")
    ]
    server = f"{values['host']}:{values['port']}" if values["port"] else str(values["host"])
    lines.append(
        QCoreApplication.translate("rule", "Through: {server}, encryption {security}").format(
            server=server, security=choice_text("security", str(values["security"]))
        )
    )
    lines.append(_secret(values))
    head = "\n".join(line for line in lines if line)
    parts = [str(values["text"]).strip("\n")]
    if values["html"]:
        parts.append(f"HTML\n\n{values['html']}")
    return "\n\n".join((head, *(part for part in parts if part)))


def _request(values: Values) -> str:
    url = values["url"] or QCoreApplication.translate("rule", "(the URL is the secret)")
    lines = [f"{values['method']} {url}"]
    lines += [f"{name}: {value}" for name, value in values["headers"]]
    lines.append(_secret(values, choice_text("auth", values["auth"]) if values["secret"] else ""))
    return "\n".join(line for line in lines if line) + f"\n\n{values['body']}"


def _program(values: Values) -> str:
    lines = [shlex.join(values["argv"])]
    lines += [
        _line("program", "folder", values["folder"]),
        _line("program", "timeout_s", f"{values['timeout_s']:g}"),
    ]
    return "\n".join(line for line in lines if line)


def _notification(values: Values) -> str:
    sound = field_title("notification", "sound") if values["sound"] else ""
    return "\n\n".join(text for text in (values["title"], values["text"], sound) if text)


def _row(values: Values) -> str:
    lines = [f"{values['file']} ({values['format']})", ""]
    lines += [f"{name}: {_shown(value)}" for name, value in values["row"].items()]
    if values["key"]:
        lines += ["", _line("append", "key", ", ".join(values["key"]))]
    return "\n".join(lines)


def _plain_page(kind: str) -> Callable[[Values], str]:
    def page(values: Values) -> str:
        names = [field.name for field in ACTIONS[kind].fields] if kind in ACTIONS else list(values)
        lines = [_line(kind, name, values.get(name)) for name in names]
        return "\n".join(line for line in lines if line)

    return page


_PAGES: dict[str, Callable[[Values], str]] = {
    "email": _mail,
    "http": _request,
    "program": _program,
    "notification": _notification,
    "append": _row,
}


def _line(kind: str, name: str, value: Any) -> str:
    if value in ("", [], {}, None):
        return ""
    shown = ", ".join(map(str, value)) if isinstance(value, list) else _shown(value)
    return f"{field_title(kind, name)}: {shown}"


def _secret(values: Values, way: str = "") -> str:
    if not values["secret"]:
        return ""
    text = QCoreApplication.translate("rule", "With the secret {name}").format(name=values["secret"])
    return f"{text} ({way})" if way else text


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else write_json(value)
