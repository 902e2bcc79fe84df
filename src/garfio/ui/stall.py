"""Writes a line for every time that the window's loop was busy for more than `LIMIT_MS`, and with what.

A timer on the loop beats every `_BEAT_MS`; a thread watches the beat and, when it is late, looks once at what
the loop's thread is doing. Costs nothing unless it is switched on (`--stall-log FILE`).
"""

from __future__ import annotations

import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS = 25
_BEAT_MS = 2
_LOOK_S = 0.005
_FRAMES = 4
_OURS = "garfio"


class StallLog(QObject):
    """Watches the loop of the thread that makes it, from `start` until `stop`."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = path.open("a", encoding="utf-8", buffering=1)
        self._watched = threading.get_ident()
        self._last_beat = time.perf_counter()
        self._seen: tuple[float, str] = (0.0, "")
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="stall-log", daemon=True)
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to watch."""
        self._last_beat = time.perf_counter()
        self._beat.start()
        self._thread.start()

    def stop(self) -> None:
        """End, and close the file."""
        self._beat.stop()
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()
        self._file.close()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        before, self._last_beat = self._last_beat, now
        # The busy time began somewhere within the beat before it.
        busy_ms = (now - before) * 1000 - _BEAT_MS / 2
        if busy_ms > LIMIT_MS:
            beat, what = self._seen
            cause = what if beat == before else "not seen"
            moment = datetime.now(UTC).isoformat(timespec="milliseconds")
            self._file.write(f"{moment} {busy_ms:.1f} ms {cause}\n")

    def _watch(self) -> None:
        while not self._stopped.wait(_LOOK_S):
            beat = self._last_beat
            late_ms = (time.perf_counter() - beat) * 1000
            if late_ms > LIMIT_MS / 2 and self._seen[0] != beat:
                frame = sys._current_frames().get(self._watched)  # noqa: SLF001 - the documented way to look
                self._seen = (beat, describe(frame))


def describe(frame: FrameType | None) -> str:
    """Where a thread is: its innermost frame, and the innermost ones of our own code above it."""
    found: list[str] = []
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        place = f"{path.parent.name}/{path.name}:{frame.f_lineno} {frame.f_code.co_qualname}"
        if not found or _OURS in path.parts:
            found.append(place)
        frame = frame.f_back
    return " < ".join(found[:_FRAMES]) or "nothing in Python"
