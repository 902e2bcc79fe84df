"""`garfio rules` and `garfio recipes`: what happens by itself when a webhook arrives. The listener does it and follows
a change within a second."""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option, unused_db_option
from garfio.cli.number import Whole
from garfio.cli.output import print_json, printable
from garfio.core.errors import AppError
from garfio.core.recipe import LANGUAGES
from garfio.core.rule import Rule, read_rule, rule_values, write_rule
from garfio.core.rule_context import NAMES
from garfio.core.silence import plain_minutes
from garfio.core.template_fault import plain_message
from garfio.engine.database import Database
from garfio.engine.rendered import Rendered
from garfio.engine.rules.desk import RuleDesk
from garfio.engine.rules.session import open_rules
from garfio.engine.rules.trial import PastSilences
from garfio.engine.store.run_log import RunRecord

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
confirm_option = click.option(
    "--confirm", is_flag=True, help="Agree to the programs that it runs on this machine."
)


@click.group()
def rules() -> None:
    """What happens by itself when a webhook arrives."""


@rules.command("list")
@json_option
@db_option
@click.pass_context
def list_rules(ctx: click.Context, db: Path | None, as_json: bool) -> None:
    """List the rules."""
    found = _run(_existing(ctx, db), lambda desk: desk.all())
    for rule in found:
        if as_json:
            print_json({**rule_values(rule), "confirmed": rule.confirmed})
            continue
        kinds = ", ".join(action.kind for action in rule.actions)
        state = "on " if rule.enabled else "off"
        what = printable(rule.query or "everything")
        if rule.silent_minutes:
            what = f"{plain_minutes(rule.silent_minutes)} min without {what}"
        click.echo(f"{state}  {printable(rule.name):28} {what} → {kinds}")
    if not found and not as_json:
        click.echo("There are no rules yet: garfio rules add FILE.toml, or garfio recipes list", err=True)


@rules.command("show")
@click.argument("name")
@db_option
@click.pass_context
def show_rule(ctx: click.Context, name: str, db: Path | None) -> None:
    """Print the rule NAME as TOML, as `add` reads it."""
    click.echo(write_rule(_run(_existing(ctx, db), lambda desk: desk.get(name))), nl=False)


@rules.command("add")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--replace", "overwrite", is_flag=True, help="Put it in the place of the rule of that name.")
@click.option("--enable", is_flag=True, help="Switch it on at once.")
@db_option
@click.pass_context
def add_rule(ctx: click.Context, file: Path, overwrite: bool, enable: bool, db: Path | None) -> None:
    """Keep the rule in FILE.toml. It is on if it says `enabled = true`, unless it runs a program."""
    rule = read_rule(_text(file))
    rule = replace(rule, enabled=(rule.enabled or enable) and not rule.needs_confirmation)

    async def add(desk: RuleDesk) -> None:
        if overwrite and any(known.name == rule.name for known in await desk.all()):
            await desk.change(rule.name, rule)
        else:
            await desk.add(rule)

    _run(database_of(ctx, db), add)
    _say_added(rule)


@rules.command("test")
@click.argument("name")
@click.option("--last", type=Whole(1, 10_000), default=100, show_default=True, help="Captures to try it on.")
@json_option
@db_option
@click.pass_context
def try_rule(ctx: click.Context, name: str, last: int, as_json: bool, db: Path | None) -> None:
    """Show what the rule NAME would have done. It, or the one in NAME.toml, is tried on the last captures.

    Nothing is done. Exit 0 when it would do something, 1 when it would not.
    """

    async def run(desk: RuleDesk) -> Any:
        rule = read_rule(_text(Path(name))) if name.endswith(".toml") else await desk.get(name)
        return rule, await desk.dry_run(rule, last)

    rule, result = _run(_existing(ctx, db), run)
    count = 0
    for trial in result.trials:
        for one in trial.rendered:
            count += one.deed is not None
            if as_json:
                print_json(_rendered_json(rule, trial.capture, one))
            else:
                _echo_rendered(rule, trial.capture, one)
    if as_json and result.silences:
        print_json({"matched": result.silences.matched, "would_have_fired_at_us": result.silences.at_us})
    elif result.silences:
        click.echo(_silence_line(rule, result.silences, result.looked_at), err=True)
    elif not as_json:
        click.echo(
            f"{len(result.trials)} of the last {result.looked_at} captures match; {count} actions.", err=True
        )
        if any(one.error == "template.undefined" for trial in result.trials for one in trial.rendered):
            click.echo(f"Templates name what is inside of: {', '.join(NAMES)}.", err=True)
    sys.exit(0 if count else 1)


