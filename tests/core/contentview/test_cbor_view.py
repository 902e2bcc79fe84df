"""CBOR is shown as the RFC's diagnostic notation says, and a hostile body ends in a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta

META = Meta("application/cbor")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("1bffffffffffffffff", "18446744073709551615"),
        ("3903e7", "-1000"),
        ("f93c00", "1.0"),
        ("f97e00", "nan"),
        ("f7", "undefined"),
        ("f8ff", "simple(255)"),
        ("4401020304", "h'01020304'"),
        ("62c3bc", '"ü"'),
        ("c11a514b67b0", "1(\n  1363896240\n)"),
        ("a201020304", "{\n  1: 2\n  3: 4\n}"),
        ("a2616101616102", '{\n  "a": 1\n  "a": 2\n}'),
        ("9f018202039fff", "[\n  1\n  [\n    2\n    3\n  ]\n  [\n  ]"),
        ("5f42010243030405ff", "(\n  h'0102'\n  h'030405'\n)"),
        ("0102", "1\n2"),
    ],
)
def test_values_are_shown(sent: str, shown: str) -> None:
    """Examples of RFC 8949, appendix A, and what it leaves open: equal keys, sequences, a missing end."""
    assert choose(bytes.fromhex(sent), META).view.text == shown


@pytest.mark.parametrize(
    ("sent", "offset", "reason"),
    [
        (b"\x9b" + b"\xff" * 8, 9, "end"),
        (b"\x5b" + b"\x7f" * 8, 9, "end"),
        (b"\x1c", 0, "reserved"),
        (b"\x1f", 0, "reserved"),
        (b"\x81" * 1_000_000, 101, "depth"),
        (b"\xc1" * 1_000_000, 101, "depth"),
        (b"\xa1" * 1_000_000, 101, "depth"),
        (b"\x00" * 1_000_000, 100_000, "many"),
    ],
)
def test_a_bomb_ends_in_a_note(sent: bytes, offset: int, reason: str) -> None:
    """A length, a depth or a number of values that nobody sends was claimed; the place is named."""
    found = choose(sent, META).view.notes[-1]
    assert (found.code, found.fields["offset"], found.fields["reason"]) == ("binary.broken", offset, reason)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_shown(sent: bytes) -> None:
    """Any bytes were taken for CBOR."""
    assert all(entry.code == "binary.broken" for entry in show_as("cbor", sent, META).view.notes)
