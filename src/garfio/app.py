"""The desktop program: what exists, in which order it is made, and in which it is taken down.

The Qt loop runs through qasync; the listener is a child process. Shutdown is owned here: the window asks to
quit, then the listener is stopped, tasks are cancelled and the database is let go, and only then does the
loop end.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import qasync
from PySide6.QtCore import QSize, QSocketNotifier, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from garfio import late
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.engine.slow import SlowWork
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import translation
from garfio.ui.dialogs import tell
from garfio.ui.instance import Instance
from garfio.ui.look import Look
from garfio.ui.main_window import MainWindow
from garfio.ui.screenshot import take_screenshot
from garfio.ui.stall import StallLog
from garfio.ui.theme import ThemeSwitch
from garfio.ui.window_state import WindowState

_log = logging.getLogger(__name__)
_LOG_BYTES = 512 * 1024
_WARM_UP_S = 2.0
"""Seconds from the start until what it has put off is loaded."""
_BETWEEN_MODULES_S = 0.05


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the command line says of the window."""

    size: tuple[int, int] = (1440, 900)
    port: int | None = None
    """None for the one in the settings."""
    screenshot: Path | None = None
    theme: str | None = None
    lang: str | None = None
    select: int | None = None
    tab: str | None = None
    stall_log: Path | None = None


def run_window(database: Path, options: WindowOptions) -> int:
    """Open the window on a workspace and run until the user quits; gives the exit code."""
    if options.screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["garfio"])
    app.setApplicationName("Garfio")
    app.setDesktopFileName("garfio")
    app.setQuitOnLastWindowClosed(False)
    instance = Instance(database, app)
    if not options.screenshot and instance.raise_first():
        sys.stderr.write("Garfio is already open on this workspace; its window has been raised.\n")
        return 0
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        return runner.run(_run(app, database, options, instance))


async def _run(app: QApplication, database: Path, options: WindowOptions, instance: Instance) -> int:
    tasks = Tasks()
    workspace = Workspace(database, tasks)
    try:
        await workspace.open()
    except AppError as error:
        sys.stderr.write(f"garfio: {error}\n")
        if not options.screenshot:
            await tell("Garfio", error.message, error.hint)
        return 1
    _log_to(database)
    _catch_bugs(asyncio.get_running_loop())
    settings = workspace.settings
    translators = translation.install(app, translation.language_of(options.lang or settings.language))
    theme = ThemeSwitch(app, options.theme or settings.theme, dressed=False)
    look = Look(theme, setting=settings.theme)
    slow = SlowWork()
    # A screenshot neither uses nor changes what the window remembers.
    state = WindowState(None if options.screenshot else database)
    window = MainWindow(workspace, tasks, look, slow.run, state)
    theme.dress()
    stalls = StallLog(options.stall_log) if options.stall_log else None
    try:
        if options.screenshot:
            return await _screenshot(window, workspace, options)
        return await _until_quit(window, workspace, tasks, options, instance, stalls)
    finally:
        if stalls:
            stalls.stop()
        window.hide()
        window.shut_down()
        await workspace.close()
        await tasks.close()
        slow.close()
        window.deleteLater()
        for translator in translators:
            app.removeTranslator(translator)


async def _until_quit(
    window: MainWindow,
    workspace: Workspace,
    tasks: Tasks,
    options: WindowOptions,
    instance: Instance,
    stalls: StallLog | None,
) -> int:
    quit_wanted = asyncio.Event()
    window.quit_requested.connect(quit_wanted.set)
    instance.listen(window.show_again)
    signals = _Signals(quit_wanted.set)
    window.show()
    window.load()
    gc.freeze()  # what is here now stays: looking through it again and again would keep the window busy
    if stalls:
        stalls.start()
    tasks.spawn(_start_listener(workspace, options.port), "start-listener")
    tasks.spawn(_warm_up(), "warm-up")
    if options.select is not None:
        tasks.spawn(_select(window, CaptureId(options.select), options.tab or ""), "select")
    try:
        await quit_wanted.wait()
    finally:
        signals.close()
        instance.close()
    return 0


async def _warm_up() -> None:
    """Load what the start has put off, one module at a time, so that no first click has to wait for it."""
    await asyncio.sleep(_WARM_UP_S)
    for name in late.waiting():
        late.load(name)
        await asyncio.sleep(_BETWEEN_MODULES_S)
    gc.freeze()  # as at the start


async def _start_listener(workspace: Workspace, port: int | None) -> None:
    try:
        await workspace.start_listener(port)
    except AppError as error:
        _log.info("The listener could not be started: %s", error.code)  # the window shows the state


async def _select(window: MainWindow, wanted: CaptureId, tab: str) -> None:
    while not window.is_settled():
        await asyncio.sleep(0.02)
    window.table.view.show_capture(wanted)
    if tab:
        window.inspector.show_tab(tab)


async def _screenshot(window: MainWindow, workspace: Workspace, options: WindowOptions) -> int:
    assert options.screenshot is not None
    await _start_listener(workspace, options.port)
    try:
        selected = CaptureId(options.select) if options.select is not None else None
        await take_screenshot(window, options.screenshot, QSize(*options.size), selected, options.tab or "")
    except AppError as error:
        sys.stderr.write(f"garfio: {error}\n")
        return 1
    return 0


class _Signals:
    """SIGTERM and SIGINT as calls on the Qt loop, which would otherwise not notice them while it is idle."""

    def __init__(self, stop: Callable[[], object]) -> None:
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)
        self._old = signal.set_wakeup_fd(self._write.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(lambda *_: stop())

    def close(self) -> None:
        """Let the signals do again what they did."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        self._read.close()
        self._write.close()


class _Log(RotatingFileHandler):
    """Private also after it was rotated; a disk that takes no line of it is no second trouble."""

    def _open(self) -> TextIOWrapper:
        def private(name: str, flags: int) -> int:
            return os.open(name, flags, 0o600)

        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the base class names it
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def _log_to(database: Path) -> None:
    """Keep messages of this program, never bodies or secrets, in a private file beside the database."""
    file = database.with_name("garfio.log")
    handler = _Log(file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _catch_bugs(loop: asyncio.AbstractEventLoop) -> None:
    """One place for everything unexpected: it is logged with its traceback, and the program goes on."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("A bug", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    def from_qt(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtWarningMsg):
            _log.warning("Qt: %s", message)

    sys.excepthook = uncaught
    qInstallMessageHandler(from_qt)
    loop.set_exception_handler(
        lambda _loop, context: _log.error(
            "On the loop: %s", context["message"], exc_info=context.get("exception")
        )
    )
