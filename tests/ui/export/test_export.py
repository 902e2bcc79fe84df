"""Export shows what leaves before it leaves; files are taken in by menu and by dropping."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from garfio.core.capture import CaptureId
from garfio.core.export.registry import FORMATS
from garfio.core.importing.registry import read_any
from garfio.ui import dialogs
from garfio.ui.export.dialog import ExportDialog
from garfio.ui.export.format_text import FILE_FORMATS, format_name, format_told
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

BODY = b'{"token":"abcdefgh","n":1}'


def test_every_format_has_a_name_and_a_place() -> None:
    """The dialog offers all formats that there are, each with words."""
    assert set(FILE_FORMATS) == set(FORMATS)
    assert all(format_name(name) and format_told(name) for name in FILE_FORMATS)


async def open_dialog(user: Drive) -> ExportDialog:
    user.window.actions_.run("export.open")
    dialog: ExportDialog = await user.dialog(ExportDialog)
    await wait_until(lambda: dialog.view.text)
    return dialog


@pytest.fixture
def saving_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that every save dialog answers."""
    file = tmp_path / "out"

    async def save_file(*_: object) -> Path:
        await asyncio.sleep(0)
        return file

    monkeypatch.setattr(dialogs, "save_file", save_file)
    return file


async def test_secrets_are_shown_as_they_will_be(
    workspace: MemoryWorkspace, open_window: Open, saving_to: Path
) -> None:
    """The preview shows what is taken out and how much; the file is what the preview was."""
    workspace.receive(make_request(BODY, headers=[("Authorization", "Bearer s3cret")]))
    user = await open_window(workspace)
    await user.choose(1)
    dialog = await open_dialog(user)
    assert "s3cret" not in dialog.view.text
    assert "Exact but for what is taken out" in dialog._told.text()
    assert "2 values taken out" in dialog._hidden.text()
    shown = dialog.view.text
    dialog.file_wanted.emit()
    await user.settled()
    assert saving_to.read_bytes().decode() == shown
    assert "2 values taken out" in user.window.status._said.text()


async def test_without_redaction_it_warns(
    workspace: MemoryWorkspace, open_window: Open, saving_to: Path
) -> None:
    """Redaction was switched off: the preview has the secret, a sentence warns, the file is exact."""
    number = workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(number)
    dialog = await open_dialog(user)
    dialog.redacts.setChecked(False)
    await wait_until(lambda: "abcdefgh" in dialog.view.text)
    assert "can read its secrets" in dialog._hidden.text()
    assert dialog._told.text().startswith("Exact: every byte")
    dialog.file_wanted.emit()
    await user.settled()
    capture = await workspace.capture(number)
    assert saving_to.read_bytes() == capture.request.to_bytes()
    await user.settled()


async def test_extents_formats_and_patterns(
    workspace: MemoryWorkspace, open_window: Open, saving_to: Path
) -> None:
    """All of a search in another format with a pattern of one's own; what cannot be is said at once."""
    for target in ("/a", "/b", "/a"):
        workspace.receive(make_request(b'{"id":"ORD-77"}', target=target))
    user = await open_window(workspace)
    await user.search("path:/a")
    dialog = await open_dialog(user)
    dialog.choose("listed")
    dialog.choose_format("body")
    assert "holds one webhook" in dialog._wrong.text()
    dialog.choose_format("ndjson")
    dialog.patterns.setPlainText("ORD-(")
    assert "not a regular expression" in dialog._wrong.text()
    dialog.patterns.setPlainText(r"ORD-\d+")
    assert not dialog._wrong.text()
    dialog.patterns.setPlainText("(a+)+$")
    assert "search for ever" in dialog._wrong.text()
    dialog.patterns.setPlainText("ORD-\\d+\n\n evt_1")
    assert dialog.own_patterns() == ["ORD-\\d+", "evt_1"]
    dialog.file_wanted.emit()
    await user.settled()
    assert workspace.settings.redaction_patterns == "ORD-\\d+\nevt_1"
    lines = saving_to.read_text().splitlines()
    assert len(lines) == 2
    assert "T1JELT" not in lines[0]  # "ORD-" in Base64
    await user.settled()


async def test_rows_become_files(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Each webhook is a file with its exact bytes, offered under its name; many are one; all go with the window."""
    for number in range(25):
        workspace.receive(make_request(b'{"n":%d}' % number, target="/shop/orders"))
    user = await open_window(workspace)
    drags, view = user.window.drags, user.window.table.view
    first, second = await drags.prepare([CaptureId(1), CaptureId(2)])
    assert (first.name, second.name) == ("1-orders.http", "2-orders.http")
    assert first.read_bytes() == (await workspace.capture(CaptureId(1))).request.to_bytes()
    model = user.window.table.model
    model.carried = [first]
    assert model.mimeData([]).urls() == [QUrl.fromLocalFile(str(first))]
    (many,) = await drags.prepare([CaptureId(number) for number in range(1, 26)])
    assert len(read_any(many.read_bytes(), 0).arrivals) == 25
    view.selectAll()
    view.startDrag(Qt.DropAction.CopyAction)  # no button is held: the files are made, and nothing is dragged
    await user.settled()
    drags.close()
    assert not first.exists()


async def test_a_dropped_file_is_imported(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path
) -> None:
    """A file with a cURL command was dropped onto the window; its request is in the list."""
    file = tmp_path / "command.sh"
    file.write_text("curl -d a=1 http://x.example/dropped")
    user = await open_window(workspace)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert user.window.drops.eventFilter(user.window, event)
    await wait_until(lambda: user.rows() == [1])
    await user.settled()
    assert (await workspace.capture(1)).request.target == b"/dropped"
