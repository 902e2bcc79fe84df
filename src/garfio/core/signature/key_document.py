"""What a key's address answers, made into the key as a secret has it: PEM, or a JWK set."""

from __future__ import annotations

import json

from garfio.core.signature import asymmetric, document
from garfio.core.signature.value import Secret

_CERTIFICATE = "-----BEGIN CERTIFICATE-----"


def read_key(raw: bytes, at: str = "") -> str:
    """The key in a fetched document; `at` is its place when that is JSON. Raises ValueError with a sentence when there
    is none."""
    if at:
        found = document.scalar(document.follow(document.read_json(raw), at))
        if found is None:
            raise ValueError(f"The document has no {at}.")
        text = found.strip()
    else:
        text = _text(raw)
    if not _is_key_set(text):
        asymmetric.check_public_key(text)
    return text


def expiry(key: str) -> float | None:
    """Unix seconds until which a certificate is valid; None for other keys."""
    return asymmetric.certificate_end(key) if _CERTIFICATE in key else None


def with_fetched(secrets: tuple[Secret, ...], key: str, label: str, *, alone: bool) -> tuple[Secret, ...]:
    """The secrets together with a fetched key: as a part of each that has none, and when that is enough, `alone`."""
    part = "cert_pem" if _CERTIFICATE in key else "public_key_pem"
    made = [] if key.startswith("{") else [one.with_key(key, part) for one in secrets if _lacks_key(one)]
    if alone:
        made.append(Secret(key if key.startswith("{") else json.dumps({part: key}), label))
    return (*secrets, *made)


def _lacks_key(secret: Secret) -> bool:
    return not (
        secret.is_empty
        or "-----BEGIN" in secret.value
        or {"cert_pem", "public_key_pem", "kty", "keys"} & secret.parts.keys()
    )


def _text(raw: bytes) -> str:
    if raw[:1] == b"\x30":  # DER
        return asymmetric.certificate_pem(raw)
    try:
        return raw.decode("ascii").strip()
    except UnicodeDecodeError as error:
        raise ValueError("The document is no key that can be read.") from error


def _is_key_set(text: str) -> bool:
    found = document.read_json(text.encode()) if text.startswith("{") else None
    keys = found.get("keys") if isinstance(found, dict) else None
    return (
        isinstance(keys, list) and bool(keys) and all(isinstance(key, dict) and "kty" in key for key in keys)
    )
