"""Payloads in strings: JSON, Base64 and JSON Web Tokens inside a JSON text or a form. Offered, never opened by itself.

Base64 is offered only when what it stands for is JSON, text with blanks, or begins like a known kind of file: many
identifiers are made of the same characters, and some are short texts in Base64 themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from garfio.core.contentview.form_view import form_fields
from garfio.core.contentview.json_tokens import JsonScan
from garfio.core.contentview.jwt_view import decode_jwt
from garfio.core.envelope.base64_text import decode_base64
from garfio.core.envelope.json_text import json_text, string, strings, to_bytes
from garfio.core.envelope.value import Inner, Sealed
from garfio.core.query.writer import write_path

MOST_FOUND = 50
_LONGEST = 4 << 20
"""Bytes of a body that is looked into."""
_MOST_FIELDS = 1000
_LONGEST_PLACE = 100
_HINT_RE = re.compile(
    rb'"(?:\\[nrt]|\s)*[{\[](?:\\[nrt]|\s)*(?:\\"|[{\[\]}\d-])|"[A-Za-z0-9+/_.\\-]{24,}+={0,2}"|^\s*+"'
)
_BASE64_RE = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_HEX_RE = re.compile(r"[0-9A-Fa-f-]+")
_CONTROL_RE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BLANK_RE = re.compile(r"\s")
_MAGIC = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"\x28\xb5\x2f\xfd",
)


def found_inside(sealed: Sealed) -> tuple[Inner, ...]:
    """The first payloads in the strings of a body, in its order."""
    return tuple(islice(_found(sealed), MOST_FOUND))


def read_string(value: str, place: str) -> Inner | None:
    """What a string holds, when that is more than its characters."""
    stripped = value.strip()
    if stripped.startswith(("{", "[")) and stripped.endswith(("}", "]")) and len(stripped) > 2:
        scan = JsonScan(stripped)
        if sum(1 for _ in scan) > 1 and scan.fault is None:
            return Inner(place, to_bytes(value), "application/json", "json")
    if stripped.startswith("eyJ") and stripped.count(".") == 2 and decode_jwt(to_bytes(stripped)):
        return Inner(place, to_bytes(stripped), "application/jwt", "jwt")
    if _BASE64_RE.fullmatch(stripped) and not _HEX_RE.fullmatch(stripped):
        content = decode_base64(stripped)
        if content and (content.startswith(_MAGIC) or _is_text(content)):
            return Inner(place, content, "", "base64")
    return None


def _found(sealed: Sealed) -> Iterator[Inner]:
    if sealed.meta.parsed_type.is_form:
        fields = islice(form_fields(sealed.body.rstrip(b"\r\n")), _MOST_FIELDS)
        values = (
            (name.decode("utf-8", "replace"), (value or b"").decode("utf-8", "replace"))
            for name, value in fields
        )
    elif (
        len(sealed.body) <= _LONGEST
        and _HINT_RE.search(sealed.body)
        and (text := json_text(sealed.body)) is not None
    ):
        values = ((_place(path), string(token) or "") for path, token in strings(text))
    else:
        return
    for place, value in values:
        if len(value) > 2 and (inner := read_string(value, place[:_LONGEST_PLACE])):
            yield inner


def _place(path: tuple[str | int, ...]) -> str:
    return write_path(path).removeprefix(".")


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(_BLANK_RE.search(text) or text.startswith(("{", "["))) and not _CONTROL_RE.search(text)
