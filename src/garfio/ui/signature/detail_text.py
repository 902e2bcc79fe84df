"""What a diagnosis changed to make a signature match, in the user's words.

The engine names it in short English phrases, some of them joined by commas. Names of programs, addresses and paths
stay as they are.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_PHRASES = (
    QT_TRANSLATE_NOOP("detail", "without the blanks around it"),
    QT_TRANSLATE_NOOP("detail", "without the quotes around it"),
    QT_TRANSLATE_NOOP("detail", "without the variable's name"),
    QT_TRANSLATE_NOOP("detail", "with a line break at its end"),
    QT_TRANSLATE_NOOP("detail", "with a CR LF at its end"),
    QT_TRANSLATE_NOOP("detail", "with a blank at its end"),
    QT_TRANSLATE_NOOP("detail", "decoded from base64"),
    QT_TRANSLATE_NOOP("detail", "as text"),
    QT_TRANSLATE_NOOP("detail", "as text, without whsec_"),
    QT_TRANSLATE_NOOP("detail", "as hex"),
    QT_TRANSLATE_NOOP("detail", "as base64"),
    QT_TRANSLATE_NOOP("detail", "its SHA-256"),
    QT_TRANSLATE_NOOP("detail", "decoded leniently"),
    QT_TRANSLATE_NOOP("detail", "in milliseconds"),
    QT_TRANSLATE_NOOP("detail", "in seconds"),
    QT_TRANSLATE_NOOP("detail", "milliseconds"),
    QT_TRANSLATE_NOOP("detail", "seconds"),
    QT_TRANSLATE_NOOP("detail", "printed as 123.0"),
    QT_TRANSLATE_NOOP("detail", "without the last line break"),
    QT_TRANSLATE_NOOP("detail", "without blanks around it"),
    QT_TRANSLATE_NOOP("detail", "without the byte order mark"),
    QT_TRANSLATE_NOOP("detail", "with a byte order mark"),
    QT_TRANSLATE_NOOP("detail", "with a last LF"),
    QT_TRANSLATE_NOOP("detail", "with a last CR LF"),
    QT_TRANSLATE_NOOP("detail", "with LF at the end"),
    QT_TRANSLATE_NOOP("detail", "with CR LF at the end"),
    QT_TRANSLATE_NOOP("detail", "with LF"),
    QT_TRANSLATE_NOOP("detail", "with CR LF"),
    QT_TRANSLATE_NOOP("detail", "unpacked"),
    QT_TRANSLATE_NOOP("detail", "keys sorted"),
    QT_TRANSLATE_NOOP("detail", "numbers rewritten"),
    QT_TRANSLATE_NOOP("detail", "without blanks"),
    QT_TRANSLATE_NOOP("detail", "with a blank after , and :"),
    QT_TRANSLATE_NOOP("detail", "indented by 2"),
    QT_TRANSLATE_NOOP("detail", "indented by 4"),
    QT_TRANSLATE_NOOP("detail", "indented by tabs"),
    QT_TRANSLATE_NOOP("detail", "indented by 2, Ruby's and Java's way"),
    QT_TRANSLATE_NOOP("detail", "non-ASCII as \\uxxxx"),
    QT_TRANSLATE_NOOP("detail", "non-ASCII as \\uXXXX"),
    QT_TRANSLATE_NOOP("detail", "escapes in lower case"),
    QT_TRANSLATE_NOOP("detail", "escapes in upper case"),
    QT_TRANSLATE_NOOP("detail", "U+2028 escaped"),
    QT_TRANSLATE_NOOP("detail", "< > & escaped"),
    QT_TRANSLATE_NOOP("detail", "large integers rounded"),
    QT_TRANSLATE_NOOP("detail", "numbers as in JavaScript"),
    QT_TRANSLATE_NOOP("detail", "numbers as in Python"),
    QT_TRANSLATE_NOOP("detail", "taken out of the string"),
    QT_TRANSLATE_NOOP("detail", "as a JSON string"),
    QT_TRANSLATE_NOOP("detail", "strings trimmed"),
    QT_TRANSLATE_NOOP("detail", "empty strings as null"),
    QT_TRANSLATE_NOOP("detail", "null as empty strings"),
    QT_TRANSLATE_NOOP("detail", "replacement characters"),
    QT_TRANSLATE_NOOP("detail", "? for every non-ASCII character"),
    QT_TRANSLATE_NOOP("detail", "non-ASCII characters left out"),
    QT_TRANSLATE_NOOP("detail", "a replacement character for every non-ASCII byte"),
    QT_TRANSLATE_NOOP("detail", "? for every non-ASCII byte"),
    QT_TRANSLATE_NOOP("detail", "surrogate pairs encoded one by one"),
    QT_TRANSLATE_NOOP("detail", "the length in characters taken for bytes"),
    QT_TRANSLATE_NOOP("detail", "the length in UTF-16 units taken for bytes"),
    QT_TRANSLATE_NOOP("detail", "+ for blanks"),
    QT_TRANSLATE_NOOP("detail", "%20 for blanks"),
    QT_TRANSLATE_NOOP("detail", "as Java writes"),
    QT_TRANSLATE_NOOP("detail", "as JavaScript writes"),
    QT_TRANSLATE_NOOP("detail", "lower-case escapes"),
    QT_TRANSLATE_NOOP("detail", "decoded"),
    QT_TRANSLATE_NOOP("detail", "sorted"),
    QT_TRANSLATE_NOOP("detail", "an empty body"),
)

_NICER: dict[str, str] = {
    "/ raw": QT_TRANSLATE_NOOP("detail", "with / for \\/"),
    "/ as \\/": QT_TRANSLATE_NOOP("detail", "with \\/ for /"),
    "non-ASCII raw": QT_TRANSLATE_NOOP("detail", "characters as they are, not as \\uXXXX"),
    "< > & raw": QT_TRANSLATE_NOOP("detail", "< > & as they are, not as \\uXXXX"),
    "PHP": QT_TRANSLATE_NOOP("detail", "as PHP writes it, \\/ for /"),
    "Python": QT_TRANSLATE_NOOP("detail", "as Python writes it"),
    "JavaScript": QT_TRANSLATE_NOOP("detail", "as JavaScript writes it"),
    "PHP, Unicode unescaped": QT_TRANSLATE_NOOP("detail", "as PHP writes it, Unicode as it is"),
    "Go or Rails": QT_TRANSLATE_NOOP("detail", "as Go or Rails write it"),
    "Gson": QT_TRANSLATE_NOOP("detail", "as Gson writes it"),
    ".NET": QT_TRANSLATE_NOOP("detail", "as .NET writes it"),
}
"""Phrases that read better in other words."""
_PATTERNS = (
    QT_TRANSLATE_NOOP("detail", "the first {what} bytes"),
    QT_TRANSLATE_NOOP("detail", "the value of {what}"),
    QT_TRANSLATE_NOOP("detail", "the field {what} alone"),
    QT_TRANSLATE_NOOP("detail", "with {what} around it"),
    QT_TRANSLATE_NOOP("detail", "gzip, level {what}"),
    QT_TRANSLATE_NOOP("detail", "{other} taken for {what}"),
    QT_TRANSLATE_NOOP("detail", "written as {what}"),
    QT_TRANSLATE_NOOP("detail", "as {what}"),
    QT_TRANSLATE_NOOP("detail", "without {what}"),
    QT_TRANSLATE_NOOP("detail", "{what}, decoded"),
)
_WORDS = {phrase: phrase for phrase in _PHRASES} | _NICER
_COMPILED = tuple(
    (pattern, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(pattern)), re.DOTALL))
    for pattern in _PATTERNS
)


def detail_text(detail: str) -> str:
    """The phrase in the user's language; what is not known stays as it is."""
    if detail in _WORDS:
        return QCoreApplication.translate("detail", _WORDS[detail])
    joined = _joined(detail)
    if joined:
        return ", ".join(QCoreApplication.translate("detail", _WORDS[phrase]) for phrase in joined)
    for pattern, compiled in _COMPILED:
        found = compiled.fullmatch(detail)
        if found:
            return QCoreApplication.translate("detail", pattern).format(**found.groupdict())
    return detail


def _joined(detail: str) -> list[str]:
    """The known phrases that a detail is made of, the longest first; empty when it is made of others too."""
    pieces = detail.split(", ")
    found: list[str] = []
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            phrase = ", ".join(pieces[at:end])
            if phrase in _WORDS:
                found.append(phrase)
                at = end
                break
        else:
            return []
    return found
