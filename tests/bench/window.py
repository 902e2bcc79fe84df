"""The real window with instruments: when it was shown, when each row was first painted, how long its loop
was busy.

`python -m tests.bench.window DATABASE SECONDS` prints one JSON line when the window is shown and the
listener accepts, and another after SECONDS. Times of rows are from the first byte of the request to the end
of the paint that shows it.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QObject, QTimer
from tests.bench.real_window import Beats, open_window, run, share

from garfio.ui.main_window import MainWindow


class _Paints(QObject):
    """Sees what the list shows after each paint."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.shown_at: float | None = None
        self.times_ms: list[float] = []
        self.newest = 0
        self._view = window.table.view
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        now_us = time.time_ns() // 1000
        self.shown_at = self.shown_at or time.time()
        model = self._view.model()
        for row in range(min(model.rowCount(), 60)):
            summary = model.summary_at(row)
            if summary is None:
                continue
            if summary.id <= self.newest:
                break
            self.times_ms.append((now_us - summary.received_at_us) / 1000)
        if model.rowCount() and (first := model.summary_at(0)) is not None:
            self.newest = max(self.newest, first.id)


async def _run(database: Path, seconds: float) -> None:
    async with open_window(database) as (window, workspace):
        paints = _Paints(window)
        while paints.shown_at is None:
            await asyncio.sleep(0.005)
        started = psutil.Process().create_time()
        shown_s = paints.shown_at - started
        await workspace.start_listener(0)
        listening_s = time.time() - started
        child = psutil.Process(workspace.listener_pid)
        await asyncio.sleep(1.0)
        memory = _memory(child)
        print(
            json.dumps(
                {"port": workspace.listener.port, "shown_s": shown_s, "listening_s": listening_s, **memory}
            ),
            flush=True,
        )
        paints.newest = int(await workspace.newest_id())
        paints.times_ms.clear()
        beats = Beats(window)
        await asyncio.sleep(seconds)
        figures = {
            "rows": len(paints.times_ms),
            "row_p50_ms": share(paints.times_ms, 0.5),
            "row_p95_ms": share(paints.times_ms, 0.95),
            "busy_longest_ms": max(beats.busy_ms),
            "busy_p99_ms": share(beats.busy_ms, 0.99),
            "over_40_ms": sum(1 for busy in beats.busy_ms if busy > 40),
            "captured": (await workspace.counts()).captured,
            **_memory(child),
        }
        print(json.dumps(figures), flush=True)


def _memory(child: psutil.Process) -> dict[str, float]:
    return {
        "window_mib": psutil.Process().memory_info().rss / 2**20,
        "listener_mib": child.memory_info().rss / 2**20,
    }


if __name__ == "__main__":
    run(lambda: _run(Path(sys.argv[1]), float(sys.argv[2])))
