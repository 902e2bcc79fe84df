"""MessagePack is shown value by value, and a hostile body ends in a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta

META = Meta("application/msgpack")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("82a7636f6d70616374c3a6736368656d6100", '{\n  "compact": true\n  "schema": 0\n}'),
        ("93c0ff7f", "[\n  null\n  -1\n  127\n]"),
        ("cfffffffffffffffff", "18446744073709551615"),
        ("d38000000000000000", "-9223372036854775808"),
        ("cb3ff8000000000000", "1.5"),
        ("ca3fc00000", "1.5"),
        ("d903c3bc61", '"üa"'),
        ("a1ff", "h'ff'"),
        ("c4020102", "h'0102'"),
        ("d6ff5f5e1000", "ext(-1, h'5f5e1000')"),
        ("c70105aa", "ext(5, h'aa')"),
        ("dc000101", "[\n  1\n]"),
        ("de0001a16101", '{\n  "a": 1\n}'),
        ("82a16101a16102", '{\n  "a": 1\n  "a": 2\n}'),
        ("d1ff00", "-256"),
        ("cd0100", "256"),
    ],
)
def test_values_are_shown(sent: str, shown: str) -> None:
    """One of each kind of the format, the smallest and the largest of some, equal keys."""
    assert choose(bytes.fromhex(sent), META).view.text == shown


@pytest.mark.parametrize(
    ("sent", "offset", "reason"),
    [
        (b"\xdd\xff\xff\xff\xff", 5, "end"),
        (b"\xc6\x7f\xff\xff\xff", 5, "end"),
        (b"\xc1", 0, "reserved"),
        (b"\x91" * 1_000_000, 101, "depth"),
        (b"\x81" * 1_000_000, 101, "depth"),
        (b"\x00" * 1_000_000, 100_000, "many"),
    ],
)
def test_a_bomb_ends_in_a_note(sent: bytes, offset: int, reason: str) -> None:
    """A length, a depth or a number of values that nobody sends was claimed; the place is named."""
    found = choose(sent, META).view.notes[-1]
    assert (found.code, found.fields["offset"], found.fields["reason"]) == ("binary.broken", offset, reason)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_shown(sent: bytes) -> None:
    """Any bytes were taken for MessagePack."""
    assert all(entry.code == "binary.broken" for entry in show_as("msgpack", sent, META).view.notes)
