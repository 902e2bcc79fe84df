"""`garfio export` and `garfio import`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.factories import make_arrival, make_chunked, make_message, make_refused

from garfio.core.export.registry import FORMATS
from garfio.core.http import Request

Run = Callable[..., Result]
Store = Callable[..., list[int]]

MESSAGES = [
    make_message(b"\x00\xff", b"/1"),
    make_chunked([b"a", b"b"], target=b"/2"),
    make_message(b"", b"/3"),
]


def _fill(store: Store) -> None:
    store(*[make_arrival(request=Request.from_bytes(raw)) for raw in MESSAGES], make_refused())


def test_round_trip(run: Run, store: Store, tmp_path: Path) -> None:
    """Exported to a file and imported again, every message is the same to the byte; oldest first."""
    _fill(store)
    file = tmp_path / "all.http"
    result = run("export", "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"3 captures exported to {file}.\n"
    assert file.read_bytes() == b"".join(MESSAGES)
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    assert run("import", file).stdout == f"{file}: 5, 6, 7\n"
    for number, raw in enumerate(MESSAGES, start=5):
        assert run("show", number, "--raw").stdout_bytes == raw
    assert json.loads(run("show", "5", "--json").stdout)["source"] == "import"


def test_export_to_stdout(run: Run, store: Store) -> None:
    """Without a file the bytes go to stdout, and the note to stderr."""
    _fill(store)
    result = run("export", "path:/2")
    assert result.stdout_bytes == MESSAGES[1]
    assert "1 capture exported." in result.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(run: Run, store: Store, name: str) -> None:
    """Each format exports one capture; one that holds a single capture says so when there are more."""
    _fill(store)
    assert run("export", "path:/1", "--format", name).stdout_bytes
    result = run("export", "--format", name)
    assert result.exit_code == (2 if FORMATS[name].single else 0)
    if FORMATS[name].single:
        assert "holds one capture" in result.stderr


def test_redacted(run: Run, store: Store) -> None:
    """Secrets are replaced and counted.

    Seen to fail with `--redact` ignored.
    """
    raw = make_message(b"{}", fields=[(b"Authorization", b"Bearer CANARY-7f3a")])
    store(make_arrival(request=Request.from_bytes(raw)))
    assert b"CANARY" in run("export").stdout_bytes
    result = run("export", "--redact")
    assert b"CANARY" not in result.stdout_bytes
    assert "1 value redacted" in result.stderr


def test_own_patterns(run: Run, store: Store) -> None:
    """What matches goes too; a pattern that is none, or without --redact, is wrong usage."""
    store(make_arrival(request=Request.from_bytes(make_message(b'{"order": "ORD-77"}'))))
    assert b"ORD-77" not in run("export", "--redact", "--redact-pattern", r"ORD-\d+").stdout_bytes
    assert run("export", "--redact", "--redact-pattern", "(").exit_code == 2
    assert run("export", "--redact-pattern", "x").exit_code == 2


def test_what_cannot_be_done(run: Run, store: Store, tmp_path: Path) -> None:
    """Nothing to export, no place for it, no HTTP in a file: a sentence, and 1."""
    _fill(store)
    (tmp_path / "text.http").write_text("Dear diary")
    for arguments, words in (
        (["export", "path:/none"], "No capture matches"),
        (["export", "-o", tmp_path / "no" / "where"], "cannot be written"),
        (["import", tmp_path / "text.http"], "cannot be imported. This is no file of requests"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert words in result.stderr
    assert run("import", tmp_path / "none.http").exit_code == 2


def test_import_makes_a_workspace(run: Run, tmp_path: Path, db: Path) -> None:
    """The first thing in a workspace may be an imported file."""
    file = tmp_path / "one.http"
    file.write_bytes(b"POST /by-hand HTTP/1.1\nHost: a\n\nbody")
    assert run("import", file).stdout == f"{file}: 1\n"
    assert db.exists()
    assert run("show", "1", "--body").stdout_bytes == b"body"


def test_names_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """A long list of ids and an odd file name are one line."""
    file = tmp_path / "odd ñ.http"
    file.write_bytes(b"".join(make_message(b"x") for _ in range(30)))
    assert len(run("import", file).stdout.splitlines()) == 1
