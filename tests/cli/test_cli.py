"""What all commands share: the workspace's name, help, errors and exit codes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tests.e2e.processes import environment
from tests.e2e.processes import garfio as garfio_process
from tests.factories import make_arrival

import garfio
from garfio.cli import cli, fail
from garfio.core.errors import AppError

Run = Callable[..., Result]


def test_every_command_has_help(run: Run) -> None:
    """Each command loads, and its help ends in 0."""
    context = click.Context(cli)
    assert len(cli.list_commands(context)) >= 6
    for name in cli.list_commands(context):
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage: garfio" in result.stdout


def test_version(run: Run) -> None:
    """The version is the package's."""
    assert garfio.__version__ in run("--version").stdout


@pytest.mark.parametrize(
    "arguments",
    [["nothing"], ["list", "--limit", "x"], ["list", "--nothing"], ["show"], ["show", "0"], ["show", "x"], ["wait"],
     ["import"], ["export", "--format", "x"], ["listen", "--port", "70000"], ["--size", "1x1", "--screenshot", "f"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_2(run: Run, arguments: list[str]) -> None:
    """A command that cannot be understood ends with 2 and says why on stderr."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["list"], ["show", "1"], ["export"], ["wait", "x", "--timeout", "0"]], ids=" ".join
)
def test_no_workspace_is_1(run: Run, db: Path, arguments: list[str]) -> None:
    """Without a workspace: a sentence that says what to start, and none is made."""
    result = run(*arguments)
    assert result.exit_code == 1
    assert re.fullmatch(r"garfio: There is no workspace at .+ yet\. Start .+\n", result.stderr)
    assert not db.exists()


def test_a_query_that_cannot_be_understood_is_2(run: Run, store: Callable[..., list[int]]) -> None:
    """The error shows where in the query it is."""
    store(make_arrival())
    result = run("list", "status:", "(")
    assert result.exit_code == 2
    query, arrow, sentence = result.stderr.splitlines()
    assert query == "status: ("
    assert arrow.strip() == "^"
    assert sentence.startswith("garfio: ")


def test_nobody_waits_for_what_never_comes(run: Run, store: Callable[..., list[int]]) -> None:
    """A verdict that there is not would be waited for in vain: it is wrong usage."""
    store(make_arrival())
    for command in (
        ["wait", "verdict:ok", "--timeout", "0"],
        ["list", "verdict:ok"],
        ["export", "verdict:ok"],
    ):
        result = run(*command)
        assert result.exit_code == 2
        assert "verdict: knows valid, invalid" in result.stderr


def test_the_workspace_can_be_named_in_three_ways(
    tmp_path: Path, store: Callable[..., list[int]], db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command's --db, then garfio's, then GARFIO_DB."""
    store(make_arrival(target=b"/here"))
    wrong = str(tmp_path / "wrong.db")
    monkeypatch.setenv("GARFIO_DB", wrong)
    for arguments in (["--db", str(db), "list"], ["--db", wrong, "list", "--db", str(db)]):
        assert "/here" in CliRunner().invoke(cli, arguments).stdout
    assert CliRunner().invoke(cli, ["list"]).exit_code == 1
    monkeypatch.setenv("GARFIO_DB", str(db))
    assert "/here" in CliRunner().invoke(cli, ["list"]).stdout


def test_other_programs_files_and_damaged_ones(run: Run, db: Path) -> None:
    """A sentence and exit 1; the file is as it was."""
    for content, words in ((b"text", "is damaged"), (b"", "is damaged")):
        db.write_bytes(content)
        for arguments in (["list"], ["import", __file__]):
            result = run(*arguments)
            assert result.exit_code == 1
            assert words in result.stderr or "cannot be imported" in result.stderr
            assert db.read_bytes() == content


@pytest.mark.parametrize(
    "arguments",
    [["endpoints", "add", "/a"], ["targets", "add", "a", "http://h"], ["rules", "log"]],
    ids=" ".join,
)
def test_only_a_listener_or_the_window_sets_a_damaged_file_aside(
    run: Run, db: Path, arguments: list[str]
) -> None:
    """A command that changes something leaves a damaged file where it is, and says that it is damaged."""
    db.write_bytes(b"somebody's text")
    result = run(*arguments)
    assert result.exit_code == 1
    assert "is damaged" in result.stderr
    assert db.read_bytes() == b"somebody's text"


HUGE = "9" * 23


@pytest.mark.parametrize(
    "arguments",
    [["show", HUGE], ["list", "--limit", HUGE], ["verify", HUGE], ["resend", HUGE, "--to", "http://127.0.0.1:1"],
     ["schemas", "check", HUGE], ["wait", "x", "--timeout", "nan"], ["verify", "1", "--at", "nan"],
     ["verify", "1", "--at", "1e300"], ["sign", __file__, "--provider", "stripe", "--secret", "s", "--at", "nan"],
     ["endpoints", "add", "/a", "--answer-within", "nan"], ["endpoints", "add", "a"],
     ["endpoints", "add", "/a", "--provider", "nobody"], ["endpoints", "add", "/a", "--tolerance", "nan"],
     ["targets", "add", "a", "nowhere"], ["targets", "add", "a", "http://h", "--timeout", "nan"],
     ["targets", "add", "a", "http://h", "--expect", "x"], ["resend", "1", "--to", "ftp://h"],
     ["resend", "1", "--to", "http://127.0.0.1:1", "--set-header", "x"],
     ["resend", "1", "--to", "http://127.0.0.1:1", "--method", "A B"], ["send", "nobody/x", "--to", "http://127.0.0.1:1"],
     ["secrets", "add", "/a", "--valid-from", "nan"], ["secrets", "add", "/a", "--valid-until", "1e300"],
     ["rules", "add", "nofile.toml"], ["listen", "--answer-within", "nan", "--forward", "http://127.0.0.1:1"]],
    ids=" ".join,
)  # fmt: skip
def test_a_value_that_cannot_be_is_wrong_usage(
    run: Run, store: Callable[..., list[int]], arguments: list[str]
) -> None:
    """Exit code 2, one sentence, and nothing on stdout."""
    store(make_arrival())
    result = run(*arguments)
    assert result.exit_code == 2, result.stderr
    assert result.stdout == ""
    assert len(result.stderr.splitlines()[-1]) > 20


@pytest.mark.parametrize(
    "arguments",
    [["targets", "remove"], ["targets", "add", "http://h"], ["resend", "1", "--to"], ["rules", "enable"],
     ["endpoints", "remove"]],
    ids=" ".join,
)  # fmt: skip
def test_an_argument_that_is_not_utf_8(
    run: Run, store: Callable[..., list[int]], arguments: list[str]
) -> None:
    """Bytes of another encoding, which Python gives as lone surrogates, are said to be wrong usage."""
    store(make_arrival())
    at = 2 if arguments[:2] == ["targets", "add"] else len(arguments)
    result = run(*arguments[:at], "\udcff\udcfe", *arguments[at:])
    assert result.exit_code == 2
    assert result.stderr == "garfio: This is not UTF-8: '\\udcff\\udcfe'. Write it in UTF-8.\n"


def test_a_place_that_cannot_be_looked_at(run: Run, tmp_path: Path) -> None:
    """A name that no file can have is said to be one."""
    for command in (["list"], ["import", __file__], ["endpoints", "add", "/a"], ["listen", "--port", "0"]):
        result = run(*command, "--db", tmp_path / ("a" * 300))
        assert result.exit_code == 2
        assert "cannot be used: File name too long. Name another file" in result.stderr


def test_a_pipe_gets_utf_8_whatever_the_locale(store: Callable[..., list[int]], db: Path) -> None:
    """JSON is UTF-8, and no text makes a command fail, where the locale knows ASCII alone."""
    store(make_arrival(target="/ñ€".encode()))
    for arguments in (["list", "--json"], ["list"]):
        done = subprocess.run(
            [sys.executable, "-m", "garfio", "--db", str(db), *arguments],
            check=False, capture_output=True, timeout=60, env={**environment(), "PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
        assert "/ñ€".encode() in done.stdout


def test_fail_without_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """An error is one line on stderr."""
    with pytest.raises(SystemExit) as caught:
        fail(AppError("port.taken", "Port 1 is taken.", hint="Choose another."))
    assert caught.value.code == 1
    assert capsys.readouterr().err == "garfio: Port 1 is taken. Choose another.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_leaves_is_no_error(store: Callable[..., list[int]], db: Path) -> None:
    """`garfio list | head -1` says nothing on stderr."""
    for _ in range(20):
        store(*[make_arrival(target=b"/" + b"a" * 100)] * 500)
    for arguments in (["list", "--limit", "0"], ["list", "--json"], ["export"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "garfio", "--db", str(db), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) in (0, 1)
        process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_standard_streams_are_no_fault(store: Callable[..., list[int]], db: Path, closed: str) -> None:
    """Seen to fail: the database's file got the number of the closed stream, and printing ended with a traceback."""
    store(make_arrival())
    command = f'exec "$0" -m garfio list --db "$1" {closed}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(db)],
        check=False, capture_output=True, timeout=60, env=environment(),
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == b""
    assert (b"POST" in done.stdout) == (">&-" not in closed.replace("2>&-", ""))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_the_output_is_said(store: Callable[..., list[int]], db: Path) -> None:
    """One sentence and exit 1, no traceback."""
    store(make_arrival())
    for arguments in (["list", "--json"], ["show", "1", "--raw"], ["export"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "garfio", "--db", str(db), *arguments],
                check=False, stdout=full, stderr=subprocess.PIPE, timeout=60, env=environment(),
            )  # fmt: skip
        assert done.returncode == 1
        assert b"its disk is full" in done.stderr
        assert b"Traceback" not in done.stderr


def test_the_module_is_the_command() -> None:
    """`python -m garfio` is `garfio`."""
    done = garfio_process("--version")
    assert (done.returncode, done.stdout) == (0, f"garfio, version {garfio.__version__}\n".encode())
