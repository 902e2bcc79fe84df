"""What a capture is checked against, and the check: recognised, verified with the secrets of the moment it came.

A plan is a value, so that the process that checks can be handed one. Its `repr` shows no secret.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.http import Request, target_path
from garfio.core.signature import (
    CATALOG,
    Budget,
    Certainty,
    Finding,
    KeyLocation,
    Provider,
    Recognition,
    Secret,
    Verdict,
    Verification,
    changed_on_retry,
    diagnose,
    diagnose_handler,
    is_of_key,
    key_location,
    recognise,
    verify,
    with_fetched,
)
from garfio.engine.secrets import STORE_VARIABLE
from garfio.engine.store.keys import FetchedKey
from garfio.engine.store.looks import Found
from garfio.engine.trust import CODES, with_trust

RECOGNISE_LIMIT = 8 << 20
"""Bytes of a body up to which event type and delivery id are looked for in it; beyond, the head alone speaks."""
VERIFY_LIMIT = 32 << 20
"""Bytes of a body up to which its signature is checked."""
DIAGNOSIS_S = 5.0
"""Seconds of the processor that the search for a cause may take: other programs' work does not cut it short."""
_NOT_CHECKED = ("incomplete", "too-large", "by-design", "handshake", "key-foreign", *CODES)
ENVIRONMENT_PREFIX = "GARFIO_SECRET_"


def variable_names(path: str) -> tuple[str, str]:
    """The environment variables that may hold a secret for a path: `GARFIO_SECRET_STRIPE` for `/stripe` (ROOT for
    `/`), and the same with every character counted, `GARFIO_SECRET__STRIPE`."""
    name = re.sub(r"[^A-Za-z0-9]", "_", path.removesuffix("*")).upper()
    return ENVIRONMENT_PREFIX + (name.strip("_") or "ROOT"), ENVIRONMENT_PREFIX + name


def environment_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """Secrets among environment variables, by the variable's name."""
    return {
        name: value
        for name, value in environment.items()
        if name.startswith(ENVIRONMENT_PREFIX) and name != STORE_VARIABLE and value
    }


@dataclass(frozen=True, slots=True)
class Plan:
    """Endpoints, schemes and secrets as they are at one time."""

    endpoints: tuple[Endpoint, ...] = ()
    schemes: Mapping[str, Provider] = field(default_factory=dict)
    """Custom schemes by id."""
    secrets: Mapping[str, tuple[Secret, ...]] = field(default_factory=dict, repr=False)
    """By the endpoint's path."""
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Secrets by the name of their environment variable."""
    revision: int = 0
    consents: frozenset[str] = frozenset()
    """Providers whose keys may be fetched."""
    keys: Mapping[str, FetchedKey] = field(default_factory=dict)
    """What was fetched, by its address."""

    def endpoint(self, path: str) -> Endpoint | None:
        """The endpoint that a path belongs to."""
        return endpoint_of(self.endpoints, path)

    def provider(self, identifier: str) -> Provider | None:
        """A provider of the catalogue or a custom one."""
        return self.schemes.get(identifier) or CATALOG.get(identifier)

    def secrets_for(self, path: str, endpoint: Endpoint | None) -> tuple[Secret, ...]:
        """What to check a request for `path` with, the environment's first."""
        lent: list[Secret] = []
        if self.environment:
            names = (*(variable_names(endpoint.path) if endpoint else ()), *variable_names(path))
            found = [self.environment[name] for name in dict.fromkeys(names) if name in self.environment]
            lent = [Secret(value, "environment") for value in found]
        return (*lent, *(self.secrets.get(endpoint.path, ()) if endpoint else ()))

    def others(self, endpoint: Endpoint | None) -> tuple[Secret, ...]:
        """The secrets of everything else, labelled with its name, to be named when one of them matches."""
        own = endpoint.path if endpoint else ""
        return tuple(
            replace(secret, label=f"{owner} {secret.label}".strip())
            for owner, found in self.secrets.items()
            if owner != own
            for secret in found
        )


