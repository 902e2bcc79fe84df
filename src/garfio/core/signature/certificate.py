"""Certificates that senders sign with: whose they are, and whether they lead to a root that is trusted.

Their fitness is judged by the moment a message was received, as its timestamp is.
"""

from __future__ import annotations

import base64
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

from garfio.core.signature.doubt import Doubt, Doubted

_UNSOUND = (ValueError, TypeError, IndexError, InvalidSignature, UnsupportedAlgorithm, x509.ExtensionNotFound)
"""What certificates raise that cannot be read, lack something or were not issued by another one."""


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
    except _UNSOUND as error:
        raise ValueError("The certificate there does not lead to those that come with it.") from error
    if not any(name.endswith(f".{domain}") for name in names):
        raise ValueError(f"The certificate there is not one of {domain}.")


def to_pem(der: bytes) -> str:
    """A certificate as PEM. Raises ValueError when it cannot be read."""
    return x509.load_der_x509_certificate(der).public_bytes(serialization.Encoding.PEM).decode()


def leaf_key(chain: tuple[str, ...], root: str, marks: tuple[str, ...] = ()) -> str:
    """The key of a JWS `x5c` chain's first certificate as PEM, once the chain ends at the given root certificate.

    `marks` are extensions that the certificates must have, the signer's first. Raises ValueError when one cannot be
    read, lacks its mark or does not follow from the next.
    """
    try:
        path = _path(_read_chain(chain), x509.load_pem_x509_certificate(root.encode()))
        for index, mark in enumerate(marks):
            path[index].extensions.get_extension_for_oid(x509.ObjectIdentifier(mark))
        key = path[0].public_key()
    except _UNSOUND as error:
        raise ValueError(
            "The certificates in the message do not lead to the given root certificate."
        ) from error
    encoding, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_bytes(encoding, form).decode()


def _path(chain: list[x509.Certificate], anchor: x509.Certificate) -> list[x509.Certificate]:
    """The certificates from the signer's to the one that the anchor issued; each may issue the one before. Raises one
    of `_UNSOUND` where that is not so."""
    for index, certificate in enumerate(chain):
        if index and not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca:
            break
        try:
            certificate.verify_directly_issued_by(anchor)
        except (ValueError, InvalidSignature):
            certificate.verify_directly_issued_by(chain[index + 1])
        else:
            return chain[: index + 1]
    raise ValueError("A certificate may not issue others, or there is none.")


def doubt_time(chain: tuple[str, ...], at_unix: float) -> Doubted | None:
    """The certificate of a JWS `x5c` chain whose time a moment was not; None when all were valid then. Raises
    ValueError when one cannot be read."""
    at = dt.datetime.fromtimestamp(at_unix, dt.UTC)
    return next(filter(None, (_out_of_time(one, at) for one in _read_chain(chain))), None)


def _read_chain(chain: tuple[str, ...]) -> list[x509.Certificate]:
    return [x509.load_der_x509_certificate(base64.b64decode(one)) for one in chain]


def doubt(pem: str, roots: tuple[bytes, ...], at_unix: float) -> Doubted | None:
    """What speaks at a moment against the certificates of a PEM, the signer's first; None when they lead to one of
    the roots (DER). Raises ValueError when they cannot be read."""
    at = dt.datetime.fromtimestamp(at_unix, dt.UTC)
    leaf, *others = x509.load_pem_x509_certificates(pem.encode())
    late = _out_of_time(leaf, at)
    if late is not None:
        return late
    return None if _leads_to_root(leaf, others, roots, at) else _find_gap(leaf, others, roots, at)


def _leads_to_root(
    leaf: x509.Certificate, others: list[x509.Certificate], roots: tuple[bytes, ...], at: dt.datetime
) -> bool:
    if not roots:
        return False
    authority = ExtensionPolicy.permit_all().require_present(
        x509.BasicConstraints, Criticality.AGNOSTIC, _is_authority
    )
    policy = PolicyBuilder().store(_store(roots)).time(at)
    policy = policy.extension_policies(ca_policy=authority, ee_policy=ExtensionPolicy.permit_all())
    try:
        policy.build_client_verifier().verify(leaf, others)
    except Refusal:
        return False
    return True


def _find_gap(
    leaf: x509.Certificate, others: list[x509.Certificate], roots: tuple[bytes, ...], at: dt.datetime
) -> Doubted:
    """Why certificates lead to no root."""
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
    return Doubted(Doubt.INCOMPLETE if is_open else Doubt.UNTRUSTED, _common_name(top.issuer))


def _out_of_time(certificate: x509.Certificate, at: dt.datetime) -> Doubted | None:
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    name = _common_name(certificate.subject)
    if at > last:
        return Doubted(Doubt.RUN_OUT, name, f"{last:%Y-%m-%d}")
    if at < first:
        return Doubted(Doubt.EARLY, name, f"{first:%Y-%m-%d}")
    return None


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
