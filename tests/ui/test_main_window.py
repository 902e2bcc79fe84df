"""Stories at the real window over a workspace in memory: one user story a test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.engine.workspace import Trouble
from garfio.ui.capture_table.column import Column
from garfio.ui.export.code_actions import CODE_MENU
from garfio.ui.look import Look
from garfio.ui.palette import KeyMap, Palette
from garfio.ui.port_popover import PortPopover
from garfio.ui.settings.dialog import SettingsDialog
from garfio.ui.window_state import WindowState, state_path
from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

MARKUP = "<img src='file:///etc/passwd'><b>bold</b>"


def texts_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


async def test_the_first_webhook_replaces_the_help(workspace: MemoryWorkspace, open_window: Open) -> None:
    """An empty list helps; "send yourself a sample" brings a real row in its place."""
    user = await open_window(workspace)
    window = user.window
    assert window.first_run.isVisible()
    assert "http://127.0.0.1:8800" in texts_of(window.first_run)
    assert "curl http://127.0.0.1:8800/hello -d hello=world" in texts_of(window.first_run)
    window.first_run.sample.click()
    await wait_until(lambda: user.rows() == [1])
    await user.settled()
    assert not window.first_run.isVisible()
    assert user.cell(0, Column.PATH) == "/sample"


async def test_choosing_a_row_shows_what_happened(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The detail says it in words, shows the body laid out, and takes the unread dot away."""
    body = b'{"id": 820982911946154508, "total":1.10,"id":2}'
    number = workspace.receive(make_request(body, target="/shopify"))
    user = await open_window(workspace)
    await user.choose(number)
    detail = user.window.inspector
    assert "POST /shopify" in texts_of(detail.title)
    assert "47 B · answered 200 in 3 ms" in detail.title.line()
    shown = detail.body.view.text
    assert shown.split() == ["{", '"id":', "820982911946154508,", '"total":', "1.10,", '"id":', "2", "}"]
    assert detail.body.facts.text() == "JSON · UTF-8 · 5 lines"
    await wait_until(lambda: not user.window.table.model.summary(number).unread)