@dataclass(frozen=True, slots=True)
class PublishedKey:
    """A key that the provider publishes, and how far we have it."""

    location: KeyLocation
    state: str
    """`here`, `wanted` (allowed, not fetched yet), `failed`, `not-allowed`, `foreign` (an address that is not the
    provider's), `account` (answers only with the provider's credentials)."""
    fetched: FetchedKey | None = None


def published_key(
    request: Request, provider: Provider | None, plan: Plan, at_unix: float
) -> PublishedKey | None:
    """The key that a request is checked with, where its provider publishes one. A key that has run out serves for what
    came before."""
    location = key_location(request, provider) if provider is not None and provider.key_url else None
    if location is None or provider is None:
        return None
    found = plan.keys.get(location.url)
    if not location.is_allowed:
        state = "foreign"
    elif not provider.key_is_public:
        state = "account"
    elif provider.id not in plan.consents:
        state = "not-allowed"
    elif found and found.key and at_unix * 1e6 < found.expires_at_us:
        state = "here"
    else:
        state = "failed" if found and found.trouble else "wanted"
    return PublishedKey(location, state, found)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the verdict on one request depends on."""

    request: Request
    endpoint: Endpoint | None
    recognition: Recognition
    provider: Provider | None
    secrets: tuple[Secret, ...]
    at_unix: float
    """When it was received; its timestamp and the secrets are judged by this moment."""
    complete: bool = True
    handshake: bool = False
    """True for an endpoint check that was answered."""
    key: PublishedKey | None = None
    """The key that the provider publishes for it; None when it publishes none."""

    @property
    def public_url(self) -> str | None:
        """The address that the provider was given, if it is known."""
        return (self.endpoint.public_url or None) if self.endpoint else None

    @property
    def tolerance_s(self) -> float | None:
        """The endpoint's own tolerance, None for the scheme's."""
        return self.endpoint.tolerance_s if self.endpoint else None


def open_case(
    request: Request,
    plan: Plan,
    at_unix: float,
    *,
    complete: bool = True,
    handshake: bool = False,
    size: int | None = None,
) -> Case:
    """Find out whose request it is and what it is checked with. `size` is that of a body which `request` lacks
    because it is too long."""
    path = target_path(request.target)
    endpoint = plan.endpoint(path)
    hint = plan.provider(endpoint.provider) if endpoint and endpoint.provider else None
    long = (len(request.body) if size is None else size) > RECOGNISE_LIMIT
    seen = Request(request.head, b"", request.framing) if long else request
    recognition = recognise(seen, hint)
    provider = hint or plan.provider(recognition.provider)
    secrets = plan.secrets_for(path, endpoint)
    key = published_key(request, provider, plan, at_unix)
    case = Case(request, endpoint, recognition, provider, secrets, at_unix, complete, handshake, key)
    return with_key(case)


def with_key(case: Case) -> Case:
    """The case with the published key among its secrets, where we have it."""
    key, provider = case.key, case.provider
    if key is None or key.state != "here" or key.fetched is None or provider is None:
        return case
    alone = not any("{secret:" in scheme.content for scheme in provider.schemes)
    made = with_fetched(case.secrets, key.fetched.key, key.location.host, alone=alone)
    return replace(case, secrets=made)


def judge(case: Case, size: int | None = None) -> Verification:
    """The verdict on a request; `size` is that of a body which the request lacks because it is too long."""
    if case.provider is None:
        return _unverifiable("", "Nothing says whose request this is.", "unknown-sender")
    if not case.complete:
        reason = "The body did not arrive whole, so its signature cannot be checked."
        return _unverifiable(case.provider.id, reason, "incomplete")
    if (len(case.request.body) if size is None else size) > VERIFY_LIMIT:
        reason = f"The body is larger than the {VERIFY_LIMIT >> 20} MiB up to which signatures are checked."
        return _unverifiable(case.provider.id, reason, "too-large")
    result = verify(
        case.request,
        case.secrets,
        provider=case.provider,
        now_unix=case.at_unix,
        public_url=case.public_url,
        tolerance_s=case.tolerance_s,
    )
    if case.handshake and result.verdict is Verdict.UNSIGNED:
        reason = "The provider's check of the endpoint, which it does not sign."
        return _unverifiable(case.provider.id, reason, "handshake")
    return with_trust(_with_key_trouble(case, result), case.provider, case.at_unix)


def _with_key_trouble(case: Case, result: Verification) -> Verification:
    """The verdict with the reason why there is no key; where the key came from, when it made the verdict."""
    key = case.key
    if key is None or case.provider is None:
        return result
    if result.verdict is not Verdict.NO_SECRET:
        if key.state == "here" and key.fetched is not None and result.secret is not None:
            is_from_there = is_of_key(result.secret, key.fetched.key)
            return replace(result, key_url=key.location.url) if is_from_there else result
        return result
    if key.state == "here":
        return replace(result, key_url=key.location.url)
    name, host = case.provider.name, key.location.host
    detail = key.fetched.detail if key.fetched else ""
    sentences = {
        "foreign": f"The key is said to be at {key.location.url}, which is not an address of {name}.",
        "account": f"{name} gives its key only to its customers; give it as the secret.",
        "not-allowed": f"The key of {name} was not fetched: allow it to be fetched from {host}, or give it by hand.",
        "failed": f"The key of {name} could not be fetched from {host}: {detail}",
        "wanted": f"The key of {name} is being fetched from {host}.",
    }
    verdict = Verdict.INVALID if key.state == "foreign" else result.verdict
    code = f"key-{key.state}"
    return replace(result, verdict=verdict, reason=sentences[key.state], code=code, key_url=key.location.url)


def examine(case: Case, others: tuple[Secret, ...] = (), earlier: Request | None = None) -> Verification:
    """The verdict, and for what is not valid its causes. `others` are the secrets of other endpoints, `earlier` is
    the first capture of the same delivery. May take seconds."""
    verification = judge(case)
    if case.provider is None or verification.verdict is Verdict.VALID or verification.code in _NOT_CHECKED:
        return verification
    verification = diagnose(
        case.request,
        case.secrets,
        provider=case.provider,
        now_unix=case.at_unix,
        public_url=case.public_url,
        tolerance_s=case.tolerance_s,
        other_secrets=others,
        budget=_budget(),
    )
    verification = _with_key_trouble(case, verification)
    changed = changed_on_retry(case.request, earlier, case.provider) if earlier else None
    if changed is None or _is_body_explained(verification):
        return verification
    return replace(verification, findings=_proved_first(verification, changed))


def _is_body_explained(verification: Verification) -> bool:
    """True when undoing a change of the body gives the exact signature: the sender did not sign another one."""
    return any(
        one.certainty is Certainty.PROVED and one.code.startswith("body.") for one in verification.findings
    )


def _proved_first(verification: Verification, changed: Finding) -> tuple[Finding, ...]:
    """The findings with a proved one more; guesses made for want of a proof are left out."""
    others = [one for one in verification.findings if one.code != changed.code]
    proved = [one for one in others if one.certainty is Certainty.PROVED]
    likely = [one for one in others if one.certainty is Certainty.LIKELY]
    return (*proved, changed, *likely)


def examine_handler(case: Case, computed: str, body: bytes | None) -> tuple[Finding, ...]:
    """The mistake that makes the signature which a handler computed, or the body that it saw."""
    if case.provider is None:
        return ()
    return diagnose_handler(
        case.request,
        case.secrets,
        provider=case.provider,
        now_unix=case.at_unix,
        computed=computed,
        body=body,
        public_url=case.public_url,
        budget=_budget(),
    )


def findings(case: Case, verification: Verification) -> Found:
    """What is kept of a check in the capture's row."""
    said = case.recognition
    return Found(
        case.endpoint.path if case.endpoint else "",
        case.provider.id if case.provider else said.provider,
        said.event_type,
        said.delivery_id,
        verification.verdict.value,
        said.is_retry,
    )


def _budget() -> Budget:
    return Budget(clock=time.process_time, seconds=DIAGNOSIS_S)


def _unverifiable(provider: str, reason: str, code: str) -> Verification:
    return Verification(provider, Verdict.UNVERIFIABLE, reason, code)
