"""A line for a spreadsheet (RFC 4180), made safe for one.

A spreadsheet runs a cell that begins like a formula, also after blanks or a line end inside the cell (OWASP,
CSV Injection; CVE-2021-41270). Such a place gets an apostrophe before it, which is why this form is not exact
and the user is told; JSON is exact.
"""

from __future__ import annotations

import csv
import io
import re

from garfio.core.export.context import Context, Format
from garfio.core.export.fields import body_text
from garfio.core.export.json_object import capture_fields
from garfio.core.headers import decode_value
from garfio.core.http import Request

COLUMNS = (
    "id",
    "received_at",
    "method",
    "target",
    "http_version",
    "peer",
    "endpoint",
    "provider",
    "event_type",
    "delivery_id",
    "verdict",
    "content_type",
    "size",
    "reply_status",
    "headers",
    "body",
)
# A cell of Excel's holds 32767 characters.
_MAX_CELL = 32_000
# Full-width forms are read as their ASCII twins in some locales.
_FORMULA_RE = re.compile(
    "(?:\\A|(?<=[\r\n\\v\\f\x85\u2028\u2029]))(?=[^\\S\r\n\\v\\f\x85\u2028\u2029]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n])"
)


def defuse(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet could read a formula."""
    return _FORMULA_RE.sub("'", cell)


def export_csv(request: Request, context: Context) -> str:
    """One line, its text cells defused; a body that is not text is left out, a long one is cut."""
    headers = "\n".join(f"{decode_value(name)}: {decode_value(value)}" for name, value in request.headers)
    row = {**capture_fields(request, context), "headers": headers, "body": body_text(request.body) or ""}
    cells = [str(row[column])[:_MAX_CELL] for column in COLUMNS]
    return _line([defuse(cell) for cell in cells])


def _line(cells: list[str] | tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


CSV = Format(
    "csv",
    ".csv",
    export_csv,
    opening=_line(COLUMNS),
    separator="",
    notes=("csv.formulas_defused",),
)
