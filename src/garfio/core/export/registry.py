"""The table of export formats."""

from __future__ import annotations

from garfio.core.export.context import Format
from garfio.core.export.curl import CURL
from garfio.core.export.curl_cmd import CURL_CMD
from garfio.core.export.curl_powershell import CURL_POWERSHELL
from garfio.core.export.raw import BODY, HTTP, URL

FORMATS: dict[str, Format] = {
    entry.name: entry for entry in (HTTP, URL, BODY, CURL, CURL_CMD, CURL_POWERSHELL)
}
"""Name to format, in the order of a menu."""
