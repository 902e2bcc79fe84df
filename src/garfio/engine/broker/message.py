"""What is published where."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field

CONNECT_S = 10.0
"""Seconds for a connection, and again for the server's answer."""


class RefusedError(Exception):
    """The server says no: a wrong password, or nobody there to take it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message, its server and the way there."""

    protocol: str
    host: str
    port: int | None
    """None for the usual one."""
    user: str
    secret: str = field(repr=False)
    path: str
    """What follows the host: a database of Redis, a virtual host of AMQP; empty for none."""
    to: str
    body: bytes
    key: str
    """Names the deed: the same for each of its tries."""
    keep: bool = False
    encrypted: bool = False

    @property
    def authority_host(self) -> str:
        """The host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host

    def tls(self) -> ssl.SSLContext | None:
        """For an encrypted connection: the system's certificates, names checked."""
        return ssl.create_default_context() if self.encrypted else None
