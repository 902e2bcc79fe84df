"""The real window for a benchmark, opened and closed as `garfio.app` does, and how busy its loop is meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path

import qasync
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from garfio.engine.slow import SlowWork
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.look import Look
from garfio.ui.main_window import MainWindow
from garfio.ui.theme import ThemeSwitch
from garfio.ui.window_state import WindowState

_BEAT_MS = 1


def run(main: Callable[[], Coroutine[object, object, None]]) -> None:
    """Run `main` on the loop of a new application."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(main())


@contextlib.asynccontextmanager
async def open_window(database: Path) -> AsyncIterator[tuple[MainWindow, Workspace]]:
    """The shown window and its workspace; no listener runs yet."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    tasks = Tasks()
    workspace = Workspace(database, tasks)
    await workspace.open()
    slow = SlowWork()
    theme = ThemeSwitch(application, "light", dressed=False)
    window = MainWindow(workspace, tasks, Look(theme), slow.run, WindowState(None))
    theme.dress()
    window.resize(1440, 900)
    window.show()
    window.load()
    gc.freeze()
    try:
        yield window, workspace
    finally:
        window.hide()
        window.shut_down()
        await workspace.close()
        slow.close()


class Beats(QObject):
    """How late a timer of the loop is, which is how long the loop was busy with something else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.busy_ms: list[float] = []
        self.own_ms: list[float] = []
        """What of that was work of this process: no longer than its processor time meanwhile, so other programs do not
        lengthen it, while a thread that kept the interpreter does."""
        self._last, self._used = time.perf_counter(), time.process_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.process_time()
        busy_ms = max(0.0, (now - self._last) * 1000 - _BEAT_MS)
        self.busy_ms.append(busy_ms)
        self.own_ms.append(min(busy_ms, (used - self._used) * 1000))
        self._last, self._used = now, used


def share(values: list[float], share: float) -> float:
    """The value below which that share of all lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")
