"""`garfio listen`: the listener without a window."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.attempts import attempt_line
from garfio.cli.number import Number, Whole
from garfio.cli.output import Table, printable, summary_row
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.engine.database import Database
from garfio.engine.listener.process import SELF_CHECK_VARIABLE, ListenOptions, is_exposed, run_listener
from garfio.engine.resend.forwards import LONGEST_WAIT_S


@click.command()
@click.option(
    "--host", metavar="H", help="Address to listen on. Default: the loopback addresses 127.0.0.1 and ::1."
)
@click.option(
    "--port",
    type=Whole(0, 65_535),
    metavar="P",
    help="Port; 0 lets the system choose. Default: 8800.",
)
@click.option(
    "--forward",
    default="",
    metavar="URL",
    help="Send every new capture on to this URL or target, again until it is taken.",
)
@click.option(
    "--answer-within",
    "answer_s",
    type=Number(0.1, LONGEST_WAIT_S),
    metavar="S",
    help="With --forward: answer senders with its answer, or with 504 after so many seconds (0.1 to 120).",
)
@db_option
@click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one object a line.")
@click.pass_context
def listen(
    ctx: click.Context,
    host: str | None,
    port: int | None,
    forward: str,
    answer_s: float | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Receive webhooks, headless. The first line printed is the address.

    Ends on Ctrl+C, on SIGTERM, and when the pipe on its standard input closes.
    """
    database = database_of(ctx, db)
    if answer_s and not forward:
        raise click.UsageError("--answer-within needs --forward: it says whose answer is given.")
    options = ListenOptions(database, host, port, forward, answer_s or 0.0)
    if not as_json:
        sys.exit(_run(options, _Screen(database).show))
    is_child = SELF_CHECK_VARIABLE in os.environ
    try:
        sys.exit(run_listener(options, _print_json))
    except AppError as error:
        fields = {name: value for name, value in error.fields.items() if isinstance(value, str | int)}
        _print_json(
            {
                "event": "failed",
                "code": error.code,
                "message": error.message,
                "hint": error.hint,
                "fields": fields,
            }
        )
        if is_child:  # the window says it, with its own ways out
            sys.exit(1)
        raise


def listen_in_terminal(database: Path, port: int | None) -> int:
    """The live list in the terminal, for a machine without a display."""
    return _run(ListenOptions(database, port=port), _Screen(database).show)


def _run(options: ListenOptions, show: Callable[[dict[str, Any]], object]) -> int:
    return run_listener(options, show)


def _print_json(event: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class _Screen:
    """Doorbell events as lines for a person; the rows are read from the database, where the window reads
    them too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: Database | None = None
        self._shown = self._since = CaptureId(0)
        self._table = Table()
        self._told: dict[int, int] = {}
        """The last attempt that was shown of captures that are still being forwarded."""

    def show(self, event: dict[str, Any]) -> None:
        """Print what an event means; runs on the doorbell's thread."""
        kind = event["event"]
        if kind == "listening":
            self._database = Database(self._path)
            self._since = self._shown = self._database.newest_id()
            click.echo(event["url"])
            if is_exposed(event["addresses"][0][0]):
                click.secho("Other machines can reach this address.", fg="yellow", err=True)
            click.echo(f"Webhooks are stored in {self._path}", err=True)
        elif kind in ("captured", "refused"):
            self._show_new()
        elif kind == "looked":
            self._show_looked(event["captures"] or [])
        elif kind == "secrets" and not event.get("over"):
            click.secho(f"{event['message']} {event['hint']}", fg="yellow", err=True)
        elif kind == "attempted":
            self._show_forwarded(event["captures"])
        elif kind == "notice":
            click.secho(printable(f"{event['title']}  {event['text']}"), fg="yellow")
        elif kind == "trouble":
            if event["code"] == "set_aside":
                text = event["message"]
            elif event.get("over"):
                text = "Captures can be stored again."
            else:
                text = f"Not storing: {event['message']}"
            click.secho(text, fg="green" if event.get("over") else "red", err=True)

    def _show_new(self) -> None:
        assert self._database is not None
        for summary in self._database.page(after=self._shown, oldest_first=True, limit=None):
            self._shown = summary.id
            click.echo(self._table.line(summary_row(summary)))

    def _show_looked(self, captures: list[int]) -> None:
        """What was found of captures that this run has shown."""
        assert self._database is not None
        for summary in self._database.summaries([CaptureId(number) for number in captures]):
            if summary.provider and self._since < summary.id <= self._shown:
                said = printable(f"{summary.provider} {summary.event_type}".strip())
                click.echo(f"  {summary.id}: {said}, {summary.verdict.replace('_', ' ')}")

    def _show_forwarded(self, captures: list[int]) -> None:
        assert self._database is not None
        for capture in captures:
            for row in self._database.attempts(CaptureId(capture)):
                if row.cause == "forward" and row.state != "pending" and row.id > self._told.get(capture, 0):
                    self._told[capture] = row.id
                    click.echo(f"  {attempt_line(self._database.attempt(row.id))}")
                    if row.passed:
                        del self._told[capture]


COMMANDS = {"listen": listen}
