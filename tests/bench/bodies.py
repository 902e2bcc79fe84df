"""The real window with large bodies: when the first screen of one is painted, how long the loop is busy at once.

`python -m tests.bench.bodies DATABASE` opens each capture of the database, oldest first, prints one JSON line for
it, and at the end one with the window's memory after opening and closing the largest again and again.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QObject
from tests.bench.real_window import Beats, open_window, run

from garfio.core.capture import CaptureId
from garfio.ui.main_window import MainWindow

_MB = 1_000_000
_AGAIN = 10


def bodies() -> Iterator[tuple[str, str, bytes]]:
    """Name, Content-Type and bytes of what is opened."""
    for size in (1, 10, 50):
        yield f"{size} MB of JSON", "application/json", _json(size * _MB)
    yield "one line of 50 MB", "text/plain", b"x" * (50 * _MB)
    yield "one line of 50 MB, JSON", "application/json", b'{"a":"' + b"x" * (50 * _MB) + b'"}'
    yield "100,000 levels", "application/json", b"[" * 100_000 + b"]" * 100_000
    part = b'--B\r\nContent-Disposition: form-data; name="n"\r\n\r\n' + b"x" * 200 + b"\r\n"
    yield "10,000 parts", "multipart/form-data; boundary=B", part * 10_000 + b"--B--\r\n"


def _json(size: int) -> bytes:
    item = json.dumps(
        {"id": 1, "name": "Nuñez", "tags": ["a", "b"], "address": {"city": "Vigo", "zip": 36201}}
    )
    count = size // (len(item) + 1)
    return ("[" + ",".join([item] * count) + "]").encode()


class _FirstPaint(QObject):
    """Sees the first paint of a page of the body after it was armed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at: float | None = None
        self.wanted: CaptureId | None = None
        self._inspector = window.inspector
        body = window.inspector.body
        for page in (body.view.viewport(), body.table.view.viewport(), body.tree.view.viewport()):
            page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        capture = self._inspector.capture
        if event.type() == QEvent.Type.Paint and self.at is None and capture and capture.id == self.wanted:
            self.at = time.perf_counter()
        return False


async def _open(window: MainWindow, paint: _FirstPaint, number: CaptureId, whole: bool) -> dict[str, float]:
    beats = Beats(window)
    begun = time.perf_counter()
    paint.at, paint.wanted = None, number
    window.selection.set_current(number)
    body = window.inspector.body
    while paint.at is None or not window.inspector.is_settled:
        await asyncio.sleep(0.005)
    settled = time.perf_counter()
    if whole:
        window.inspector.body.all_wanted.emit()
        while not (window.inspector.capture and len(window.inspector.capture.request.body) > 2 * _MB):
            await asyncio.sleep(0.005)
        while not window.inspector.is_settled or not body.view.is_indexed:
            await asyncio.sleep(0.005)
    await asyncio.sleep(0.2)
    beats.stop()
    return {
        "first_ms": (paint.at - begun) * 1000,
        "settled_ms": (settled - begun) * 1000,
        "whole_s": time.perf_counter() - settled,
        "busy_ms": max(beats.busy_ms),
        "own_ms": max(beats.own_ms),
    }


async def _run(database: Path) -> None:
    async with open_window(database) as (window, workspace):
        await asyncio.sleep(1.0)
        paint = _FirstPaint(window)
        newest = int(await workspace.newest_id())
        for number in range(1, newest + 1):
            for whole in (False, True):
                window.selection.set_current(None)
                size = (await workspace.summaries([CaptureId(number)]))[0].size
                if whole and size < 2 * _MB:
                    continue
                figures = await _open(window, paint, CaptureId(number), whole)
                print(json.dumps({"number": number, "whole": whole, **figures}), flush=True)
        memory = []
        for _ in range(_AGAIN):
            await _open(window, paint, CaptureId(4), whole=True)
            window.selection.set_current(None)
            await asyncio.sleep(0.2)
            gc.collect()
            memory.append(psutil.Process().memory_info().rss / 2**20)
        print(json.dumps({"memory_mib": memory}), flush=True)


if __name__ == "__main__":
    run(lambda: _run(Path(sys.argv[1])))
