"""Base64 as senders write it: standard or URL-safe, padded or not, and never a guess beyond its alphabet."""

from __future__ import annotations

import base64
import binascii
import re

_ALPHABET = re.compile(r"[A-Za-z0-9+/_-]*={0,2}")


def decode_base64(text: str) -> bytes | None:
    """What the characters stand for; None when they are no Base64."""
    text = "".join(text.split())
    if not _ALPHABET.fullmatch(text):
        return None
    plain = text.rstrip("=").translate({ord("-"): "+", ord("_"): "/"})
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
