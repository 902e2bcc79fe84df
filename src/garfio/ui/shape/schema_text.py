"""What a schema says against a body, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garfio.core.query.writer import write_path
from garfio.core.shape import conformance
from garfio.ui.shape.place_bar import PlaceLine

_MOST = 6
"""Wanted values that are named."""


def fault_line(fault: conformance.SchemaFault) -> PlaceLine:
    """A fault as a sentence about its place; what is rare in the words of the library."""
    translate = QCoreApplication.translate
    names = ", ".join(fault.names)
    if fault.keyword == "required" and names:
        sentence = translate("schema", "{path}: {names} is missing").replace("{names}", names)
    elif fault.keyword in ("type", "enum", "const") and names:
        shown = fault.names if len(fault.names) <= _MOST else (*fault.names[:_MOST], "…")
        joined = (" " + translate("shape", "or") + " ").join(shown)
        sentence = translate("schema", "{path}: not {types}").replace("{types}", joined)
    elif fault.keyword in ("additionalProperties", "unevaluatedProperties") and names:
        sentence = translate("schema", "{path}: {names} is not allowed").replace("{names}", names)
    else:
        sentence = "{path}: " + fault.message
    path = write_path(fault.place).removeprefix(".") or translate("shape", "the whole body")
    return PlaceLine(sentence, path, fault.place)
