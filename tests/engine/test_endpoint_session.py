"""Endpoints for a command: what it changes is checked before it ends, unless a listener does that."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.signed import SECRET, arrival, stripe_request

from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine import endpoint_session
from garfio.engine.database import Database, import_arrivals
from garfio.engine.endpoint_session import catch_up, open_endpoints
from garfio.engine.looker import Progress
from garfio.engine.resend.own import OwnListener


@pytest.fixture(autouse=True)
def file_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")


def verdicts(db: Path) -> list[str]:
    return [row.verdict for row in Database(db).page(oldest_first=True)]


async def test_what_is_changed_is_checked(db: Path) -> None:
    """New captures first, then those that a secret concerns, with progress."""
    import_arrivals(db, [arrival(stripe_request())])
    await catch_up(db)
    assert verdicts(db) == ["no_secret"]
    seen: list[Progress] = []
    async with open_endpoints(db, seen.append) as (desk, _forwards):
        await desk.add_secret("/stripe", Secret(SECRET))
    assert verdicts(db) == ["valid"]
    assert [progress.path for progress in seen] == ["/stripe", ""]


async def test_a_running_listener_is_left_to_it(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It notices by itself."""
    monkeypatch.setattr(endpoint_session, "running_listener", lambda _path: OwnListener("", 8800))
    import_arrivals(db, [arrival(stripe_request())])
    await catch_up(db)
    assert verdicts(db) == [""]


async def test_an_error_ends_it(db: Path) -> None:
    """Nothing is looked at, and the error comes through."""
    import_arrivals(db, [arrival(stripe_request())])
    with pytest.raises(AppError, match="empty"):
        async with open_endpoints(db, lambda _progress: None) as (desk, _forwards):
            await desk.add_secret("/stripe", Secret(" "))
    assert verdicts(db) == [""]
