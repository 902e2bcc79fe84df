"""Answers, what is expected of them, and how one attempt compares with the last."""

from __future__ import annotations

import pytest

from garfio.core.attempt import (
    FAILURES,
    AttemptId,
    AttemptSummary,
    Failure,
    Outcome,
    Response,
    Unknown,
    unmet_expectations,
    verdicts,
)
from garfio.core.capture import CaptureId
from garfio.core.target import read_expectation

JSON = Response(
    b"HTTP/1.1 201 Made  it\r\nContent-Type: application/json\r\nX-Id: a\r\nx-id: b\r\n\r\n",
    b'{"data": {"ok": true, "items": [{"n": 1.10}]}}',
)


def test_a_response_is_read_from_its_bytes() -> None:
    assert (JSON.http_version, JSON.status, JSON.reason) == ("HTTP/1.1", 201, "Made  it")
    assert list(JSON.headers)[1:] == [(b"X-Id", b"a"), (b"x-id", b"b")]
    assert Response(b"HTTP/1.0 204\r\n\r\n").reason == ""
    assert Response(b"garbage").status == 0


@pytest.mark.parametrize(
    ("wanted", "met"),
    [
        (["status=2xx"], True), (["status=201"], True), (["status=200-204"], True), (["status=200"], False),
        (["header:x-id=b"], True), (["header:X-Id=c"], False), (["header:x-id=*"], True), (["header:no=*"], False),
        (["json:data.ok=true"], True), (["json:data.items.0.n=1.10"], True), (["json:data.no=1"], False),
        (["json:data.items=*"], True), (["time=5"], True), (["time=4"], False), (["status=4xx", "time=1"], False),
        ([], True),
    ],
)  # fmt: skip
def test_expectations(wanted: list[str], met: bool) -> None:
    expectations = [read_expectation(text) for text in wanted]
    unmet = unmet_expectations(expectations, JSON, 5_000)
    assert unmet == (() if met else tuple(wanted))


@pytest.mark.parametrize("outcome", [Failure("refused"), Unknown(), Response(b"HTTP/1.1 302 F\r\n\r\n")])
def test_without_expectations_a_2xx_is_wanted(outcome: Outcome) -> None:
    assert unmet_expectations((), outcome, 1) == ("status=2xx",)


def row(number: int, passed: bool | None, target: str = "a") -> AttemptSummary:
    return AttemptSummary(
        AttemptId(number),
        CaptureId(1),
        target,
        "http://h/",
        "resend",
        0,
        1,
        "response",
        200,
        None,
        0,
        "",
        passed,
    )


def test_verdicts() -> None:
    """Each attempt is compared with the last one at the same target; an unknown one says nothing."""
    attempts = [
        row(1, False), row(2, False), row(3, True, "b"), row(4, True), row(5, None), row(6, True), row(7, False),
    ]  # fmt: skip
    assert verdicts(attempts) == [
        "failing", "still_failing", "passing", "fixed", "", "still_passing", "regressed",
    ]  # fmt: skip


def test_every_failure_has_a_sentence() -> None:
    for code in FAILURES:
        kind = code.partition(".")[0]
        assert Failure(kind, code).sentence == FAILURES[code]
    assert Failure("tls", "tls.new_in_openssl").sentence == FAILURES["tls"]
