"""GraphQL: the document as it was sent, out of the JSON that carries it, with its first fault.

The check is of tokens and brackets, not of the grammar: it finds what keeps a document from being read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from garfio.core.contentview.charset import decode
from garfio.core.contentview.json_view import lay_out
from garfio.core.contentview.text_view import looks_like_text, text_facts
from garfio.core.contentview.view import (
    ContentView,
    Fact,
    Meta,
    Note,
    View,
    ViewError,
    line_and_column,
    line_count,
    note,
)
from garfio.core.envelope.json_text import items, members, string

_TYPES = ("application/graphql", "application/x-graphql")
_QUERY_RE = re.compile(rb'"query"\s*+:\s*+"')
_KEYS = {"query", "variables", "operationName", "extensions"}
"""The members of a request (GraphQL over HTTP, section 5.1)."""
_DOCUMENT_RE = re.compile(
    r"(?:[\s,\ufeff]++|\#[^\r\n]*+)*+(?:(?:query|mutation|subscription|fragment)\b[^{}]*+)?\{"
)
_SNIFFED_BYTES = 64 * 1024
MAX_OPERATIONS = 100
MAX_CHECKED = 1_000_000
"""Characters of a document that is checked."""
_MAX_DEPTH = 1000
_SURE = 1.1
"""More than JSON, which a request is too."""
# The lexical grammar of the specification, section 2.1, with strings that stay on their line or are blocks.
_TOKEN_RE = re.compile(
    r"[\s,\ufeff]++|\#[^\r\n]*+|[_A-Za-z]\w*+|-?[0-9]++(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+(?![\w.])"
    r'|"""(?:[^"\\]++|\\.|"(?!""))*+"""|"(?!"")(?:[^"\\\r\n]++|\\[^\r\n])*+"'
    r"|\.\.\.|[!$&:=@|]|(?P<open>[({\[])|(?P<close>[)}\]])",
    re.ASCII | re.DOTALL,
)
_PAIRS = {")": "(", "}": "{", "]": "["}


def check_graphql(text: str) -> Iterator[Note]:
    """What is wrong with a document's tokens; nothing when they can be read."""
    if len(text) > MAX_CHECKED:
        yield note("graphql.unchecked", count=MAX_CHECKED)
        return
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(text):
        match = _TOKEN_RE.match(text, at)
        if match is None:
            yield _fault(text, at, "string" if text[at] == '"' else "token")
            return
        if match["open"]:
            opened.append((match["open"], at))
        elif match["close"] and (not opened or opened.pop()[0] != _PAIRS[match["close"]]):
            yield _fault(text, at, "bracket")
            return
        if len(opened) > _MAX_DEPTH:
            yield _fault(text, at, "depth")
            return
        at = match.end()
    if opened:
        yield _fault(text, opened[-1][1], "open")


def _fault(text: str, offset: int, reason: str) -> Note:
    line, column = line_and_column(text, offset)
    return note("graphql.invalid", line=line, column=column, reason=reason)


def _priority(body: bytes, meta: Meta) -> float:
    if meta.parsed_type.media_type in _TYPES:
        return 1.0 if looks_like_text(body, meta) else 0.0
    beginning = body[:_SNIFFED_BYTES]
    if beginning.lstrip()[:1] not in (b"{", b"[") or not _QUERY_RE.search(beginning):
        return 0.0
    # Where it may be something else, JSON shows all that was sent, and the document is offered.
    whole = len(beginning) == len(body) and not meta.cut
    return _SURE if whole and _is_request(decode(body, json=True).text) else 0.45


def _is_request(text: str) -> bool:
    """Whether a JSON text is a GraphQL request or a batch of them, and nothing else."""
    entries = _entries(text)
    documents = [string(entry.get("query")) or "" for entry in entries]
    known = all(_KEYS.issuperset(entry) for entry in entries)
    return bool(entries) and known and all(map(_DOCUMENT_RE.match, documents))


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, cut=meta.cut)
    operations = _operations(decoded.text)
    if operations:
        text, found = _carried(operations)
    elif meta.parsed_type.is_json:
        raise ViewError("graphql.no_query")
    else:
        text, found = decoded.text, [note("view.cut")] if meta.cut else list(check_graphql(decoded.text))
    facts: dict[str, Fact] = {**text_facts(decoded), "lines": line_count(text)}
    return View(text, "graphql", (*decoded.notes, *found), facts)


def _carried(operations: list[dict[str, str]]) -> tuple[str, list[Note]]:
    """The documents out of their JSON, each with what came beside it: variables, the operation's name."""
    shown: list[str] = []
    notes: list[Note] = []
    lines = 0
    for operation in operations[:MAX_OPERATIONS]:
        document = string(operation.pop("query")) or ""
        notes += (_moved(entry, lines) for entry in check_graphql(document))
        more = [f"# {key}\n{lay_out(token).text}" for key, token in operation.items()]
        shown.append("\n\n".join((document, *more)))
        lines += line_count(shown[-1]) + 1
    if len(operations) > MAX_OPERATIONS:
        notes.append(note("graphql.cut", shown=MAX_OPERATIONS))
    return "\n\n".join(shown), notes


def _operations(text: str) -> list[dict[str, str]]:
    """The members of a JSON object with a query, or of each such object of an array, as they were sent."""
    return [entry for entry in _entries(text) if entry.get("query", "").startswith('"')]


def _entries(text: str) -> list[dict[str, str]]:
    """The members of an object, or of each entry of an array."""
    if text.lstrip()[:1] == "{":
        return [members(text)]
    return [members(entry) for entry in items(text, MAX_OPERATIONS + 1)]


def _moved(found: Note, lines: int) -> Note:
    """The same note for a document that is shown so many lines further down."""
    if "line" not in found.fields:
        return found
    return Note(found.code, {**found.fields, "line": int(found.fields["line"]) + lines})


GRAPHQL = ContentView("graphql", _priority, _render)