async def test_the_tabs_show_the_bytes(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Headers keep order, case and repeats; Raw is the message as it arrived."""
    request = make_request(b'{"a":1}', headers=[("X-Dup", "1"), ("x-dup", "2")])
    number = workspace.receive(request)
    user = await open_window(workspace)
    await user.choose(number)
    detail = user.window.inspector
    assert detail.headers.model.as_text().split("\n")[1:3] == ["X-Dup: 1", "x-dup: 2"]
    assert detail.tabs.tabText(1) == "Headers 5"
    await user.run("detail.raw")
    assert detail.raw.view.text.encode() == request.to_bytes()
    detail.headers.filter.setText("DUP")
    assert detail.headers.model.rowCount() == 2


async def test_raw_keeps_bytes_that_are_no_text(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Bytes that are not UTF-8 keep their place in the raw text."""
    request = make_request(b"\xff\xfe{\x80}", headers=[("X-Name", "Núria")])
    number = workspace.receive(request)
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("detail.raw")
    assert user.window.inspector.raw.view.text.encode("utf-8", "surrogateescape") == request.to_bytes()


async def test_hex_and_raw_of_a_binary_body(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body that is not text is shown as hexadecimal, also as Raw."""
    number = workspace.receive(make_request(b"\x00\x01\xff\xfe" * 4, content_type="application/octet-stream"))
    user = await open_window(workspace)
    await user.choose(number)
    body = user.window.inspector.body
    body.set_mode("raw")
    assert body.view.text.startswith("00000000  00 01 ff fe")
    body.set_mode("hex")
    assert body.view.text.startswith("00000000  00 01 ff fe")


async def test_a_large_body_is_cut_until_asked_for(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Of three megabytes the first is shown, with the real size; "Show all" brings the rest."""
    body = json.dumps(["x" * 100] * 30_000).encode()
    number = workspace.receive(make_request(body))
    user = await open_window(workspace)
    await user.choose(number)
    detail = user.window.inspector
    assert len(detail.capture.request.body) == 1024 * 1024
    assert any("3.1 MB" in text for text in texts_of(detail.body))
    detail.body.findChild(QPushButton, "show-all").click()
    await wait_until(lambda: len(detail.capture.request.body) == len(body))
    await user.settled()
    assert not any("are shown" in text for text in texts_of(detail.body))


async def test_a_refused_message_says_why(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A refused row opens on Raw, with the reason and what to do; request actions are off."""
    number = workspace.receive(Request(b"\x16\x03\x01", b""), refusal="tls", reply_status=400, size=3)
    user = await open_window(workspace)
    assert user.cell(0, Column.PATH).startswith("⊘ HTTPS")
    await user.choose(number)
    detail = user.window.inspector
    assert detail.tab == "raw"
    assert any("http://" in text for text in texts_of(detail.bars))
    assert not any("are shown" in text for text in texts_of(detail.raw)), "all of it is there"
    assert not user.window.actions_["capture.copy_curl"].isEnabled()
    assert user.window.actions_["capture.copy_raw"].isEnabled()


async def test_an_incomplete_body_says_so(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body that broke off is shown with a bar that says it was not acknowledged."""
    number = workspace.receive(make_request(b'{"half":'), complete=False, reply_status=0, reply_us=None)
    user = await open_window(workspace)
    await user.choose(number)
    assert any("never acknowledged" in text for text in texts_of(user.window.inspector.bars))
    assert "not answered" in user.window.inspector.title.line()
    assert user.cell(0, Column.REPLY) == "none"


async def test_the_list_follows_only_at_the_top(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Scrolled away, no row moves and the pill counts; a click on it brings the news and follows again."""
    for _ in range(100):
        workspace._store(make_request())
    user = await open_window(workspace)
    table = user.window.table
    table.view.verticalScrollBar().setValue(300)
    top = table.view.rowAt(5)
    at_top = user.rows()[top]
    for _ in range(12):
        workspace.receive()
    await wait_until(table.pill.isVisible)
    await wait_until(lambda: "12 new" in table.pill.text())
    assert user.rows()[table.view.rowAt(5)] == at_top
    table.pill.click()
    await user.settled()
    assert user.rows()[0] == 112
    assert table.view.at_top()
    assert not table.pill.isVisible()


async def test_a_paused_list_stays_as_it_is(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Paused at the top, arrivals wait; unpaused, they are there."""
    workspace.receive()
    user = await open_window(workspace)
    await user.run("list.pause")
    workspace.receive()
    await wait_until(lambda: user.window.table.feed.pending == 1)
    assert user.rows() == [1]
    await user.run("list.pause")
    assert user.rows() == [2, 1]


async def test_rows_hold_still_under_a_pressed_button(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """Between press and release nothing is inserted under the pointer."""
    workspace.receive()
    user = await open_window(workspace)
    port = user.window.table.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(50, 10))
    workspace.receive()
    await wait_until(lambda: user.window.table.feed.pending == 1)
    assert user.rows() == [1]
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(50, 10))
    assert user.rows() == [2, 1]
    assert user.window.selection.current == 1


async def test_deleting_can_be_undone(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Several rows are deleted at once; the bar's Undo brings them back."""
    for _ in range(4):
        workspace.receive()
    user = await open_window(workspace)
    view = user.window.table.view
    view.selectAll()
    view.selectionModel().select(
        user.window.table.model.index(0, 0),
        view.selectionModel().SelectionFlag.Deselect | view.selectionModel().SelectionFlag.Rows,
    )
    await user.run("capture.delete")
    assert user.rows() == [4]
    message = user.window.bars.message("deleted")
    assert message.headline == "3 deleted"
    message.run()
    await wait_until(lambda: user.rows() == [4, 3, 2, 1])
    await user.settled()
    assert user.window.bars.message("deleted") is None
    assert not user.window.actions_["edit.undo_delete"].isEnabled()


@pytest.mark.parametrize(("answer", "left"), [("Delete all", 1), ("Cancel", 2)])
async def test_deleting_everything_asks_first(
    workspace: MemoryWorkspace, open_window: Open, answer: str, left: int
) -> None:
    """Delete all goes on only after a question whose safe answer is the default; what is pinned stays."""
    workspace.receive()
    workspace.receive(pinned=True)
    user = await open_window(workspace)
    user.window.actions_.run("list.delete_all")
    box = await user.dialog(QMessageBox)
    assert box.defaultButton().text() == "Cancel"
    next(button for button in box.buttons() if button.text() == answer).click()
    await user.settled()
    assert len(user.rows()) == left


async def test_searching_and_views(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A query narrows the list; a view of the sidebar is a query too; a bad one says where."""
    workspace.receive(make_request(target="/a"))
    workspace.receive(make_request(target="/b"), pinned=True)
    user = await open_window(workspace)
    await user.search("path:/a")
    assert user.rows() == [1]
    user.window.sidebar.query_chosen.emit("is:pinned")
    await user.settled()
    assert user.rows() == [2]
    assert user.window.address.search.text() == "is:pinned"
    await user.search("bad:x")
    assert "at character 1" in user.window.address.search.error_shown()
    assert user.rows() == [2]
    await user.search("nothing-like-this")
    assert user.rows() == []
    assert not user.window.first_run.isVisible()


async def test_pins_and_marks(workspace: MemoryWorkspace, open_window: Open) -> None:
    """P pins and unpins, M switches the dot, mark all takes every dot."""
    for _ in range(3):
        workspace.receive()
    user = await open_window(workspace)
    await user.choose(2)
    await user.run("capture.pin")
    await wait_until(user.window.actions_["capture.pin"].isChecked)
    await user.run("capture.pin")
    await wait_until(lambda: not user.window.actions_["capture.pin"].isChecked())
    await wait_until(lambda: not user.window.table.summary(CaptureId(2)).unread)
    await user.run("capture.toggle_read")
    assert (await workspace.counts()).unread == 3
    await wait_until(lambda: user.window.watch.state.unread_count == 3)
    await user.run("list.mark_all_read")
    assert (await workspace.counts()).unread == 0


COPIES = [
    ("capture.copy_url", "http://127.0.0.1:8800/stripe"),
    ("capture.copy_body", '{"a": "ü"}'),
    ("listener.copy_url", "http://127.0.0.1:8800"),
]


@pytest.mark.parametrize(("action_id", "text"), COPIES)
async def test_copies(workspace: MemoryWorkspace, open_window: Open, action_id: str, text: str) -> None:
    """What is copied is what was sent."""
    number = workspace.receive(make_request('{"a": "ü"}'.encode()))
    user = await open_window(workspace)
    await user.choose(number)
    await user.run(action_id)
    assert QGuiApplication.clipboard().text() == text


async def test_copied_bytes_are_exact(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A body that is no text is in the clipboard byte for byte, and the status line says what to do."""
    number = workspace.receive(make_request(b"\xff\x00\xfe", content_type="application/octet-stream"))
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("capture.copy_body")
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("application/octet-stream").data()) == b"\xff\x00\xfe"
    assert any("every byte" in text for text in texts_of(user.window.status))


@pytest.mark.parametrize(
    "action_id", ["capture.copy_curl", "capture.copy_curl_cmd", "capture.copy_curl_powershell"]
)
async def test_curl_of_several_rows(workspace: MemoryWorkspace, open_window: Open, action_id: str) -> None:
    """The selected requests become one command each."""
    for _ in range(2):
        workspace.receive(make_request(b"{}"))
    user = await open_window(workspace)
    await user.choose(1)
    user.window.table.view.selectAll()
    await user.run(action_id)
    assert QGuiApplication.clipboard().text().count("curl") >= 2


async def test_the_language_used_last_is_one_key_away(workspace: MemoryWorkspace, open_window: Open) -> None:
    """cURL at first; after one copy as Go the same key gives Go, and the menu of languages can be opened."""
    number = workspace.receive(make_request(b"{}"))
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("capture.copy_code")
    assert QGuiApplication.clipboard().text().startswith("curl ")
    await user.run("capture.copy_go")
    await user.run("capture.copy_url")
    await user.run("capture.copy_code")
    assert QGuiApplication.clipboard().text().startswith("package main")
    assert any("Go" in text for text in texts_of(user.window.status))
    await user.run("capture.choose_code")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {action.objectName() for action in menu.actions()} >= set(CODE_MENU)
    menu.close()


async def test_nothing_is_read_as_markup(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Tags in paths, headers and events are shown as they are in every label."""
    number = workspace.receive(
        make_request(target=f"/{MARKUP.replace(' ', '%20')}", headers=[("X-Evil", MARKUP)]),
        event_type=MARKUP,
        provider=MARKUP,
    )
    user = await open_window(workspace)
    await user.choose(number)
    labels = user.window.findChildren(QLabel)
    assert len(labels) > 20
    assert [
        label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText and label.text()
    ] == []
    assert user.window.inspector.headers.model.field(1) == ("X-Evil", MARKUP)


async def test_trouble_lasts_until_it_is_over(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A full disk is told with the free space as long as it lasts, then its end."""
    user = await open_window(workspace)
    workspace.set_trouble(Trouble("disk_full", "database or disk is full", 1_200_000))
    message = user.window.bars.message("trouble")
    assert message.headline == "The disk is full"
    assert "1.2 MB" in message.text
    assert not message.closable
    assert message.lasts_ms == 0
    workspace.set_trouble(None)
    assert user.window.bars.message("trouble") is None
    assert user.window.bars.message("trouble_over").kind == "good"


async def test_a_restarted_listener_is_told(workspace: MemoryWorkspace, open_window: Open) -> None:
    """When the engine had to start the listener again, the window says so."""
    user = await open_window(workspace)
    assert user.window.bars.message("restarted") is None
    workspace.change_listener(restarts=1)
    assert user.window.bars.message("restarted") is not None


STATES = [
    ({"phase": "listening", "healthy": True}, "Listening"),
    ({"phase": "listening", "healthy": False}, "Not answering"),
    ({"phase": "starting", "healthy": False}, "Starting…"),
    (
        {"phase": "failed", "healthy": False, "error": AppError("port.taken", "taken", port=8800)},
        "Not listening",
    ),
    ({"phase": "stopped", "healthy": False}, "Stopped"),
]


@pytest.mark.parametrize(("fields", "word"), STATES)
async def test_the_light_has_a_word(
    workspace: MemoryWorkspace, open_window: Open, fields: dict[str, object], word: str
) -> None:
    """Each state of the listener has its own word beside the light."""
    user = await open_window(workspace)
    workspace.change_listener(**fields)
    assert word in texts_of(user.window.address)


async def test_a_taken_port_keeps_the_popover_open(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A port that cannot be had says so in place; a free one closes the popover and is listened on."""
    user = await open_window(workspace)
    user.window.actions_.run("listener.change_port")
    popover = user.window.findChild(PortPopover)
    popover.chosen.emit(81)
    await wait_until(lambda: any("Still listening on" in text for text in texts_of(popover)))
    assert workspace.listener.phase == "listening", "what works is not given up for what cannot"
    popover.chosen.emit(9001)
    await wait_until(lambda: not popover.isVisible())
    await user.settled()
    assert workspace.listener.port == 9001
    assert "http://127.0.0.1:9001" in texts_of(user.window.address)


async def test_a_taken_port_is_left_with_one_click(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The bar that says who has the port offers the next free one, and the choice is kept."""
    user = await open_window(workspace)
    error = AppError("port.taken", "taken", port=8800, holder="node (PID 4242)")
    workspace.change_listener(phase="failed", healthy=False, error=error)
    message = user.window.bars.message("listener")
    assert message is not None
    assert "node (PID 4242)" in message.text
    assert not any("8800" in text for text in texts_of(user.window.first_run)), "it is another program's"
    assert any("not listening" in text for text in texts_of(user.window.first_run))
    user.window.bars.findChild(QPushButton).click()
    await wait_until(lambda: workspace.listener.phase == "listening")
    await user.settled()
    assert workspace.listener.port == workspace.settings.port == 8801
    assert "http://127.0.0.1:8801" in texts_of(user.window.first_run)


async def test_settings_give_only_what_changed(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Changing one value and accepting changes one setting."""
    user = await open_window(workspace)
    user.window.actions_.run("settings.open")
    dialog = await user.dialog(SettingsDialog)
    dialog.field("keep_days").setValue(30)
    assert dialog.changes() == {"keep_days": 30}
    dialog.accept()
    await user.settled()
    assert workspace.settings.keep_days == 30


async def test_the_theme_changes_at_once(
    workspace: MemoryWorkspace, open_window: Open, look: Look, qtbot: QtBot
) -> None:
    """Dark in the settings: rows, code and bars are painted dark without a restart."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    try:
        await workspace.change_settings(theme="dark")
        assert look.theme.name == "dark"
        shot = user.window.grab().toImage()
        for widget in (user.window.table.view, user.window.inspector.body.view):
            corner = widget.mapTo(user.window, QPoint(widget.width() - 20, widget.height() - 20))
            assert shot.pixelColor(corner).name().upper() == look.theme.surface
    finally:
        look.set_mode("light")
    await user.settled()


async def test_a_damaged_database_is_told(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Where the damaged file was put is said, both at the start and when the listener finds it."""
    workspace.set_aside = Path("/data/garfio.db.damaged-1")
    user = await open_window(workspace)
    assert "/data/garfio.db.damaged-1" in user.window.bars.message("set_aside").text
    workspace.set_trouble(Trouble("set_aside", "kept as X", None))
    assert user.window.bars.message("trouble") is None
    assert "kept as X" in user.window.bars.message("set_aside").text


async def test_undo_is_offered_only_as_long_as_it_works(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """When the time to undo is over, the bar goes and the action is off."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    await user.run("capture.delete")
    assert user.window.actions_["edit.undo_delete"].isEnabled()
    user.window.news._undo_time.timeout.emit()
    assert user.window.bars.message("deleted") is None
    assert not user.window.actions_["edit.undo_delete"].isEnabled()


async def test_the_palette_finds_and_runs(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """Words of an action's name find it; Enter carries it out."""
    user = await open_window(workspace)
    user.window.actions_.run("palette.open")
    palette = await user.dialog(Palette)
    qtbot.keyClicks(palette.field, "stop list")
    assert palette.found.item(0).text() == "Stop listening"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    await user.settled()
    assert workspace.listener.phase == "stopped"


async def test_the_key_map_lists_every_key(workspace: MemoryWorkspace, open_window: Open) -> None:
    """`?` shows a table with a row for each shortcut."""
    user = await open_window(workspace)
    user.window.actions_.run("help.keys")
    dialog = await user.dialog(KeyMap)
    assert dialog.findChild(QWidget, "keys").rowCount() > 30
    dialog.reject()
    await user.settled()


async def test_the_window_remembers(workspace: MemoryWorkspace, open_window: Open, tmp_path: Path) -> None:
    """Size, hidden panes and columns come back from the file beside the database."""
    database = tmp_path / "garfio.db"
    user = await open_window(workspace, WindowState(database))
    user.window.resize(1234, 777)
    user.window.table.view.header.show_column(Column.DURATION, True)
    await user.run("view.sidebar")
    user.window.close()
    assert state_path(database).is_file()
    again = await open_window(workspace, WindowState(database))
    assert not again.window.sidebar.isVisible()
    assert not again.window.actions_["view.sidebar"].isChecked()
    assert not again.window.table.view.header.isSectionHidden(Column.DURATION)


async def test_a_narrow_window_puts_the_detail_below(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Under 1000 pixels the detail stands below the list, above it beside."""
    user = await open_window(workspace)
    assert not user.window.arrangement.is_narrow
    user.window.resize(900, 800)
    assert user.window.arrangement.is_narrow
    user.window.resize(1300, 800)
    assert not user.window.arrangement.is_narrow


async def test_find_in_the_body(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The find bar counts matches and selects the first."""
    number = workspace.receive(make_request(b'{"login":1,"user":{"login":2}}'))
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("find.open")
    body = user.window.inspector.body
    body.find_bar.field.setText("login")
    await wait_until(lambda: "1/2" in texts_of(body.find_bar))
    assert body.view.selected_text() == "login"


async def test_a_flood_of_keys_reads_one_capture(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """Holding the arrow key down does not read every capture on the way."""
    for _ in range(60):
        workspace._store(make_request())
    user = await open_window(workspace)
    await user.choose(60)
    workspace.reads.clear()
    for _ in range(40):
        qtbot.keyClick(user.window.table.view, Qt.Key.Key_Down)
    await wait_until(lambda: user.window.inspector.capture.id == 20)
    await user.settled()
    assert workspace.reads.count("capture") <= 3


async def test_closing_asks_for_the_end(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Closing the window tells the program to end, once."""
    user = await open_window(workspace)
    asked: list[None] = []
    user.window.quit_requested.connect(lambda: asked.append(None))
    user.window.close()
    assert len(asked) == 1


async def test_a_reload_keeps_what_is_open(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Undo reads the list again: the capture that is open stays open and is not read again."""
    for _ in range(3):
        workspace.receive()
    user = await open_window(workspace)
    await user.choose(2)
    workspace.reads.clear()
    workspace.removed.emit(None)
    await user.settled()
    assert user.window.selection.current == 2
    assert user.window.inspector.capture.id == 2
    assert "capture" not in workspace.reads


async def test_keys_in_the_search_box(workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot) -> None:
    """Letters are typed, not run as actions; Esc closes what is on offer, then clears; Down goes into the list."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    QGuiApplication.clipboard().setText("before")
    box = user.window.address.search
    box.setFocus()
    qtbot.keyClicks(box, "nothing c")
    await wait_until(lambda: user.window.table.feed.query == "nothing c")
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    await wait_until(lambda: user.rows() == [1])
    assert box.text() == ""
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert user.window.table.view.hasFocus()
    await user.settled()


async def test_down_goes_from_the_search_box_to_the_first_row(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """No row is current: Down opens the first one, Esc only goes into the list."""
    workspace.receive()
    workspace.receive()
    user = await open_window(workspace)
    view, box = user.window.table.view, user.window.address.search
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert view.current is None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.current == user.rows()[0]
    await user.settled()


async def test_leaving_the_note_leads_back_to_where_it_was_begun(
    workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot
) -> None:
    """From the list into the note and out again: the list has the focus, so Ctrl+F searches the list."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        user.window.table.view.setFocus()
        await user.run("capture.note")
        note = user.window.inspector.annotations.note
        assert note.hasFocus()
        qtbot.keyClick(note, key)
        assert user.window.table.view.hasFocus()
    await user.run("search.focus")
    assert user.window.address.search.hasFocus()
    await user.settled()
