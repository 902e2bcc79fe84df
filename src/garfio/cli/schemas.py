"""`garfio schemas`: what payloads look like, learned from deliveries, and what they are checked against."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.number import CAPTURE_ID
from garfio.cli.output import CheckingLine, print_json, printable
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.query.writer import write_path
from garfio.core.shape.schema import schema_text
from garfio.engine.database import Database, change
from garfio.engine.endpoint_session import catch_up
from garfio.engine.shape.schemas import check, check_capture, schema_of_file
from garfio.engine.store import schemas as kept
from garfio.engine.store import shapes

event_option = click.option(
    "--event", default="", metavar="E", help="For this event type alone; without it for all."
)


@click.group()
def schemas() -> None:
    """JSON Schemas: learned from deliveries, and checked against."""


@schemas.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@db_option
@click.pass_context
def list_schemas(ctx: click.Context, db: Path | None, as_json: bool) -> None:
    """List the schemas, and the event types whose shape is known."""
    database = Database(database_of(ctx, db))
    given, known = database.read(kept.schemas), database.read(shapes.known)
    for schema in given:
        if as_json:
            print_json({"path": schema.path, "event_type": schema.event_type or None, "name": schema.name})
        else:
            event = schema.event_type or "all events"
            click.echo(f"{printable(schema.path):24} {printable(event):30} {printable(schema.name)}")
    for shape in known:
        if as_json:
            print_json(
                {"provider": shape.provider, "event_type": shape.event_type, "deliveries": shape.deliveries}
            )
        else:
            click.echo(
                f"{printable(shape.provider):24} {printable(shape.event_type):30} learned from {shape.deliveries}"
            )
    if not given and not known and not as_json:
        click.echo("There are no schemas yet: garfio schemas add PATH FILE", err=True)


@schemas.command("add")
@click.argument("path")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@event_option
@db_option
@click.pass_context
def add_schema(ctx: click.Context, path: str, file: Path, event: str, db: Path | None) -> None:
    """Check what comes to PATH against the JSON Schema in FILE."""
    schema = schema_of_file(file, path, event)
    _change(ctx, db, lambda connection: kept.keep(connection, schema))
    click.echo(f"{event or 'All events'} of {path}: checked against {file.name}.", err=True)


@schemas.command("remove")
@click.argument("path")
@event_option
@db_option
@click.pass_context
def remove_schema(ctx: click.Context, path: str, event: str, db: Path | None) -> None:
    """Check the endpoint PATH no more."""
    _change(ctx, db, lambda connection: kept.remove(connection, path, event))


@schemas.command("learned")
@click.argument("provider")
@click.argument("event")
@db_option
@click.pass_context
def print_learned(ctx: click.Context, provider: str, event: str, db: Path | None) -> None:
    """Print the JSON Schema that was learned of an event type."""
    found = Database(database_of(ctx, db)).read(lambda connection: shapes.shape(connection, provider, event))
    if found is None:
        raise AppError(
            "shape.unknown",
            f"Nothing is known of {event} of {provider} yet.",
            hint="`garfio schemas list` shows what is.",
        )
    click.echo(schema_text(found, event), nl=False)


@schemas.command("check")
@click.argument("capture", type=CAPTURE_ID)
@click.option(
    "--schema",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Check against this one; without it against that of its endpoint.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, one for each fault.")
@db_option
@click.pass_context
def check_schema(ctx: click.Context, capture: int, file: Path | None, db: Path | None, as_json: bool) -> None:
    """Check a capture. Exit 0 when it is what the schema says, 1 when it is not."""
    database = Database(database_of(ctx, db))
    if file is None:
        found = database.read(lambda connection: check_capture(connection, CaptureId(capture)))
    else:
        request = database.capture(CaptureId(capture)).request
        found = check(request.head, request.body, schema_of_file(file, ""))
    if found is None:
        raise AppError(
            "schema.missing",
            f"Capture {capture} has no schema.",
            hint="Name one with --schema, or give its endpoint one: garfio schemas add PATH FILE",
        )
    for fault in found.faults:
        if as_json:
            print_json({"path": write_path(fault.place), "keyword": fault.keyword, "message": fault.message})
        else:
            click.echo(f"{printable(write_path(fault.place) or '.')}: {printable(fault.message)}")
    if not found.has_document:
        click.echo("Its body is neither JSON nor a form, or too long to be checked.", err=True)
    if not found.holds:
        ctx.exit(1)


def _change(ctx: click.Context, db: Path | None, what: Callable[[Any], object]) -> None:
    """Change a schema, and check what was captured unless a listener does."""
    path = Database(database_of(ctx, db)).path
    change(path, what)
    asyncio.run(catch_up(path, CheckingLine().show))


COMMANDS = {"schemas": schemas}
