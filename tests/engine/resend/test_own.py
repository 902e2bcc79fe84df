"""Which addresses are our own listener."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from garfio.engine.resend import own as own_module
from garfio.engine.resend.own import OwnListener, is_own, running_listener


@pytest.mark.parametrize(
    ("host", "address", "expected"),
    [
        ("", "127.0.0.1", True), ("", "127.8.8.8", True), ("", "::1", True), ("", "::ffff:127.0.0.1", True),
        ("", "0.0.0.0", True), ("", "192.0.2.7", False), ("127.0.0.1", "::1", True), ("localhost", "127.0.0.1", True),
        ("0.0.0.0", "127.0.0.1", True), ("0.0.0.0", "192.0.2.7", True), ("::", "192.0.2.7", True),
        ("0.0.0.0", "192.0.2.8", False), ("192.0.2.7", "192.0.2.7", True), ("192.0.2.7", "127.0.0.1", False),
        ("", "fe80::1%eth0", False), ("", "not an address", False),
    ],
)  # fmt: skip
def test_is_own(host: str, address: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_module, "_addresses_of_this_machine", lambda: {"127.0.0.1", "192.0.2.7"})
    assert is_own(address, 8800, OwnListener(host, 8800)) is expected
    assert not is_own(address, 8801, OwnListener(host, 8800))


def test_without_a_listener_nothing_is_own() -> None:
    assert not is_own("127.0.0.1", 8800, None)
    assert not is_own("127.0.0.1", 0, OwnListener("", 0))


def test_the_addresses_of_this_machine_have_loopback() -> None:
    assert "127.0.0.1" in own_module._addresses_of_this_machine()


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ({"pid": os.getpid(), "host": "", "port": 8800}, OwnListener("", 8800)),
        ({"pid": 999_999_999, "host": "", "port": 8800}, None),
        ({"pid": os.getpid(), "url": "http://127.0.0.1:8800"}, None),
        ({}, None),
    ],
)
def test_running_listener(tmp_path: Path, note: dict[str, object], expected: OwnListener | None) -> None:
    """By the note that it left, unless its process is gone."""
    (tmp_path / "db.listener.json").write_text(json.dumps(note))
    assert running_listener(tmp_path / "db") == expected
