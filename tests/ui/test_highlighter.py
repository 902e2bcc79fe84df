"""Spans of the visible lines, in every syntax, and nothing slow for texts that mean harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.ui import highlighter
from garfio.ui.code_view.document import Document
from garfio.ui.highlighter import LONG_LINE, SYNTAXES, spans_source


def indexed(text: str) -> Document:
    document = Document(text)
    while document.advance(0):
        pass
    return document


def words(syntax: str, text: str) -> list[list[tuple[str, str]]]:
    """The coloured words of every line with their tokens."""
    document, source = indexed(text), spans_source(syntax)
    assert source is not None
    source.spans(document, 0, document.line_count - 1)
    while source.pending:
        source.advance(0)
    lines = source.spans(document, 0, document.line_count - 1)
    return [
        [(document.line_text(line)[start : start + length], token) for start, length, token in spans]
        for line, spans in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"a\\"b" : "x: y",', [('"a\\"b"', "key"), ('"x: y"', "string")]),
        ('"n": -1.5e3', [('"n"', "key"), ("-1.5e3", "number")]),
        ("[true, null]", [("true", "keyword"), ("null", "keyword")]),
        ('"open \\', [('"open ', "string")]),
        ('"2024"', [('"2024"', "string")]),
    ],
)
def test_json(text: str, found: list[tuple[str, str]]) -> None:
    assert words("json", text) == [found]


def test_a_form_has_names_and_values() -> None:
    pairs = [("a", "key"), ("=", "punctuation"), ("1=2", "string"), ("&", "punctuation"), ("b", "key")]
    assert words("form", "a=1=2&b") == [pairs]


def test_an_http_head_ends_at_its_empty_line() -> None:
    found = words("http", "POST /x HTTP/1.1\r\nHost: a\r\n\r\nkey: value")
    assert found == [[("POST", "keyword"), ("HTTP/1.1", "comment")], [("Host", "key")], [], []]


@pytest.mark.parametrize(
    ("syntax", "text", "line", "found"),
    [
        ("xml", '<r\n a="1">t</r>', 1, ("a=", "attribute")),
        ("xml", "<!-- a\nb -->", 1, ("b -->", "comment")),
        ("html", "<p>\n<b>x</b></p>", 1, ("b", "tag")),
        ("css", "a {\n  color: #fff }", 1, ("#fff", "number")),
        ("javascript", "/* a\nb */ var x", 1, ("b */", "comment")),
        ("yaml", "a: 1\nb: 'x'", 1, ("b", "tag")),
    ],
)
def test_lexers_know_what_lines_before_have_opened(
    syntax: str, text: str, line: int, found: tuple[str, str]
) -> None:
    assert found in words(syntax, text)[line]


@pytest.mark.parametrize("syntax", ["text", "none", "unheard-of"])
def test_plain_syntaxes_have_no_source(syntax: str) -> None:
    assert spans_source(syntax) is None


@pytest.mark.parametrize("syntax", [name for name in SYNTAXES if spans_source(name)])
@given(text=st.text(alphabet="ab\"\\:{}<>/=&'\n\r ;#-*0.", max_size=80))
def test_spans_lie_in_their_lines_in_order(syntax: str, text: str) -> None:
    document = indexed(text)
    source = spans_source(syntax)
    assert source is not None
    source.spans(document, 0, document.line_count - 1)
    while source.pending:
        source.advance(0)
    for line, spans in enumerate(source.spans(document, 0, document.line_count - 1)):
        end = 0
        for start, length, token in spans:
            assert token
            assert start >= end
            end = start + length
        assert end <= len(document.line_text(line)) + 1


@pytest.mark.parametrize("syntax", ["json", "xml"])
def test_a_very_long_line_stays_plain_and_says_so(syntax: str) -> None:
    document, source = indexed('"a"\n' + "<b>" * LONG_LINE), spans_source(syntax)
    assert source is not None
    assert source.spans(document, 1, 1) == [[]]
    assert source.limited
    source.spans(document, 0, 0)
    assert not source.limited


@pytest.mark.parametrize("unit", ['\\"', '"', "-", "1e", "1.", "&", "=", "a", ":", " :"])
@pytest.mark.parametrize("syntax", ["json", "form", "http"])
@pytest.mark.timeout(30)
def test_no_line_takes_for_ever(syntax: str, unit: str) -> None:
    """A pattern that goes back and forth would take hours for one of these."""
    document, source = indexed('"' + unit * ((LONG_LINE - 1) // len(unit))), spans_source(syntax)
    assert source is not None
    source.spans(document, 0, 0)


def test_a_large_text_is_lexed_near_the_screen_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighter, "_WHOLE", 1000)
    monkeypatch.setattr(highlighter, "_REGION", 1000)
    text = '<a b="c">t</a>\n' * 1000
    document, source = indexed(text), highlighter._LexerSource("xml")
    spans = source.spans(document, 900, 905)
    while source.pending:
        source.advance(0)
    spans = source.spans(document, 900, 905)
    assert spans == [spans[0]] * 6
    assert spans[0][0] == (0, 2, "tag")
    assert len(source._regions) == 1


def test_work_stops_at_the_deadline_and_goes_on_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighter, "_FIRST_TURN_S", 0.0)
    document, source = indexed('<a b="c">t</a>\n' * 2000), highlighter._LexerSource("xml")
    assert source.spans(document, 1990, 1990) == [[]]
    assert source.pending
    turns = 0
    while source.pending:
        source.advance(0)
        turns += 1
    assert turns > 10
    assert source.spans(document, 1990, 1990)[0]
