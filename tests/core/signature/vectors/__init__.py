"""Requests with a known verdict for every provider: none of them made by Garfio's own signing.

`published.json` has values that a provider's document or SDK prints, each with its source. `computed.json` has values
computed once with hmac and hashlib from what the entry's `doc` says, and `recipes` computes those of public keys and
tokens anew, with `cryptography` alone. A new provider's vectors go into the first of these that fits.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from tests.core.signature.requests import URL, make_request

from garfio.core.http import Request
from garfio.core.signature import CATALOG

BODY_CHANGED = "; another body"
SECRET_CHANGED = "; another secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """A request with a known verdict."""

    source: str
    """The document or SDK that prints the values, or the one that they are computed from."""
    secret: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    method: str = "POST"
    url: str = URL
    at: float = 0
    """Unix seconds of the check."""
    verdict: str = "valid"

    @property
    def request(self) -> Request:
        """The request as it arrives."""
        return make_request(self.headers, self.body, method=self.method, url=self.url)

    def spoilt(self, *, body: bytes | None = None, secret: str | None = None) -> Vector:
        """The same signature beside another body or secret."""
        what = BODY_CHANGED if body is not None else SECRET_CHANGED
        return replace(
            self,
            verdict="invalid",
            source=self.source + what,
            body=self.body if body is None else body,
            secret=self.secret if secret is None else secret,
        )


def source_of(provider: str) -> str:
    """What a computed value of the provider follows, said honestly."""
    entry = CATALOG[provider]
    follows = entry.doc or ("the common form" if provider.startswith("generic_") else "no document")
    doubt = "; unconfirmed" if entry.basis == "unconfirmed" else ""
    return f"computed from {follows}{doubt}"


def read(name: str) -> dict[str, tuple[Vector, ...]]:
    """The vectors of a file beside this module, by provider."""
    found = json.loads((Path(__file__).parent / name).read_text("utf-8"))
    return {
        provider: tuple(_vector(provider, values) for values in vectors)
        for provider, vectors in found.items()
    }


def _vector(provider: str, values: dict) -> Vector:
    fields = {
        "source": source_of(provider),
        **values,
        "headers": tuple((name, value) for name, value in values["headers"]),
        "body": values["body"].encode(),
    }
    return Vector(**fields)


PUBLISHED = read("published.json")
COMPUTED = read("computed.json")
