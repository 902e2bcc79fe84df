"""Rules at work: what triggers them, once and at least once, and what becomes of failures."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from tests.e2e.outside import http_peer
from tests.engine.rules.world import make_rule, world
from tests.factories import make_message

from garfio.core.errors import AppError
from garfio.core.rule import Action
from garfio.engine.resend.own import OwnListener
from garfio.engine.rules import runner as runner_module
from garfio.engine.rules.runner import TRIES, settled
from garfio.engine.store import outbox
from garfio.engine.store.runs import Outcome


async def test_it_waits_for_the_verdict(db: Path) -> None:
    """A capture that nobody has looked at triggers nothing; once it has its verdict, it does."""
    async with world(db) as it:
        await it.desk.add(make_rule(query="verdict:valid"))
        first = await it.arrive(verified=False)
        await asyncio.sleep(0.05)
        assert await it.log() == []
        await it.verify(first)
        (row,) = await it.done(1)
        assert (row.capture, row.rule, row.kind, row.state, row.summary) == (
            1,
            "r",
            "notification",
            "done",
            "1",
        )
        assert [(notice.capture, notice.title) for notice in it.notices] == [(1, "1")]


async def test_a_rule_about_drift_waits_until_shapes_are_compared(db: Path) -> None:
    """With its verdict alone it is not known yet whether a capture drifts; it fires for the one that does."""
    async with world(db) as it:
        await it.desk.add(make_rule(query="provider:shopify is:drift"))
        first, second = await it.arrive(), await it.arrive()
        await asyncio.sleep(0.05)
        assert await it.log() == []
        await it.sql("UPDATE captures SET drift = 1 WHERE id = ?", second)
        await it.sql("UPDATE looks SET upto = ? WHERE kind = 'shape'", second)
        it.runner.wake()
        (row,) = await it.done(1)
        assert (row.capture, first) == (2, 1)


async def test_what_was_there_before_and_what_does_not_count_triggers_nothing(db: Path) -> None:
    """Captures from before the rule was switched on, imported, incomplete and refused ones, endpoint checks."""
    async with world(db) as it:
        await it.arrive()
        await it.desk.add(make_rule())
        await it.arrive(source="import")
        await it.arrive(complete=False)
        await it.arrive(refusal="tls")
        await it.arrive(handshake=True)
        last = await it.arrive()
        rows = await it.done(1)
        assert [row.capture for row in rows] == [last]


async def test_a_delivery_triggers_a_rule_once_unless_it_says_otherwise(db: Path) -> None:
    """The second try is in the log as skipped; a rule with `once_per_delivery = false` fires for both."""
    async with world(db) as it:
        await it.desk.add(make_rule(name="once"))
        await it.desk.add(make_rule(name="each", once_per_delivery=False))
        for _ in range(2):
            await it.arrive(delivery="d1")
        rows = await it.done(4)
        states = sorted((row.rule, row.capture, row.state, row.error) for row in rows)
        assert states == [
            ("each", 1, "done", ""),
            ("each", 2, "done", ""),
            ("once", 1, "done", ""),
            ("once", 2, "skipped", "duplicate"),
        ]


async def test_what_this_program_has_sent_triggers_nothing(db: Path) -> None:
    """A request that carries the workspace's token is a loop, and cannot be tried again; nor is our own listener
    ever called."""
    async with world(db) as it:
        own = await it.writer.run(outbox.token)
        it.own = OwnListener("", 8800)
        await it.desk.add(make_rule(Action("http", {"url": "http://127.0.0.1:8800/hook"})))
        raw = make_message(b"", fields=[(outbox.FORWARDED_HEADER, own)])
        from garfio.core.http import Request

        await it.arrive(b"", request=Request(raw))
        await it.arrive()
        rows = await it.done(2)
        assert [(row.capture, row.state, row.error) for row in rows] == [
            (1, "failed", "loop"),
            (2, "failed", "loop"),
        ]
        assert await it.desk.try_again() == 0


async def test_failures_are_tried_again_and_given_up_at_last(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 twice: done at the third try. 400: given up at once, and done when it is tried again."""
    monkeypatch.setattr(runner_module, "FIRST_PAUSE_S", 0.001)
    monkeypatch.setattr(runner_module, "_TICK_S", 0.01)
    with http_peer() as peer:
        peer.statuses = [503, 503, 200, 400]
        async with world(db) as it:
            await it.desk.add(make_rule(Action("http", {"url": peer.url, "secret": "t", "auth": "bearer"})))
            it.secrets["t"] = "hunter2"
            await it.arrive()
            (row,) = await it.done(1)
            assert (row.state, row.tries, row.message) == ("done", 3, "200 Said ok")
            await it.arrive()
            _first, second = await it.done(2)
            assert (second.state, second.error, second.tries) == ("failed", "status.400", 1)
            assert await it.desk.try_again("r") == 1
            await it.settled(lambda rows: all(row.state == "done" for row in rows))
        assert {one.headers["authorization"] for one in peer.received} == {"Bearer hunter2"}
        assert b"hunter2" not in b"".join(file.read_bytes() for file in db.parent.glob("garfio.db*"))


