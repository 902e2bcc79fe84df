"""What a template gave, and how one fails; `template` renders, and nobody else needs Jinja for it."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.action import Deed
from garfio.core.template_fault import TemplateFault


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
    """For a template as `TemplateFault.written`, else a sentence."""


class TemplateError(Exception):
    """A template that failed."""

    def __init__(self, code: str, what: str = "", place: str = "", line: int = 0) -> None:
        super().__init__(code, what)
        self.fault = TemplateFault(code, what, place, line)

    @property
    def code(self) -> str:
        """`template.…`."""
        return self.fault.code

    def at(self, place: str) -> TemplateError:
        """With its place, where it has none yet."""
        self.fault = self.fault.at(place)
        return self

    def __str__(self) -> str:
        return self.fault.sentence()
