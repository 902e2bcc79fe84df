"""The template of a signed content: text with placeholders, such as `v0:{timestamp}:{body}`.

`{name}` is a reference of `core.signature.message`; `{name?}` may be missing; `{name|sha256|hex}` goes
through filters; a name of `core.signature.derived` is an escape hatch for what no template can say.
Everything else is literal.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from garfio.core.signature.derived import DERIVED
from garfio.core.signature.digest import plain
from garfio.core.signature.fault import SchemeFault
from garfio.core.signature.message import Message
from garfio.core.signature.value import Part

_PLACEHOLDER = re.compile(r"\{([a-z][A-Za-z0-9_.:\[\]-]*)(\??)((?:\|[a-z0-9-]+)*)\}")
_HUBSPOT_ESCAPES = re.compile(rb"%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", re.IGNORECASE)


def _digest(name: str) -> Callable[[bytes], bytes]:
    return lambda data: plain(name, data)


def escape_non_ascii(data: bytes) -> bytes:
    r"""Non-ASCII characters as lower-case `\uXXXX`, the way Box and Meta write JSON."""
    text = data.decode("utf-8", "surrogateescape")
    return re.sub(r"[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text).encode(
        "utf-8", "surrogateescape"
    )


FILTERS: dict[str, Callable[[bytes], bytes]] = {
    "md5": _digest("md5"),
    "sha1": _digest("sha1"),
    "sha256": _digest("sha256"),
    "sha512": _digest("sha512"),
    "hex": lambda data: data.hex().encode(),
    "b64": base64.b64encode,
    "b64url": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "crc32": lambda data: str(zlib.crc32(data)).encode(),
    "lower": lambda data: data.lower(),
    "json": lambda data: json.dumps(data.decode("utf-8", "replace"), ensure_ascii=False).encode(),
    "ascii-json": escape_non_ascii,
    "hubspot-uri": lambda data: _HUBSPOT_ESCAPES.sub(lambda found: bytes.fromhex(found[1].decode()), data),
    "milliseconds": lambda data: data + b"000",
    "seconds": lambda data: data[:-3],
    "float": lambda data: data + b".0",
    "keyid": lambda data: (re.findall(rb';\s*keyid="([\w-]+)"', data) or [b""])[0],
    "encode-uri": lambda data: quote(data, safe=";,/?:@&=+$-_.!~*'()#%").encode(),
}
"""Names to functions over bytes."""


@lru_cache(maxsize=1024)
def compile_template(template: str) -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    """A template to (text or name, is optional, filters); a literal has the one filter `literal`."""
    pieces: list[tuple[str, bool, tuple[str, ...]]] = []
    at = 0
    for found in _PLACEHOLDER.finditer(template):
        if found.start() > at:
            pieces.append((template[at : found.start()], False, ("literal",)))
        filters = tuple(found[3].split("|")[1:])
        for name in filters:
            if name not in FILTERS:
                raise SchemeFault("filter", f"The template has an unknown filter: {name}.", name)
        pieces.append((found[1], bool(found[2]), filters))
        at = found.end()
    if at < len(template):
        pieces.append((template[at:], False, ("literal",)))
    return tuple(pieces)


def names(template: str) -> tuple[str, ...]:
    """The placeholders of a template."""
    return tuple(name for name, _, filters in compile_template(template) if filters != ("literal",))


def render(template: str, message: Message) -> tuple[Part, ...] | str:
    """The content in pieces, or the name of the first placeholder that the message lacks."""
    parts: list[Part] = []
    for name, optional, filters in compile_template(template):
        if filters == ("literal",):
            parts.append(Part("literal", name.encode("utf-8")))
            continue
        derived = DERIVED.get(name)
        data = derived(message) if derived else message.lookup(name)
        if data is None and not optional:
            return name
        data = data or b""
        for filter_name in filters:
            data = FILTERS[filter_name](data)
        parts.append(Part(name, data))
    return tuple(parts)


def render_text(template: str, message: Message) -> str | None:
    """The content as text, None when the message lacks a placeholder."""
    parts = render(template, message)
    if isinstance(parts, str):
        return None
    return b"".join(part.data for part in parts).decode("utf-8", "surrogateescape")
