"""The way into a wrapped body: opened by itself, left with one click, copied and saved exactly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from garfio.core.contentview.view import Meta
from garfio.core.envelope.registry import follow
from garfio.core.envelope.value import Sealed
from garfio.ui import dialogs
from garfio.ui.copy_commands import part_file_name
from garfio.ui.inspector.crumbs import CrumbBar
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

PUSH = '{"ref": "refs/heads/main",  "pusher": {}, "repository": {}}'
SNS = json.dumps({"Type": "Notification", "TopicArn": "arn:aws:sns:x", "Message": PUSH}).encode()


async def test_an_envelope_is_opened_and_the_whole_is_one_click_away(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """A push came through SNS; it is shown, copied exactly, and the whole body stays chosen for the next one."""
    workspace.receive(make_request(SNS, content_type="text/plain"))
    workspace.receive(make_request(SNS + b"\n", content_type="text/plain"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body.crumbs.texts() == ["SNS", "Message › GitHub push"]
    assert body.view.text.startswith('{\n  "ref": "refs/heads/main"')
    body.crumbs.copy_button.click()
    assert QGuiApplication.clipboard().text() == PUSH
    whole = next(step for step in body.crumbs._steps if step.accessibleName() == "SNS")
    whole.click()
    await user.settled()
    assert "TopicArn" in body.view.text
    await user.choose(2)
    assert "TopicArn" in body.view.text
    body.crumbs.path_chosen.emit((0,))
    await user.settled()
    assert "TopicArn" not in body.view.text


async def test_a_part_is_saved_under_a_safe_name(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second part of a form was opened and saved; the file has its bytes, the name has no folder."""
    asked: list[str] = []

    async def answer(_window: object, _title: str, name: str, *_: str) -> Path:
        asked.append(name)
        return tmp_path / "part"

    monkeypatch.setattr(dialogs, "save_file", answer)
    content = (
        b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B\r\nContent-Disposition: form-data;'
        b' name="f"; filename="../../x.csv"\r\nContent-Type: text/csv\r\n\r\na,b\r\n1,\xff\r\n--B--\r\n'
    )
    workspace.receive(make_request(content, content_type="multipart/form-data; boundary=B"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body.crumbs.texts() == ["Body", "2 inside ▾"]
    body.crumbs.path_chosen.emit((1,))
    await user.settled()
    body.crumbs.save_button.click()
    await user.settled()
    assert (tmp_path / "part").read_bytes() == b"a,b\r\n1,\xff"
    assert asked == ["x.csv"]


async def test_a_large_envelope_is_opened_too(workspace: MemoryWorkspace, open_window: Open) -> None:
    """An envelope too large to be opened at once came, then a plain body; each is shown whole in its turn."""
    event = json.dumps({"type": "big", "text": "x" * 20_000})
    workspace.receive(make_request(b'{"source":"s","detail-type":"d","detail":' + event.encode() + b"}"))
    workspace.receive(make_request(b'{"a": 1}'))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body.crumbs.texts() == ["EventBridge", "detail › big"]
    assert body.view.text.startswith('{\n  "type": "big"')
    await user.choose(2)
    assert body.crumbs.isHidden()
    assert body.view.text == '{\n  "a": 1\n}'


async def test_an_envelope_over_a_megabyte_needs_no_click(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """An envelope of which only the beginning is read at first: it is opened all the same, its inside is whole."""
    event = json.dumps({"type": "big", "text": "x" * 1_500_000, "end": 1})
    sent = b'{"source":"s","detail-type":"d","detail":' + event.encode() + b"}"
    workspace.receive(make_request(sent))
    workspace.receive(make_request(sent[:-1]))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body.crumbs.texts() == ["EventBridge", "detail › big"]
    assert body.view.text.endswith('"end": 1\n}')
    assert body._cut_row.isHidden()
    assert not user.window.inspector.raw._cut_row.isHidden()
    await user.choose(2)
    assert body.crumbs.isHidden()
    assert body.view.text.startswith("{")
    assert not body._cut_row.isHidden()


def test_any_of_a_batch_can_be_chosen(look: Look, qtbot: QtBot) -> None:
    """A batch came; its events are in the menu of the step, and a long caption does not stretch the bar."""
    bar = CrumbBar(look)
    qtbot.addWidget(bar)
    one = '{"specversion":"1.0","type":"%s","source":"/s","data":{"n":1}}'
    batch = f"[{one % 'a&b'},{one % ('t' * 300)}]".encode()
    bar.show_trail(follow(Sealed(batch, Meta("application/json"))))
    step = next(step for step in bar._steps if step.accessibleName().startswith("[0]"))
    step.menu().aboutToShow.emit()
    assert next(action.text().partition(" —")[0] for action in step.menu().actions()) == "[0] a&&b"
    with qtbot.waitSignal(bar.path_chosen) as chosen:
        step.menu().actions()[1].trigger()
    assert chosen.args == [(1,)]
    bar.show_trail(follow(Sealed(batch), (1,)))
    assert all(len(text) <= 44 for text in bar.texts())


@pytest.mark.parametrize(
    ("content", "name", "safe"),
    [(b"x", "..\\..\\a b.png", "a-b.png"), (b"{}", "", "part.json"), (b"x", "/..", "part.bin")],
)
def test_a_name_from_a_sender_never_leaves_the_folder(content: bytes, name: str, safe: str) -> None:
    """A part's file name is only a proposal."""
    assert part_file_name(content, name) == safe
