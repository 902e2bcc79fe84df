"""Tests of screenshots: the real window, at a size, with a capture and a tab open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.ui.screenshot import take_screenshot
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace


async def test_a_screenshot_shows_what_was_asked_for(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path
) -> None:
    """The file has the size, the capture is open on its tab, and it is not a blank picture."""
    number = workspace.receive()
    workspace.receive()
    user = await open_window(workspace)
    path = tmp_path / "window.png"
    await take_screenshot(user.window, path, QSize(1200, 700), number, "headers")
    image = QImage(str(path))
    assert image.size() == QSize(1200, 700)
    assert user.window.inspector.capture.id == number
    assert user.window.inspector.tab == "headers"
    colours = {image.pixelColor(x, y).rgb() for x in range(0, 1200, 7) for y in range(0, 700, 7)}
    assert len(colours) > 20
    await user.settled()


async def test_an_unknown_capture(workspace: MemoryWorkspace, open_window: Open, tmp_path: Path) -> None:
    """Asking for an unknown capture is an error that says so, and no file."""
    user = await open_window(workspace)
    with pytest.raises(AppError, match="no capture 99"):
        await take_screenshot(user.window, tmp_path / "window.png", select=CaptureId(99))
    assert list(tmp_path.iterdir()) == []
