"""Verification from raw bytes; constant-time; explains itself.

    verify(request, secrets, provider="stripe", now_unix=…)    the verdict, with the bytes that were hashed
    diagnose(request, secrets, provider="stripe", now_unix=…)  the same, with the causes of a failure
    sign(request, "stripe", secret, now_unix=…)                the request with a fresh signature
    recognise(request)                                         provider, event type, delivery id
    handshake(request, "slack", secrets)                       the answer to an endpoint check

`CATALOG` has the known providers, one block of data each; a `Provider` made by hand serves wherever an id does.
"""

from __future__ import annotations

from collections.abc import Sequence

from garfio.core.http import Request
from garfio.core.reply import Reply
from garfio.core.signature.catalog import CATALOG, RECOGNISER
from garfio.core.signature.handshaking import answer
from garfio.core.signature.provider import Handshake, Provider, Vector
from garfio.core.signature.recognition import Recognition
from garfio.core.signature.scheme import Check, Scheme
from garfio.core.signature.signing import sign_request
from garfio.core.signature.value import Certainty, Finding, Part, Secret, Verdict, Verification
from garfio.core.signature.verify import Question, verify_provider

__all__ = [
    "CATALOG",
    "Certainty",
    "Check",
    "Finding",
    "Handshake",
    "Part",
    "Provider",
    "Recognition",
    "Scheme",
    "Secret",
    "Vector",
    "Verdict",
    "Verification",
    "handshake",
    "recognise",
    "sign",
    "verify",
]

Secrets = Sequence[Secret | str]


def _secrets(secrets: Secrets) -> tuple[Secret, ...]:
    return tuple(Secret(secret) if isinstance(secret, str) else secret for secret in secrets)


def verify(
    request: Request,
    secrets: Secrets,
    *,
    provider: str | Provider,
    now_unix: float,
    public_url: str | None = None,
    tolerance_s: float | None = None,
) -> Verification:
    """Check the request against the provider's scheme and the secrets. Never raises on hostile input.

    `now_unix` is the moment to judge the timestamp by: for a capture the moment it was received. `public_url` is the
    address that the provider was given, for schemes that sign it; without a path it is the address of the listener.
    `tolerance_s` overrides the scheme's accepted age; 0 switches that check off.
    """
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None:
        reason = f"There is no provider {str(provider)[:60]!r}."
        return Verification(str(provider), Verdict.UNVERIFIABLE, reason, code="unknown-provider")
    return verify_provider(Question(request, _secrets(secrets), entry, now_unix, public_url, tolerance_s))


def sign(
    request: Request,
    provider: str | Provider,
    secret: Secret | str,
    *,
    now_unix: float,
    public_url: str | None = None,
    scheme: str = "",
) -> Request:
    """The request with a fresh signature; of several schemes the one it carries, else the preferred one.

    Public-key schemes need a private key as the secret (PEM, or the seed of an Ed25519 key). Raises AppError when the
    provider is not known or the secret cannot sign.
    """
    entry = _entry(provider)
    chosen = Secret(secret) if isinstance(secret, str) else secret
    return sign_request(request, entry, chosen, now_unix=now_unix, public_url=public_url, scheme_id=scheme)


def recognise(request: Request, endpoint_hint: str | Provider | None = None) -> Recognition:
    """Whose request it is and what it says of itself; the hint (the endpoint's provider) decides when given."""
    return RECOGNISER.recognise(request, endpoint_hint)


def handshake(
    request: Request,
    provider: str | Provider,
    secrets: Secrets = (),
    *,
    public_url: str | None = None,
    now_unix: float = 0,
) -> Reply | None:
    """The answer to an endpoint check, or None when the request is none or the answer needs a secret we lack."""
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None or not entry.handshakes:
        return None
    return answer(Question(request, _secrets(secrets), entry, now_unix, public_url))


def _entry(provider: str | Provider) -> Provider:
    from garfio.core.errors import AppError

    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None:
        raise AppError(
            "provider.unknown", f"There is no provider {str(provider)[:60]!r}.", hint="See: garfio providers"
        )
    return entry
