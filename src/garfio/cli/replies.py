"""`garfio replies`: what paths answer on purpose, in place of the ordinary 200."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.number import Number, Whole
from garfio.cli.output import print_json, printable
from garfio.core.errors import AppError
from garfio.core.scripted_reply import PRESETS, Script, preset, script_of, script_values
from garfio.engine.database import Database
from garfio.engine.replies import ReplyDesk
from garfio.engine.rules.session import open_replies


@click.group()
def replies() -> None:
    """What paths answer on purpose, such as a status or a delay."""


@replies.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@db_option
@click.pass_context
def list_replies(ctx: click.Context, db: Path | None, as_json: bool) -> None:
    """List the paths that answer on purpose."""
    found = _run(Database(database_of(ctx, db)).path, lambda desk: desk.all())
    for script in found:
        if as_json:
            print_json(script_values(script))
            continue
        steps = ", ".join(_words(step.status, step.times, step.delay_s, step.fault) for step in script.steps)
        more = f", {script.failure_percent} % fail" if script.failure_percent else ""
        more += ", only if the signature is valid" if script.require_valid else ""
        click.echo(f"{printable(script.path):24} {steps}{more}")
    if not found and not as_json:
        click.echo("Every path gives the ordinary reply.", err=True)


@replies.command("set")
@click.argument("path")
@click.option("--preset", "name", type=click.Choice(list(PRESETS)), help="One of the ready ones.")
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A TOML file with steps."
)
@click.option("--status", type=Whole(200, 599), help="The status.")
@click.option("--body", help="The body, a template.")
@click.option("--delay", type=Number(0, 120), metavar="S", help="Seconds before the answer.")
@click.option("--fail-percent", type=Whole(0, 100), metavar="N", help="So many of a hundred fail.")
@click.option("--require-valid", is_flag=True, help="Answer 401 to what has no valid signature.")
@click.option("--cors", metavar="ORIGIN", help="Let web pages of this origin read the answer; * for all.")
@db_option
@click.pass_context
def set_reply(
    ctx: click.Context,
    path: str,
    name: str | None,
    file: Path | None,
    status: int | None,
    body: str | None,
    delay: float | None,
    fail_percent: int | None,
    require_valid: bool,
    cors: str | None,
    db: Path | None,
) -> None:
    """Answer so on PATH from now on. /* at its end stands for everything below."""
    script = _of_file(file, path) if file else preset(name or "ok", path)
    steps = {"status": status, "body": body, "delay_s": delay}
    given = {key: value for key, value in steps.items() if value is not None}
    if given:
        script = replace(script, steps=(replace(script.steps[0], **given), *script.steps[1:]))
    whole = {"failure_percent": fail_percent, "cors": cors, "require_valid": require_valid or None}
    script = replace(script, **{key: value for key, value in whole.items() if value is not None})
    _run(database_of(ctx, db), lambda desk: desk.set(script))
    click.echo(f"{path} answers so from now on.", err=True)


@replies.command("remove")
@click.argument("path")
@db_option
@click.pass_context
def remove_reply(ctx: click.Context, path: str, db: Path | None) -> None:
    """Give the ordinary reply on PATH again."""
    if not _run(Database(database_of(ctx, db)).path, lambda desk: desk.remove(path)):
        raise AppError("reply.missing", f"{path!r} gives the ordinary reply.", path=path)
    click.echo(f"{path} gives the ordinary reply.", err=True)


def _of_file(file: Path, path: str) -> Script:
    try:
        return script_of({**tomllib.loads(file.read_text("utf-8")), "path": path})
    except (OSError, ValueError) as error:
        raise AppError("file.read", f"{file} cannot be read: {error}.", path=str(file)) from error


def _words(status: int, times: int, delay_s: float, fault: str) -> str:
    text = fault or str(status)
    text += f" after {delay_s:g} s" if delay_s else ""
    return text + (f" ({times} times)" if times > 1 else "")


def _run(path: Path, work: Callable[[ReplyDesk], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with open_replies(path) as desk:
            return await work(desk)

    return asyncio.run(run())


COMMANDS = {"replies": replies}
