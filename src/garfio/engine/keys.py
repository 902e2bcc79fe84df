"""Fetching the keys that providers publish: from their documented hosts alone, over TLS, and only when allowed.

The answer is small, comes without a redirect, and is a key, or it is not kept. What went wrong is kept as a code and
an English phrase; another try is made after a while, when a capture still wants the key.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from garfio.core.signature import CATALOG, Provider, is_allowed, read_key
from garfio.engine.store import keys
from garfio.engine.store.keys import FetchedKey
from garfio.engine.store.writer import Writer

if TYPE_CHECKING:
    import aiohttp
    from aiohttp.abc import AbstractResolver

LIMIT = 256 << 10
"""Bytes of the largest document that is read."""
_SECONDS = 10.0
_LEAST_S, _MOST_S = 300, 30 * 86_400
_CERTIFICATE_S, _KEY_S = 30 * 86_400, 86_400
"""How long a key is kept when its server does not say: a certificate's address names that certificate alone."""
_AGAIN_S = 60.0
"""Seconds between two tries for one address."""
_MOST_WAITING = 32
"""Addresses that wait at most; the rest has to be wanted again."""


class Trouble(Exception):  # noqa: N818 - what became of a try, kept as a value
    """A key could not be fetched."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class KeyFetcher:
    """Fetches keys. `resolver` and `tls` are for those who have a server of their own to fetch from."""

    def __init__(self, resolver: AbstractResolver | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._resolver = resolver
        self._tls = tls

    async def fetch(self, provider: Provider, url: str) -> FetchedKey:
        """The key at an address, or what went wrong."""
        began = time.time()
        try:
            key, seconds = await self._fetch(provider, url)
        except Trouble as trouble:
            return FetchedKey(
                url, provider.id, trouble=trouble.code, detail=trouble.detail, tried_at_us=round(began * 1e6)
            )
        until = began + seconds
        return FetchedKey(
            url, provider.id, key, round(began * 1e6), round(until * 1e6), tried_at_us=round(began * 1e6)
        )

    async def _fetch(self, provider: Provider, url: str) -> tuple[str, float]:
        if not is_allowed(url, provider):
            raise Trouble("foreign", "it is not an address of the provider.")
        # Loading the client takes a sixth of the listener's start, and few ever need it.
        await asyncio.to_thread(import_module, "aiohttp")
        import aiohttp

        timeout = aiohttp.ClientTimeout(total=_SECONDS)
        connector = aiohttp.TCPConnector(resolver=self._resolver, ssl=self._tls or True, limit=1)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=True) as session,
                session.get(url, allow_redirects=False, headers={"Accept": "*/*"}) as answer,
            ):
                if answer.status != 200:
                    raise Trouble("status", f"it answered {answer.status}.")
                raw = await _read(answer.content)
                seconds = _lifetime(answer.headers.get("Cache-Control", ""))
        except aiohttp.ClientConnectorCertificateError as error:
            raise Trouble("tls", "its certificate is not trusted.") from error
        except aiohttp.ClientSSLError as error:
            raise Trouble("tls", "no secure connection could be made.") from error
        except TimeoutError as error:
            raise Trouble("timeout", f"no answer in {_SECONDS:.0f} seconds.") from error
        except (aiohttp.ClientError, OSError) as error:
            raise Trouble("offline", "it cannot be reached.") from error
        try:
            key = read_key(raw, provider.key_at, provider.key_owner)
        except ValueError as error:
            raise Trouble("no-key", "what it answered is no key.") from error
        default = _CERTIFICATE_S if "BEGIN CERTIFICATE" in key else _KEY_S
        return key, default if seconds is None else min(max(seconds, _LEAST_S), _MOST_S)


async def _read(stream: aiohttp.StreamReader) -> bytes:
    raw = bytearray()
    async for piece in stream.iter_chunked(16 << 10):
        raw += piece
        if len(raw) > LIMIT:
            raise Trouble("too-large", f"it answered more than {LIMIT >> 10} KiB.")
    return bytes(raw)


def _lifetime(control: str) -> float | None:
    """Seconds that `Cache-Control` allows; None when it does not say."""
    for piece in control.lower().split(","):
        name, _, value = piece.strip().partition("=")
        if name in ("no-store", "no-cache"):
            return 0
        if name == "max-age" and value.strip('"').isdigit():
            return float(value.strip('"')[:9])
    return None


class KeyRunner:
    """Keys that captures want, fetched one after another and kept."""

    def __init__(
        self, writer: Writer, fetcher: KeyFetcher, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._writer = writer
        self._fetcher = fetcher
        self._clock = clock
        self._waiting: OrderedDict[tuple[str, str], float] = OrderedDict()

    def want(self, wanted: frozenset[tuple[str, str]]) -> None:
        """Fetch these, by provider and address, unless they were tried a moment ago."""
        for one in sorted(wanted):
            if len(self._waiting) < _MOST_WAITING:
                self._waiting.setdefault(one, self._clock())

    @property
    def is_due(self) -> bool:
        """True when there is one to fetch now."""
        now = self._clock()
        return any(due <= now for due in self._waiting.values())

    def forget_tries(self) -> None:
        """Let all be tried at once: the user has allowed it again."""
        self._waiting = OrderedDict.fromkeys(self._waiting, self._clock())

    async def round(self, consents: frozenset[str], known: Mapping[str, FetchedKey]) -> bool:
        """Fetch one that is due; True when something was kept."""
        now = self._clock()
        for one, due in list(self._waiting.items()):
            provider, url = one
            entry, before = CATALOG.get(provider), known.get(url)
            fresh = before is not None and before.expires_at_us > time.time() * 1e6
            if provider not in consents or entry is None or fresh:
                del self._waiting[one]
                continue
            if due <= now:
                found = await self._fetcher.fetch(entry, url)
                if found.key:
                    del self._waiting[one]
                else:
                    self._waiting[one] = self._clock() + _AGAIN_S
                    self._waiting.move_to_end(one)
                return await self._writer.run(partial(keys.put, found=found))
        return False
