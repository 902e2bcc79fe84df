"""Keys of the view, as a table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = QKeySequence.StandardKey
_ALT = Qt.KeyboardModifier.AltModifier

_MOVES = (
    (_Key.MoveToNextChar, _Key.SelectNextChar, "right"),
    (_Key.MoveToPreviousChar, _Key.SelectPreviousChar, "left"),
    (_Key.MoveToNextWord, _Key.SelectNextWord, "word-right"),
    (_Key.MoveToPreviousWord, _Key.SelectPreviousWord, "word-left"),
    (_Key.MoveToNextLine, _Key.SelectNextLine, "row-down"),
    (_Key.MoveToPreviousLine, _Key.SelectPreviousLine, "row-up"),
    (_Key.MoveToNextPage, _Key.SelectNextPage, "page-down"),
    (_Key.MoveToPreviousPage, _Key.SelectPreviousPage, "page-up"),
    (_Key.MoveToStartOfLine, _Key.SelectStartOfLine, "row-start"),
    (_Key.MoveToEndOfLine, _Key.SelectEndOfLine, "row-end"),
    (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument, "top"),
    (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument, "bottom"),
)
_COMMANDS = (
    (_Key.Copy, "copy"),
    (_Key.SelectAll, "select-all"),
    (_Key.ZoomIn, "zoom-in"),
    (_Key.ZoomOut, "zoom-out"),
)
_ALT_KEYS = {Qt.Key.Key_Minus: "fold", Qt.Key.Key_Plus: "unfold", Qt.Key.Key_Equal: "unfold"}
_ALT_SHIFT_KEYS = {
    Qt.Key.Key_Minus: "fold-all",
    Qt.Key.Key_Underscore: "fold-all",
    Qt.Key.Key_Plus: "unfold-all",
}
_ALT_SHIFT_KEYS |= {Qt.Key.Key_Asterisk: "unfold-all"}
_CONTROL_KEYS = {Qt.Key.Key_Plus: "zoom-in", Qt.Key.Key_Equal: "zoom-in", Qt.Key.Key_0: "zoom-reset"}


def command_for(event: QKeyEvent) -> tuple[str, bool] | None:
    """The command of a key press, and whether it extends the selection; None for any other key."""
    for move, select, command in _MOVES:
        if event.matches(move):
            return command, False
        if event.matches(select):
            return command, True
    for key, command in _COMMANDS:
        if event.matches(key):
            return command, False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alt = {_ALT: _ALT_KEYS, _ALT | Qt.KeyboardModifier.ShiftModifier: _ALT_SHIFT_KEYS}.get(modifiers, {})
    if event.key() in alt:
        return alt[Qt.Key(event.key())], False
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _CONTROL_KEYS:
        return _CONTROL_KEYS[Qt.Key(event.key())], False
    return None
