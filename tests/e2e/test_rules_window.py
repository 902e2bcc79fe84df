"""From “I have a Shopify shop” to the mail in the inbox: the gallery in the real window, the listener's process, a
mail server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import garfio
from garfio.core.endpoint import Endpoint
from garfio.core.signature import Secret
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.endpoints.dialog import EndpointDialog
from garfio.ui.rules.gallery_dialog import GalleryDialog
from tests.e2e.outside import mail_server
from tests.ui.conftest import Open
from tests.ui.drive import wait_until

_SOURCE = Path(garfio.__file__).parent.parent
_PATIENCE_S = 30.0


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace that listens and keeps its secrets in a file."""
    monkeypatch.setenv("PYTHONPATH", str(_SOURCE))
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    await workspace.start_listener(0)
    yield workspace
    await workspace.close()


async def test_from_the_gallery_to_the_inbox(engine: Workspace, open_window: Open) -> None:
    """Filled in, switched on, the endpoint made where it is asked for, a sample sent: the mail arrives."""
    with mail_server() as mail:
        user = await open_window(engine)
        user.window.actions_.run("rules.gallery")
        gallery = await user.dialog(GalleryDialog)
        gallery.choose("shopify-order-confirmation")
        await wait_until(lambda: not gallery.is_busy)
        given = {
            "shop": "Tea & Co",
            "from": "tea@example.com",
            "smtp_host": "127.0.0.1",
            "smtp_port": str(mail.port),
        }
        for name, text in given.items():
            gallery.form.lines[name].setText(text)
        gallery.arm.click()
        await wait_until(gallery.armed.endpoint.isVisible)
        gallery.armed.endpoint.click()
        endpoint = await user.dialog(EndpointDialog)
        await wait_until(lambda: not endpoint.is_busy)
        assert (endpoint.endpoint().path, endpoint.endpoint().provider) == ("/shopify", "shopify")
        await engine.endpoints.add(Endpoint("/shopify", "shopify"))
        await engine.endpoints.add_secret("/shopify", Secret("hush-hush-secret"))
        endpoint.reject()
        await wait_until(gallery.armed.send.isVisible)
        gallery.armed.send.click()
        await wait_until(lambda: mail.mails, _PATIENCE_S)
        people, message = mail.mails[0]
        assert message["From"] == "tea@example.com"
        assert people == [message["To"]]
        assert "Tea & Co: your order" in str(message["Subject"])
        await wait_until(lambda: "✓ done" in gallery.armed.done_text(), _PATIENCE_S)
        gallery.reject()
        await user.settled()
