"""Endpoints as the window sees them: secrets in their store and never elsewhere, one capture checked in full."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from tests.engine.signed import BODY, SECRET, arrival, stripe_request

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.looker import Progress
from garfio.engine.slow import SlowWork
from garfio.engine.store import looks
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

SCHEME = {"id": "ours", "name": "Ours", "schemes": [{"signature": ["header:X-Sign"]}]}


@contextlib.asynccontextmanager
async def desk_on(path: Path) -> AsyncIterator[EndpointDesk]:
    open_database(path)
    writer = Writer(path, asyncio.get_running_loop())
    reader = Reader(path)
    slow = SlowWork()
    desk = EndpointDesk(path, reader, lambda: writer, slow)
    try:
        yield desk
    finally:
        slow.close()
        await writer.close()
        await reader.close()


@pytest.fixture(autouse=True)
def file_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")


async def store(desk: EndpointDesk, *requests: Any) -> list[int]:
    return await desk._writer().run(lambda db: insert_arrivals(db, [arrival(one) for one in requests]))


async def test_secrets_are_nowhere_but_in_their_store(db: Path) -> None:
    """Not in the database, its log, or what is said of them; gone from the store when removed."""
    async with desk_on(db) as desk:
        changes: list[None] = []
        desk.changed.connect(changes.append)
        record = await desk.add_secret("/stripe", Secret(SECRET, "mine", "test"))
        assert await desk.secrets("/stripe") == [record]
        assert await desk.is_available(record)
        assert await desk.values("/stripe") == (Secret(SECRET, "mine", "test"),)
        assert changes
        assert SECRET not in repr(record) + repr(await desk.plan())
        changed = await desk.change_secret(record.id, Secret("whsec_another"))
        assert changed.fingerprint != record.fingerprint
        renamed = await desk.change_secret(record.id, Secret("", "old", "live"), keep_value=True)
        assert (renamed.label, renamed.fingerprint) == ("old", changed.fingerprint)
        assert (await desk.values("/stripe"))[0] == Secret("whsec_another", "old", "live")
        for file in db.parent.iterdir():
            text = file.read_bytes()
            assert SECRET.encode() not in text
            assert (b"whsec_another" in text) == (file.name == "garfio.db.secrets")
        await desk.remove_secret(record.id)
        assert db.with_name("garfio.db.secrets").read_text() == "{}"


async def test_an_endpoint_takes_its_secrets_with_it(db: Path) -> None:
    """Renamed it keeps them, removed it forgets them."""
    async with desk_on(db) as desk:
        await desk.add(Endpoint("/a", "stripe"))
        await desk.add_secret("/a", Secret(SECRET))
        await desk.change("/a", Endpoint("/b", "stripe"))
        assert await desk.all() == [Endpoint("/b", "stripe")]
        assert await desk.values("/b") == (Secret(SECRET),)
        await desk.remove("/b")
        assert db.with_name("garfio.db.secrets").read_text() == "{}"


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (lambda desk: desk.add_secret("/a", Secret(SECRET)), "secret.taken"),
        (lambda desk: desk.add_secret("a?", Secret(" ")), "secret.empty"),
        (lambda desk: desk.add_secret("/a?", Secret("other")), "endpoint.path"),
        (lambda desk: desk.change_secret("none", Secret("x")), "secret.missing"),
        (lambda desk: desk.remove_secret("none"), "secret.missing"),
        (lambda desk: desk.verification(CaptureId(9)), "capture.missing"),
        (lambda desk: desk.save_scheme({}), "scheme.invalid"),
    ],
)
async def test_what_cannot_be(db: Path, action: Callable[[EndpointDesk], Any], code: str) -> None:
    """Each with its reason, and the store is as it was."""
    async with desk_on(db) as desk:
        await desk.add_secret("/a", Secret(SECRET))
        before = db.with_name("garfio.db.secrets").read_text()
        with pytest.raises(AppError) as caught:
            await action(desk)
        assert caught.value.code == code
        assert db.with_name("garfio.db.secrets").read_text() == before


async def test_memory_is_lent_to_the_listener(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever it changes; nothing is written."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    async with desk_on(db) as desk:
        lent: list[dict[str, str]] = []
        desk.lent.connect(lent.append)
        record = await desk.add_secret("/a", Secret(SECRET))
        assert lent[-1] == {record.id: SECRET}
        with pytest.raises(AppError):
            await desk.add_secret("/a", Secret(SECRET))
        assert lent[-1] == {record.id: SECRET}
        await desk.remove_secret(record.id)
        assert lent[-1] == {}
    async with desk_on(db) as desk:
        assert not db.with_name("garfio.db.secrets").exists()


async def test_secrets_move_to_another_store(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None is left behind, none is lost."""
    monkeypatch.delenv("GARFIO_SECRET_STORE")
    async with desk_on(db) as desk:
        desk.source._chosen, desk.source._vault = "keychain", desk.source.memory
        await desk.add_secret("/a", Secret(SECRET))
        await desk.move_to("file")
        assert desk.source.memory.texts() == {}
        assert SECRET in db.with_name("garfio.db.secrets").read_text()


