from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.diff import diff_headers
from garfio.core.headers import Headers

A = (b"X-A", b"1")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([A], [A], []),
        ([A], [(b"x-a", b"1")], [("spelling", b"x-a", b"1", b"1", False)]),
        ([A], [(b"x-a", b"2")], [("changed", b"x-a", b"1", b"2", False)]),
        ([A], [], [("removed", b"X-A", b"1", None, False)]),
        ([], [A], [("added", b"X-A", None, b"1", False)]),
        ([A], [A, (b"x-a", b"\xff")], [("added", b"x-a", None, b"\xff", False)]),
    ],
)  # fmt: skip
def test_changes(
    left: list[tuple[bytes, bytes]], right: list[tuple[bytes, bytes]], expected: list[object]
) -> None:
    diff = diff_headers(Headers(left), Headers(right))
    assert [(c.kind, c.name, c.left, c.right, c.ignored) for c in diff.changes] == expected
    assert not diff.order_changed


@pytest.mark.parametrize(
    ("name", "ignored"),
    [
        (b"Stripe-Signature", True),
        (b"X-GitHub-Delivery", True),
        (b"X-GitHub-Event", False),
        (b"Content-Type", False),
    ],
)
def test_headers_that_always_differ_are_marked(name: bytes, ignored: bool) -> None:
    diff = diff_headers(Headers([(name, b"1")]), Headers([(name, b"2")]))
    assert [change.ignored for change in diff.changes] == [ignored]


def test_another_order_is_said_once() -> None:
    diff = diff_headers(Headers([A, (b"B", b"2"), (b"C", b"3")]), Headers([(b"B", b"2"), A]))
    assert diff.order_changed
    assert [change.kind for change in diff.changes] == ["removed"]


PAIRS = st.lists(st.tuples(st.sampled_from([b"a", b"A", b"b"]), st.sampled_from([b"1", b"2"])), max_size=5)


@given(PAIRS, PAIRS)
def test_no_change_means_the_same_fields(
    left: list[tuple[bytes, bytes]], right: list[tuple[bytes, bytes]]
) -> None:
    diff = diff_headers(Headers(left), Headers(right))
    same = sorted(left, key=lambda pair: pair[0].lower()) == sorted(right, key=lambda pair: pair[0].lower())
    assert (diff.changes == ()) is same
    assert len(diff.changes) == len(diff_headers(Headers(right), Headers(left)).changes)
