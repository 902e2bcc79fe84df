"""How much a workspace holds, as one value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the workspace holds."""

    captured: int
    unread: int
    refused: int
    database_bytes: int
    """On disk, with the write-ahead log."""
    per_endpoint: tuple[tuple[str, int], ...]
    """The busiest paths with their captures, most first; at most 20."""
    pinned: int = 0
