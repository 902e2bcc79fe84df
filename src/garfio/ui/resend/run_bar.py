"""Bars that follow sends under way: how far, how fast, how long still, and a button that ends them.

A send that is over at once shows none. The bar reads the run's progress at its own pace, so that ten thousand
answers a second cost no more than ten.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from garfio.engine.resend.run import Progress, Run
from garfio.ui.figures import count_text
from garfio.ui.label import ElidedLabel

_TICK_MS = 100
_PATIENCE_TICKS = 4
"""A run that lasts longer gets a bar."""
_SPEED_FROM_S = 1.0


class RunBar(QFrame):
    """One run."""

    appeared = Signal()
    """It lasts long enough to be shown."""

    def __init__(self, run: Run, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "info")
        self.run = run
        self._ticks = 0
        self._over = asyncio.Event()
        self._title = ElidedLabel(title, "headline", self)
        self._words = ElidedLabel("", "muted", self)
        self._line = QProgressBar(self)
        self._line.setTextVisible(False)
        self._line.setRange(0, max(1, run.progress.total))
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self.cancel)
        words = QVBoxLayout()
        words.setSpacing(5)
        for widget in (self._title, self._line, self._words):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self._disconnect = run.progress_changed.connect(self._on_progress_changed)
        self.hide()

    def cancel(self) -> None:
        """End the run; what is under way is broken off."""
        self._cancel.setEnabled(False)
        self.run.cancel()

    async def finished(self) -> Progress:
        """Wait for the end of the run."""
        if not self.run.progress.over:
            await self._over.wait()
        return self.run.progress

    def close_bar(self) -> None:
        """Stop following."""
        self._tick.stop()
        self._disconnect()
        self.hide()
        self.deleteLater()

    def words(self) -> str:
        """What the bar says about the progress."""
        return self._words.text()

    def _on_progress_changed(self, progress: Progress) -> None:
        if progress.over:
            self._over.set()

    def _on_tick(self) -> None:
        self._ticks += 1
        progress = self.run.progress
        self._line.setValue(progress.finished + progress.skipped)
        self._words.setText(self._progress_text(progress))
        if self._ticks == _PATIENCE_TICKS:
            self.show()
            self.appeared.emit()

    def _progress_text(self, progress: Progress) -> str:
        done = progress.finished + progress.skipped
        parts = [
            self.tr("{done} of {total}").format(done=count_text(done), total=count_text(progress.total)),
        ]
        if progress.failed:
            parts.append(self.tr("{count} failed").format(count=count_text(progress.failed)))
        if progress.skipped:
            parts.append(self.tr("{count} skipped").format(count=count_text(progress.skipped)))
        if self._ticks * _TICK_MS >= _SPEED_FROM_S * 1000 and progress.finished:
            parts.append(self.tr("{count} a second").format(count=count_text(round(progress.per_second))))
            if progress.left_s is not None:
                parts.append(self.tr("about {time} left").format(time=rough_time(progress.left_s)))
        return " · ".join(parts)


class RunBars(QWidget):
    """The bars of all runs; takes no room while there is none."""

    running_changed = Signal(int)
    """How many runs are under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[RunBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self.hide()

    def bars(self) -> list[RunBar]:
        """The runs that are under way, oldest first."""
        return list(self._bars)

    async def follow(self, run: Run, title: str) -> Progress:
        """Show a run until it has ended."""
        bar = RunBar(run, title, self)
        bar.appeared.connect(self.show)
        self._column.addWidget(bar)
        self._bars.append(bar)
        self.running_changed.emit(len(self._bars))
        try:
            return await bar.finished()
        finally:
            self._bars.remove(bar)
            bar.close_bar()
            self._column.removeWidget(bar)
            self.setVisible(any(not other.isHidden() for other in self._bars))
            self.running_changed.emit(len(self._bars))

    def cancel_all(self) -> None:
        """End every run."""
        for bar in self._bars:
            bar.cancel()


def rough_time(seconds: float) -> str:
    """`40 s`, `3 min`, `2 h`."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{round(seconds / 3600)} h"
