"""A search finds what `re` finds in the whole text, however it is sliced."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.ui.code_view import search as search_module
from garfio.ui.code_view.search import Search


def run(text: str, needle: str, **options: bool) -> Search:
    search = Search(text, needle, **options)
    while search.advance(0):
        pass
    return search


def spans(search: Search) -> list[tuple[int, int]]:
    return [search.match(index) for index in range(search.count)]


@given(
    st.text(alphabet="aAbß\n", max_size=60), st.text(alphabet="aAb", min_size=1, max_size=3), st.booleans()
)
def test_slices_do_not_change_the_matches(text: str, needle: str, case: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "_SLICE", 7)
        found = spans(run(text, needle, case=case))
    flags = re.NOFLAG if case else re.IGNORECASE
    assert found == [match.span() for match in re.finditer(re.escape(needle), text, flags)]


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("a1 b22", r"\d+", [(1, 2), (4, 6)]),
        ("😀a😀b", r"[ab]", [(1, 2), (3, 4)]),
        ("\ud800x", r"x", [(1, 2)]),
        ("one\ntwo", r"^t", [(4, 5)]),
        ("one\ntwo", r"e$", [(2, 3)]),
        ("aXa", r"x", [(1, 2)]),
        ("abc", r"x*", []),
    ],
)
def test_expressions(text: str, pattern: str, found: list[tuple[int, int]]) -> None:
    assert spans(run(text, pattern, regex=True)) == found


def test_lines_in_later_slices_begin_where_they_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "_SLICE", 8)
    text = "key: 1\n" * 5
    assert spans(run(text, r"^\w+", regex=True)) == [(7 * line, 7 * line + 3) for line in range(5)]


def test_a_wrong_expression_is_explained() -> None:
    search = Search("abc", "(", regex=True)
    assert search.complete
    assert search.error


def test_an_expression_that_would_not_end_is_given_up() -> None:
    search = run("a" * 5000 + "b", "(a+)+$", regex=True)
    assert search.error == "too slow"


def test_counting_ends_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "MOST_MATCHES", 10)
    search = run("a" * 50, "a")
    assert (search.count, search.truncated, search.complete) == (10, True, True)


def test_matches_are_found_by_their_place() -> None:
    search = run("ab ab ab", "ab")
    assert list(search.within(1, 4)) == [(0, 2), (3, 5)]
    assert list(search.within(2, 3)) == []
    assert (search.after(1), search.after(7), search.before(3), search.before(0)) == (1, 3, 0, -1)
