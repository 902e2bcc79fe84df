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
    """False when host or path are not the provider's, or the address is not plain https: then it must not be
    fetched."""

    @property
    def host(self) -> str:
        """The host, for people; empty when the address has none."""
        try:
            return urlsplit(self.url).hostname or ""
        except ValueError:
            return ""


def locate(request: Request, provider: Provider) -> KeyLocation | None:
    """The address of the key that the request needs; None when the provider publishes none, or the request lacks it."""
    if not provider.key_url:
        return None
    url = render_text(provider.key_url, Message(request))
    if url is None:
        return None
    shown = url.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return KeyLocation(shown, is_allowed(shown, provider))


def is_allowed(url: str, provider: Provider) -> bool:
    """True for an address that the provider's key may be fetched from."""
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
        or (provider.key_path and not re.fullmatch(provider.key_path, parts.path))
    ):
        return False
    return any(
        re.fullmatch(re.escape(allowed).replace(r"\*", r"[a-z0-9-]+"), host) for allowed in provider.key_hosts
    )
