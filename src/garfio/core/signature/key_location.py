"""Where a public key or certificate may be fetched from: only from the provider's documented hosts, over TLS.

The address may come from the request itself (PayPal, SNS), so it is an attacker's until it was checked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from garfio.core.http import Request
from garfio.core.signature.message import Message
from garfio.core.signature.provider import Provider
from garfio.core.signature.template import render_text

_PATH = re.compile(r"/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*")


@dataclass(frozen=True, slots=True)
class KeyLocation:
    """An address of a key."""

    url: str
    is_allowed: bool
    """False when the host is not the provider's, or the address is not plain https: then it must not be fetched."""


def locate(request: Request, provider: Provider) -> KeyLocation | None:
    """The address of the key that the request needs; None when the provider publishes none, or the request lacks it."""
    if not provider.key_url:
        return None
    url = render_text(provider.key_url, Message(request))
    if url is None:
        return None
    shown = url.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return KeyLocation(shown, _is_allowed(shown, provider.key_hosts))


def _is_allowed(url: str, hosts: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    is_plain = (
        parts.scheme == "https" and port in (None, 443) and "@" not in parts.netloc and not parts.fragment
    )
    host = parts.hostname or ""
    if (
        not is_plain
        or not url.isascii()
        or not _PATH.fullmatch(parts.path or "/")
        or "/../" in parts.path + "/"
    ):
        return False
    return any(re.fullmatch(re.escape(allowed).replace(r"\*", r"[a-z0-9-]+"), host) for allowed in hosts)
