"""Example events from the window, at a real desk: to a server on loopback, and to our own listener."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from pytestqt.qtbot import QtBot

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.sample.registry import SAMPLES
from garfio.core.signature import Secret, verify
from garfio.core.target import Target
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.look import Look
from garfio.ui.resend.sample_dialog import SampleDialog
from garfio.ui.targets.watch import Places
from tests.engine.resend.peers import answering, serving
from tests.ui.drive import Drive, wait_until

SECRET = "whsec_right"
TAKEN = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


@pytest_asyncio.fixture
async def dialog(engine: Workspace, qtbot: QtBot, look: Look) -> AsyncIterator[SampleDialog]:
    """Opened while the listener stands still."""
    shown = SampleDialog(engine, Tasks(), Places(), None)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


async def send(dialog: SampleDialog) -> None:
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy, 20)


async def test_typing_finds_an_event(dialog: SampleDialog) -> None:
    """All events are there; words of provider and event narrow them, and the first one is chosen."""
    assert set(dialog.shown()) == set(SAMPLES)
    assert not dialog.send.isEnabled()
    dialog.search.setText("shopify create")
    assert dialog.shown()
    assert all(key.startswith("shopify/") and "create" in key for key in dialog.shown())
    assert dialog.sample is not None
    assert dialog.send.isEnabled()
    dialog.search.setText("nothing like it")
    assert not dialog.none.isHidden()
    assert not dialog.send.isEnabled()


async def test_it_is_signed_when_a_secret_is_known(dialog: SampleDialog, engine: Workspace) -> None:
    """Typed, or that of the target; without one it goes unsigned and that is said."""
    async with serving(answering(TAKEN)) as server:
        dialog.search.setText("stripe invoice.paid")
        dialog.target.setCurrentText(server.url)
        await send(dialog)
        assert dialog.said().endswith("not signed: no secret is known")
        dialog.secret.setText(SECRET)
        await send(dialog)
        assert "not signed" not in dialog.said()
        dialog.secret.clear()
        await engine.add_target(Target("staging", server.url))
        await engine.endpoints.add_secret("target:staging", Secret(SECRET))
        dialog.target.addItem("staging", "staging")
        dialog.target.setCurrentText("staging")
        await send(dialog)
    judged = [
        verify(Request.from_bytes(raw), [SECRET], provider="stripe", now_unix=time.time()).verdict
        for raw in server.seen
    ]
    assert judged == ["unsigned", "valid", "valid"]


async def test_our_own_listener_gets_it_at_the_endpoint(
    dialog: SampleDialog, engine: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It arrives as a webhook of the provider; while the listener stands still, that is said."""
    dialog.search.setText("stripe invoice.paid")
    dialog.target.setCurrentIndex(0)
    await send(dialog)
    assert dialog.said() == "The listener is not running. Start it first."
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[3] / "src"))
    await engine.endpoints.add(Endpoint("/money/*", "stripe"))
    await engine.start_listener(0)
    await send(dialog)
    assert dialog.said().startswith("✓")
    (row,) = await engine.page()
    assert row.path == "/money/sample"


async def test_the_first_run_leads_there(user_at_first_run: Drive) -> None:
    """The empty list has a button for it."""
    user_at_first_run.window.first_run.example.click()
    dialog = await user_at_first_run.dialog(SampleDialog)
    assert dialog.target.currentText() == "This listener"
    dialog.close()
    await user_at_first_run.settled()
