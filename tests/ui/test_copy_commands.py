"""Tests of files: saving bodies, exporting and importing raw messages, and the names that are proposed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from garfio.ui import dialogs
from garfio.ui.copy_commands import body_file_name, http_file_name
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

NAMES = [
    ("/stripe", "application/json", "1-stripe.json"),
    ("/stripe?x=1", "application/json; charset=utf-8", "1-stripe.json"),
    ("/../../etc/passwd", "text/plain", "1-passwd.txt"),
    ("/a/..", "application/vnd.api+json", "1.json"),
    ("/", "application/octet-stream", "1.bin"),
    ("/%2e%2e%2fx", "", "1-2e-2e-2fx.bin"),
    ("/.hidden", "text/html", "1-hidden.html"),
    ("/" + "x" * 300, "", "1-" + "x" * 40 + ".bin"),
]


@pytest.mark.parametrize(("target", "content_type", "name"), NAMES)
async def test_proposed_names_are_safe(
    workspace: MemoryWorkspace, target: str, content_type: str, name: str
) -> None:
    """A name never leaves the folder, whatever the sender put into the path."""
    number = workspace.receive(make_request(target=target, content_type=content_type))
    assert body_file_name(await workspace.capture(number)) == name
    assert "/" not in http_file_name(await workspace.capture(number))


async def test_a_saved_body_has_its_bytes(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Save body writes exactly what was on the wire."""
    path = tmp_path / "body.bin"
    monkeypatch.setattr(dialogs, "save_file", lambda *_: _answer(path))
    number = workspace.receive(make_request(b"\x1f\x8b\x00\xff", content_type="application/gzip"))
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("capture.save_body")
    assert path.read_bytes() == b"\x1f\x8b\x00\xff"


async def test_a_file_that_cannot_be_written_is_told(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file and the reason."""
    monkeypatch.setattr(dialogs, "save_file", lambda *_: _answer(tmp_path / "no" / "body.bin"))
    number = workspace.receive()
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("capture.save_body")
    assert "body.bin" in user.window.bars.message("error").headline


async def test_exported_messages_can_be_imported(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several rows become one file, oldest first; reading it gives the same requests in the same order."""
    requests = [make_request(f'{{"n":{n}}}'.encode()) for n in range(3)]
    for request in requests:
        workspace.receive(request)
    path = tmp_path / "webhooks.http"
    monkeypatch.setattr(dialogs, "save_file", lambda *_: _answer(path))
    user = await open_window(workspace)
    user.window.table.view.selectAll()
    await user.run("export.http")
    assert path.read_bytes() == b"".join(request.to_bytes() for request in requests)
    monkeypatch.setattr(dialogs, "open_files", lambda *_: _answer([path]))
    await user.run("import.files")
    assert [capture.request for capture in list(workspace._captures.values())[3:]] == requests


async def test_a_file_that_is_no_message_is_told(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is no HTTP request is named, with the reason."""
    path = tmp_path / "notes.txt"
    path.write_text("hello")
    monkeypatch.setattr(dialogs, "open_files", lambda *_: _answer([path]))
    user = await open_window(workspace)
    await user.run("import.files")
    assert "notes.txt" in user.window.bars.message("error").headline


async def test_the_file_dialog_is_awaited(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path
) -> None:
    """Dismissing the dialog writes nothing and raises nothing."""
    number = workspace.receive()
    user = await open_window(workspace)
    await user.choose(number)
    user.window.actions_.run("capture.save_body")
    dialog = await user.dialog(QFileDialog)
    dialog.reject()
    await user.settled()
    assert user.window.bars.message("error") is None


async def _answer(value: object) -> object:
    return value
