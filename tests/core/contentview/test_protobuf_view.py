"""Protocol Buffers are shown by field number, and a hostile body ends in a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.registry import choose, fitting, show_as
from garfio.core.contentview.view import Meta

META = Meta("application/x-protobuf")


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def sealed(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("089601", "1: 150"),
        ("120774657374696e67", '2: "testing"'),
        ("1a03089601", "3: {\n  1: 150\n}"),
        ("3206038e029ea705", "6: h'038e029ea705'"),
        ("08ffffffffffffffffff01", "1: 18446744073709551615  (-1)"),
        ("2d0000803f", "5: 1065353216  (1.0)"),
        ("29000000000000f03f", "5: 4607182418800017408  (1.0)"),
        ("0b10010c", "1: group {\n  2: 1\n}"),
        ("0801" * 2, "1: 1\n1: 1"),
        ("1200", '2: ""'),
        ("1203fffefd", "2: h'fffefd'"),
        ("1202c3bc", '2: "ü"'),
    ],
)
def test_fields_are_shown(sent: str, shown: str) -> None:
    """The examples of the format's documentation, and what it leaves open: equal fields, groups, no text."""
    view = choose(bytes.fromhex(sent), META).view
    assert (view.text, view.notes) == (shown, ())


def test_messages_in_messages() -> None:
    """Two levels of messages with texts; each is opened because its bytes divide into fields."""
    body = sealed(1, sealed(2, b"\x08\x01" + sealed(3, b"deep")) + sealed(3, b"shallow"))
    assert choose(body, META).view.text.split("\n") == [
        "1: {",
        "  2: {",
        "    1: 1",
        '    3: "deep"',
        "  }",
        '  3: "shallow"',
        "}",
    ]


@pytest.mark.parametrize(
    ("sent", "offset", "reason"),
    [
        (b"\x12\x7fabc", 0, "end"),
        (b"\x08", 1, "end"),
        (b"\x00\x01", 0, "reserved"),
        (b"\x0f", 0, "reserved"),
        (b"\x08" + b"\xff" * 20, 1, "reserved"),
        (b"\x0c", 0, "reserved"),
        (b"\x08\x01\x0b\x14", 3, "reserved"),
        (b"\x0b" * 1_000_000, 101, "depth"),
        (b"\x08\x01" * 1_000_000, 200_000, "many"),
    ],
)
def test_a_bomb_ends_in_a_note(sent: bytes, offset: int, reason: str) -> None:
    """A length, a depth or a number of fields that nobody sends was claimed; the place is named."""
    found = choose(sent, META).view.notes[-1]
    assert (found.code, found.fields["offset"], found.fields["reason"]) == ("binary.broken", offset, reason)


def test_a_deep_message_is_cut_to_bytes() -> None:
    """Two hundred messages inside each other: the innermost ones are shown as bytes, nothing is lost."""
    body = b"\x08\x01"
    for _ in range(200):
        body = sealed(1, body)
    view = choose(body, META).view
    assert view.notes == ()
    assert "1: h'0a" in view.text


def test_without_a_type_it_is_offered() -> None:
    """Untyped bytes divide into fields: hexadecimal is shown, the fields are a choice; text is not suspected."""
    names = fitting(bytes.fromhex("089601") + sealed(2, b"x"), Meta("application/octet-stream"))
    assert names.index("hex") < names.index("protobuf")
    assert "protobuf" not in fitting(b'"\x01x', Meta("application/json"))
    assert "protobuf" not in fitting(b"hello", Meta(""))


@given(st.binary(max_size=300))
def test_any_bytes_can_be_shown(sent: bytes) -> None:
    """Any bytes were taken for Protocol Buffers."""
    assert all(entry.code == "binary.broken" for entry in show_as("protobuf", sent, META).view.notes)
