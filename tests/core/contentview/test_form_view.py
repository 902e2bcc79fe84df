"""Form fields are decoded in order, repeats kept, JSON inside laid out."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from garfio.core.contentview.form_view import FORM, MAX_FIELDS, form_fields
from garfio.core.contentview.view import Meta

META = Meta("application/x-www-form-urlencoded")


@pytest.mark.parametrize(
    ("body", "text", "codes"),
    [
        (b"a=1&b=2", "a = 1\nb = 2", []),
        (b"a=1&a=2&", "a = 1\na = 2", ["form.repeated"]),
        (b"a&b=", "a\nb =", []),
        (b"n=a+b%20c%2Bd", "n = a b c+d", []),
        (b"n=%zz%e", "n = %zz%e", ["form.bad_escape"]),
        (b"n=%C3%B1&m=%F1", "n = ñ\nm = ñ", []),
        ("n=私".encode(), "n = 私", []),
        (b"n=one%0Atwo", "n =\n  one\n  two", []),
        (b'payload={"a":1.10}', 'payload =\n  {\n    "a": 1.10\n  }', []),
        (b"payload=%7B%22a%22%3A%5B%5D%7D&x=1", 'payload =\n  {\n    "a": []\n  }\nx = 1', []),
        (b"x={not json", "x = {not json", []),
        (b"", "", []),
    ],
)
def test_fields(body: bytes, text: str, codes: list[str]) -> None:
    """A form was sent; its fields are shown decoded."""
    view = FORM.render(body, META)
    assert view.text == text
    assert [item.code for item in view.notes] == codes


def test_agrees_with_the_standard_library(shared_data: Path) -> None:
    """Real form bodies were split; names and values are those of the standard library."""
    for sample in json.loads((shared_data / "payloads" / "form-bodies.json").read_text("utf-8")):
        body = sample["body"].encode()
        ours = [(name.decode(), (value or b"").decode()) for name, value in form_fields(body)]
        assert ours == parse_qsl(sample["body"], keep_blank_values=True)


def test_many_fields_are_capped() -> None:
    """Fifty thousand fields were sent; the first ones are shown, and how many there are."""
    view = FORM.render(b"&".join([b"a=1"] * 50_000), META)
    assert view.text.count("\n") == MAX_FIELDS - 1
    assert view.notes[1].fields == {"shown": MAX_FIELDS, "count": 50_000}


def test_rows_keep_order_and_repeats() -> None:
    """Equal names, an empty value and none at all: three things, each a row; JSON is laid out beside it."""
    table = FORM.render(b'tag=a&x&tag=&tag=a&data={"n":1.0}', META).table
    assert table is not None
    assert table.columns == ("name", "value")
    assert [row.cells for row in table.rows] == [
        ("tag", "a"),
        ("x", None),
        ("tag", ""),
        ("tag", "a"),
        ("data", '{"n":1.0}'),
    ]
    assert [row.detail for row in table.rows if row.detail] == ['{\n  "n": 1.0\n}']
    assert table.rows[-1].syntax == "json"


@pytest.mark.parametrize(
    ("body", "content_type", "fits"),
    [
        (b"a=1", META.content_type, True),
        (b"a=1&b=2", "", True),
        (b"a=1", "", False),
        (b"to be = or & not = to be", "text/plain", False),
        (b"a=1&b=2", "application/json", False),
    ],
)
def test_priority(body: bytes, content_type: str, fits: bool) -> None:
    """A body came under a type; form offers itself when declared or unmistakable."""
    assert (FORM.priority(body, Meta(content_type)) > 0.5) is fits
