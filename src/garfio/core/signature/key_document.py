"""What a key's address answers, made into the key as a secret has it: PEM, or a JWK set."""

from __future__ import annotations

import json

from garfio.core.signature import asymmetric, document
from garfio.core.signature.value import Secret

_CERTIFICATE = "-----BEGIN CERTIFICATE-----"
_UNTIL = "garfio_until"
"""The member of a JWK that is no longer published: Unix seconds until which it was."""
_MOST_OLDER = 32


def read_key(raw: bytes, at: str = "", owner: str = "") -> str:
    """The key in a fetched document; `at` is its place when that is JSON, `owner` the domain that a certificate must
    be of. Raises ValueError with a sentence when there is none."""
    if at:
        found = document.scalar(document.follow(document.read_json(raw), at))
        if found is None:
            raise ValueError(f"The document has no {at}.")
        text = found.strip()
    else:
        text = _text(raw)
    if not _is_key_set(text):
        asymmetric.check_public_key(text)
        if owner:
            asymmetric.check_owner(text, owner)
    return text


def with_older(key: str, before: str, at_unix: float) -> str:
    """A key set together with those keys of an earlier one that it has no more. They serve for what came until
    `at_unix`, when they were missed, and only the newest are kept."""
    if not (_is_key_set(key) and _is_key_set(before)):
        return key
    current = json.loads(key)
    ids = {_identity(one) for one in current["keys"]}
    gone = [one for one in json.loads(before)["keys"] if _identity(one) not in ids]
    if not gone:
        return key
    older = sorted(({_UNTIL: at_unix, **one} for one in gone), key=lambda one: -float(one[_UNTIL]))[
        :_MOST_OLDER
    ]
    return json.dumps({**current, "keys": [*current["keys"], *older]})


def _identity(key: dict[str, object]) -> str:
    """What tells a key of a set from the others: its id, else all that it is."""
    return str(key.get("kid") or json.dumps({name: key[name] for name in sorted(key) if name != _UNTIL}))


def key_secrets(key: str, label: str) -> tuple[Secret, ...]:
    """A fetched key as secrets: one for what is published now, one for each moment at which keys were missed."""
    if not key.startswith("{"):
        return (Secret(json.dumps({_part(key): key}), label),)
    found = json.loads(key)
    if not isinstance(found.get("keys"), list):
        return (Secret(key, label),)
    by_end: dict[float | None, list[object]] = {}
    for one in found["keys"]:
        by_end.setdefault(one.get(_UNTIL), []).append(one)
    return tuple(
        Secret(key if len(by_end) == 1 else json.dumps({"keys": keys}), label, valid_until=end)
        for end, keys in by_end.items()
    )


def expiry(key: str) -> float | None:
    """Unix seconds until which a certificate is valid; None for other keys."""
    return asymmetric.certificate_end(key) if _CERTIFICATE in key else None


def with_fetched(secrets: tuple[Secret, ...], key: str, label: str, *, alone: bool) -> tuple[Secret, ...]:
    """The secrets together with a fetched key: as a part of each that has none, and when that is enough, `alone`."""
    made = (
        [] if key.startswith("{") else [one.with_key(key, _part(key)) for one in secrets if _lacks_key(one)]
    )
    return (*secrets, *made, *(key_secrets(key, label) if alone else ()))


def _part(key: str) -> str:
    return "cert_pem" if _CERTIFICATE in key else "public_key_pem"


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
