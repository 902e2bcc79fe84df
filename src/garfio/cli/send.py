"""`garfio send`: a provider's example event, fresh and signed, or wrong on purpose."""

from __future__ import annotations

import asyncio
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from garfio.cli import database_of, db_option
from garfio.cli.attempts import attempt_json, attempt_line
from garfio.cli.output import print_json
from garfio.cli.resend import agree, secret_of
from garfio.core.attempt import Attempt
from garfio.core.errors import AppError
from garfio.core.outgoing import Changes, Signing
from garfio.core.sample.registry import find_sample
from garfio.core.sample.sample import Sample, make_request
from garfio.core.tamper import TAMPERS, copies, expected_status
from garfio.core.target import Expectation
from garfio.engine.resend.desk import Question
from garfio.engine.resend.session import open_desk


@click.command()
@click.argument("key", metavar="PROVIDER/EVENT")
@click.option("--to", "place", required=True, metavar="URL|TARGET", help="Where to.")
@click.option("--secret", metavar="S", help="The receiver's signing secret. Default: GARFIO_SECRET_<TARGET>.")
@click.option(
    "--tamper", "kind", type=click.Choice(list(TAMPERS)), help="Make it wrong: the receiver must refuse it."
)
@click.option("--yes", is_flag=True, help="Do not ask before the first send to another machine.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each attempt.")
@db_option
@click.pass_context
def send(
    ctx: click.Context,
    key: str,
    place: str,
    secret: str | None,
    kind: str | None,
    yes: bool,
    as_json: bool,
    db: Path | None,
) -> None:
    """Send an example event, such as shopify/orders-create. Ids and times are fresh.

    Exit code 1 when the answer is not 2xx, or when something wrong on purpose is not refused with 4xx.
    """
    sample = find_sample(key)
    known = secret_of(place, secret)
    if not known and kind is None:
        click.echo("Not signed: no --secret was given.", err=True)
    signing = Signing("resign" if known or kind else "keep", sample.provider, known, kind or "")
    attempts = asyncio.run(_send(database_of(ctx, db), sample, place, signing, confirmed=yes))
    for attempt in attempts:
        print_json(attempt_json(attempt)) if as_json else click.echo(
            f"{sample.key} → {attempt_line(attempt)}"
        )
    unmet = [attempt.summary for attempt in attempts if not attempt.summary.passed]
    if kind and unmet:
        answered = all(summary.status for summary in unmet)
        word = (
            f"The receiver did not refuse it ({kind})."
            if answered
            else f"Nothing is proved of {kind}: no answer."
        )
        click.secho(word, fg="red", err=True)
    sys.exit(0 if all(attempt.summary.passed for attempt in attempts) else 1)


async def _send(
    path: Path, sample: Sample, place: str, signing: Signing, *, confirmed: bool
) -> list[Attempt]:
    request = make_request(sample, now_unix=time.time(), random=random.random)
    changes = Changes(signing=signing)
    async with open_desk(path) as desk:
        target = await desk.target(place)
        cause = "sample"
        if signing.tamper:
            cause = f"wrong.{signing.tamper}"
            target = replace(
                target, expectations=(Expectation("status", "", expected_status(signing.tamper)),)
            )

        async def once() -> Attempt:
            return await desk.send_message(request, target, changes, cause=cause, confirmed=confirmed)

        try:
            attempts = [await once()]
        except AppError as error:
            if error.code != "resend.confirm" or not agree(_question(error, copies(signing.tamper))):
                raise
            confirmed = True
            attempts = [await once()]
        if copies(signing.tamper) > 1:
            attempts.append(await desk.send_message(request, target, changes, cause=cause, confirmed=True))
        return attempts


def _question(error: AppError, count: int) -> Question:
    fields = error.fields
    return Question(str(fields["host"]), str(fields["method"]), count, str(fields["url"]))


COMMANDS = {"send": send}
