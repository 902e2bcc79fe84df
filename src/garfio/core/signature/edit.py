"""Small changes to a request that leave every other byte alone: a header, a JSON value, a parameter.

Where a body changes, Content-Length follows it and a chunked body becomes a plain one.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from json.decoder import JSONDecoder
from urllib.parse import quote_plus

from garfio.core.http import Request
from garfio.core.signature import document

_WHITESPACE = re.compile(r"[ \t\r\n]*")
_DECODER = JSONDecoder(parse_float=document.Number, parse_int=document.Number)


def set_header(request: Request, name: str, value: str) -> Request:
    """The request with one field of that name: in the place of the first, or as the last."""
    data = value.encode("utf-8", "surrogateescape")
    lines, closing = _lines(request)
    out: list[bytes] = [lines[0]]
    done = False
    for line in lines[1:]:
        if _is_field(line, name):
            if not done:
                out.append(line.partition(b":")[0] + b": " + data)
                done = True
            continue
        out.append(line)
    if not done:
        out.append(name.encode() + b": " + data)
    return replace(request, head=closing.join(out) + closing + closing)


def remove_header(request: Request, name: str) -> Request:
    """The request without the fields of that name; a name that ends in `*` takes all that begin so."""
    lines, closing = _lines(request)
    kept = [lines[0], *(line for line in lines[1:] if not _is_field(line, name))]
    return (
        request if len(kept) == len(lines) else replace(request, head=closing.join(kept) + closing + closing)
    )


def _lines(request: Request) -> tuple[list[bytes], bytes]:
    """Head lines without their ends (folded ones joined to their field), and the line end."""
    closing = b"\r\n" if b"\r\n" in request.head else b"\n"
    lines: list[bytes] = []
    for line in request.head.split(closing):
        if line[:1] in (b" ", b"\t") and len(lines) > 1:
            lines[-1] += closing + line
        elif line:
            lines.append(line)
    return lines, closing


def _is_field(line: bytes, name: str) -> bool:
    found = line.partition(b":")[0].strip().lower().decode("latin-1")
    wanted = name.lower()
    return found.startswith(wanted[:-1]) if wanted.endswith("*") else found == wanted


def set_body(request: Request, body: bytes) -> Request:
    """The request with another body and the head that fits it."""
    if body == request.body and request.framing is None:
        return request
    changed = replace(request, body=body, framing=None)
    changed = remove_header(changed, "transfer-encoding")
    return set_header(changed, "Content-Length", str(len(body)))


def set_json(request: Request, path: str, text: str, *, as_number: bool = False) -> Request:
    """The request with the value at a path of its JSON body replaced; the rest of the body keeps its bytes.

    A path that is not there is added, which writes the whole document again. Without a JSON body nothing
    changes.
    """
    source = request.body.decode("utf-8", "surrogateescape")
    span = locate(source, document.steps(path))
    if span is not None:
        start, end = span
        is_number = source[start] in "-0123456789"
        written = text if is_number else json.dumps(text, ensure_ascii=False)
        return set_body(request, (source[:start] + written + source[end:]).encode("utf-8", "surrogateescape"))
    found = document.read_json(request.body)
    if not isinstance(found, dict):
        return request
    _insert(found, document.steps(path), document.Number(text) if as_number else text)
    return set_body(request, document.compact(found).encode("utf-8", "surrogatepass"))


def _insert(root: dict[str, object], steps: list[str | int], value: str) -> None:
    at: object = root
    for step, following in pairwise(steps):
        inner = document.follow(at, str(step) if isinstance(step, str) else f"[{step}]")
        if isinstance(inner, document.Absent):
            inner = {} if isinstance(following, str) else []
            _put(at, step, inner)
        at = inner
    _put(at, steps[-1], value)


def _put(container: object, step: str | int, value: object) -> None:
    if isinstance(container, dict) and isinstance(step, str):
        container[step] = value
    elif isinstance(container, list):
        container.append(value)


def locate(source: str, steps: list[str | int]) -> tuple[int, int] | None:
    """Start and end of the value at a path of JSON text, or None when it is not there."""
    try:
        at = _blank(source, 1 if source.startswith("\ufeff") else 0)
        for step in steps:
            found = _enter(source, at, step)
            if found is None:
                return None
            at = found
        return at, _DECODER.raw_decode(source, at)[1]
    except (ValueError, IndexError, RecursionError):
        return None


def _blank(source: str, at: int) -> int:
    found = _WHITESPACE.match(source, at)
    return found.end() if found else at


def _enter(source: str, at: int, step: str | int) -> int | None:
    """The start of a member of the object or array that begins at `at`."""
    opening = "{" if isinstance(step, str) else "["
    if source[at] != opening:
        return None
    at, index = _blank(source, at + 1), 0
    while source[at] not in "}]":
        name: str | int = index
        if opening == "{":
            name, at = _DECODER.raw_decode(source, at)
            at = _blank(source, _blank(source, at) + 1)
        if name == step:
            return at
        at = _blank(source, _DECODER.raw_decode(source, at)[1])
        if source[at] == ",":
            at = _blank(source, at + 1)
        index += 1
    return None


def set_query(request: Request, name: str, value: str) -> Request:
    """The request with a query parameter replaced, or added at the end."""
    target = request.target
    changed = _set_pair(target.partition(b"?")[2], name, value)
    line, _, rest = request.head.partition(b"\n")
    new = line.replace(target, target.partition(b"?")[0] + b"?" + changed, 1)
    return replace(request, head=new + b"\n" + rest)


def set_form(request: Request, name: str, value: str) -> Request:
    """The request with a field of its urlencoded form replaced, or added at the end."""
    return set_body(request, _set_pair(request.body, name, value))


def _set_pair(data: bytes, name: str, value: str) -> bytes:
    written = f"{quote_plus(name)}={quote_plus(value)}".encode()
    items = [item for item in data.split(b"&") if item]
    kept = [item for item in items if document.read_pairs(item)[0][0] != name.encode()]
    return b"&".join([*kept, written])
