"""What templates know of a capture, whatever it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.test_renderer import make_capture

from garfio.core.rule_context import Fields, context_of, insertable


def test_header_names_are_read_in_any_case() -> None:
    headers = context_of(make_capture())["request"]["headers"]
    assert isinstance(headers, Fields)
    assert headers["X-TWO"] == headers.get("x-two") == "a, b"
    assert "X-Two" in headers
    assert headers.get("gone") is None


@given(
    st.binary(max_size=200),
    st.sampled_from([b"application/json", b"application/x-www-form-urlencoded", b"\xff"]),
)
def test_no_body_makes_it_fail(body: bytes, content_type: bytes) -> None:
    """Hostile bytes give a context: the text is there, a document only where there is one."""
    found = context_of(make_capture(body, content_type.decode("latin-1").encode("ascii", "replace")))
    assert isinstance(found["text"], str)
    assert isinstance(found["form"], dict)


def test_repeated_query_names_give_the_first() -> None:
    assert context_of(make_capture(target=b"/a?x=1&x=2&y="))["request"]["query"] == {"x": "1", "y": ""}


def test_what_templates_can_insert() -> None:
    """Paths into the body as a template writes them, with their values; of an array its first entry, of the array
    that an action is done for its entry as `item`."""
    body = b'{"email":"a@b.c","odd key":1,"lines":[{"sku":"A1","items":2},{"sku":"B2"}],"none":null}'
    found = dict(insertable(context_of(make_capture(body)), "body.lines"))
    assert found["item.sku"] == "A1"
    assert found["body.email"] == "a@b.c"
    assert found["body['odd key']"] == "1"
    assert found["body.lines[0].items"] == "2"
    assert found["body.none"] == ""
    assert "request.path" in found
    assert not any(
        name.startswith("item") for name, _value in insertable(context_of(make_capture(body)), "body.x")
    )
