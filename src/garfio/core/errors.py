"""Errors meant for a person: what failed, why, what to try. Every other exception is a bug.

An error carries a stable code and its fields; the sentence for the terminal is made here in English, the
window translates by code. Raising one never needs a traceback to be understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that asks for the known word that `word` looks like; empty if it looks like none."""
    close = get_close_matches(word, known, 1)
    return f"Did you mean {close[0]}? " if close else ""


class AppError(Exception):
    """Something that the user can act on.

    `code` is dotted and stable (`port.taken`); `fields` are the values that the sentence names; `hint` says
    what to do.
    """

    def __init__(self, code: str, message: str, *, hint: str = "", **fields: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