async def test_a_capture_is_checked_in_full(db: Path) -> None:
    """The verdict at the moment of arrival; of a failure the cause, by a process."""
    async with desk_on(db) as desk:
        compact = BODY.replace(b": ", b":").replace(b", ", b",")
        right, wrong = await store(desk, stripe_request(), stripe_request(sent=compact))
        await desk.add_secret("/stripe", Secret(SECRET, "mine"))
        valid = await desk.verification(CaptureId(right))
        assert (valid.verdict, valid.secret) == ("valid", Secret(SECRET, "mine"))
        assert valid.signed_content.endswith(BODY)
        quick = await desk.verification(CaptureId(wrong), diagnosed=False)
        assert quick.verdict == "invalid"
        full = await desk.verification(CaptureId(wrong))
        assert (full.findings[0].code, full.findings[0].certainty) == ("body.reserialised", "proved")
        assert await desk.check_handler(CaptureId(right), body=compact)


async def test_a_scheme_is_previewed_and_saved(db: Path) -> None:
    """The signed content before anything is kept; an endpoint can name it afterwards."""
    async with desk_on(db) as desk:
        (number,) = await store(desk, stripe_request(path="/in"))
        content = {"signature": ["header:Stripe-Signature"], "content": "{method}.{body}"}
        shown = await desk.preview_scheme({**SCHEME, "schemes": [content]}, CaptureId(number), "s3cret")
        assert shown.signed_content == b"POST." + BODY
        assert [part.name for part in shown.parts] == ["method", "literal", "body"]
        assert await desk.schemes() == []
        saved = await desk.save_scheme(SCHEME)
        await desk.add(Endpoint("/in", "ours"))
        assert await desk.schemes() == [saved]
        with pytest.raises(AppError):
            await desk.remove_scheme("ours")


async def test_what_others_change_is_noticed(db: Path) -> None:
    """Once, and not what was changed here."""
    async with desk_on(db) as desk, desk_on(db) as other:
        changes: list[None] = []
        desk.changed.connect(changes.append)
        await other.add(Endpoint("/a"))
        await desk.refresh()
        await desk.refresh()
        assert len(changes) == 1
        await desk.add(Endpoint("/b"))
        await desk.refresh()
        assert len(changes) == 2
        assert (await desk.plan()).endpoint("/a") == Endpoint("/a")


async def test_the_listener_is_heard(db: Path) -> None:
    """Progress of a new check, and trouble with secrets."""
    async with desk_on(db) as desk:
        heard: list[Any] = []
        desk.recheck_progressed.connect(heard.append)
        desk.trouble_changed.connect(heard.append)
        desk.hear({"event": "rechecking", "path": "/a", "done": 1, "total": 2})
        desk.hear(
            {"event": "secrets", "code": "secrets.keychain", "message": "Locked.", "hint": "Unlock it."}
        )
        desk.hear({"event": "secrets", "over": True})
        assert heard[0] == Progress("/a", 1, 2)
        assert isinstance(heard[1], AppError)
        assert heard[2] is None


async def test_a_change_asks_for_a_new_check(db: Path) -> None:
    """Of what was captured there."""
    async with desk_on(db) as desk:
        await store(desk, stripe_request())
        await desk._writer().run(
            lambda db: looks.record(db, [looks.Outcome(looks.Span(0), 1, (), False, looks.revision(db))])
        )
        await desk.add_secret("/stripe", Secret(SECRET))
        assert [row.path for row in await desk._reader.run(looks.rechecks)] == ["/stripe"]
