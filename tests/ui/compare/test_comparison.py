"""Two captures are compared by structure, by lines and by bytes; what is expected is counted apart."""

from __future__ import annotations

import pytest

from garfio.ui.compare.comparison import BYTES, CHANGES, LINES, Comparison, Expected, compare_captures

HEAD = b"POST /shop HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Request-Id: %s\r\n\r\n"
LEFT = b'{"created":1700000000,"total":5,"gone":true}'
RIGHT = b'{"created":1700000999,"total":6,"new":[1]}'


def compared(mode: str, expected: Expected = Expected()) -> Comparison:  # noqa: B008 - frozen
    return compare_captures(mode, HEAD % b"a1", LEFT, HEAD % b"b2", RIGHT, expected)


def test_changes() -> None:
    """A value changed, one went, one came; a time and an id were expected to differ."""
    found = compared(CHANGES)
    assert [row.text for row in found.rows if row.kind in ("removed", "added")] == [
        "total: 5",
        "total: 6",
        "gone: true",
        "new: [1]",
    ]
    assert (found.differences, found.expected) == (3, 2)


@pytest.mark.parametrize(
    ("expected", "counts"),
    [
        (Expected(times=False), (4, 1)),
        (Expected(headers=False), (4, 1)),
        (Expected(False, False, False), (5, 0)),
    ],
)
def test_nothing_need_be_expected(expected: Expected, counts: tuple[int, int]) -> None:
    """A kind was no longer expected; its differences count."""
    found = compared(CHANGES, expected)
    assert (found.differences, found.expected) == counts


def test_lines_and_bytes() -> None:
    """Lines of the bodies laid out, and their bytes, were compared; each stretch counts once."""
    lines = compared(LINES)
    assert '  "total": 6,' in [row.text for row in lines.rows if row.kind == "added"]
    assert lines.differences == 1
    assert compared(BYTES).differences == 1


@pytest.mark.parametrize(("right", "code"), [(LEFT, "same"), (LEFT.replace(b":", b": "), "written")])
def test_no_difference_in_lines(right: bytes, code: str) -> None:
    """The same body came twice, and once written otherwise; it is said which."""
    found = compare_captures(LINES, HEAD % b"a", LEFT, HEAD % b"a", right, Expected())
    assert [(row.kind, row.text) for row in found.rows] == [("note", code)]
    assert found.differences == 0


def test_what_moved_and_what_is_of_another_type_counts() -> None:
    """An item in another place is one difference, a value of another type one more."""
    left, right = b'{"a":[{"id":1},{"id":2}],"n":1}', b'{"a":[{"id":2},{"id":1}],"n":"1"}'
    found = compare_captures(CHANGES, HEAD % b"a", left, HEAD % b"a", right, Expected())
    assert found.differences == 2


def test_own_names_are_expected() -> None:
    """A field by its name, and one that is gone by its path, are expected to differ."""
    found = compared(CHANGES, Expected(names=("total", "go*")))
    assert (found.differences, found.expected) == (1, 4)
