"""The same message as an ordinary HTTP client sends it, and what that changes.

Such a client cannot send everything as it came: names of a repeated header are written in one way, values become
UTF-8, Host comes first, the method is in capitals, chunks become a length. In return it speaks through proxies.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.outgoing import Difference, Outgoing

_WITHOUT_LENGTH = frozenset(("GET", "HEAD", "OPTIONS", "TRACE"))
_RAW = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) != "#")

Field = tuple[str, str]


def as_normal(outgoing: Outgoing) -> Outgoing:
    """`outgoing` as it leaves a client; differences have the reason `client`."""
    request = outgoing.request
    method = request.method.upper()
    target = normal_target(request.target)
    fields = normal_fields(request, method)
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields)]
    head = "\r\n".join(lines).encode() + b"\r\n\r\n"
    found = [*outgoing.differences]
    if method != request.method:
        found.append(_replaced("method", request.method.encode(), method.encode()))
    if target.encode() != request.target:
        found.append(_replaced("target", request.target, target.encode()))
    if request.http_version != "HTTP/1.1":
        found.append(_replaced("version", request.http_version.encode(), b"HTTP/1.1"))
    found += _field_differences(request, fields)
    if request.framing is not None:
        found.append(Difference("removed", "framing", "client"))
    return replace(outgoing, request=Request(head, request.body), differences=tuple(found))


def normal_target(target: bytes) -> str:
    """The raw path and query in ASCII; an empty query and the mark of a fragment do not survive as they are."""
    text = quote(target.removesuffix(b"?"), safe=_RAW)
    return text if text.startswith("/") else f"/{text}"


def normal_fields(request: Request, method: str) -> list[Field]:
    """The header fields in their order: Host first, repeats with the name of the first, a length for the body."""
    spelling: dict[str, str] = {}
    fields: list[Field] = []
    for raw_name, raw_value in request.headers:
        name = decode_value(raw_name)
        low = name.lower()
        if low == "host":
            fields.insert(0, ("Host", decode_value(raw_value)))
        elif low == "transfer-encoding" or (low == "content-length" and low in spelling):
            continue
        else:
            fields.append((spelling.setdefault(low, name), decode_value(raw_value)))
    if "content-length" not in spelling and (request.body or method not in _WITHOUT_LENGTH):
        fields.append(("Content-Length", str(len(request.body))))
    return fields


def _field_differences(request: Request, fields: list[Field]) -> list[Difference]:
    before = list(request.headers)
    after = [(name.encode(), value.encode()) for name, value in fields]
    lines = _lines(request)
    found = []
    for at, (name, value) in enumerate(before):
        shown = decode_value(name)
        exact = next((new for new in after if new[0].lower() == name.lower() and new[1] == value), None)
        if exact is None:
            same = next((new for new in after if new[0].lower() == name.lower()), None)
            if same is None:
                found.append(Difference("removed", "header", "client", shown, before=value))
            else:
                found.append(Difference("replaced", "header", "client", shown, value, same[1]))
        elif exact[0] != name or lines[at : at + 1] != [name + b": " + value]:
            line = exact[0] + b": " + value  # the values are the same: how it is written differs
            found.append(Difference("replaced", "header", "client", shown, lines[at], line))
    names = {name.lower() for name, _ in before}
    found += [
        Difference("added", "header", "client", decode_value(name), after=value)
        for name, value in after
        if name.lower() not in names
    ]
    hosts = [at for at, (name, _) in enumerate(before) if name.lower() == b"host"]
    if hosts and hosts[0] and not any(one.name.lower() == "host" for one in found):
        found.append(
            Difference("replaced", "header", "client", "Host", before[hosts[0]][1], before[hosts[0]][1])
        )
    return found


def _lines(request: Request) -> list[bytes]:
    return [line.rstrip(b"\r") for line in request.head.split(b"\n")[1:] if line.strip()]


def _replaced(part: str, before: bytes, after: bytes) -> Difference:
    return Difference("replaced", part, "client", before=before, after=after)
