"""Finding a host's addresses, and what a connection that was not made means; shared by both ways of sending."""

from __future__ import annotations

import asyncio
import errno
import socket
from typing import Any

from garfio.core.attempt import Failure

BODY_LIMIT = 10 * 1024 * 1024
"""Bytes of an answer's body that are read; the rest is not."""
HEAD_LIMIT = 128 * 1024
_UNREACHABLE = frozenset(
    (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM)
)

AddressInfo = tuple[socket.AddressFamily, int, int, str, tuple[Any, ...]]


class FailedError(Exception):
    """Carries a Failure out of a step."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.kind)
        self.failure = failure


async def resolve(host: str, port: int) -> list[AddressInfo]:
    """The addresses of a host, in the system's order; for `localhost` both loopback addresses, whatever the
    system says. Raises FailedError."""
    if host == "localhost" or host.endswith(".localhost"):
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 0, "", ("::1", port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port)),
        ]
    try:
        found = _numeric(host, port) or await asyncio.get_running_loop().getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:
        raise FailedError(Failure("dns", "", words(error))) from error
    return [(socket.AddressFamily(entry[0]), *entry[1:]) for entry in found]


def _numeric(host: str, port: int) -> list[Any]:
    """The address that `host` itself is; empty for a name. Asks nobody, so it needs no thread."""
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return []


def connect_failure(error: OSError) -> Failure:
    """What the system says of a connection that was not made."""
    if isinstance(error, ConnectionRefusedError):
        return Failure("refused", "", words(error))
    if isinstance(error, ConnectionError):
        return Failure("reset", "", words(error))
    return Failure("unreachable" if error.errno in _UNREACHABLE else "io", "", words(error))


def shown(address: tuple[Any, ...]) -> str:
    """`127.0.0.1:3000` or `[::1]:3000`."""
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def words(error: BaseException) -> str:
    """The system's own words."""
    return getattr(error, "strerror", None) or str(error)
