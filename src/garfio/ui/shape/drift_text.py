"""What drifted, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garfio.core.shape import ShapeChange
from garfio.ui.shape.place_bar import PlaceLine


def drift_line(change: ShapeChange) -> PlaceLine:
    """A change as a sentence about its place."""
    translate = QCoreApplication.translate
    known = (" " + translate("shape", "or") + " ").join(change.known)
    if change.kind == "new":
        sentence = translate("shape", "{path}: new ({type})").replace("{type}", change.seen)
    elif change.kind == "missing":
        sentence = translate("shape", "{path}: missing, always there so far ({type})").replace(
            "{type}", known
        )
    else:
        sentence = translate("shape", "{path}: {seen}, so far {known}")
        sentence = sentence.replace("{seen}", change.seen).replace("{known}", known)
    path = change.text.removeprefix(".") or translate("shape", "the whole body")
    return PlaceLine(sentence, path, change.place)
