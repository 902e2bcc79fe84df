"""The message that is sent: the captured bytes, what is changed on purpose, and what must differ on the way.

Header lines that nobody has a reason to change are copied byte for byte, in their order, with their case and
repeats; no header is added that the next hop does not need. What differs from the capture is listed with its
reason:

- `host`: the Host field names the target (unless it is to be kept).
- `hop`: fields that belong to one connection (RFC 9110, 7.6.1) are left out: Connection unless it says only
  `close` or `keep-alive`, whatever it names, Keep-Alive, Proxy-*, TE, Upgrade, HTTP2-Settings.
- `expect`: Expect is left out, since the body follows at once.
- `framing`: Content-Length says the length of what is really sent. Chunked framing is sent as it came; once
  the body is another one, or came incomplete, Content-Length takes its place.
- `line`: line ends and folded lines of a file written by hand become those of HTTP/1.1.
- `target`, `edit`: the target's settings, and the user's changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.outgoing import NO_CHANGES, Changes, Difference, Outgoing
from garfio.core.target import Address, Target, parse_url
from garfio.core.variable import Variables

_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"[\t\x20-\x7e\x80-\xff]*")
_TARGET = re.compile(rb"[\x21-\x7e\x80-\xff]+")
_HOP_BY_HOP = frozenset(
    (b"keep-alive", b"proxy-connection", b"proxy-authorization", b"proxy-authenticate", b"te", b"upgrade",
     b"http2-settings")
)  # fmt: skip
_NEVER_NOMINATED = frozenset(
    (b"host", b"content-length", b"transfer-encoding", b"content-type", b"authorization")
)
_HARMLESS = frozenset((b"close", b"keep-alive"))
_MAGIC = {b"gzip": b"\x1f\x8b", b"x-gzip": b"\x1f\x8b", b"zstd": b"\x28\xb5\x2f\xfd"}


@dataclass(slots=True)
class _Line:
    name: bytes
    value: bytes
    raw: bytes
    """Without the line end."""


def make_outgoing(
    request: Request,
    target: Target,
    changes: Changes = NO_CHANGES,
    *,
    capture: int = 0,
    extra: tuple[tuple[bytes, bytes], ...] = (),
) -> Outgoing:
    """What sending `request` to `target` means. `extra` fields are appended.

    Raises AppError: `target.url`, `target.variable`, `resend.header`, `resend.method`, `resend.target`.
    """
    variables = Variables(request, dict(target.variables), capture)
    address = parse_url(variables.expand(target.url, lambda value: quote(value, safe="")))
    return _Builder(request, address).build(target, changes, variables, extra)


class _Builder:
    """Makes one message; the list of differences grows with each step."""

    def __init__(self, request: Request, address: Address) -> None:
        self._request = request
        self._address = address
        self._differences: list[Difference] = []
        self._lines: list[_Line] = []

    def build(
        self, target: Target, changes: Changes, variables: Variables, extra: tuple[tuple[bytes, bytes], ...]
    ) -> Outgoing:
        method = self._method(changes)
        path = self._target(target, changes)
        self._take_lines(changes)
        self._apply(changes.remove_headers, changes.set_headers, "edit")
        expanded = tuple(
            (name.encode(), _header_bytes(variables.expand(value))) for name, value in target.set_headers
        )
        self._apply(target.remove_headers, expanded, "target")
        for name, value in extra:
            self._add(name, value, "target")
        body, framing = self._framing(changes)
        self._drop_hop_by_hop(framing is not None)
        if not target.keep_host:
            self._set_host()
        version = self._request.http_version.encode("latin-1") or b"HTTP/1.1"
        for line in self._lines:
            check_header(line.name, line.value)
        lines = [method + b" " + path + b" " + version, *(line.raw for line in self._lines)]
        sent = Request(b"\r\n".join(lines) + b"\r\n\r\n", body, framing)
        warnings = _warnings(self._request, sent) if changes.body is not None else ()
        return Outgoing(sent, self._address, tuple(self._differences), warnings)

    def _method(self, changes: Changes) -> bytes:
        before = self._request.method.encode("latin-1")
        method = before if changes.method is None else changes.method.encode("utf-8", "surrogateescape")
        if not _TOKEN.fullmatch(method) or method.upper() == b"CONNECT":
            raise AppError(
                "resend.method",
                f"{decode_value(method)!r} is not a method that can be sent.",
                hint="Use a word without blanks, such as POST.",
                method=decode_value(method),
            )
        if method != before:
            self._note("replaced", "method", "edit", before=before, after=method)
        return method

    def _target(self, target: Target, changes: Changes) -> bytes:
        captured = self._request.target if changes.target is None else changes.target
        path, mark, query = _origin_form(captured).partition(b"?")
        base, base_query = self._address.path, self._address.query
        mode = target.path_mode
        if mode == "auto":
            mode = "append" if base in (b"", b"/") else "replace"
        if mode == "append":
            path = path if path == b"*" and not base.strip(b"/") else base.rstrip(b"/") + path
        else:
            path = base or b"/"
        if base_query is not None:
            mark, query = b"?", base_query
        found = path + mark + query
        if not _TARGET.fullmatch(found):
            raise AppError(
                "resend.target",
                "The path holds blanks or control characters.",
                hint="Write them as %20 and so on.",
                target=decode_value(found),
            )
        if found != self._request.target:
            reason = "edit" if found == changes.target else "target"
            self._note("replaced", "target", reason, before=self._request.target, after=found)
        return found

    def _take_lines(self, changes: Changes) -> None:
        """The captured header lines, or those of the edit: an unchanged one keeps its bytes."""
        captured, tidied = _read_lines(self._request.head)
        for tidy in tidied:
            self._note("replaced", "header", "line", tidy)
        if changes.headers is None:
            self._lines = captured
            return
        unused = list(captured)
        for name, value in changes.headers:
            same = next((line for line in unused if (line.name, line.value) == (name, value)), None)
            if same is not None:
                unused.remove(same)
                self._lines.append(same)
            else:
                self._lines.append(_line(name, value))
                self._note("added", "header", "edit", decode_value(name), after=value)
        for line in unused:
            self._note("removed", "header", "edit", decode_value(line.name), before=line.value)

    def _apply(self, removed: tuple[str, ...], wanted: tuple[tuple[bytes, bytes], ...], reason: str) -> None:
        names = {_header_bytes(name).lower() for name in removed}
        self._drop(lambda line: line.name.lower() in names, reason)
        for name, value in wanted:
            check_header(name, value)
            found = [line for line in self._lines if line.name.lower() == name.lower()]
            if not found:
                self._add(name, value, reason)
                continue
            self._replace(found[0], value, reason)
            self._drop(lambda line, found=found: any(line is other for other in found[1:]), reason)  # type: ignore[misc]

    def _framing(self, changes: Changes) -> tuple[bytes, bytes | None]:
        """The body with its chunk framing, if that is kept; the fields that state the length are seen to."""
        request = self._request
        body = request.body if changes.body is None else changes.body
        if body != request.body:
            self._note("replaced", "body", "edit")
        lengths = [line for line in self._lines if line.name.lower() == b"content-length"]
        codings = [line for line in self._lines if line.name.lower() == b"transfer-encoding"]
        whole = request.framing is not None and request.framing.endswith(b"\r\n\r\n")
        if whole and body == request.body and len(codings) == 1 and not lengths:
            return body, request.framing
        if request.framing is not None:
            self._note("removed", "framing", "framing")
        stated = b"%d" % len(body)
        if lengths:
            if lengths[0].value != stated:
                self._replace(lengths[0], stated, "framing")
        elif codings:
            at = next(at for at, line in enumerate(self._lines) if line is codings[0])
            self._lines.insert(at, _line(b"Content-Length", stated))
            self._note("added", "header", "framing", "Content-Length", after=stated)
        elif body:
            self._add(b"Content-Length", stated, "framing")
        self._drop(lambda line: any(line is other for other in (*lengths[1:], *codings)), "framing")
        return body, None

    def _drop_hop_by_hop(self, chunked: bool) -> None:
        tokens: set[bytes] = set()
        for line in self._lines:
            if line.name.lower() == b"connection":
                tokens.update(token.strip().lower() for token in line.value.split(b","))
        gone = set(_HOP_BY_HOP) | (tokens - _HARMLESS - _NEVER_NOMINATED)
        if not tokens <= _HARMLESS:
            gone.add(b"connection")
        if not chunked:
            gone.add(b"trailer")
        self._drop(lambda line: line.name.lower() in gone, "hop")
        self._drop(lambda line: line.name.lower() == b"expect", "expect")

    def _set_host(self) -> None:
        authority = self._address.authority
        hosts = [line for line in self._lines if line.name.lower() == b"host"]
        if hosts:
            if hosts[0].value != authority:
                self._replace(hosts[0], authority, "host")
            self._drop(lambda line: any(line is other for other in hosts[1:]), "host")
        elif self._request.http_version != "HTTP/1.0":
            self._lines.insert(0, _line(b"Host", authority))
            self._note("added", "header", "host", "Host", after=authority)

    def _replace(self, line: _Line, value: bytes, reason: str) -> None:
        if line.value == value:
            return
        self._note("replaced", "header", reason, decode_value(line.name), line.value, value)
        line.value, line.raw = value, line.name + b": " + value

    def _add(self, name: bytes, value: bytes, reason: str) -> None:
        self._lines.append(_line(name, value))
        self._note("added", "header", reason, decode_value(name), after=value)

    def _drop(self, unwanted: Callable[[_Line], bool], reason: str) -> None:
        kept = []
        for line in self._lines:
            if unwanted(line):
                self._note("removed", "header", reason, decode_value(line.name), before=line.value)
            else:
                kept.append(line)
        self._lines = kept

    def _note(
        self, kind: str, part: str, reason: str, name: str = "", before: bytes = b"", after: bytes = b""
    ) -> None:
        self._differences.append(Difference(kind, part, reason, name, before, after))


def check_header(name: bytes, value: bytes) -> None:
    """Raise AppError `resend.header` for a field that would break the message or smuggle another one in."""
    if not _TOKEN.fullmatch(name):
        raise AppError(
            "resend.header",
            f"{decode_value(name)!r} cannot be a header name.",
            hint="Use letters, digits and hyphens, without blanks.",
            name=decode_value(name),
            why="name",
        )
    if not _VALUE.fullmatch(value):
        raise AppError(
            "resend.header",
            f"The value of {decode_value(name)} holds a line break or another control character.",
            hint="Remove it; nothing has been sent.",
            name=decode_value(name),
            why="value",
        )


def read_header(text: str) -> tuple[bytes, bytes]:
    """`NAME=VALUE` as a checked field, in UTF-8. Raises AppError `resend.header`."""
    name, mark, value = text.partition("=")
    if not mark:
        raise AppError(
            "resend.header", f"{text!r} is not a header.", hint="Write NAME=VALUE.", name=text, why="form"
        )
    pair = _header_bytes(name.strip()), _header_bytes(value.strip(" \t"))
    check_header(*pair)
    return pair


def _header_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _line(name: bytes, value: bytes) -> _Line:
    return _Line(name, value, name + b": " + value)


def _read_lines(head: bytes) -> tuple[list[_Line], list[str]]:
    """The header lines of a head with their bytes, and the names of those whose form had to be tidied."""
    lines: list[_Line] = []
    tidied: list[str] = []
    for raw in head.partition(b"\n")[2].split(b"\n"):
        text = raw.removesuffix(b"\r")
        if not text:
            continue
        if text[:1] in (b" ", b"\t") and lines:
            last = lines[-1]
            last.value += b" " + text.strip(b" \t")
            last.raw = last.name + b": " + last.value
            tidied.append(decode_value(last.name))
            continue
        name, _, value = text.partition(b":")
        lines.append(_Line(name, value.strip(b" \t"), text))
        if not raw.endswith(b"\r"):
            tidied.append(decode_value(name))
    return lines, list(dict.fromkeys(tidied))


def _origin_form(target: bytes) -> bytes:
    """A request target as path and query: the absolute form loses its scheme and authority."""
    if target.startswith(b"/"):
        return target
    scheme, mark, rest = target.partition(b"://")
    if not mark or not scheme.isalpha():
        return target
    authority = re.split(rb"[/?]", rest, maxsplit=1)[0]
    path = rest[len(authority) :]
    return path if path.startswith(b"/") else b"/" + path


def _warnings(before: Request, after: Request) -> tuple[str, ...]:
    """What a person should know before sending a changed body."""
    found = []
    coding = (after.headers.get("content-encoding") or b"").strip().lower()
    if coding in _MAGIC and after.body and not after.body.startswith(_MAGIC[coding]):
        found.append("coding")
    content_type = (after.headers.get("content-type") or b"").lower()
    if b"json" in content_type and coding in (b"", b"identity") and before.body != after.body:
        try:
            json.loads(after.body)
        except (ValueError, RecursionError):
            found.append("json")
    return tuple(found)
