"""A row in a local table: a CSV or NDJSON file, or a table of an SQLite database."""

from __future__ import annotations

import re

from garfio.core.action.kind import DOCUMENT, LIST, LITERAL, ActionKind, Deed, Field, Values, unfit

FORMATS = ("csv", "ndjson", "sqlite")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")


def _render(values: Values) -> Deed:
    row = values["row"]
    if not isinstance(row, dict) or not row:
        raise unfit("row", "it must be a table of column names with values.")
    form = values["format"] or values["file"].rpartition(".")[2].lower()
    form = {"jsonl": "ndjson", "db": "sqlite", "sqlite3": "sqlite"}.get(form, form)
    if form not in FORMATS:
        raise unfit("format", f"it must be one of {', '.join(FORMATS)}.")
    key = [str(name) for name in values["key"]]
    if form == "sqlite":
        for name in (*row, *key, values["table"]):
            if not _NAME.fullmatch(name):
                raise unfit("row", f"{name[:60]!r} cannot be the name of a table or a column.")
    if missing := [name for name in key if name not in row]:
        raise unfit("key", f"{missing[0]!r} is no column of the row.")
    if key and form != "sqlite":
        raise unfit("key", "only a table of an SQLite database can have a key.")
    deed = {"file": values["file"], "format": form, "table": values["table"], "key": key, "row": row}
    shown = ", ".join(f"{name}={value}" for name, value in row.items())
    return Deed("append", deed, f"{values['file']}: {shown[:300]}")


APPEND = ActionKind(
    "append",
    "Append a row to a CSV or NDJSON file, or put it into a table of an SQLite database.",
    (
        Field("file", LITERAL, "The file; a relative one lies beside the workspace.", required=True),
        Field("row", DOCUMENT, "Column names with values.", required=True, default={}),
        Field(
            "format", LITERAL, "csv, ndjson or sqlite; by default the file's ending.", choices=("", *FORMATS)
        ),
        Field("table", LITERAL, "The table in an SQLite database.", default="rows"),
        Field("key", LIST, "Columns whose values name a row: one that is there is updated.", default=[]),
    ),
    _render,
)
