"""A JSON Web Token's header and claims (RFC 7519), decoded and laid out. Nothing is verified here."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from garfio.core.contentview.charset import decode
from garfio.core.contentview.json_view import lay_out
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, ViewError, line_count, note
from garfio.core.envelope.json_text import members, string

_PART = rb"[A-Za-z0-9_-]*+"
_JWT_RE = re.compile(
    rb"\s*+(eyJ"
    + _PART
    + rb"\."
    + _PART
    + rb"\.(?:"
    + _PART
    + rb"\."
    + _PART
    + rb"\.)?"
    + _PART
    + rb")\s*+\Z"
)
_MAX_BYTES = 1024 * 1024
_TIMES = ("iat", "nbf", "exp")
_SECONDS_RE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Jwt:
    """The decoded parts of a token, as the JSON text that was signed."""

    header: str
    claims: str
    """Empty for an encrypted token (JWE, five parts), which cannot be read without its key."""
    signature: str
    """The third part as sent."""
    encrypted: bool


def decode_jwt(token: bytes) -> Jwt | None:
    """The parts of a compact token, or None when it is none."""
    match = _JWT_RE.match(token) if len(token) <= _MAX_BYTES else None
    if match is None:
        return None
    parts = match.group(1).split(b".")
    encrypted = len(parts) == 5
    header = _json_text(parts[0])
    claims = "" if encrypted else _json_text(parts[1])
    if header is None or claims is None:
        return None
    return Jwt(header, claims, "" if encrypted else parts[2].decode("ascii"), encrypted)


def _json_text(part: bytes) -> str | None:
    try:
        raw = base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        return None
    return decode(raw, json=True).text


def _priority(body: bytes, meta: Meta) -> float:  # noqa: ARG001 - the table's signature
    return 0.85 if decode_jwt(body) else 0.0


def _render(body: bytes, meta: Meta) -> View:  # noqa: ARG001 - the table's signature
    jwt = decode_jwt(body)
    if jwt is None:
        raise ViewError("jwt.not_a_token")
    text = lay_out(jwt.header).text
    if jwt.encrypted:
        found = note("jwt.encrypted")
    else:
        text += f"\n{lay_out(jwt.claims).text}"
        unsigned = not jwt.signature or (string(members(jwt.header).get("alg")) or "").lower() == "none"
        found = note("jwt.unsigned") if unsigned else note("jwt.not_verified")
    facts: dict[str, Fact] = {"lines": line_count(text)}
    return View(text, "json", (found, *_times(jwt.claims)), facts)


def _times(claims: str) -> Iterator[Note]:
    """The times that the claims state, in seconds since 1970 (RFC 7519, 4.1)."""
    stated = members(claims)
    times = {name: stated[name] for name in _TIMES if _SECONDS_RE.fullmatch(stated.get(name, ""))}
    if times:
        yield note("jwt.times", **{name: int(value.partition(".")[0]) for name, value in times.items()})


JWT = ContentView("jwt", _priority, _render)
