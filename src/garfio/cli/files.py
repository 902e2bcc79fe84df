"""`garfio export` and `garfio import`: captures to files and back."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from garfio.cli import database_of, db_option, query_of
from garfio.cli.output import print_bytes
from garfio.core.capture import CaptureSummary
from garfio.core.errors import AppError
from garfio.core.export.context import Context
from garfio.core.export.registry import FORMATS, document
from garfio.core.http import Request
from garfio.core.redaction.request import redact
from garfio.core.redaction.rules import DEFAULT_RULES, Rules
from garfio.engine.database import Database, import_arrivals
from garfio.engine.endpoint_session import catch_up
from garfio.engine.exchange import read_file


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--format",
    "name",
    type=click.Choice(list(FORMATS)),
    default="http",
    show_default=True,
    help="What to write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write here; without it, to standard output.",
)
@click.option(
    "--url",
    default="http://127.0.0.1:8800",
    show_default=True,
    metavar="URL",
    help="Where exported commands send to: scheme and host.",
)
@click.option(
    "--redact", "redacted", is_flag=True, help="Replace credentials and signatures, and say how many."
)
@click.option(
    "--redact-pattern",
    "patterns",
    multiple=True,
    metavar="RE",
    help="With --redact: replace what matches this regular expression too. May be repeated.",
)
@db_option
@click.pass_context
def export(
    ctx: click.Context,
    query: tuple[str, ...],
    name: str,
    output: Path | None,
    url: str,
    redacted: bool,
    patterns: tuple[str, ...],
    db: Path | None,
) -> None:
    """Write captures that match QUERY, oldest first. Refused messages are left out.

    The format http is the message as it arrived, several one after another; `garfio import` reads it back.
    """
    database = Database(database_of(ctx, db))
    rows = [row for row in database.page(query_of(query), limit=None, oldest_first=True) if not row.refusal]
    entry = FORMATS[name]
    if not rows:
        raise AppError(
            "export.nothing",
            "No capture matches, so nothing is exported.",
            hint="`garfio list` shows what there is.",
        )
    if entry.single and len(rows) > 1:
        raise AppError(
            "usage.single",
            f"The format {name} holds one capture, and {len(rows)} match.",
            hint="Name one, such as: garfio export id:12 --format " + name,
        )
    hidden, rules = 0, _rules(patterns, redacted=redacted)

    def requests() -> Iterator[tuple[Request, Context]]:
        nonlocal hidden
        for row in rows:
            request = _request(database, row)
            if redacted:
                result = redact(request, rules)
                request, hidden = result.request, hidden + result.count
            yield request, Context.of_summary(row, url)

    _write(document(entry, requests()), output)
    where = f" to {output}" if output else ""
    note = f"; {hidden} value{'s'[: hidden != 1]} redacted" if redacted else ""
    click.echo(f"{len(rows)} capture{'s'[: len(rows) != 1]} exported{where}{note}.", err=True)


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE...",
)
@db_option
@click.pass_context
def import_(ctx: click.Context, files: tuple[Path, ...], db: Path | None) -> None:
    """Store the requests of FILEs as captures. They are checked; rules and forwards do not act on them.

    A file holds raw HTTP messages (.http), what `garfio export` wrote as json or ndjson (both exact), a HAR, a
    Postman or Bruno collection, JSON of ngrok's agent, of webhook.site, gosmee or smee.io, mitmproxy flows, or a cURL
    command.
    """
    database = database_of(ctx, db)
    for file in files:
        ids = import_arrivals(database, read_file(file))
        click.echo(f"{file}: {', '.join(str(number) for number in ids)}")
    asyncio.run(catch_up(database))


def _rules(patterns: tuple[str, ...], *, redacted: bool) -> Rules:
    if patterns and not redacted:
        raise click.UsageError("--redact-pattern needs --redact.")
    rules = Rules(patterns=(*DEFAULT_RULES.patterns, *patterns))
    try:
        rules.check()
    except ValueError as error:
        raise AppError("usage.pattern", f"{error}.") from error
    return rules


def _request(database: Database, row: CaptureSummary) -> Request:
    return database.capture(row.id).request


def _write(pieces: Iterator[bytes], output: Path | None) -> None:
    if output is None:
        for piece in pieces:
            print_bytes(piece)
        if sys.stdout.isatty():
            click.echo("")
        return
    try:
        descriptor = os.open(output, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            for piece in pieces:
                out.write(piece)
    except OSError as error:
        raise AppError(
            "file.write", f"{output} cannot be written: {error.strerror}.", hint="Choose another place."
        ) from error


COMMANDS = {"export": export, "import": import_}
