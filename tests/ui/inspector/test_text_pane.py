"""A large body: its first screen is there at once, and the place that the user has scrolled to stays."""

from __future__ import annotations

import asyncio
import json

from pytestqt.qtbot import QtBot

from garfio.core.contentview.view import Meta
from garfio.core.headers import Headers
from garfio.engine.tasks import Tasks
from garfio.ui.inspector.body_pane import BodyPane
from garfio.ui.inspector.rendering import HEX, PRETTY, TREE
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
