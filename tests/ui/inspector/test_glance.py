"""What a body says at a glance: times, ids and addresses as chips; a click finds their like."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from garfio.core.query import parse
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.inspector import glance
from garfio.ui.inspector.glance import document_of
from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

BODY = json.dumps(
    {"id": "evt_1a2b3c4d5e", "created": 1_700_000_000, "customer": {"email": "nuria@example.com"}}
).encode()


async def test_times_ids_and_addresses(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body named them; each is a chip, the time is in words, and a click on an id finds it everywhere."""
    chosen = workspace.receive(make_request(BODY))
    other = workspace.receive(make_request(b"plain text"))
    user = await open_window(workspace)
    shown = user.window.inspector.glance
    await user.choose(other)
    assert not shown.isVisible()
    await user.choose(chosen)
    texts = shown.texts()
    assert texts[:2] == ["evt_1a2b3c4d5e", "nuria@example.com"]
    assert texts[2].startswith("created: ")
    assert texts[2].endswith("ago")
    asked: list[str] = []
    shown.query_wanted.connect(asked.append)
    shown.chip("nuria@example.com").click()
    await user.settled()
    assert asked == ['"nuria@example.com"']
    assert parse(asked[0])


async def test_ages_go_on(
    workspace: MemoryWorkspace, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The title and the chips were of one moment, and are again when the title has said its age anew."""
    chosen = workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(chosen)
    inspector = user.window.inspector
    before = inspector.glance.texts()[2]
    later = now_us() + 10 * 365 * 86_400_000_000
    monkeypatch.setattr(glance, "now_us", lambda: later)
    inspector.title.aged.emit()
    after = inspector.glance.texts()[2]
    assert after.startswith("created: ")
    assert after != before


async def test_retries_are_together(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A delivery came twice, the second time with another body; the head says so, and a chip finds both."""
    fields = {"provider": "stripe", "event_type": "invoice.paid", "delivery_id": "evt_1"}
    workspace.receive(make_request(b'{"a":1}'), **fields)
    second = workspace.receive(make_request(b'{"a":2}'), **fields)
    user = await open_window(workspace)
    await user.choose(second)
    inspector = user.window.inspector
    await user.settled()
    assert inspector.title._provider.text() == "Stripe · delivery 2 of this event"
    inspector.title.resize(250, inspector.title.height())
    assert inspector.title._provider.text() == "Stripe", "the event goes first"
    assert inspector.title._provider.toolTip() == "Stripe · delivery 2 of this event"
    asked: list[str] = []
    inspector.glance.query_wanted.connect(asked.append)
    inspector.glance.chip("All 2, the body changed since").click()
    assert asked == ["delivery=evt_1 provider=stripe"]
    await user.settled()


async def test_the_documentation_is_opened_by_the_user_only(
    workspace: MemoryWorkspace, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A webhook of a known provider was shown; its page was opened once it was asked for."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    number = workspace.receive(make_request(b"{}"), provider="github", event_type="push")
    user = await open_window(workspace)
    await user.choose(number)
    assert opened == []
    user.window.inspector.glance.chip("GitHub ↗").click()
    assert [address.host() for address in opened] == ["docs.github.com"]


def test_documents_are_addresses() -> None:
    """An entry that follows a package has no page to open."""
    assert document_of("docuseal") == ""
    assert document_of("nobody") == ""
    assert document_of("calendly").startswith("https://developer.calendly.com/")


async def test_whose_it_is_may_be_known_later(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A webhook was looked at before anybody had recognised it; then the way to the documentation appeared.

    Seen to fail: it came only when the webhook was chosen again.
    """
    number = workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(number)
    shown = user.window.inspector.glance
    assert "Stripe ↗" not in shown.texts()
    await workspace._mark([number], provider="stripe")
    await wait_until(lambda: "Stripe ↗" in shown.texts())
    await user.settled()


async def test_times_alone_leave_no_empty_line(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body told a time and nothing else: it stands in the first line."""
    chosen = workspace.receive(make_request(json.dumps({"created": 1_700_000_000}).encode()))
    user = await open_window(workspace)
    await user.choose(chosen)
    shown = user.window.inspector.glance
    assert [text.partition(":")[0] for text in shown.texts()] == ["created"]
    assert [piece.y() for piece in shown._pieces] == [0]
