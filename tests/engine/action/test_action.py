"""Doing deeds: mails over real SMTP, rows in real files, programs that run too long."""

from __future__ import annotations

import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import apsw
import pytest
from tests.e2e.outside import http_peer, mail_server
from tests.engine.test_renderer import make_capture

from garfio.core.action import ACTIONS, Deed
from garfio.core.exact_json import Number
from garfio.engine.action import Tools, perform
from garfio.engine.action.append import place_of
from garfio.engine.action.program import environment
from garfio.engine.store.runs import Outcome


def deed(kind: str, **values: Any) -> Deed:
    return ACTIONS[kind].render(ACTIONS[kind].filled(values))


def mail(port: int, **values: Any) -> Deed:
    given = {"to": ["Ada <ada@x.org>"], "from": "s@x.org", "host": "127.0.0.1", "port": port, "text": "Olá"}
    return deed("email", **{**given, **values})


async def test_a_mail_arrives_as_it_was_meant(tools: Tools) -> None:
    """Text and HTML, hidden copies hidden, the same Message-ID for a second try."""
    with mail_server() as server:
        wanted = mail(server.port, html="<p>Olá</p>", bcc=["boss@x.org"], subject="¿Qué?", reply_to="r@x.org")
        for _ in range(2):
            assert (await perform(wanted, tools)).state == "done"
        first, second = server.to("boss@x.org")
        assert server.mails[0][0] == ["ada@x.org", "boss@x.org"]
    assert first["Message-ID"] == second["Message-ID"] == "<garfio-ffffffffffff-5@garfio.invalid>"
    assert (first["Subject"], first["Bcc"], first["Reply-To"]) == ("¿Qué?", None, "r@x.org")
    parts = {part.get_content_type(): part.get_content().strip() for part in first.iter_parts()}
    assert parts == {"text/plain": "Olá", "text/html": "<p>Olá</p>"}


async def test_a_password_never_goes_over_an_open_line_to_another_machine(tools: Tools) -> None:
    """A server without STARTTLS, where it is demanded: given up, and nothing was said."""
    with mail_server() as server:
        outcome = await perform(mail(server.port, security="starttls", user="u", secret="pass"), tools)
        assert (outcome.state, outcome.error) == ("failed", "smtp.tls")
        assert not server.mails


async def test_mail_servers_that_are_down_or_refuse(tools: Tools) -> None:
    """Nobody there: tried again. No such secret: tried again. No login there: given up."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        assert (await perform(mail(nobody.getsockname()[1]), tools)).state == "waiting"
    assert (await perform(mail(1, secret="gone"), tools)).error == "secret.missing"
    with mail_server() as server:
        outcome = await perform(mail(server.port, user="u", secret="pass"), tools)
    assert (outcome.state, outcome.error) == ("failed", "smtp.tls")


@pytest.mark.parametrize(
    ("status", "state", "error"),
    [
        (204, "done", ""),
        (302, "failed", "status.302"),
        (429, "waiting", "status.429"),
        (500, "waiting", "status.500"),
    ],
)
async def test_what_an_answer_means(tools: Tools, status: int, state: str, error: str) -> None:
    with http_peer() as peer:
        peer.statuses = [status]
        outcome = await perform(
            deed("http", url=f"{peer.url}/x?a=b", body="olá", headers={"X-Own": "1"}), tools
        )
    assert (outcome.state, outcome.error) == (state, error)
    (request,) = peer.received
    assert (request.method, request.path, request.body) == ("POST", "/x?a=b", "olá".encode())
    assert request.headers["x-own"] == "1"
    assert request.headers["x-garfio-forwarded"] == "f" * 16


@pytest.mark.parametrize(
    ("auth", "user", "header", "value"),
    [
        ("bearer", "", "authorization", "Bearer p4ss"),
        ("basic", "me", "authorization", "Basic bWU6cDRzcw=="),
        ("header", "X-Api-Key", "x-api-key", "p4ss"),
    ],
)
async def test_how_a_secret_is_sent(tools: Tools, auth: str, user: str, header: str, value: str) -> None:
    with http_peer() as peer:
        await perform(deed("http", url=peer.url, auth=auth, user=user, secret="pass"), tools)
    assert peer.received[0].headers[header] == value


async def test_a_url_that_is_the_secret_is_not_told(tools: Tools) -> None:
    """An incoming webhook's URL that is none: the log says so without it."""
    outcome = await perform(deed("slack", text="x", secret="bad"), tools)
    assert outcome == Outcome("failed", "target.url", "The secret is no URL.")


