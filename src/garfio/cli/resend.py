"""`garfio resend`: captures sent again, and how attempts are printed."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.attempts import attempt_json, attempt_line
from garfio.cli.number import CAPTURE_ID, Number, Whole
from garfio.cli.output import print_json, printable
from garfio.core.attempt import verdicts
from garfio.core.capture import CaptureId
from garfio.core.headers import decode_value
from garfio.core.outgoing import Changes, Difference, Signing
from garfio.core.resend import read_header
from garfio.core.sequence import Pace
from garfio.engine.database import Database
from garfio.engine.resend.desk import Question, ResendDesk
from garfio.engine.resend.run import Run
from garfio.engine.resend.session import open_desk

_WARNINGS = {
    "coding": "The body is not packed as its Content-Encoding says.",
    "json": "The body is not JSON any more.",
    "stale_signature": "The signature is too old for the provider's own check; --resign makes a fresh one.",
    "broken_signature": "The signature covers what has been changed; --resign makes a fresh one.",
}


@click.command()
@click.argument("ids", nargs=-1, required=True, type=CAPTURE_ID, metavar="ID...")
@click.option(
    "--to", "places", multiple=True, required=True, metavar="URL|TARGET", help="Where to; may repeat."
)
@click.option("--set-header", "set_headers", multiple=True, metavar="N=V", help="Replace or add a header.")
@click.option("--remove-header", "removed", multiple=True, metavar="N", help="Leave a header out.")
@click.option("--method", metavar="M", help="Another method.")
@click.option(
    "--body",
    type=click.File("rb"),
    metavar="FILE",
    help="Another body, as it goes on the wire; - is standard input.",
)
@click.option("--resign", is_flag=True, help="Sign anew, with --secret and the time of now.")
@click.option("--secret", metavar="S", help="The receiver's signing secret. Default: GARFIO_SECRET_<TARGET>.")
@click.option("--provider", default="", metavar="P", help="Whose signature. Default: as the capture shows.")
@click.option("--strip-signature", is_flag=True, help="Leave the signature out.")
@click.option("--parallel", type=Whole(1, 256), metavar="N", help="So many at once. Default: in order.")
@click.option("--speed", type=Number(), metavar="X", help="Keep the original gaps; 2 halves them.")
@click.option("--rate", type=Number(), metavar="N", help="So many a second.")
@click.option("--stop-on-failure", is_flag=True, help="Stop at the first answer that is not as expected.")
@click.option("--yes", is_flag=True, help="Do not ask before the first send to another machine.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each attempt.")
@db_option
@click.pass_context
def resend(
    ctx: click.Context,
    ids: tuple[int, ...],
    places: tuple[str, ...],
    set_headers: tuple[str, ...],
    removed: tuple[str, ...],
    method: str | None,
    body: Any,
    db: Path | None,
    **options: Any,
) -> None:
    """Send captures again. They go exactly as they came, unless told otherwise.

    A URL without a path keeps the capture's path. Exit code 1 when an answer is not 2xx, or not as the target
    expects. Redirects are shown, not followed, unless the target says so.
    """
    changes = Changes(
        method=method,
        set_headers=tuple(read_header(text) for text in set_headers),
        remove_headers=removed,
        body=None if body is None else body.read(),
        signing=_signing(places[0], options),
    )
    database = Database(database_of(ctx, db))
    found = [CaptureId(number) for number in ids]
    for wanted in found:
        database.capture(wanted)
    good = asyncio.run(_resend(database.path, found, places, changes, options))
    sys.exit(0 if good else 1)


def secret_of(place: str, given: str | None) -> str:
    """The secret that was given, or the environment's for this target; empty when there is none."""
    return given or os.environ.get(f"GARFIO_SECRET_{re.sub('[^A-Z0-9]', '_', place.upper())}", "")


def _signing(place: str, options: dict[str, Any]) -> Signing | None:
    """What the options say of the signature; None when they say nothing."""
    if options["resign"] or options["secret"]:
        return Signing("resign", options["provider"], secret_of(place, options["secret"]))
    return Signing("remove", options["provider"]) if options["strip_signature"] else None


async def _resend(
    path: Path, ids: list[CaptureId], places: tuple[str, ...], changes: Changes, options: dict[str, Any]
) -> bool:
    """Send and print; True when every answer was as expected."""
    paced = any(options[name] for name in ("parallel", "speed", "rate"))
    pace = Pace(
        parallel=options["parallel"] or 1,
        speed=options["speed"],
        rate=options["rate"],
        stop_on_failure=options["stop_on_failure"],
    )
    async with open_desk(path) as desk:
        wanted = pace if paced or options["stop_on_failure"] else None
        confirmed = options["yes"] or await _agreed(desk, ids, places, changes)
        run = await desk.start(ids, places, changes, wanted, confirmed=confirmed)
        if not wanted and len(ids) * len(places) == 1 and not options["as_json"]:
            outgoing = await desk.preview(ids[0], places[0], changes)
            for line in _difference_lines(outgoing.differences):
                click.echo(line, err=True)
            for code in outgoing.warnings:
                click.secho(f"  {_WARNINGS[code]}", fg="yellow", err=True)
        await run.execute()
        return await _report(desk, run, as_json=options["as_json"])


async def _agreed(
    desk: ResendDesk, ids: Sequence[CaptureId], places: Sequence[str], changes: Changes
) -> bool:
    """Ask before the first send to another machine."""
    question = await desk.question(ids, places, changes)
    return question is None or agree(question)


def agree(question: Question) -> bool:
    """Ask whether to send to another machine, if there is somebody to ask; a script has said so by naming it."""
    if sys.stdin.isatty():
        text = f"Send {question.count} {question.method} to {question.host}, which is not this machine?"
        return click.confirm(text, err=True)
    click.echo(f"Sending to {question.host}, which is not this machine.", err=True)
    return True


async def _report(desk: ResendDesk, run: Run, *, as_json: bool) -> bool:
    """Print what came of it."""
    for attempt_id in run.ids:
        attempt = await desk.attempt(attempt_id)
        history = await desk.attempts(attempt.summary.capture)
        words = dict(zip((row.id for row in history), verdicts(history), strict=True))
        word = words.get(attempt_id, "")
        print_json(attempt_json(attempt, word)) if as_json else click.echo(attempt_line(attempt, word))
    for capture, error in run.errors:
        click.echo(f"garfio: capture {capture}: {error}", err=True)
    if run.trouble:
        click.echo(f"garfio: {run.trouble.message}", err=True)
    progress = run.progress
    return progress.passed == progress.total and not run.trouble


def _difference_lines(differences: Sequence[Difference]) -> list[str]:
    lines = []
    for one in differences:
        what = f"{one.part} {printable(one.name)}".strip()
        before, after = printable(decode_value(one.before[:200])), printable(decode_value(one.after[:200]))
        value = {"replaced": f": {before} → {after}", "removed": f": {before}", "added": f": {after}"}[
            one.kind
        ]
        lines.append(f"  {one.kind} {what}{'' if one.part in ('body', 'framing') else value} ({one.reason})")
    return lines


COMMANDS = {"resend": resend}