@rules.command("enable")
@click.argument("name")
@confirm_option
@db_option
@click.pass_context
def enable_rule(ctx: click.Context, name: str, confirm: bool, db: Path | None) -> None:
    """Switch the rule NAME on, for what arrives from now on."""
    _run(_existing(ctx, db), lambda desk: desk.enable(name, confirmed=confirm))
    click.echo(f"{name} is on.", err=True)


@rules.command("disable")
@click.argument("name")
@db_option
@click.pass_context
def disable_rule(ctx: click.Context, name: str, db: Path | None) -> None:
    """Switch the rule NAME off. What it still had to do is given up; `again` takes it up."""
    _run(_existing(ctx, db), lambda desk: desk.disable(name))
    click.echo(f"{name} is off.", err=True)


@rules.command("remove")
@click.argument("name")
@db_option
@click.pass_context
def remove_rule(ctx: click.Context, name: str, db: Path | None) -> None:
    """Forget the rule NAME; its log stays."""
    _run(_existing(ctx, db), lambda desk: desk.remove(name))
    click.echo(f"{name} removed.", err=True)


@rules.command("log")
@click.argument("name", required=False)
@click.option("--failed", is_flag=True, help="Only what was given up.")
@click.option("--limit", type=Whole(1, 2**62), default=50, show_default=True, metavar="N")
@json_option
@db_option
@click.pass_context
def show_log(
    ctx: click.Context, name: str | None, failed: bool, limit: int, as_json: bool, db: Path | None
) -> None:
    """List what rules have done, the newest first."""
    state = "failed" if failed else ""

    async def read(desk: RuleDesk) -> list[RunRecord]:
        if name is not None:
            await desk.require_name(name)
        return await desk.log(name, state=state, limit=limit)

    found: list[RunRecord] = _run(_existing(ctx, db), read)
    for record in found:
        if as_json:
            print_json({**asdict(record), "message": plain_message(record.error, record.message)})
        else:
            click.echo(_record_line(record))


@rules.command("again")
@click.argument("name", required=False)
@db_option
@click.pass_context
def try_again(ctx: click.Context, name: str | None, db: Path | None) -> None:
    """Try again what was given up, of the rule NAME or of all."""

    async def queue(desk: RuleDesk) -> int:
        if name is not None:
            await desk.require_name(name)
        return await desk.try_again(name)

    count = _run(_existing(ctx, db), queue)
    click.echo(f"{count} queued.", err=True)


def _own_language() -> str:
    """What the environment says, as programs in a terminal read it: LC_ALL, LC_MESSAGES, LANG."""
    named = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return next((language for language in LANGUAGES if named.lower().startswith(language)), "en")


@click.group()
def recipes() -> None:
    """Ready rules, to be filled in."""


@recipes.command("list")
@json_option
@unused_db_option
def list_recipes(as_json: bool) -> None:
    """List the recipes, and what each needs."""
    for recipe in RuleDesk.recipes(_own_language()).values():
        if as_json:
            print_json({**asdict(recipe), "rule": dict(recipe.rule)})
            continue
        click.echo(f"{recipe.name}: {recipe.doc}")
        for field in recipe.fields:
            default = f" [{field.default}]" if field.default else "" if field.required else " [nothing]"
            click.echo(f"    {field.name:14} {field.doc}{default}")


@recipes.command("add")
@click.argument("recipe")
@click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="Fill in a field.")
@click.option("--name", default="", help="The rule's name; the recipe's by default.")
@click.option("--enable", is_flag=True, help="Switch it on at once.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=_own_language,
    show_default="that of the system",
    help="The language of what it writes to people.",
)
@db_option
@click.pass_context
def add_recipe(
    ctx: click.Context,
    recipe: str,
    values: tuple[str, ...],
    name: str,
    enable: bool,
    lang: str,
    db: Path | None,
) -> None:
    """Make a rule from RECIPE. It is off until `garfio rules enable`, or with --enable."""
    given = {}
    for pair in values:
        key, mark, value = pair.partition("=")
        if not mark:
            raise AppError("usage.set", f"--set {pair!r} must read KEY=VALUE.")
        given[key.strip()] = value

    async def add(desk: RuleDesk) -> Rule:
        rule = await desk.add_recipe(recipe, given, name, lang)
        if enable:
            await desk.enable(rule.name)
        return replace(rule, enabled=enable)

    _say_added(_run(database_of(ctx, db), add))


