from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.query.cases import DATA, NOW_US, json_test_suite, make_case

from garfio.core.query import Query, format_query, parse
from garfio.core.query.node import Condition, Word
from garfio.core.query.payload import Message
from garfio.core.query.value import Glob

PIECES = st.sampled_from(
    [b"a", b"B", b"content-type", b"Content-Encoding", b":", b" ", b"\t", b"\r\n", b"\n", b"\r", b"\xe9"]
)
HEADS = st.lists(PIECES, max_size=14).map(
    lambda pieces: b"POST /a HTTP/1.1\r\n" + b"".join(pieces) + b"\r\n\r\n"
)


@settings(max_examples=200)
@given(HEADS)
def test_shortcuts_through_the_raw_head_change_nothing(head: bytes) -> None:
    message = Message(head, b"")
    for name in ("content-type", "content-encoding"):
        assert message._header(name) == message.headers.text(name)
    case = make_case()
    object.__setattr__(case.capture.request, "head", head)
    for needle in ("a b", "ab", "type", "b"):
        expected = any(Glob(needle, quoted=True).found_in(value) for value in message.header_values)
        assert parse(f'header.*:"{needle}"').matches(case.capture, NOW_US) is expected
        assert parse(f'"{needle}"').matches(case.capture, NOW_US) is (expected or needle in message.target)


def test_a_value_in_a_folded_line_is_found() -> None:
    case = make_case()
    object.__setattr__(case.capture.request, "head", b"POST / HTTP/1.1\r\nX-Y: one\r\n two\r\n\r\n")
    assert parse('"one two"').matches(case.capture, NOW_US)
    assert parse('header.x-y="one two"').matches(case.capture, NOW_US)


def test_large_bodies_are_searched_as_text_but_not_read_as_json() -> None:
    body = b'{"a": "' + b"x" * (9 << 20) + b'needle"}'
    case = make_case(body)
    assert parse("NEEDLE").matches(case.capture, NOW_US)
    assert not parse("has:body.a").matches(case.capture, NOW_US)


def test_terms_are_values() -> None:
    """Two readings of one text are equal and hashable, so that a saved view knows its query again."""
    texts = ["a", "~a+", "header:x", "body.a[0]>1", "received>2026-11-01", "age<1h"]
    assert len({parse(text) for text in texts * 2}) == len(texts)
    assert isinstance(parse("a").node, Word)
    assert isinstance(parse("id:1").node, Condition)


def test_numbers_beyond_json_are_text() -> None:
    """NaN and Infinity, which some senders write, do not hide the rest of a body."""
    case = make_case(b'{"a": NaN, "b": -Infinity, "c": 1}')
    assert parse("body.a:nan body.b:-infinity body.c:1").matches(case.capture, NOW_US)


def test_json_of_every_kind_is_searched_without_an_exception() -> None:
    for name, data in json_test_suite():
        case = make_case(data)
        for text in ("has:body.a", "body[0]:*", "body[*]>1", "body:é", "~a+b"):
            parse(text).matches(case.capture, NOW_US)
        if name.startswith("n_") and b"N" not in data and b"Inf" not in data:
            assert not parse("has:body[0]").matches(case.capture, NOW_US), name


def test_naughty_strings_are_found_as_phrases() -> None:
    path = DATA / "strings" / "blns.json"
    if not path.exists():
        pytest.skip("the public test data is not here")
    for text in json.loads(path.read_bytes()):
        if not text or any(char < " " for char in text):
            continue
        phrase = format_query(Query(Word(Glob(text, quoted=True))))
        for body in (json.dumps({"a": text}), json.dumps({"a": text}, ensure_ascii=False)):
            assert parse(phrase).matches(make_case(body.encode("utf-8", "replace")).capture, NOW_US), text
        exact = f"body.a={phrase}"
        assert parse(exact).matches(make_case(json.dumps({"a": text}).encode()).capture, NOW_US), text
