"""`garfio resend`: captures sent again, and how attempts are printed."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from garfio.cli import CAPTURE_ID, database_of, db_option
from garfio.cli.output import human_size, print_json, printable
from garfio.core.attempt import Attempt, Hop, Response, verdicts
from garfio.core.capture import CaptureId
from garfio.core.headers import decode_value
from garfio.core.outgoing import Changes, Difference, Signing
from garfio.core.redirect import STOPS
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
@click.option(
    "--parallel", type=click.IntRange(1, 256), metavar="N", help="So many at once. Default: in order."
)
@click.option("--speed", type=float, metavar="X", help="Keep the original gaps; 2 halves them.")
@click.option("--rate", type=float, metavar="N", help="So many a second.")
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
    """Send captures again, exactly as they came unless told otherwise.

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


def attempt_json(attempt: Attempt, verdict: str = "") -> dict[str, Any]:
    """The keys of `resend --json`."""
    row, outcome, timings = attempt.summary, attempt.outcome, attempt.timings
    found: dict[str, Any] = {
        "id": row.id,
        "capture": row.capture or None,
        "target": row.target or None,
        "url": row.url,
        "cause": row.cause,
        "started_at": datetime.fromtimestamp(row.started_at_us / 1e6, UTC).isoformat().replace("+00:00", "Z"),
        "duration_us": row.duration_us,
        "outcome": row.state,
        "status": row.status or None,
        "passed": row.passed,
        "unmet": list(attempt.unmet),
        "verdict": verdict or None,
        "peer": attempt.peer.address or None,
        "tried": list(attempt.peer.tried),
        "tls": attempt.peer.tls_version or None,
        "tls_unverified": attempt.peer.unverified,
        "sending": "normal" if attempt.peer.normal else "exact",
        "proxy": attempt.peer.proxy or None,
        "dns_us": timings.dns_us,
        "connect_us": timings.connect_us,
        "tls_us": timings.tls_us,
        "first_byte_us": timings.first_byte_us,
        "request_base64": base64.b64encode(attempt.request.to_bytes()).decode(),
    }
    if isinstance(outcome, Response):
        found["reason"] = outcome.reason
        found["headers"] = [[decode_value(name), decode_value(value)] for name, value in outcome.headers]
        found["body_base64"] = base64.b64encode(outcome.body).decode()
        found["cut"] = outcome.cut or None
    if attempt.hops or attempt.stopped:
        found["hops"] = [_hop_json(hop) for hop in attempt.hops]
        found["stopped"] = attempt.stopped or None
    if row.failure is not None:
        found["failure"] = {
            "kind": row.failure.kind,
            "code": row.failure.code or row.failure.kind,
            "message": row.failure.sentence,
            "detail": row.failure.detail,
        }
    return found


def _hop_json(hop: Hop) -> dict[str, Any]:
    return {
        "status": hop.response.status,
        "peer": hop.peer.address or None,
        "duration_us": hop.duration_us,
        "url": hop.url,
        "withheld": list(hop.withheld),
        "certificate_withheld": hop.certificate_withheld,
        "request_base64": base64.b64encode(hop.request.to_bytes()).decode(),
        "response_base64": base64.b64encode(hop.response.head + hop.response.body).decode(),
    }


def _redirect_text(attempt: Attempt) -> str:
    """Where an answer points, and why it was not followed; empty for one that points nowhere."""
    outcome = attempt.outcome
    if not isinstance(outcome, Response) or outcome.status // 100 != 3:
        return ""
    why = STOPS.get(attempt.stopped, "not followed")
    return f" → {printable(outcome.headers.text('location') or '')} ({why})"


def attempt_line(attempt: Attempt, verdict: str = "") -> str:
    """What came of an attempt, for a person."""
    row, outcome = attempt.summary, attempt.outcome
    took = f", {row.duration_us / 1000:.0f} ms" if row.duration_us is not None else ""
    if isinstance(outcome, Response):
        said = f"{outcome.status} {printable(outcome.reason)}".strip()
        size = human_size(len(outcome.body)) + (f", cut short ({outcome.cut})" if outcome.cut else "")
        result = f"{said}{took}, {size}"
    elif row.failure is not None:
        detail = f" ({printable(row.failure.detail)})" if row.failure.detail else ""
        result = f"failed: {row.failure.sentence}{detail}{took}"
    else:
        result = "unknown: it may have arrived, or not"
    unmet = f" [not met: {', '.join(attempt.unmet)}]" if attempt.unmet and row.state == "response" else ""
    changed = f" [{verdict}]" if verdict in ("fixed", "regressed") else ""
    source = f"{row.capture} → " if row.capture else ""
    place = row.target or printable(row.url)
    return f"{source}{place}: {_hops_text(attempt)}{result}{_redirect_text(attempt)}{unmet}{changed}"


def _hops_text(attempt: Attempt) -> str:
    """The redirects that were followed, and what was kept back from another place."""
    text = ""
    for hop in attempt.hops:
        kept = [*hop.withheld, *(["client certificate"] if hop.certificate_withheld else [])]
        without = f" without {', '.join(map(printable, kept))}" if kept else ""
        text += f"{hop.response.status} → {hop.request.method} {printable(hop.url)}{without}: "
    return text


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
