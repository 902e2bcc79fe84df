"""What the window's process does for the database while no listener runs to do it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import apsw

from garfio.core.capture import CaptureId
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.looker import Looker
from garfio.engine.plan import PlanSource
from garfio.engine.settings import Settings
from garfio.engine.store.keeper import Keeper
from garfio.engine.store.writer import StoreError, Writer

_ROUND_S = 2.0


async def keep_house(
    path: Path,
    writer: Writer,
    desk: EndpointDesk,
    settings: Callable[[], Settings | None],
    changed: Callable[[frozenset[CaptureId]], object],
) -> None:
    """Purge, retain, look at what was imported or has to be checked again; until it is cancelled. `settings` gives
    None while a listener runs."""
    keeper = Keeper(path, writer)
    looker = Looker(path, writer, PlanSource(path, memory=desk.source.memory))
    looker.looked.connect(lambda ids: changed(frozenset(CaptureId(number) for number in ids)))
    looker.progressed.connect(desk.recheck_progressed.emit)
    looker.trouble_changed.connect(desk.trouble_changed.emit)
    try:
        while True:
            await asyncio.sleep(_ROUND_S)
            await desk.refresh()
            if (found := settings()) is None:
                continue
            keeper.settings = found
            await keeper.round()
            try:
                while settings() is not None and await looker.round():
                    await asyncio.sleep(0)
            except (apsw.Error, StoreError):
                continue  # the writer says what is wrong; the next round tries again
    finally:
        await looker.close()
        await keeper.close()
