"""The notes and facts of content views in the user's words."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.contentview.view import Note, Shown
from garfio.ui.figures import count_text, moment_text, size_text

_VIEWS = {
    "json": "JSON",
    "json-lines": "JSON Lines",
    "form": QT_TRANSLATE_NOOP("notes", "Form"),
    "multipart": "Multipart",
    "html": "HTML",
    "xml": "XML",
    "yaml": "YAML",
    "graphql": "GraphQL",
    "jwt": "JWT",
    "csv": "CSV",
    "msgpack": "MessagePack",
    "cbor": "CBOR",
    "protobuf": "Protocol Buffers",
    "image": QT_TRANSLATE_NOOP("notes", "Image"),
    "text": QT_TRANSLATE_NOOP("notes", "Text"),
    "hex": QT_TRANSLATE_NOOP("notes", "Hexadecimal"),
}

_NOTES = {
    "binary.broken": QT_TRANSLATE_NOOP("notes", "Cannot be read on from byte {offset}: {reason}. The hexadecimal view"
    " shows all."),
    "csv.cut": QT_TRANSLATE_NOOP("notes", "Only the first {shown} rows are shown."),
    "csv.invalid": QT_TRANSLATE_NOOP("notes", "Not a table from line {line} on: {reason}"),
    "csv.uneven": QT_TRANSLATE_NOOP("notes", "Row {row} has {cells} cells, the first row has {columns}."),
    "coding.decoded": QT_TRANSLATE_NOOP("notes", "Decompressed for reading ({coding}); copy and save give"
    " the bytes as sent."),
    "coding.invalid": QT_TRANSLATE_NOOP("notes", "Declared as {coding}, but it cannot be decompressed:"
    " {reason}"),
    "coding.invalid_later": QT_TRANSLATE_NOOP("notes", "The {coding} data breaks off: {reason}"),
    "coding.limit": QT_TRANSLATE_NOOP("notes", "Only the first part is decompressed; the data grows beyond"
    " the limit."),
    "coding.no_library": QT_TRANSLATE_NOOP("notes", "{coding} cannot be decompressed here."),
    "coding.too_many": QT_TRANSLATE_NOOP("notes", "More nested codings are declared than are undone."),
    "coding.unfinished": QT_TRANSLATE_NOOP("notes", "The {coding} data ends early."),
    "coding.unknown": QT_TRANSLATE_NOOP("notes", "The declared coding {coding} is not known."),
    "form.bad_escape": QT_TRANSLATE_NOOP("notes", "Some % escapes are not valid and are shown as sent."),
    "form.cut": QT_TRANSLATE_NOOP("notes", "Only the first {shown} of {count} fields are shown."),
    "form.repeated": QT_TRANSLATE_NOOP("notes", "Names repeat; every field is shown, in the order sent."),
    "graphql.cut": QT_TRANSLATE_NOOP("notes", "Only the first {shown} requests of the batch are shown."),
    "graphql.invalid": QT_TRANSLATE_NOOP("notes", "Not valid GraphQL at line {line}, column {column}: {reason}."),
    "graphql.no_query": QT_TRANSLATE_NOOP("notes", "This JSON holds no GraphQL query."),
    "graphql.unchecked": QT_TRANSLATE_NOOP("notes", "The syntax of so long a document is not checked."),
    "hex.cut": QT_TRANSLATE_NOOP("notes", "Only the first {shown} of {size} are shown as text or hexadecimal here."),
    "image.broken": QT_TRANSLATE_NOOP("notes", "The picture cannot be decoded; its bytes are shown."),
    "image.large": QT_TRANSLATE_NOOP("notes", "The picture is too large to be decoded safely; its bytes are shown."),
    "image.unknown": QT_TRANSLATE_NOOP("notes", "The bytes are not an image of a known format."),
    "json.invalid": QT_TRANSLATE_NOOP(
        "notes", "Not valid JSON at line {line}, column {column}: {reason}. The rest is shown as sent."
    ),
    "json.indent_capped": QT_TRANSLATE_NOOP("notes", "Deeper levels than {levels} are not indented further."),
    "json.more_faults": QT_TRANSLATE_NOOP("notes", "There are more faults than are listed."),
    "jwt.encrypted": QT_TRANSLATE_NOOP("notes", "The token is encrypted."),
    "jwt.not_a_token": QT_TRANSLATE_NOOP("notes", "This is not a JSON Web Token."),
    "jwt.not_verified": QT_TRANSLATE_NOOP("notes", "The token’s signature has not been checked."),
    "jwt.unsigned": QT_TRANSLATE_NOOP("notes", "The token is not signed."),
    "multipart.no_boundary": QT_TRANSLATE_NOOP("notes", "The Content-Type names no boundary."),
    "multipart.no_parts": QT_TRANSLATE_NOOP("notes", "No part begins with the declared boundary."),
    "multipart.more_parts": QT_TRANSLATE_NOOP("notes", "Only the first {shown} of {count} parts are shown."),
    "multipart.parts_cut": QT_TRANSLATE_NOOP("notes", "Long parts are shown only in part."),
    "multipart.unfinished": QT_TRANSLATE_NOOP("notes", "The closing boundary is missing."),
    "render.failed": QT_TRANSLATE_NOOP(
        "notes", "This view could not be prepared ({error}); please report it. The bytes are shown as they were sent."
    ),
    "slow.ended": QT_TRANSLATE_NOOP(
        "notes",
        "This view could not be prepared: the process that does it ended twice, perhaps for want of memory. The bytes"
        " are shown as they were sent; choose the view again to try once more.",
    ),
    "tree.invalid": QT_TRANSLATE_NOOP(
        "notes", "Not valid JSON at line {line}, column {column}: {reason}. The tree shows what was read until there."
    ),
    "tree.cut": QT_TRANSLATE_NOOP("notes", "The tree shows the first {count} values; the text shows all."),
    "text.bom": QT_TRANSLATE_NOOP("notes", "Begins with a byte order mark ({encoding})."),
    "text.charset_unknown": QT_TRANSLATE_NOOP("notes", "The declared charset {charset} is not known."),
    "text.charset_wrong": QT_TRANSLATE_NOOP("notes", "The bytes are not in the declared charset {charset}."),
    "text.not_utf8": QT_TRANSLATE_NOOP(
        "notes", "Not UTF-8 from byte {offset} on, and no charset that fits is declared; shown as Latin-1."
    ),
    "view.failed": QT_TRANSLATE_NOOP("notes", "The {view} view failed ({error}); please report it."),
    "view.not_as_declared": QT_TRANSLATE_NOOP("notes", "Declared as {declared}, but it reads as {shown}."),
    "xml.entities_kept": QT_TRANSLATE_NOOP("notes", "Entities are shown as sent; none is expanded."),
    "xml.indent_capped": QT_TRANSLATE_NOOP("notes", "Deeper levels than {levels} are not indented further."),
    "xml.invalid": QT_TRANSLATE_NOOP(
        "notes", "Not valid XML at line {line}, column {column}. The rest is shown as sent."
    ),
    "xml.mismatch": QT_TRANSLATE_NOOP(
        "notes", "The end tag at line {line}, column {column} closes no element that is open."
    ),
    "xml.unclosed": QT_TRANSLATE_NOOP("notes", "Some elements are not closed."),
    "yaml.deep": QT_TRANSLATE_NOOP(
        "notes", "The syntax is checked up to line {line}, where the values are nested too deeply."
    ),
    "yaml.invalid": QT_TRANSLATE_NOOP("notes", "Not valid YAML at line {line}, column {column}: {reason}."),
    "yaml.unchecked": QT_TRANSLATE_NOOP("notes", "The syntax of so long a document is not checked."),
}  # fmt: skip

_TIMES = {
    "iat": QT_TRANSLATE_NOOP("notes", "Issued {moment}."),
    "nbf": QT_TRANSLATE_NOOP("notes", "Valid from {moment}."),
    "exp": QT_TRANSLATE_NOOP("notes", "Expires {moment}."),
    "expired": QT_TRANSLATE_NOOP("notes", "Expired {moment}."),
}
_LATEST_S = 253_402_300_799
"""The last second of the year 9999; what is stated beyond is no time."""

_JSON_REASONS = {
    "end": QT_TRANSLATE_NOOP("notes", "it ends here"),
    "comma": QT_TRANSLATE_NOOP("notes", "a comma is missing"),
    "extra": QT_TRANSLATE_NOOP("notes", "something follows the value"),
    "key": QT_TRANSLATE_NOOP("notes", "a key is missing"),
    "value": QT_TRANSLATE_NOOP("notes", "a value is missing"),
    "number": QT_TRANSLATE_NOOP("notes", "this is no number"),
    "word": QT_TRANSLATE_NOOP("notes", "this word means nothing in JSON"),
    "colon": QT_TRANSLATE_NOOP("notes", "a colon is missing"),
    "escape": QT_TRANSLATE_NOOP("notes", "this escape does not exist"),
    "control": QT_TRANSLATE_NOOP("notes", "a control character stands in a string"),
}

_BINARY_REASONS = {
    "end": QT_TRANSLATE_NOOP("notes", "the value is longer than the body"),
    "reserved": QT_TRANSLATE_NOOP("notes", "this byte means nothing here"),
    "depth": QT_TRANSLATE_NOOP("notes", "the values are nested too deeply"),
    "many": QT_TRANSLATE_NOOP("notes", "there are more values than are shown"),
}

_GRAPHQL_REASONS = {
    "token": QT_TRANSLATE_NOOP("notes", "this means nothing in GraphQL"),
    "string": QT_TRANSLATE_NOOP("notes", "this text does not end"),
    "bracket": QT_TRANSLATE_NOOP("notes", "this bracket closes none that is open"),
    "open": QT_TRANSLATE_NOOP("notes", "this bracket is never closed"),
    "depth": QT_TRANSLATE_NOOP("notes", "the values are nested too deeply"),
}

_YAML_REASONS = {
    "control": QT_TRANSLATE_NOOP("notes", "YAML does not allow this control character"),
    "mapping values are not allowed in this context": QT_TRANSLATE_NOOP("notes", "no “: ” may stand here"),
    "did not find expected ',' or ']'": QT_TRANSLATE_NOOP("notes", "a comma or “]” is missing"),
    "did not find expected ',' or '}'": QT_TRANSLATE_NOOP("notes", "a comma or “}” is missing"),
    "did not find expected key": QT_TRANSLATE_NOOP("notes", "a key is missing, or the indentation is wrong"),
    "did not find expected '-' indicator": QT_TRANSLATE_NOOP(
        "notes", "a “- ” is missing, or the indentation is wrong"
    ),
    "could not find expected ':'": QT_TRANSLATE_NOOP("notes", "a “:” is missing"),
    "found character that cannot start any token": QT_TRANSLATE_NOOP(
        "notes", "no value can begin with this character"
    ),
    "found unexpected end of stream": QT_TRANSLATE_NOOP("notes", "this text does not end"),
    "found unknown escape character": QT_TRANSLATE_NOOP("notes", "this escape does not exist"),
}
"""Its own code, and the sentences of libyaml that are met most; others are shown as the library says them."""

_REASONS = {
    "json.invalid": _JSON_REASONS,
    "tree.invalid": _JSON_REASONS,
    "binary.broken": _BINARY_REASONS,
    "graphql.invalid": _GRAPHQL_REASONS,
    "yaml.invalid": _YAML_REASONS,
}

_SAID_ELSEWHERE = frozenset({"view.cut"})
"""The window says itself how much was read."""
_SIZES = frozenset({"shown", "size"})
"""Fields of a cut that are bytes."""


def note_text(note: Note) -> str:
    """The note as a sentence; a code that is not known here is shown as it is. Empty for what is said
    elsewhere.
    """
    if note.code in _SAID_ELSEWHERE:
        return ""
    if note.code == "jwt.times":
        return " ".join(_time_sentences(note, int(time.time())))
    known = _NOTES.get(note.code)
    if known is None:
        return note.code
    try:
        return QCoreApplication.translate("notes", known).format(**_fields(note))
    except KeyError:
        return note.code


def _time_sentences(note: Note, now_s: int) -> Iterator[str]:
    for name, value in note.fields.items():
        at_s = int(value)
        known = _TIMES["expired" if name == "exp" and at_s <= now_s else name]
        if at_s <= _LATEST_S:
            moment = moment_text(at_s * 1_000_000, now_s * 1_000_000)
            yield QCoreApplication.translate("notes", known).format(moment=moment)


def _fields(note: Note) -> dict[str, object]:
    fields: dict[str, object] = dict(note.fields)
    if note.code == "hex.cut":
        fields |= {name: size_text(int(value)) for name, value in note.fields.items() if name in _SIZES}
    elif reasons := _REASONS.get(note.code):
        reason = str(note.fields.get("reason", ""))
        fields["reason"] = QCoreApplication.translate("notes", reasons.get(reason, reason))
    return fields


def view_name(name: str) -> str:
    """The view's name for people."""
    return QCoreApplication.translate("notes", _VIEWS.get(name, name))


def facts_text(shown: Shown) -> str:
    """`JSON · UTF-8 · 312 lines`."""
    facts = shown.view.facts
    parts = [view_name(shown.name)]
    if encoding := facts.get("encoding"):
        parts.append(str(encoding).upper())
    if "width" in facts and "height" in facts:
        parts.append(f"{facts['width']} × {facts['height']}")
    if shown.view.syntax == "hex" and "bytes" in facts:
        parts.append(size_text(int(facts["bytes"])))
    elif "lines" in facts:
        lines = int(facts["lines"])
        text = QCoreApplication.translate("notes", "%n line(s)", "", lines)
        parts.append(text.replace(str(lines), count_text(lines), 1))
    return " · ".join(parts)
