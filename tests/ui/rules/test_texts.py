"""What was done and what would be sent, in words."""

from __future__ import annotations

import pytest

from garfio.core.action import Deed
from garfio.core.action.email import EMAIL
from garfio.core.action.http import HTTP
from garfio.engine.store.run_log import RunRecord
from garfio.ui.rules.deed_text import deed_text
from garfio.ui.rules.run_text import reason_text, result_text, state_text, tries_text


def record(**changes: object) -> RunRecord:
    values: dict[str, object] = {
        "id": 1,
        "capture": 2,
        "rule": "r",
        "action": 0,
        "item": None,
        "kind": "http",
        "summary": "POST x",
        "state": "done",
        "tries": 1,
        "queued_at_us": 0,
        "due_us": 0,
        "started_at_us": 0,
        "duration_us": 5,
        "error": "",
        "message": "",
    }
    return RunRecord(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "message", "said"),
    [
        ("", "", ""),
        ("status.503", "503 Busy later", "The answer was 503 Busy later."),
        ("refused", "x", "Nothing listens there: the connection was refused."),
        ("smtp.550", "no such user", "The mail server refused it with 550. no such user"),
        ("program.3", "boom", "The program ended with 3. boom"),
        ("duplicate", "The same delivery as capture 1.", "The same delivery had triggered the rule before."),
        (
            "template.undefined",
            "email.subject\nbody.emial",
            "“Subject” asks for body.emial, which this webhook",
        ),
        ("template.undefined", "http.json:3\nbody.x", "in line 3 asks for body.x"),
        ("template.slow", "when\n2", "The condition takes longer than 2 seconds."),
        ("template.syntax", "\n{{ x", "The template is not written right: {{ x"),
        ("template.undefined", "text: an older row's own words", "text: an older row's own words"),
        ("new.code", "Its own words.", "Its own words."),
    ],
)
def test_reasons(error: str, message: str, said: str) -> None:
    """A code has a sentence, and the other side's own words follow where they say more."""
    assert said in reason_text(error, message)


def test_a_run_in_a_line() -> None:
    """A shape and a word; the next try; how often it was tried."""
    assert state_text(record(state="failed")) == "✕ given up"
    waiting = record(state="waiting", error="refused", due_us=1_793_000_000_000_000)
    assert ". Next try at " in result_text(waiting)
    foreign = record(state="waiting", error="other", message="[Errno 111] No way", due_us=waiting.due_us)
    assert "[Errno 111] No way. Next try at " in result_text(foreign)
    assert result_text(record(kind="email", message="Taken by host.")) == "The mail server has taken it."
    assert tries_text(record(tries=3)) == "3 tries"


def test_a_mail_and_a_request_as_pages() -> None:
    """Everything that would go out is on the page; a secret is named only."""
    mail = EMAIL.render(
        EMAIL.filled(
            {
                "to": ["a@b.c", "d@e.f"],
                "from": "Shop <s@t.u>",
                "subject": "Hi",
                "text": "Hello\n",
                "host": "mail.example.com",
                "port": 587,
                "secret": "smtp",
                "html": "<b>Hello</b>",
            }
        )
    )
    page = deed_text(mail)
    for part in (
        "To: a@b.c, d@e.f",
        "Subject: Hi",
        "mail.example.com:587",
        "secret smtp",
        "\n\nHello\n",
        "<b>",
    ):
        assert part in page
    request = HTTP.render(
        HTTP.filled({"url": "http://x/y", "json": {"a": 1}, "secret": "key", "auth": "bearer"})
    )
    page = deed_text(request)
    assert page.startswith("POST http://x/y\nContent-Type: application/json\n")
    assert page.endswith('\n\n{"a": 1}')
    assert "With the secret key (bearer token)" in page
    assert deed_text(Deed("tag", {"tags": ["a", "b"]})) == "Tags: a, b"