def _run(path: Path, work: Callable[[RuleDesk], Awaitable[Any]]) -> Any:
    """Do `work` with the rules of a workspace."""

    async def run() -> Any:
        async with open_rules(path) as desk:
            return await work(desk)

    return asyncio.run(run())


def _existing(ctx: click.Context, db: Path | None) -> Path:
    """The workspace's path. Raises AppError when there is none."""
    return Database(database_of(ctx, db)).path


def _text(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise AppError(
            "usage.file", f"{file} cannot be read: {error.strerror}.", hint="Check its name."
        ) from error
    except UnicodeDecodeError as error:
        raise AppError("rule.toml", f"{file} is not TOML.", hint="Write it as UTF-8 text.") from error


def _say_added(rule: Rule) -> None:
    click.echo(f"{rule.name} added, and {'on' if rule.enabled else 'off'}.", err=True)
    if not rule.enabled:
        confirm = " --confirm" if rule.needs_confirmation else ""
        click.echo(f"Try it with: garfio rules test {shlex.quote(rule.name)}", err=True)
        click.echo(f"Switch it on with: garfio rules enable {shlex.quote(rule.name)}{confirm}", err=True)
    for secret in rule.secret_names:
        click.echo(f"It needs the secret {secret!r}: garfio secrets add action:{secret}", err=True)


def _rendered_json(rule: Rule, capture: int, one: Rendered) -> dict[str, Any]:
    kind = rule.actions[one.action].kind if one.action >= 0 else ""
    found: dict[str, Any] = {"capture": capture, "action": one.action, "kind": kind, "item": one.item}
    if one.deed is None:
        return {**found, "error": one.error, "message": plain_message(one.error, one.message)}
    return {
        **found,
        "summary": one.deed.summary,
        "deed": json.loads(json.dumps(one.deed.values, default=str)),
    }


def _silence_line(rule: Rule, past: PastSilences, looked_at: int) -> str:
    minutes = plain_minutes(rule.silent_minutes)
    if not past.matched:
        return (
            f"None of the last {looked_at} captures matches; it acts {minutes} min after it is switched on."
        )
    found = f"{past.matched} of the last {looked_at} captures match; "
    if not past.at_us:
        return f"{found}there were never {minutes} min between them."
    at = datetime.fromtimestamp(past.at_us[-1] / 1e6).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    times = "once" if len(past.at_us) == 1 else f"{len(past.at_us)} times"
    return f"{found}it would have acted {times}, the last time at {at}."


def _echo_rendered(rule: Rule, capture: int, one: Rendered) -> None:
    kind = rule.actions[one.action].kind if one.action >= 0 else rule.name
    entry = "" if one.item is None else f" [{one.item}]"
    if one.deed is None:
        said = printable(plain_message(one.error, one.message))
        click.secho(f"{capture:>8}  {kind}{entry}  {said} [{one.error}]", fg="red")
        return
    click.echo(f"{capture:>8}  {kind}{entry}  {printable(one.deed.summary)}")
    for name, value in one.deed.values.items():
        if value not in ("", [], {}, None):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
            lines = [printable(line) for line in text.split("\n")]
            click.echo(f"{'':10}{name}: " + f"\n{'':12}".join(lines))


def _record_line(record: RunRecord) -> str:
    at = datetime.fromtimestamp(record.queued_at_us / 1e6).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    message = printable(plain_message(record.error, record.message))
    what = printable(record.summary) or message
    if record.error:
        what = f"{what}  ({record.error}{': ' + message if record.summary else ''})"
    return f"{at}  {record.capture:>8}  {printable(record.rule):24} {record.state:8} {record.kind:12} {what}".rstrip()


COMMANDS = {"rules": rules, "recipes": recipes}
