"""What differs between two messages, as rows: first line, headers, body. Plain functions that can run in
another process: no Qt here.

JSON bodies are compared by structure, others by lines with some context. Values stand as they were sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.view import Meta
from garfio.core.diff import (
    EXPECTED,
    Change,
    Ignore,
    TextDiff,
    Value,
    diff_headers,
    diff_structure,
    diff_text,
    faithful_text,
    read_document,
)
from garfio.core.headers import Headers, decode_value
from garfio.core.http import parse_fields
from garfio.core.query.writer import write_path

MOST_ROWS = 2000
_CONTEXT = 3
_LONGEST_VALUE = 1500
_LONGEST = 2000
"""Characters of one row; a longer one ends with an ellipsis."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a difference."""

    kind: str
    """`section` (text: `line`, `headers` or `body`), `note` (text: a code), `equal`, `removed`, `added`,
    `moved`, or `expected` for what was expected to differ."""
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """One side."""

    head: bytes
    """First line and header lines."""
    body: bytes


def compare(left: Message, right: Message, ignore: Ignore = EXPECTED) -> list[Row]:
    """All rows, at most `MOST_ROWS`; a note `more` says when there would be others. Never raises."""
    rows: list[Row] = []
    for row in _rows(left, right, ignore):
        rows.append(row)
        if len(rows) >= MOST_ROWS:
            return [*rows, Row("note", "more")]
    return rows


def _rows(left: Message, right: Message, ignore: Ignore) -> Iterator[Row]:
    yield Row("section", "line")
    first, second = (decode_value(side.head.partition(b"\n")[0].rstrip(b"\r")) for side in (left, right))
    if first == second:
        yield _row("equal", first)
    else:
        yield _row("removed", first)
        yield _row("added", second)
    yield Row("section", "headers")
    lefts, rights = (parse_fields(side.head.partition(b"\n")[2]) for side in (left, right))
    yield from _header_rows(lefts, rights, ignore)
    yield Row("section", "body")
    yield from _body_rows(_plain(left.body, lefts), _plain(right.body, rights), ignore)


def _header_rows(left: Headers, right: Headers, ignore: Ignore) -> Iterator[Row]:
    found = diff_headers(left, right, ignore)
    for change in found.changes:
        sides = (("removed", change.left_name, change.left), ("added", change.name, change.right))
        for kind, name, value in sides:
            if value is not None:
                text = f"{decode_value(name)}: {decode_value(value)}"
                yield _row("expected" if change.ignored else kind, text)
    if found.order_changed:
        yield Row("note", "order")
    if not found.changes and not found.order_changed:
        yield Row("note", "same")


def _body_rows(left: bytes, right: bytes, ignore: Ignore) -> Iterator[Row]:
    if left == right:
        yield Row("note", "same" if left else "empty")
        return
    documents = read_document(left), read_document(right)
    if documents[0] is not None and documents[1] is not None:
        found = diff_structure(documents[0], documents[1], ignore)
        for change in found.changes:
            yield from _change_rows(change)
        if not found.changes:
            yield Row("note", "written")
        if not found.is_complete:
            yield Row("note", "more")
        return
    yield from line_rows(diff_text(left, right))


def _change_rows(change: Change) -> Iterator[Row]:
    path = change.path.removeprefix(".") or "$"
    if change.kind == "moved" and change.right is not None:
        before, after = (write_path((steps or ())[-1:]) for steps in (change.left_path, change.right_path))
        text = f"{path}: {_short(change.right)}  ({before} → {after})"
        yield _row("expected" if change.ignored else "moved", text)
        return
    for kind, value in (("removed", change.left), ("added", change.right)):
        if value is not None:
            of_type = f"  ({value.kind})" if change.kind == "type" else ""
            yield _row("expected" if change.ignored else kind, f"{path}: {_short(value)}{of_type}")


def _short(value: Value) -> str:
    """A value on one line, cut where it says enough."""
    text = " ".join(value.text[: 2 * _LONGEST_VALUE].split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def line_rows(diff: TextDiff) -> Iterator[Row]:
    """The rows of a difference by lines, with some equal lines around each."""
    for number, block in enumerate(diff.blocks):
        if block.kind == "equal":
            lines = diff.left[block.left_start : block.left_end]
            last = number == len(diff.blocks) - 1
            head = [] if number == 0 else lines[:_CONTEXT]
            tail = [] if last else lines[max(len(head), len(lines) - _CONTEXT) :]
            yield from (_row("equal", _line(line)) for line in head)
            if len(head) + len(tail) < len(lines):
                yield Row("note", "skipped")
            yield from (_row("equal", _line(line)) for line in tail)
            continue
        yield from (_row("removed", _line(line)) for line in diff.left[block.left_start : block.left_end])
        yield from (_row("added", _line(line)) for line in diff.right[block.right_start : block.right_end])


def _plain(body: bytes, headers: Headers) -> bytes:
    return decode_coding(body, Meta.of_headers(headers))[0]


def _line(line: bytes) -> str:
    return faithful_text(line.rstrip(b"\n").rstrip(b"\r"))


def _row(kind: str, text: str) -> Row:
    one_line = text.replace("\n", "⏎").replace("\r", "")
    return Row(kind, one_line if len(one_line) <= _LONGEST else one_line[:_LONGEST] + "…")
