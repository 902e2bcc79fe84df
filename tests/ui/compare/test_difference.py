"""Tests of differences between messages as rows."""

from __future__ import annotations

import pytest

from garfio.ui.compare.difference import MOST_ROWS, Message, Row, compare

HEAD = b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n"


def rows_of(left: bytes, right: bytes, head: bytes = HEAD, other: bytes = HEAD) -> list[Row]:
    return compare(Message(head, left), Message(other, right))


def kinds(rows: list[Row], section: str) -> list[tuple[str, str]]:
    at = rows.index(Row("section", section)) + 1
    found = []
    for row in rows[at:]:
        if row.kind == "section":
            break
        found.append((row.kind, row.text))
    return found


def test_equal_messages() -> None:
    """Nothing differs, and that is said for each part."""
    rows = rows_of(b"{}", b"{}")
    assert kinds(rows, "line") == [("equal", "POST /a HTTP/1.1")]
    assert kinds(rows, "headers") == [("note", "same")]
    assert kinds(rows, "body") == [("note", "same")]


def test_lines_and_headers() -> None:
    """The request line and a header are shown before and after; a volatile header is expected to differ."""
    other = b"POST /b HTTP/1.1\r\nHost: y\r\nContent-Type: application/json\r\nX-Request-Id: 1\r\n\r\n"
    rows = rows_of(b"", b"", other=other)
    assert kinds(rows, "line") == [("removed", "POST /a HTTP/1.1"), ("added", "POST /b HTTP/1.1")]
    assert kinds(rows, "headers") == [
        ("removed", "Host: x"),
        ("added", "Host: y"),
        ("expected", "X-Request-Id: 1"),
    ]
    assert kinds(rows, "body") == [("note", "empty")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (b'{"a":1,"b":2}', b'{"a":1,"b":3}', [("removed", "b: 2"), ("added", "b: 3")]),
        (b'{"a":[{"x":1}]}', b'{"a":[{"x":2}]}', [("removed", "a[0].x: 1"), ("added", "a[0].x: 2")]),
        (b'{"a":1}', b'{"a":"1"}', [("removed", "a: 1  (number)"), ("added", 'a: "1"  (string)')]),
        (
            b'{"a":[{"id":1},{"id":2}]}',
            b'{"a":[{"id":2},{"id":1}]}',
            [("moved", 'a[1]: {"id":1}  ([0] → [1])')],
        ),
        (b'{"a":1}', b'{ "a": 1 }', [("note", "written")]),
        (b"one\ntwo\n", b"one\n2\n", [("equal", "one"), ("removed", "two"), ("added", "2")]),
        (b"\xff", b"\xfe", [("removed", "\udcff"), ("added", "\udcfe")]),
    ],
)
def test_bodies(left: bytes, right: bytes, expected: list[tuple[str, str]]) -> None:
    """JSON is compared by path, everything else by lines, bytes that are no text included."""
    assert kinds(rows_of(left, right), "body") == expected


def test_equal_stretches_are_folded() -> None:
    """Far from a change, equal lines are left out, and that is said."""
    left = b"".join(b"line %d\n" % number for number in range(50))
    body = kinds(rows_of(left, left.replace(b"line 25\n", b"other\n")), "body")
    assert ("note", "skipped") in body
    assert len(body) < 15


def test_rows_are_bounded() -> None:
    """Two long texts without a common line give a bounded answer."""
    left = b"".join(b"a%d\n" % number for number in range(5000))
    rows = rows_of(left, left.replace(b"a", b"b"))
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1] == Row("note", "more")


def test_a_name_is_shown_as_each_side_wrote_it() -> None:
    """Where only the spelling differs, the two lines show just that."""
    rows = rows_of(b"", b"", other=HEAD.replace(b"Host: x", b"hOST: x"))
    assert kinds(rows, "headers") == [("removed", "Host: x"), ("added", "hOST: x")]
