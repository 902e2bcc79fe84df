"""The one check: does one of the secrets make the signature of the request, over the bytes that arrived?

Never raises on hostile input; compares in constant time; judges the time apart from the signature. Why a
check fails is the business of `core.signature.diagnosis`.
"""

from __future__ import annotations

import hmac
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from garfio.core.http import Request
from garfio.core.signature import (
    asymmetric,
    certificate,
    condition,
    document,
    http_message,
    location,
    opened,
    reading,
    token,
)
from garfio.core.signature.derived import NEEDS_SECRET
from garfio.core.signature.digest import SYMMETRIC, compute
from garfio.core.signature.encoding import decode, encode
from garfio.core.signature.key import keys_of
from garfio.core.signature.message import Message
from garfio.core.signature.opened import Opened
from garfio.core.signature.provider import Provider
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.template import names, render
from garfio.core.signature.value import Certainty, Finding, Secret, Verdict, Verification

_OPENERS = {
    "jwt": token.open_token,
    "rfc9421": http_message.open_message_signature,
    "cavage": http_message.open_cavage,
}
_MOST_ITEMS = 200
_RANK = {
    Verdict.VALID: 6,
    Verdict.EXPIRED: 5,
    Verdict.INVALID: 4,
    Verdict.NO_SECRET: 3,
    Verdict.MALFORMED: 2,
    Verdict.UNVERIFIABLE: 1,
    Verdict.UNSIGNED: 0,
}


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that a check depends on."""

    request: Request
    secrets: tuple[Secret, ...]
    provider: Provider
    now_unix: float
    public_url: str | None = None
    tolerance_s: float | None = None
    exact_url: str | None = None
    """The one URL to use, whatever request and public address say."""

    @property
    def usable(self) -> tuple[Secret, ...]:
        """The secrets that are not empty and valid at this moment."""
        return tuple(s for s in self.secrets if not s.is_empty and s.is_current(self.now_unix))


def verify_provider(question: Question) -> Verification:
    """The verdict under a known provider; the best among its schemes that the request uses."""
    provider, message = question.provider, Message(question.request)
    if provider.unverifiable and not question.usable:
        return Verification(provider.id, Verdict.UNVERIFIABLE, provider.unverifiable, code="by-design")
    applicable = present_schemes(provider, message)
    if not applicable:
        return _absent(question)
    results = [check_scheme(question, scheme) for scheme in applicable]
    return max(results, key=lambda result: _RANK[result.verdict])


def present_schemes(provider: Provider, message: Message) -> tuple[Scheme, ...]:
    """The schemes to judge by: of those present the preferred one, and those that share its place.

    A weaker scheme that is also present does not count: whoever can forge it could otherwise choose it.
    """
    present = [
        scheme for scheme in provider.schemes if scheme.algorithm != "none" and is_present(scheme, message)
    ]
    return tuple(scheme for scheme in present if scheme.signature == present[0].signature)


def is_present(scheme: Scheme, message: Message) -> bool:
    """True when the request carries a value where the scheme's signature travels."""
    if not condition.holds(scheme.when, message):
        return False
    if scheme.algorithm == "rfc9421":
        return "signature-input" in message.request.headers
    if scheme.each:
        return any(reading.read_all(scheme, message.at(root)) for root in item_roots(scheme, message))
    return bool(reading.read_all(scheme, message))


def item_roots(scheme: Scheme, message: Message) -> Iterator[str]:
    """Paths of the items of a batch: `notificationItems[0].NotificationRequestItem` …"""
    array, _, rest = scheme.each.partition("[]")
    found = document.follow(message.json, array)
    if isinstance(found, list):
        for index in range(len(found[:_MOST_ITEMS])):
            yield f"{array}[{index}]{rest}"


def _absent(question: Question) -> Verification:
    provider = question.provider
    wanted = [reference for scheme in provider.schemes for reference in scheme.signature]
    place = _place(wanted[0]) if wanted else "a signature"
    reason = f"The request has no {place}, where {provider.name} puts its signature."
    finding = Finding(
        "header.missing", Certainty.LIKELY, reason, (("reference", wanted[0] if wanted else ""),)
    )
    return Verification(provider.id, Verdict.UNSIGNED, reason, code="missing", findings=(finding,))


def _place(reference: str) -> str:
    kind, _, name = reference.partition(":")
    words = {"header": "header", "json": "JSON value", "form": "form field", "query": "query parameter"}
    return f"{words.get(kind, kind)} {name}" if name != "*" else "secret in its URL"


def check_scheme(question: Question, scheme: Scheme) -> Verification:
    """The verdict under one scheme; of a batch the worst of its items."""
    message = Message(question.request)
    if not scheme.each:
        return _check(question, scheme, message)
    results = [_check(question, scheme, message.at(root)) for root in item_roots(scheme, message)]
    return min(results, key=lambda result: _RANK[result.verdict])


