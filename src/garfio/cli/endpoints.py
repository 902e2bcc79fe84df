"""`garfio endpoints` and `garfio secrets`: paths with their providers, and what their signatures are checked with."""

from __future__ import annotations

import asyncio
import json
import shlex
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option
from garfio.cli.number import Number
from garfio.cli.output import CheckingLine, failure_sentence, print_json, printable
from garfio.core.endpoint import Endpoint, SecretRecord
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Secret
from garfio.engine.database import Database
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.endpoint_session import open_endpoints
from garfio.engine.resend.forwards import LONGEST_WAIT_S, Forwards
from garfio.engine.secrets import STORE_VARIABLE
from garfio.engine.store.outbox import Forward, Queue

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")


@click.group()
def endpoints() -> None:
    """Paths that receive webhooks, with their providers."""


@endpoints.command("list")
@json_option
@db_option
@click.pass_context
def list_endpoints(ctx: click.Context, db: Path | None, as_json: bool) -> None:
    """List the endpoints."""

    async def read(desk: EndpointDesk, forwards: Forwards) -> tuple[list[Any], ...]:
        return await desk.all(), await desk.secrets(), await forwards.all(), await forwards.queues()

    found, records, forwarded, queues = _run(Database(database_of(ctx, db)).path, read)
    by_path = {forward.path: forward for forward in forwarded}
    by_place = {queue.place: queue for queue in queues}
    for endpoint in found:
        count = sum(record.owner == endpoint.path for record in records)
        forward = by_path.get(_forwarded_path(endpoint.path))
        if as_json:
            print_json(
                {
                    "path": endpoint.path,
                    "provider": endpoint.provider or None,
                    "public_url": endpoint.public_url or None,
                    "tolerance_s": endpoint.tolerance_s,
                    "secrets": count,
                    "forward": forward.place if forward else None,
                    "answer_within_s": (forward.answer_s or None) if forward else None,
                    **_queue_json(by_place.get(forward.place) if forward else None),
                }
            )
            continue
        words = [endpoint.provider or "any provider", f"{count} secret{'' if count == 1 else 's'}"]
        words += [endpoint.public_url] if endpoint.public_url else []
        if forward:
            words.append(f"→ {forward.place}")
            words += [f"answers within {forward.answer_s:g} s"] if forward.answer_s else []
            words += ["paused"] if forward.paused else []
            words += _queue_words(by_place.get(forward.place))
        click.echo(f"{printable(endpoint.path):30} {', '.join(words)}")
    if not found and not as_json:
        click.echo("There are no endpoints yet: garfio endpoints add PATH --provider P", err=True)


def _queue_json(queue: Queue | None) -> dict[str, object]:
    known = queue is not None and (queue.waiting or queue.failed)
    return {
        "waiting": queue.waiting + queue.sending if queue else 0,
        "given_up": queue.failed if queue else 0,
        "reason": (queue.error or None) if queue and known else None,
    }


def _queue_words(queue: Queue | None) -> list[str]:
    """What waits or was given up, and why."""
    if queue is None:
        return []
    words = [f"{queue.waiting + queue.sending} waiting"] if queue.waiting + queue.sending else []
    words += [f"{queue.failed} given up"] if queue.failed else []
    if words and queue.error == "resend.no_secret":
        owner = f"target:{queue.place}"
        return [*words, f"its secret is missing: garfio secrets add {shlex.quote(owner)}"]
    return [*words, failure_sentence(queue.error)] if words and queue.error else words


