"""`garfio verify`, `sign` and `providers`: signatures of captures, of files and of standard input."""

from __future__ import annotations

import asyncio
import base64
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option, unused_db_option
from garfio.cli.number import CAPTURE_ID, Number
from garfio.cli.output import human_size, print_bytes, print_json, printable
from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.importing.http_file import split_messages
from garfio.core.sample.registry import SAMPLES
from garfio.core.signature import CATALOG, Provider, Secret, Verdict, Verification, unknown_provider
from garfio.core.signature import sign as sign_request
from garfio.engine.database import Database
from garfio.engine.plan import PlanSource
from garfio.engine.verification import Case, Plan, environment_secrets, examine, open_case

_SHOWN_CONTENT = 2000
"""Bytes of the signed content that are shown to a person."""
_COLOURS = {Verdict.VALID: "green", Verdict.EXPIRED: "yellow", Verdict.NO_SECRET: "yellow"}

provider_option = click.option(
    "--provider", default="", metavar="P", help="The provider's id; without it, the message says whose it is."
)
at_option = click.option(
    "--at", "at_unix", type=Number(0, 1e11), metavar="UNIX", help="The moment, in Unix seconds."
)


@click.command()
@click.argument("source", metavar="ID|FILE|-")
@provider_option
@click.option(
    "--secret", "secrets", multiple=True, metavar="S", help="A secret or key to check with; may repeat."
)
@click.option("--url", default="", metavar="URL", help="The public URL, for schemes that sign it.")
@at_option
@click.option("--json", "as_json", is_flag=True, help="Print the result as a JSON object.")
@click.option("--show-expected", is_flag=True, help="Show the signature that the secret makes.")
@db_option
@click.pass_context
def verify(
    ctx: click.Context, source: str, db: Path | None, as_json: bool, show_expected: bool, **options: Any
) -> None:
    """Check the signature of a capture or of an HTTP message. The message is in a file, or - for standard input.

    A capture is judged by the moment it was received and with its endpoint's secrets, a file by now and with
    --secret. Exit code 1 when the signature is not valid.
    """
    case, plan = _case(ctx, source, db, options)
    result = examine(case, plan.others(case.endpoint))
    if as_json:
        print_json(verification_json(result, show_expected=show_expected))
    else:
        for line in _lines(result, case.provider, show_expected=show_expected):
            click.echo(line)
    sys.exit(0 if result.verdict is Verdict.VALID else 1)


@click.command()
@click.argument("source", metavar="FILE|-")
@click.option("--provider", required=True, metavar="P", help="Sign as this provider does.")
@click.option("--secret", default="", metavar="S", help="The signing secret, or a private key of your own.")
@click.option("--url", default="", metavar="URL", help="The public URL, for schemes that sign it.")
@at_option
@unused_db_option
def sign(source: str, provider: str, secret: str, url: str, at_unix: float | None) -> None:
    """Sign an HTTP message as its provider would, and print it. - is standard input.

    Without --secret the environment's GARFIO_SECRET_<PATH> is used.
    """
    request = _message(source)
    entry = _provider(Plan(), provider)
    lent = Plan(environment=environment_secrets(os.environ)).secrets_for(request.path, None)
    chosen = Secret(secret) if secret else next(iter(lent), None)
    if chosen is None:
        raise AppError("usage.secret", "There is no secret to sign with.", hint="Give one with --secret.")
    now_unix = time.time() if at_unix is None else at_unix
    print_bytes(sign_request(request, entry, chosen, now_unix=now_unix, public_url=url or None).to_bytes())


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@unused_db_option
def providers(as_json: bool) -> None:
    """List the providers, and what can be done for each."""
    for entry in sorted(CATALOG.values(), key=lambda entry: entry.id):
        found = provider_json(entry)
        if as_json:
            print_json(found)
            continue
        can = [word for word in ("verify", "sign", "handshake") if found[word]]
        doubt = "  (unconfirmed)" if entry.basis == "unconfirmed" else ""
        click.echo(f"{entry.id:28} {entry.name:34} {', '.join(can)}{doubt}")


def verification_json(result: Verification, *, show_expected: bool) -> dict[str, Any]:
    """The keys of `verify --json`."""
    content = result.signed_content
    found: dict[str, Any] = {
        "provider": result.provider or None,
        "scheme": result.scheme or None,
        "verdict": result.verdict.value,
        "reason": result.reason,
        "signed_content_base64": base64.b64encode(content).decode() if result.parts else None,
        "received": result.received or None,
        "age_s": result.age_s,
        "findings": [
            {"code": finding.code, "certainty": finding.certainty.value, "advice": finding.advice}
            for finding in result.findings
        ],
    }
    if result.key_url:
        found["key_url"] = result.key_url
    if result.exhausted:
        found["exhausted"] = True
    if show_expected:
        found["expected"] = result.expected or None
    return found


