"""The real window on a full database, its list scrolled from the newest row to the oldest: how long each frame took.

`python -m tests.bench.scrolling DATABASE FRAMES` prints one JSON line. A frame is from the moment it was due to the end
of its paint: what keeps the loop busy in between counts.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from tests.bench.real_window import open_window, run

from garfio.ui.main_window import MainWindow

_FRAME_MS = 16


class _Scroll(QObject):
    """Moves the list on, a piece of the whole each frame."""

    def __init__(self, window: MainWindow, frames: int) -> None:
        super().__init__(window)
        self.times_ms: list[float] = []
        self.done = asyncio.get_running_loop().create_future()
        self._view = window.table.view
        self._bar = self._view.verticalScrollBar()
        self._frames = frames
        self.own_ms: list[float] = []
        """The window's own work for a frame: what other programs of the machine take is not in it."""
        self._ended = time.perf_counter()
        self._worked = time.thread_time()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=_FRAME_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        at = len(self.times_ms) + 1
        self._bar.setValue(self._bar.maximum() * at // self._frames)
        self._view.viewport().repaint()
        now, worked = time.perf_counter(), time.thread_time()
        self.own_ms.append((worked - self._worked) * 1000)
        self.times_ms.append(max(0.0, (now - self._ended) * 1000 - _FRAME_MS))
        self._ended, self._worked = now, worked
        if at >= self._frames:
            self._timer.stop()
            self.done.set_result(None)


async def _run(database: Path, frames: int) -> None:
    async with open_window(database) as (window, _workspace):
        feed = window.table.feed
        while not (feed.loaded and feed.complete):
            await asyncio.sleep(0.05)
        await asyncio.sleep(3)
        scroll = _Scroll(window, frames)
        await scroll.done
        times = sorted(scroll.times_ms)
        figures = {
            "rows": window.table.model.rowCount(),
            "frames": len(times),
            "p50_ms": times[len(times) // 2],
            "p99_ms": times[int(len(times) * 0.99)],
            "longest_ms": times[-1],
            "over_33_ms": sum(1 for frame in times if frame > 33),
            "own_p99_ms": sorted(scroll.own_ms)[int(len(times) * 0.99)],
            "own_over_33_ms": sum(1 for frame in scroll.own_ms if frame > 33),
        }
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    run(lambda: _run(Path(sys.argv[1]), int(sys.argv[2])))
