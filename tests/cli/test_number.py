"""Numbers on the command line: what is none is said in words."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest
from click.testing import Result

from garfio.cli import cli

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "abc"], "'abc' is not a whole number."),
        (["show", "1.5"], "'1.5' is not a whole number."),
        (["show", "0"], "0 is not the id of a capture; `garfio list` shows them."),
        (["list", "--limit", "-1"], "-1 is not from 0 to 4611686018427387904."),
        (["wait", "x", "--timeout", "soon"], "'soon' is not a number."),
        (["wait", "x", "--timeout", "nan"], "'nan' is not a number."),
        (["wait", "x", "--timeout", "-1"], "-1 is not 0 or more."),
        (["targets", "add", "a", "http://a", "--timeout", "long"], "'long' is not a number."),
    ],
)
def test_what_is_no_number(run: Run, arguments: list[str], words: str) -> None:
    """What is no number, or none that can be, ends with 2 and a sentence without signs of inequality."""
    result = run(*arguments)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


def test_help_says_limits_in_words(run: Run) -> None:
    """No help of any command cuts a summary off, or prints a range as a formula."""

    def helps(command: click.Command, path: tuple[str, ...]) -> list[str]:
        lines = run(*path, "--help").output.splitlines()[1:]
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                lines += helps(found, (*path, name))
        return lines

    assert [line for line in helps(cli, ()) if line.endswith("...") or "<=x" in line] == []
