"""Double-quoted literals of the languages that read bytes or UTF-16 units in them."""

from __future__ import annotations

import json
import re

from garfio.core.contentview.visible import invisible_spans

# Line separators end a line in older JavaScript, and what is invisible is better seen.
_HIDDEN_RE = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u05ff\u3041-\ud7a3]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def byte_string(value: bytes, also: str = "") -> str:
    r"""A literal of Go or Ruby: visible UTF-8 as it is, the rest as `\xNN`; a backslash before each of `also`."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if not text:
        return '"' + "".join(_byte(byte, also) for byte in value) + '"'
    spans = invisible_spans(text, limit=len(text))
    hidden = {at for span in spans for at in range(span.start, span.end)}
    pieces = []
    for at, char in enumerate(text):
        if at in hidden and char not in _SHORT:
            pieces.append("".join(f"\\x{byte:02x}" for byte in char.encode()))
        else:
            pieces.append(_SHORT.get(char) or (f"\\{char}" if char in also else char))
    return '"' + "".join(pieces) + '"'


def _byte(byte: int, also: str) -> str:
    char = chr(byte)
    if char in _SHORT:
        return _SHORT[char]
    if not 0x20 <= byte < 0x7F:
        return f"\\x{byte:02x}"
    return f"\\{char}" if char in also else char


def unit_string(text: str) -> str:
    r"""A literal of JavaScript, C# or Java: what could end it, break a line or hide is written `\uNNNN`."""
    return _HIDDEN_RE.sub(_units, json.dumps(text, ensure_ascii=False))


def ascii_string(text: str) -> str:
    r"""The same of ASCII alone, for compilers that read a file in the machine's own encoding."""
    return "".join(_ascii(char) for char in unit_string(text))


def _ascii(char: str) -> str:
    if char == "\x7f" or char > "\x7f":
        return _escaped(char)
    return char


def _units(match: re.Match[str]) -> str:
    return _escaped(match[0])


def _escaped(text: str) -> str:
    units = text.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
