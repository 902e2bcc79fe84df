"""What a key's address answers, made into the key as a secret has it: PEM, or a JWK set."""

from __future__ import annotations

import json
from dataclasses import replace

from garfio.core.signature import asymmetric, certificate, document
from garfio.core.signature.value import Secret

_CERTIFICATE = "-----BEGIN CERTIFICATE-----"
_UNTIL = "garfio_until"
"""The member of a JWK that is no longer published: Unix seconds until which it was."""
_TEXT = "garfio_text"
"""The member of a key that is no JWK, such as PEM, beside earlier ones."""
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
            certificate.check_owner(text, owner)
    return text


def with_older(key: str, before: str, at_unix: float) -> str:
    """A key or key set together with those keys of an earlier one that it has no more. They serve for what came until
    `at_unix`, when they were missed, and only the newest are kept."""
    current = _members(key)
    ids = {_identity(one) for one in current}
    gone = [one for one in _members(before) if _identity(one) not in ids]
    if not gone:
        return key
    older = sorted(({_UNTIL: at_unix, **one} for one in gone), key=lambda one: -float(str(one[_UNTIL])))
    rest = json.loads(key) if _is_key_set(key) else {}
    return json.dumps({**rest, "keys": [*current, *older[:_MOST_OLDER]]})


def key_secrets(key: str, label: str) -> tuple[Secret, ...]:
    """A fetched key as secrets: one for what is published now, one for each moment at which keys were missed."""
    found: list[Secret] = []
    sets: dict[float | None, list[dict[str, object]]] = {}
    for text, end in _texts(key):
        found.append(
            Secret(text if text.startswith("{") else json.dumps({_part(text): text}), label, valid_until=end)
        )
    for one in _members(key):
        if _TEXT not in one:
            sets.setdefault(_end(one), []).append(one)
    is_whole = len(sets) == 1 and not found
    for end, members in sets.items():
        found.append(Secret(key if is_whole else json.dumps({"keys": members}), label, valid_until=end))
    return tuple(found)


def is_of_key(secret: Secret, key: str) -> bool:
    """True for a secret that was made from a fetched key."""
    texts = {text for text, _ in _texts(key)}
    return not texts.isdisjoint(secret.parts.values()) or secret.value in {
        one.value for one in key_secrets(key, "")
    }


def _members(key: str) -> list[dict[str, object]]:
    """The keys of a set; of any other key, and of what `with_older` made of it, objects that hold its text."""
    keys = json.loads(key).get("keys") if key.startswith("{") else None
    if isinstance(keys, list) and all(isinstance(one, dict) for one in keys):
        return keys
    return [{_TEXT: key}] if key else []


def _texts(key: str) -> list[tuple[str, float | None]]:
    """The keys that are texts of their own, as PEM, each with the moment at which it was missed."""
    return [(str(one[_TEXT]), _end(one)) for one in _members(key) if _TEXT in one]


def _end(member: dict[str, object]) -> float | None:
    end = member.get(_UNTIL)
    return float(end) if isinstance(end, int | float) else None


def _identity(key: dict[str, object]) -> str:
    """What tells a key of a set from the others: its id, else all that it is."""
    return str(key.get("kid") or json.dumps({name: key[name] for name in sorted(key) if name != _UNTIL}))


def with_fetched(secrets: tuple[Secret, ...], key: str, label: str, *, alone: bool) -> tuple[Secret, ...]:
    """The secrets together with a fetched key: as a part of each that has none, and when that is enough, `alone`."""
    made = [
        replace(one.with_key(text, _part(text)), valid_until=_earlier(one.valid_until, end))
        for one in secrets
        if _lacks_key(one)
        for text, end in _texts(key)
        if not text.startswith("{")
    ]
    return (*secrets, *made, *(key_secrets(key, label) if alone else ()))


def _earlier(one: float | None, other: float | None) -> float | None:
    return min((end for end in (one, other) if end is not None), default=None)


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
        return certificate.to_pem(raw)
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
