"""Times, ids and addresses of bodies as providers send them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.glance import LIMIT, Fact, facts_of

JSON_HEAD = b"POST / HTTP/1.1\r\nContent-Type: application/json\r\n\r\n"
FORM_HEAD = b"POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"


def test_a_stripe_event() -> None:
    """Unix seconds, prefixed ids and an address were inside; the outer ones come first, each once."""
    body = {
        "id": "evt_1a2b3c4d5e",
        "created": 1_700_000_000,
        "data": {
            "object": {"customer": "cus_9f8e7d6c", "email": "nuria@example.com", "again": "evt_1a2b3c4d5e"}
        },
        "livemode": False,
    }
    assert facts_of(JSON_HEAD, json.dumps(body).encode()) == (
        Fact("time", ".created", "1700000000", 1_700_000_000_000_000),
        Fact("id", ".id", "evt_1a2b3c4d5e"),
        Fact("id", ".data.object.customer", "cus_9f8e7d6c"),
        Fact("mail", ".data.object.email", "nuria@example.com"),
    )


@pytest.mark.parametrize(
    ("key", "value", "at_us"),
    [
        ("created_at", "2026-11-24T10:31:04+01:00", 1_795_512_664_000_000),
        ("anything", "2026-11-24T09:31:04Z", 1_795_512_664_000_000),
        ("occurredAt", 1_795_512_664_000, 1_795_512_664_000_000),
        ("event_ts", "1795512664.5", 1_795_512_664_500_000),
        ("created_at", "2026-11-24T10:31:04", None),
        ("timestamp", 12, None),
        ("amount", 1_795_512_664, None),
        ("created", True, None),
        ("created", "9999-99-99T99:99:99Z", None),
    ],
)
def test_moments(key: str, value: object, at_us: int | None) -> None:
    """Moments as providers write them are found; what has no offset, or is no time, is not."""
    found = [
        fact.at_us for fact in facts_of(JSON_HEAD, json.dumps({key: value}).encode()) if fact.kind == "time"
    ]
    assert found == ([] if at_us is None else [at_us])


def test_a_form() -> None:
    """A form held an id and an address."""
    found = facts_of(FORM_HEAD, b"list_id=a6b5da1054&data%5Bemail%5D=api%40mailchimp.com")
    assert [(fact.kind, fact.path, fact.text) for fact in found] == [
        ("id", ".list_id", "a6b5da1054"),
        ("mail", '["data[email]"]', "api@mailchimp.com"),
    ]


@pytest.mark.parametrize("body", [b"", b"no json", b"[" * 5000, b'"nuria@example.com"', b" " * (LIMIT + 1)])
def test_nothing_to_see(body: bytes) -> None:
    """There was no document, or one without parts."""
    assert facts_of(JSON_HEAD, body) == ()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_it_never_raises(document: object) -> None:
    """Whatever the body says."""
    facts_of(JSON_HEAD, json.dumps(document).encode())
