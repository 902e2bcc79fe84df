"""What is found in strings and parts is offered, with its real bytes, and identifiers are left alone."""

from __future__ import annotations

import base64
import json

import pytest

from garfio.core.contentview.view import Meta
from garfio.core.envelope.inside import MOST_FOUND, found_inside, read_string
from garfio.core.envelope.registry import follow
from garfio.core.envelope.value import Sealed

JSON = Meta("application/json")
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"


def test_payloads_in_strings_are_found_at_their_paths() -> None:
    """JSON, Base64 and a token were in strings; each is offered with its path, none is opened by itself."""
    value = {
        "a": ["x", '{"n": 1.10}'],
        "image": base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode(),
        "odd key": {"token": TOKEN},
        "id": "evt_3MtwBwLkdIwHu7ix28a3tqPa",
    }
    sealed = Sealed(json.dumps(value).encode(), JSON)
    assert [(inner.place, inner.form) for inner in found_inside(sealed)] == [
        ("a[1]", "json"),
        ("image", "base64"),
        ('["odd key"].token', "jwt"),
    ]
    assert follow(sealed).shown is sealed
    assert follow(sealed, (0,)).shown.body == b'{"n": 1.10}'


def test_a_body_that_is_one_string_is_looked_into() -> None:
    """JSON came as a JSON string."""
    sealed = Sealed(json.dumps('{"a": [1]}').encode(), JSON)
    assert follow(sealed, (0,)).shown.body == b'{"a": [1]}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "{not json}",
        "[1, 2",
        "0123456789abcdef0123456789abcdef01234567",
        "123e4567-e89b-12d3-a456-426614174000",
        "MDEwOlJlcG9zaXRvcnkxODY4NTMwMDI=",
        "cus_NffrFeUfNV2HibNffrFeUfNV2Hib",
        "The quick brown fox, and {braces} too}",
    ],
)
def test_identifiers_and_prose_are_left_alone(text: str) -> None:
    """A string only looks as if it held something."""
    assert read_string(text, "x") is None


def test_a_field_of_a_form_can_hold_json() -> None:
    """Another field than `payload` held JSON; it is offered."""
    sealed = Sealed(b"a=1&deployment=%7B%22x%22%3A1%7D", Meta("application/x-www-form-urlencoded"))
    assert [(inner.place, inner.body) for inner in found_inside(sealed)] == [("deployment", b'{"x":1}')]


def test_parts_are_bodies_of_their_own() -> None:
    """A form with a file came; each part is offered with its type, its name and its exact bytes."""
    body = (
        b'--B\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
        b'--B\r\nContent-Disposition: form-data; name="f"; filename="../../x.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\na,b\r\n\r\n\r\n--B--\r\n"
    )
    sealed = Sealed(body, Meta("multipart/form-data; boundary=B"))
    inners = follow(sealed).levels[0].inners
    assert [(inner.place, inner.content_type, inner.body) for inner in inners] == [
        ("1 note", "", b"hello"),
        ("2 f", "text/csv", b"a,b\r\n\r\n"),
    ]
    assert inners[1].file_name == "../../x.csv"


def test_what_is_offered_is_limited() -> None:
    """A thousand strings held JSON."""
    body = json.dumps(['{"a":1}'] * 1000).encode()
    assert len(found_inside(Sealed(body, JSON))) == MOST_FOUND
