"""A path that receives webhooks: whose they are, and what their signatures are checked with.

The secrets themselves are kept elsewhere; here is only what may be shown of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from garfio.core.errors import AppError
from garfio.core.signature.value import Secret
from garfio.core.target import parse_url

_PATH = re.compile(r"/[^\s?#*\x00-\x1f\x7f]*\*?")
_LONGEST_PATH = 1000
_KNOWN_PREFIX = re.compile(r"(?:[A-Za-z0-9]{1,10}_){1,3}")
_HIDDEN = 8
"""Characters that stay hidden at least."""
MODES = ("", "test", "live")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A path, or all paths below one."""

    path: str
    """`/stripe` for this path alone, `/shops/*` for all that begin with `/shops/`."""
    provider: str = ""
    """Id of the catalogue or of a custom scheme; empty when each request says whose it is."""
    public_url: str = ""
    """The address that the provider was given, for schemes that sign it; without a path it is the listener's."""
    tolerance_s: float | None = None
    """Accepted age of a signed timestamp in place of the scheme's; 0 switches the check off, None keeps it."""

    def covers(self, path: str) -> bool:
        """True when a request for `path` (without its query) belongs to it."""
        return path == self.path or (self.path.endswith("/*") and path.startswith(self.path[:-1]))


def checked_endpoint(endpoint: Endpoint) -> Endpoint:
    """The endpoint as it is kept. Raises AppError `endpoint.path`, `endpoint.url` or `endpoint.tolerance`."""
    path = endpoint.path
    if not _PATH.fullmatch(path) or len(path) > _LONGEST_PATH or ("*" in path and not path.endswith("/*")):
        raise AppError(
            "endpoint.path",
            f"{path!r} is not the path of an endpoint.",
            hint="It begins with / and has no query; /* at its end stands for everything below.",
            path=path,
        )
    url = endpoint.public_url.strip()
    if url:
        try:
            parse_url(url)
        except AppError as error:
            message = f"{url!r} is not a public URL."
            raise AppError("endpoint.url", message, hint=error.hint, url=url) from error
    tolerance = endpoint.tolerance_s
    if tolerance is not None and not 0 <= tolerance < 1e12:
        raise AppError("endpoint.tolerance", "The tolerance is a number of seconds, 0 for any age.")
    return replace(endpoint, public_url=url)


def endpoint_of(endpoints: Iterable[Endpoint], path: str) -> Endpoint | None:
    """The endpoint that a path belongs to: the exact one, else the longest that covers it."""
    covering = [endpoint for endpoint in endpoints if endpoint.covers(path)]
    return max(covering, key=lambda found: (found.path == path, len(found.path)), default=None)


@dataclass(frozen=True, slots=True)
class SecretRecord:
    """What is known of a signing secret without the secret."""

    id: str
    owner: str
    """The endpoint's path, or `target:` with the name of a target."""
    label: str = ""
    mode: str = ""
    """`test`, `live`, or empty when it is not known."""
    valid_from: float | None = None
    """Unix seconds; None when it has always been valid."""
    valid_until: float | None = None
    """Unix seconds; None when it has not been retired."""
    length: int = 0
    """Characters."""
    prefix: str = ""
    """The first characters, as far as they say only what kind of secret it is."""
    fingerprint: str = ""
    """Eight hex digits of its SHA-256."""
    added_at_us: int = 0
    """Microseconds since 1970-01-01 UTC."""

    def with_value(self, value: str) -> Secret:
        """The secret itself, for checking."""
        return Secret(value, self.label, self.mode, self.valid_from, self.valid_until)


def record_of(secret: Secret, identifier: str, owner: str, added_at_us: int) -> SecretRecord:
    """What may be kept of `secret` in the database. Raises AppError `secret.empty`, `secret.mode` or
    `secret.validity`."""
    check_secret(secret)
    return SecretRecord(
        identifier,
        owner,
        secret.label,
        secret.mode,
        secret.valid_from,
        secret.valid_until,
        len(secret.value),
        shown_prefix(secret.value),
        secret.fingerprint,
        added_at_us,
    )


def check_secret(secret: Secret) -> None:
    """Raises AppError for a secret that cannot be one."""
    if secret.is_empty:
        raise AppError("secret.empty", "The secret is empty.", hint="Give it as the provider shows it.")
    if secret.mode not in MODES:
        raise AppError("secret.mode", f"{secret.mode!r} is no mode.", hint="It is test or live.")
    start, end = secret.valid_from, secret.valid_until
    if start is not None and end is not None and start >= end:
        raise AppError("secret.validity", "The secret would end before it begins to be valid.")


def shown_prefix(value: str) -> str:
    """The beginning that says what kind of secret it is (`whsec_`, `pdl_ntfset_`), or nothing."""
    if value.lstrip().startswith("{"):
        return "{"
    if "-----BEGIN" in value:
        return "-----BEGIN"
    found = _KNOWN_PREFIX.match(value)
    return found[0] if found and len(value) - len(found[0]) >= _HIDDEN else ""
