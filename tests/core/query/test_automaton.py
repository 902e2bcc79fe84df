from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garfio.core.query.automaton import TEXT_LIMIT, Automaton, Regex
from garfio.core.query.pattern import PatternError, read_pattern

ANCHORS = ("^", "$", r"\b", r"\A", r"\Z")
CHARACTERS = ("a", "b", "A", ".", "[ab]", "[^a]", "[a-c_]", r"[\d.]", "[]a]", "[a-]", "1", " ", "é")
ESCAPES = (r"\d", r"\w", r"\s", r"\W", r"\.", r"\n", r"\x61")
ATOMS = st.sampled_from([*ANCHORS, *CHARACTERS, *ESCAPES])


def repeated(item: str, mark: str) -> str:
    return item if item in ANCHORS else item + mark


PATTERNS = st.recursive(
    st.builds(
        repeated, ATOMS, st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,3}", "{,2}", "{2,}", "*?", "+?"])
    ),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | st.lists(inner, min_size=2, max_size=3).map(lambda items: f"({'|'.join(items)})")
        | st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        )
    ),
    max_leaves=8,
)
TEXTS = st.text(st.sampled_from("abAB1 .\n_é-]"), max_size=12)


@settings(max_examples=200)
@given(PATTERNS, st.sampled_from(["", "(?i)", "(?m)", "(?s)", "(?ims)"]), TEXTS)
def test_it_finds_what_re_finds(pattern: str, flags: str, text: str) -> None:
    source = flags + pattern
    expected = re.search(source, text) is not None
    assert Automaton(read_pattern(source)).found_in(text) is expected
    assert Regex(source).found_in(text) is expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(a+)+$", "a" * 40 + "b"),
        (r"(a|aa)*c", "a" * 5000),
        (r"(.*)*x", "y" * 200_000),
        (r"\s*\s*\s*\s*x", " " * 200_000),
        (r"(a?){200}a{200}", "a" * 150 + "b" * 100_000),
        (r"[ab]*a[ab]{300}c", "ab" * 100_000),
        (r"(?:a.{0,99}){4}zz", "a" * TEXT_LIMIT),
        (r".*.*.*=.*", "".join(map(chr, range(0x4E00, 0x9E00))) * 5),
        (r"\w+@\w+\.com", "a" * TEXT_LIMIT * 2),
        (r"aaaaaaaaaaaab", "a" * TEXT_LIMIT),
    ],
)
@pytest.mark.timeout(60)
def test_hostile_patterns_end(pattern: str, text: str) -> None:
    """Whatever is asked of one search; one that goes back and forth would take hours."""
    assert Regex(pattern).found_in(text) is False


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            r"(a)\1",
            "(?=a)",
            "(?<=a)b",
            "(?P<n>a)",
            "(?x)a",
            "^*",
            "*",
            "a**",
            "a{3,2}",
            "a{501}",
            "(a{500}){500}",
        ),
        *("[", "[z-a]", "(", ")", r"\q", "\\", r"\xg0", "(" * 50 + ")" * 50),
    ],
)
def test_what_cannot_run_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        _ = Regex(pattern).automaton
    assert 0 <= caught.value.position <= len(pattern)