def provider_json(entry: Provider) -> dict[str, Any]:
    """The keys of `providers --json`."""
    algorithms = {scheme.algorithm for scheme in entry.schemes}
    return {
        "id": entry.id,
        "name": entry.name,
        "verify": bool(algorithms - {"none"}),
        "sign": bool(algorithms - {"none", "rfc9421", "cavage"}),
        "handshake": bool(entry.handshakes),
        "schemes": [scheme.id for scheme in entry.schemes],
        "algorithms": sorted(algorithms),
        "secret_name": entry.secret_name,
        "basis": entry.basis,
        "doc": entry.doc or None,
        "samples": [sample.key for sample in SAMPLES.values() if sample.provider == entry.id],
    }


def _case(ctx: click.Context, source: str, db: Path | None, options: dict[str, Any]) -> tuple[Case, Plan]:
    """The request with all that it is to be checked with."""
    at_unix, complete, handshake = options["at_unix"], True, False
    path = database_of(ctx, db)
    if source.isascii() and source.isdigit() and not Path(source).exists():
        database = Database(path)
        capture = database.capture(CaptureId(CAPTURE_ID.convert(source, None, ctx)))
        request, row = capture.request, capture.summary
        complete, handshake = row.complete, row.handshake
        if row.refusal:
            raise AppError("verify.refused", f"Capture {source} was refused; it is no request.")
        at_unix = row.received_at_us / 1e6 if at_unix is None else at_unix
    else:
        request = _message(source)
        named = db or ctx.find_root().params.get("db")
        database = Database(path) if named and path.exists() else None
    plan = _plan(database, with_values=not options["secrets"])
    now_unix = time.time() if at_unix is None else at_unix
    case = open_case(request, plan, now_unix, complete=complete, handshake=handshake)
    if options["provider"]:
        entry = _provider(plan, options["provider"])
        case = replace(case, provider=entry, recognition=replace(case.recognition, provider=entry.id))
    if options["secrets"]:
        case = replace(case, secrets=tuple(Secret(text) for text in options["secrets"]))
    if options["url"]:
        endpoint = case.endpoint or Endpoint(request.path)
        case = replace(case, endpoint=replace(endpoint, public_url=options["url"]))
    return case, plan


def _plan(database: Database | None, *, with_values: bool) -> Plan:
    """The plan of a workspace, or of the environment alone; the keychain is not asked without need."""
    environment = environment_secrets(os.environ)
    if database is None:
        return Plan(environment=environment)
    rows = database.endpoint_rows()
    if not with_values:
        return Plan(rows.endpoints, {scheme.id: scheme for scheme in rows.schemes})
    source = PlanSource(database.path)
    asyncio.run(source.update(rows))
    if source.trouble is not None:
        raise source.trouble
    return source.plan


def _provider(plan: Plan, wanted: str) -> Provider:
    found = plan.provider(wanted)
    if found is None:
        raise unknown_provider(wanted)
    return found


def _message(source: str) -> Request:
    """The one HTTP message of a file or of standard input."""
    name = "Standard input" if source == "-" else source
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise AppError(
            "usage.file", f"{name} cannot be read: {error.strerror}.", hint="Give a capture's id or a file."
        ) from error
    try:
        first, *others = split_messages(raw)
    except ValueError as error:
        raise AppError("file.not_http", f"{name} is not an HTTP message.", hint=str(error)) from error
    if others:
        raise AppError("usage.several", f"{name} holds {len(others) + 1} messages.", hint="Give one.")
    return first


def _lines(result: Verification, provider: Provider | None, *, show_expected: bool) -> Iterator[str]:
    """The result for a person."""
    word = result.verdict.value.replace("_", " ")
    yield click.style(word, fg=_COLOURS.get(result.verdict, "red"), bold=True) + f": {result.reason}"
    if provider is not None:
        scheme = f", scheme {result.scheme}" if result.scheme else ""
        doubt = "; what is known of it is unconfirmed" if provider.basis == "unconfirmed" else ""
        yield f"  provider  {provider.name} ({provider.id}){scheme}{doubt}"
    if result.secret is not None:
        label = f"{printable(result.secret.label)}, " if result.secret.label else ""
        yield f"  secret    {label}{len(result.secret.value)} characters, {result.secret.fingerprint}"
    if result.received:
        yield f"  received  {printable(result.received)}"
    if show_expected and result.expected:
        yield f"  expected  {printable(result.expected)}"
    if result.age_s is not None:
        limit = "any age is" if result.tolerance_s is None else f"{result.tolerance_s:g} s are"
        judged = "" if result.verdict is Verdict.NO_SECRET else f"; {limit} accepted"
        yield f"  age       {result.age_s:.0f} s{judged}"
    if result.url:
        yield f"  url       {printable(result.url)}"
    if result.parts:
        content = result.signed_content
        shown = content[:_SHOWN_CONTENT].decode("utf-8", "backslashreplace")
        more = " …" if len(content) > _SHOWN_CONTENT else ""
        yield f"  signed    {human_size(len(content))}: {printable(shown)}{more}"
    if result.code in ("key-not-allowed", "key-failed"):
        yield f"  key       {printable(result.key_url)}: garfio secrets allow {result.provider}"
    for finding in result.findings:
        yield f"  {finding.certainty.value}: {printable(finding.advice)} [{finding.code}]"
    if result.exhausted:
        yield "  The search for a cause was given up before its end."


COMMANDS = {"verify": verify, "sign": sign, "providers": providers}
