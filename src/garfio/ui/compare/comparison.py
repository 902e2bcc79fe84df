"""What differs between two captures, in one of three ways. Plain functions that can run in another process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from garfio.core.contentview import registry
from garfio.core.contentview.hex_view import hex_line_count, hex_lines
from garfio.core.contentview.view import Meta
from garfio.core.diff import EXPECTED, Ignore, diff_text
from garfio.core.http import parse_fields
from garfio.ui.compare.difference import MOST_ROWS, Message, Row, compare, line_rows

CHANGES, LINES, BYTES = "changes", "lines", "bytes"
_HEX_BYTES = 256 * 1024
"""Bytes of each body that are compared as hexadecimal."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Which differences are expected, as the toggles say."""

    times: bool = True
    ids: bool = True
    headers: bool = True
    names: tuple[str, ...] = ()
    """The user's own: names of fields or paths, with wildcards."""

    def ignore(self) -> Ignore:
        """The same for the comparison."""
        return replace(
            EXPECTED,
            times=self.times,
            ids=self.ids,
            headers=EXPECTED.headers if self.headers else (),
            names=self.names,
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows to show, and how many of them say something."""

    rows: tuple[Row, ...]
    differences: int
    expected: int


def compare_captures(
    mode: str, left_head: bytes, left_body: bytes, right_head: bytes, right_body: bytes, expected: Expected
) -> Comparison:
    """Compare two messages: `changes` by headers and structure, `lines` of the bodies laid out for reading,
    `bytes` of the bodies as hexadecimal. Never raises.
    """
    if mode == CHANGES:
        left, right = Message(left_head, left_body), Message(right_head, right_body)
        rows = compare(left, right, expected.ignore())
    else:
        texts = [
            _pretty(head, body) if mode == LINES else _hexadecimal(body)
            for head, body in ((left_head, left_body), (right_head, right_body))
        ]
        rows = [Row("note", "same")] if left_body == right_body else list(line_rows(diff_text(*texts)))
        if all(row.kind in ("equal", "note") for row in rows) and left_body != right_body:
            rows = [Row("note", "written")]
        if len(rows) > MOST_ROWS:
            rows = [*rows[:MOST_ROWS], Row("note", "more")]
        return Comparison(tuple(rows), _stretches(rows), 0)
    return Comparison(
        tuple(rows), _differences(rows, ("removed", "added", "moved")), _differences(rows, ("expected",))
    )


def _differences(rows: Sequence[Row], kinds: tuple[str, ...]) -> int:
    """Differences among the rows of changes: a value and the one that came in its place are one."""
    found, before = 0, None
    for row in rows:
        counts = row.kind in kinds
        name = row.text.partition(": ")[0]
        if counts and name == before:
            before = None
        else:
            found += counts
            before = name if counts and row.kind != "added" else None
    return found


def _stretches(rows: Sequence[Row]) -> int:
    """How many stretches of lines differ."""
    kinds = [row.kind in ("removed", "added") for row in rows]
    return sum(here and not before for before, here in pairwise([False, *kinds]))


def _pretty(head: bytes, body: bytes) -> bytes:
    meta = Meta.of_headers(parse_fields(head.partition(b"\n")[2]))
    return registry.choose(body, meta).view.text.encode("utf-8", "surrogateescape")


def _hexadecimal(body: bytes) -> bytes:
    shown = body[:_HEX_BYTES]
    return "\n".join(hex_lines(shown, 0, hex_line_count(shown))).encode()
