"""Looking at stored captures, and the process that does it: its answers, its death, its end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import pytest_asyncio
from tests.engine.running import until
from tests.engine.signed import SECRET, arrival, stripe_request
from tests.factories import make_arrival, make_refused

from garfio.core.endpoint import Endpoint
from garfio.core.signature import Secret
from garfio.engine import verifier
from garfio.engine.shape.learner import Study
from garfio.engine.store import endpoints, looks, reading, schemas, shapes
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, connect_reading, open_database
from garfio.engine.store.looks import Found, Span, record
from garfio.engine.verification import Plan
from garfio.engine.verifier import Verifier, VerifierError, look

PLAN = Plan((Endpoint("/stripe", "stripe"),), {}, {"/stripe": (Secret(SECRET),)})
VALID = Found("/stripe", "stripe", "invoice.paid", "evt_1", "valid")


@pytest.fixture
def filled(db: Path) -> Path:
    """Two signed events, a refused message and a plain request."""
    open_database(db)
    connection = connect(db)
    insert_arrivals(
        connection, [arrival(stripe_request()), make_refused(), make_arrival(), arrival(stripe_request())]
    )
    connection.close()
    return db


@pytest_asyncio.fixture
async def running(filled: Path) -> AsyncIterator[Verifier]:
    """The process."""
    process = Verifier(filled)
    yield process
    await process.close()


def test_a_span_is_looked_at(filled: Path) -> None:
    """New captures with what was found, refused messages passed over, the end of the span said."""
    connection = connect_reading(filled)
    outcome = look(connection, PLAN, Span(0))
    assert (outcome.upto, outcome.more) == (4, False)
    assert [number for number, _ in outcome.found] == [1, 3, 4]
    assert dict(outcome.found)[4] == VALID
    assert dict(outcome.found)[3].verdict == "unverifiable"
    first = look(connection, PLAN, Span(0, limit=2))
    assert (first.upto, first.more) == (3, True)
    connection.close()


def test_a_new_check_gives_only_what_differs(filled: Path) -> None:
    """What is as it was need not be written."""
    writing = connect(filled)
    record(writing, [look(writing, PLAN, Span(0))])
    span = Span(scope="/stripe", below=5)
    assert look(writing, PLAN, span).found == ()
    (changed, _) = look(writing, Plan(), span).found
    assert changed == (4, Found("", "stripe", "invoice.paid", "evt_1", "no_secret"))
    writing.close()


def test_the_schema_of_the_endpoint_is_asked(filled: Path) -> None:
    """Its word is one of what is found; a body that is no document is not checked, an endpoint's check is none of its
    events."""
    writing = connect(filled)
    endpoints.add_endpoint(writing, Endpoint("/stripe", "stripe"))
    insert_arrivals(
        writing,
        [
            arrival(stripe_request(body=b"no JSON")),
            arrival(stripe_request())._replace(handshake=True),
        ],
    )
    words = []
    for text in ('{"required": ["id"]}', '{"required": ["nowhere"]}'):
        schemas.keep(writing, schemas.KeptSchema("/stripe", "", "x.json", text))
        words.append([found.schema for _number, found in look(writing, PLAN, Span(0)).found])
    assert words == [["holds", "", "holds", "unchecked", ""], ["fails", "", "fails", "unchecked", ""]]
    schemas.keep(writing, schemas.KeptSchema("/stripe", "invoice.paid", "y.json", "true"))
    record(writing, [look(writing, replace(PLAN, revision=looks.revision(writing)), Span(0))])
    assert [row.id for row in reading.page(writing, "schema:holds")] == [4, 1]
    schemas.remove(writing, "/stripe", "invoice.paid")
    (again,) = looks.rechecks(writing)
    found = dict(look(writing, PLAN, Span(scope=again.path, below=again.below)).found)
    assert {number: one.schema for number, one in found.items()} == {1: "fails", 4: "fails"}
    writing.close()


def test_a_batch_ends_early(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many bytes, so that memory and waiting are bounded."""
    monkeypatch.setattr(verifier, "_BATCH_BYTES", 10)
    connection = connect_reading(filled)
    outcome = look(connection, PLAN, Span(0))
    assert (outcome.upto, outcome.more) == (1, True)
    connection.close()


async def test_the_process_answers(running: Verifier) -> None:
    """With the plan that it was given, and with the next one."""
    await running.prepare()
    outcome = await running.look(PLAN, Span(0))
    assert dict(outcome.found)[1] == VALID
    again = await running.look(Plan(revision=7), Span(0))
    assert (dict(again.found)[1].verdict, again.revision) == ("no_secret", 7)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
async def test_a_dead_process_is_said_and_started_again(running: Verifier) -> None:
    """Its owner decides what to make of it."""
    await running.prepare()
    pid = running.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(VerifierError):
        await running.look(PLAN, Span(0))
    assert (await running.look(PLAN, Span(0))).upto == 4
    assert running.pid != pid


async def test_one_that_hangs_is_ended(running: Verifier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience is bounded."""
    monkeypatch.setattr(verifier, "_PATIENCE_S", 0.0)
    with pytest.raises(VerifierError):
        await running.look(PLAN, Span(0))
    assert running.pid is None


async def test_closing_does_not_wait(filled: Path) -> None:
    """Whatever it is doing, and nothing is left; afterwards it does nothing more."""
    process = Verifier(filled)
    await process.prepare()
    pid = process.pid
    asking = asyncio.ensure_future(process.look(PLAN, Span(0)))  # noqa: TID251 - a question that is under way
    await asyncio.sleep(0)
    await process.close()
    await asyncio.gather(asking, return_exceptions=True)
    assert pid is not None
    await until(lambda: not psutil.pid_exists(pid))
    with pytest.raises(VerifierError):
        await process.look(PLAN, Span(0))


async def test_the_process_learns_shapes(filled: Path, running: Verifier) -> None:
    """From what has a verdict; the plan need not be sent for it."""
    outcome = await running.look(PLAN, Span(0))
    connection = connect(filled)
    try:
        assert (await running.study(PLAN, Study())).upto == 0
        record(connection, [outcome])
        lesson = await running.study(PLAN, Study())
        assert (lesson.upto, [one.event_type for one, _ in lesson.shapes]) == (4, ["invoice.paid"])
        assert shapes.record(connection, [lesson]) == [True]
    finally:
        connection.close()
