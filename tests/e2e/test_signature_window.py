"""Signatures from the dialog to the verdict: the real window on the real engine, with requests that were signed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
import pytest_asyncio

import garfio
from garfio.core.endpoint import Endpoint
from garfio.core.signature import Secret
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.capture_table.column import Column
from garfio.ui.endpoints.dialog import EndpointDialog
from garfio.ui.endpoints.secret_dialog import SecretDialog
from garfio.ui.endpoints.secret_place import SecretPlaceDialog
from tests.ui.conftest import Open
from tests.ui.drive import wait_until

_SOURCE = Path(garfio.__file__).parent.parent
_PATIENCE_S = 20.0
_BUSY_S = 0.2
"""Measured: 0.024 s. A search on the loop itself would take whole seconds; a busy machine must not fail this."""
SECRET = "whsec_aLongSecretWithDigits012"
BODY = json.dumps({"id": "evt_1", "type": "invoice.paid", "total": 1.0, "url": "https://a/b"}).encode()


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace that listens, on a system without a keychain."""
    monkeypatch.setenv("PYTHONPATH", str(_SOURCE))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    before = keyring.get_keyring()  # the variable is read once in a process
    keyring.set_keyring(keyring.backends.fail.Keyring())
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    await workspace.start_listener(0)
    yield workspace
    await workspace.close()
    keyring.set_keyring(before)


def _send(workspace: Workspace, signed: bytes, sent: bytes) -> int:
    at = int(time.time())
    value = hmac.new(SECRET.encode(), f"{at}.".encode() + signed, hashlib.sha256).hexdigest()
    headers = {"Content-Type": "application/json", "Stripe-Signature": f"t={at},v1={value}"}
    connection = http.client.HTTPConnection(workspace.listener.host, workspace.listener.port, timeout=5)
    try:
        connection.request("POST", "/stripe", sent, headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("place", ["memory", "file"])
async def test_from_the_secret_to_the_proved_cause(engine: Workspace, open_window: Open, place: str) -> None:
    """A secret that is entered makes signed requests valid; a body that was written again is told so, proved."""
    user = await open_window(engine)
    assert await asyncio.to_thread(_send, engine, BODY, BODY) == 200
    await wait_until(lambda: user.rows() == [1])
    await wait_until(lambda: user.cell(0, Column.SIGNATURE) == "? no secret", _PATIENCE_S)
    await user.choose(1)
    user.window.actions_.run("endpoint.current")
    dialog = await user.dialog(EndpointDialog)
    await wait_until(lambda: not dialog.is_busy)
    assert (dialog.endpoint().path, dialog.endpoint().provider) == ("/stripe", "stripe")
    dialog.secrets.add.click()
    asked = await user.dialog(SecretDialog)
    asked.value.setPlainText(SECRET)
    asked.accept()
    await wait_until(lambda: not dialog.is_busy)
    dialog.save.click()
    question = await user.dialog(SecretPlaceDialog)
    (question.memory if place == "memory" else question.file).setChecked(True)
    question.accept()
    await wait_until(lambda: user.cell(0, Column.SIGNATURE) == "✓ valid", _PATIENCE_S)
    assert user.cell(0, Column.EVENT) == "invoice.paid"
    again = json.dumps(json.loads(BODY), separators=(",", ":")).encode()
    assert await asyncio.to_thread(_send, engine, BODY, again) == 200
    await wait_until(lambda: user.rows() == [2, 1])
    await wait_until(lambda: user.cell(0, Column.SIGNATURE) == "✕ invalid", _PATIENCE_S)
    user.window.table.view.show_capture(2)
    bar = user.window.inspector.failure
    await wait_until(lambda: "here is why" in bar.words(), _PATIENCE_S)
    assert "The body was parsed and written again after Stripe signed it" in bar.words()
    assert "(proved)" in bar.words()
    kept = [file for file in engine.path.parent.glob("*.db*") if ".secrets" not in file.name]
    assert kept
    assert not any(SECRET.encode() in file.read_bytes() for file in kept)
    await wait_until(lambda: not user.window.inspector.examiner.is_busy)
    await user.settled()


async def test_a_diagnosis_does_not_hold_up_the_window(engine: Workspace, open_window: Open) -> None:
    """While the causes of a large body's failure are searched, the window's loop goes on turning."""
    user = await open_window(engine)
    rows = [{"id": number, "name": "Núria/x", "price": 1.0} for number in range(6_000)]
    body = json.dumps({"type": "big", "rows": rows}).encode()
    await engine.change_settings(secret_store="memory")
    await engine.endpoints.add(Endpoint("/stripe", "stripe"))
    await engine.endpoints.add_secret("/stripe", Secret("whsec_another"))
    await asyncio.to_thread(_send, engine, body, body)
    await wait_until(lambda: user.rows() == [1])
    await wait_until(lambda: user.cell(0, Column.SIGNATURE) == "✕ invalid", _PATIENCE_S)
    user.window.table.view.show_capture(1)
    await wait_until(lambda: user.window.inspector.examiner.is_busy)
    await wait_until(lambda: not user.window.inspector.body.is_busy)
    longest, last = 0.0, time.perf_counter()
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _PATIENCE_S
    while user.window.inspector.examiner.is_busy and loop.time() < deadline:
        await asyncio.sleep(0)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert not user.window.inspector.examiner.is_busy
    assert "secret" in user.window.inspector.failure.words()
    assert longest < _BUSY_S
    await user.settled()
