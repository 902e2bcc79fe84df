"""The Compare tab takes the previous webhook of the same kind, or the other one that is selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel

from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request


async def test_with_the_previous_one(workspace: MemoryWorkspace, open_window: Open) -> None:
    """One key compares with the capture before of the same path; the first of its kind has none."""
    workspace.receive(make_request(b'{"n":1}', target="/a"))
    workspace.receive(make_request(b'{"n":7}', target="/b"))
    workspace.receive(make_request(b'{"n":2}', target="/a"))
    user = await open_window(workspace)
    await user.choose(3)
    await user.run("detail.compare")
    pane = user.window.inspector.compare
    assert "- n: 1\n+ n: 2" in pane.view.text
    assert "1 difference" in pane.summary.text()
    await user.choose(2)
    assert "no earlier webhook" in pane.words()
    assert pane.tools.height() == pane.tools.sizeHint().height()


async def test_the_two_that_are_selected(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Two captures were selected; they are compared, the older one first, and as text too."""
    workspace.receive(make_request(b'{"n":1}', target="/a"))
    workspace.receive(make_request(b'{"n":7}', target="/b"))
    workspace.receive(make_request(b'{"n":2}', target="/a"))
    user = await open_window(workspace)
    await user.choose(2)
    view = user.window.table.view
    index = user.window.table.model.index(2, 0)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(index, flags.Select | flags.Rows)
    await user.run("detail.compare")
    pane = user.window.inspector.compare
    assert "- n: 1\n+ n: 7" in pane.view.text
    assert pane.summary.text().startswith("− #1")
    pane.set_mode("lines")
    await user.settled()
    assert '-   "n": 1' in pane.view.text


async def test_what_is_expected_can_be_switched(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Times were expected to differ, then not; the summary counts them then."""
    workspace.receive(make_request(b'{"created":1700000000}'))
    workspace.receive(make_request(b'{"created":1700000009}'))
    user = await open_window(workspace)
    await user.choose(2)
    await user.run("detail.compare")
    pane = user.window.inspector.compare
    assert "0 differences · 1 expected" in pane.summary.text()
    pane.toggle("times", False)
    await user.settled()
    assert "1 difference" in pane.summary.text()
    assert "expected" not in pane.summary.text()


async def test_nothing_is_cut_or_covered_in_a_small_detail(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The window became small, with the detail below the list, then wider with the detail beside it; the choices
    went from one row to two, and nothing was squeezed.
    """
    workspace.receive(make_request(b'{"n":1}'))
    workspace.receive(make_request(b'{"n":2}'))
    user = await open_window(workspace)
    await user.choose(2)
    await user.run("detail.compare")
    pane = user.window.inspector.compare
    heights = []
    for width, height in ((900, 560), (1100, 560)):
        user.window.resize(width, height)
        await user.settled()
        await wait_until(
            lambda: pane.tools.size().expandedTo(pane.tools.minimumSizeHint()) == pane.tools.size()
        )
        heights.append(pane.tools.height())
    assert heights[0] < heights[1]
