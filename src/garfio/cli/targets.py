"""`garfio targets`: named places to send to."""

from __future__ import annotations

import asyncio
import shlex
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.number import Number, Whole
from garfio.cli.output import print_json
from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.core.resend import read_header
from garfio.core.signature import Secret
from garfio.core.target import (
    MOST_REDIRECTS,
    PATH_MODES,
    SENDING_MODES,
    SIGNATURE_MODES,
    Target,
    Tls,
    read_expectation,
    target_json,
)
from garfio.engine.database import Database
from garfio.engine.resend.session import open_desks


@click.group()
def targets() -> None:
    """Named places to send to."""


@targets.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@db_option
@click.pass_context
def list_targets(ctx: click.Context, db: Path | None, as_json: bool) -> None:
    """List the targets."""
    path = Database(database_of(ctx, db)).path

    async def read() -> tuple[list[Target], set[str]]:
        async with open_desks(path) as (desk, endpoints):
            return await desk.targets(), {record.owner for record in await endpoints.secrets()}

    found, owners = asyncio.run(read())
    for target in found:
        owner = f"target:{target.name}"
        if as_json:
            print_json({**target_json(target), "has_secret": owner in owners})
            continue
        notes = "" if target.tls.verify else "  (certificate not checked)"
        if target.signature == "resign" and owner not in owners:
            notes += f"  (no secret to sign with: garfio secrets add {shlex.quote(owner)})"
        click.echo(f"{target.name:20} {target.url}{notes}")
    if not found and not as_json:
        click.echo("There are no targets yet: garfio targets add NAME URL", err=True)


@targets.command("add")
@click.argument("name")
@click.argument("url")
@click.option("--provider", default="", metavar="P", help="Sign for this provider when re-signing.")
@click.option("--secret", default="", metavar="S", help="Keep the receiver's signing secret for --resign.")
@click.option(
    "--signature",
    type=click.Choice(SIGNATURE_MODES),
    default="keep",
    show_default=True,
    help="What becomes of the signature unless told otherwise; forwards follow it too.",
)
@click.option(
    "--path",
    "path_mode",
    type=click.Choice(PATH_MODES),
    default="auto",
    show_default=True,
    help="append: the capture's path follows the URL's; replace: the URL's path takes its place; "
    "auto: replace where the URL has one.",
)
@click.option("--set-header", "set_headers", multiple=True, metavar="N=V", help="Replace or add a header.")
@click.option("--remove-header", "removed", multiple=True, metavar="N", help="Leave a header out.")
@click.option("--set", "variables", multiple=True, metavar="KEY=VALUE", help="A variable for {{KEY}}.")
@click.option(
    "--expect", "expected", multiple=True, metavar="WHAT", help="status=2xx, header:N=V, json:a.b=V, time=MS"
)
@click.option("--keep-host", is_flag=True, help="Send the capture's own Host header.")
@click.option(
    "--follow",
    type=Whole(0, MOST_REDIRECTS),
    default=0,
    metavar="N",
    help="Follow up to N redirects; without it a redirect is shown as the answer that it is.",
)
@click.option(
    "--sending",
    type=click.Choice(SENDING_MODES),
    help="Byte for byte, or by an ordinary HTTP client, which uses proxies.  [default: exact; normal with --proxy]",
)
@click.option(
    "--proxy",
    default="",
    metavar="URL",
    help="Go through this proxy instead of the environment's HTTPS_PROXY.",
)
@click.option(
    "--timeout",
    "answer_s",
    type=Number(),
    default=30.0,
    show_default=True,
    metavar="S",
    help="Wait so many seconds for the answer.",
)
@click.option(
    "--connect-timeout",
    "connect_s",
    type=Number(),
    default=10.0,
    show_default=True,
    metavar="S",
    help="Wait so many seconds for the connection.",
)
@click.option(
    "--ca-file", default="", metavar="FILE", help="Trust these authorities instead of the system's."
)
@click.option("--cert", "certificate", default="", metavar="FILE", help="Show this client certificate.")
@click.option("--key", default="", metavar="FILE", help="The client certificate's key.")
@click.option("--insecure", is_flag=True, help="Do not check the target's certificate.")
@db_option
@click.pass_context
def add_target(
    ctx: click.Context,
    db: Path | None,
    set_headers: tuple[str, ...],
    removed: tuple[str, ...],
    variables: tuple[str, ...],
    expected: tuple[str, ...],
    ca_file: str,
    certificate: str,
    key: str,
    insecure: bool,
    secret: str,
    sending: str | None,
    **fields: Any,
) -> None:
    """Keep the target NAME at URL."""
    files = (str(Path(name).absolute()) if name else "" for name in (ca_file, certificate, key))
    headers = [read_header(text) for text in set_headers]
    target = Target(
        **fields,
        sending=sending or ("normal" if fields["proxy"] else "exact"),
        set_headers=tuple((decode_value(name), decode_value(value)) for name, value in headers),
        remove_headers=removed,
        variables=tuple(_variable(text) for text in variables),
        expectations=tuple(read_expectation(text) for text in expected),
        tls=Tls(not insecure, *files),
    )

    async def add(path: Path) -> None:
        async with open_desks(path) as (desk, endpoints):
            await desk.add_target(target)
            if not secret:
                return
            try:
                await endpoints.add_secret(f"target:{target.name}", Secret(secret))
            except AppError:
                await desk.remove_target(target.name)
                raise

    asyncio.run(add(database_of(ctx, db)))
    click.echo(f"{target.name} added: {target.url}", err=True)


@targets.command("remove")
@click.argument("name")
@db_option
@click.pass_context
def remove_target(ctx: click.Context, name: str, db: Path | None) -> None:
    """Forget the target NAME; what was sent to it stays recorded."""

    async def remove(path: Path) -> None:
        async with open_desks(path) as (desk, endpoints):
            await desk.remove_target(name)
            for record in await endpoints.secrets(f"target:{name}"):
                await endpoints.remove_secret(record.id)

    asyncio.run(remove(Database(database_of(ctx, db)).path))
    click.echo(f"{name} removed.", err=True)


def _variable(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise AppError("usage.variable", f"{text!r} is not a variable.", hint="Write KEY=VALUE.")
    return name.strip(), value


COMMANDS = {"targets": targets}
