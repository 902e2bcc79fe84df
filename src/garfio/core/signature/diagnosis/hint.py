"""Causes that only the structure of a message suggests: never proved, the plain wrong secret last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from garfio.core.signature import document
from garfio.core.signature.message import Message
from garfio.core.signature.value import Certainty, Finding, Verdict, Verification
from garfio.core.signature.verify import Question

_API_KEYS = re.compile(
    r"\A(?:(?:sk|pk|rk)_(?:test|live)_|key-[0-9a-f]{32}|SG\.|xox[abprs]-|gh[pousr]_|github_pat_|shp(?:at|ca|pa|ss)_(?!x)|EAA[A-Z]"
    r"|re_[A-Za-z0-9]|AKIA|Bearer |eyJ)"
)
_RELAYS = ("x-smee-signature", "via", "x-hookdeck-requestid", "x-relay", "x-forwarded-by")
_MS_FROM = 1e11


def time_unit(checked: Verification) -> Iterator[Finding]:
    """A timestamp that makes sense only in the other unit."""
    if checked.age_s is None:
        return
    if checked.age_s < -_MS_FROM:
        advice = "The timestamp is in milliseconds where seconds are meant."
        yield Finding("time.unit", Certainty.LIKELY, advice, (("detail", "milliseconds"),))
    elif checked.age_s > 1.5e9:
        advice = "The timestamp is in seconds where milliseconds are meant."
        yield Finding("time.unit", Certainty.LIKELY, advice, (("detail", "seconds"),))


def structural(question: Question, checked: Verification) -> list[Finding]:
    """What the message and the secrets suggest, the likeliest first."""
    found = [*_secrets(question), *_headers(question), *_resembling(question, checked)]
    if checked.verdict is Verdict.INVALID:
        name = question.provider.secret_name
        advice = (
            f"Nothing makes this signature: most likely the {name} is not the sender's. Copy it again, whole."
        )
        found.append(Finding("secret.wrong", Certainty.POSSIBLE, advice))
    return found


def _secrets(question: Question) -> Iterator[Finding]:
    for secret in question.usable:
        if _API_KEYS.match(secret.value.strip()) and question.provider.id not in ("paystack", "checkr"):
            advice = (
                f"The secret looks like an API key or a token, not like the {question.provider.secret_name}."
            )
            yield Finding("secret.not-a-signing-secret", Certainty.LIKELY, advice, (("label", secret.label),))
        mode = _mode(question)
        if mode and secret.mode and mode != secret.mode:
            advice = f"This is a {mode} event and the secret is for {secret.mode}."
            yield Finding("secret.other", Certainty.LIKELY, advice, (("mode", mode),))


def _mode(question: Question) -> str:
    """`live` or `test`, where the payload says so."""
    value = Message(question.request).text("json:livemode") or Message(question.request).text("json:live")
    return {"true": "live", "false": "test"}.get(value or "", "")


def _headers(question: Question) -> Iterator[Finding]:
    """Headers that do not fit the body."""
    headers, body = question.request.headers, question.request.body
    length = headers.text("content-length")
    if length is not None and length.isdigit() and int(length[:18]) != len(body):
        advice = (
            f"Content-Length says {length[:18]} bytes, the body has {len(body)}: it was changed on the way."
        )
        yield Finding("header.inconsistent", Certainty.LIKELY, advice, (("header", "Content-Length"),))
    coding = (headers.text("content-encoding") or "").lower()
    if "gzip" in coding and body[:2] != b"\x1f\x8b":
        advice = "Content-Encoding says gzip and the body is not: something unpacked it and kept the header."
        yield Finding("header.inconsistent", Certainty.LIKELY, advice, (("header", "Content-Encoding"),))
    kind = (headers.text("content-type") or "").lower()
    if "json" in kind and body and isinstance(document.read_json(body), document.Absent):
        advice = "Content-Type says JSON and the body is none."
        yield Finding("header.inconsistent", Certainty.LIKELY, advice, (("header", "Content-Type"),))
    if question.request.method == "GET" and not body:
        advice = "A GET without a body: a redirect may have turned the POST into it; register the final URL."
        yield Finding("body.empty", Certainty.POSSIBLE, advice)
    relay = next((name for name in _RELAYS if name in headers), None)
    if relay:
        advice = f"The header {relay} shows a relay, which may have written the body again."
        yield Finding("body.reserialised", Certainty.POSSIBLE, advice, (("header", relay),))


def _resembling(question: Question, checked: Verification) -> Iterator[Finding]:
    """For an unsigned request: headers that look like signatures."""
    if checked.verdict is not Verdict.UNSIGNED:
        return
    names = [name.decode("latin-1") for name, _ in question.request.headers]
    alike = [name for name in names if re.search(r"signature|hmac|svix|webhook-", name, re.IGNORECASE)]
    if alike:
        advice = f"There is no signature where {question.provider.name} puts it, but: {', '.join(alike[:5])}."
        yield Finding(
            "header.wrong-name", Certainty.POSSIBLE, advice, tuple(("header", name) for name in alike[:5])
        )
