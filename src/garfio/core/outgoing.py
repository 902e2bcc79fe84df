"""What is to be sent: a person's changes, the message that comes of them, and how it differs from the capture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from garfio.core.headers import Headers, decode_value
from garfio.core.http import Request
from garfio.core.target import Address


@dataclass(frozen=True, slots=True)
class Signing:
    """What happens to the capture's signature."""

    mode: str = "keep"
    """`keep`, `resign` or `remove`."""
    provider: str = ""
    """The provider whose scheme is used; empty means the one that the capture itself shows."""
    secret: str = field(default="", repr=False)
    """As the provider shows it; for `resign`."""
    tamper: str = ""
    """A fault of `core.tamper.TAMPERS` that is made on purpose, with `resign`; empty for none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person changes before sending; the capture itself never changes."""

    method: str | None = None
    target: bytes | None = None
    """Raw path and query in place of the capture's."""
    headers: Headers | None = None
    """All header fields in place of the capture's; Host, connection and framing are seen to as ever."""
    set_headers: tuple[tuple[bytes, bytes], ...] = ()
    """Replaced, or added at the end."""
    remove_headers: tuple[str, ...] = ()
    body: bytes | None = None
    """In place of the capture's, as it goes on the wire."""

    signing: Signing | None = None
    """What happens to the signature; None leaves it to the target."""

    @property
    def is_edit(self) -> bool:
        """True when anything but the signature is changed."""
        return replace(self, signing=None) != NO_CHANGES


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was captured."""

    kind: str
    """`replaced`, `removed` or `added`."""
    part: str
    """`method`, `target`, `version`, `header`, `framing` or `body`."""
    reason: str
    """`host`, `hop`, `expect`, `framing`, `line`, `target`, `edit`, `signature`, or `client` for what an ordinary
    HTTP client cannot send as it came."""
    name: str = ""
    """The header's name as written."""
    before: bytes = b""
    """The value before; empty for a body."""
    after: bytes = b""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message ready to be sent."""

    request: Request
    """`request.to_bytes()` is what goes on the wire."""
    address: Address
    differences: tuple[Difference, ...] = ()
    warnings: tuple[str, ...] = ()
    """`coding`: the new body is not packed as Content-Encoding says. `json`: it is not JSON any more.
    `stale_signature`: its timestamp is older than the provider's receivers accept. `broken_signature`: the
    signature is kept, and covers what has been changed."""

    @property
    def url(self) -> str:
        """Where it goes, with raw path and query."""
        return self.address.url + decode_value(self.request.target)
