"""Other bodies that the sender may have signed, made from the one that arrived, in the order of causes."""

from __future__ import annotations

import base64
import gzip
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import quote, quote_plus

from garfio.core.http import Request, parse_content_type
from garfio.core.signature import document
from garfio.core.signature.diagnosis import json_body, rewrite
from garfio.core.signature.diagnosis.variant import Variant
from garfio.core.signature.encoding import key_bytes

_JSON_LIMIT = 16 << 20
_UNPACKED_LIMIT = 32 << 20


def bodies(request: Request, *, bytewise: bool = True) -> Iterator[Variant]:
    """Other bodies that the sender may have signed, in the order of the catalogue of causes.

    `bytewise` is False for a scheme that signs values of the body, for which it does not matter how a
    document is written: the long tail of encoders is left out.
    """
    body = request.body
    seen = {body}
    for variant in _all_bodies(request, bytewise=bytewise):
        if variant.body is not None and variant.body not in seen:
            if len(body) < 1 << 18:
                seen.add(variant.body)
            yield variant


def _all_bodies(request: Request, *, bytewise: bool) -> Iterator[Variant]:
    body = request.body
    yield from _ends(body)
    yield from _codings(body)
    text = _text(body)
    starts_as_json = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b'"')
    json_text = text if starts_as_json and len(body) < _JSON_LIMIT else None
    parts = rewrite.take_apart(json_text) if json_text is not None else None
    if json_text is not None:
        yield from json_body.changes(json_text, parts)
    yield from _charsets(body)
    if text is not None:
        yield from _normalised(text)
    yield from _forms(request)
    yield Variant("body.empty", "an empty body", body=b"")
    if json_text is not None and bytewise:
        yield from json_body.encoders(json_text, parts)
    if json_text is not None:
        yield from json_body.members(json_text)
    yield from _truncated(body)


def _text(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _ends(body: bytes) -> Iterator[Variant]:
    """Last newline, byte order mark, line ends."""
    for end in (b"\r\n", b"\n"):
        if body.endswith(end):
            yield Variant("body.final-newline", "without the last line break", body=body[: -len(end)])
    bare = body.rstrip(b"\r\n")
    for end, name in ((b"\n", "LF"), (b"\r\n", "CR LF")):
        yield Variant("body.final-newline", f"with a last {name}", body=body + end)
        yield Variant("body.final-newline", f"with {name} at the end", body=bare + end)
    yield Variant("body.final-newline", "without blanks around it", body=body.strip())
    bom = b"\xef\xbb\xbf"
    if body.startswith(bom):
        yield Variant("body.bom", "without the byte order mark", body=body[3:])
    else:
        yield Variant("body.bom", "with a byte order mark", body=bom + body)
    unix = body.replace(b"\r\n", b"\n")
    yield Variant("body.line-endings", "with LF", body=unix)
    yield Variant("body.line-endings", "with CR LF", body=unix.replace(b"\n", b"\r\n"))


def _codings(body: bytes) -> Iterator[Variant]:
    """Compression and base64."""
    for window in (47, -15):
        try:
            unpacked = zlib.decompressobj(window).decompress(body, _UNPACKED_LIMIT)
        except zlib.error:
            continue
        if unpacked:
            yield Variant("body.compression", "unpacked", body=unpacked)
            break
    else:
        if len(body) < 1 << 20:
            for level in (6, 9):
                yield Variant(
                    "body.compression", f"gzip, level {level}", body=gzip.compress(body, level, mtime=0)
                )
    decoded = key_bytes("".join(body.decode("latin-1").split()), "b64")
    if decoded:
        yield Variant("body.base64", "decoded from base64", body=decoded)
    yield Variant("body.base64", "as base64", body=base64.b64encode(body))


def _charsets(body: bytes) -> Iterator[Variant]:
    """Decoded in a wrong charset and encoded again, either way; characters lost; lengths in characters."""
    if body.isascii():
        return
    for charset in ("latin-1", "cp1252"):
        for decoding, encoding in ((charset, "utf-8"), ("utf-8", charset)):
            try:
                changed = body.decode(decoding).encode(encoding)
            except UnicodeError:
                continue
            yield Variant("body.charset", f"{decoding} taken for {encoding}", body=changed)
    text = body.decode("utf-8", "replace")
    lossy = (
        ("replacement characters", text.encode()),
        ("? for every non-ASCII character", text.encode("ascii", "replace")),
        ("non-ASCII characters left out", text.encode("ascii", "ignore")),
        ("a replacement character for every non-ASCII byte", body.decode("ascii", "replace").encode()),
        ("? for every non-ASCII byte", re.sub(rb"[\x80-\xff]", b"?", body)),
        ("surrogate pairs encoded one by one", _cesu8(text)),
        ("the length in characters taken for bytes", body[: len(text)]),
        (
            "the length in UTF-16 units taken for bytes",
            body[: len(text.encode("utf-16-le", "surrogatepass")) // 2],
        ),
    )
    for detail, changed in lossy:
        yield Variant("body.charset", detail, body=changed)


def _cesu8(text: str) -> bytes:
    return re.sub(
        r"[\U00010000-\U0010ffff]",
        lambda found: "".join(
            chr(int.from_bytes(unit, "big"))
            for unit in (found[0].encode("utf-16-be")[:2], found[0].encode("utf-16-be")[2:])
        ),
        text,
    ).encode("utf-8", "surrogatepass")


def _normalised(text: str) -> Iterator[Variant]:
    if text.isascii():
        return
    for form in ("NFC", "NFD", "NFKC"):
        changed = unicodedata.normalize(form, text)
        yield Variant("body.unicode-normalisation", form, body=changed.encode("utf-8", "surrogatepass"))


def _forms(request: Request) -> Iterator[Variant]:
    """A form built again from its parameters."""
    if not parse_content_type(request.headers.text("content-type")).is_form:
        return
    pairs = document.read_pairs(request.body)
    for is_sorted in (False, True):
        ordered = sorted(pairs) if is_sorted else pairs
        order = ", sorted" if is_sorted else ""
        writers: tuple[tuple[str, Callable[[bytes], str]], ...] = (
            ("+ for blanks", quote_plus),
            ("%20 for blanks", lambda data: quote(data, safe="")),
            ("as Java writes", lambda data: quote_plus(data, safe="*").replace("~", "%7E")),
            ("as JavaScript writes", lambda data: quote(data, safe="!~*'()")),
            (
                "lower-case escapes",
                lambda data: re.sub("%..", lambda found: found[0].lower(), quote_plus(data)),
            ),
            ("decoded", lambda data: data.decode("utf-8", "surrogateescape")),
        )
        for name, write in writers:
            rebuilt = "&".join(f"{write(key)}={write(value)}" for key, value in ordered)
            yield Variant("body.form-rebuilt", name + order, body=rebuilt.encode("utf-8", "surrogateescape"))
    for field_name, value in pairs:
        if field_name in (b"payload", b"data", b"json"):
            yield Variant("body.form-rebuilt", f"the field {field_name.decode()} alone", body=value)


def _truncated(body: bytes) -> Iterator[Variant]:
    sizes = {1 << power for power in range(8, 26)} | {1000 * 10**power for power in range(5)} | {102_400}
    for size in sorted(sizes):
        for limit in (size - 1, size):
            if limit < len(body):
                yield Variant("body.truncated", f"the first {limit} bytes", body=body[:limit])
