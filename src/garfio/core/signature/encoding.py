"""How signatures and secrets are written: hex, base64, prefixes, and the way from a secret to key bytes.

Decoding is strict where it guards a comparison: base64 must be canonical, so that no two texts mean one
signature.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

ENCODINGS = ("hex", "HEX", "b64", "b64url", "0xhex", "urlb64", "text")
"""Names of signature encodings; `hex|b64` means either. `HEX` writes upper case, both read either case."""

ASYMMETRIC = (
    "ed25519",
    "ecdsa-sha256",
    "ecdsa-sha384",
    "ecdsa-sha1",
    "ecdsa-p1363-sha256",
    "ecdsa-p1363-sha384",
    "rsa-sha1",
    "rsa-sha256",
    "rsa-sha384",
    "rsa-sha512",
    "rsa-pss-sha256",
    "rsa-pss-sha512",
)
"""Algorithm names: ECDSA with a DER signature unless `p1363` (r and s side by side); RSA is PKCS#1 v1.5
unless `pss`."""

_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
_B64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_B64URL = re.compile(r"[A-Za-z0-9_-]*={0,2}")


def decode(text: str, encoding: str) -> bytes | None:
    """The bytes that a signature text stands for, or None when it is not written so."""
    for name in encoding.split("|"):
        found = _decode_one(text, name)
        if found:
            return found
    return None


def _decode_one(text: str, encoding: str) -> bytes | None:
    if encoding in ("hex", "HEX"):
        return bytes.fromhex(text) if _HEX.fullmatch(text) else None
    if encoding == "b64":
        return _canonical_base64(text, _B64, altchars=b"+/")
    if encoding == "b64url":
        return _canonical_base64(text, _B64URL, altchars=b"-_")
    if encoding == "urlb64":
        return _canonical_base64(unquote(text), _B64, altchars=b"+/")
    if encoding == "0xhex":
        return _decode_one(text[2:], "hex") if text[:2] in ("0x", "0X") else None
    return text.encode("utf-8", "surrogateescape")


def _canonical_base64(text: str, alphabet: re.Pattern[str], *, altchars: bytes) -> bytes | None:
    if not alphabet.fullmatch(text):
        return None
    bare = text.rstrip("=")
    try:
        data = base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=altchars)
    except (ValueError, binascii.Error):
        return None
    written = base64.b64encode(data, altchars).decode()
    return data if text in (written, written.rstrip("=")) else None


def encode(data: bytes, encoding: str) -> str:
    """Signature bytes as text; the first of several encodings."""
    name = encoding.split("|", maxsplit=1)[0]
    if name == "hex":
        return data.hex()
    if name == "HEX":
        return data.hex().upper()
    if name in ("b64", "urlb64"):
        return base64.b64encode(data).decode()
    if name == "b64url":
        return base64.urlsafe_b64encode(data).decode().rstrip("=")
    if name == "0xhex":
        return "0x" + data.hex()
    return data.decode("utf-8", "surrogateescape")


def lenient_base64(text: str) -> bytes:
    """Base64 the way Node's Buffer reads it: either alphabet, foreign characters skipped, no padding
    needed."""
    kept = re.sub(r"[^A-Za-z0-9+/]", "", text.replace("-", "+").replace("_", "/"))
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return base64.b64decode(kept + "=" * (-len(kept) % 4))


def _text(secret: str) -> bytes:
    return secret.encode("utf-8", "surrogateescape")


def _strict_base64(secret: str) -> bytes | None:
    for alphabet, altchars in ((_B64, b"+/"), (_B64URL, b"-_")):
        if alphabet.fullmatch(secret):
            bare = secret.rstrip("=")
            try:
                return base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=altchars)
            except (ValueError, binascii.Error):
                continue
    return None


def _strict_hex(secret: str) -> bytes | None:
    return bytes.fromhex(secret) if secret and _HEX.fullmatch(secret) else None


def _whsec(secret: str) -> bytes | None:
    return _strict_base64(secret.removeprefix("v1,").removeprefix("whsec_"))


KEY_FORMS: dict[str, Callable[[str], bytes | None]] = {
    "text": _text,
    "b64": _strict_base64,
    "hex": _strict_hex,
    "whsec": _whsec,
    "whsec-or-text": lambda secret: _whsec(secret) if secret.startswith("whsec_") else _text(secret),
    "nfkd": lambda secret: _text(unicodedata.normalize("NFKD", secret)),
    "text-ampersand": lambda secret: _text(secret + "&"),
    "sha256": lambda secret: hashlib.sha256(_text(secret)).digest(),
    "sha1": lambda secret: hashlib.sha1(_text(secret), usedforsecurity=False).digest(),
    "lenient-b64": lambda secret: lenient_base64(secret.removeprefix("whsec_")),
    "after-colon": lambda secret: _text(secret.rpartition(":")[2]),
    "after-signkey": lambda secret: _text(re.sub(r"\Asignkey-\w+-", "", secret)),
}
"""How a secret's text becomes key bytes; None when it is not written in that form."""


def key_bytes(secret: str, form: str) -> bytes | None:
    """The key that a secret stands for in one form; None when it cannot be, or would be empty."""
    return KEY_FORMS[form](secret) or None
