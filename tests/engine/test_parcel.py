"""Values on their way between processes, with what is large in a file."""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

import pytest

from garfio.core.contentview.view import View
from garfio.engine.parcel import pack

_MANY = 600_000


@pytest.mark.parametrize(
    "text",
    [
        "a" * _MANY,
        "é" * _MANY,
        "€\ud800" * _MANY,
        "a" * 5_000_000 + "\U0001f600",
        "x" * 4_194_304 + "ÿ",
        "short",
    ],
    ids=["ascii", "latin-1", "two bytes", "four bytes, last", "latin-1, last", "short"],
)
def test_texts_come_back_as_they_were(tmp_path: Path, text: str) -> None:
    """Of any width: equal, of the same size in memory, good as a key; and no file is left."""
    parcel = pack({"view": View(text, "json"), "again": [text, text]}, tmp_path)
    found = parcel.unpack()
    assert found["view"].text == text
    assert sys.getsizeof(found["view"].text) == sys.getsizeof(text[:1] + text[1:])
    assert {text: 1}[found["view"].text] == 1
    assert found["again"][0] is found["again"][1]
    assert not list(tmp_path.iterdir())


def test_what_is_large_is_not_in_the_pickle(tmp_path: Path) -> None:
    """Bytes and texts lie in the file, each once; the rest is small."""
    body = bytes(range(256)) * 10_000
    parcel = pack((body, body, "ß" * _MANY, "small"), tmp_path)
    assert len(parcel.pickled) < 1000
    assert Path(parcel.path).stat().st_size == len(body) + _MANY
    assert parcel.unpack() == (body, body, "ß" * _MANY, "small")


def test_parts_that_exist_only_while_they_are_packed_are_kept_apart(tmp_path: Path) -> None:
    """An array gives its bytes away for the moment: the next one's may lie at the same address."""
    arrays = [array("I", [number]) * _MANY for number in range(8)]
    parcel = pack(arrays, tmp_path)
    assert len(parcel.pickled) < 2000
    assert parcel.unpack() == arrays


def test_a_value_without_room_for_a_file_goes_in_one_piece(tmp_path: Path) -> None:
    """A folder that is gone stops nothing."""
    parcel = pack("a" * _MANY, tmp_path / "gone")
    assert parcel.path == ""
    assert parcel.unpack() == "a" * _MANY


def test_what_cannot_be_packed_leaves_no_file(tmp_path: Path) -> None:
    """The error comes through; so does a discarded parcel's file go."""
    with pytest.raises(Exception, match="pickle"):
        pack(("a" * _MANY, lambda: None), tmp_path)
    pack("a" * _MANY, tmp_path).discard()
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    """Half a text is never shown as the whole."""
    parcel = pack("é" * _MANY, tmp_path)
    Path(parcel.path).write_bytes(b"x" * 100)
    with pytest.raises(EOFError, match="cut off"):
        parcel.unpack()
