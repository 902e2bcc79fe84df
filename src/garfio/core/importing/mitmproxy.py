"""mitmproxy's flow files: requests as its tagged netstrings keep them (https://tnetstrings.info, with `;` for
text).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault, arrival_of, build_request

_DEEPEST = 40
_LONGEST_SIZE = 12


def recognise_mitmproxy(raw: bytes) -> bool:
    """Whether a file begins with a dictionary of this notation."""
    size, mark, rest = raw[: _LONGEST_SIZE + 1].partition(b":")
    if not mark or not size.isdigit():
        return False
    end = len(size) + 1 + int(size)
    return bool(rest) and raw[end : end + 1] == b"}" and b"7:request" in raw[:200_000]


def read_mitmproxy(raw: bytes, at_us: int) -> Iterator[Arrival]:
    """The requests of all HTTP flows. Raises ImportFault for a file that breaks off."""
    at = 0
    while at < len(raw):
        flow, at = _value(raw, at, 0)
        request = flow.get("request") if isinstance(flow, dict) else None
        if not isinstance(request, dict):
            continue
        yield arrival_of(_request(request), _time(request.get("timestamp_start"), at_us))


def _request(request: dict[str, Any]) -> Request:
    fields = [(bytes(name), bytes(value)) for name, value in request.get("headers") or []]
    scheme, authority = _text(request.get("scheme")) or "http", _text(request.get("authority"))
    place = authority or _text(request.get("host"))
    path = _text(request.get("path")) or "/"
    url = path if path.startswith("/") and any(name.lower() == b"host" for name, _ in fields) else ""
    return build_request(
        _text(request.get("method")),
        url or f"{scheme}://{place}{path}",
        fields,
        request.get("content") or b"",
        _text(request.get("http_version")),
    )


def _text(value: Any) -> str:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value or "")


def _time(value: Any, otherwise_us: int) -> int:
    return int(value * 1_000_000) if isinstance(value, int | float) and value > 0 else otherwise_us


def _value(raw: bytes, at: int, depth: int) -> tuple[Any, int]:
    """The value at `at` and where the next one begins."""
    colon = raw.find(b":", at, at + _LONGEST_SIZE + 1)
    size = raw[at:colon] if colon >= 0 else b""
    if not size.isdigit() or depth > _DEEPEST:
        raise ImportFault("This is not a flow file of mitmproxy, or it breaks off.")
    start, end = colon + 1, colon + 1 + int(size)
    kind, data = raw[end : end + 1], raw[start:end]
    if len(kind) != 1:
        raise ImportFault("The flow file breaks off.")
    if kind in (b"]", b"}"):
        return _container(data, kind, depth), end + 1
    return _scalar(kind, data), end + 1


def _container(data: bytes, kind: bytes, depth: int) -> Any:
    values: list[Any] = []
    at = 0
    while at < len(data):
        value, at = _value(data, at, depth + 1)
        values.append(value)
    if kind == b"]":
        return values
    return {_text(name): value for name, value in zip(values[::2], values[1::2], strict=False)}


def _scalar(kind: bytes, data: bytes) -> Any:
    try:
        if kind == b",":
            return data
        if kind == b";":
            return data.decode("utf-8", "surrogateescape")
        if kind == b"#":
            return int(data)
        if kind == b"^":
            return float(data)
    except ValueError as error:
        raise ImportFault("A number of the flow file is broken.") from error
    return {b"!": data == b"true", b"~": None}.get(kind)