def open_all(question: Question, scheme: Scheme, message: Message) -> list[Opened]:
    """Every claimed signature under every URL that the sender may have known."""
    urls: Sequence[str] = ("",)
    if question.exact_url is not None:
        urls = (question.exact_url,)
    elif scheme.uses_url:
        urls = location.candidates(question.request, question.public_url) or ("",)
        if any(name == "url" for template in scheme.templates for name in names(template)):
            urls = tuple(dict.fromkeys(variant for url in urls for variant in location.port_variants(url)))
    opener = _OPENERS.get(scheme.algorithm, opened.open_template)
    return [
        found for url in urls for found in opener(scheme, replace(message, url=url, aliases=scheme.aliases))
    ]


def _check(question: Question, scheme: Scheme, message: Message) -> Verification:
    found = open_all(question, scheme, message)
    base = Verification(
        question.provider.id, Verdict.UNSIGNED, "There is no signature.", "missing", scheme.id, scheme.covers
    )
    if not found:
        return base
    readable = [claim for claim in found if not claim.fault]
    if not readable:
        fault = found[0].fault
        finding = Finding("header.malformed", Certainty.LIKELY, fault, (("source", found[0].source),))
        return replace(
            base,
            verdict=Verdict.MALFORMED,
            reason=fault,
            code="malformed",
            received=found[0].raw,
            findings=(finding,),
        )
    if not question.usable:
        return _without_secret(question, base, readable[0])
    wrong: Verification | None = None
    for claim in readable:
        result = _try_secrets(question, scheme, claim, base)
        if result.verdict in (Verdict.VALID, Verdict.EXPIRED):
            return result
        wrong = wrong or result
    assert wrong is not None
    return wrong


def _without_secret(question: Question, base: Verification, claim: Opened) -> Verification:
    empty = bool(question.secrets)
    name = question.provider.secret_name
    reason = f"The {name} is empty or no longer valid." if empty else f"There is no {name} to check with."
    return replace(
        base,
        verdict=Verdict.NO_SECRET,
        reason=reason,
        code="empty-secret" if empty else "no-secret",
        parts=claim.parts,
        received=claim.raw,
        url=claim.message.url,
        age_s=None if claim.signed_at is None else question.now_unix - claim.signed_at,
    )


def _without_key(question: Question, base: Verification, claim: Opened) -> Verification:
    """The secret is there, but not the public key or certificate that the scheme needs besides."""
    reason = f"The public key or certificate of {question.provider.name} is missing."
    return replace(_without_secret(question, base, claim), reason=reason, code="no-key")


def _try_secrets(question: Question, scheme: Scheme, claim: Opened, base: Verification) -> Verification:
    """The verdict on one claimed signature over all usable secrets."""
    expected, fault, has_key = "", "", False
    shown = claim
    for secret in question.usable:
        seen = with_secret(scheme, claim, secret)
        if seen is None:
            fault = (
                fault or f"The {question.provider.secret_name} lacks a part that the signed content needs."
            )
            continue
        shown = seen if not shown.parts else shown
        keys = list(keys_of(scheme, secret, seen.algorithm))
        has_key |= bool(keys)
        for key in keys:
            try:
                right, value = matches(seen, key)
            except ValueError as error:
                fault = fault or str(error)
                continue
            if right:
                return _judge(question, scheme, seen, replace(base, secret=secret, expected=value))
            expected = expected or value
        if not keys:
            fault = fault or f"The {question.provider.secret_name} is not written as {scheme.key[0]}."
    if not has_key and claim.algorithm not in SYMMETRIC:
        return _without_key(question, base, shown)
    reason = fault if fault and not expected else "No secret makes this signature over these bytes."
    return replace(
        base,
        verdict=Verdict.INVALID,
        reason=reason,
        code="bad-key" if fault and not expected else "mismatch",
        parts=shown.parts,
        expected=expected,
        received=claim.raw,
        url=claim.message.url,
        age_s=None if claim.signed_at is None else question.now_unix - claim.signed_at,
        tolerance_s=_tolerance(question, scheme),
    )


def with_secret(scheme: Scheme, claim: Opened, secret: Secret) -> Opened | None:
    """The claim with the secret's own parts put into its content; None when the secret lacks one."""
    if scheme.algorithm in _OPENERS:
        return claim
    used = names(scheme.content)
    if claim.parts and not any(name in NEEDS_SECRET or name.startswith("secret:") for name in used):
        return claim
    message = replace(claim.message, secret=secret)
    parts = render(scheme.content, message)
    return None if isinstance(parts, str) else replace(claim, message=message, parts=parts)


