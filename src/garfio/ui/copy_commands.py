"""What leaves the window: clipboard texts and files of captures.

Text formats come from `core.export`; the bytes are those that arrived, never those of a view.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from garfio.core.capture import Capture, CaptureId
from garfio.core.errors import AppError
from garfio.core.export import registry
from garfio.core.export.context import Context
from garfio.core.http import Request
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.export.format_text import format_name
from garfio.ui.figures import size_text
from garfio.ui.selection import Selection
from garfio.ui.window_state import WindowState

_CODE_KEY = "copied_code"
_MOST_COPIED = 100
"""More selected captures than this are not put into the clipboard as text."""
_EXTENSIONS = {"json": ".json", "xml": ".xml", "html": ".html", "plain": ".txt", "csv": ".csv", "pdf": ".pdf"}
_SAFE_RE = re.compile(r"[^A-Za-z0-9._-]+")


class CopyCommands:
    """Copy, save, export."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        selection: Selection,
        say: Callable[[str], None],
        state: WindowState,
        open_menu: Callable[[], None],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._selection = selection
        self._say = say
        self._state = state
        self._open_menu = open_menu
        self._code = ""
        """The form that was used last in this run; empty before the first."""

    async def copy_code(self, name: str = "") -> None:
        """The selected captures as code, in the form used last or in another one, which is remembered."""
        if name:
            self._code = name
            self._state.save(_CODE_KEY, [name])
        elif not self._code:
            remembered = self._state.texts(_CODE_KEY)
            self._code = next((known for known in remembered if known in registry.FORMATS), "curl")
        await self.copy_as(self._code)

    def choose_code(self) -> None:
        """Open the menu of forms."""
        self._open_menu()

    async def copy_as(self, name: str) -> None:
        """The selected captures in one of the text formats, one after the other."""
        ids = self._selection.ids()[:_MOST_COPIED] or self._current_ids()
        base = self._workspace.listener.url
        texts: list[str] = []
        for capture_id in ids:
            capture = await self._workspace.capture(capture_id)
            if not capture.summary.refusal:
                context = Context.of_summary(capture.summary, base)
                texts.append(await asyncio.to_thread(_export_text, name, capture.request, context))
        QGuiApplication.clipboard().setText(registry.FORMATS[name].separator.join(texts))
        copied = len(texts)
        said = QCoreApplication.translate("commands", "%n copied", "", copied)
        self._say(f"{said}: {format_name(name)}")

    async def copy_raw(self) -> None:
        """The current message as it arrived."""
        capture = await self._current_capture()
        self._put_bytes(capture.request.to_bytes())

    async def copy_body(self) -> None:
        """The current body as it arrived."""
        capture = await self._current_capture()
        self._put_bytes(capture.request.body)

    async def save_body(self) -> None:
        """The current body to a file."""
        capture = await self._current_capture()
        title = QCoreApplication.translate("commands", "Save body")
        path = await dialogs.save_file(self._window, title, body_file_name(capture))
        if path:
            await self._write(path, capture.request.body)

    def copy_part(self, content: bytes) -> None:
        """A part of a body as it arrived."""
        self._put_bytes(content)

    async def save_part(self, content: bytes, name: str) -> None:
        """A part of a body to a file; of the name that the sender gave only its last, plain characters are used."""
        title = QCoreApplication.translate("commands", "Save part")
        path = await dialogs.save_file(self._window, title, part_file_name(content, name))
        if path:
            await self._write(path, content)

    async def export_http(self) -> None:
        """The selected captures as raw messages, one after another in one file, oldest first."""
        ids = self._selection.ids() or self._current_ids()
        name = http_file_name(await self._workspace.capture(ids[0], 0)) if len(ids) == 1 else "webhooks.http"
        title = QCoreApplication.translate("commands", "Export as .http")
        path = await dialogs.save_file(self._window, title, name, "HTTP (*.http)")
        if path:
            written = await self._workspace.export(ids[::-1], path)
            self._say(QCoreApplication.translate("commands", "%n exported", "", written))

    def _current_ids(self) -> list[CaptureId]:
        return [number for number in [self._selection.current] if number is not None]

    async def _current_capture(self) -> Capture:
        if self._selection.current is None:
            raise AppError("capture.missing", "No webhook is chosen.")
        return await self._workspace.capture(self._selection.current)

    def _put_bytes(self, content: bytes) -> None:
        try:
            text = content.decode("utf-8")
            exact = "\x00" not in text
        except UnicodeDecodeError:
            text, exact = content.decode("latin-1"), False
        mime = QMimeData()
        mime.setText(text)
        mime.setData("application/octet-stream", QByteArray(content))
        QGuiApplication.clipboard().setMimeData(mime)
        if exact:
            self._say(
                QCoreApplication.translate("commands", "Copied, {size}").format(size=size_text(len(content)))
            )
        else:
            self._say(
                QCoreApplication.translate(
                    "commands", "Copied, but not all of it is text: save the body to keep every byte"
                )
            )

    async def _write(self, path: Path, content: bytes) -> None:
        try:
            await asyncio.to_thread(path.write_bytes, content)
        except OSError as error:
            message = QCoreApplication.translate("commands", "{name} could not be written: {reason}")
            raise AppError(
                "file.write", message.format(name=path.name, reason=error.strerror or error)
            ) from error
        self._say(QCoreApplication.translate("commands", "{name} written").format(name=path.name))


def _export_text(name: str, request: Request, context: Context) -> str:
    exported = registry.FORMATS[name].export(request, context)
    return exported if isinstance(exported, str) else exported.decode("utf-8", "replace")


def body_file_name(capture: Capture) -> str:
    """A safe name for a body: from the path's last part and the content type, never from the body."""
    kind = (
        capture.summary.content_type.partition(";")[0].strip().rpartition("/")[2].rpartition("+")[2].lower()
    )
    return f"{_stem(capture)}{_EXTENSIONS.get(kind, '.bin')}"


def part_file_name(content: bytes, name: str) -> str:
    """A safe name for a part: the sender's without any folder and odd character, or one by the content."""
    last = name.replace("\\", "/").rpartition("/")[2]
    safe = _SAFE_RE.sub("-", last).strip("-.")[-80:]
    return safe or ("part.json" if content.lstrip()[:1] in (b"{", b"[") else "part.bin")


def http_file_name(capture: Capture) -> str:
    """A safe name for a raw message."""
    return f"{_stem(capture)}.http"


def _stem(capture: Capture) -> str:
    last = capture.request.path.rstrip("/").rpartition("/")[2]
    safe = _SAFE_RE.sub("-", last).strip("-.")[:40]
    return f"{capture.id}-{safe}" if safe else str(capture.id)
