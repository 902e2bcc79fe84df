"""Tests of the words of a diagnosis: every code that there is has its own, and details are put in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from garfio.core.signature import CATALOG, Certainty, Doubt, Finding, Verdict, Verification
from garfio.core.signature.diagnosis.advice import ADVICE
from garfio.ui.signature.cause_text import CAUSES
from garfio.ui.signature.finding_text import finding_text
from garfio.ui.signature.handler_text import mistake_text
from garfio.ui.signature.verdict_text import BASES, REASONS, basis_text, headline, kind_text, reason

_REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "signature-failures.md"
_OTHER_CODES = (
    "secret.other", "secret.not-a-signing-secret", "secret.wrong", "time.too-old", "time.in-future", "time.unit",
    "header.missing", "header.malformed", "header.wrong-name", "header.inconsistent", "unverifiable",
    "sender.changed-on-retry",
    *(f"certificate.{one}" for one in Doubt),
)  # fmt: skip


def _source(*names: str) -> str:
    import garfio

    root = Path(garfio.__file__).parent
    return "\n".join(path.read_text(encoding="utf-8") for name in names for path in root.glob(name))


@pytest.mark.parametrize("code", sorted({*ADVICE, *_OTHER_CODES}))
@pytest.mark.parametrize("certainty", Certainty)
def test_every_code_has_words(code: str, certainty: Certainty) -> None:
    """Cause and advice are sentences of our own, without holes."""
    fields = (
        ("detail", "with LF"),
        ("label", "CLI"),
        ("reference", "header:X"),
        ("header", "Via"),
        ("mode", "test"),
        ("name", "Authority"),
        ("day", "2024-05-01"),
    )
    words = finding_text(Finding(code, certainty, "the engine's own", fields), "Stripe")
    for text in (words.cause, words.advice):
        assert len(text) > 15
        assert not re.search(r"[{}…]", text), text
    assert words.certainty == str(certainty)


def test_no_code_of_the_engine_is_forgotten() -> None:
    """Codes as the engine writes them, found in its source, are in the table."""
    source = _source("core/signature/**/*.py")
    found = set(re.findall(r'"((?:secret|body|url|algorithm|encoding|time|header|sender)\.[a-z-]+)"', source))
    assert found
    assert found <= set(CAUSES)


@pytest.mark.skipif(not _REFERENCE.exists(), reason="the catalogue of causes is not here")
def test_the_catalogue_of_causes_is_covered() -> None:
    """Every code of the catalogue has words."""
    table = (
        _REFERENCE.read_text(encoding="utf-8").partition("## The codes")[2].partition("## The catalogue")[0]
    )
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    codes = {code for row in rows for code in re.findall(r"`([a-z0-9.-]+)`", row)}
    assert len(codes) > 30
    assert codes <= set(CAUSES)


def test_an_unknown_code_is_the_engines_sentence() -> None:
    """What is not in the table is still said."""
    assert (
        finding_text(Finding("new.code", Certainty.LIKELY, "Something new."), "X").cause == "Something new."
    )


def test_a_certificate_given_by_hand_is_not_refused() -> None:
    """What is only worth saying has an advice of its own."""
    fields = (("name", "Authority"), ("day", ""))
    proved, said = (
        finding_text(Finding("certificate.untrusted", certainty, "", fields), "PayPal")
        for certainty in (Certainty.PROVED, Certainty.POSSIBLE)
    )
    assert "Do not act on it" in proved.advice
    assert "Do not act on it" not in said.advice
    assert "Authority" in said.cause


def test_values_are_put_in() -> None:
    """The provider, the secret with its mode, and what was changed are named."""
    other = Finding("secret.other", Certainty.PROVED, "", (("label", "/b CLI"), ("mode", "live")))
    assert finding_text(other, "Stripe").cause == "It is signed with another secret: /b CLI (live)."
    slashes = Finding("body.slash-escaping", Certainty.PROVED, "", (("detail", "/ as \\/"),))
    assert "after Shopify signed it: with \\/ for / the signature" in finding_text(slashes, "Shopify").cause


@pytest.mark.parametrize("code", [code for code in sorted(ADVICE) if not code.startswith("header.")])
def test_mistakes_of_a_handler_are_its_own(code: str) -> None:
    """Where the user's program is wrong, it is not said of the sender."""
    words = mistake_text(Finding(code, Certainty.PROVED, "", (("detail", "as hex"),)), "Stripe")
    assert words.cause.startswith("Your program")
    assert "Stripe" not in words.cause


def test_every_reason_has_words() -> None:
    """The codes that the check gives are in the table."""
    source = _source("core/signature/*.py", "engine/verification.py")
    found = set(re.findall(r'code="([a-z-]+)"', source))
    found |= set(re.findall(r'_unverifiable\([^)]*"([a-z-]+)"\)', source)) | {"too-old", "in-future"}
    assert found
    assert found <= set(REASONS)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_sentence(verdict: Verdict) -> None:
    """A verdict without a known reason says the engine's."""
    made = Verification("stripe", verdict, "Because.", code="unheard-of")
    assert headline(made).endswith(".")
    assert reason(made, "Stripe") == "Because."


def test_a_shared_token_is_not_called_a_signature() -> None:
    """A right token says that it protects nothing."""
    made = Verification("gitlab", Verdict.VALID, "", code="ok", covers="nothing")
    assert headline(made) == "The shared token is right."
    assert "not a signature" in reason(made, "GitLab")


def test_every_entry_says_what_it_rests_on() -> None:
    """Bases and kinds are words for all providers; what is unconfirmed is called that."""
    for entry in CATALOG.values():
        assert entry.basis in BASES
        assert kind_text(entry)
    unconfirmed = next(entry for entry in CATALOG.values() if entry.basis == "unconfirmed")
    assert basis_text(unconfirmed).startswith("unconfirmed")