def matches(claim: Opened, key: bytes | str) -> tuple[bool, str]:
    """Whether the key makes one of the claimed signatures, and the value it makes (empty for public keys)."""
    if isinstance(key, bytes) and (claim.algorithm in SYMMETRIC):
        wanted = compute(claim.algorithm, key, claim.content)
        right = False
        for text in claim.signatures:
            found = decode(text, claim.encoding)
            right |= found is not None and hmac.compare_digest(found, wanted)
        return right, encode(wanted, claim.encoding)
    if not isinstance(key, str) or not claim.algorithm:
        return False, ""
    if claim.chain and "-----BEGIN CERTIFICATE" in key:
        key = certificate.leaf_key(claim.chain, key, claim.chain_marks)
    for text in claim.signatures:
        found = decode(text, claim.encoding)
        if found and asymmetric.verify(claim.algorithm, key, claim.content, found, key_id=claim.key_id):
            return True, ""
    return False, ""


def _tolerance(question: Question, scheme: Scheme) -> float | None:
    """The accepted age; 0 switches the check off, as SDKs have it."""
    chosen = scheme.tolerance_s if question.tolerance_s is None else question.tolerance_s
    return None if chosen is None or chosen <= 0 or math.isinf(chosen) else chosen


def _judge(question: Question, scheme: Scheme, claim: Opened, base: Verification) -> Verification:
    """The signature is right: judge what it is bound to, and the time."""
    age = None if claim.signed_at is None else question.now_unix - claim.signed_at
    tolerance = _tolerance(question, scheme)
    result = replace(
        base, parts=claim.parts, received=claim.raw, age_s=age, tolerance_s=tolerance, url=claim.message.url
    )
    if claim.mismatches:
        return _unbound(result, claim)
    late = _time_finding(question, scheme, claim, age, tolerance)
    if late is not None:
        return replace(
            result,
            verdict=Verdict.EXPIRED,
            reason=late.advice,
            code=late.code.partition(".")[2],
            findings=(late,),
        )
    reason = "The signature is right."
    if scheme.covers == "nothing":
        reason = "The shared token is right; it is not a signature, the body is not protected."
    elif scheme.covers == "fields":
        reason = "The signature is right; it covers only some values, not the body."
    findings = tuple(_remarks(claim))
    return replace(
        result, verdict=Verdict.VALID, reason=reason, code="ok", findings=findings, chain=claim.chain
    )


def _unbound(result: Verification, claim: Opened) -> Verification:
    names_ = ", ".join(claim.mismatches)
    reason = f"The signature is right, but {names_} does not fit this message."
    code = "header.inconsistent"
    finding = Finding(code, Certainty.PROVED, reason, tuple(("reference", name) for name in claim.mismatches))
    return replace(result, verdict=Verdict.INVALID, reason=reason, code="unbound", findings=(finding,))


def _remarks(claim: Opened) -> Iterator[Finding]:
    """What is worth saying of a signature that is right."""
    texts = "".join(claim.signatures)
    if claim.encoding == "hex" and texts != texts.lower():
        advice = "The hex digits are upper case; a receiver that compares text instead of bytes refuses them."
        yield Finding("encoding.digest", Certainty.POSSIBLE, advice)


def _time_finding(
    question: Question, scheme: Scheme, claim: Opened, age: float | None, tolerance: float | None
) -> Finding | None:
    """Why the time is not accepted, or None when it is."""
    leeway = 1.0 if scheme.algorithm == "jwt" else 0.0
    if (
        claim.not_after is not None
        and question.tolerance_s != 0
        and question.now_unix > claim.not_after + leeway
    ):
        over = question.now_unix - claim.not_after
        return _late(f"The signature expired {over:.0f} s before the check.", over)
    if (
        claim.not_before is not None
        and question.now_unix + leeway < claim.not_before
        and question.tolerance_s != 0
    ):
        ahead = claim.not_before - question.now_unix
        return Finding(
            "time.in-future",
            Certainty.PROVED,
            f"The signature is valid only {ahead:.0f} s after the check.",
            (),
        )
    if age is None or tolerance is None:
        return None
    if age > tolerance:
        return _late(f"The signature is right, but {age:.0f} s old; {tolerance:.0f} s are accepted.", age)
    if -age > tolerance and scheme.refuses_future:
        advice = (
            f"The signature is right, but its timestamp is {-age:.0f} s in the future; "
            f"{tolerance:.0f} s are accepted."
        )
        return Finding("time.in-future", Certainty.PROVED, advice, (("age_s", f"{age:.0f}"),))
    return None


def _late(advice: str, age: float) -> Finding:
    return Finding("time.too-old", Certainty.PROVED, advice, (("age_s", f"{age:.0f}"),))
