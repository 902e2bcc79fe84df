"""The commands. One module for each group of them; this one has what they share: the workspace's name,
errors, exit codes.

Exit codes: 0, 1 when the answer is no or the thing cannot be done, 2 for wrong usage. Errors go to stderr
in a sentence that says what to do.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from pathlib import Path
from typing import Any, ClassVar

import click

import garfio
from garfio.cli.number import CAPTURE_ID, Whole
from garfio.core.errors import AppError
from garfio.engine.paths import default_database

_NOT_TEXT = "garfio.not_text"
_SURROGATE = re.compile("[\ud800-\udfff]")

_WRONG_USAGE = frozenset(
    {
        "endpoint.path",
        "endpoint.provider",
        "endpoint.tolerance",
        "endpoint.url",
        "forward.value",
        "keys.none",
        "provider.unknown",
        "recipe.value",
        "reply.header",
        "reply.preset",
        "reply.value",
        "resend.header",
        "resend.method",
        "rule.missing",
        "sample.unknown",
        "sequence.value",
        "tamper.unknown",
        "target.expectation",
        "target.name",
        "target.pem_key_alone",
        "target.pem_locked_key",
        "target.pem_no_certificate",
        "target.pem_no_key",
        "target.pem_other_key",
        "target.pem_unreadable",
        "target.pem_unusable",
        "target.url",
        "target.value",
        "target.variable",
    }
)
"""Errors that say that an argument cannot be what it is; like those of queries and of the command line itself."""


class _Commands(click.Group):
    """Loads a command's module only when it is asked for, and turns errors into sentences."""

    modules: ClassVar[dict[str, str]] = {
        "listen": "garfio.cli.listen",
        "list": "garfio.cli.captures",
        "show": "garfio.cli.captures",
        "wait": "garfio.cli.captures",
        "verify": "garfio.cli.signatures",
        "sign": "garfio.cli.signatures",
        "resend": "garfio.cli.resend",
        "send": "garfio.cli.send",
        "targets": "garfio.cli.targets",
        "export": "garfio.cli.files",
        "import": "garfio.cli.files",
        "providers": "garfio.cli.signatures",
        "endpoints": "garfio.cli.endpoints",
        "secrets": "garfio.cli.endpoints",
        "rules": "garfio.cli.rules",
        "recipes": "garfio.cli.rules",
        "replies": "garfio.cli.replies",
        "schemas": "garfio.cli.schemas",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        import importlib

        if cmd_name not in self.modules:
            return None
        command: click.Command = importlib.import_module(self.modules[cmd_name]).COMMANDS[cmd_name]
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_NOT_TEXT] = [argument for argument in args if _SURROGATE.search(argument)]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except AppError as error:
            fail(error)
        except UnicodeEncodeError:
            # File names and secrets may be any bytes; where an argument has to be text, this is how it ends.
            if not ctx.meta[_NOT_TEXT]:
                raise
            wrong = ", ".join(map(ascii, ctx.meta[_NOT_TEXT]))
            fail(AppError("usage.text", f"This is not UTF-8: {wrong}.", hint="Write it in UTF-8."))
        except BrokenPipeError:
            # The reader of a pipe has gone; nothing is wrong, and nothing must be said at exit either.
            _drop_output()
            sys.exit(1)
        except OSError as error:
            if error.errno != errno.ENOSPC or error.filename is not None:
                raise
            _drop_output()
            fail(
                AppError("output.full", "The output cannot be written: its disk is full.", hint="Make room.")
            )
        return result


