"""Secrets replaced in a text: in JSON and XML by name, everywhere by the shape of a value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from garfio.core.contentview.json_tokens import CLOSE, KEY, OPEN, JsonScan
from garfio.core.contentview.json_tree import decode_string
from garfio.core.redaction.card import is_card, replace_cards
from garfio.core.redaction.rules import REDACTED, Rules

_JSON_REDACTED = json.dumps(REDACTED)
_MAX_EMBEDDED = 10
# Members by their look, in a text that is not JSON (any more): a word, then a colon, an equals sign or the
# next string. Each of these begins at most once in a run of its characters, so that no input makes the search
# quadratic.
_NAME_RE = re.compile(r"(?<![\w\\-])([\w\\-]{1,100})(?:[\"']?\s*[:=]\s*|[\"']\s+(?=[\"']))")
_VALUE_RE = re.compile(r""""(?:[^"\\]|\\.)*+"?|'[^'\n]*+'?|[^\s"',;&\]}]++""", re.DOTALL)
_CDATA = r"<!\[CDATA\[(?:[^\]]|\](?!\]>))*+(?:\]\]>)?"
_ELEMENT_RE = re.compile(rf"(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)(\s*+(?:{_CDATA}|[^<]++))", re.DOTALL)
_ATTRIBUTE_RE = re.compile(r"""(?<![\w.-])([\w.-]{1,100})(\s*=\s*)("[^"<]*"|'[^'<]*')""")

Replaced = tuple[str, int]
"""A text, and how many values were replaced in it."""


def redact_text(text: str, rules: Rules, depth: int = 0) -> Replaced:
    """A text of any kind; JSON and XML are recognised by their first character."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    count = 0
    if start and start in "{[" and depth < _MAX_EMBEDDED:
        text, count = redact_json(text, rules, depth)
    elif start == "<":
        text, count = _redact_xml(text, rules)
    else:
        text, count = _redact_members(text, rules)
    text, more = redact_values(text, rules)
    return text, count + more


def redact_values(text: str, rules: Rules) -> Replaced:
    """Only what has the shape of a secret."""
    text, count = rules.value_re.subn(REDACTED, text) if rules.value_re else (text, 0)
    cards = 0
    if rules.cards:
        text, cards = replace_cards(text, lambda _match: REDACTED)
    return text, count + cards


def redact_json(text: str, rules: Rules, depth: int = 0) -> Replaced:
    """A JSON text: secret members whole, JSON in strings too; behind a fault by the look of members."""
    scan = JsonScan(text)
    edits = _JsonEdits(text, rules, depth)
    for kind, start, end, _comma in scan:
        if kind == KEY:
            edits.key(start, end)
        elif kind == CLOSE:
            edits.close(end)
        else:
            edits.value(start, end, opens=kind == OPEN)
    if scan.fault:
        edits.rest(scan.end, lines=scan.fault.reason == "extra")
    return edits.apply()


class _JsonEdits:
    """The places of a JSON text to replace, found token by token."""

    def __init__(self, text: str, rules: Rules, depth: int) -> None:
        self._text = text
        self._rules = rules
        self._depth = depth
        self._edits: list[tuple[int, int, str]] = []
        self._count = 0
        self._path: list[str] = []
        self._next_index: list[int] = []
        self._key_at = 0
        self._key_hides = False
        self._hidden_at = -1
        self._hidden_depth = 0

    def key(self, start: int, end: int) -> None:
        self._path[-1] = decode_string(self._text[start:end])
        self._key_at = start
        self._key_hides = self._rules.hides_key(self._path[-1])

    def value(self, start: int, end: int, *, opens: bool) -> None:
        if self._next_index and self._next_index[-1] >= 0:
            self._path[-1] = str(self._next_index[-1])
            self._next_index[-1] += 1
        inside = self._hidden_at >= 0
        hides = not inside and (self._key_hides or self._rules.hides_path(self._path))
        self._key_hides = False
        self._count += hides
        if opens:
            if hides:
                self._hidden_at, self._hidden_depth = start, len(self._path)
            self._path.append("")
            self._next_index.append(0 if self._text[start] == "[" else -1)
        elif hides or self._is_card(start, end):
            self._count += not hides
            self._edits.append((start, end, _JSON_REDACTED))
        elif not inside and self._text[start] == '"':
            changed, count = _redact_string(self._text[start:end], self._rules, self._depth)
            if count:
                self._edits.append((start, end, changed))
                self._count += count

    def _is_card(self, start: int, end: int) -> bool:
        """True for a number that is a card's: without quotes, its replacement would be no JSON."""
        return (
            self._rules.cards
            and self._hidden_at < 0
            and self._text[start] in "23456"
            and is_card(self._text[start:end])
        )

    def close(self, end: int) -> None:
        self._path.pop()
        self._next_index.pop()
        if self._hidden_at >= 0 and len(self._path) == self._hidden_depth:
            self._edits.append((self._hidden_at, end, _JSON_REDACTED))
            self._hidden_at = -1

    def rest(self, end: int, *, lines: bool) -> None:
        """What follows the last token that was read; `lines` when a whole JSON text was, as in JSON Lines."""
        if self._hidden_at >= 0:
            self._edits.append((self._hidden_at, len(self._text), _JSON_REDACTED))
            return
        if self._text[:end].rstrip().endswith(":"):
            end = self._key_at
        rest = self._text[end:]
        if lines and "\n" in rest:
            parts = [redact_json(line, self._rules, self._depth) for line in rest.split("\n")]
            changed, count = "\n".join(part for part, _ in parts), sum(more for _, more in parts)
        else:
            changed, count = _redact_members(rest, self._rules, _JSON_REDACTED)
        self._edits.append((end, len(self._text), changed))
        self._count += count

    def apply(self) -> Replaced:
        """The text with everything replaced, and how much that was."""
        pieces: list[str] = []
        at = 0
        for start, end, replacement in self._edits:
            pieces += (self._text[at:start], replacement)
            at = end
        return "".join((*pieces, self._text[at:])), self._count


