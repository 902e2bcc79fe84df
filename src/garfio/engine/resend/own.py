"""This program's own listener, as a place that nothing may be sent to: it would go round in circles."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import psutil

from garfio.core.target import is_loopback
from garfio.engine.store.files import ListenerLock

_WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared, never bound


@dataclass(frozen=True, slots=True)
class OwnListener:
    """Where the listener of this workspace listens."""

    host: str
    """Empty or a loopback name for loopback only."""
    port: int


def is_own(address: str, port: int, own: OwnListener | None) -> bool:
    """True when a connection to `address` and `port` would reach our own listener."""
    if own is None or port != own.port or not port:
        return False
    try:
        place = ip_address(address.partition("%")[0])
        mapped = getattr(place, "ipv4_mapped", None)
        place = mapped or place
    except ValueError:
        return False
    here = place.is_loopback or place.is_unspecified
    if not own.host or is_loopback(own.host):
        return here
    if own.host in _WILDCARDS:
        return here or str(place) in _addresses_of_this_machine()
    return str(place) == own.host


def running_listener(database: Path) -> OwnListener | None:
    """The listener that another process runs for `database`, by the note that it left; None when there is
    none."""
    note = ListenerLock(database).holder()
    pid, host, port = note.get("pid"), note.get("host", ""), note.get("port")
    if not isinstance(pid, int) or not isinstance(port, int) or not psutil.pid_exists(pid):
        return None
    return OwnListener(str(host), port)


def _addresses_of_this_machine() -> set[str]:
    found = set()
    for addresses in psutil.net_if_addrs().values():
        for entry in addresses:
            if entry.family in (socket.AF_INET, socket.AF_INET6):
                found.add(entry.address.partition("%")[0])
    return found