def _drop_output() -> None:
    """What is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(error: AppError) -> None:
    """Say on stderr what is wrong and what to do, and end with the code that fits."""
    position = error.fields.get("position")
    query = error.fields.get("query")
    if isinstance(position, int) and isinstance(query, str):
        click.echo(f"{query}\n{' ' * position}^", err=True)
    click.echo(f"garfio: {error}", err=True)
    wrong_usage = error.code.startswith(("query.", "usage.")) or error.code in _WRONG_USAGE
    sys.exit(2 if wrong_usage else 1)


def query_of(words: tuple[str, ...]) -> str:
    """The query of a command line. Raises QueryError with the text, so that the place in it can be shown."""
    from garfio.core.query import QueryError, parse

    text = " ".join(words)
    try:
        parse(text)
    except QueryError as error:
        error.fields["query"] = text
        raise
    return text


def database_of(ctx: click.Context, given: Path | None) -> Path:
    """The workspace named by the command, by `garfio --db`, by GARFIO_DB, or the default one; in this order.

    Raises AppError `usage.db` for a place that cannot even be looked at.
    """
    root: Path | None = ctx.find_root().params.get("db")
    path = (given or root or default_database()).absolute()
    try:
        path.exists()
    except OSError as error:
        raise AppError(
            "usage.db",
            f"The database {path} cannot be used: {error.strerror}.",
            hint="Name another file with --db.",
        ) from error
    return path


db_option = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The workspace's database. Default: GARFIO_DB, or a file in the platform's data folder.",
)

unused_db_option = click.option(
    "--db", type=click.Path(path_type=Path), expose_value=False, hidden=True, help="Names no workspace here."
)
"""For commands that need no workspace, so that a script can name its own everywhere."""


@click.group(
    cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="GARFIO_DB",
    metavar="FILE",
    help="The workspace's database.",
)
@click.option(
    "--port",
    type=Whole(0, 65_535),
    metavar="P",
    help="Listen on this port for this run; 0 lets the system choose.",
)
@click.option(
    "--screenshot",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Render the window to a PNG file and exit.",
)
@click.option("--size", default="1440x900", metavar="WxH", show_default=True, help="Size of the screenshot.")
@click.option("--theme", type=click.Choice(["light", "dark", "system"]), help="Use this theme for this run.")
@click.option("--lang", type=click.Choice(["en", "es", "system"]), help="Use this language for this run.")
@click.option("--select", type=CAPTURE_ID, metavar="ID", help="Open with this capture selected.")
@click.option("--tab", metavar="NAME", help="Open with this tab: body, headers, raw.")
@click.option(
    "--stall-log",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Log each time the window is busy for over 25 ms.",
)
@click.version_option(garfio.__version__, prog_name="garfio")
@click.pass_context
def cli(ctx: click.Context, db: Path | None, size: str, **window: Any) -> None:  # noqa: ARG001 - read by `database_of`
    """Receive webhooks on this machine, see them, check them, send them again.

    Without a command, the desktop program opens.
    """
    if ctx.invoked_subcommand is not None:
        if window["port"] is not None:
            raise click.UsageError("--port before a command is the window's. Write: garfio listen --port P")
        return
    database = database_of(ctx, None)
    if not window["screenshot"] and not _has_display():
        from garfio.cli.listen import listen_in_terminal

        click.echo("There is no display, so Garfio runs in this terminal. Ctrl+C ends it.", err=True)
        sys.exit(listen_in_terminal(database, window["port"]))
    from garfio.app import WindowOptions, run_window

    sys.exit(run_window(database, WindowOptions(size=_size(size), **window)))


def main() -> None:
    """Entry point of the `garfio` command."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # A pipe or a file gets UTF-8 whatever the locale, as JSON must be; a terminal what it can show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    # The store's threads let go of the interpreter at each SQLite call; with the usual 5 ms they would wait
    # that long to get it back while the loop is busy.
    sys.setswitchinterval(0.0005)
    cli(prog_name="garfio")


def _open_what_is_closed() -> None:
    """Give a program that was started with closed standard streams the null device instead: the next file or socket
    would get their numbers, and what is printed would go there."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (
        width.isdigit() and height.isdigit() and 200 <= int(width) <= 10_000 and 200 <= int(height) <= 10_000
    ):
        raise click.BadParameter("must read like 1440x900, from 200 to 10000 each", param_hint="--size")
    return int(width), int(height)
