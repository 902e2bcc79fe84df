"""The search box completes, marks mistakes where they are, remembers, and explains."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from garfio.ui.no_rows import NoRows
from garfio.ui.search.help import QueryHelp
from garfio.ui.search.terms import pieces
from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request


def test_terms_and_keywords_have_their_places() -> None:
    """A query was typed; complete terms of known fields and keywords stand out, words do not."""
    text = 'word -path:"/a b" OR (size>1kb body.x[0]:1) nofield:x is:'
    assert [(text[p.start : p.start + p.length], p.kind) for p in pieces(text)] == [
        ('-path:"/a b"', "term"),
        ("OR", "keyword"),
        ("size>1kb", "term"),
        ("body.x[0]:1", "term"),
    ]


async def test_completing_fields_and_values(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """`pa` was typed: the field is on offer, then the paths that occur; Tab and Enter take them."""
    workspace.receive(make_request(target="/shop"))
    user = await open_window(workspace)
    box = user.window.address.search
    box.setFocus()
    await user.settled()
    qtbot.keyClicks(box, "pat")
    assert [offer.text for offer in box.offers.offers()] == ["path:"]
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "path:"
    assert [offer.text for offer in box.offers.offers()] == ["/shop"]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "path:/shop"
    assert not box.offers.offers()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    await user.settled()
    assert user.rows() == [1]


async def test_a_suggestion_can_be_clicked(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A field was misspelt; the bubble offers the right one, and a click runs the mended query."""
    workspace.receive(make_request(target="/shop"))
    user = await open_window(workspace)
    box = user.window.address.search
    await user.search("pth:/shop")
    assert "at character 1" in box.error_shown()
    assert box.bubble.suggestion.text() == "Use path:"
    box.bubble.suggestion.click()
    await user.settled()
    assert box.text() == "path:/shop"
    assert box.error_shown() == ""
    assert user.rows() == [1]


async def test_a_value_that_is_not_typed_yet_is_no_mistake(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """`schema:` was typed and values are on offer: nothing is wrong until Enter says that it is all."""
    user = await open_window(workspace)
    box = user.window.address.search
    box.setFocus()
    await user.settled()
    failed: list[object] = []
    user.window.table.feed.query_failed.connect(failed.append)
    qtbot.keyClicks(box, "schema:")
    await wait_until(lambda: bool(failed))
    assert [offer.text for offer in box.offers.offers()] == ["holds", "fails", "unchecked"]
    assert box.error_shown() == ""
    qtbot.keyClick(box, Qt.Key.Key_Return)
    await wait_until(lambda: "missing" in box.error_shown())


async def test_earlier_queries_are_offered(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """A query was run with Enter; in the empty box it is the first on offer."""
    user = await open_window(workspace)
    box = user.window.address.search
    await user.search("is:unread")
    box.setFocus()
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert box.offers.offers()[0].query == "is:unread"
    assert box.offers.offers()[1].text == "provider:"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    await user.settled()


async def test_help_gives_examples(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Help was asked for and an example clicked; it is in the box."""
    user = await open_window(workspace)
    await user.run("search.help")
    page = user.window.findChild(QueryHelp)
    page._choose("size>10kb")
    assert user.window.address.search.text() == "size>10kb"
    user.window.address.search.show_query("")
    await user.settled()


async def test_a_long_search_comes_in_parts(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A word was searched in many captures: results came with progress, all of them, in order."""
    for number in range(20):
        workspace.receive(make_request(target="/shop" if number % 2 else "/other"))
    user = await open_window(workspace)
    told: list[tuple[float, int]] = []
    user.window.table.feed.scanned.connect(lambda part, found: told.append((part, found)))
    await user.search("shop")
    assert user.rows() == list(range(20, 0, -2))
    assert told[-1] == (1.0, 10)
    assert 0 < told[0][0] < 1
    assert [found for _, found in told] == sorted(found for _, found in told)
    assert user.window.table.progress.isHidden()


async def test_the_next_key_ends_a_long_search(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A key was typed while a search ran; it stopped, and what it had found stays."""
    for _ in range(40):
        workspace.receive(make_request(target="/shop"))
    user = await open_window(workspace)
    table = user.window.table
    table.search("shop")
    await wait_until(lambda: table.feed.query == "shop" and table.model.rowCount())
    assert table.progress.text().startswith("Searching")
    user.window.address.search.typed.emit()
    await user.settled()
    assert 0 < table.model.rowCount() < 40
    assert table.progress.isHidden()


async def test_nothing_found_yet_is_not_nothing(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A search for what is nowhere was begun, stopped, and begun again: each time it is said how far that goes."""
    for _ in range(40):
        workspace.receive(make_request(target="/shop"))
    user = await open_window(workspace)
    table = user.window.table
    titles = table.findChildren(NoRows)
    table.search("nowhere")
    await wait_until(lambda: table.feed.query == "nowhere" and titles[0].title.text() == "Nothing found yet")
    table.feed.stop_scan()
    assert titles[0].title.text() == "Nothing found so far"
    await user.search("nowhere")
    assert titles[0].title.text() == "No webhook matches"
