"""What a template gave, and how one fails; `template` renders, and nobody else needs Jinja for it."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.action import Deed


class TemplateError(Exception):
    """A template that failed: a code, and a sentence with the field's name."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one action of a rule would do, or why that cannot be said."""

    action: int
    """Its place in the rule, from 0."""
    item: int | None
    """Which entry of the array; None for an action that is done once."""
    deed: Deed | None
    error: str = ""
    """A code: `template.…` or `action.…`; empty when there is a deed."""
    message: str = ""
