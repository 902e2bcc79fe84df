"""Who has a port, and which one is free."""

from __future__ import annotations

import socket

import psutil


def port_holder(port: int) -> str:
    """The name and process id of what listens on `port`, such as `node (PID 4242)`; empty when the
    system hides it."""
    try:
        for found in psutil.net_connections("tcp"):
            if found.status == psutil.CONN_LISTEN and found.laddr and found.laddr.port == port and found.pid:
                return f"{psutil.Process(found.pid).name()} (PID {found.pid})"
    except (psutil.Error, OSError):
        return ""
    return ""


def free_port(start: int) -> int:
    """The first port from `start` on that nothing listens on, on either loopback address; 0 when there is
    none."""
    for port in range(start, 65_536):
        if all(
            _is_free(family, host, port)
            for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
        ):
            return port
    return 0


def _is_free(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.bind((host, port))
    except OSError as error:
        return family == socket.AF_INET6 and "use" not in str(error).lower()
    return True


def address_text(peer: object) -> str:
    """`127.0.0.1:40312` or `[::1]:40312`; empty when the system does not say."""
    if not isinstance(peer, tuple) or len(peer) < 2:
        return ""
    host, port = peer[:2]
    return f"[{host}]:{port}" if ":" in str(host) else f"{host}:{port}"
