"""A verdict with its reason, and what a provider's entry rests on, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import CATALOG, Provider, Scheme, Verdict, Verification
from garfio.core.signature.digest import SYMMETRIC

_HEADLINES: dict[Verdict, str] = {
    Verdict.VALID: QT_TRANSLATE_NOOP("verdict", "The signature is valid."),
    Verdict.INVALID: QT_TRANSLATE_NOOP("verdict", "The signature does not match."),
    Verdict.EXPIRED: QT_TRANSLATE_NOOP("verdict", "The signature is right, its time is not."),
    Verdict.MALFORMED: QT_TRANSLATE_NOOP("verdict", "The signature cannot be read."),
    Verdict.UNSIGNED: QT_TRANSLATE_NOOP("verdict", "It carries no signature."),
    Verdict.NO_SECRET: QT_TRANSLATE_NOOP("verdict", "It is signed, but there is no secret to check with."),
    Verdict.UNVERIFIABLE: QT_TRANSLATE_NOOP("verdict", "It cannot be checked."),
}

REASONS: dict[str, str] = {
    "ok": QT_TRANSLATE_NOOP("verdict", "The bytes are those that {provider} signed."),
    "ok.fields": QT_TRANSLATE_NOOP(
        "verdict", "It covers only some values, not the body: the rest may have been changed."
    ),
    "ok.nothing": QT_TRANSLATE_NOOP(
        "verdict", "It is a shared token, not a signature: it does not protect the body."
    ),
    "mismatch": QT_TRANSLATE_NOOP("verdict", "No secret makes this signature over these bytes."),
    "bad-key": QT_TRANSLATE_NOOP("verdict", "The secret or key is not written as {provider} shows it."),
    "unbound": QT_TRANSLATE_NOOP(
        "verdict", "The signature itself is right, but what it vouches for does not fit this message."
    ),
    "too-old": QT_TRANSLATE_NOOP("verdict", "Its timestamp is older than the tolerance allows."),
    "in-future": QT_TRANSLATE_NOOP("verdict", "Its timestamp lies in the future."),
    "missing": QT_TRANSLATE_NOOP("verdict", "There is nothing where {provider} puts its signature."),
    "malformed": QT_TRANSLATE_NOOP("verdict", "What is there is not written as {provider} writes it."),
    "no-secret": QT_TRANSLATE_NOOP("verdict", "Add the secret that {provider} shows for this endpoint."),
    "empty-secret": QT_TRANSLATE_NOOP("verdict", "The secret is empty, or was not valid at that time."),
    "no-key": QT_TRANSLATE_NOOP("verdict", "The public key or certificate of {provider} is missing."),
    "key-not-allowed": QT_TRANSLATE_NOOP(
        "verdict", "The public key of {provider} has not been fetched: you have not allowed it yet."
    ),
    "key-wanted": QT_TRANSLATE_NOOP("verdict", "The public key of {provider} is being fetched."),
    "key-failed": QT_TRANSLATE_NOOP("verdict", "The public key of {provider} could not be fetched."),
    "key-foreign": QT_TRANSLATE_NOOP(
        "verdict", "It names an address for its key that is not one of {provider}: it may be forged."
    ),
    "key-account": QT_TRANSLATE_NOOP(
        "verdict", "{provider} gives its public key only to its customers: add it as the secret."
    ),
    "certificate-untrusted": QT_TRANSLATE_NOOP(
        "verdict", "Its certificate leads to no authority that this computer trusts."
    ),
    "certificate-run-out": QT_TRANSLATE_NOOP(
        "verdict", "Its certificate was no longer valid when it was received."
    ),
    "certificate-early": QT_TRANSLATE_NOOP(
        "verdict", "Its certificate was not valid yet when it was received."
    ),
    "by-design": QT_TRANSLATE_NOOP("verdict", "{provider} does not sign what it sends."),
    "unknown-provider": QT_TRANSLATE_NOOP("verdict", "Its endpoint names a provider that is not known here."),
    "unknown-sender": QT_TRANSLATE_NOOP(
        "verdict", "Nothing says whose it is. Choose a provider for its path."
    ),
    "handshake": QT_TRANSLATE_NOOP(
        "verdict", "It is {provider}’s check of the endpoint, which it does not sign."
    ),
    "incomplete": QT_TRANSLATE_NOOP("verdict", "The body did not arrive whole."),
    "too-large": QT_TRANSLATE_NOOP("verdict", "The body is larger than what is checked."),
}
"""By the engine's code; `ok` has one for each thing that a signature may cover."""

