"""Resends from the real window: how soon a key is on the wire, and how long the loop is busy while many go.

`python -m tests.bench.resend_window DATABASE URL` says `came` after each single resend and waits for a line with the
monotonic time, in nanoseconds, at which it came; then all captures are sent, and it prints one JSON line.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.bench.real_window import Beats, open_window, run, share

from garfio.core.capture import CaptureId
from garfio.engine.store import attempts
from garfio.engine.store.database import connect
from garfio.engine.workspace import Workspace
from garfio.ui.main_window import MainWindow

_SINGLES = 30


async def _singles(window: MainWindow, workspace: Workspace, newest: CaptureId) -> list[float]:
    """Milliseconds from the key to the first byte at the target, one resend after the other."""
    loop = asyncio.get_running_loop()
    found = []
    for number in range(1, _SINGLES + 1):
        pressed_ns = time.monotonic_ns()
        QTest.keyClick(window.table.view, Qt.Key.Key_R)
        while True:
            rows = await workspace.attempts(newest)
            if len(rows) == number and rows[-1].state != "pending":
                break
            await asyncio.sleep(0.01)
        print("came", flush=True)
        came_ns = int(await loop.run_in_executor(None, sys.stdin.readline))
        found.append((came_ns - pressed_ns) / 1e6)
        await asyncio.sleep(0.05)
    return found


async def _many(window: MainWindow, url: str) -> None:
    """All captures of the list, with the bar that shows how far it is."""
    window.table.view.selectAll()
    window.actions_.start("capture.resend_to", window.actions_.commands.resend.send_to(url))
    while not isinstance(box := QApplication.activeModalWidget(), QMessageBox):
        await asyncio.sleep(0.01)
    box.defaultButton().click()
    runs = window.sending.runs
    while not runs.bars():
        await asyncio.sleep(0.01)
    while runs.bars():
        await asyncio.sleep(0.05)


async def _run(database: Path, url: str) -> None:
    connection = connect(database)
    attempts.set_last_place(connection, url)
    connection.close()
    async with open_window(database) as (window, workspace):
        model = window.table.view.model()
        while not model.rowCount():
            await asyncio.sleep(0.01)
        window.table.view.selectRow(0)
        window.table.view.setFocus()
        await asyncio.sleep(1.0)
        newest = CaptureId(await workspace.newest_id())
        singles = await _singles(window, workspace, newest)
        beats = Beats(window)
        began, used = time.perf_counter(), time.process_time()
        await _many(window, url)
        figures = {
            "key_to_wire_ms": statistics.median(singles),
            "key_to_wire_longest_ms": max(singles),
            "seconds": time.perf_counter() - began,
            "cpu_s": time.process_time() - used,
            "busy_longest_ms": max(beats.busy_ms),
            "busy_p99_ms": share(beats.busy_ms, 0.99),
            "own_longest_ms": max(beats.own_ms),
        }
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    run(lambda: _run(Path(sys.argv[1]), sys.argv[2]))