@pytest.mark.parametrize(("tries", "state"), [(0, "waiting"), (TRIES - 2, "waiting"), (TRIES - 1, "failed")])
def test_when_a_deed_is_given_up(tries: int, state: str) -> None:
    outcome, due_us = settled(Outcome("waiting", "refused"), tries)
    assert outcome.state == state
    assert bool(due_us) == (state == "waiting")


async def test_one_action_that_fails_does_not_keep_the_others(db: Path) -> None:
    """A template that fails is given up; the rule is corrected and tried again: only that action is done anew."""
    async with world(db) as it:
        rule = make_rule(
            Action("notification", {"title": "first"}), Action("notification", {"title": "{{ body.title }}"})
        )
        await it.desk.add(rule)
        await it.arrive(b'{"name": 1}')
        rows = await it.done(2)
        assert [(row.action, row.state, row.error) for row in rows] == [
            (0, "done", ""),
            (1, "failed", "template.undefined"),
        ]
        assert rows[1].message == "notification.title\nbody.title"
        await it.desk.change(
            "r", make_rule(rule.actions[0], Action("notification", {"title": "{{ body.name }}"}))
        )
        assert await it.desk.try_again(run=rows[1].id) == 1
        await it.settled(lambda rows: [row.state for row in rows] == ["done", "done"])
        assert [notice.title for notice in it.notices] == ["first", "1"]


async def test_a_rate_limit_drops_or_waits(db: Path) -> None:
    """Three captures for two a minute: one rule drops the third, the other keeps it for later."""
    async with world(db) as it:
        await it.desk.add(make_rule(name="drop", per_minute=2, over_limit="drop"))
        await it.desk.add(make_rule(name="wait", per_minute=2))
        for _ in range(3):
            await it.arrive()
        rows = await it.done(5)
        await asyncio.sleep(0.05)
        states = sorted((row.rule, row.capture, row.state, row.error) for row in await it.log())
        assert len(rows) == 5
        assert states[2] == ("drop", 3, "skipped", "rate")
        assert [row[:2] for row in states[3:]] == [("wait", 1), ("wait", 2)]
        waiting = await it.sql("SELECT capture FROM outbox WHERE kind = 'rule' AND place = 'wait'")
        assert waiting == [(3,)]


async def test_a_clock_that_was_set_back_holds_nothing_up(db: Path) -> None:
    """Neither what was to be tried again soon nor a limit that was reached before lasts longer for it."""
    hour_us = 3_600_000_000
    async with world(db) as it:
        await it.desk.add(make_rule(per_minute=1))
        await it.arrive()
        await it.done(1)
        await it.sql("UPDATE runs SET queued_at_us = queued_at_us + ?", hour_us)
        await it.arrive()
        await it.done(2)
        await it.sql(
            "UPDATE runs SET state = 'waiting', due_us = queued_at_us + ? WHERE capture = 2", 2 * hour_us
        )
        it.runner.wake()
        await it.done(2)


