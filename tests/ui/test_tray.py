"""Tests of the tray: off by default, and what a notification says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QSystemTrayIcon

from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace


async def test_nothing_is_shown_by_default(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Neither icon nor running on after the window is closed, unless the settings ask for it."""
    user = await open_window(workspace)
    assert not user.window.tray.icon.isVisible()
    assert not user.window.tray.keeps_running


async def test_arrivals_while_hidden_are_counted_not_described(
    workspace: MemoryWorkspace, open_window: Open, monkeypatch: object
) -> None:
    """Hidden with notifications on: the first arrival is told at once, the next together, as numbers only."""
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, text, *rest: told.append(text))
    workspace.settings = replace(workspace.settings, notify=True)
    user = await open_window(workspace)
    workspace.receive()
    await wait_until(lambda: user.rows() == [1])
    assert told == []
    user.window.hide()
    workspace.receive()
    await wait_until(lambda: told == ["1 new webhook"])
    for _ in range(3):
        workspace.receive()
    await wait_until(lambda: user.window.tray.notification() == "3 new webhooks")
    user.window.tray._pause.timeout.emit()
    assert told == ["1 new webhook", "3 new webhooks"]
    user.window.show()
    assert user.window.tray.notification() == ""


async def test_closing_into_the_tray_does_not_end_the_program(
    workspace: MemoryWorkspace, open_window: Open, monkeypatch: object
) -> None:
    """With the tray on, closing hides the window; choosing the icon brings it back."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    workspace.settings = replace(workspace.settings, tray=True)
    user = await open_window(workspace)
    asked: list[None] = []
    user.window.quit_requested.connect(lambda: asked.append(None))
    user.window.close()
    assert asked == []
    assert not user.window.isVisible()
    user.window.tray.window_wanted.emit()
    assert user.window.isVisible()
    user.window.tray.icon.hide()
