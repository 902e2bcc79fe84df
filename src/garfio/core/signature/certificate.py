"""Certificates that senders sign with: whose they are, and whether they lead to a root that is trusted.

Their fitness is judged by the moment a message was received, as its timestamp is.
"""

from __future__ import annotations

import datetime as dt
import warnings
from functools import lru_cache
from itertools import pairwise

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID
from cryptography.x509.verification import Criticality, ExtensionPolicy, Policy, PolicyBuilder, Store
from cryptography.x509.verification import VerificationError as Refusal

from garfio.core.signature.standing import Standing, Trust


def check_owner(pem: str, domain: str) -> None:
    """Check whose a certificate is, its first one the signer's: its common name lies under `domain`, and each that
    comes with it is the issuer of the one before. Raises ValueError with a sentence."""
    try:
        chain = x509.load_pem_x509_certificates(pem.encode())
        names = [
            str(name.value).lower() for name in chain[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        ]
        for certificate, issuer in pairwise(chain):
            certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm) as error:
        raise ValueError("The certificate there does not lead to those that come with it.") from error
    if not any(name.endswith(f".{domain}") for name in names):
        raise ValueError(f"The certificate there is not one of {domain}.")


def to_pem(der: bytes) -> str:
    """A certificate as PEM. Raises ValueError when it cannot be read."""
    return x509.load_der_x509_certificate(der).public_bytes(serialization.Encoding.PEM).decode()


def trust(pem: str, roots: tuple[bytes, ...], at_unix: float) -> Trust:
    """What the certificates of a PEM, the signer's first, are worth at a moment, with these roots (DER). Raises
    ValueError when they cannot be read."""
    at = dt.datetime.fromtimestamp(at_unix, dt.UTC)
    leaf, *others = x509.load_pem_x509_certificates(pem.encode())
    late = _out_of_time(leaf, at)
    if late is not None:
        return late
    policy = PolicyBuilder().store(_store(roots)).time(at) if roots else None
    try:
        if policy is not None:
            authority = ExtensionPolicy.permit_all().require_present(
                x509.BasicConstraints, Criticality.AGNOSTIC, _is_authority
            )
            policy = policy.extension_policies(ca_policy=authority, ee_policy=ExtensionPolicy.permit_all())
            policy.build_client_verifier().verify(leaf, others)
            return Trust(Standing.TRUSTED)
    except Refusal:
        pass  # why is found out below
    return _fault(leaf, others, roots, at)


def _fault(
    leaf: x509.Certificate, others: list[x509.Certificate], roots: tuple[bytes, ...], at: dt.datetime
) -> Trust:
    """Why a chain leads to no root."""
    top = leaf
    for _ in others:
        above = next((one for one in others if one.subject == top.issuer and one != top), None)
        if above is None:
            break
        late = _out_of_time(above, at)
        if late is not None:
            return late
        top = above
    known = {x509.load_der_x509_certificate(root).subject.public_bytes() for root in roots}
    is_open = top.issuer != top.subject and top.issuer.public_bytes() not in known
    return Trust(Standing.INCOMPLETE if is_open else Standing.UNTRUSTED, _common_name(top.issuer))


def _out_of_time(certificate: x509.Certificate, at: dt.datetime) -> Trust | None:
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if first <= at <= last:
        return None
    name = _common_name(certificate.subject)
    if at > last:
        return Trust(Standing.RUN_OUT, name, f"{last:%Y-%m-%d}")
    return Trust(Standing.EARLY, name, f"{first:%Y-%m-%d}")


def _common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def _is_authority(_policy: Policy, _certificate: x509.Certificate, extension: x509.BasicConstraints) -> None:
    if not extension.ca:
        raise ValueError("It may not issue certificates.")


@lru_cache(maxsize=4)
def _store(roots: tuple[bytes, ...]) -> Store:
    return Store([x509.load_der_x509_certificate(root) for root in roots])


def read_roots(pem: bytes) -> tuple[bytes, ...]:
    """The certificates of a file of roots as DER, without those that cannot be read."""
    found: list[bytes] = []
    end = b"-----END CERTIFICATE-----"
    for piece in pem.split(end)[:-1]:
        start = piece.find(b"-----BEGIN CERTIFICATE-----")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # a root that breaks the rules will be none soon
                made = x509.load_pem_x509_certificate(piece[max(start, 0) :] + end)
        except (ValueError, UnsupportedAlgorithm, Warning):
            continue
        found.append(made.public_bytes(serialization.Encoding.DER))
    return tuple(found)
