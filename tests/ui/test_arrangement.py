"""The three panes in windows of little room."""

from __future__ import annotations

from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request


async def test_nothing_lies_over_another_in_a_low_window(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """At 900 × 560 the detail is below the list: its buttons and chips each have their own room."""
    workspace.receive(make_request(b'{"id":"a@example.com","n":1}'), provider="shopify")
    newest = workspace.receive(make_request(b'{"id":"a@example.com","n":2}'), provider="shopify")
    user = await open_window(workspace)
    user.window.resize(900, 560)
    await user.choose(newest)
    await user.run("detail.compare")
    detail = user.window.inspector
    title = detail.title
    assert title.height() >= title.minimumSizeHint().height()
    assert detail.glance.y() >= title.y() + title.height()
