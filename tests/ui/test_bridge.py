"""Tests of the bridge: how many Qt signals a storm of engine signals makes."""

from __future__ import annotations

from garfio.core.capture import CaptureId
from garfio.ui.bridge import Bridge
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace


async def test_a_flood_becomes_one_signal_a_frame(workspace: MemoryWorkspace) -> None:
    """A thousand arrivals between two turns of the loop are told once, with the newest id."""
    bridge = Bridge(workspace)
    newest: list[int] = []
    bridge.arrived.connect(newest.append)
    for number in range(1000):
        workspace.arrived.emit(CaptureId(number))
    await wait_until(lambda: newest)
    assert newest == [999]
    bridge.close()


async def test_changes_are_united(workspace: MemoryWorkspace) -> None:
    """Changed ids of one frame come as one set."""
    bridge = Bridge(workspace)
    changed: list[frozenset[int]] = []
    bridge.changed.connect(changed.append)
    workspace.changed.emit(frozenset({CaptureId(1)}))
    workspace.changed.emit(frozenset({CaptureId(2), CaptureId(1)}))
    await wait_until(lambda: changed)
    assert changed == [{1, 2}]
    bridge.close()


async def test_news_are_told_before_a_removal(workspace: MemoryWorkspace) -> None:
    """Rows that go away right after they came are first told to come."""
    bridge = Bridge(workspace)
    told: list[str] = []
    bridge.arrived.connect(lambda _: told.append("arrived"))
    bridge.removed.connect(lambda _: told.append("removed"))
    workspace.arrived.emit(CaptureId(7))
    workspace.removed.emit(frozenset({CaptureId(7)}))
    assert told == ["arrived", "removed"]
    bridge.close()


async def test_a_closed_bridge_is_silent(workspace: MemoryWorkspace) -> None:
    """Nothing is told after the bridge was closed, not even what waited."""
    bridge = Bridge(workspace)
    told: list[object] = []
    bridge.arrived.connect(told.append)
    workspace.arrived.emit(CaptureId(1))
    bridge.close()
    workspace.arrived.emit(CaptureId(2))
    await wait_until(lambda: True)
    assert told == []
