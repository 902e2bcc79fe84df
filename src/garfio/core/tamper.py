"""Wrong on purpose, to test a receiver: a signed request with one fault that its check must find.

A kind that makes no sense for a provider (an expired timestamp where none is signed, a changed byte where only
a token is sent) is refused with `tamper.not_applicable`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import Provider, sign, verify
from garfio.core.signature.edit import remove_header, set_body, set_header
from garfio.core.signature.scheme import Scheme

TOLERANCE_S = 300.0
"""Accepted age of a signed timestamp where the provider states none."""
_MARGIN_S = 3600.0
_PLAIN = re.compile(rb"[0-9A-Za-z]")
_PLAIN_TEXT = re.compile(r"[0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Original:
    """What is to be made wrong, and what it is signed with."""

    request: Request
    provider: Provider
    secret: str
    now_unix: float
    public_url: str

    def signed(self, request: Request | None = None, secret: str = "", age_s: float = 0.0) -> Request:
        """A right signature, except for what is given."""
        return sign(
            request or self.request,
            self.provider,
            secret or self.secret,
            now_unix=self.now_unix - age_s,
            public_url=self.public_url,
        )

    @property
    def scheme(self) -> Scheme:
        """The provider's preferred scheme."""
        return self.provider.schemes[0]


def tampered(original: Original, kind: str) -> Request:
    """The request, wrong in the way that `kind` of `TAMPERS` says. Raises AppError `tamper.unknown`,
    `tamper.not_applicable`, and `sign.…`."""
    if kind not in TAMPERS:
        raise AppError(
            "tamper.unknown",
            f"There is no fault {kind!r}.",
            hint=f"Choose one of: {', '.join(TAMPERS)}.",
            kind=kind,
        )
    return TAMPERS[kind](original)


def without_signature(request: Request, provider: Provider) -> Request:
    """The request without the headers in which the provider's signatures and their timestamps travel."""
    for scheme in provider.schemes:
        for reference in (*scheme.signature, scheme.timestamp_reference):
            kind, _, name = reference.partition(":")
            if kind == "header":
                request = remove_header(request, name)
    return request


def _expired(original: Original) -> Request:
    if not original.scheme.timestamp_reference:
        raise _not_applicable("expired", original)
    return original.signed(age_s=2 * (original.scheme.tolerance_s or TOLERANCE_S) + _MARGIN_S)


def _wrong_secret(original: Original) -> Request:
    """One character, behind any prefix, is another one, so that the secret keeps its form."""
    secret = original.secret
    found = [match.start() for match in _PLAIN_TEXT.finditer(secret)]
    if "-----BEGIN" in secret or not found:
        raise _not_applicable("wrong_secret", original)
    at = found[len(found) * 3 // 4]
    signed = original.signed(secret=secret[:at] + ("A" if secret[at] != "A" else "B") + secret[at + 1 :])
    seen = verify(
        signed,
        [secret],
        provider=original.provider,
        now_unix=original.now_unix,
        public_url=original.public_url,
    )
    if seen.verdict == "valid":
        raise _not_applicable("wrong_secret", original)
    return signed


def _changed_byte(original: Original) -> Request:
    """The last letter or digit of the body is another one: JSON stays JSON."""
    signed = original.signed()
    found = [match.start() for match in _PLAIN.finditer(signed.body)]
    if not found or original.scheme.covers != "body":
        raise _not_applicable("changed_byte", original)
    at = found[-1]
    other = b"7" if signed.body[at : at + 1] != b"7" else b"8"
    return set_body(signed, signed.body[:at] + other + signed.body[at + 1 :])


def _missing_header(original: Original) -> Request:
    signed = original.signed()
    bare = without_signature(signed, original.provider)
    if bare.head == signed.head:
        raise _not_applicable("missing_header", original)
    return bare


def _other_event(original: Original) -> Request:
    """The signature is right, for another body."""
    if original.scheme.covers != "body":
        raise _not_applicable("other_event", original)
    other = original.signed(set_body(original.request, original.request.body + b" "))
    return set_body(other, original.request.body)


def _duplicate(original: Original) -> Request:
    return original.signed()


def _truncated(original: Original) -> Request:
    signed = original.signed()
    if not signed.body or original.scheme.covers != "body":
        raise _not_applicable("truncated", original)
    return set_body(signed, signed.body[: len(signed.body) // 2])


def _content_type(original: Original) -> Request:
    """What comes is not what the header says; the signature is right."""
    signed = original.signed()
    now = (signed.headers.text("content-type") or "").lower()
    return set_header(
        signed, "Content-Type", "application/xml" if now.startswith("text/plain") else "text/plain"
    )


def _not_applicable(kind: str, original: Original) -> AppError:
    return AppError(
        "tamper.not_applicable",
        f"{original.provider.name} does not sign in a way that {kind!r} would break.",
        kind=kind,
        provider=original.provider.id,
    )


TAMPERS: dict[str, Callable[[Original], Request]] = {
    "expired": _expired,
    "wrong_secret": _wrong_secret,
    "changed_byte": _changed_byte,
    "missing_header": _missing_header,
    "other_event": _other_event,
    "duplicate": _duplicate,
    "truncated": _truncated,
    "content_type": _content_type,
}
"""Fault to function. `duplicate` is right in itself and has to be sent twice."""


def copies(kind: str) -> int:
    """How often a message with this fault is sent."""
    return 2 if kind == "duplicate" else 1


def expected_status(kind: str) -> str:
    """What a good receiver answers, as an expectation's value: it refuses all but a repeated delivery."""
    return "2xx" if kind == "duplicate" else "400-499"