@endpoints.command("add")
@click.argument("path")
@click.option("--provider", metavar="P", help="The provider's id; without it each request says whose it is.")
@click.option("--secret", default="", metavar="S", help="A signing secret; `garfio secrets add` hides it.")
@click.option("--url", "public_url", metavar="URL", help="The public URL, for schemes that sign it.")
@click.option(
    "--tolerance", "tolerance_s", type=Number(), metavar="S", help="Accepted age in seconds; 0 for any."
)
@click.option(
    "--scheme",
    type=click.File("rb"),
    metavar="FILE",
    help="A custom scheme (JSON), kept and used as provider.",
)
@click.option("--forward", default="", metavar="URL", help="Send what arrives on to this URL or target.")
@click.option(
    "--answer-within",
    "answer_s",
    type=Number(0.1, LONGEST_WAIT_S),
    metavar="S",
    help="With --forward: answer senders with its answer, or with 504 after so many seconds (0.1 to 120).",
)
@click.option("--yes", is_flag=True, help="Do not ask before forwarding to another machine.")
@db_option
@click.pass_context
def add_endpoint(
    ctx: click.Context,
    path: str,
    db: Path | None,
    secret: str,
    scheme: Any,
    forward: str,
    answer_s: float | None,
    yes: bool,
    **fields: Any,
) -> None:
    """Keep the endpoint PATH, or change what is given of it. PATH/* stands for all paths below."""
    if answer_s and not forward:
        raise click.UsageError("--answer-within needs --forward: it says whose answer is given.")
    values = None if scheme is None else _scheme(scheme.read())

    async def add(desk: EndpointDesk, forwards: Forwards) -> bool:
        if values is not None:
            fields["provider"] = (await desk.save_scheme(values)).id
        before = next((known for known in await desk.all() if known.path == path), None)
        wanted = replace(
            before or Endpoint(path), **{name: value for name, value in fields.items() if value is not None}
        )
        if before is None:
            await desk.add(wanted)
        else:
            await desk.change(path, wanted)
        if secret:
            await _add_secret(desk, path, Secret(secret))
        if forward:
            wanted_forward = Forward(_forwarded_path(path), forward, answer_s=answer_s or 0.0)
            await forwards.set(wanted_forward, confirmed=yes)
        return before is None

    added = _run(database_of(ctx, db), add)
    click.echo(f"{path} {'added' if added else 'changed'}.", err=True)


@endpoints.command("remove")
@click.argument("path")
@db_option
@click.pass_context
def remove_endpoint(ctx: click.Context, path: str, db: Path | None) -> None:
    """Forget the endpoint PATH and its secrets; its captures stay."""

    async def remove(desk: EndpointDesk, forwards: Forwards) -> None:
        await desk.remove(path)
        await forwards.remove(_forwarded_path(path))

    _run(Database(database_of(ctx, db)).path, remove)
    click.echo(f"{path} removed.", err=True)


@click.group()
def secrets() -> None:
    """Signing secrets. They are in the system's keychain, or where GARFIO_SECRET_STORE says."""


@secrets.command("list")
@click.argument("endpoint", required=False)
@json_option
@db_option
@click.pass_context
def list_secrets(ctx: click.Context, endpoint: str | None, db: Path | None, as_json: bool) -> None:
    """List the secrets: length, prefix and fingerprint of each."""

    async def read(desk: EndpointDesk, _forwards: Forwards) -> list[tuple[SecretRecord, bool]]:
        return [(record, await desk.is_available(record)) for record in await desk.secrets(endpoint)]

    found = _run(Database(database_of(ctx, db)).path, read)
    for record, available in found:
        if as_json:
            print_json({**asdict(record), "available": available})
            continue
        words = [word for word in (record.label, record.mode) if word]
        words += [f"{record.length} characters", f"fingerprint {record.fingerprint}"]
        words += [f"begins with {record.prefix}"] if record.prefix else []
        words += [f"until {_moment(record.valid_until)}"] if record.valid_until is not None else []
        words += [] if available else ["NOT IN THE SECRET STORE"]
        click.echo(f"{record.id}  {printable(record.owner):24} {printable(', '.join(words))}")
    if not found and not as_json:
        click.echo("There are no secrets yet: garfio secrets add ENDPOINT", err=True)


@secrets.command("add")
@click.argument("endpoint")
@click.option("--label", default="", metavar="L", help="What to call it.")
@click.option("--mode", type=click.Choice(["test", "live"]), default=None, help="Which mode it belongs to.")
@click.option("--valid-from", metavar="TIME", help="Unix seconds or ISO 8601.")
@click.option("--valid-until", metavar="TIME", help="Unix seconds or ISO 8601.")
@db_option
@click.pass_context
def add_secret(
    ctx: click.Context,
    endpoint: str,
    label: str,
    mode: str | None,
    valid_from: str | None,
    valid_until: str | None,
    db: Path | None,
) -> None:
    """Keep a secret for ENDPOINT, read from standard input. What was captured there is checked again."""
    secret = Secret(_read_secret(), label, mode or "", _time(valid_from), _time(valid_until))

    async def add(desk: EndpointDesk, _forwards: Forwards) -> tuple[SecretRecord, bool]:
        known = {endpoint.path for endpoint in await desk.all()}
        return await _add_secret(desk, endpoint, secret), endpoint.startswith("/") and endpoint not in known

    record, is_new = _run(database_of(ctx, db), add)
    if is_new:
        click.echo(f"{endpoint} is a new endpoint, of any provider.", err=True)
    click.echo(f"{record.id}  {record.length} characters, fingerprint {record.fingerprint}", err=True)


