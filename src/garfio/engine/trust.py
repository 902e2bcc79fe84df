"""The certificate behind a signature that is right: does it lead to a root of the system, and was it valid then?

A certificate that was fetched has to; one that the user gave is trusted for that, and what is odd is only said. Of a
chain in the message, which leads to a root that was given or fetched, the days are judged.
"""

from __future__ import annotations

import ssl
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from garfio.core.signature import (
    Certainty,
    Doubt,
    Doubted,
    Finding,
    Provider,
    Secret,
    Verdict,
    Verification,
    doubt,
    doubt_time,
)
from garfio.core.signature import read_roots as read

_BEGIN = "-----BEGIN CERTIFICATE-----"
_TOLD: dict[Doubt, tuple[Verdict | None, str]] = {
    Doubt.INCOMPLETE: (
        None,
        "The certificate came without its issuer {name}, so it cannot be followed to a root.",
    ),
    Doubt.UNTRUSTED: (
        Verdict.INVALID,
        "The certificate leads to no root that this computer trusts: it ends at {name}.",
    ),
    Doubt.RUN_OUT: (
        Verdict.EXPIRED,
        "The certificate of {name} was valid until {day}, which is before this was received.",
    ),
    Doubt.EARLY: (
        Verdict.EXPIRED,
        "The certificate of {name} is valid from {day} on, which is after this was received.",
    ),
}
"""What each doubt makes of a verdict, and the sentence that says so."""
CODES = tuple(f"certificate-{one}" for one, (verdict, _) in _TOLD.items() if verdict is not None)


def with_trust(result: Verification, provider: Provider, at_unix: float) -> Verification:
    """The verdict with what its certificate is worth at the moment of receipt; `key_url` tells a fetched one."""
    pem = _certificate(result.secret)
    if result.verdict is not Verdict.VALID or not pem:
        return result
    algorithms = {scheme.id: scheme.algorithm for scheme in provider.schemes}
    try:
        if result.chain:  # it led to the root that was given, or it would not be valid
            found = doubt_time(result.chain, at_unix)
        elif algorithms.get(result.scheme, "").startswith(("rsa-", "ecdsa-")):
            found = doubt(pem, system_roots(), at_unix)
        else:
            found = None  # the root of what is no chain
    except ValueError:
        found = None  # it checked the signature, so it is read; only what stands beside it is not
    return result if found is None else _told(result, found)


def _told(result: Verification, found: Doubted) -> Verification:
    verdict, sentence = _TOLD[found.doubt]
    if found.doubt is Doubt.UNTRUSTED and not result.key_url:
        verdict = None
    sentence = sentence.format(name=found.name, day=found.day)
    certainty = Certainty.POSSIBLE if verdict is None else Certainty.PROVED
    fields = (("name", found.name), ("day", found.day))
    findings = (*result.findings, Finding(f"certificate.{found.doubt}", certainty, sentence, fields))
    if verdict is None:
        return replace(result, findings=findings)
    return replace(
        result, verdict=verdict, reason=sentence, code=f"certificate-{found.doubt}", findings=findings
    )


def _certificate(secret: Secret | None) -> str:
    text = (secret.parts.get("cert_pem") or secret.value) if secret is not None else ""
    return text if _BEGIN in text else ""


def system_roots() -> tuple[bytes, ...]:
    """The system's root certificates as DER; those that browsers trust where the system keeps none."""
    return _read(ssl.get_default_verify_paths().cafile or "")


@lru_cache(maxsize=4)
def _read(file: str) -> tuple[bytes, ...]:
    held = tuple(ssl.create_default_context().get_ca_certs(binary_form=True))
    pem = "".join(ssl.DER_cert_to_PEM_cert(one) for one in held).encode()
    found = read(Path(file).read_bytes() if file else pem)
    if found:
        return found
    import certifi  # only here: the listener has to accept within a second

    return read(Path(certifi.where()).read_bytes())
