"""The proxy for a place: the target's own, or the one that the environment or the system names."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from garfio.core.attempt import Failure
from garfio.core.errors import AppError
from garfio.core.target import Address, Target, parse_url
from garfio.engine.resend.connecting import FailedError


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy to go through."""

    address: Address
    credentials: str = field(default="", repr=False)
    """The value of Proxy-Authorization; empty for none."""

    @property
    def url(self) -> str:
        """Without credentials."""
        return self.address.url


async def proxy_for(address: Address, target: Target) -> Proxy | None:
    """The proxy for what goes to `address`; None for none. This machine needs none unless the target names one.

    Raises FailedError for a proxy that cannot be used.
    """
    if target.proxy:
        return _read(target.proxy)
    if address.is_loopback:
        return None
    found = await asyncio.to_thread(_of_the_environment, address)
    return _read(found) if found else None


def _of_the_environment(address: Address) -> str:
    """HTTP_PROXY, HTTPS_PROXY and ALL_PROXY, or what the system is set to; NO_PROXY goes first."""
    known = getproxies()
    if proxy_bypass(f"{address.host}:{address.port}") or proxy_bypass(address.host):
        return ""
    return known.get("https" if address.tls else "http") or known.get("all", "")


def _read(text: str) -> Proxy:
    parts = urlsplit(text if "://" in text else f"http://{text}")
    credentials, _, place = parts.netloc.rpartition("@")
    try:
        address = parse_url(f"{parts.scheme}://{place}")
    except AppError as error:
        raise FailedError(Failure("proxy", "proxy.kind", f"{parts.scheme}://{place}")) from error
    basic = b64encode(unquote(credentials).encode()).decode()
    return Proxy(address, f"Basic {basic}" if credentials else "")
