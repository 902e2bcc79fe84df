"""Chains of certificates made here: what each is worth at the moment of receipt."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from garfio.core.signature import doubt, doubt_time, read_roots
from garfio.core.signature.certificate import leaf_key

START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
AT = START.timestamp() + 10 * 86_400
KEYS = {name: ec.generate_private_key(ec.SECP256R1()) for name in ("root", "issuer", "signer", "other")}


def issue(
    name: str, by: str, *, days: int = 3000, authority: bool = False, key: str = "", mark: str = ""
) -> str:
    """A certificate of a name by another one's key, as PEM."""
    subject, issuer = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, by))
    public = KEYS[key or name].public_key()
    number = x509.random_serial_number()
    made = x509.CertificateBuilder(issuer, subject, public, number, START, START + dt.timedelta(days=days))
    made = made.add_extension(x509.BasicConstraints(authority, None), critical=True)
    if mark:
        made = made.add_extension(
            x509.UnrecognizedExtension(x509.ObjectIdentifier(mark), b"\5\0"), critical=False
        )
    return made.sign(KEYS[by], hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()


ROOT = issue("root", "root", authority=True)
ISSUER = issue("issuer", "root", authority=True)
SIGNER = issue("signer", "issuer")
ROOTS = read_roots(ROOT.encode())


@pytest.mark.parametrize(
    ("pem", "kind", "name"),
    [
        (SIGNER + ISSUER, None, ""),
        (SIGNER + ISSUER + ROOT, None, ""),
        (SIGNER + issue("other", "other", authority=True) + ISSUER, None, ""),
        (issue("signer", "root"), None, ""),
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
def test_doubts(pem: str, kind: str | None, name: str) -> None:
    """Nothing speaks against what leads to a root by certificates that may issue, all valid then; else what does."""
    found = doubt(pem, ROOTS, AT)
    assert (found and found.doubt, found.name if found else "") == (kind, name)


def test_time_is_that_of_receipt() -> None:
    """Before its first day and after its last one it is worth nothing, whatever day it is today."""
    short = issue("signer", "issuer", days=20) + ISSUER
    seen = [doubt(short, ROOTS, AT + days * 86_400) for days in (0, 20, -20)]
    assert [one and (one.doubt, one.day) for one in seen] == [
        None, ("run-out", "2024-01-21"), ("early", "2024-01-01"),
    ]  # fmt: skip


def test_without_roots_nothing_is_trusted() -> None:
    """And what is no certificate is said to be none."""
    for pem, kind in ((SIGNER + ISSUER, "incomplete"), (SIGNER + ISSUER + ROOT, "untrusted")):
        found = doubt(pem, (), AT)
        assert found is not None
        assert found.doubt == kind
    with pytest.raises(ValueError, match=r"."):
        doubt("nothing", ROOTS, AT)


def chain(*pems: str) -> tuple[str, ...]:
    """Certificates as a token carries them."""
    return tuple("".join(pem.strip().split("\n")[1:-1]) for pem in pems)


def test_a_chain_in_a_message() -> None:
    """With or without its root it gives the signer's key; each may issue the one before, and has its mark."""
    marked = issue("signer", "issuer", mark="1.2.3")
    key = KEYS["signer"].public_key()
    wanted = key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    ).decode()
    for seen in (chain(SIGNER, ISSUER), chain(SIGNER, ISSUER, ROOT)):
        assert leaf_key(seen, ROOT) == wanted
    assert leaf_key(chain(marked, ISSUER), ROOT, ("1.2.3",)) == wanted
    for seen, marks in (
        (chain(SIGNER, ISSUER), ("1.2.3",)),
        (chain(marked, ISSUER), ("1.2.3", "1.2.4")),
        (chain(issue("signer", "root", mark="1.2.3")), ("1.2.3", "1.2.4")),
        (chain(SIGNER), ()),
        (chain(SIGNER, issue("issuer", "root")), ()),
        (chain(SIGNER, issue("issuer", "other", authority=True)), ()),
        ((), ()),
        (("AAAA",), ()),
        (("no base64",), ()),
    ):
        with pytest.raises(ValueError, match="do not lead to the given root"):
            leaf_key(seen, ROOT, marks)


def test_days_of_a_chain_in_a_message() -> None:
    """Each of its certificates has to be valid at that moment."""
    assert doubt_time(chain(SIGNER, ISSUER, ROOT), AT) is None
    found = doubt_time(chain(SIGNER, issue("issuer", "root", authority=True, days=5)), AT)
    assert found is not None
    assert (found.doubt, found.name, found.day) == ("run-out", "issuer", "2024-01-06")


def test_roots_that_cannot_be_read_are_left_out() -> None:
    """The others of the file serve."""
    broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    assert read_roots((broken + "# a comment\n" + ROOT).encode()) == ROOTS
    assert read_roots(b"") == ()
