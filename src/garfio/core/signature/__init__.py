"""Verification from raw bytes; constant-time; explains itself.

    verify(request, secrets, provider="stripe", now_unix=…)    the verdict, with the bytes that were hashed
    diagnose(request, secrets, provider="stripe", now_unix=…)  the same, with the causes of a failure
    sign(request, "stripe", secret, now_unix=…)                the request with a fresh signature
    recognise(request)                                         provider, event type, delivery id
    handshake(request, "slack", secrets)                       the answer to an endpoint check

`CATALOG` has the known providers, one block of data each; a `Provider` made by hand serves wherever an id
does.
"""

from __future__ import annotations

from collections.abc import Sequence

from garfio.core.errors import AppError, nearest
from garfio.core.http import Request
from garfio.core.reply import Reply
from garfio.core.signature import certificate, diagnosis
from garfio.core.signature.catalog import CATALOG, RECOGNISER
from garfio.core.signature.diagnosis.search import Budget
from garfio.core.signature.doubt import Doubt, Doubted
from garfio.core.signature.handshaking import answer
from garfio.core.signature.key_document import (
    is_of_key,
    key_secrets,
    read_key,
    with_fetched,
    with_older,
)
from garfio.core.signature.key_location import KeyLocation, is_allowed, locate
from garfio.core.signature.provider import Handshake, Provider
from garfio.core.signature.recognition import Recognition
from garfio.core.signature.scheme import Check, Scheme
from garfio.core.signature.signing import sign_request
from garfio.core.signature.value import Certainty, Finding, Part, Secret, Verdict, Verification
from garfio.core.signature.verify import Question, verify_provider

__all__ = [
    "CATALOG",
    "Budget",
    "Certainty",
    "Check",
    "Doubt",
    "Doubted",
    "Finding",
    "Handshake",
    "KeyLocation",
    "Part",
    "Provider",
    "Recognition",
    "Scheme",
    "Secret",
    "Verdict",
    "Verification",
    "changed_on_retry",
    "diagnose",
    "diagnose_handler",
    "doubt",
    "doubt_time",
    "handshake",
    "is_allowed",
    "is_of_key",
    "key_location",
    "key_secrets",
    "read_key",
    "read_roots",
    "recognise",
    "sign",
    "verify",
    "with_fetched",
    "with_older",
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

    `now_unix` is the moment to judge the timestamp by: for a capture the moment it was received.
    `public_url` is the address that the provider was given, for schemes that sign it; without a path it is
    the address of the listener. `tolerance_s` overrides the scheme's accepted age; 0 switches that check
    off.
    """
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None:
        reason = f"There is no provider {str(provider)[:60]!r}."
        return Verification(str(provider), Verdict.UNVERIFIABLE, reason, code="unknown-provider")
    return verify_provider(Question(request, _secrets(secrets), entry, now_unix, public_url, tolerance_s))


def diagnose(
    request: Request,
    secrets: Secrets,
    *,
    provider: str | Provider,
    now_unix: float,
    public_url: str | None = None,
    tolerance_s: float | None = None,
    other_secrets: Secrets = (),
    budget: Budget | None = None,
) -> Verification:
    """`verify`, and for what is not valid the causes, the proved ones first. Run it in a worker: it may
    take seconds.

    `other_secrets` are those of other endpoints and retired ones, to be named when one of them matches. The
    budget limits bytes hashed (8 GiB) and, with a clock, seconds; `exhausted` of the result says that it
    ended the search.
    """
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None:
        return verify(request, secrets, provider=provider, now_unix=now_unix)
    question = Question(request, _secrets(secrets), entry, now_unix, public_url, tolerance_s)
    return diagnosis.diagnose_question(question, _secrets(other_secrets), budget or Budget())


def diagnose_handler(
    request: Request,
    secrets: Secrets,
    *,
    provider: str | Provider,
    now_unix: float,
    computed: str = "",
    body: bytes | None = None,
    public_url: str | None = None,
    budget: Budget | None = None,
) -> tuple[Finding, ...]:
    """For a valid request: the mistake that makes the signature a handler computed, or the body that it saw.

    Empty when the handler is right, or when nothing explains it.
    """
    question = Question(request, _secrets(secrets), _entry(provider), now_unix, public_url, 0)
    return diagnosis.diagnose_handler(question, computed, body, budget or Budget())


def changed_on_retry(request: Request, earlier: Request, provider: str | Provider) -> Finding | None:
    """The finding for a retry with another body under the first delivery's id and signature, or None."""
    return diagnosis.changed_on_retry(request, earlier, _entry(provider))


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

    Public-key schemes need a private key as the secret (PEM, or the seed of an Ed25519 key). Raises
    AppError when the provider is not known or the secret cannot sign.
    """
    entry = _entry(provider)
    chosen = Secret(secret) if isinstance(secret, str) else secret
    return sign_request(request, entry, chosen, now_unix=now_unix, public_url=public_url, scheme_id=scheme)


def recognise(request: Request, endpoint_hint: str | Provider | None = None) -> Recognition:
    """Whose request it is and what it says of itself; the hint (the endpoint's provider) decides when
    given."""
    return RECOGNISER.recognise(request, endpoint_hint)


def handshake(
    request: Request,
    provider: str | Provider,
    secrets: Secrets = (),
    *,
    public_url: str | None = None,
    now_unix: float = 0,
) -> Reply | None:
    """The answer to an endpoint check, or None when the request is none or the answer needs a secret we
    lack."""
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None or not entry.handshakes:
        return None
    return answer(Question(request, _secrets(secrets), entry, now_unix, public_url))


def key_location(request: Request, provider: str | Provider) -> KeyLocation | None:
    """Where the key that checks the request is published, and whether it may be fetched from there.

    None when the provider publishes none. What is fetched becomes a part of the secret: `cert_pem` or `public_key_pem`.
    """
    return locate(request, _entry(provider))


def unknown_provider(wanted: str, code: str = "provider.unknown") -> AppError:
    """The error for an id that no provider has."""
    return AppError(
        code,
        f"There is no provider {wanted[:60]!r}.",
        hint=f"{nearest(wanted.lower(), CATALOG)}`garfio providers` lists them.",
        provider=wanted[:60],
    )


def _entry(provider: str | Provider) -> Provider:
    entry = CATALOG.get(provider) if isinstance(provider, str) else provider
    if entry is None:
        raise unknown_provider(str(provider))
    return entry


def doubt(pem: str, roots: tuple[bytes, ...], at_unix: float) -> Doubted | None:
    """What speaks at a moment against the certificates of a PEM, the signer's first; None when they lead to one of
    the roots (DER). Raises ValueError when they cannot be read."""
    return certificate.doubt(pem, roots, at_unix)


def doubt_time(chain: tuple[str, ...], at_unix: float) -> Doubted | None:
    """The certificate of a JWS `x5c` chain whose time a moment was not; None when all were valid then. Raises
    ValueError when one cannot be read."""
    return certificate.doubt_time(chain, at_unix)


def read_roots(pem: bytes) -> tuple[bytes, ...]:
    """The certificates of a file of roots as DER, without those that cannot be read."""
    return certificate.read_roots(pem)
