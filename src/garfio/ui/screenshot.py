"""The real window as a PNG: for the README, for tests and for reviews."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize, Qt

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.ui.main_window import MainWindow

_PATIENCE_S = 15.0
_TURN_S = 0.02


async def take_screenshot(
    window: MainWindow,
    path: Path,
    size: QSize | None = None,
    select: CaptureId | None = None,
    tab: str = "",
) -> None:
    """Show the window off the screen, wait until everything in it has been read, and write it to `path`.

    `select` opens that capture; `tab` is body, headers or raw. Raises AppError when the capture is not there
    or the file cannot be written.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    if size is not None:
        window.resize(size)
    window.load()
    await _until_settled(window)
    if select is not None:
        if not window.table.view.show_capture(select):
            raise AppError("capture.missing", f"There is no capture {select} in the list.", id=select)
        await _until_settled(window)
    if tab:
        window.inspector.show_tab(tab)
    window.centralWidget().setFocus()
    await _until_settled(window)
    if not window.grab().save(str(path), "PNG"):
        raise AppError("file.write", f"{path} could not be written.", path=str(path))


async def _until_settled(window: MainWindow) -> None:
    """Wait until nothing is being read or rendered, for three turns in a row."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _PATIENCE_S
    calm = 0
    while calm < 3:
        await asyncio.sleep(_TURN_S)
        calm = calm + 1 if window.is_settled() else 0
        if loop.time() > deadline:
            raise AppError("screenshot.timeout", "The window did not come to rest in time.")
