"""The URL of a request as its sender may know it: candidates, for behind tunnels nobody is sure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from garfio.core.http import Request

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+")
_FORWARDED = re.compile(r'(proto|host)="?([^";,\s]+)"?', re.IGNORECASE)


def _target(request: Request) -> str:
    target = request.target.decode("utf-8", "surrogateescape")
    if _ABSOLUTE.match(target):
        target = "/" + target.split("://", 1)[1].partition("/")[2]
    return target if target.startswith("/") else "/" + target


def with_base(request: Request, public_url: str) -> str:
    """The request's URL under a public address.

    An address without a path takes path and query of the request; one with a path takes the query only,
    unless it has one of its own.
    """
    base = public_url if _ABSOLUTE.match(public_url) else f"https://{public_url}"
    target = _target(request)
    rest = base.split("://", 1)[1]
    host, slash, tail = rest.partition("/")
    if "?" in host:
        return base
    if not slash or not tail:
        return base.removesuffix("/") + target if target != "/" or not slash else base
    query = target.partition("?")[2]
    return base if "?" in base or not query else f"{base}?{query}"


def candidates(request: Request, public_url: str | None) -> tuple[str, ...]:
    """URLs to try, the likeliest first. With a public address there is only that one; a sender that was given a bare
    host may sign it without the slash that every request has."""
    if public_url:
        found = with_base(request, public_url)
        bare = found.removesuffix("/")
        return (found, bare) if _BARE.fullmatch(bare) and not public_url.endswith("/") else (found,)
    headers = request.headers
    if _ABSOLUTE.match(absolute := request.target.decode("utf-8", "surrogateescape")):
        return (absolute,)
    forwarded = {name.lower(): value for name, value in _FORWARDED.findall(headers.text("forwarded") or "")}
    proto = (headers.text("x-forwarded-proto") or forwarded.get("proto", "")).split(",")[0].strip().lower()
    hosts: list[str] = []
    for host in (
        headers.text("x-forwarded-host"),
        forwarded.get("host"),
        headers.text("x-original-host"),
        headers.text("host"),
    ):
        host = (host or "").split(",")[0].strip()
        if host and host not in hosts:
            hosts.append(host)
    protos = [proto] if proto in ("http", "https") else []
    protos += [name for name in ("https", "http") if name not in protos]
    target = _target(request)
    return tuple(f"{name}://{host}{target}" for host in hosts for name in protos)


def port_variants(url: str) -> tuple[str, ...]:
    """The URL as it is, without its port, and with the scheme's default port written out."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return (url,)
    if port:
        bare = re.sub(r":\d+\Z", "", parts.netloc)
        return (url, url.replace(parts.netloc, bare, 1))
    default = {"https": ":443", "http": ":80"}.get(parts.scheme, "")
    return (url, url.replace(parts.netloc, parts.netloc + default, 1)) if default and parts.netloc else (url,)
