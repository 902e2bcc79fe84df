"""Putting a request together from what a file says of it: a head that HTTP allows, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from garfio.core.capture import Arrival
from garfio.core.http import Request

_TOKEN_RE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_UNSAFE_RE = re.compile(rb"[\x00-\x20\x7f-\xff]")
_BREAKING_RE = re.compile(rb"[\r\n\0]")
_MAGIC = {b"gzip": b"\x1f\x8b", b"x-gzip": b"\x1f\x8b", b"zstd": b"\x28\xb5\x2f\xfd"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ImportFault(ValueError):  # noqa: N818 - a fault of the file, told in a sentence
    """The file is not what it looked like; the sentence says where and why.

    `template` is the English sentence with its places open, by which the window finds the user's language.
    """

    def __init__(self, template: str, **fields: object) -> None:
        super().__init__(template.format(**fields))
        self.template = template
        self.fields = fields


def build_request(
    method: str,
    url: str,
    fields: Iterable[tuple[bytes, bytes]],
    body: bytes,
    version: str = "HTTP/1.1",
) -> Request:
    """A request from its parts. Raises ImportFault for a method or header name that HTTP does not allow.

    A length or chunk framing that does not fit the body is left out, so is a Content-Encoding that the body
    visibly does not have any more; a Host is added from an absolute URL.
    """
    if not _TOKEN_RE.match(method.encode("utf-8", "replace")):
        raise ImportFault("{text} is no method.", text=repr(method[:40]))
    target, host = _target(url)
    kept = [(name, value.strip(b" \t")) for name, value in fields if not name.startswith(b":")]
    for name, value in kept:
        if not _TOKEN_RE.match(name) or _BREAKING_RE.search(value):
            raise ImportFault("{text} is no header of HTTP.", text=repr(name[:40]))
    kept = [(name, value) for name, value in kept if not _contradicts(name.lower(), value, body)]
    names = {name.lower() for name, _ in kept}
    if host and b"host" not in names:
        kept.insert(0, (b"Host", host))
    if body and b"content-length" not in names:
        kept.append((b"Content-Length", b"%d" % len(body)))
    version = version if version in ("HTTP/1.0", "HTTP/1.1") else "HTTP/1.1"
    line = b"%s %s %s" % (method.encode(), target, version.encode())
    head = b"\r\n".join([line, *(b"%s: %s" % field for field in kept), b"", b""])
    return Request(head, body)


def text_fields(pairs: Iterable[tuple[object, object]]) -> list[tuple[bytes, bytes]]:
    """Header fields from text, as UTF-8."""
    return [(_encoded(name), _encoded(value)) for name, value in pairs]


def arrival_of(request: Request, at_us: int) -> Arrival:
    """An imported capture."""
    return Arrival(
        request,
        at_us,
        "",
        0,
        source="import",
        content_type=request.headers.text("content-type") or "",
        size=len(request.body),
    )


def read_time(text: object, otherwise_us: int) -> int:
    """Microseconds since 1970 of an ISO 8601 text (UTC when it has no offset), or what is given instead."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return otherwise_us
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0, (moment - _EPOCH) // timedelta(microseconds=1))


def _encoded(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogateescape")


def _target(url: str) -> tuple[bytes, bytes]:
    """The origin form of a URL's path and query, and its host; a path alone stays as it is."""
    host = b""
    raw = url.encode("utf-8", "surrogateescape")
    if not raw.startswith(b"/"):
        try:
            parts = urlsplit(url if "://" in url else f"http://{url}")
        except ValueError as error:
            raise ImportFault("{text} is no URL.", text=repr(url[:80])) from error
        if not parts.netloc:
            raise ImportFault("{text} is no URL.", text=repr(url[:80]))
        host = parts.netloc.rpartition("@")[2].encode(
            "idna" if not parts.netloc.isascii() else "ascii", "replace"
        )
        _, _, rest = raw.partition(b"://") if b"://" in raw else (b"", b"", raw)
        at = min(
            (at for at in (rest.find(b"/"), rest.find(b"?"), rest.find(b"#")) if at >= 0), default=len(rest)
        )
        raw = rest[at:] if rest[at : at + 1] == b"/" else b"/" + rest[at:]
    raw = raw.partition(b"#")[0]
    return _UNSAFE_RE.sub(lambda match: b"%%%02X" % match[0][0], raw), host


def _contradicts(name: bytes, value: bytes, body: bytes) -> bool:
    if name == b"transfer-encoding":
        return True
    if name == b"content-length":
        return value != b"%d" % len(body)
    if name == b"content-encoding":
        magic = _MAGIC.get(value.lower())
        return magic is not None and not body.startswith(magic)
    return False
