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
            assert words in result.stderr or "is not an HTTP message" in result.stderr
            assert db.read_bytes() == content


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


def test_the_module_is_the_command() -> None:
    """`python -m garfio` is `garfio`."""
    done = garfio_process("--version")
    assert (done.returncode, done.stdout) == (0, f"garfio, version {garfio.__version__}\n".encode())