async def test_rows_in_files(tools: Tools) -> None:
    """CSV with a heading and formulas defused, NDJSON with exact numbers, each after a line that was left
    unfinished."""
    row = {"a": Number("1.10"), "b": '=1+1"', "c": None}
    for _ in range(2):
        assert (await perform(deed("append", file="t.csv", row=row), tools)).state == "done"
        assert (await perform(deed("append", file="t.jsonl", row=row), tools)).state == "done"
    csv, lines = tools.folder / "t.csv", tools.folder / "t.jsonl"
    assert csv.read_bytes() == b'a,b,c\r\n1.10,"\'=1+1""",\r\n1.10,"\'=1+1""",\r\n'
    assert lines.read_text() == '{"a": 1.10, "b": "=1+1\\"", "c": null}\n' * 2
    lines.write_bytes(b'{"a"')
    await perform(deed("append", file="t.jsonl", row={"x": 1}), tools)
    assert lines.read_bytes() == b'{"a"\n{"x": 1}\n'
    if os.name == "posix":
        assert csv.stat().st_mode & 0o077 == 0


async def test_rows_in_a_database(tools: Tools) -> None:
    """A key updates, a new column is added, a large number stays exact."""
    for row in ({"id": 1, "v": "a"}, {"id": 1, "v": "b", "n": Number("1.10")}, {"id": 2**70, "v": [1]}):
        outcome = await perform(deed("append", file="t.sqlite", table="people", row=row, key=["id"]), tools)
        assert outcome.state == "done", outcome
    connection = apsw.Connection(str(tools.folder / "t.sqlite"))
    assert connection.execute("SELECT id, v, n FROM people").fetchall() == [
        (1, "b", "1.10"),
        (str(2**70), "[1]", None),
    ]
    connection.close()


async def test_a_row_that_cannot_be_written(tools: Tools) -> None:
    """A folder that is not there: tried again. The workspace itself: never."""
    assert (await perform(deed("append", file="no/such/t.csv", row={"a": 1}), tools)).state == "waiting"
    outcome = await perform(deed("append", file=tools.database.name, format="sqlite", row={"a": 1}), tools)
    assert (outcome.state, outcome.error) == ("failed", "file.own")
    assert place_of(f"x/../{tools.database.name}-wal", tools.database) is None
    assert place_of("/tmp/t.csv", tools.database) == Path("/tmp/t.csv")


@pytest.mark.skipif("sys.platform == 'win32'")
@pytest.mark.parametrize(
    ("code", "state", "error", "message"),
    [
        ("import sys; print(sys.stdin.read())", "done", "", "[1, 2]"),
        ("import sys; print('no'); sys.exit(3)", "waiting", "program.3", "no"),
        ("import time; time.sleep(60)", "waiting", "program.timeout", "It took more than 1 s."),
        ("print('x' * 10**6)", "done", "", "x" * 1000),
    ],
)
async def test_programs(tools: Tools, code: str, state: str, error: str, message: str) -> None:
    outcome = await perform(deed("program", argv=[sys.executable, "-c", code], timeout_s=1), tools)
    assert (outcome.state, outcome.error) == (state, error)
    assert outcome.message.startswith(message)


async def test_a_program_that_is_not_there(tools: Tools) -> None:
    assert (await perform(deed("program", argv=["no-such-program-here"]), tools)).error == "program.missing"


def test_a_program_sees_no_more_than_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets of this process's environment are not handed on."""
    monkeypatch.setenv("GARFIO_SECRET_STRIPE", "whsec_1")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    found = environment(make_capture(), Path("/tmp/body"), "key")
    assert "GARFIO_SECRET_STRIPE" not in found
    assert "AWS_SECRET_ACCESS_KEY" not in found
    assert (found["GARFIO_EVENT"], found["GARFIO_RUN"]) == ("orders/paid", "key")


async def test_a_service_without_its_library_or_url(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = deed("service", secret="bad", text="x")
    if find_spec("apprise"):
        assert (await perform(wanted, tools)).error == "service.url"
    monkeypatch.setitem(sys.modules, "apprise", None)
    assert (await perform(wanted, tools)).error == "service.missing"
