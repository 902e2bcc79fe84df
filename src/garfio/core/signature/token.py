"""JSON Web Tokens and detached JWS as signatures: in a header, or as the whole body.

The algorithm must be one that the scheme accepts; `none` never is, and a public key is never used as an
HMAC key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from garfio.core.signature import document, reading
from garfio.core.signature.encoding import decode, encode
from garfio.core.signature.message import Message
from garfio.core.signature.opened import Opened, failed_checks
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Part

ALGORITHMS = {
    "HS256": "hmac-sha256",
    "HS384": "hmac-sha384",
    "HS512": "hmac-sha512",
    "RS256": "rsa-sha256",
    "RS384": "rsa-sha384",
    "RS512": "rsa-sha512",
    "PS256": "rsa-pss-sha256",
    "PS512": "rsa-pss-sha512",
    "ES256": "ecdsa-p1363-sha256",
    "ES384": "ecdsa-p1363-sha384",
    "EdDSA": "ed25519",
}
"""JWS names to ours."""

_LONGEST = 16 << 20


def open_token(scheme: Scheme, message: Message) -> Iterator[Opened]:
    """The tokens that the message carries for the scheme."""
    for value in reading.read_all(replace_encoding(scheme), message):
        text = value.raw.strip() if scheme.format == "{signature}" else "".join(value.signatures[:1])
        opened = _open(scheme, message, text)
        yield replace(opened, raw=value.raw.strip(), source=value.source)


def replace_encoding(scheme: Scheme) -> Scheme:
    """The scheme as its header is read: a token is text."""
    return replace(scheme, algorithm="equal", encoding="text", detached=False)


def _open(scheme: Scheme, message: Message, text: str) -> Opened:
    base = Opened(message=message, algorithm="jwt", encoding="b64url")
    pieces = text.split(".") if len(text) < _LONGEST else []
    if len(pieces) != 3:
        return replace(base, fault="This is no JWT: it has not three parts.")
    header, claims = _object(pieces[0]), _object(pieces[1])
    if header is None or (claims is None and not (scheme.detached and not pieces[1])):
        return replace(base, fault="The JWT cannot be decoded.")
    name = header.get("alg")
    if not isinstance(name, str) or name not in scheme.accepts:
        return replace(
            base, fault=f"The JWT says algorithm {str(name)[:20]!r}; expected {', '.join(scheme.accepts)}."
        )
    body = message.request.body
    if scheme.detached and not pieces[1]:
        payload = body if header.get("b64") is False else encode(body, "b64url").encode()
    else:
        payload = pieces[1].encode("utf-8", "surrogateescape")
    seen = replace(message, claims=claims, aliases=scheme.aliases)
    chain = header.get("x5c")
    return replace(
        base,
        message=seen,
        algorithm=ALGORITHMS[name],
        parts=(
            Part("header", pieces[0].encode("utf-8", "surrogateescape")),
            Part("literal", b"."),
            Part("payload", payload),
        ),
        signatures=(pieces[2],),
        signed_at=_moment(claims, "iat"),
        not_before=_moment(claims, "nbf"),
        not_after=_moment(claims, "exp"),
        mismatches=failed_checks(scheme.checks, seen),
        key_id=str(header.get("kid") or ""),
        chain=tuple(item for item in chain if isinstance(item, str)) if isinstance(chain, list) else (),
        chain_marks=scheme.chain_marks,
    )


def _object(part: str) -> dict[str, object] | None:
    data = decode(part, "b64url")
    found = document.read_json(data) if data else None
    return found if isinstance(found, dict) else None


def _moment(claims: dict[str, object] | None, name: str) -> float | None:
    value = (claims or {}).get(name)
    try:
        return float(value) if isinstance(value, document.Number) else None
    except ValueError:
        return None


def write(algorithm: str, claims: dict[str, object] | bytes) -> str:
    """The header and payload of a new token, to be signed; claims that are bytes are the payload as it is."""
    head = json.dumps({"alg": algorithm, "typ": "JWT"}, separators=(",", ":"))
    payload = claims if isinstance(claims, bytes) else json.dumps(claims, separators=(",", ":")).encode()
    return f"{encode(head.encode(), 'b64url')}.{encode(payload, 'b64url')}"
