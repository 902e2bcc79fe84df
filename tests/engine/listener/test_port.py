"""Who has a port, and which one is free."""

from __future__ import annotations

import os
import socket

from garfio.engine.listener.port import free_port, port_holder


def test_the_holder_of_a_port_has_a_name() -> None:
    """This very process is found; a free port has no holder."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert port_holder(port).endswith(f"(PID {os.getpid()})")
    assert port_holder(port) == ""


def test_taken_ports_are_passed_over() -> None:
    """The next free port is not one that is taken on either loopback address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        found = free_port(port)
        assert found > port
        with socket.create_server(("127.0.0.1", found)):
            pass
    assert free_port(65_536) == 0
