"""A large body: its first screen is there at once, and the place that the user has scrolled to stays."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from garfio.core.contentview.view import Meta
from garfio.core.headers import Headers
from garfio.engine.slow import SlowWork
from garfio.engine.tasks import Tasks
from garfio.ui.inspector.body_pane import BodyPane
from garfio.ui.inspector.rendering import HEX, PRETTY, TREE, render_body
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

META = Meta("application/json")
BODY = json.dumps([{"number": number} for number in range(5_000)]).encode()


class Gate:
    """Slow work that waits until it is let through."""

    def __init__(self) -> None:
        self.open = asyncio.Event()

    async def run(self, function, *args):
        await self.open.wait()
        return function(*args)


async def test_the_first_screen_does_not_wait(look: Look, qtbot: QtBot) -> None:
    """A large body came: its beginning is shown while the rest is prepared, and the scrolled place is kept."""
    gate, tasks = Gate(), Tasks()
    pane = BodyPane({PRETTY: "Pretty", TREE: "Tree", HEX: "Hex"}, tasks, gate.run, look)
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    pane.show()
    pane.show_body(BODY, META, Headers())
    assert pane.is_busy
    assert pane.view.text.startswith('[\n  {\n    "number": 0\n  },')
    assert pane._notes.text() == ""
    pane.view.verticalScrollBar().setValue(40)
    gate.open.set()
    while pane.is_busy:
        await asyncio.sleep(0)
    assert '"number": 4999' in pane.view.text
    assert pane.view.verticalScrollBar().value() == 40
    pane.show_body(b"[]", META, Headers())
    assert pane.view.text == "[]"
    await tasks.close()


@pytest.fixture
def slow() -> Iterator[SlowWork]:
    """The real process for slow work."""
    work = SlowWork()
    yield work
    work.close()


async def _wait(pane: BodyPane) -> None:
    async with asyncio.timeout(90):
        while pane.is_busy:
            await asyncio.sleep(0.01)


async def test_a_body_whose_preparation_dies_is_shown_as_it_was_sent(
    look: Look, qtbot: QtBot, slow: SlowWork
) -> None:
    """The process was killed twice: the bytes are there with a sentence, and choosing the view again tries again."""
    tasks, deadly = Tasks(), True

    async def run(function, *args):
        return await slow.run_apart(os._exit, 1) if deadly else await slow.run_apart(function, *args)

    pane = BodyPane({PRETTY: "Pretty", TREE: "Tree", HEX: "Hex"}, tasks, run, look)
    qtbot.addWidget(pane)
    pane.show()
    for mode in (PRETTY, TREE, HEX):
        pane.set_mode(mode)
        pane.show_body(BODY, META, Headers())
        await _wait(pane)
        assert pane.view.text == BODY.decode()
        assert pane.view.isVisible()
        assert "could not be prepared" in pane._notes.text()
        assert "Preparing" not in pane.facts.text()
    pane.show_body(b"\xff" * 200_000, META, Headers())
    await _wait(pane)
    assert pane.view.text.startswith("00000000  ff ff")
    pane.set_mode(PRETTY)
    deadly = False
    pane.show_body(BODY, META, Headers())
    await _wait(pane)
    assert pane._notes.text() == ""
    deadly = True
    pane.show_body(BODY, META, Headers())
    await _wait(pane)
    deadly = False
    pane.set_mode(PRETTY)
    await _wait(pane)
    assert pane._notes.text() == ""
    assert '"number": 4999' in pane.view.text
    await tasks.close()


async def test_a_wrapped_body_that_cannot_be_opened_is_shown_whole(
    look: Look, qtbot: QtBot, slow: SlowWork
) -> None:
    """Whoever looks for what is inside died: the body itself is shown."""
    tasks = Tasks()
    pane = BodyPane({PRETTY: "Pretty"}, tasks, lambda *_: slow.run_apart(os._exit, 1), look)
    qtbot.addWidget(pane)
    pane.show()
    body = json.dumps({"Type": "Notification", "TopicArn": "arn:aws:sns:x", "Message": "m" * 20_000}).encode()
    pane.show_body(body, META, Headers())
    await _wait(pane)
    assert pane.view.text == body.decode()
    assert not pane.crumbs.isVisible()
    await tasks.close()


@pytest.mark.expect_log("Task detail.render failed")
async def test_a_bug_in_the_preparation_is_reported_and_the_bytes_are_shown(look: Look, qtbot: QtBot) -> None:
    """The preparation raised what it never should: a report goes out, and the pane is not left waiting."""
    bugs: list[BaseException] = []
    tasks = Tasks(bugs.append)

    async def run(_function, *_args):
        await asyncio.sleep(0)
        raise ZeroDivisionError

    pane = BodyPane({PRETTY: "Pretty", TREE: "Tree"}, tasks, run, look)
    qtbot.addWidget(pane)
    pane.show()
    pane.set_mode(TREE)
    pane.show_bytes(len(BODY), render_body, BODY, META)
    while not bugs:
        await asyncio.sleep(0)
    assert not pane.is_busy
    assert pane.view.text == BODY.decode()
    assert "ZeroDivisionError" in pane._notes.text()


async def test_a_beginning_never_outlives_its_body(look: Look, qtbot: QtBot) -> None:
    """Another body came while the first was still prepared: what is shown is the other one's."""
    gate, tasks = Gate(), Tasks()
    pane = BodyPane({PRETTY: "Pretty", TREE: "Tree", HEX: "Hex"}, tasks, gate.run, look)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_body(BODY, META, Headers())
    pane.show_body(b'{"b": 1}', META, Headers())
    gate.open.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert pane.view.text == '{\n  "b": 1\n}'
    await tasks.close()


async def test_what_is_large_waits_until_it_is_looked_at(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """A large webhook was chosen: its raw message is prepared when its tab is opened, and goes when none is chosen."""
    workspace.receive(make_request(BODY))
    user = await open_window(workspace)
    await user.choose(1)
    inspector = user.window.inspector
    assert inspector.body.view.text.startswith("[\n")
    assert inspector.raw.view.text == ""
    inspector.show_tab("raw")
    await user.settled()
    assert inspector.raw.view.text.startswith("POST")
    user.window.selection.set_current(None)
    await user.settled()
    assert inspector.raw.view.text == inspector.body.view.text == ""
