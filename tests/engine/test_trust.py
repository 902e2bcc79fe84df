"""What a certificate does to a verdict: with the system's roots, fetched or given by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.core.signature.test_certificate import AT, ISSUER, ROOT, SIGNER, chain, issue

from garfio.core.signature import CATALOG, Secret, Verdict, Verification
from garfio.engine.trust import system_roots, with_trust

PAYPAL = CATALOG["paypal"]


@pytest.fixture(autouse=True)
def own_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system trusts our root alone."""
    (tmp_path / "roots.pem").write_text(ROOT)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "roots.pem"))


def checked(pem: str, *, fetched: bool, at: float = AT, scheme: str = "transmission") -> Verification:
    """A signature by the key of a certificate."""
    secret = Secret(json.dumps({"webhook_id": "W", "cert_pem": pem}))
    url = "https://api.paypal.com/v1/notifications/certs/CERT-1" if fetched else ""
    right = Verification("paypal", Verdict.VALID, "right", "ok", scheme, secret=secret, key_url=url)
    return with_trust(right, PAYPAL, at)


@pytest.mark.parametrize("fetched", [True, False])
def test_a_chain_to_a_root(fetched: bool) -> None:
    """Nothing is to be said of it; without its issuer that is said, and it is valid all the same."""
    assert checked(SIGNER + ISSUER, fetched=fetched).findings == ()
    alone = checked(SIGNER, fetched=fetched)
    assert (alone.verdict, [one.code for one in alone.findings]) == ("valid", ["certificate.incomplete"])
    assert "issuer" in alone.findings[0].advice


def test_a_chain_to_somewhere_else() -> None:
    """Fetched it makes the message invalid; given by hand it is trusted for that, and said."""
    fetched = checked(issue("signer", "signer"), fetched=True)
    assert (fetched.verdict, fetched.code) == ("invalid", "certificate-untrusted")
    assert (fetched.findings[0].code, fetched.findings[0].certainty) == ("certificate.untrusted", "proved")
    by_hand = checked(issue("signer", "signer"), fetched=False)
    assert (by_hand.verdict, by_hand.code) == ("valid", "ok")
    assert (by_hand.findings[0].code, by_hand.findings[0].certainty) == ("certificate.untrusted", "possible")


def test_the_day_of_receipt_counts() -> None:
    """Valid then, it is valid for ever; run out then, or not begun, it is expired."""
    short = issue("signer", "issuer", days=20) + ISSUER
    assert checked(short, fetched=True).verdict == "valid"
    late = checked(short, fetched=True, at=AT + 86_400 * 20)
    assert (late.verdict, late.code) == ("expired", "certificate-run-out")
    assert "2024-01-21" in late.reason
    assert checked(short, fetched=True, at=AT - 86_400 * 20).code == "certificate-early"


def test_the_days_of_a_chain_in_the_message() -> None:
    """The App Store's certificates come along, and are judged by the day of receipt; the root that they lead to is not
    looked for in the system."""
    other = issue("other", "other", authority=True)
    apple = CATALOG["apple_app_store"]

    def seen(signer: str) -> Verification:
        right = Verification(
            "apple_app_store", Verdict.VALID, "right", "ok", "jwt", secret=Secret(other), chain=chain(signer)
        )
        return with_trust(right, apple, AT)

    assert (seen(issue("signer", "other")).verdict, seen(issue("signer", "other")).findings) == ("valid", ())
    late = seen(issue("signer", "other", days=5))
    assert (late.verdict, late.code) == ("expired", "certificate-run-out")
    assert "2024-01-06" in late.reason


def test_other_verdicts_and_other_keys_stay() -> None:
    """A root given for a chain inside the message is not judged, nor what is wrong anyway."""
    assert checked(issue("signer", "signer"), fetched=True, scheme="jwt").findings == ()
    bare = Verification("paypal", Verdict.VALID, "right", "ok", "transmission", secret=Secret("W"))
    assert with_trust(bare, PAYPAL, AT) == bare
    assert with_trust(Verification("paypal", Verdict.INVALID, "wrong"), PAYPAL, AT).code == ""


def test_there_are_roots_without_a_file_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of browsers take their place."""
    (tmp_path / "empty.pem").write_text("")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty.pem"))
    assert len(system_roots()) > 50
