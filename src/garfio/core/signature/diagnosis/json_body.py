"""Other JSON texts that the sender may have signed: written by another encoder, wrapped, trimmed, a member."""

from __future__ import annotations

import json
from collections.abc import Iterator

from garfio.core.signature import document, edit
from garfio.core.signature.diagnosis import rewrite
from garfio.core.signature.diagnosis.variant import Variant
from garfio.core.signature.encoding import key_bytes

_MOST_ITEMS = 50
_COMMON_BLANKS = 3
"""Of `rewrite.WHITESPACE` those that any encoder may write."""


def changes(text: str, parts: rewrite.Text | None) -> Iterator[Variant]:
    """One dimension changed: escapes, numbers, blanks; then what wraps the document, and trimmed values."""
    if parts is not None:
        yield from _single_styles(parts)
    yield from _in_string(text)
    yield from _trimmed(text, parts)


def encoders(text: str, parts: rewrite.Text | None) -> Iterator[Variant]:
    """Two and more dimensions changed: what another program's encoder makes of the document."""
    ordered_text = rewrite.sort_keys(text)
    yield _written("body.reserialised", "keys sorted", ordered_text)
    ordered = rewrite.take_apart(ordered_text)
    if parts is None or ordered is None:
        return
    yield from _combined(parts, "")
    if (rewrite.unescape_all(parts.strings), rewrite.compact(parts.laid_out)) != (
        ordered.strings,
        ordered.gaps,
    ):
        yield from _combined(ordered, "keys sorted")


def members(text: str) -> Iterator[Variant]:
    """Members of the document, each as it stands in the text."""
    found = document.read_json(text.encode("utf-8", "surrogatepass"))
    paths: list[list[str | int]] = []
    if isinstance(found, list):
        paths = [[index] for index in range(len(found[:_MOST_ITEMS]))]
    elif isinstance(found, dict):
        for name, value in list(found.items())[:_MOST_ITEMS]:
            if isinstance(value, dict | list):
                paths.append([name])
            if isinstance(value, list):
                paths += [[name, index] for index in range(len(value[:_MOST_ITEMS]))]
    for path in paths:
        span = edit.locate(text, path)
        if span:
            yield _written(
                "body.envelope", ".".join(str(step) for step in path), text[span[0] : span[1]], encoder=False
            )


def _written(code: str, name: str, text: str, *, encoder: bool = True) -> Variant:
    fields = (("encoder", name),) if encoder else ()
    return Variant(code, name, body=text.encode("utf-8", "surrogatepass"), fields=fields)


def _single_styles(parts: rewrite.Text) -> Iterator[Variant]:
    strings, template = rewrite.pieces_of(parts.strings), rewrite.template_of(parts.gaps)

    def variant(style: rewrite.Style, template: bytes, strings: tuple[bytes, ...]) -> Variant:
        body = rewrite.put_together(template, strings)
        return Variant(style.code, style.name, body=body, fields=(("encoder", style.name),))

    for style, written in rewrite.string_styles(parts.strings):
        yield variant(style, template, rewrite.pieces_of(written))
    for styles, source in ((rewrite.NUMBERS, parts.gaps), (rewrite.WHITESPACE, parts.laid_out)):
        for style in styles:
            written = style.rewrite(source)
            if written != parts.gaps:
                yield variant(style, rewrite.template_of(written), strings)


def _combined(parts: rewrite.Text, order: str) -> Iterator[Variant]:
    """The ways to escape strings with those to set blanks and to print numbers, over one order of keys.

    Whole encoders are tried with everything, single changes with the commonest blanks and numbers as they are.
    """
    made = list(rewrite.string_styles(parts.strings, last_first=True))
    seen: set[str] = set()
    for numbers in (None, *rewrite.NUMBERS):
        laid_out = numbers.rewrite(parts.laid_out) if numbers else parts.laid_out
        if laid_out in seen:
            continue
        seen.add(laid_out)
        blanks = [(style.name, rewrite.template_of(style.rewrite(laid_out))) for style in rewrite.WHITESPACE]
        ways = [(style.name, text, style in rewrite.ENCODERS) for style, text in made]
        if numbers or order:
            ways.append(("", parts.strings, True))
        for name, text, is_whole in ways:
            if numbers and not is_whole:
                continue
            strings = rewrite.pieces_of(text)
            for blank, template in blanks if is_whole else blanks[:_COMMON_BLANKS]:
                pieces = (name, blank, numbers.name if numbers else "", order)
                shown = ", ".join(piece for piece in pieces if piece)
                body = rewrite.put_together(template, strings)
                yield Variant("body.reserialised", shown, body=body, fields=(("encoder", shown),))


def _in_string(text: str) -> Iterator[Variant]:
    """JSON inside a JSON string, and bodies that a gateway wrapped."""
    found = document.read_json(text.encode("utf-8", "surrogatepass"))
    if isinstance(found, str):
        yield _written("body.json-in-string", "taken out of the string", found)
    elif isinstance(found, dict):
        for name in ("body", "rawBody", "raw_body", "payload", "data"):
            inner = found.get(name)
            if isinstance(inner, str):
                yield _written("body.json-in-string", f"the value of {name}", inner)
                decoded = key_bytes(inner, "b64")
                if decoded:
                    yield Variant("body.base64", f"{name}, decoded", body=decoded)
    yield _written("body.json-in-string", "as a JSON string", rewrite.quoted(text))
    yield _written("body.json-in-string", "as a JSON string", json.dumps(text))


def _trimmed(text: str, parts: rewrite.Text | None) -> Iterator[Variant]:
    trimmed = text
    if parts is not None:
        strings = rewrite.pieces_of(rewrite.trim(parts.strings))
        trimmed = rewrite.put_together(rewrite.template_of(parts.gaps), strings).decode(
            "utf-8", "surrogatepass"
        )
        yield _written("body.trimmed", "strings trimmed", trimmed)
    for source in dict.fromkeys((trimmed, text)):
        yield _written("body.trimmed", "empty strings as null", rewrite.empty_to_null(source))
    yield _written("body.trimmed", "null as empty strings", rewrite.null_to_empty(text))
