"""What the user can do with files: write webhooks out, take files in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.export import registry
from garfio.core.export.context import Context
from garfio.core.importing.registry import SUFFIXES
from garfio.engine.exports import Export
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.export import dialog as export_dialog
from garfio.ui.export.preview import preview_export
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.look import Look
from garfio.ui.selection import Selection

_PREVIEW_BYTES = 256 * 1024
_ANYWHERE = "http://127.0.0.1:8800"


class ExportCommands:
    """Export and import."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        selection: Selection,
        listed: Callable[[], Sequence[CaptureId] | None],
        run_slow: RunSlow,
        look: Look,
        say: Callable[[str], None],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._selection = selection
        self._listed = listed
        self._run_slow = run_slow
        self._look = look
        self._say = say
        self._dialog: export_dialog.ExportDialog | None = None

    async def open(self) -> None:
        """Ask what to export, and do it."""
        everything = (await self._workspace.counts()).captured
        listed = self._listed()
        counts = {export_dialog.SELECTED: self._selection.count, export_dialog.EVERYTHING: everything}
        if listed is not None:
            counts = {
                export_dialog.SELECTED: self._selection.count,
                export_dialog.LISTED: len(listed),
                export_dialog.EVERYTHING: everything,
            }
        if not any(counts.values()):
            return
        patterns = self._workspace.settings.redaction_patterns
        dialog = export_dialog.ExportDialog(counts, patterns, self._look, self._window)
        dialog.preview_wanted.connect(lambda: self._tasks.spawn(self._preview(dialog), name="export.preview"))
        dialog.file_wanted.connect(lambda: self._tasks.spawn(self._write(dialog), name="export.write"))
        self._tasks.spawn(self._preview(dialog), name="export.preview")
        self._dialog = dialog
        try:
            await dialogs.finished(dialog)
        finally:
            self._dialog = None

    async def take_in(self, files: Iterable[Path] = ()) -> None:
        """Read files of requests into the list; asks which when none are given."""
        paths = list(files)
        if not paths:
            translate = QCoreApplication.translate
            known = translate("commands", "Requests") + f" ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
            paths = await dialogs.open_files(self._window, translate("commands", "Import"), f"{known};;* (*)")
        if paths:
            imported = len(await self._workspace.import_files(paths))
            self._say(QCoreApplication.translate("commands", "%n imported", "", imported))

    async def _ids(self, extent: str) -> list[CaptureId]:
        """The captures of an extent, oldest first."""
        if extent == export_dialog.SELECTED:
            return self._selection.ids()[::-1]
        listed = self._listed() if extent == export_dialog.LISTED else None
        return (await self._workspace.ids() if listed is None else list(listed))[::-1]

    async def _preview(self, dialog: export_dialog.ExportDialog) -> None:
        wanted = (dialog.extent, dialog.format_name, dialog.rules())
        for capture_id in (await self._ids(wanted[0]))[:20]:
            try:
                capture = await self._workspace.capture(capture_id, _PREVIEW_BYTES)
            except AppError:
                continue
            if capture.summary.refusal:
                continue
            request = capture.request
            context = Context.of_summary(capture.summary, self._base_url())
            message = (request.head, request.body, request.framing)
            try:
                shown = await self._run_slow(preview_export, wanted[1], *message, context, wanted[2])
            except AppError as error:
                dialog.show_error(error)
                return
            if self._dialog is dialog and wanted == (dialog.extent, dialog.format_name, _rules_of(dialog)):
                dialog.show_preview(shown)
            return

    async def _write(self, dialog: export_dialog.ExportDialog) -> None:
        translate = QCoreApplication.translate
        entry = registry.FORMATS[dialog.format_name]
        path = await dialogs.save_file(dialog, translate("commands", "Export"), f"webhooks{entry.suffix}")
        if path is None:
            return
        await self._workspace.change_settings(redaction_patterns="\n".join(dialog.own_patterns()))
        export = Export(await self._ids(dialog.extent), entry.name, path, self._base_url(), dialog.rules())
        dialog.follow(export)
        try:
            whole = await self._workspace.exports.write(export)
        except AppError as error:
            dialog.unfollow()
            dialog.show_error(error)
            return
        dialog.unfollow()
        if whole:
            dialog.accept()
            written, hidden = export.written, export.hidden
            told = translate("commands", "%n exported", "", written)
            if export.rules is not None:
                told += " · " + translate("commands", "%n value(s) taken out", "", hidden)
            self._say(told)

    def _base_url(self) -> str:
        return self._workspace.listener.url or _ANYWHERE


def _rules_of(dialog: export_dialog.ExportDialog) -> object:
    try:
        return dialog.rules()
    except ValueError:
        return "not a rule"
