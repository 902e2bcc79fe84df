"""The user's own list of what is expected to differ counts at once, and is kept."""

from __future__ import annotations

import pytest

from garfio.ui.compare.own_names import OwnNamesDialog, names_of
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request


async def test_a_list_is_kept(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The fields that were named do not count any more, and the settings have them."""
    workspace.receive(make_request(b'{"n":1,"m":1}', target="/a"))
    workspace.receive(make_request(b'{"n":2,"m":2}', target="/a"))
    user = await open_window(workspace)
    await user.choose(2)
    await user.run("detail.compare")
    pane = user.window.inspector.compare
    assert "2 differences" in pane.summary.text()
    pane.own_names.click()
    dialog = await user.dialog(OwnNamesDialog)
    dialog.field.setPlainText("\n body.n \nn\n")
    dialog.accept()
    await user.settled()
    assert workspace.settings.expected_names == "n"
    assert "1 difference" in pane.summary.text()
    assert "1 expected" in pane.summary.text()
    assert "1" in pane.own_names.text()


@pytest.mark.parametrize(
    ("text", "names"),
    [("", ()), ("a\n\n b.c \na", ("a", "b.c")), ("body.x.*\n.y", ("x.*", "y")), ("body", ("body",))],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert names_of(text) == names
