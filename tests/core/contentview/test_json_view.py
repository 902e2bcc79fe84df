"""JSON is laid out without changing a token, at any depth, and faults are placed exactly."""

from __future__ import annotations

import gzip
import json
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.json_view import JSON, lay_out
from garfio.core.contentview.view import Meta

META = Meta("application/json")

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


def squeeze(text: str) -> str:
    """The text without the blanks between tokens, by a simple rule of its own."""
    out, inside, escaped = [], False, False
    for char in text:
        if inside or char not in " \t\r\n":
            out.append(char)
        if inside:
            inside = escaped or char != '"'
            escaped = char == "\\" and not escaped
        else:
            inside, escaped = char == '"', False
    return "".join(out)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("{}", "{}"),
        (" [ ] ", "[]"),
        ('{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'),
        ("[1.10,1E400,-0,12345678901234567890]", "[\n  1.10,\n  1E400,\n  -0,\n  12345678901234567890\n]"),
        ('"\\u00e9\\/\\ud800"', '"\\u00e9\\/\\ud800"'),
        ('{"a" : [ {"b":[]} , {} ] }', '{\n  "a": [\n    {\n      "b": []\n    },\n    {}\n  ]\n}'),
    ],
)
def test_tokens_stay_as_sent(sent: str, shown: str) -> None:
    """A text was sent; its tokens, order and duplicates are shown unchanged."""
    layout = lay_out(sent)
    assert layout.fault is None
    assert layout.text == shown


@given(JSON_VALUES, st.sampled_from([None, 1]), st.booleans())
def test_only_blanks_change(value: object, indent: int | None, ascii_only: bool) -> None:
    """Any JSON text was laid out; without blanks it equals the original."""
    sent = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    layout = lay_out(sent)
    assert layout.fault is None
    assert squeeze(layout.text) == squeeze(sent)


@given(st.text(alphabet='{}[]",:0-1.eE+\\u tfn\n\t\x01', max_size=40))
def test_agrees_with_the_standard_library(text: str) -> None:
    """Arbitrary near-JSON was scanned; we accept it exactly when a strict parser does."""
    try:
        json.loads(text)
    except ValueError:
        valid = False
    else:
        valid = True
    layout = lay_out(text)
    assert (layout.fault is None) == valid
    for mark in '{}[]",:':
        assert layout.text.count(mark) == text.count(mark)


@pytest.mark.parametrize(
    ("sent", "line", "column", "reason", "shown"),
    [
        ('{"a":[1,2,tru],"x":1}', 1, 11, "word", '{\n  "a": [\n    1,\n    2,\n    tru],"x":1}'),
        ('{"a" 1}', 1, 6, "colon", '{\n  "a" 1}'),
        ('{"half":', 1, 9, "end", '{\n  "half": '),
        ("[1,]", 1, 4, "value", "[\n  1,\n  ]"),
        ('{"a":1,}', 1, 8, "key", '{\n  "a": 1,\n  }'),
        ("[1 2]", 1, 4, "comma", "[\n  1 2]"),
        ("[\n1,\n 01]", 3, 3, "comma", "[\n  1,\n  01]"),
        ("[+1]", 1, 2, "number", "[\n  +1]"),
        ("[1]\nx", 2, 1, "extra", "[\n  1\n]\nx"),
        ("1,", 1, 2, "extra", "1,"),
        ('["a', 1, 4, "end", '[\n  "a'),
        ('["a\\x"]', 1, 4, "escape", '[\n  "a\\x"]'),
        ('["a\nb"]', 1, 4, "control", '[\n  "a\nb"]'),
        ("[1}", 1, 3, "comma", "[\n  1}"),
        ("", 1, 1, "end", ""),
    ],
)
def test_faults_are_placed(sent: str, line: int, column: int, reason: str, shown: str) -> None:
    """Broken JSON was sent; what is valid is laid out, the rest follows verbatim, the place is named."""
    view = JSON.render(sent.encode(), META)
    found = [item for item in view.notes if item.code == "json.invalid"]
    assert len(found) == 1
    fields = found[0].fields
    assert (fields["line"], fields["column"], fields["reason"]) == (line, column, reason)
    assert view.text == shown