@secrets.command("remove")
@click.argument("endpoint")
@click.argument("which", required=False)
@db_option
@click.pass_context
def remove_secret(ctx: click.Context, endpoint: str, which: str | None, db: Path | None) -> None:
    """Forget a secret. Name its id, or ENDPOINT, and WHICH (id, label or fingerprint) if it has several."""

    async def remove(desk: EndpointDesk, _forwards: Forwards) -> None:
        records = await desk.secrets()
        if which is None and not endpoint.startswith("/"):
            found = [record for record in records if record.id == endpoint]
        else:
            found = [
                record
                for record in records
                if record.owner == endpoint
                and (which is None or which in (record.id, record.label, record.fingerprint))
            ]
        if len(found) != 1:
            raise AppError(
                "secret.missing" if not found else "secret.several",
                "There is no such secret." if not found else f"{endpoint} has {len(found)} such secrets.",
                hint="Name its id; `garfio secrets list` shows them.",
            )
        await desk.remove_secret(found[0].id)

    _run(Database(database_of(ctx, db)).path, remove)
    click.echo("Secret removed.", err=True)


@secrets.command("allow")
@click.argument("provider")
@db_option
@click.pass_context
def allow_keys(ctx: click.Context, provider: str, db: Path | None) -> None:
    """Let the public keys of PROVIDER be fetched. They come from its own hosts, now and from now on."""

    async def allow(desk: EndpointDesk, _forwards: Forwards) -> None:
        await desk.allow_keys(provider)

    _run(database_of(ctx, db), allow)
    click.echo(f"Allowed: {', '.join(CATALOG[provider].key_hosts)}", err=True)


@secrets.command("forbid")
@click.argument("provider")
@db_option
@click.pass_context
def forbid_keys(ctx: click.Context, provider: str, db: Path | None) -> None:
    """Fetch no key of PROVIDER any more. Those that were fetched are forgotten."""

    async def forbid(desk: EndpointDesk, _forwards: Forwards) -> None:
        await desk.forbid_keys(provider)

    _run(Database(database_of(ctx, db)).path, forbid)
    click.echo(f"{provider}: no key is fetched any more.", err=True)


def _run(path: Path, work: Callable[[EndpointDesk, Forwards], Awaitable[Any]]) -> Any:
    """Do `work` with the endpoints of a workspace, then what it calls for."""

    async def run() -> Any:
        async with open_endpoints(path, CheckingLine().show) as (desk, forwards):
            return await work(desk, forwards)

    return asyncio.run(run())


async def _add_secret(desk: EndpointDesk, owner: str, secret: Secret) -> SecretRecord:
    await desk.plan()
    if await asyncio.to_thread(lambda: desk.source.vault().kind) == "memory":
        raise AppError(
            "secrets.memory",
            "Memory keeps a secret only as long as this command runs.",
            hint=f"Set {STORE_VARIABLE}=file, or give it to `garfio listen` in the environment.",
        )
    return await desk.add_secret(owner, secret)


def _read_secret() -> str:
    """The value from standard input, without the line end; typed unseen in a terminal."""
    if sys.stdin.isatty():
        return str(click.prompt("Secret", hide_input=True, err=True))
    try:
        return sys.stdin.buffer.read().decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise AppError("secret.text", "The secret is not text.", hint="Give it as UTF-8.") from error


def _scheme(raw: bytes) -> dict[str, object]:
    try:
        found = json.loads(raw)
    except ValueError as error:
        raise AppError("scheme.invalid", "The scheme is not JSON.", hint=str(error)) from error
    if not isinstance(found, dict):
        raise AppError("scheme.invalid", "The scheme is not a JSON object.")
    return found


def _time(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        try:
            moment = datetime.fromtimestamp(float(text), UTC)
        except ValueError:
            moment = datetime.fromisoformat(text)
        return moment.astimezone().timestamp()
    except (ValueError, OverflowError, OSError) as error:
        raise AppError(
            "usage.time", f"{text!r} is not a time.", hint="Write 2026-01-31T12:00:00Z or Unix seconds."
        ) from error


def _moment(unix: float) -> str:
    return datetime.fromtimestamp(unix, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _forwarded_path(path: str) -> str:
    """An endpoint's path as forwards name it: with all below it."""
    return path.removesuffix("/*").rstrip("/")


COMMANDS = {"endpoints": endpoints, "secrets": secrets}
