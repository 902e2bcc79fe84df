"""A target's answer as the sender gets it, and our words where there is none."""

from __future__ import annotations

import pytest

from garfio.core.attempt import Failure, Response
from garfio.core.relayed import Relayed, relayed


def test_an_answer_goes_on_as_it_came_but_for_its_connection() -> None:
    """Order, case, repeats and odd bytes stay; hop-by-hop fields and what Connection names go."""
    head = (
        b"HTTP/1.1 422 Not \xe9so\r\nX-Two: 1\r\nx-two: \xff\r\nConnection: X-Mine\r\nX-Mine: 1\r\n"
        b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    )
    answer = relayed(Response(head, b"\x1f\x8b\x00"), "POST")
    assert answer.status == 422
    assert answer.encode(keep_alive=True) == (
        b"HTTP/1.1 422 Not \xe9so\r\nX-Two: 1\r\nx-two: \xff\r\nContent-Encoding: gzip\r\n"
        b"Content-Length: 3\r\nConnection: keep-alive\r\n\r\n\x1f\x8b\x00"
    )


@pytest.mark.parametrize(
    ("method", "status", "expected"),
    [("HEAD", 200, b"Content-Length: 9\r\nConnection: close"), ("POST", 204, b"204 X\r\nConnection: close")],
)
def test_an_answer_without_a_body_states_no_false_length(method: str, status: int, expected: bytes) -> None:
    """HEAD keeps the target's own length; 204 has none."""
    length = b"Content-Length: 9\r\n" if method == "HEAD" else b""
    answer = relayed(Response(b"HTTP/1.1 %d X\r\n%s\r\n" % (status, length)), method)
    assert isinstance(answer, Relayed)
    assert answer.encode(keep_alive=False).endswith(expected + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("outcome", "status", "word"),
    [
        (Failure("timeout", "timeout.answer"), 504, b"in time"),
        (Failure("refused"), 502, b"refused"),
        (Response(b"HTTP/1.1 200 OK\r\n\r\n", b"half", "closed"), 502, b"broke off"),
    ],
)
def test_what_cannot_be_passed_on_is_said(outcome: Failure | Response, status: int, word: bytes) -> None:
    """A late target is 504, one that fails or breaks off 502; never a 2xx."""
    answer = relayed(outcome, "POST").encode(keep_alive=False)
    assert answer.startswith(b"HTTP/1.1 %d " % status)
    assert b"Stored; " in answer
    assert word in answer
