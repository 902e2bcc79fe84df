"""Folded lines: the arithmetic agrees with a list of lines, brackets are found in any JSON that is laid out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.json_view import lay_out
from garfio.ui.code_view.brackets import BracketFold, LevelFolds, enclosing_line, opens
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.folds import Folds

VALUES = st.recursive(
    st.one_of(st.integers(), st.text("a{[}] \n", max_size=5), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text("ab{", max_size=3), inner, max_size=4)
    ),
    max_leaves=30,
)


def indexed(text: str) -> Document:
    document = Document(text)
    while document.advance(0):
        pass
    return document


def closing_line(document: Document, line: int) -> int | None:
    search = BracketFold(document, line)
    while search.advance(0, 1):
        pass
    return search.found[0][1] if search.found else None


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_numbers_agree_with_a_list_of_lines(steps: list[tuple[bool, int, int]]) -> None:
    """Lines are folded and opened in any order; what is shown is what a plain list of lines says."""
    folds = Folds()
    pairs: dict[int, int] = {}

    def head(line: int) -> int:
        return next((first for first, last in pairs.items() if first <= line <= last), line)

    for is_fold, first, size in steps:
        last = first + size
        if any(first <= one <= last < pairs[one] for one in pairs):
            continue  # brackets never overlap in part
        if is_fold:
            folds.fold(first, last)
            if size and head(first) == first:
                pairs = {one: end for one, end in pairs.items() if not first <= one <= last} | {first: last}
        else:
            opened = next((one for one, last in pairs.items() if one <= first <= last), None)
            assert folds.unfold(first) == (opened is not None)
            pairs.pop(-1 if opened is None else opened, None)
        shown = [line for line in range(80) if head(line) == line]
        assert [folds.line(number) for number in range(len(shown))] == shown
        assert [folds.shown(line) for line in shown] == list(range(len(shown)))
        assert all(folds.head_of(line) == head(line) for line in range(80))
        assert folds.hidden == 80 - len(shown)


@given(VALUES)
def test_every_bracket_finds_its_other_half(value: object) -> None:
    """Any JSON is laid out: each opening line's closing one is where counting brackets says."""
    document = indexed(lay_out(json.dumps(value)).text)
    stack: list[int] = []
    for line in range(document.line_count):
        text = document.line_text(line).strip()
        if text[:1] in ("}", "]") and len(text.rstrip(",")) == 1:
            assert closing_line(document, stack.pop()) == line
        assert enclosing_line(document, line) == (stack[-1] if stack else None)
        if opens(document, line):
            stack.append(line)
    assert not stack


@pytest.mark.parametrize("depth", [40, 300])
def test_levels_that_blanks_do_not_show_are_counted(depth: int) -> None:
    """Deeper than blanks are given: every bracket still finds its other half."""
    document = indexed(lay_out("[1," * depth + "[2]" + "]" * depth).text)
    openings = [line for line in range(document.line_count) if opens(document, line)]
    closings = [closing_line(document, line) for line in openings]
    assert closings == sorted(closings, key=lambda line: -(line or 0))
    assert None not in closings


def test_a_level_is_found_in_order() -> None:
    """An array of objects: those of the first level, each whole, whatever is inside; nothing in a scalar."""
    text = lay_out(json.dumps([{"a": [1, {"b": 2}]}, 3, {"c": {}}, []])).text
    document = indexed(text)
    search = LevelFolds(document, 1)
    while search.advance(0, 100):
        pass
    assert [document.line_text(first).strip() for first, _ in search.found] == ["{", "{"]
    assert [document.line_text(last).strip() for _, last in search.found] == ["},", "},"]
    whole = LevelFolds(document, 0)
    while whole.advance(0, 100):
        pass
    assert whole.found == [(0, document.line_count - 1)]
    for scalar in ("1", "", "[]"):
        nothing = LevelFolds(indexed(scalar), 0)
        while nothing.advance(0, 100):
            pass
        assert nothing.found == []


def test_a_bracket_without_its_other_half_is_not_folded() -> None:
    """A text that ends early, or is none of ours: nothing is found, nothing fails."""
    document = indexed('{\n  "a": [\n    1')
    assert [closing_line(document, line) for line in range(3)] == [None, None, None]
    assert closing_line(indexed("["), 0) is None
    assert closing_line(indexed("[\n"), 0) is None
