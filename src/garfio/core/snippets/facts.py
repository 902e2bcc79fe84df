"""What a program must know to check a signature, taken from a scheme, as far as a few lines of code can say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from garfio.core.signature import Provider, Scheme
from garfio.core.signature.template import compile_template

DIGESTS = ("sha256", "sha1", "sha512", "sha384", "md5")
ENCODINGS = {"hex": "hex", "b64": "base64", "b64url": "base64url"}
KEYS = ("text", "whsec", "b64", "hex")
_PREFIX = re.compile(r"([^{}]*)\{signature\}")
_PAIR = re.compile(r"([A-Za-z0-9_-]+)=\{(timestamp|signature)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the signed content."""

    kind: str
    """`literal`, `body`, `header`, `field` (of the signature's value) or `url`."""
    value: str = ""
    """The text, or the name of the header or field; lower case for a header."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A keyed digest in a header."""

    header: str
    digest: str
    encoding: str
    """`hex`, `base64` or `base64url`."""
    key: str
    """How the secret becomes the key: one of `KEYS`."""
    pieces: tuple[Piece, ...]
    prefix: str = ""
    """What stands before the signature."""
    separator: str = ""
    """What separates several values; empty for one value alone."""
    signature_field: str = ""
    """The field of the value that holds the signature; empty when the value is the signature."""
    timestamp: Piece | None = None
    """Where the signed time is."""
    is_milliseconds: bool = False
    tolerance_s: int = 0
    """Accepted age; 0 when the provider states none."""


def facts_of(scheme: Scheme) -> Facts | None:
    """The facts of a scheme; None for one that needs more than a few lines: public keys, tokens, canonical forms."""
    digest = scheme.algorithm.removeprefix("hmac-")
    encoding = ENCODINGS.get(scheme.encoding.partition("|")[0])
    key = scheme.key[0]
    references = [reference for reference in scheme.signature if reference.startswith("header:")]
    if not scheme.algorithm.startswith("hmac-") or digest not in DIGESTS or encoding is None:
        return None
    if key not in KEYS or not references or scheme.each or scheme.checks or scheme.secret_parts:
        return None
    shape = _shape(scheme)
    stamp = _place(scheme.timestamp, scheme) if scheme.timestamp else None
    pieces = [_piece(name, filters, scheme) for name, _optional, filters in compile_template(scheme.content)]
    if shape is None or not all(pieces):
        return None
    prefix, separator, signature_field, timestamp_field = shape
    if timestamp_field:
        stamp = Piece("field", timestamp_field)
    known = scheme.unit in ("s", "ms") and stamp is not None
    return Facts(
        references[0].removeprefix("header:").rstrip("*"),
        digest,
        encoding,
        key,
        tuple(piece for piece in pieces if piece),
        prefix,
        separator,
        signature_field,
        stamp if known else None,
        scheme.unit == "ms",
        int(scheme.tolerance_s or 0) if known else 0,
    )


def scheme_for(provider: Provider, identifier: str) -> Scheme:
    """The scheme with an id, else the provider's preferred one."""
    return next((scheme for scheme in provider.schemes if scheme.id == identifier), provider.schemes[0])


def _shape(scheme: Scheme) -> tuple[str, str, str, str] | None:
    """Prefix, separator, and the names of the fields with signature and timestamp; None for another form."""
    prefix = _PREFIX.fullmatch(scheme.format)
    if prefix and scheme.separator != "," and not scheme.groups:
        return prefix[1], scheme.separator, "", ""
    if not scheme.separator or scheme.groups:
        return None
    fields: dict[str, str] = {}
    for item in scheme.format.split(scheme.separator):
        found = _PAIR.fullmatch(item.strip())
        if found is None:
            return None
        fields[found[2]] = found[1]
    if "signature" not in fields:
        return None
    return "", scheme.separator, fields["signature"], fields.get("timestamp", "")


def _piece(name: str, filters: tuple[str, ...], scheme: Scheme) -> Piece | None:
    if filters == ("literal",):
        return Piece("literal", name)
    if filters:
        return None
    if name == "body":
        return Piece("body")
    if name == "url":
        return Piece("url")
    if name == "method":
        return Piece("literal", "POST")
    if name == "timestamp":
        return _place(scheme.timestamp_reference, scheme)
    if name == "id":
        return _place(scheme.message_id, scheme)
    return _place(name, scheme)


def _place(reference: str, scheme: Scheme) -> Piece | None:
    """A header or a field of the signature's value."""
    kind, _, name = reference.partition(":")
    if kind == "header" and name:
        return Piece("header", name.lower())
    if kind == "field":
        shape = _shape(scheme)
        if shape is not None and name == "timestamp" and shape[3]:
            return Piece("field", shape[3])
    return None
