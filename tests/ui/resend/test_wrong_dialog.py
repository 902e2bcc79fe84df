"""“Send the wrong ones” at a real desk: targets that check, that take everything, and that do not answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from pytestqt.qtbot import QtBot

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Secret, sign, verify
from garfio.core.tamper import TAMPERS
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.look import Look
from garfio.ui.resend.outcome_text import cause_text
from garfio.ui.resend.wrong_dialog import WrongDialog
from garfio.ui.targets.watch import Places
from tests.engine.resend.peers import Answer, Server, answering, read_request, serving
from tests.ui.drive import wait_until

SECRET = "whsec_right"
TAKEN = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
BROKEN = b"HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n"
REFUSED = b"HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n"


@pytest_asyncio.fixture
async def dialog(engine: Workspace, qtbot: QtBot, look: Look) -> AsyncIterator[WrongDialog]:
    """Opened on a webhook of Stripe."""
    request = Request(
        b"POST /s HTTP/1.1\r\nHost: a\r\nUser-Agent: Stripe/1.0\r\nContent-Type: application/json\r\n\r\n",
        b'{"id": "evt_1"}',
    )
    file = engine.path.with_suffix(".http")
    file.write_bytes(sign(request, "stripe", SECRET, now_unix=time.time()).to_bytes())
    (number,) = await engine.import_files([file])
    shown = WrongDialog(engine, Tasks(), await engine.capture(number), Places(), look, None)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def checking(server: Server) -> Answer:
    """A target that checks signature and content type."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        raw = await read_request(reader)
        server.seen.append(raw)
        found = verify(Request.from_bytes(raw), [SECRET], provider="stripe", now_unix=time.time())
        right = found.verdict == "valid" and b"\r\nContent-Type: application/json\r\n" in raw
        writer.write(TAKEN if right else REFUSED)

    return answer


async def send(dialog: WrongDialog, url: str, secret: str = SECRET) -> None:
    dialog.target.setCurrentText(url)
    dialog.secret.setText(secret)
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy, 20)


async def test_a_target_that_checks(dialog: WrongDialog) -> None:
    """All eight are sent, and everything is as it should be."""
    async with serving(checking) as server:
        await send(dialog, server.url)
    assert len(server.seen) == 9
    rows = {kind: dialog.row(kind) for kind in TAMPERS}
    assert rows.pop("duplicate") == ("200 · 200", "✓ Taken twice; see that it acted once")
    assert set(rows.values()) == {("401", "✓ Refused")}
    assert "refused every forged one" in dialog.said()


async def test_a_target_that_takes_everything_is_dangerous(dialog: WrongDialog) -> None:
    """A 2xx to a forged one says so in a word."""
    async with serving(answering(TAKEN)) as server:
        await send(dialog, server.url)
    assert all("⚠ Dangerous" in dialog.row(kind)[1] for kind in TAMPERS if kind != "duplicate")
    assert dialog.said().startswith("⚠ Dangerous")
    assert "7 of 7" in dialog.said()


@pytest.mark.parametrize("listens", [True, False])
async def test_neither_an_error_nor_silence_is_good(dialog: WrongDialog, listens: bool) -> None:
    """A 500 is no refusal, and no answer proves nothing."""
    async with serving(answering(BROKEN)) as server:
        if listens:
            await send(dialog, server.url)
    if not listens:
        await send(dialog, server.url)
    assert all(dialog.row(kind)[1].startswith("✕") for kind in TAMPERS)
    assert dialog.said().startswith("✕")


async def test_a_secret_is_needed_and_found_at_the_endpoint(dialog: WrongDialog, engine: Workspace) -> None:
    """Without one nothing is sent and it is said; that of the endpoint is used when there is one."""
    async with serving(checking) as server:
        await send(dialog, server.url, "")
        assert "secret" in dialog.said()
        assert not server.seen
        await engine.endpoints.add(Endpoint("/s", "stripe"))
        await engine.endpoints.add_secret("/s", Secret(SECRET))
        await send(dialog, server.url, "")
    assert "refused every forged one" in dialog.said()


def test_the_ledger_names_the_cause() -> None:
    """An attempt with a fault is called so."""
    assert cause_text("wrong.expired") == "wrong on purpose"
