from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.query.cases import MATCHING

from garfio.core.errors import AppError
from garfio.core.query import Query, QueryError, format_query, parse
from garfio.core.query.node import And, Condition, Flag, Not, Or, Word
from garfio.core.query.value import Glob


def word(text: str, quoted: bool = False) -> Word:
    return Word(Glob(text, quoted))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", And()),
        ("  ", And()),
        ("a b", And((word("a"), word("b")))),
        ("a AND b", And((word("a"), word("b")))),
        ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
        ("(a b) c", And((word("a"), word("b"), word("c")))),
        ("NOT a b", And((Not(word("a")), word("b")))),
        ("-a", Not(word("a"))),
        ("-(a b)", Not(And((word("a"), word("b"))))),
        ("a - b", And((word("a"), word("-"), word("b")))),
        ("(a -)", And((word("a"), word("-")))),
        ("or and not", And((word("or"), word("and"), word("not")))),
        ('"OR"', word("OR", quoted=True)),
        ("ORDER", word("ORDER")),
        ("https://x.org/y", word("https://x.org/y")),
        ("12:30", word("12:30")),
        ("x-foo:bar", word("x-foo:bar")),
        ('{"a":1}', word('{"a":1}')),
        ("a=b", word("a=b")),
        ("f(x)", word("f(x)")),
        ('"a \\"b\\" \\\\ \\d"', word('a "b" \\ \\d', quoted=True)),
        ("is:unread", Flag("is", "unread")),
        ("IS:Unread", Flag("is", "unread")),
        ("header:X-A", Condition("header", ":", "*", Glob("*"), name="x-a")),
        ("has:header.x-a", Condition("header", ":", "*", Glob("*"), name="x-a")),
        ("header:x-a=b", Condition("header", "=", "b", Glob("b"), name="x-a")),
        ('body.a[0]."b c"[*].d:1', parse('body.a[0]["b c"].*.d:1').node),
    ],
)
def test_structure(text: str, node: object) -> None:
    assert parse(text).node == node


@pytest.mark.parametrize(
    "text", ["schema:hold*", 'verdict:""', "verdict~nonsense", "provider:of_our_own", "color:*"]
)
def test_what_a_field_may_be_asked(text: str) -> None:
    """A closed field takes patterns that something fits, the empty value, and any regular expression."""
    assert isinstance(parse(text).node, Condition)


@pytest.mark.parametrize(
    ("text", "code", "position", "suggestion"),
    [
        ("provder:stripe", "query.unknown_field", 0, "provider:"),
        ("a sze>10kb", "query.unknown_field", 2, "size>"),
        ("flavour:red", "query.unknown_field", 0, ""),
        ("is:pined", "query.unknown_value", 3, "pinned"),
        ("is:", "query.unknown_value", 3, ""),
        ("a verdict:invlid", "query.unknown_value", 10, "invalid"),
        ("verdict:no-secret", "query.unknown_value", 8, "no_secret"),
        ("verdict=INVALID", "query.unknown_value", 8, "invalid"),
        ("verdict:xyz", "query.unknown_value", 8, ""),
        ("source:imports", "query.unknown_value", 7, "import"),
        ("colour!=gren", "query.unknown_value", 8, "green"),
        ("color:z*", "query.unknown_value", 6, ""),
        ("refusal:tsl", "query.unknown_value", 8, "tls"),
        ('schema:"fail"', "query.unknown_value", 7, "fails"),
        ("size>ten", "query.value", 5, "10kb"),
        ("age<10", "query.value", 4, "10m"),
        ("received>2026-13-01", "query.value", 9, "2026-11-01, 2026-11-01T10:30, today or 10m"),
        ("id:x", "query.value", 3, "503, 5xx or 10..20"),
        ("provider>x", "query.operator", 8, ":"),
        ("provider:", "query.missing", 0, ""),
        ("header", None, 0, ""),
        ("header:", "query.missing", 0, ""),
        ("header=x", "query.operator", 0, "header:"),
        ("header:x(y", "query.character", 8, ""),
        ("body.:x", "query.path", 5, ""),
        ("body.a", "query.operator", 0, ":"),
        ("body.a[0:x", "query.path", 6, ""),
        ("body>5", "query.operator", 4, ":"),
        ("a (b", "query.parenthesis", 2, ")"),
        ("a)", "query.parenthesis", 1, ""),
        ("()", "query.missing", 1, ""),
        ("a OR", "query.missing", 4, ""),
        ("OR a", "query.operator", 0, '"OR"'),
        ("a OR OR b", "query.operator", 5, '"OR"'),
        ("NOT", "query.missing", 3, ""),
        ('a "b', "query.quote", 2, '"…"'),
        ("~(a", "query.regex", 1, ""),
        ('path~"a++"', "query.regex", 8, ""),
        (r"~(a)\1", "query.regex", 4, ""),
        ("~(?=a)", "query.regex", 1, ""),
        ("a\x00", "query.character", 1, ""),
        ("(" * 41 + "a" + ")" * 41, "query.too_deep", 40, ""),
        ("a " * 101, "query.too_long", 200, ""),
        ("a" * 4001, "query.too_long", 4000, ""),
    ],
)
def test_errors_have_their_place_and_a_suggestion(
    text: str, code: str | None, position: int, suggestion: str
) -> None:
    if code is None:
        assert parse(text).node == word(text)
        return
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert (error.code, error.position, error.suggestion) == (code, position, suggestion)
    assert error.length >= 1
    assert isinstance(error, AppError)
    assert error.fields["position"] == position
    assert str(error)


@pytest.mark.parametrize("text", [text for text, _ in MATCHING])
def test_known_queries_survive_being_written(text: str) -> None:
    query = parse(text)
    assert parse(format_query(query)) == query


PIECES = st.sampled_from(
    [
        *'-() "\\~:=>*.[]0|?é',
        *(
            "a",
            "OR",
            "AND",
            "NOT",
            "!=",
            "x y",
            "path:",
            "header.x:",
            "header:",
            "body.a",
            "body",
            "is:",
            "unread",
        ),
        *("unread", "size>", "1kb", "has:", "tag:b", ".."),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30))
def test_any_text_is_a_query_or_a_query_error_and_survives_being_written(text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        position = error.position
    else:
        position = 0
        written = format_query(query)
        assert parse(written) == query, written
        assert format_query(parse(written)) == written
    assert 0 <= position <= len(text)


def test_the_empty_query_is_everything() -> None:
    assert Query().is_everything
    assert format_query(Query()) == ""
    assert not parse("a").is_everything
