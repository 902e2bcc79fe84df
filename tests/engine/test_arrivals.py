"""What arrived when: counted once, and right again after more came, was looked at, or was deleted."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.factories import make_arrival, make_refused

from garfio.engine.arrivals import Arrivals, Bar
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import LOOKS, Found, Outcome, Span
from garfio.engine.store.reader import Reader

S = 1_000_000
START = 1_700_000_000 * S


async def test_bars_follow_what_happens(db: Path) -> None:
    """Two captures and a refused message came; one failed its check later; the window slid; one was deleted."""
    open_database(db)
    connection = connect(db)
    reader = Reader(db)
    arrivals = Arrivals(reader)
    insert_arrivals(
        connection,
        [make_arrival(received_at_us=START + at * S) for at in (1, 12)]
        + [make_refused(received_at_us=START + 13 * S)],
    )
    assert await arrivals.read(START, 10 * S, 3) == [Bar(1), Bar(2, 0, 1), Bar()]
    failed = ((1, Found(verdict="valid")), (2, Found(verdict="invalid")))
    LOOKS.write(connection, [Outcome(Span(0), 3, failed, more=False)])
    wanted = [Bar(1), Bar(2, 1, 1), Bar()]
    assert (
        await asyncio.gather(arrivals.read(START, 10 * S, 3), arrivals.read(START, 10 * S, 3)) == [wanted] * 2
    )
    insert_arrivals(connection, [make_arrival(received_at_us=START + 25 * S)])
    assert await arrivals.read(START + 10 * S, 10 * S, 2) == [Bar(2, 1, 1), Bar(1)]
    assert await arrivals.read(START, 10 * S, 3) == [Bar(1), Bar(2, 1, 1), Bar(1)]
    connection.execute("DELETE FROM captures WHERE id = 2")
    arrivals.forget()
    assert await arrivals.read(START, 10 * S, 3) == [Bar(1), Bar(1, 0, 1), Bar(1)]
    connection.close()
    await reader.close()
