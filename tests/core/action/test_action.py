"""From rendered values to deeds: what is refused, and what the other side gets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from garfio.core.action import ACTIONS, Deed
from garfio.core.errors import AppError


def render(kind: str, **values: Any) -> Deed:
    return ACTIONS[kind].render(ACTIONS[kind].filled(values))


MAIL = {"to": ["a@x.org"], "from": "s@x.org", "host": "h", "text": "t"}


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("email", {**MAIL, "to": ["a@x.org, b@x.org"]}, "not one mail address"),
        ("email", {**MAIL, "to": ["a@x.org\r\nBcc: b@x.org"]}, "line break"),
        ("email", {**MAIL, "to": ["nobody"]}, "not one mail address"),
        ("email", {**MAIL, "to": [" "]}, "nobody to send"),
        ("email", {**MAIL, "to": ["a@x.org"] * 51}, "50 addresses"),
        ("email", {**MAIL, "subject": "a\nBcc: b@x.org"}, "line break"),
        ("email", {**MAIL, "text": ""}, "empty"),
        ("http", {"url": "ftp://x"}, "http"),
        ("http", {"url": "http://x", "method": "A B"}, "no HTTP method"),
        ("http", {"url": "http://x", "headers": {"X": "a\r\nY: b"}}, "line break"),
        ("http", {"url": "http://x", "headers": {"Host": "y"}}, "cannot be set"),
        ("http", {"url": "http://x", "json": '{"a": }'}, "not JSON"),
        ("slack", {"text": " ", "url": "http://x"}, "empty"),
        ("slack", {"text": "x"}, "needed"),
        ("program", {"argv": []}, "missing"),
        ("program", {"argv": ["x.BAT", "&calc"]}, "batch"),
        ("program", {"argv": ["x", "a\0b"]}, "NUL"),
        ("append", {"file": "x.csv", "row": "text"}, "table of column names"),
        ("append", {"file": "x.txt", "row": {"a": 1}}, "csv, ndjson, sqlite"),
        ("append", {"file": "x.db", "row": {'a"; DROP TABLE x': 1}}, "name of a table"),
        ("append", {"file": "x.db", "row": {"a": 1}, "key": ["b"]}, "no column"),
        ("append", {"file": "x.csv", "row": {"a": 1}, "key": ["a"]}, "SQLite"),
        ("tag", {"tags": ["two words"]}, "one word"),
        ("service", {"secret": "x", "text": ""}, "empty"),
    ],
)
def test_what_does_not_fit_is_refused(kind: str, values: dict[str, Any], words: str) -> None:
    with pytest.raises(AppError) as caught:
        render(kind, **values)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "values", "body"),
    [
        ("slack", {"text": "hi", "blocks": [1]}, {"text": "hi", "blocks": [1]}),
        ("discord", {"text": "x" * 3000}, {"content": "x" * 1999 + "…", "allowed_mentions": {"parse": []}}),
    ],
)
def test_chat_messages(kind: str, values: dict[str, Any], body: dict[str, Any]) -> None:
    """The body that the service documents, no longer than it takes; the URL is the secret."""
    deed = render(kind, secret="room", **values)
    assert deed.kind == "http"
    assert json.loads(deed.values["body"]) == body
    assert (deed.values["auth"], deed.values["secret"]) == ("url", "room")


def test_every_field_of_every_kind_says_what_it_is() -> None:
    for kind in ACTIONS.values():
        assert kind.doc.endswith(".")
        assert all(entry.doc.endswith(".") for entry in kind.fields), kind.name
        assert len({entry.name for entry in kind.fields}) == len(kind.fields)
