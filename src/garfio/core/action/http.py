"""An HTTP request to any place."""

from __future__ import annotations

import json
import re

from garfio.core.action.kind import (
    DOCUMENT,
    LITERAL,
    NUMBER,
    SECRET,
    TABLE,
    TEXT,
    ActionKind,
    Deed,
    Field,
    Values,
    one_line,
    unfit,
)
from garfio.core.exact_json import write_json
from garfio.core.target import parse_url

AUTHS = ("", "bearer", "basic", "header", "url")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS = ("host", "content-length", "transfer-encoding", "connection")


def _render(values: Values) -> Deed:
    method, url = str(values["method"]).strip().upper(), str(values["url"]).strip()
    if not _TOKEN.fullmatch(method):
        raise unfit("method", f"{method[:40]!r} is no HTTP method.")
    if url or not values["secret"]:
        parse_url(url)
    headers = [[name, one_line(name, str(text))] for name, text in values["headers"].items()]
    for name, _text in headers:
        if not _TOKEN.fullmatch(name) or name.lower() in _OURS:
            raise unfit("headers", f"{name[:40]!r} cannot be set.")
    body, given = str(values["body"]), {name.lower() for name, _text in headers}
    if values["json"] != "":
        body = _json(values["json"])
        if "content-type" not in given:
            headers.append(["Content-Type", "application/json"])
    elif body and "content-type" not in given:
        headers.append(["Content-Type", "text/plain; charset=utf-8"])
    deed = {
        "method": method,
        "url": url,
        "headers": headers,
        "body": body,
        **{name: values[name] for name in ("auth", "user", "secret", "timeout_s")},
    }
    return Deed("http", deed, f"{method} {url}")


def _json(value: object) -> str:
    """A document as it is sent. A text must be JSON already."""
    if not isinstance(value, str):
        return write_json(value)
    try:
        json.loads(value)
    except ValueError as error:
        raise unfit(
            "json", f"the rendered text is not JSON ({error}).", "Insert values with | tojson."
        ) from error
    return value


HTTP = ActionKind(
    "http",
    "Send an HTTP request.",
    (
        Field("url", TEXT, "Where to, http or https.", required=True),
        Field("method", TEXT, "The method.", default="POST"),
        Field("headers", TABLE, "Header fields.", default={}),
        Field("json", DOCUMENT, "The body as JSON."),
        Field("body", TEXT, "The body as text, if it is not JSON."),
        Field(
            "auth",
            LITERAL,
            "How the secret is sent: bearer, basic, as a header, or as the url.",
            choices=AUTHS,
        ),
        Field("user", LITERAL, "The user's name for basic, the header's name for header."),
        Field("secret", SECRET, "The name of the token or password."),
        Field("timeout_s", NUMBER, "Seconds for an answer.", default=20, lowest=1, highest=120),
    ),
    _render,
)
