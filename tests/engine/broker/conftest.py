"""Brokers ask for a password, which the tools know."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.engine.broker.real import a_port

from garfio.engine.action import Tools


@pytest.fixture
def free_port() -> int:
    return a_port()


@pytest.fixture
def broker(tools: Tools) -> Tools:
    """Tools that know a right and a wrong password."""
    return replace(tools, secret={"broker": "hunter2", "wrong": "guess"}.get)
