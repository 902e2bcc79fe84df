"""What a chain of certificates is worth, as a value; `certificate` finds it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What a chain of certificates is worth."""

    TRUSTED = "trusted"
    INCOMPLETE = "incomplete"
    """The issuer of its last certificate is neither there nor a root: it may lead to one, or not."""
    UNTRUSTED = "untrusted"
    """It ends in itself, or was not issued by the one that it names."""
    RUN_OUT = "run-out"
    EARLY = "early"
    """It was not valid yet."""


@dataclass(frozen=True, slots=True)
class Trust:
    """The standing of a chain at one moment, and what it hangs on."""

    standing: Standing
    name: str = ""
    """Of the certificate whose time it was not, or of the issuer that is not known."""
    day: str = ""
    """The first or last day of a certificate whose time it was not: `2024-05-01`."""
