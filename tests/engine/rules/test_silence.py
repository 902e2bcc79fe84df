"""Rules about silence: counted by a clock of the test's own, acted on once, never forgotten."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engine.rules.dying import STEP_S, Clock
from tests.engine.rules.world import World, make_rule, world
from tests.factories import make_message

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.rule import Action, Rule
from garfio.engine.rules.silence import LONGEST_STEP_US
from garfio.engine.store import outbox
from garfio.engine.store.database import connect_reading

ALERT = Action(
    "notification", {"title": "{{ silence.minutes }}", "text": "{{ silence.last }} {{ silence.last_at }}"}
)


def quiet_rule(**changes: object) -> Rule:
    return make_rule(ALERT, **{"query": "path:/quiet", "silent_minutes": 2, **changes})


async def listen(it: World, clock: Clock, seconds: int) -> None:
    """So long goes by, in steps as the runner takes them."""
    for _ in range(seconds // STEP_S):
        clock.ns += STEP_S * 10**9
        await it.runner.round()


async def test_it_acts_once_and_again_after_a_match(db: Path) -> None:
    """Two minutes of nothing: one alert, and no second one; a match and two more minutes: the next one, which knows the
    last webhook."""
    clock = Clock()
    async with world(db, clock) as it:
        await it.desk.add(quiet_rule())
        await it.runner.round()
        await listen(it, clock, 100)
        assert await it.log() == []
        await listen(it, clock, 20)
        (row,) = await it.done(1)
        assert (row.capture, row.kind, row.state) == (0, "notification", "done")
        assert [(one.capture, one.title, one.text) for one in it.notices] == [(0, "2", "None ")]
        await listen(it, clock, 300)
        last = await it.arrive(target=b"/quiet")
        await it.runner.round()
        await listen(it, clock, 100)
        assert len(await it.log()) == 1
        await listen(it, clock, 20)
        await it.done(2)
        assert it.notices[1].text.startswith(f"{last} 20")


async def test_what_matches_begins_it_anew_and_nothing_else_does(db: Path) -> None:
    """A webhook elsewhere, an import, what this program itself has sent: silence goes on. A match resets it."""
    clock = Clock()
    async with world(db, clock) as it:
        own = await it.writer.run(outbox.token)
        await it.desk.add(quiet_rule())
        await it.runner.round()
        await listen(it, clock, 60)
        await it.arrive(target=b"/quiet")
        await it.runner.round()
        await listen(it, clock, 60)
        await it.arrive(target=b"/other")
        await it.arrive(target=b"/quiet", source="import")
        raw = make_message(b"", fields=[(outbox.FORWARDED_HEADER, own)]).replace(b" /hook", b" /quiet")
        await it.arrive(b"", target=b"/quiet", request=Request(raw))
        await it.runner.round()
        assert await it.log() == []
        await listen(it, clock, 60)
        await it.done(1)


async def test_a_restart_goes_on_and_a_machine_asleep_does_not_count(db: Path) -> None:
    """A minute before the restart and one after it make two; a night in one step counts for seconds."""
    clock = Clock()
    async with world(db, clock) as it:
        await it.desk.add(quiet_rule())
        await it.runner.round()
        await listen(it, clock, 60)
    clock = Clock()
    async with world(db, clock) as it:
        await it.runner.round()
        clock.ns += 8 * 3600 * 10**9
        await it.runner.round()
        assert LONGEST_STEP_US < 60_000_000
        assert await it.log() == []
        await listen(it, clock, 40)
        await it.done(1)


async def test_it_waits_for_captures_that_nobody_has_looked_at(db: Path) -> None:
    """A webhook that arrived in time and has no verdict yet holds the alert back; it matches, and there is none."""
    clock = Clock()
    async with world(db, clock) as it:
        await it.desk.add(quiet_rule())
        await it.runner.round()
        await listen(it, clock, 100)
        late = await it.arrive(target=b"/quiet", verified=False)
        await listen(it, clock, 60)
        assert await it.log() == []
        await it.verify(late)
        await it.runner.round()
        await listen(it, clock, 60)
        assert await it.log() == []


async def test_off_and_changed_begin_anew(db: Path) -> None:
    """What was counted before it was switched off, or for another query, counts no more; one that became an ordinary
    rule is none about silence."""
    clock = Clock()
    async with world(db, clock) as it:
        await it.desk.add(quiet_rule())
        await it.runner.round()
        await listen(it, clock, 100)
        await it.desk.disable("r")
        await it.runner.round()
        await it.desk.enable("r")
        await it.runner.round()
        await listen(it, clock, 100)
        await it.desk.change("r", quiet_rule(name="new", query="path:/else"))
        await it.runner.round()
        await listen(it, clock, 100)
        assert await it.log() == []
        await listen(it, clock, 20)
        await it.done(1)
        await it.desk.change("new", make_rule(name="new"))
        await it.runner.round()
        assert await it.sql("SELECT * FROM silences") == []


async def test_it_can_be_tried(db: Path) -> None:
    """Without a match it says so; with two far apart, when it would have acted; its alert is rendered."""
    async with world(db) as it:
        rule = quiet_rule(enabled=False)
        assert (await it.desk.dry_run(rule)).silences.matched == 0
        for at in (1_000, 1_300, 1_310):
            await it.arrive(target=b"/quiet", received_at_us=at * 10**6)
        await it.arrive(target=b"/other", received_at_us=1_400 * 10**6)
        found = await it.desk.dry_run(rule)
        assert found.silences is not None
        assert (found.looked_at, found.silences.matched) == (4, 3)
        assert found.silences.at_us == (1_120 * 10**6, 1_430 * 10**6)
        ((one,),) = [trial.rendered for trial in found.trials]
        assert one.deed is not None
        assert one.deed.values["text"] == "3 1970-01-01 00:21:50 UTC"
        assert it.notices == []


async def test_a_program_gets_a_body_that_is_empty(db: Path) -> None:
    """Actions that need a webhook are refused; a program has an empty body and the number 0."""
    out = db.with_name("out.txt")
    with pytest.raises(AppError) as caught:
        await World(db).desk.add(quiet_rule(actions=(Action("pin"),)))
    assert caught.value.code == "rule.silence"
    clock = Clock()
    program = Action("program", {"argv": ["sh", "-c", f'wc -c > {out}; echo "$GARFIO_ID" >> {out}']})
    async with world(db, clock) as it:
        await it.desk.add(quiet_rule(actions=(program,), enabled=False))
        await it.desk.enable("r", confirmed=True)
        await it.runner.round()
        await listen(it, clock, 120)
        await it.done(1)
        assert (await asyncio.to_thread(out.read_text)).split() == ["0", "0"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize(
    ("count", "left"),
    [
        pytest.param(1, ["outbox"], id="decided"),
        pytest.param(2, ["waiting"], id="rendered"),
        pytest.param(3, ["sending"], id="begun"),
        pytest.param(4, ["done"], id="done"),
    ],
)
async def test_a_kill_after_the_decision_loses_no_alert(db: Path, count: int, left: list[str]) -> None:
    """Killed with the alert decided, rendered, begun: after a restart it is done. Killed when it was done: it is not
    done again, nor does the silence that goes on give another one."""
    rows = db.with_name("alerts.ndjson")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.engine.rules.dying", str(db), str(rows), str(count)),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
    )
    _, errors = await process.communicate()
    assert process.returncode == -signal.SIGKILL, errors.decode()
    connection = connect_reading(db)
    found = connection.execute("SELECT 'outbox' FROM outbox UNION ALL SELECT state FROM runs").fetchall()
    connection.close()
    assert [state for (state,) in found] == left
    clock = Clock()
    async with world(db, clock) as it:
        await it.runner.round()
        (row,) = await it.done(1)
        await listen(it, clock, 300)
        assert len(await it.log()) == 1
    assert (row.state, row.capture) == ("done", 0)
    alerts = (await asyncio.to_thread(rows.read_text)).splitlines()
    assert alerts[0] == '{"minutes": 2}'
    assert len(alerts) == 1
