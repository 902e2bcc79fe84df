"""Header fields exactly as received, with a case-insensitive view.

Names and values stay bytes: a sender may put any byte above 0x7F in a value, and a signature covers those
bytes, so decoding is left to whoever shows them. Order, case and repeats are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self


class Headers:
    """An immutable sequence of (name, value) byte pairs in wire order."""

    __slots__ = ("_index", "_pairs")

    def __init__(self, pairs: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self._pairs: tuple[tuple[bytes, bytes], ...] = tuple(pairs)
        self._index: dict[bytes, list[bytes]] | None = None

    @classmethod
    def from_text(cls, *pairs: tuple[str, str]) -> Self:
        """Headers from text, encoded as UTF-8; for headers that we write ourselves."""
        return cls((name.encode(), value.encode()) for name, value in pairs)

    def get(self, name: str) -> bytes | None:
        """The first value of `name`, in any case, or None when the field is absent."""
        values = self.get_all(name)
        return values[0] if values else None

    def get_all(self, name: str) -> list[bytes]:
        """All values of `name`, in any case, in wire order."""
        if self._index is None:
            index: dict[bytes, list[bytes]] = {}
            for key, value in self._pairs:
                index.setdefault(key.lower(), []).append(value)
            self._index = index
        return list(self._index.get(name.lower().encode("utf-8", "surrogatepass"), ()))

    def text(self, name: str) -> str | None:
        """The first value of `name` for reading: UTF-8 where it is valid, Latin-1 otherwise. Never raises."""
        value = self.get(name)
        return None if value is None else decode_value(value)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.get_all(name))

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Headers) and self._pairs == other._pairs

    def __hash__(self) -> int:
        return hash(self._pairs)

    def __repr__(self) -> str:
        return f"Headers({list(self._pairs)!r})"


def decode_value(value: bytes) -> str:
    """Header bytes as text for a person: UTF-8 where valid, otherwise Latin-1, which maps every byte."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