def test_fault_names_the_line_shown() -> None:
    """A fault was found far into a body; the note names the line of the layout where it stands."""
    view = JSON.render(b'{"a":[1,2,oops],\n"b":1}', META)
    shown_line = view.notes[0].fields["shown_line"]
    assert view.text.split("\n")[int(shown_line) - 1] == "    oops],"


def test_cut_body_is_not_called_invalid() -> None:
    """Only the beginning of a body was given; the missing end is no fault, a fault inside still is."""
    assert [item.code for item in JSON.render(b'{"a":[1,', Meta("application/json", cut=True)).notes] == [
        "view.cut"
    ]
    codes = [item.code for item in JSON.render(b'{"a":[x,', Meta("application/json", cut=True)).notes]
    assert codes == ["json.invalid"]


def test_depth_is_no_danger() -> None:
    """A hundred thousand nested arrays were sent; they are shown whole, with indentation capped and said."""
    depth = 100_000
    view = JSON.render(b"[" * depth + b"]" * depth, META)
    assert view.facts["depth"] == depth - 1
    assert [item.code for item in view.notes] == ["json.indent_capped"]
    assert squeeze(view.text) == "[" * (depth - 1) + "[]" + "]" * (depth - 1)
    assert len(view.text) < 20_000_000


def test_many_short_lines_stay_bounded() -> None:
    """A megabyte of single digits deep inside was sent; indentation does not blow it up without limit."""
    view = JSON.render(b"[" * 32 + b"1," * 500_000 + b"1" + b"]" * 32, META)
    assert len(view.text) < 40_000_000


def test_suite_of_parsing_files(shared_data: Path) -> None:
    """The files of JSONTestSuite were read; y_ files are accepted, n_ files reported."""
    counts = {"y": 0, "n": 0, "i": 0}
    with tarfile.open(shared_data / "json" / "JSONTestSuite.tar.gz") as archive:
        for member in archive:
            name = member.name.rsplit("/", 1)[-1]
            file = archive.extractfile(member) if "/test_parsing/" in member.name else None
            if file is None or not name.endswith(".json"):
                continue
            view = JSON.render(file.read(), META)
            invalid = any(item.code == "json.invalid" for item in view.notes)
            counts[name[0]] += 1
            assert name[0] == "i" or invalid == (name[0] == "n"), name
    assert counts["y"] == 95
    assert counts["n"] > 180


def test_real_payloads_keep_their_tokens(shared_data: Path) -> None:
    """Real GitHub deliveries were laid out; reading them again gives the same values."""
    packed = (shared_data / "payloads" / "github-webhooks-examples-7.6.1.json.gz").read_bytes()
    text = gzip.decompress(packed).decode()
    layout = lay_out(text)
    assert layout.fault is None
    assert json.loads(layout.text) == json.loads(text)


@pytest.mark.parametrize(
    ("body", "content_type", "fits"),
    [
        (b'{"a":1}', "application/json", True),
        (b'{"a":1}', "application/vnd.api+json; charset=utf-8", True),
        (b'{"a":1}', "application/x-www-form-urlencoded", True),
        (b'\xef\xbb\xbf{"a":1}', "application/json", True),
        (b"12", "application/json", True),
        (b"hello", "application/json", False),
        (b"[Sun] it rains", "text/plain", False),
        (b'{"a":1}', "text/html", False),
        (b'{"a":1', "text/plain", False),
    ],
)
def test_priority(body: bytes, content_type: str, fits: bool) -> None:
    """A body came under a type; JSON offers itself when type or bytes say so."""
    assert (JSON.priority(body, Meta(content_type)) > 0.5) is fits
