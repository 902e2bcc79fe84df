"""`garfio list`, `show` and `wait`."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result
from tests.factories import make_arrival, make_chunked, make_head, make_message, make_refused

from garfio.cli.output import HEADINGS
from garfio.core.http import Request
from garfio.engine.store import marks
from garfio.engine.store.database import connect

Run = Callable[..., Result]
Store = Callable[..., list[int]]
Objects = Callable[..., list[dict[str, Any]]]

AGREED = {
    "id", "received_at", "method", "target", "http_version", "peer", "endpoint", "provider", "event_type",
    "delivery_id", "verdict", "content_type", "size", "reply_status",
}  # fmt: skip
"""The keys of `list --json` that scripts rely on."""


def test_list_for_a_person(run: Run, store: Store) -> None:
    """Newest first, with a heading; more than fit is said on stderr."""
    store(*[make_arrival(b"x" * 2100, b"/%d" % number) for number in range(1, 61)])
    result = run("list")
    lines = result.stdout.splitlines()
    assert lines[0].split() == " ".join(HEADINGS).split()
    assert lines[1].split()[:1] == ["60"]
    assert "2.1 kB" in lines[1]
    assert len(lines) == 51
    assert "--limit 0" in result.stderr
    assert len(run("list", "--limit", "3").stdout.splitlines()) == 4
    assert len(run("list", "--limit", "0").stdout.splitlines()) == 61


def test_list_of_nothing(run: Run, store: Store) -> None:
    """An empty list is no error."""
    store()
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing has been captured yet.\n"
    store(make_arrival())
    assert run("list", "path:/none").stderr == "Nothing matches.\n"
    assert run("list", "path:/none", "--json").stdout == ""


def test_list_cannot_steer_the_terminal(run: Run, store: Store) -> None:
    """Control and direction characters from outside are shown as escapes.

    Seen to fail with the target printed as it is.
    """
    target = "/\x1b[31m\u202e\u009b".encode()
    store(make_arrival(target=target, content_type="a/\x07b"))
    for arguments in (["list"], ["show", "1"]):
        shown = run(*arguments).stdout
        assert not set(shown) & {"\x1b", "\u202e", "\u009b", "\x07"}
        assert "\\x1b[31m" in shown


def test_list_json(objects: Objects, store: Store) -> None:
    """One object a line, all rows, with the agreed keys; what is not known is null.

    Seen to fail with a key renamed.
    """
    store(*[make_arrival(b"%d" % number, b"//a?b=%zz") for number in range(60)], make_refused())
    found = objects("list", "--json")
    assert len(found) == 61
    assert [each["id"] for each in found[:2]] == [61, 60]
    row = found[1]
    assert set(row) >= AGREED
    assert {name: row[name] for name in AGREED} == {
        "id": 60, "received_at": "2023-11-14T22:13:20.000000Z", "method": "POST", "target": "//a?b=%zz",
        "http_version": "HTTP/1.1", "peer": "127.0.0.1:40312", "endpoint": None, "provider": None, "event_type": None,
        "delivery_id": None, "verdict": None, "content_type": "application/json", "size": 2, "reply_status": 200,
    }  # fmt: skip
    assert found[0]["refused"] == "tls"
    assert objects("list", "--json", "--limit", "2", "method:post")[0]["id"] == 60


def test_bytes_that_are_no_text_are_in_base64(objects: Objects, store: Store) -> None:
    """A target that is not UTF-8 is there exactly, too; one that is UTF-8 needs no second form."""
    store(make_arrival(target=b"/\xff"), make_arrival(target="/ñ".encode()))
    plain, odd = objects("list", "--json")
    assert base64.b64decode(odd["target_base64"]) == b"/\xff"
    assert plain["target"] == "/ñ"
    assert "target_base64" not in plain


RAW = make_chunked([b"\x00\xff", b"{}"], [(b"X-T", b"1")], [(b"X-A", b"1"), (b"x-a", b"\xff"), (b"X-A", b"")])


def test_show(run: Run, store: Store) -> None:
    """--raw, --headers and --body are the bytes, and nothing but the bytes."""
    request = Request.from_bytes(RAW)
    store(make_arrival(request=request, size=4))
    assert run("show", "1", "--raw").stdout_bytes == RAW
    assert run("show", "1", "--headers").stdout_bytes == request.head
    assert run("show", "1", "--body").stdout_bytes == b"\x00\xff{}"


def test_show_json(objects: Objects, store: Store) -> None:
    """The keys of the list, headers in wire order, the body in base64, and trailers where there are any."""
    store(make_arrival(request=Request.from_bytes(RAW), size=4), make_refused("tls", b"\x16\x03\x01"))
    found = objects("show", "1", "--json")[0]
    assert set(found) >= AGREED | {"headers", "body_base64"}
    assert found["headers"][-3:] == [["x-a", "ÿ"], ["X-A", ""], ["Transfer-Encoding", "chunked"]]
    assert base64.b64decode(found["body_base64"]) == b"\x00\xff{}"
    assert found["trailers"] == [["X-T", "1"]]
    refused = objects("show", "2", "--json")[0]
    assert base64.b64decode(refused["raw_base64"]) == b"\x16\x03\x01"


def test_show_for_a_person(run: Run, store: Store) -> None:
    """Headers, then the body in a readable view; a refused message with its reason."""
    store(
        make_arrival(b'{"amount":1.10,"id":12345678901234567890}', b"/pay"), make_refused("tls", b"\x16\x03")
    )
    shown = run("show", "1").stdout
    assert "Host: localhost" in shown
    assert '"amount": 1.10' in shown
    assert "12345678901234567890" in shown
    assert "TLS was spoken" in run("show", "2").stdout


def test_show_what_is_not_there(run: Run, store: Store) -> None:
    """An id without a capture: a sentence, exit 1."""
    store(make_arrival())
    result = run("show", "7")
    assert result.exit_code == 1
    assert result.stderr.startswith("garfio: There is no capture 7.")


def test_wait_for_what_is_there(run: Run, store: Store, objects: Objects) -> None:
    """A capture that is there already counts, the newest first; refused messages do not."""
    store(make_arrival(target=b"/a"), make_arrival(target=b"/a"), make_refused())
    assert objects("wait", "path:/a", "--timeout", "0", "--json")[0]["id"] == 2
    assert run("wait", "path:/a", "--timeout", "0").stdout.split()[0] == "2"


def test_wait_finds_a_capture_behind_a_flood(store: Store, objects: Objects) -> None:
    """A match is found however many refused messages came after it.

    Seen to fail: only the newest 200 rows were looked at.
    """
    store(make_arrival(target=b"/a"), *[make_refused()] * 300)
    assert objects("wait", "--timeout", "0", "--json", "--", "-body:zzz")[0]["id"] == 1


def test_wait_times_out(run: Run, store: Store) -> None:
    """Without a match: exit 1 after the time, a sentence on stderr, nothing on stdout."""
    store(make_arrival(target=b"/a"))
    for arguments in (["path:/b"], ["path:/a", "--new"]):
        start = time.monotonic()
        result = run("wait", *arguments, "--timeout", "0.1")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == "No capture has matched within 0.1 s.\n"
        assert time.monotonic() - start >= 0.1


def test_wait_for_what_comes(store: Store, objects: Objects, db: Path) -> None:
    """A workspace that is made and a capture that arrives while it waits are seen at once."""
    timer = threading.Timer(0.15, lambda: store(make_arrival(target=b"/x"), make_arrival(target=b"/late")))
    timer.start()
    found = objects("wait", "path:/late", "--timeout", "20", "--json")
    timer.join()
    assert found[0]["target"] == "/late"
    assert not list(db.parent.glob("*damaged*"))


def test_deleted_captures_are_not_listed(run: Run, store: Store, db: Path) -> None:
    """What was deleted in the window is gone here too, before it is purged."""
    store(make_arrival(), make_arrival())
    connection = connect(db)
    with connection:
        marks.hide(connection, marks.begin_deletion(connection, everything=False, purge_after_us=2**60), [1])
    connection.close()
    assert len(run("list").stdout.splitlines()) == 2
    assert run("show", "1").exit_code == 1


def test_json_is_valid_whatever_arrives(run: Run, store: Store) -> None:
    """Any bytes in target, headers and type make lines that are JSON and UTF-8."""
    everything = bytes(range(0x80, 0x100))
    request = Request(
        make_head(target=b"/" + everything, fields=[(b"X", everything), (b"Content-Type", everything)])
    )
    store(make_arrival(request=request, content_type=everything.decode("latin-1")))
    for arguments in (["list", "--json"], ["show", "1", "--json"]):
        json.loads(run(*arguments).stdout_bytes.decode("utf-8"))


def test_an_incomplete_capture_says_so(run: Run, store: Store) -> None:
    """A request that broke off is marked, and shows what came."""
    raw = make_message(b"12345")[:-5]
    store(make_arrival(request=Request(raw, b"123"), size=3, complete=False, reply_status=0))
    assert "(incomplete)" in run("list").stdout
    assert run("show", "1", "--raw").stdout_bytes == raw + b"123"
