"""`garfio listen`: the listener without a window."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import click

from garfio.cli import database_of, db_option, live
from garfio.cli.number import Number, Whole
from garfio.core.errors import AppError
from garfio.engine.listener.process import SELF_CHECK_VARIABLE, ListenOptions, run_listener
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
        sys.exit(run_listener(options, _on_screen(database)))
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
    return run_listener(ListenOptions(database, port=port), _on_screen(database))


def _on_screen(database: Path) -> Callable[[dict[str, Any]], object]:
    """What shows events to a person. It is made, on the doorbell's thread, when there is something to show: then the
    listener accepts already."""
    screen = cache(lambda: live.Screen(database))
    return lambda event: screen().show(event)


def _print_json(event: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


COMMANDS = {"listen": listen}
