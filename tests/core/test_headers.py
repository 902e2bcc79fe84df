"""Header fields as received: order, case, repeats and bytes are kept; looking one up ignores case."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from garfio.core.headers import Headers, decode_value

FIELDS = Headers([(b"X-A", b"1"), (b"Host", b"h"), (b"x-a", b"\xe9"), (b"X-A", b"")])


def test_order_case_and_repeats_stay() -> None:
    """Iteration gives every pair as it came."""
    assert list(FIELDS) == [(b"X-A", b"1"), (b"Host", b"h"), (b"x-a", b"\xe9"), (b"X-A", b"")]
    assert len(FIELDS) == 4


def test_looking_up_ignores_case() -> None:
    """Every spelling finds all values, in order."""
    assert FIELDS.get_all("X-a") == [b"1", b"\xe9", b""]
    assert FIELDS.get("HOST") == b"h"
    assert FIELDS.get("nothing") is None
    assert "hOsT" in FIELDS
    assert "nothing" not in FIELDS
    assert b"Host" not in FIELDS


def test_a_result_cannot_change_the_fields() -> None:
    """What a caller does to a list of values is its own affair."""
    FIELDS.get_all("x-a").clear()
    assert FIELDS.get_all("x-a") == [b"1", b"\xe9", b""]


def test_equality_is_by_bytes_and_order() -> None:
    """Case and order count; equal ones have equal hashes."""
    same = Headers(list(FIELDS))
    assert same == FIELDS
    assert hash(same) == hash(FIELDS)
    assert Headers([(b"A", b"1")]) != Headers([(b"a", b"1")])
    assert Headers([(b"A", b"1"), (b"B", b"2")]) != Headers([(b"B", b"2"), (b"A", b"1")])


def test_text_of_any_bytes() -> None:
    """UTF-8 where it is valid, Latin-1 otherwise."""
    assert decode_value("ñ€".encode()) == "ñ€"
    assert decode_value(b"caf\xe9") == "café"
    assert Headers.from_text(("X", "ñ")).get("x") == "ñ".encode()
    assert FIELDS.text("x-a") == "1"
    assert FIELDS.text("nothing") is None


@given(st.binary())
def test_no_bytes_are_too_much(value: bytes) -> None:
    """Any bytes have a text, and it can be encoded again."""
    decode_value(value).encode()


@example("\ud800")
@example("X-A")
@given(st.text(st.characters(exclude_categories=())))
def test_no_name_is_too_much(name: str) -> None:
    """Any name, lone surrogates included, can be looked up; what is not there is not found."""
    assert bool(FIELDS.get_all(name)) == (name.lower() in ("x-a", "host"))
