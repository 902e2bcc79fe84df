"""Payment card numbers in a text: the issuer's beginning, its length, and the check digit (ISO/IEC 7812, Luhn).

Lengths that issuers have given up (Visa's 13) or hardly use (19) are left out: ids of shops and of social networks are
of that length, and one in ten has a right check digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CARD_RE = re.compile(r"(?<![0-9A-Za-z_.-])[2-6](?:[ -]?[0-9]){13,18}(?![0-9A-Za-z_]|[.-][0-9])", re.ASCII)
_ISSUERS = re.compile(
    r"4\d{15}"  # Visa
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[689]\d)\d{11}(?:\d\d)?"  # Diners Club
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}"  # Discover
    r"|62\d{14,17}"  # UnionPay
    r"|(?:5018|5020|5038|5893|6304|6759|6761|6762|6763)\d{12}",  # Maestro
    re.ASCII,
)


def is_card(text: str) -> bool:
    """True for the number of a card, with or without blanks or dashes between its digits."""
    digits = text.replace(" ", "").replace("-", "")
    return _ISSUERS.fullmatch(digits) is not None and _luhn(digits)


def replace_cards(text: str, replacement: Callable[[re.Match[str]], str]) -> tuple[str, int]:
    """The text with each card number replaced, and how many there were."""
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        if not is_card(match[0]):
            return match[0]
        count += 1
        return replacement(match)

    return _CARD_RE.sub(replace, text), count


def _luhn(digits: str) -> bool:
    odd = sum(int(digit) for digit in digits[-1::-2])
    even = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (odd + even) % 10 == 0
