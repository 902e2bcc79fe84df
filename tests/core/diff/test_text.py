from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.diff import changed_part, diff_text, faithful_text

TEXTS = st.lists(st.sampled_from([b"a\n", b"b\n", b"\r\n", b"\n", b"c", b"\xff"]), max_size=12).map(b"".join)


@given(TEXTS, TEXTS)
def test_blocks_cover_both_texts_in_order(left: bytes, right: bytes) -> None:
    diff = diff_text(left, right)
    assert b"".join(diff.left) == left
    assert b"".join(diff.right) == right
    at = (0, 0)
    for block in diff.blocks:
        assert (block.left_start, block.right_start) == at
        at = (block.left_end, block.right_end)
        here, there = diff.left[block.left_start : at[0]], diff.right[block.right_start : at[1]]
        assert (block.kind == "equal") is (here == there)
        assert (block.kind == "added") is (not here)
        assert (block.kind == "removed") is (not there)
    assert at == (len(diff.left), len(diff.right))
    assert diff.is_equal is (left == right)


def test_a_changed_line_is_one_block() -> None:
    diff = diff_text(b"a\nb\nc\n", b"a\nx\nc\n")
    assert [(block.kind, block.left_start, block.left_end) for block in diff.blocks] == [
        ("equal", 0, 1),
        ("replaced", 1, 2),
        ("equal", 2, 3),
    ]
    assert diff.is_exact


def test_large_texts_are_bounded() -> None:
    """Ten thousand lines that all differ are one block, and the equal ends around them are still seen."""
    left = b"head\n" + b"".join(b"%d\n" % number for number in range(10_000)) + b"tail\n"
    right = b"head\n" + b"".join(b"%d\n" % number for number in range(10_000, 20_000)) + b"tail\n"
    diff = diff_text(left, right)
    assert not diff.is_exact
    assert [block.kind for block in diff.blocks] == ["equal", "replaced", "equal"]


@pytest.mark.parametrize("lines", [199, 2900])
@pytest.mark.timeout(60)
def test_repeating_lines_end(lines: int) -> None:
    diff_text(b"x\n" + b"a\nb\n" * (lines // 2) + b"y\n", b"z\n" + b"b\nb\na\n" * (lines // 3) + b"w\n")


@given(st.binary(max_size=6), st.binary(max_size=6))
def test_the_changed_part_of_a_line(left: bytes, right: bytes) -> None:
    head, tail = changed_part(left, right)
    assert left[:head] == right[:head]
    assert left[len(left) - tail :] == right[len(right) - tail :]
    assert head + tail <= min(len(left), len(right))
    assert (left == right) is (head + tail == len(left) == len(right))


@given(st.binary(max_size=12))
def test_faithful_text_can_be_turned_back(data: bytes) -> None:
    assert faithful_text(data).encode("utf-8", "surrogateescape") == data
