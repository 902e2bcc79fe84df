"""Tests of the window: coroutines run on a Qt loop, nothing may be left behind."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from garfio.engine.tasks import Tasks
from garfio.ui import translation
from garfio.ui.look import Look
from garfio.ui.main_window import MainWindow
from garfio.ui.theme import ThemeSwitch
from garfio.ui.window_state import WindowState
from tests.ui.drive import Drive
from tests.ui.memory_workspace import MemoryWorkspace


class _QtLoop(qasync.QEventLoop):
    """A loop whose callbacks also find it running when Qt alone calls them, between two runs, as pytest-qt does
    before and after each fixture's end."""

    def call_later(self, delay: float, callback: Callable[..., Any], *args: Any, **context: Any) -> Any:
        return super().call_later(delay, self._call, callback, *args, **context)

    def _call(self, callback: Callable[..., Any], *args: Any) -> None:
        before = asyncio._get_running_loop()
        asyncio._set_running_loop(self)
        try:
            callback(*args)
        finally:
            asyncio._set_running_loop(before)


def _qt_loop() -> asyncio.AbstractEventLoop:
    app = QApplication.instance() or QApplication([])
    app.setQuitOnLastWindowClosed(False)
    return _QtLoop(app)


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop of coroutine tests in this folder also serves Qt."""
    return {"qt": _qt_loop}


@pytest.fixture(scope="module", autouse=True)
def earlier_objects() -> None:
    """Leave what earlier tests made out of the search for leftovers: there is much of it, and it was searched then."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail when a test with widgets leaves a window or a running timer."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    windows = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in windows:
        widget.close()
    assert not windows, f"Left open: {windows}"
    timers = [thing for thing in gc.get_objects() if type(thing) is QTimer and _is_running(thing)]
    for timer in timers:
        timer.stop()
    assert not timers, f"Still running: {[(timer.parent(), timer.interval()) for timer in timers]}"


def _is_running(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # already deleted on Qt's side
        return False


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme."""
    return Look(ThemeSwitch(qapp, "light"))


@pytest.fixture
def workspace() -> MemoryWorkspace:
    """An empty workspace that listens."""
    return MemoryWorkspace()


async def run_here(fn: Callable[..., Any], *args: Any) -> Any:
    """`run_slow` for tests: after one turn of the loop, in this thread."""
    await asyncio.sleep(0)
    return fn(*args)


Open = Callable[..., Awaitable[Drive]]


@pytest.fixture
def opened(look: Look) -> Iterator[list[tuple[MainWindow, Tasks]]]:
    """Windows that the test opened, taken down afterwards."""
    windows: list[tuple[MainWindow, Tasks]] = []
    yield windows
    for window, tasks in windows:
        assert not len(tasks), "Tasks still run"
        window.close()
        window.shut_down()
        window.deleteLater()


@pytest.fixture
async def open_window(look: Look, opened: list[tuple[MainWindow, Tasks]]) -> AsyncIterator[Open]:
    """Opens the real window on a workspace and waits until everything in it is shown.

    Afterwards the window hears no more of its workspace, and what it was still reading comes to its end.
    """

    async def open_on(workspace: MemoryWorkspace, state: WindowState | None = None) -> Drive:
        tasks = Tasks()
        window = MainWindow(workspace, tasks, look, run_here, state or WindowState(None))
        opened.append((window, tasks))
        window.resize(1400, 860)
        window.show()
        window.load()
        user = Drive(window, tasks)
        await user.settled()
        return user

    yield open_on
    for window, _tasks in opened:
        for reader in (window.bridge, window.tallies, window.searches.counts):
            reader.close()  # a pause that ends now would find no loop to read on
    end = time.monotonic() + 5
    while any(len(tasks) for _window, tasks in opened) and time.monotonic() < end:
        await asyncio.sleep(0.01)


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Texts with their English plurals, as in the program."""
    translators = translation.install(qapp, "en")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """The program in Spanish, figures included."""
    before = QLocale()
    translators = translation.install(qapp, "es")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
