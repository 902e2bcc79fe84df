"""The counts are read no more once the window is being closed."""

from __future__ import annotations

from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace


async def test_a_reading_that_ends_after_the_window_starts_no_timer(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """A timer that fires when the loop has gone would read without one."""
    user = await open_window(workspace)
    for counts in (user.window.tallies, user.window.searches.counts):
        await user.settled()
        counts._pause.stop()
        counts.read()
        counts.close()
        await user.settled()
        assert not counts._pause.isActive()
        counts.read()
        assert not counts._reading
