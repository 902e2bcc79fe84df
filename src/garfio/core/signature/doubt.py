"""What can speak against the certificates of a signer, as values; `certificate` finds it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """What can speak against the certificates of a signer."""

    INCOMPLETE = "incomplete"
    """The issuer of the last one is neither there nor a root: it may lead to one, or not."""
    UNTRUSTED = "untrusted"
    """It ends in itself, or was not issued by the one that it names."""
    RUN_OUT = "run-out"
    EARLY = "early"
    """It was not valid yet."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt about certificates at one moment, and what it hangs on."""

    doubt: Doubt
    name: str
    """Of the certificate whose time it was not, or of the issuer that is not known."""
    day: str = ""
    """The first or last day of a certificate whose time it was not: `2024-05-01`."""
