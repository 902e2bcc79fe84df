"""`garfio list`, `show` and `wait`: looking at what is stored. They read the database; no listener has to
run."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from garfio.cli import database_of, db_option, query_of
from garfio.cli.number import CAPTURE_ID, Number, Whole
from garfio.cli.output import (
    HEADINGS,
    Table,
    capture_json,
    print_bytes,
    print_json,
    printable,
    summary_json,
    summary_row,
)
from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.contentview.registry import choose
from garfio.core.contentview.view import Meta
from garfio.core.headers import decode_value
from garfio.core.wire import REFUSALS
from garfio.engine.database import Database

_LIMIT = 50


@click.command("list")
@click.argument("query", nargs=-1)
@click.option(
    "--limit",
    type=Whole(0, 2**62),
    metavar="N",
    help="At most N rows; 0 for all. Default: 50, with --json all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@db_option
@click.pass_context
def list_(
    ctx: click.Context, query: tuple[str, ...], limit: int | None, as_json: bool, db: Path | None
) -> None:
    """List captures that match QUERY, newest first."""
    database = Database(database_of(ctx, db))
    wanted = (0 if as_json else _LIMIT) if limit is None else limit
    rows = database.page(query_of(query), limit=wanted + 1 if wanted else None)
    shown = rows[:wanted] if wanted else rows
    table = Table()
    if not as_json and shown:
        click.echo(table.line(HEADINGS))
    for summary in shown:
        print_json(summary_json(summary)) if as_json else click.echo(table.line(summary_row(summary)))
    if not shown and not as_json:
        click.echo("Nothing matches." if query else "Nothing has been captured yet.", err=True)
    elif len(rows) > len(shown) and limit is None:
        click.echo(f"Only the newest {wanted} are shown; --limit 0 shows all.", err=True)


@click.command()
@click.argument("capture_id", type=CAPTURE_ID, metavar="ID")
@click.option("--raw", "what", flag_value="raw", help="The HTTP message as it arrived.")
@click.option("--headers", "what", flag_value="headers", help="The head as it arrived.")
@click.option("--body", "what", flag_value="body", help="The body bytes as they were on the wire.")
@click.option("--json", "what", flag_value="json", help="Everything as one JSON object.")
@db_option
@click.pass_context
def show(ctx: click.Context, capture_id: int, what: str | None, db: Path | None) -> None:
    """Show one capture."""
    capture = Database(database_of(ctx, db)).capture(CaptureId(capture_id))
    request = capture.request
    if what == "raw":
        print_bytes(request.to_bytes())
    elif what == "headers":
        print_bytes(request.head)
    elif what == "body":
        print_bytes(request.body)
    elif what == "json":
        print_json(capture_json(capture))
    else:
        _show_readable(capture)


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--timeout",
    type=Number(0),
    metavar="S",
    help="Give up after S seconds; without it, wait for ever.",
)
@click.option("--new", "only_new", is_flag=True, help="Count only captures that arrive from now on.")
@click.option("--json", "as_json", is_flag=True, help="Print the capture as a JSON object.")
@db_option
@click.pass_context
def wait(
    ctx: click.Context,
    query: tuple[str, ...],
    timeout: float | None,
    only_new: bool,
    as_json: bool,
    db: Path | None,
) -> None:
    """Wait until a capture matches QUERY. Exit 0, or 1 when the time is over.

    A capture that is there already counts, the newest first, unless --new is given.
    """
    until = float("inf") if timeout is None else time.monotonic() + timeout
    text = query_of(query)
    path = database_of(ctx, db)
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.05)
    database = Database(path)
    after = database.newest_id()
    found = None if only_new else _newest(database, text)
    if found is None:
        found = next((row for row in database.arrivals(text, after, until) if _counts(row, text)), None)
    if found is None:
        click.echo(f"No capture has matched within {timeout:g} s.", err=True)
        sys.exit(1)
    print_json(summary_json(found)) if as_json else click.echo(Table().line(summary_row(found)))


def _newest(database: Database, text: str) -> CaptureSummary | None:
    """The newest row that matches and counts."""
    before: CaptureId | None = None
    while rows := database.page(text, before=before, limit=200):
        for row in rows:
            if _counts(row, text):
                return row
        before = rows[-1].id
    return None


def _counts(row: CaptureSummary, text: str) -> bool:
    """True for a capture proper; for a refused message only when the query speaks of refusals."""
    return not row.refusal or "refus" in text


def _show_readable(capture: Capture) -> None:
    """A page for a person: what it is, the head, the body in its best view."""
    summary = capture.summary
    click.echo(Table().line(summary_row(summary)))
    if summary.refusal:
        click.echo(f"Refused: {REFUSALS.get(summary.refusal, (0, summary.refusal))[1]}")
        click.echo(printable(decode_value(capture.request.head[:4000])))
        return
    click.echo("")
    for name, value in capture.request.headers:
        click.echo(f"{printable(decode_value(name))}: {printable(decode_value(value))}")
    click.echo("")
    shown = choose(capture.request.body, Meta.of_request(capture.request))
    click.echo("\n".join(printable(line) for line in shown.view.text.split("\n")))


COMMANDS = {"list": list_, "show": show, "wait": wait}
