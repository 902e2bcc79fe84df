"""What a scheme can refer to in a request: `header:X`, `query:x`, `json:a.b`, `form:f`, `url`, `body` …

One object per attempt: a request, the URL as the provider may know it, the fields read from the signature
header, the secret, and for batches the item looked at. Values are bytes; a missing one is None. Nothing
here raises.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from garfio.core.http import Request, parse_content_type
from garfio.core.signature import document
from garfio.core.signature.value import Secret

_UNPACKED_LIMIT = 64 << 20


@dataclass(frozen=True)
class Message:
    """A request in the eyes of a scheme."""

    request: Request
    url: str = ""
    """The absolute URL as the provider knows it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Fields of the signature header, and claims of a token (`claim:…` without the prefix)."""
    claims: object = None
    """The decoded payload of a JWT, for `claim:`."""
    secret: Secret | None = None
    root: str = ""
    """Path of the item that `json:` starts at."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Short names: `timestamp`, `id`."""

    def lookup(self, name: str) -> bytes | None:
        """The bytes that a reference stands for; None when the request has none."""
        name = self.aliases.get(name, name)
        kind, colon, rest = name.partition(":")
        if colon:
            return self._named(kind, rest)
        simple = _SIMPLE.get(name)
        return simple(self) if simple else None

    def text(self, name: str) -> str | None:
        """`lookup` as text; bytes that are not UTF-8 become surrogates, so that encoding gives them back."""
        found = self.lookup(name)
        return None if found is None else found.decode("utf-8", "surrogateescape")

    def all_values(self, name: str) -> list[tuple[str, str]]:
        """Every (reference, value) that a reference with repeats or a `*` stands for, as text."""
        kind, _, rest = name.partition(":")
        if kind == "header" and rest.endswith("*"):
            start = rest[:-1].lower().encode()
            return [
                (f"header:{key.decode('latin-1')}", value.decode("utf-8", "surrogateescape"))
                for key, value in self.request.headers
                if key.lower().startswith(start)
            ]
        if kind == "header":
            values = self.request.headers.get_all(rest)
            return [(name, value.decode("utf-8", "surrogateescape")) for value in values]
        if name == "url:*":
            path = self.request.path.split("/")
            pieces = [piece.encode("utf-8", "surrogateescape") for piece in path if piece]
            values = pieces + [value for _, value in self.query_pairs]
            return [(name, value.decode("utf-8", "surrogateescape")) for value in values if value]
        found = self.text(name)
        return [] if found is None else [(name, found)]

    def at(self, root: str) -> Message:
        """The same message seen from an item of its JSON body."""
        return replace(self, root=root)

    @cached_property
    def json(self) -> object:
        """The body as JSON."""
        return document.read_json(self.request.body)

    @cached_property
    def form(self) -> list[tuple[bytes, bytes]]:
        """The body's form fields, decoded."""
        content_type = parse_content_type(self.request.headers.text("content-type"))
        return document.read_form(self.request.body, content_type)

    @cached_property
    def query_pairs(self) -> list[tuple[bytes, bytes]]:
        """The query's parameters, decoded."""
        return document.read_pairs(self.request.query)

    @cached_property
    def unpacked(self) -> bytes:
        """The body with gzip or deflate undone; the body itself when there is none, or it does not unpack."""
        body = self.request.body
        if body[:2] != b"\x1f\x8b" and b"deflate" not in (
            self.request.headers.get("content-encoding") or b""
        ):
            return body
        try:
            return zlib.decompressobj(47).decompress(body, _UNPACKED_LIMIT)
        except zlib.error:
            return body

    def json_value(self, path: str) -> object:
        """The value at a path of the JSON body (or of the item), ABSENT when there is none."""
        return document.follow(document.follow(self.json, self.root) if self.root else self.json, path)

    def _named(self, kind: str, rest: str) -> bytes | None:
        if kind == "header":
            return self.request.headers.get(rest)
        if kind == "json":
            return _encoded(document.scalar(self.json_value(rest)))
        if kind == "field":
            return _encoded(self.fields.get(rest))
        if kind == "claim":
            return _encoded(document.scalar(document.follow(self.claims, rest)))
        if kind == "secret":
            return _encoded(self.secret.part(rest) if self.secret else None)
        if kind == "key":
            return _encoded(_other_key(self.json, rest.split(",")))
        if kind == "form":
            return _first(self.form, *rest.partition("."))
        if kind == "query":
            return next((value for key, value in self.query_pairs if key == rest.encode()), None)
        return None


def _first(pairs: list[tuple[bytes, bytes]], name: str, dot: str, path: str) -> bytes | None:
    """A form field's value; `form:json.event.type` goes on inside a field that holds JSON."""
    for key, value in pairs:
        if key == (name + dot + path).encode():
            return value
    if dot:
        held = next((value for key, value in pairs if key == name.encode()), None)
        if held is not None:
            return _encoded(document.scalar(document.follow(document.read_json(held), path)))
    return None


def _other_key(value: object, left_out: list[str]) -> str | None:
    """The first key of an object besides some: for senders that name the event so."""
    keys = value if isinstance(value, dict) else ()
    return next((key for key in keys if key not in left_out), None)


def _encoded(text: str | None) -> bytes | None:
    return (
        None
        if text is None
        else text.encode("utf-8", "surrogateescape" if text.isascii() else "surrogatepass")
    )


def _url_path(message: Message) -> bytes:
    return re.sub(r"\A[a-z]+://[^/?#]*", "", message.url).encode("utf-8", "surrogateescape") or b"/"


_SIMPLE: dict[str, Callable[[Message], bytes | None]] = {
    "body": lambda message: message.request.body,
    "unpacked": lambda message: message.unpacked,
    "method": lambda message: message.request.method.encode("latin-1"),
    "target": lambda message: message.request.target,
    "url": lambda message: message.url.encode("utf-8", "surrogateescape") if message.url else None,
    "url-target": _url_path,
    "path": lambda message: _url_path(message).partition(b"?")[0],
    "query": lambda message: _url_path(message).partition(b"?")[2],
    "secret": lambda message: _encoded(message.secret.value) if message.secret else None,
    "form-text": lambda message: b"&".join(key + b"=" + value for key, value in message.form),
}
