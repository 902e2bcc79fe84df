"""What a signature check takes and gives: secrets, verdicts, findings, and the evidence behind them.

A verdict is a value, never an exception: the outside world is allowed to be wrong. `repr` of a secret shows
no secret.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property


class Verdict(StrEnum):
    """The one-word outcome of a check."""

    VALID = "valid"
    INVALID = "invalid"
    EXPIRED = "expired"
    """The signature is right, its timestamp is outside the tolerance."""
    MALFORMED = "malformed"
    """A signature is there but cannot be read."""
    UNSIGNED = "unsigned"
    """Nothing of what the provider sends to prove itself is there."""
    NO_SECRET = "no_secret"  # noqa: S105 - a word
    """There is a signature and nothing to check it with."""
    UNVERIFIABLE = "unverifiable"
    """The provider offers nothing to check, or it is not known."""


class Certainty(StrEnum):
    """How sure a finding is."""

    PROVED = "proved"
    """A recomputation with only this changed gives exactly the received signature."""
    LIKELY = "likely"
    """Something in the structure says so."""
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Finding:
    """One cause, with what to do about it."""

    code: str
    """A dotted code: `body.reserialised`, `secret.other`, `time.too-old` …"""
    certainty: Certainty
    advice: str
    """An English sentence for the terminal; the window translates by code and fields."""
    fields: tuple[tuple[str, str], ...] = ()
    """Details that the sentence names: the secret's label, the encoder, the URL."""


@dataclass(frozen=True)
class Secret:
    """A signing secret, key or token exactly as the provider shows it; a JSON object where it has parts."""

    value: str
    label: str = ""
    mode: str = ""
    """`test`, `live`, or empty when it is not known."""
    valid_from: float | None = None
    """Unix seconds; None when it has always been valid."""
    valid_until: float | None = None
    """Unix seconds; None when it has not been retired."""

    @cached_property
    def parts(self) -> dict[str, str]:
        """The named parts of a secret that is a JSON object of texts; empty for every other secret."""
        if not self.value.lstrip().startswith("{"):
            return {}
        try:
            found = json.loads(self.value)
        except (ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in found.items()
            if value is not None
        }

    def part(self, name: str) -> str | None:
        """A named part; of a secret without parts, or with one called `secret`, that is it."""
        parts = self.parts
        return parts.get(name) or (parts.get("secret") if parts else self.value)

    def with_key(self, pem: str, name: str = "cert_pem") -> Secret:
        """The secret together with a key or certificate that was fetched for it."""
        parts = self.parts or ({"secret": self.value} if self.value else {})
        return replace(self, value=json.dumps({**parts, name: pem}))

    @property
    def fingerprint(self) -> str:
        """Eight hex digits of the SHA-256, enough to tell two secrets apart and useless to find one."""
        return hashlib.sha256(self.value.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    @property
    def is_empty(self) -> bool:
        """True for a secret that would make a key of no bytes."""
        return not self.value.strip() or self.value.strip() in ("{}", "null")

    def is_current(self, now_unix: float) -> bool:
        """True inside the secret's own validity."""
        after = self.valid_from is None or now_unix >= self.valid_from
        return after and (self.valid_until is None or now_unix <= self.valid_until)

    def __repr__(self) -> str:
        size = f"{len(self.value)} characters"
        return f"Secret(label={self.label!r}, mode={self.mode!r}, {size}, {self.fingerprint})"


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of the signed content; the content is the pieces put together."""

    name: str
    """The template's placeholder (`timestamp`, `body`, `header:webhook-id`), or `literal`."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on one request, with what it rests on."""

    provider: str
    verdict: Verdict
    reason: str
    """An English sentence; the window makes its own from `code`."""
    code: str = ""
    """The reason as a stable word: `ok`, `mismatch`, `too-old`, `missing`, `no-key` …"""
    scheme: str = ""
    """The scheme's id within the provider; empty when none applies."""
    covers: str = "body"
    """`body`, `fields` (only some values) or `nothing` (a shared token, not a signature)."""
    parts: tuple[Part, ...] = ()
    """The signed content in its named pieces."""
    expected: str = ""
    """The signature that the first usable secret gives, as the provider writes it; empty for public-key
    schemes."""
    received: str = ""
    """The signature as it arrived."""
    age_s: float | None = None
    """Seconds from the signed timestamp to the moment of the check; negative when it lies ahead."""
    tolerance_s: float | None = None
    """The accepted age that was used; None when age does not matter."""
    secret: Secret | None = field(default=None, repr=False)
    """The secret that matched."""
    findings: tuple[Finding, ...] = ()
    exhausted: bool = False
    """True when a diagnosis ended because its budget was used up."""
    url: str = ""
    """The URL that was used for the signed content; empty when the scheme signs none."""
    key_url: str = ""
    """Where the key that is missing, or that matched, is published; empty when there is no such place."""
    chain: tuple[str, ...] = ()
    """Certificates in a message whose signature is right, base64 DER, the signer's first."""

    @property
    def signed_content(self) -> bytes:
        """The exact bytes that were hashed."""
        return b"".join(part.data for part in self.parts)
