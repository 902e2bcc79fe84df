"""Groups with their counts, which follow what is looked at."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.factories import make_arrival, make_refused

from garfio.engine.groups import Groups
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import LOOKS, Found, Outcome, Span
from garfio.engine.store.reader import Reader


async def test_groups_grow_with_what_is_looked_at(db: Path) -> None:
    """Captures came and were looked at in two steps; one was deleted."""
    open_database(db)
    connection = connect(db)
    reader = Reader(db)
    groups = Groups(reader)
    assert await groups.read("provider") == []
    insert_arrivals(connection, [*[make_arrival()] * 4, make_refused()])
    paid, push = Found("", "stripe", "invoice.paid", "evt_1"), Found("", "github", "push", "d1")
    LOOKS.write(connection, [Outcome(Span(0), 2, ((1, paid), (2, push)), more=True)])
    assert await groups.read("provider") == [("github", 1), ("stripe", 1)]
    assert await groups.read("delivery") == []
    LOOKS.write(connection, [Outcome(Span(2), 5, ((3, paid), (4, paid)), more=False)])
    assert await groups.read("provider") == [("stripe", 3), ("github", 1)]
    assert await groups.read("event") == [("invoice.paid", 3), ("push", 1)]
    assert await groups.read("delivery") == [("evt_1", 3)]
    groups.forget()
    both = await asyncio.gather(groups.read("provider"), groups.read("provider"))
    assert both == [[("stripe", 3), ("github", 1)]] * 2
    connection.execute("DELETE FROM captures WHERE id = 2")
    groups.forget()
    assert await groups.read("provider") == [("stripe", 3)]
    connection.close()
    await reader.close()
