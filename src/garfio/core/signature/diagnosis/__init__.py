"""Why a check fails: causes found by recomputation, in the order in which people run into them.

A cause is *proved* when the request with only that changed gives exactly the received signature; a pair of
one change of the secret and one of the body is proved the same way. What only the structure suggests is
*likely* or *possible*. A search is bounded by the bytes that it hashes and, when the caller lends a clock,
by time; it says when that ended it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from garfio.core.http import Request
from garfio.core.signature import reading
from garfio.core.signature.diagnosis import body, hint, variant
from garfio.core.signature.diagnosis.advice import finding
from garfio.core.signature.diagnosis.search import Budget, Search, Spent, signs_bytes
from garfio.core.signature.message import Message
from garfio.core.signature.provider import Provider
from garfio.core.signature.recognition import describe
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Certainty, Finding, Secret, Verdict, Verification
from garfio.core.signature.verify import Question, present_schemes, verify_provider

_SEARCHED = (Verdict.INVALID, Verdict.MALFORMED, Verdict.UNSIGNED)


def diagnose_question(question: Question, others: tuple[Secret, ...], budget: Budget) -> Verification:
    """The verdict with the causes found."""
    checked = verify_provider(question)
    if checked.verdict is Verdict.UNVERIFIABLE:
        return replace(checked, findings=(Finding("unverifiable", Certainty.LIKELY, checked.reason),))
    if checked.verdict is Verdict.EXPIRED:
        return replace(checked, findings=(*hint.time_unit(checked), *checked.findings))
    if checked.verdict not in _SEARCHED or any(one.code == "header.inconsistent" for one in checked.findings):
        if checked.verdict is Verdict.INVALID:
            return _bound_body(question, checked, budget)
        return checked
    found: list[Finding] = []
    try:
        found = _search(question, checked, others, budget)
    except Spent:
        checked = replace(checked, exhausted=True)
    if not found:
        found = [*checked.findings, *hint.structural(question, checked)]
    return replace(checked, findings=tuple(found))


def _bound_body(question: Question, checked: Verification, budget: Budget) -> Verification:
    """The signature is right but a digest of the body is not: which change of the body explains it."""
    scheme = next((one for one in question.provider.schemes if one.id == checked.scheme), None)
    if scheme is None:
        return checked
    search = Search(question, scheme, budget)
    try:
        found = _first_body(search, question.usable)
    except Spent:
        return replace(checked, exhausted=True)
    return replace(checked, findings=(*found, *checked.findings))


def _schemes(question: Question, checked: Verification) -> tuple[Scheme, ...]:
    present = present_schemes(question.provider, Message(question.request))
    chosen = tuple(one for one in present if one.id == checked.scheme)
    rest = tuple(one for one in present if one.id != checked.scheme)
    return (*chosen, *rest) or question.provider.schemes[:2]


def _search(
    question: Question, checked: Verification, others: tuple[Secret, ...], budget: Budget
) -> list[Finding]:
    """The proved causes; empty when nothing matched."""
    for scheme in _schemes(question, checked):
        if scheme.algorithm == "equal":
            found = _search_token(Search(question, scheme, budget), question, others)
        else:
            found = _search_scheme(Search(question, scheme, budget), question, checked, others)
        if found:
            return found
    return []


def _search_token(search: Search, question: Question, others: tuple[Secret, ...]) -> list[Finding]:
    """A shared token: another secret, or blanks and prefixes around this one."""
    for secret in others:
        if search.solves(secret=secret):
            return [_other(secret)]
    for secret in question.usable:
        for change in variant.secrets(search.scheme, secret):
            if change.code in ("secret.whitespace", "secret.extra-prefix") and search.solves(
                secret=change.secret
            ):
                return [finding(change)]
    return []


def _search_scheme(
    search: Search, question: Question, checked: Verification, others: tuple[Secret, ...]
) -> list[Finding]:
    secrets = question.usable
    scheme = search.scheme
    if checked.verdict is Verdict.UNSIGNED:
        return _first_scheme(search, secrets, variant.headers(scheme, question.request))
    found = _first_scheme(search, secrets, variant.schemes(scheme))
    if found:
        return found
    for secret in (*others, *(one for one in question.secrets if one not in secrets and not one.is_empty)):
        if search.solves(secret=secret):
            return [_other(secret)]
    for secret in secrets:
        for change in variant.secrets(scheme, secret):
            if search.solves(secret=change.secret, scheme=change.scheme):
                return [finding(change)]
    found = _first_scheme(search, secrets, variant.times(scheme))
    if found:
        return found
    if scheme.uses_url:
        for change in variant.urls(question.request, question.public_url):
            if any(search.solves(secret=secret, url=change.url) for secret in secrets):
                return [finding(change)]
    kept: list[variant.Variant] = []
    return _first_body(search, secrets, kept) or _pairs(search, secrets, others, kept)


def _first_scheme(
    search: Search, secrets: tuple[Secret, ...], changes: Iterable[variant.Variant]
) -> list[Finding]:
    for change in changes:
        if any(search.solves(secret=secret, scheme=change.scheme) for secret in secrets):
            return [finding(change)]
    return []


_MOST_BODIES_IN_PAIRS = 60
_MOST_BYTES_IN_PAIRS = 32 << 20
"""What the bodies that are tried in pairs may take together: of a very large one only the likeliest changes."""


def _first_body(
    search: Search, secrets: tuple[Secret, ...], kept: list[variant.Variant] | None = None
) -> list[Finding]:
    """The change of the body that matches; the first ones are `kept` for pairs."""
    size = 0
    for change in body.bodies(search.question.request, bytewise=signs_bytes(search.scheme)):
        changed = change.body or b""
        if (
            kept is not None
            and len(kept) < _MOST_BODIES_IN_PAIRS
            and size + len(changed) <= _MOST_BYTES_IN_PAIRS
        ):
            kept.append(change)
            size += len(changed)
        if any(search.solves(secret=secret, body=changed) for secret in secrets):
            return [finding(change)]
    return []


def _pairs(
    search: Search, secrets: tuple[Secret, ...], others: tuple[Secret, ...], bodies: list[variant.Variant]
) -> list[Finding]:
    """One change of the secret together with one of the body."""
    changes = [
        (change, change.secret or secret, change.scheme)
        for secret in secrets
        for change in variant.secrets(search.scheme, secret)
    ]
    changes += [(variant.Variant("secret.other", other.label, secret=other), other, None) for other in others]
    seen = {None, *(search.trial(secret, None) for secret in secrets)}
    different = []
    for change, secret, scheme in changes:
        trial = search.trial(secret, scheme)
        if trial not in seen:
            seen.add(trial)
            different.append((change, secret, scheme))
    for other in bodies:
        for change, secret, scheme in different:
            if search.solves(secret=secret, scheme=scheme, body=other.body):
                first = _other(secret) if change.code == "secret.other" else finding(change)
                return [first, finding(other)]
    return []


def _other(secret: Secret) -> Finding:
    name = secret.label or f"with the fingerprint {secret.fingerprint}"
    mode = f" ({secret.mode})" if secret.mode else ""
    advice = f"It is signed with another secret, {name}{mode}. Use that one here, or send to its endpoint."
    fields = (("label", secret.label), ("mode", secret.mode), ("fingerprint", secret.fingerprint))
    return Finding("secret.other", Certainty.PROVED, advice, fields)


def diagnose_handler(
    question: Question, computed: str, seen: bytes | None, budget: Budget
) -> tuple[Finding, ...]:
    """Which mistake makes the signature that a handler computed, or the body that it saw, from a valid
    request."""
    if seen is not None:
        found = next((one for one in body.bodies(question.request) if one.body == seen), None)
        return () if found is None else (finding(found),)
    checked = verify_provider(question)
    scheme = next((one for one in question.provider.schemes if one.id == checked.scheme), None)
    if scheme is None:
        return ()
    search = Search(question, scheme, budget, computed=computed)
    try:
        if any(search.solves(secret=secret) for secret in question.usable):
            return ()
        return tuple(_search_scheme(search, question, replace(checked, verdict=Verdict.INVALID), ()))
    except Spent:
        return ()


def changed_on_retry(request: Request, earlier: Request, provider: Provider) -> Finding | None:
    """The finding for a retry with another body under the first delivery's id and signature, or None."""
    first, second = describe(Message(earlier), provider), describe(Message(request), provider)
    if not first.delivery_id or first.delivery_id != second.delivery_id or request.body == earlier.body:
        return None
    for scheme in provider.schemes:
        values = [[one.raw for one in reading.read_all(scheme, Message(each))] for each in (earlier, request)]
        if values[0] and values[0] == values[1]:
            advice = (
                "The sender changed the body for this retry and kept the first signature; tell the sender."
            )
            return Finding(
                "sender.changed-on-retry", Certainty.PROVED, advice, (("delivery", first.delivery_id),)
            )
    return None