BASES: dict[str, str] = {
    "sdk": QT_TRANSLATE_NOOP("verdict", "the provider’s own SDK"),
    "document": QT_TRANSLATE_NOOP("verdict", "the provider’s document"),
    "third-party": QT_TRANSLATE_NOOP("verdict", "code of others that receives it"),
    "unconfirmed": QT_TRANSLATE_NOOP("verdict", "unconfirmed: nobody has checked it against the provider"),
}
"""What an entry of the catalogue may rest on."""

_ALGORITHMS = {
    "jwt": "JWT",
    "rfc9421": "HTTP Message Signatures (RFC 9421)",
    "cavage": "HTTP Signatures (draft-cavage)",
}


def provider_name(identifier: str) -> str:
    """A provider's name; the id of one that the catalogue does not have."""
    found = CATALOG.get(identifier)
    return found.name if found else identifier


def headline(verification: Verification) -> str:
    """The verdict as a sentence."""
    if verification.verdict is Verdict.VALID and verification.covers == "nothing":
        return QCoreApplication.translate("verdict", "The shared token is right.")
    if verification.verdict is Verdict.NO_SECRET and verification.code.startswith(("key-", "no-key")):
        return QCoreApplication.translate("verdict", "It is signed, but there is no key to check with.")
    if verification.code.startswith("certificate-"):
        return QCoreApplication.translate("verdict", "The signature is right, its certificate is not.")
    return QCoreApplication.translate("verdict", _HEADLINES[verification.verdict])


def reason(verification: Verification, provider: str) -> str:
    """Why, in a sentence; for an unknown code the engine's own."""
    code = verification.code
    if code == "ok" and verification.covers != "body":
        code = f"ok.{verification.covers}"
    known = REASONS.get(code)
    if known is None:
        return verification.reason
    name = provider or QCoreApplication.translate("finding", "the sender")
    return QCoreApplication.translate("verdict", known).format(provider=name)


def basis_text(provider: Provider) -> str:
    """What the entry rests on."""
    return QCoreApplication.translate("verdict", BASES.get(provider.basis, BASES["unconfirmed"]))


def algorithm_text(scheme: Scheme) -> str:
    """`HMAC-SHA256, hex`; a shared token is called that."""
    name = scheme.algorithm
    if name == "equal":
        return QCoreApplication.translate("verdict", "shared token, not a signature")
    if name == "none":
        return QCoreApplication.translate("verdict", "not signed")
    text = _ALGORITHMS.get(name, name.upper())
    if name in SYMMETRIC:
        coding = scheme.encoding.replace("b64url", "base64url").replace("b64", "base64").replace("HEX", "hex")
        return f"{text}, {coding.replace('|', ' / ')}"
    return text


def kind_text(provider: Provider) -> str:
    """How a provider proves itself, in a few words, for a list of providers."""
    translate = QCoreApplication.translate
    if provider.unverifiable:
        return translate("verdict", "not signed")
    if all(scheme.covers == "nothing" for scheme in provider.schemes):
        return translate("verdict", "shared token, not a signature")
    first = next((scheme for scheme in provider.schemes if scheme.covers != "nothing"), provider.schemes[0])
    return algorithm_text(first).partition(",")[0]
