"""A signature as a message claims it: over which bytes, by which algorithm, when; still to be checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from garfio.core.signature import reading, timestamp
from garfio.core.signature.derived import NEEDS_SECRET
from garfio.core.signature.message import Message
from garfio.core.signature.scheme import Check, Scheme
from garfio.core.signature.template import render, render_text
from garfio.core.signature.value import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One claimed signature value, with everything that a key is needed for left open."""

    message: Message
    algorithm: str
    encoding: str
    parts: tuple[Part, ...] = ()
    signatures: tuple[str, ...] = ()
    raw: str = ""
    """The signature value as it arrived."""
    source: str = ""
    signed_at: float | None = None
    """Unix seconds."""
    not_before: float | None = None
    not_after: float | None = None
    mismatches: tuple[str, ...] = ()
    """References whose value does not fit the message, such as a digest of the body."""
    fault: str = ""
    """Why it cannot be read; an English sentence."""
    key_id: str = ""
    chain: tuple[str, ...] = ()
    """Certificates in the message, base64 DER, the signer's first."""
    chain_marks: tuple[str, ...] = ()
    """Extensions that they must have."""

    @property
    def content(self) -> bytes:
        """The signed bytes."""
        return b"".join(part.data for part in self.parts)


def failed_checks(checks: tuple[Check, ...], message: Message) -> tuple[str, ...]:
    """References of the checks that do not hold."""
    failed: list[str] = []
    for check in checks:
        found = message.text(check.reference)
        if found is None:
            if not check.optional:
                failed.append(check.reference)
            continue
        wanted = render_text(check.template, message)
        if wanted is None or found.rstrip("=") != wanted.rstrip("="):
            failed.append(check.reference)
    return tuple(failed)


def open_template(scheme: Scheme, message: Message) -> Iterator[Opened]:
    """The signatures of a scheme whose content is a template."""
    for value in reading.read_all(scheme, message):
        seen = replace(message, fields=value.fields, aliases=scheme.aliases)
        base = Opened(
            message=seen,
            algorithm=scheme.algorithm,
            encoding=scheme.encoding,
            signatures=value.signatures,
            raw=value.raw,
            source=value.source,
        )
        if not value.signatures:
            yield replace(base, fault=f"The value of {value.source} is not written as {scheme.format}.")
            continue
        signed_at: float | None = None
        if scheme.timestamp_reference and scheme.unit != "nonce":
            text = seen.text("timestamp")
            if text is None:
                yield replace(base, fault=f"The timestamp ({scheme.timestamp_reference}) is missing.")
                continue
            signed_at = timestamp.parse(text, scheme.unit)
            if signed_at is None:
                yield replace(base, fault=f"The timestamp {text[:40]!r} cannot be read.")
                continue
        parts = render(scheme.content, seen)
        if isinstance(parts, str):
            if parts in NEEDS_SECRET or parts.startswith("secret:"):
                yield replace(base, signed_at=signed_at)
            else:
                yield replace(
                    base, fault=f"The signed content needs {parts}, which the request does not have."
                )
            continue
        yield replace(base, parts=parts, signed_at=signed_at, mismatches=failed_checks(scheme.checks, seen))
