"""How much a workspace holds, as one value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the workspace holds."""

    captured: int
    """Rows of the list, refused messages included; `unread` are some of them."""
    unread: int
    refused: int
    """Refused messages, each of those that are folded into one row."""
    database_bytes: int
    """On disk, with the write-ahead log."""
    per_endpoint: tuple[tuple[str, int], ...]
    """The busiest paths with their captures, most first; at most 20."""
    pinned: int = 0
