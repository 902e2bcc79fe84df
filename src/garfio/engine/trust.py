"""The certificate behind a signature that is right: does it lead to a root of the system, and was it valid then?

A certificate that was fetched has to; one that the user gave is trusted for that, and what is odd is only said.
"""

from __future__ import annotations

import ssl
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from garfio.core.signature import Certainty, Finding, Provider, Secret, Standing, Trust, Verdict, Verification
from garfio.core.signature import read_roots as read
from garfio.core.signature import trust as judge_chain

_BEGIN = "-----BEGIN CERTIFICATE-----"
_SENTENCES = {
    Standing.INCOMPLETE: "The certificate came without its issuer {name}, so it cannot be followed to a root.",
    Standing.UNTRUSTED: "The certificate leads to no root that this computer trusts: it ends at {name}.",
    Standing.RUN_OUT: "The certificate of {name} was valid until {day}, which is before this was received.",
    Standing.EARLY: "The certificate of {name} is valid from {day} on, which is after this was received.",
}
_VERDICTS = {
    Standing.UNTRUSTED: Verdict.INVALID,
    Standing.RUN_OUT: Verdict.EXPIRED,
    Standing.EARLY: Verdict.EXPIRED,
}
CODES = tuple(f"certificate-{standing}" for standing in _VERDICTS)


def with_trust(result: Verification, provider: Provider, at_unix: float) -> Verification:
    """The verdict with what its certificate is worth at the moment of receipt; `key_url` tells a fetched one."""
    pem = _certificate(result.secret)
    algorithms = {scheme.id: scheme.algorithm for scheme in provider.schemes}
    is_direct = algorithms.get(result.scheme, "").startswith(
        ("rsa-", "ecdsa-")
    )  # a root may be the key of others
    if result.verdict is not Verdict.VALID or not pem or not is_direct:
        return result
    try:
        found = judge_chain(pem, system_roots(), at_unix)
    except ValueError:
        return result  # it checked the signature, so it is read; only what stands beside it is not
    if found.standing is Standing.TRUSTED:
        return result
    return _told(result, found, is_fetched=bool(result.key_url))


def _told(result: Verification, found: Trust, *, is_fetched: bool) -> Verification:
    verdict = _VERDICTS.get(found.standing)
    if found.standing is Standing.UNTRUSTED and not is_fetched:
        verdict = None
    sentence = _SENTENCES[found.standing].format(name=found.name, day=found.day)
    certainty = Certainty.POSSIBLE if verdict is None else Certainty.PROVED
    fields = (("name", found.name), ("day", found.day))
    findings = (*result.findings, Finding(f"certificate.{found.standing}", certainty, sentence, fields))
    if verdict is None:
        return replace(result, findings=findings)
    code = f"certificate-{found.standing}"
    return replace(result, verdict=verdict, reason=sentence, code=code, findings=findings)


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