def _redact_string(token: str, rules: Rules, depth: int) -> Replaced:
    """A string token: JSON inside it, and secrets that escapes would hide or cut short."""
    content = decode_string(token)
    if content.lstrip()[:1] in ("{", "["):
        changed, count = redact_text(content, rules, depth + 1)
    elif "\\" in token:
        changed, count = redact_values(content, rules)
    else:
        return token, 0
    return (json.dumps(changed), count) if count else (token, 0)


def _redact_members(text: str, rules: Rules, bare: str = REDACTED) -> Replaced:
    """A text in which only names tell what is secret; a secret container hides the rest.

    `bare` takes the place of a value without quotes.
    """
    pieces: list[str] = []
    at = count = 0
    for name in _NAME_RE.finditer(text):
        if name.start() < at or not rules.hides_key(decode_string(f'"{name[1]}"')):
            continue
        value = _VALUE_RE.match(text, name.end())
        if value is None or text.startswith(REDACTED, value.start()):
            continue
        count += 1
        pieces += (text[at : value.start()], _JSON_REDACTED if value[0][0] == '"' else bare)
        at = len(text) if value[0][0] in "{[" else value.end()
    return "".join((*pieces, text[at:])), count


def _redact_xml(text: str, rules: Rules) -> Replaced:
    text, elements = _replace(
        _ELEMENT_RE, text, lambda match: rules.hides_key(match[2]), lambda match: match[1] + REDACTED
    )
    text, attributes = _replace(
        _ATTRIBUTE_RE,
        text,
        lambda match: rules.hides_key(match[1]),
        lambda match: f"{match[1]}{match[2]}{match[3][0]}{REDACTED}{match[3][0]}",
    )
    return text, elements + attributes


def _replace(
    pattern: re.Pattern[str],
    text: str,
    hides: Callable[[re.Match[str]], bool],
    hidden: Callable[[re.Match[str]], str],
) -> Replaced:
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        if not hides(match):
            return match[0]
        count += 1
        return hidden(match)

    return pattern.sub(replace, text), count
