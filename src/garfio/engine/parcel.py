"""A value on its way between two processes: what is large lies in a file beside the rest.

Unpickling a hundred megabytes holds the interpreter for as long as it takes, and with it the window, whatever thread
does it. A file is read straight into the new bytes or text while the interpreter is free.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import pickle
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

_LARGE = 512 * 1024
"""Bytes or characters from which a value goes into the file; less is unpickled in a millisecond."""
_SLICE = 1 << 18
_ORDER = "le" if sys.byteorder == "little" else "be"
_CODECS = {0x7F: "ascii", 0xFF: "latin-1", 0xFFFF: f"utf-16-{_ORDER}", 0x10FFFF: f"utf-32-{_ORDER}"}
"""By the widest character: how CPython keeps a text in memory (PEP 393), which is how it is written."""
_WIDTHS = {0x7F: 1, 0xFF: 1, 0xFFFF: 2, 0x10FFFF: 4}
_AS_IT_IS = "surrogatepass"
_Place = tuple[int, int, int]
"""Where a part begins in the file, its length, and a text's widest character; 0 for bytes."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A packed value; `unpack` may be called once."""

    pickled: bytes
    path: str = ""
    """The file with the large parts; empty when there are none."""

    def unpack(self) -> Any:
        """The value; removes the file."""
        if not self.path:
            return pickle.loads(self.pickled)  # noqa: S301 - it comes from our own process
        with Path(self.path).open("rb", buffering=0) as file:
            value = _Unpickler(io.BytesIO(self.pickled), file).load()
        self.discard()
        return value

    def discard(self) -> None:
        """Remove the file of a value that nobody wants."""
        if self.path:
            with contextlib.suppress(OSError):
                Path(self.path).unlink()


def pack(value: object, folder: Path) -> Parcel:
    """A value, with its large parts in a new file of `folder`; all of it in one piece where there is no room."""
    pickled = io.BytesIO()
    with contextlib.ExitStack() as stack:
        pickler = _Pickler(pickled, folder, stack)
        try:
            pickler.dump(value)
        except OSError:
            Parcel(b"", pickler.path).discard()
            return Parcel(pickle.dumps(value))
        except BaseException:
            Parcel(b"", pickler.path).discard()
            raise
    return Parcel(pickled.getvalue(), pickler.path)


class _Pickler(pickle.Pickler):
    """Makes its file when it meets the first large part; `stack` closes it."""

    def __init__(self, pickled: BinaryIO, folder: Path, stack: contextlib.ExitStack) -> None:
        super().__init__(pickled, pickle.HIGHEST_PROTOCOL)
        self.path = ""
        self._folder = folder
        self._stack = stack
        self._file: io.FileIO | None = None
        self._size = 0
        self._places: dict[int, tuple[_Place, object]] = {}
        """By identity, with the part itself: what is gone may leave its identity to another."""

    def persistent_id(self, obj: object) -> _Place | None:
        """Where a large part is; None for anything else."""
        if not isinstance(obj, bytes | str) or len(obj) < _LARGE:
            return None
        if id(obj) not in self._places:
            self._places[id(obj)] = (self._write(obj), obj)
        return self._places[id(obj)][0]

    def _write(self, part: bytes | str) -> _Place:
        if self._file is None:
            handle, self.path = tempfile.mkstemp(prefix="parcel-", dir=self._folder)
            self._file = self._stack.enter_context(io.FileIO(handle, "wb"))
        begun, widest = self._size, _widest(part) if isinstance(part, str) else 0
        for piece in _pieces(part, widest):
            left = memoryview(piece)
            while left:
                written = self._file.write(left) or 0
                left = left[written:]
                self._size += written
        return begun, len(part), widest


def _pieces(part: bytes | str, widest: int) -> Iterator[bytes]:
    """What is written: bytes as they are, without a copy; a text bit by bit."""
    if isinstance(part, bytes):
        yield part
        return
    for at in range(0, len(part), _SLICE):
        yield part[at : at + _SLICE].encode(_CODECS[widest], _AS_IT_IS)


class _Unpickler(pickle.Unpickler):
    def __init__(self, pickled: BinaryIO, file: io.FileIO) -> None:
        super().__init__(pickled)
        self._file = file
        self._parts: dict[int, bytes | str] = {}

    def persistent_load(self, pid: _Place) -> bytes | str:
        """The part at a place of the file."""
        offset, length, widest = pid
        if offset not in self._parts:
            self._file.seek(offset)
            self._parts[offset] = self._text(length, widest) if widest else self._file.read(length)
        return self._parts[offset]

    def _text(self, length: int, widest: int) -> str:
        new = ctypes.pythonapi.PyUnicode_New
        new.restype, new.argtypes = ctypes.py_object, (ctypes.c_ssize_t, ctypes.c_uint32)
        text: str = new(length, widest)
        size = length * _WIDTHS[widest]
        # The characters are the last that the object has, and a zero character behind them. Nobody else knows it yet.
        start = id(text) + text.__sizeof__() - size - _WIDTHS[widest]
        room = memoryview((ctypes.c_char * size).from_address(start)).cast("B")
        while room and (read := self._file.readinto(room)):
            room = room[read:]
        if room:
            raise EOFError("The file of a parcel is cut off.")
        return text


def _widest(text: str) -> int:
    if text.isascii():
        return 0x7F
    with contextlib.suppress(UnicodeEncodeError):
        for _ in _pieces(text, 0xFF):
            pass
        return 0xFF
    in_pairs = sum(map(len, _pieces(text, 0xFFFF))) > 2 * len(text)
    return 0x10FFFF if in_pairs else 0xFFFF