async def test_switching_off_gives_up_what_waits(db: Path) -> None:
    """A deed that waits for its secret fails as `disabled`; switched on and tried again it is done."""
    with http_peer() as peer:
        async with world(db) as it:
            await it.desk.add(make_rule(Action("http", {"url": peer.url, "secret": "late"})))
            await it.arrive()
            await it.settled(lambda rows: rows and rows[0].error == "secret.missing")
            await it.desk.disable("r")
            (row,) = await it.log()
            assert (row.state, row.error) == ("failed", "disabled")
            it.secrets["late"] = "x"
            await it.desk.enable("r")
            assert await it.desk.try_again("r") == 1
            await it.settled(lambda rows: rows[0].state == "done")


@pytest.mark.skipif("sys.platform == 'win32'")
async def test_a_program_runs_only_when_it_has_been_confirmed(db: Path) -> None:
    """It gets the body and the file and no shell; with other arguments it has to be confirmed again."""
    out = db.with_name("out.txt")
    code = "import os,sys; open(sys.argv[1],'w').write(sys.stdin.read()+open(os.environ['GARFIO_BODY_FILE']).read())"
    rule = make_rule(Action("program", {"argv": [sys.executable, "-c", code, str(out), "; touch {{ id }}"]}))
    async with world(db) as it:
        with pytest.raises(AppError) as caught:
            await it.desk.add(rule)
        assert caught.value.code == "rule.confirm"
        from dataclasses import replace

        await it.desk.add(replace(rule, enabled=False))
        with pytest.raises(AppError):
            await it.desk.enable("r")
        await it.desk.enable("r", confirmed=True)
        await it.arrive(b"[1]")
        (row,) = await it.done(1)
        assert (row.state, row.message) == ("done", "")
        assert out.read_text() == "[1][1]"
        await it.desk.change("r", make_rule(Action("program", {"argv": ["true"]})))
        assert not (await it.desk.get("r")).enabled


async def test_a_kill_between_the_steps_loses_nothing(db: Path) -> None:
    """What another process had begun and left is done by the next one."""
    async with world(db) as it:
        await it.desk.add(make_rule())
        await it.arrive()
        await it.done(1)
        await it.sql("UPDATE runs SET state = 'sending', sender = '1:0.00'")
        again = it.new_runner()
        await again.open()
        it.runner.wake()
        (row,) = await it.settled(lambda rows: rows[0].state == "done")
        assert row.tries == 2
        assert len(it.notices) == 2


async def test_a_dry_run_says_what_would_be_done_and_does_nothing(db: Path) -> None:
    """For those of the last captures that match, imported ones too, with the errors of templates."""
    async with world(db) as it:
        await it.arrive(b'{"n": 1}', source="import")
        await it.arrive(b"[]")
        await it.arrive(b'{"n": 3}', target=b"/other")
        rule = make_rule(Action("notification", {"title": "n={{ body.n }}"}), query="path:/hook")
        found = await it.desk.dry_run(rule)
        assert found.looked_at == 3
        assert [trial.capture for trial in found.trials] == [2, 1]
        assert found.trials[0].rendered[0].error == "template.undefined"
        deed = found.trials[1].rendered[0].deed
        assert deed is not None
        assert deed.values["title"] == "n=1"
        assert (await it.desk.dry_run(rule, last=1)).trials == ()
        assert it.notices == []


async def test_marks_and_forwards(db: Path) -> None:
    """Tags are added to those that are there, the pin is set, the capture is read and queued for its target."""
    async with world(db) as it:
        actions = (
            Action("tag", {"tags": ["paid", "{{ provider }}"]}),
            Action("pin"),
            Action("read"),
            Action("forward", {"to": "http://127.0.0.1:1/x"}),
            Action("forward", {"to": "nowhere"}),
        )
        number = await it.arrive(verified=False)
        await it.sql("UPDATE captures SET tags = ' old ' WHERE id = ?", number)
        await it.desk.add(make_rule(*actions))
        await it.sql("UPDATE rules SET since = 0")
        await it.sql("UPDATE looks SET upto = 0 WHERE kind = 'rule'")
        await it.verify(number)
        rows = await it.done(5)
        assert [row.error for row in rows] == ["", "", "", "", "target.missing"]
        marks = await it.sql("SELECT tags, pinned, unread FROM captures")
        assert marks == [(" old paid shopify ", 1, 0)]
        assert await it.sql("SELECT place FROM outbox WHERE kind = 'forward'") == [("http://127.0.0.1:1/x",)]
