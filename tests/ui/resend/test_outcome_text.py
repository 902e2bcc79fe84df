"""Tests of words for outcomes: every code of the engine has its own, and an unknown one still says something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from garfio.cli.output import failure_sentence as failure_sentence_of_cli
from garfio.core.attempt import FAILURES, Attempt, AttemptSummary, Failure, Hop, Peer, Response, verdict
from garfio.core.capture import CaptureId
from garfio.core.http import Request
from garfio.core.redirect import STOPS
from garfio.ui.resend.outcome_text import (
    failure_sentence,
    failure_text,
    headline,
    remarks,
    result_text,
    short_url,
    verdict_text,
)
from garfio.ui.resend.redirect_text import conversation
from tests.ui.memory_resends import answer


def make_attempt(outcome: object, state: str = "response", **peer: object) -> Attempt:
    status = outcome.status if isinstance(outcome, Response) else 0
    failure = outcome if isinstance(outcome, Failure) else None
    row = AttemptSummary(
        1,  # type: ignore[arg-type]
        CaptureId(1),
        "staging",
        "http://127.0.0.1:3000/hook",
        "resend",
        0,
        12_000,
        state,
        status,
        failure,
        0,
        "",
        state == "response" and status < 300,
    )
    return Attempt(row, Request(b"POST / HTTP/1.1\r\n\r\n"), outcome, peer=Peer(**peer))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", FAILURES)
def test_every_failure_has_a_sentence(code: str) -> None:
    """Each code of the engine is said in words of its own."""
    assert failure_text(code) not in ("", code)
    assert failure_text(code).endswith((".", "?"))


@pytest.mark.parametrize(
    "code",
    [
        "capture.missing",
        "queue_full",
        "resend.no_provider",
        "resend.no_secret",
        "resend.target",
        "sign.bad-key",
    ],
)
def test_what_stops_a_queue_has_a_sentence(code: str) -> None:
    """A queue says why it stands in the user's words here, and in English on the command line."""
    assert failure_text(code).endswith(".")
    assert code not in failure_text(code)
    assert failure_sentence_of_cli(code) not in ("", code)


@pytest.mark.parametrize("kind", [code for code in FAILURES if "." not in code])
def test_every_kind_is_brief_in_the_list(kind: str) -> None:
    """The list says a failure in two words, not with the code of a reason."""
    text = result_text(make_attempt(Failure(kind), "failure").summary)
    assert 0 < len(text) <= 16


def test_unknown_codes_say_something() -> None:
    """A code that is new falls back to its kind, a status is named, the rest stands as it is."""
    assert failure_text("tls.odd") == failure_text("tls")
    assert failure_text("status.503") == "The target answered 503."
    assert failure_text("odd") == "odd"


@pytest.mark.parametrize(
    ("passed", "before", "text"),
    [
        (True, False, "✓ fixed"),
        (False, True, "✕ regressed"),
        (False, False, "✕ still failing"),
        (True, True, "✓ still passing"),
        (True, None, "✓ passing"),
        (False, None, "✕ failing"),
        (None, True, ""),
    ],
)
def test_verdicts_have_shape_and_word(passed: bool | None, before: bool | None, text: str) -> None:
    """Every verdict of the engine is said with its sign."""
    assert verdict_text(verdict(passed, before)) == text


def test_headlines() -> None:
    """Answer, failure, and a crash in between are told apart."""
    assert headline(make_attempt(answer(200))) == "staging answered 200 OK in 12 ms"
    assert headline(make_attempt(Failure("refused"), "failure")) == "staging did not answer"
    assert "Unknown" in headline(make_attempt(object(), "unknown"))


def test_remarks_tell_the_rest() -> None:
    """A redirect is shown and not followed; an unchecked certificate is said each time."""
    redirect = Response(b"HTTP/1.1 302 Found\r\nLocation: https://elsewhere/\r\n\r\n")
    said = remarks(make_attempt(redirect, unverified=True, address="1.2.3.4:443", tried=("[::1]:443",)))
    assert any("https://elsewhere/" in text for text in said)
    assert any("certificate was not checked" in text for text in said)
    assert any("[::1]:443" in text for text in said)


def test_the_normal_way_is_said() -> None:
    """What was not sent exactly says so, with the proxy that it went through."""
    assert "normal way" in remarks(make_attempt(answer(200), normal=True))[0]
    assert (
        "http://proxy:3128" in remarks(make_attempt(answer(200), normal=True, proxy="http://proxy:3128"))[0]
    )


def test_redirects_that_were_followed() -> None:
    """Each hop has a line with what was kept back; every reason for stopping has a sentence with the place."""
    moved = Response(b"HTTP/1.1 307 Moved\r\nLocation: https://b/\r\n\r\n", b"gone")
    onward = Request(b"POST / HTTP/1.1\r\nHost: b\r\n\r\n")
    hop = Hop(moved, Peer(), 1, "https://b/", onward, ("Authorization",), certificate_withheld=True)
    attempt = replace(
        make_attempt(answer(200)), hops=(hop, replace(hop, withheld=(), certificate_withheld=False))
    )
    first, second = remarks(attempt)
    kept_back = "not sent to that host: Authorization, the client certificate"
    assert first == f"307, followed with POST to https://b/; {kept_back}"
    assert second == "307, followed with POST to https://b/"
    assert conversation(attempt).count(moved.head + b"gone\r\n\r\n" + onward.head) == 2
    said = {code: remarks(replace(make_attempt(moved), stopped=code))[-1] for code in ("", *STOPS)}
    assert len(set(said.values())) == len(STOPS) + 1
    assert all("https://b/" in text for text in said.values())


def test_nothing_was_reached_when_no_address_answered() -> None:
    """With every address refused there is none to name."""
    said = remarks(make_attempt(Failure("refused", "refused", ""), tried=("127.0.0.1:9",)))
    assert said
    assert not any("Reached" in text for text in said)


def test_a_failure_quotes_the_system() -> None:
    """The TLS library's own words stand behind ours."""
    assert failure_sentence(Failure("tls", "tls.expired", "certificate has expired")).endswith(
        "The system says: certificate has expired"
    )


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("http://localhost:3000", "localhost:3000"),
        ("https://x.test/a/b?c", "x.test"),
        ("http://h?q", "h"),
        ("odd", "odd"),
    ],
)
def test_short_urls(url: str, short: str) -> None:
    """A place without a name is called by its host."""
    assert short_url(url) == short
