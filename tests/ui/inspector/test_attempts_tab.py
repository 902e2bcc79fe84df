"""Tests of the attempts tab: the ledger as a list, and one attempt whole."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester

from garfio.core.attempt import Failure, Hop, Peer, Response
from garfio.core.http import Request
from garfio.core.target import Target
from garfio.ui.inspector.attempts_tab import RESULT, TARGET, VERDICT, AttemptsModel
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_resends import answer
from tests.ui.memory_workspace import MemoryWorkspace, make_request


async def opened_on_attempts(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    """A capture that was refused, answered 500, answered 200; the tab is open."""
    workspace.receive(make_request(b'{"a":1}', target="/shopify"))
    await workspace.add_target(Target("staging", "http://127.0.0.1:3000/hook"))
    for outcome in (Failure("refused"), answer(500, b'{"ok":false}'), answer(200, b'{"ok":true}')):
        workspace.answers = lambda _, outcome=outcome: outcome
        workspace.record(1, "staging")
    user = await open_window(workspace)
    await user.choose(1)
    await user.run("detail.attempts")
    return user


async def test_the_ledger(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Newest first, each with its result in words and its verdict; the count is in the tab."""
    user = await opened_on_attempts(workspace, open_window)
    tab, tabs = user.window.inspector.attempts, user.window.inspector.tabs
    cells = [
        [tab.model.index(row, column).data() for column in (TARGET, RESULT, VERDICT)] for row in range(3)
    ]
    assert cells == [
        ["staging", "200", "✓ fixed"],
        ["staging", "500", "✕ still failing"],
        ["staging", "refused", "✕ failing"],
    ]
    assert "Attempts 3" in [tabs.tabText(at) for at in range(tabs.count())]


async def test_one_attempt_whole(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The newest is chosen: its answer laid out, the request as sent to the byte, and the difference."""
    user = await opened_on_attempts(workspace, open_window)
    pane = user.window.inspector.attempts.answer
    assert pane.headline() == "✓ staging answered 200 OK in 12 ms"
    assert pane.body.view.text.split() == ["{", '"ok":', "true", "}"]
    assert pane.sent.view.text.encode() == workspace.sent[2].request.to_bytes()
    pane.parts.setCurrentIndex(3)
    await user.settled()
    lines = pane.difference.view.text.split("\n")
    assert "- POST /shopify HTTP/1.1" in lines
    assert "+ POST /hook HTTP/1.1" in lines
    assert "- Host: 127.0.0.1:8800" in lines
    pane.difference.set_mode("before")
    await user.settled()
    lines = pane.difference.view.text.split("\n")
    assert "- HTTP/1.1 500 Odd" in lines
    assert "+ ok: true" in lines


async def test_a_failure_has_no_answer(workspace: MemoryWorkspace, open_window: Open) -> None:
    """It says why, opens on what was sent, and cannot be compared as an answer."""
    user = await opened_on_attempts(workspace, open_window)
    tab = user.window.inspector.attempts
    tab.choose(2)
    await user.settled()
    assert tab.answer.headline() == "✕ staging did not answer"
    assert tab.answer.remarks() == "Nothing listens there: the connection was refused."
    assert tab.answer.parts.currentIndex() == 2
    tab.choose(1)
    tab.answer.parts.setCurrentIndex(3)
    tab.answer.difference.set_mode("before")
    await user.settled()
    assert "Only answers can be compared" in tab.answer.difference.words()


async def test_redirects_have_a_tab(workspace: MemoryWorkspace, open_window: Open) -> None:
    """It is there only when something was followed, and shows what went to and fro."""
    moved = Response(b"HTTP/1.1 307 Moved\r\nLocation: http://b/\r\n\r\n")
    hop = Hop(moved, Peer(), 1, "http://b/", Request(b"POST /b HTTP/1.1\r\nHost: b\r\n\r\n"))
    user = await opened_on_attempts(workspace, open_window)
    pane = user.window.inspector.attempts.answer
    assert not pane.parts.isTabVisible(4)
    newest = user.window.inspector.attempts.model.attempt(0)
    workspace._attempts[newest.id] = replace(workspace._attempts[newest.id], hops=(hop,))
    pane.show_attempt(newest, None, "")
    await user.settled()
    assert pane.parts.tabText(4) == "Redirects 1"
    pane.parts.setCurrentIndex(4)
    await user.settled()
    assert "POST /b HTTP/1.1" in pane.redirects.view.text
    user.window.inspector.attempts.choose(1)
    await user.settled()
    assert (pane.parts.isTabVisible(4), pane.parts.currentIndex()) == (False, 0)


async def test_a_new_attempt_appears(workspace: MemoryWorkspace, open_window: Open) -> None:
    """What is sent meanwhile comes to the top and is shown; an older choice stays chosen."""
    user = await opened_on_attempts(workspace, open_window)
    tab = user.window.inspector.attempts
    await user.run("capture.resend")
    await wait_until(lambda: tab.count == 4)
    assert tab.table.currentIndex().row() == 0
    tab.choose(2)
    await user.run("capture.resend")
    await wait_until(lambda: tab.count == 5)
    assert tab.table.currentIndex().row() == 3


async def test_no_attempts(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A capture that was never sent says so, and the tab has no count."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    await user.run("detail.attempts")
    tabs = user.window.inspector.tabs
    assert "Attempts" in [tabs.tabText(at) for at in range(tabs.count())]


def test_the_model_keeps_its_promises(look: Look, workspace: MemoryWorkspace) -> None:
    """Rows that come, change and go are announced as Qt wants it."""
    model = AttemptsModel(look)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    workspace.receive()
    rows = [workspace.record(1, "http://localhost:1").summary for _ in range(4)]
    for shown in (rows[:1], rows[:3], rows, rows[2:], []):
        model.set_attempts(shown)
        assert model.rowCount() == len(shown)
    model.set_attempts(rows)
    assert model.before(0) == rows[2]
    assert model.before(3) is None
