"""Chains of certificates made here: what each is worth at the moment of receipt."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from garfio.core.signature import read_roots, trust

START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
AT = START.timestamp() + 10 * 86_400
KEYS = {name: ec.generate_private_key(ec.SECP256R1()) for name in ("root", "issuer", "signer", "other")}


def issue(name: str, by: str, *, days: int = 3000, authority: bool = False, key: str = "") -> str:
    """A certificate of a name by another one's key, as PEM."""
    subject, issuer = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, by))
    public = KEYS[key or name].public_key()
    number = x509.random_serial_number()
    made = x509.CertificateBuilder(issuer, subject, public, number, START, START + dt.timedelta(days=days))
    made = made.add_extension(x509.BasicConstraints(authority, None), critical=True)
    return made.sign(KEYS[by], hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()


ROOT = issue("root", "root", authority=True)
ISSUER = issue("issuer", "root", authority=True)
SIGNER = issue("signer", "issuer")
ROOTS = read_roots(ROOT.encode())


@pytest.mark.parametrize(
    ("pem", "standing", "name"),
    [
        (SIGNER + ISSUER, "trusted", ""),
        (SIGNER + ISSUER + ROOT, "trusted", ""),
        (SIGNER + issue("other", "other", authority=True) + ISSUER, "trusted", ""),
        (issue("signer", "root"), "trusted", ""),
        (SIGNER, "incomplete", "issuer"),
        (issue("signer", "signer"), "untrusted", "signer"),
        (issue("signer", "other") + issue("other", "other", authority=True), "untrusted", "other"),
        (SIGNER + issue("issuer", "root"), "untrusted", "root"),
        (SIGNER + issue("issuer", "root", authority=True, key="other"), "untrusted", "root"),
        (issue("signer", "issuer", days=5) + ISSUER, "run-out", "signer"),
        (SIGNER + issue("issuer", "root", authority=True, days=5), "run-out", "issuer"),
    ],
    ids=(
        "issuer", "with-root", "among-others", "root-alone", "alone", "self-signed", "other-root", "not-an-authority",
        "other-key", "late", "late-issuer",
    ),
)  # fmt: skip
def test_standing(pem: str, standing: str, name: str) -> None:
    """Only what leads to a root by certificates that may issue, all valid then, is trusted."""
    found = trust(pem, ROOTS, AT)
    assert (found.standing, found.name) == (standing, name)


def test_time_is_that_of_receipt() -> None:
    """Before its first day and after its last one it is worth nothing, whatever day it is today."""
    short = issue("signer", "issuer", days=20) + ISSUER
    assert trust(short, ROOTS, AT).standing == "trusted"
    late = trust(short, ROOTS, AT + 20 * 86_400)
    assert (late.standing, late.day) == ("run-out", "2024-01-21")
    early = trust(short, ROOTS, AT - 20 * 86_400)
    assert (early.standing, early.day) == ("early", "2024-01-01")


def test_without_roots_nothing_is_trusted() -> None:
    """And what is no certificate is said to be none."""
    assert trust(SIGNER + ISSUER, (), AT).standing == "incomplete"
    assert trust(SIGNER + ISSUER + ROOT, (), AT).standing == "untrusted"
    with pytest.raises(ValueError, match=r"."):
        trust("nothing", ROOTS, AT)


def test_roots_that_cannot_be_read_are_left_out() -> None:
    """The others of the file serve."""
    broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    assert read_roots((broken + "# a comment\n" + ROOT).encode()) == ROOTS
    assert read_roots(b"") == ()
