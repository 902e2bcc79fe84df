"""What holds for every test: no display, no network beyond this machine, no silent warning.

A Qt warning, a log record of WARNING or above that a test does not expect, and a connection to another
machine fail the test they happen in. Tests with widgets are watched for what they leave behind in
tests/ui/conftest.py.
"""

from __future__ import annotations

import logging
import os
import re
import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "everywhere",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("everywhere")
"""The same examples on every machine, however busy it is; `--hypothesis-profile default` looks for others."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")

_OFFSCREEN_LIMITS = "This plugin does not support|No such signal QPlatformNativeInterface"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expect_log(pattern): log records of WARNING or above that are meant")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_LIMITS, extend=True))


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on log records of WARNING or above, except those that a marker `expect_log` names."""
    expected = [re.compile(mark.args[0]) for mark in request.node.iter_markers("expect_log")]
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    texts = [record.getMessage() for record in collector.records]
    surprising = [text for text in texts if not any(pattern.search(text) for pattern in expected)]
    assert not surprising, f"Unexpected log records: {surprising}"


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    try:
        return ip_address(str(address[0]).partition("%")[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, address: Any) -> Any:
        if not _is_local(address):
            raise AssertionError(f"A test tried to connect to {address}")
        return method(self, address)

    return connect


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Refuse connections to other machines."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    yield
    patch.undo()
