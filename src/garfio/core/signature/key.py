"""From secrets to keys: which texts of a secret hold one, and what bytes they stand for under a scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from garfio.core.signature import asymmetric
from garfio.core.signature.digest import SYMMETRIC
from garfio.core.signature.encoding import key_bytes
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Secret

_KEY_PARTS = (
    "secret", "signing_secret", "key", "token", "value", "primary", "secondary", "public_key_pem", "cert_pem",
    "public_key", "client_secret", "private_key_pem",
)  # fmt: skip


def keys_of(scheme: Scheme, secret: Secret, algorithm: str) -> Iterator[bytes | str]:
    """Key bytes for a symmetric algorithm, key text for a public-key one; none for a secret of another
    form."""
    is_mixed = any(name in SYMMETRIC or name.startswith("HS") for name in scheme.accepts) and any(
        name not in SYMMETRIC and not name.startswith("HS") for name in scheme.accepts
    )
    for text in key_texts(scheme, secret):
        if is_mixed and asymmetric.is_public_text(text) is (algorithm in SYMMETRIC):
            continue  # whoever knows a public key could otherwise use it as the shared one
        if algorithm in SYMMETRIC or not algorithm:
            for form in scheme.key:
                key = key_bytes(text, form)
                if key:
                    yield key
        if algorithm not in SYMMETRIC:
            yield text


def key_texts(scheme: Scheme, secret: Secret) -> Iterable[str]:
    """The texts of a secret that hold a key: itself, or its parts; none when a scheme with parts gets no key."""
    parts = secret.parts
    is_open = (
        not scheme.secret_parts or scheme.is_symmetric or any(n.startswith("HS") for n in scheme.accepts)
    )
    if not parts:
        return (secret.value,) if is_open or asymmetric.is_public_text(secret.value) else ()
    if "username" in parts and "password" in parts:
        return (f"{parts['username']}:{parts['password']}",)
    wanted = scheme.secret_parts or _KEY_PARTS
    found = [parts[name] for name in wanted if parts.get(name)]
    is_jwk = "kty" in parts or "keys" in parts
    return found or ((secret.value,) if is_open or is_jwk else ())
