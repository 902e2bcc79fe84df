r"""JSON text written again in the manner of other encoders, without parsing it into values.

A text is taken apart into what is inside its strings and what is between them, so that everything that a
change is not about keeps its bytes: the text of numbers, repeated keys, the order. Each part is one text
with NUL between the pieces, so a change of a megabyte is a few passes at the speed of C. What is no JSON
has no parts, or comes back changed little, never as an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring_ascii

from garfio.core.signature import document

_STRING = re.compile(r'"((?:[^"\\]++|\\.|\\\Z)*+)(?:"|\Z)', re.DOTALL)
_MARK = "\0"
_NO_BLANKS = dict.fromkeys(map(ord, " \t\r\n"))
_STRUCTURE = re.compile(r"[{}\[\],]+")
_FRACTION = r"(?<!\d)-?\d++(?:\.\d++(?:[eE][+-]?\d++)?|[eE][+-]?\d++)"
_LONG = r"(?<![\d.])-?\d{16,}+(?![.eE])"
_ZERO = r"-0(?![\d.eE])"
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|(.))", re.DOTALL)
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_SAFE_INTEGER = 1 << 53
_DEEPEST = 32
"""Depth up to which members get a line of their own: a document of brackets alone would become a flood of blanks."""

Rewrite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Style:
    """One dimension of how JSON is written, with its name and the code that it means alone."""

    name: str
    code: str
    rewrite: Rewrite


@dataclass(frozen=True)
class Text:
    """A JSON text in its two parts."""

    strings: str
    """What is inside the quotes."""
    gaps: str
    """What is before, between and after the strings."""

    @cached_property
    def laid_out(self) -> str:
        """The gaps with one member a line, indented by tabs, without any other blank; empty containers stay
        together."""
        depth = 0
        known: dict[tuple[str, int], tuple[str, int]] = {}

        def write(found: re.Match[str]) -> str:
            nonlocal depth
            key = found[0], depth
            written = known.get(key)
            if written is None:
                written = known[key] = _lay_out(*key)
            depth = written[1]
            return written[0]

        return _STRUCTURE.sub(write, self.gaps.translate(_NO_BLANKS))


def take_apart(text: str) -> Text | None:
    """The text in its parts; None when a string in it does not end."""
    if _MARK in text:
        return None
    pieces = _STRING.split(text)
    found = Text(_MARK.join(pieces[1::2]), _MARK.join(pieces[::2]))
    quotes = len(pieces) - 1
    return found if sum(map(len, pieces)) + quotes == len(text) else None


def pieces_of(strings: str) -> tuple[bytes, ...]:
    """What is inside each pair of quotes, encoded."""
    return tuple(strings.encode("utf-8", "surrogatepass").split(b"\0"))


def template_of(gaps: str) -> bytes:
    """The gaps with their quotes, as a template for the strings."""
    return gaps.replace("%", "%%").replace(_MARK, '"%b"').encode("utf-8", "surrogatepass")


def put_together(template: bytes, strings: tuple[bytes, ...]) -> bytes:
    """The text of gaps and strings; several times as fast as joining the pieces."""
    return template % (strings if b"%b" in template else ())


def _lay_out(marks: str, depth: int) -> tuple[str, int]:
    """Brackets and commas that follow each other with their line breaks, and the depth after them."""
    out: list[str] = []
    for before, mark, after in zip(f" {marks}", marks, f"{marks[1:]} ", strict=False):
        if mark in "{[":
            depth += 1
            out.append(mark if after in "}]" else mark + _line(depth))
        elif mark in "}]":
            depth = max(0, depth - 1)
            out.append(mark if before in "{[" else _line(depth) + mark)
        else:
            out.append("," + _line(depth))
    return "".join(out), depth


def _line(depth: int) -> str:
    return "\n" + "\t" * depth if depth <= _DEEPEST else ""


def compact(laid_out: str) -> str:
    """No blanks between tokens."""
    return laid_out.replace("\n", "").replace("\t", "")


def spaced(laid_out: str) -> str:
    """A blank after each comma and colon, as Python writes."""
    return compact(laid_out).replace(",", ", ").replace(":", ": ")


def indented(unit: str, *, colon: str = ": ") -> Rewrite:
    """One member a line, indented by `unit`."""
    return lambda laid_out: laid_out.replace(":", colon).replace("\t", unit)


class _Table(dict[str, str]):
    """What each piece of text becomes, worked out once."""

    def __init__(self, write: Rewrite) -> None:
        self._write = write

    def __missing__(self, piece: str) -> str:
        self[piece] = written = self._write(piece)
        return written

    def apply(self, pattern: re.Pattern[str], text: str) -> str:
        """The text with every match written anew."""
        return pattern.sub(lambda found: self[found[0]], text)


def _upper_escape(escape: str) -> str:
    return escape.upper().replace("\\U", "\\u")


def escape_non_ascii(strings: str, *, upper: bool = False) -> str:
    r"""Characters above 0x7F as `\uXXXX`, in lower or upper case; escapes that are there take that case
    too."""
    strings = recase_escapes(strings, upper=upper)
    if strings.isascii():
        return strings
    write = _upper_escape if upper else str
    return _Table(lambda run: write(encode_basestring_ascii(run)[1:-1])).apply(_NON_ASCII, strings)


def recase_escapes(strings: str, *, upper: bool) -> str:
    r"""The hex digits of `\uXXXX` in one case."""
    if "\\u" not in strings:
        return strings

    def write(escape: str) -> str:
        if escape[1] != "u" or len(escape) == 2:
            return escape
        return _upper_escape(escape) if upper else escape.lower()

    return _Table(write).apply(_ESCAPE, strings)


def _unescape(strings: str, is_meant: Callable[[str], bool]) -> str:
    r"""The `\uXXXX` (and `\/`) whose character is meant, as the character itself."""
    if "\\" not in strings:
        return strings

    def write(escape: str) -> str:
        found = _ESCAPE.fullmatch(escape)
        if found is None or found[3]:
            return "/" if escape == "\\/" and is_meant("/") else escape
        first, second = int(found[1], 16), found[2]
        if second:
            if 0xD800 <= first < 0xDC00:
                character = chr(0x10000 + ((first - 0xD800) << 10) + (int(second, 16) - 0xDC00))
                return character if is_meant(character) else escape
            return write(escape[:6]) + escape[6:]
        character = chr(first)
        is_lone = 0xD800 <= first < 0xE000
        return character if not is_lone and is_meant(character) else escape

    return _Table(write).apply(_ESCAPE, strings)


def unescape_non_ascii(strings: str) -> str:
    r"""`\uXXXX` above 0x7F as raw characters."""
    return _unescape(strings, lambda character: character > "\x7f")


def unescape_slashes(strings: str) -> str:
    r"""`\/` as `/`."""
    return _unescape(strings, lambda character: character == "/")


def unescape_html(strings: str) -> str:
    r"""`\u003c` and the like as the characters themselves."""
    return _unescape(strings, lambda character: character in "<>&'=+`")


def unescape_all(strings: str) -> str:
    """Only what JSON must escape stays escaped, as JavaScript writes."""
    return _unescape(strings, lambda character: character >= " " and character not in '"\\\x7f')


def escape_slashes(strings: str) -> str:
    r"""`/` as `\/`, as PHP writes."""
    return re.sub(r"(?<!\\)/", r"\\/", strings) if "/" in strings else strings


def escaping(characters: str, *, upper: bool = False, quote: bool = False) -> Rewrite:
    r"""Some characters as `\uXXXX`; with `quote` also `\"` as `\u0022`."""
    form = "\\u{:04X}" if upper else "\\u{:04x}"
    table = [(character, form.format(ord(character))) for character in characters]

    def rewrite(strings: str) -> str:
        for character, escape in table:
            strings = strings.replace(character, escape)
        if quote and '"' in strings:
            strings = re.sub(r'(\\\\)|\\"', lambda found: found[1] or "\\u0022", strings)
        return strings

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


def numbers(write: Callable[[str], str], *concerned: str) -> Rewrite:
    """The numbers of certain forms rewritten, wherever they are between the strings."""
    pattern = re.compile("|".join(concerned))
    return lambda gaps: _Table(write).apply(pattern, gaps)


def round_big_integer(text: str) -> str:
    """An integer above 2^53 as a double holds it; a smaller one as it is."""
    return js_number(text) if len(text) > 17 or abs(int(text)) > _SAFE_INTEGER else text


def python_float(text: str) -> str:
    """A number with a fraction or exponent as Python and PHP print it."""
    return repr(float(text))


def sort_keys(text: str) -> str:
    """The keys of every object in order; without blanks. Text that is no JSON comes back as it is."""
    if "\\u0000" in text:
        found = document.read_json(text.encode("utf-8", "surrogatepass"))
        return text if isinstance(found, document.Absent) else document.compact(found, sort=True)

    def marked(number: str) -> str:
        return _MARK + number

    try:
        value = json.loads(
            text.removeprefix("\ufeff"), parse_float=marked, parse_int=marked, parse_constant=marked
        )
        written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except (ValueError, RecursionError):
        return text
    return re.sub(r'"\\u0000([^"]*)"', r"\1", written)


def trim(strings: str) -> str:
    """Blanks around string values taken away."""
    return _MARK.join(piece.strip() for piece in strings.split(_MARK))


def empty_to_null(text: str) -> str:
    """Empty strings as null; keys stay."""
    return re.sub(r'([:\[,]\s*)""(?=\s*[,}\]])', r"\1null", text) if '""' in text else text


def null_to_empty(text: str) -> str:
    """Null as an empty string."""
    return re.sub(r"([:\[,]\s*)null(?=\s*[,}\]])", r'\1""', text) if "null" in text else text


def quoted(text: str) -> str:
    """The text as a JSON string, non-ASCII raw."""
    return json.dumps(text, ensure_ascii=False)


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
"""What is between the strings, made from `Text.laid_out`."""
_CHANGES = (
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
)
ENCODERS = (
    Style("JavaScript", "body.unicode-escaping", str),
    Style("Python", "body.unicode-escaping", escape_non_ascii),
    Style("PHP", "body.slash-escaping", _chain(escape_non_ascii, escape_slashes)),
    Style("PHP, Unicode unescaped", "body.slash-escaping", escape_slashes),
    Style("Go or Rails", "body.html-escaping", escaping("<>&" + _LINES)),
    Style("Gson", "body.html-escaping", escaping("<>&='" + _LINES)),
    Style(".NET", "body.html-escaping", _DOTNET),
)
"""Whole encoders, which begin from strings where only what must be is escaped."""
NUMBERS = (
    Style("large integers rounded", "body.big-integers", numbers(round_big_integer, _LONG)),
    Style("numbers as in JavaScript", "body.number-format", numbers(js_number, _FRACTION, _LONG, _ZERO)),
    Style("numbers as in Python", "body.number-format", numbers(python_float, _FRACTION)),
)


def string_styles(strings: str, *, last_first: bool = False) -> Iterator[tuple[Style, str]]:
    """How strings can be escaped, each that makes a difference: single changes first, then whole encoders;
    or the other way round."""
    seen = {strings}
    plain = unescape_all(strings)
    sources = [(style, strings) for style in _CHANGES] + [(style, plain) for style in ENCODERS]
    for style, source in reversed(sources) if last_first else sources:
        written = style.rewrite(source)
        if written not in seen:
            seen.add(written)
            yield style, written
