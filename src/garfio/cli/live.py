"""The live list in a terminal: what the listener tells, as lines for a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from garfio.cli.attempts import attempt_line
from garfio.cli.output import Table, printable, summary_row
from garfio.core.capture import CaptureId
from garfio.engine.database import Database
from garfio.engine.listener.process import is_exposed


class Screen:
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
