"""Keeps tables in the documents equal to the code: between `<!-- begin:NAME -->` and `<!-- end:NAME -->`.

`python packaging/docs.py` writes them; with `--check` it only says which are out of date, and exits with 1.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click

from garfio.cli import cli
from garfio.core import wire
from garfio.core.contentview.registry import VIEWS
from garfio.core.export.registry import FORMATS
from garfio.core.query import FIELDS
from garfio.core.signature import CATALOG
from garfio.engine.listener import connection, doorbell, refusals
from garfio.engine.settings import Settings
from garfio.engine.store.captures import PART_BYTES
from garfio.engine.store.database import BUSY_LIMIT_S
from garfio.engine.workspace import UNDO_S
from garfio.ui.actions import ACTIONS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "ARCHITECTURE.md")
VECTORS = "tests/core/signature/vectors/published.json"


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(headings) + " |", "|" + "---|" * len(headings)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def commands() -> str:
    """Every command with its first sentence."""
    context = click.Context(cli)
    rows = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        usage = " ".join(["garfio", name, *command.collect_usage_pieces(context)[1:]])
        rows.append((f"`{usage.strip()}`", (command.help or "").split("\n\n")[0].replace("\n", " ")))
    return _table(("command", "what it does"), rows)


def keys() -> str:
    """Every action that has a key."""
    rows = [(f"`{spec.shortcut}`", spec.text.rstrip("…")) for spec in ACTIONS.values() if spec.shortcut]
    return _table(("key", "action"), rows)


def limits() -> str:
    """Every limit of the listener and the store, from the constants that apply it."""
    defaults = Settings()
    rows = [
        ("request line and headers", f"{wire.HEAD_LIMIT // 1024} KiB, {wire.FIELD_LIMIT} lines", "431"),
        ("time for the head", f"{connection.HEAD_LIMIT_S:g} s", "408"),
        ("silence inside a body", f"{connection.BODY_IDLE_S:g} s", "408, kept as incomplete"),
        ("idle connection", f"{connection.KEEP_ALIVE_S:g} s", "closed"),
        ("body", f"{defaults.body_limit_mib} MiB (a setting)", "413"),
        ("connections at once", f"{defaults.max_connections} (a setting)", "503"),
        ("kept of a refused message", f"{connection.RAW_LIMIT // 1024} KiB", ""),
        (
            "rows of refused messages",
            f"{refusals.ROWS_A_SECOND} a second",
            "further ones are counted on the last row",
        ),
        ("wait for a locked database", f"{BUSY_LIMIT_S:g} s", "503 with Retry-After"),
        ("body kept in one piece", f"{PART_BYTES // 1024**2} MiB", "longer ones are streamed to the disk"),
        ("undo of a deletion", f"{UNDO_S} s", ""),
        ("least time between two doorbell lines", f"{doorbell.INTERVAL_S * 1000:g} ms", ""),
    ]
    return _table(("what", "limit", "beyond it"), rows)


def query_fields() -> str:
    """The fields of the query language."""
    return _table(("field", "meaning"), [(f"`{field.name}`", field.doc) for field in FIELDS])


def providers() -> str:
    """What can be verified, signed and answered, what that rests on, and whose values it is tested with."""
    published = json.loads((ROOT / VECTORS).read_text("utf-8"))
    rows = [
        (
            f"`{provider.id}`",
            provider.name,
            "yes" if provider.handshakes else "",
            _basis(provider.basis, provider.doc),
            "published" if provider.id in published else "computed",
        )
        for provider in sorted(CATALOG.values(), key=lambda entry: entry.id)
    ]
    return _table(("id", "name", "endpoint check answered", "rests on", "tested with"), rows)


def _basis(basis: str, doc: str) -> str:
    """How sure an entry is, with the document or the package's file that it follows."""
    address, _, more = doc.partition("; ")
    shown = f"<{address}>" if address.startswith("https://") and " " not in address else address
    return ": ".join(part for part in (basis, "; ".join(part for part in (shown, more) if part)) if part)


def views() -> str:
    """The content views."""
    return ", ".join(VIEWS)


def formats() -> str:
    """The export formats."""
    return ", ".join(FORMATS)


BLOCKS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "keys": keys,
    "limits": limits,
    "query-fields": query_fields,
    "views": views,
    "providers": providers,
    "formats": formats,
}


def filled(text: str) -> str:
    """A document with its blocks made anew."""
    for name, make in BLOCKS.items():
        pattern = re.compile(rf"(<!-- begin:{name} -->\n).*?(<!-- end:{name} -->)", re.DOTALL)
        if pattern.search(text):
            block = make()
            text = pattern.sub(lambda match, block=block: f"{match[1]}{block}\n{match[2]}", text)
    return text


def main() -> int:
    """Write or check; gives the exit code."""
    stale = []
    for name in DOCUMENTS:
        path = ROOT / name
        text = path.read_text("utf-8")
        new = filled(text)
        if new != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(new, "utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"Out of date: {', '.join(stale)}. Run: python packaging/docs.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
