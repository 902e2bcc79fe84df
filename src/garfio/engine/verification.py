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
    Finding,
    Provider,
    Recognition,
    Secret,
    Verdict,
    Verification,
    changed_on_retry,
    diagnose,
    diagnose_handler,
    recognise,
    verify,
)
from garfio.engine.secrets import STORE_VARIABLE
from garfio.engine.store.looks import Found

RECOGNISE_LIMIT = 8 << 20
"""Bytes of a body up to which event type and delivery id are looked for in it; beyond, the head alone speaks."""
VERIFY_LIMIT = 32 << 20
"""Bytes of a body up to which its signature is checked."""
DIAGNOSIS_S = 5.0
"""Seconds that the search for a cause may take."""
_NOT_CHECKED = ("incomplete", "too-large", "by-design", "handshake")
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
    return Case(request, endpoint, recognition, provider, secrets, at_unix, complete, handshake)


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
    return result


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
    changed = changed_on_retry(case.request, earlier, case.provider) if earlier else None
    if changed is not None and changed.code not in {finding.code for finding in verification.findings}:
        verification = replace(verification, findings=(*verification.findings, changed))
    return verification


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
    return Budget(clock=time.monotonic, seconds=DIAGNOSIS_S)


def _unverifiable(provider: str, reason: str, code: str) -> Verification:
    return Verification(provider, Verdict.UNVERIFIABLE, reason, code)
