"""JSON and form text written again in the manner of other encoders, without parsing it into values.

Works on tokens, so that everything that a change is not about keeps its bytes: the text of numbers,
repeated keys, the order. Each function takes and gives text; what is no JSON comes back changed little or
not at all, never as an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

_STRING_OR_SPACE = re.compile(r'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^{}\[\],:"]+', re.DOTALL)
_STRING_OR_NUMBER = re.compile(r'("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)', re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|(.))", re.DOTALL)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_SAFE_INTEGER = 1 << 53

Rewrite = Callable[[str], str]


def compact(text: str) -> str:
    """No blanks between tokens."""
    return _STRING_OR_SPACE.sub(lambda found: found[1] or "", text)


def spaced(text: str) -> str:
    """A blank after each comma and colon, as Python writes."""
    return "".join(piece + " " if piece in (",", ":") else piece for piece in _TOKEN.findall(compact(text)))


def indented(unit: str, *, colon: str = ": ") -> Rewrite:
    """One member a line, indented by `unit`; empty containers stay together."""

    def rewrite(text: str) -> str:
        pieces = _TOKEN.findall(compact(text))
        out: list[str] = []
        depth = 0
        for index, piece in enumerate(pieces):
            if piece in ("{", "["):
                depth += 1
                is_empty = index + 1 < len(pieces) and pieces[index + 1] in ("}", "]")
                out.append(piece if is_empty else f"{piece}\n{unit * depth}")
            elif piece in ("}", "]"):
                depth = max(0, depth - 1)
                is_empty = index > 0 and pieces[index - 1] in ("{", "[")
                out.append(piece if is_empty else f"\n{unit * depth}{piece}")
            elif piece == ",":
                out.append(f",\n{unit * depth}")
            else:
                out.append(colon if piece == ":" else piece)
        return "".join(out)

    return rewrite


def escape_non_ascii(text: str, *, upper: bool = False) -> str:
    r"""Characters above 0x7F as `\uXXXX`, in lower or upper case; escapes that are there take that case
    too."""
    form = "{:04X}" if upper else "{:04x}"

    def write(found: re.Match[str]) -> str:
        units = found[0].encode("utf-16-be", "surrogatepass")
        return "".join(
            "\\u" + form.format(int.from_bytes(units[at : at + 2], "big")) for at in range(0, len(units), 2)
        )

    return _NON_ASCII.sub(write, recase_escapes(text, upper=upper))


def recase_escapes(text: str, *, upper: bool) -> str:
    r"""The hex digits of `\uXXXX` in one case."""

    def write(found: re.Match[str]) -> str:
        if found[3]:
            return found[0]
        return found[0].upper().replace("\\U", "\\u") if upper else found[0].lower()

    return _ESCAPE.sub(write, text)


def _unescape(text: str, is_meant: Callable[[str], bool]) -> str:
    r"""The `\uXXXX` (and `\/`) whose character is meant, as the character itself."""

    def write(found: re.Match[str]) -> str:
        if found[3]:
            return found[3] if found[3] == "/" and is_meant("/") else found[0]
        first, second = int(found[1], 16), found[2]
        if second:
            if 0xD800 <= first < 0xDC00:
                character = chr(0x10000 + ((first - 0xD800) << 10) + (int(second, 16) - 0xDC00))
                return character if is_meant(character) else found[0]
            return _unescape(found[0][:6], is_meant) + found[0][6:]
        character = chr(first)
        is_lone = 0xD800 <= first < 0xE000
        return character if not is_lone and is_meant(character) else found[0]

    return _ESCAPE.sub(write, text)


def unescape_non_ascii(text: str) -> str:
    r"""`\uXXXX` above 0x7F as raw characters."""
    return _unescape(text, lambda character: character > "\x7f")


def unescape_slashes(text: str) -> str:
    r"""`\/` as `/`."""
    return _unescape(text, lambda character: character == "/")


def unescape_html(text: str) -> str:
    r"""`\u003c` and the like as the characters themselves."""
    return _unescape(text, lambda character: character in "<>&'=+`")


def unescape_all(text: str) -> str:
    """Only what JSON must escape stays escaped, as JavaScript writes."""
    return _unescape(text, lambda character: character >= " " and character not in '"\\\x7f')


def escape_slashes(text: str) -> str:
    r"""`/` as `\/`, as PHP writes."""
    return re.sub(r"(?<!\\)/", r"\\/", text)


def escaping(characters: str, *, upper: bool = False, quote: bool = False) -> Rewrite:
    r"""Some characters as `\uXXXX`; with `quote` also `\"` as `\u0022`. They occur inside strings only."""
    form = "\\u{:04X}" if upper else "\\u{:04x}"
    table = {ord(character): form.format(ord(character)) for character in characters}

    def rewrite(text: str) -> str:
        written = text.translate(table)
        return re.sub(r'((?:^|[^\\])(?:\\\\)*)\\"', r"\g<1>\\u0022", written) if quote else written

    return rewrite


def js_number(text: str) -> str:
    """A number as JavaScript prints it: no trailing zeros, integers above 2^53 rounded, exponents from 1e21
    on."""
    value = float(text)
    if value == 0:
        return "0"
    if value in (float("inf"), float("-inf")):
        return "null"
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value)) if abs(value) < _SAFE_INTEGER else _short_integer(value)
    shown = repr(value)
    mantissa, mark, exponent = shown.partition("e")
    if mark and -7 < int(exponent) < 0:
        return f"{value:.{len(mantissa.replace('-', '').replace('.', '')) - 1 - int(exponent)}f}"
    return mantissa.removesuffix(".0") + (f"e{int(exponent):+d}" if mark else "")


def _short_integer(value: float) -> str:
    """A large float as JavaScript prints it: its shortest digits, filled with zeros."""
    mantissa, _, exponent = repr(value).partition("e")
    if not exponent:
        return mantissa.removesuffix(".0")
    whole, _, fraction = mantissa.partition(".")
    return whole + fraction.ljust(int(exponent), "0")


def numbers(rewrite: Callable[[str], str]) -> Rewrite:
    """Every number of the text rewritten."""
    return lambda text: _STRING_OR_NUMBER.sub(lambda found: found[1] or rewrite(found[2]), text)


def round_big_integer(text: str) -> str:
    """An integer above 2^53 as a double holds it; every other number as it is."""
    is_big = text.lstrip("-").isdigit() and len(text) > 15 and abs(int(text)) > _SAFE_INTEGER
    return js_number(text) if is_big else text


def python_float(text: str) -> str:
    """A number with a fraction or exponent as Python and PHP print it."""
    return text if text.lstrip("-").isdigit() else repr(float(text))


def sort_keys(text: str) -> str:
    """The keys of every object in order; without blanks. Text that is no JSON comes back as it is."""
    from garfio.core.signature import document

    found = document.read_json(text.encode("utf-8", "surrogatepass"))
    return text if isinstance(found, document.Absent) else document.compact(found, sort=True)


def trim_strings(text: str) -> str:
    """Blanks around string values taken away."""
    return _STRING.sub(lambda found: f'"{found[1].strip()}"', text)


def empty_to_null(text: str) -> str:
    """Empty strings as null; keys stay."""
    return re.sub(r'([:\[,]\s*)""(?=\s*[,}\]])', r"\1null", text)


def null_to_empty(text: str) -> str:
    """Null as an empty string."""
    return re.sub(r"([:\[,]\s*)null(?=\s*[,}\]])", r'\1""', text)


@dataclass(frozen=True, slots=True)
class Style:
    """One dimension of how JSON is written, with its name and the code that it means alone."""

    name: str
    code: str
    rewrite: Rewrite


def _chain(*steps: Rewrite) -> Rewrite:
    def rewrite(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return rewrite


_LINES = "\u2028\u2029"
_DOTNET = _chain(lambda text: escape_non_ascii(text, upper=True), escaping("<>&'+`", upper=True, quote=True))
WHITESPACE = (
    Style("without blanks", "body.reserialised", compact),
    Style("with a blank after , and :", "body.reserialised", spaced),
    Style("indented by 2", "body.reserialised", indented("  ")),
    Style("indented by 4", "body.reserialised", indented("    ")),
    Style("indented by tabs", "body.reserialised", indented("\t")),
    Style("indented by 2, Ruby's and Java's way", "body.reserialised", indented("  ", colon=" : ")),
)
STRINGS = (
    Style("non-ASCII raw", "body.unicode-escaping", unescape_non_ascii),
    Style("/ raw", "body.slash-escaping", unescape_slashes),
    Style("< > & raw", "body.html-escaping", unescape_html),
    Style("non-ASCII as \\uxxxx", "body.unicode-escaping", escape_non_ascii),
    Style("non-ASCII as \\uXXXX", "body.unicode-escaping", lambda text: escape_non_ascii(text, upper=True)),
    Style("escapes in lower case", "body.unicode-escaping", lambda text: recase_escapes(text, upper=False)),
    Style("escapes in upper case", "body.unicode-escaping", lambda text: recase_escapes(text, upper=True)),
    Style("U+2028 escaped", "body.unicode-escaping", escaping(_LINES)),
    Style("/ as \\/", "body.slash-escaping", escape_slashes),
    Style("< > & escaped", "body.html-escaping", escaping("<>&")),
    Style("JavaScript", "body.unicode-escaping", unescape_all),
    Style("Python", "body.unicode-escaping", _chain(unescape_all, escape_non_ascii)),
    Style("PHP", "body.slash-escaping", _chain(unescape_all, escape_non_ascii, escape_slashes)),
    Style("PHP, Unicode unescaped", "body.slash-escaping", _chain(unescape_all, escape_slashes)),
    Style("Go or Rails", "body.html-escaping", _chain(unescape_all, escaping("<>&" + _LINES))),
    Style("Gson", "body.html-escaping", _chain(unescape_all, escaping("<>&='" + _LINES))),
    Style(".NET", "body.html-escaping", _chain(unescape_all, _DOTNET)),
)
"""How strings are escaped: single changes first, then what whole encoders do."""
NUMBERS = (
    Style("large integers rounded", "body.big-integers", numbers(round_big_integer)),
    Style("numbers as in JavaScript", "body.number-format", numbers(js_number)),
    Style("numbers as in Python", "body.number-format", numbers(python_float)),
)
SORTED = Style("keys sorted", "body.reserialised", sort_keys)


def quoted(text: str) -> str:
    """The text as a JSON string, non-ASCII raw."""
    return json.dumps(text, ensure_ascii=False)
