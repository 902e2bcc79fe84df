"""What is wrong with a template: a code, the place and the value, and our own English sentence for it.

A run's row keeps a fault as two lines, the place and the value, so that a window can say it in its language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

_SENTENCES: dict[str, str] = {
    "undefined": "{where} asks for {what}, which this webhook does not have.",
    "syntax": "{where} is not written right: {what}",
    "filter": "{where} uses {what}, and there is no such filter or test.",
    "forbidden": "{where} uses {what}, which is not allowed.",
    "too_large": "{where} gives more than 1 MiB, or needs too much memory.",
    "too_many": "{where} names an array of {what} entries; 500 are the most.",
    "slow": "{where} takes longer than {what} seconds.",
    "value": "{where} gives something that cannot be sent: {what}",
    "failed": "{where} cannot be worked out: {what}",
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One fault."""

    code: str
    """`template.undefined` …"""
    what: str = ""
    """The value that is missing, what is not allowed, the text near the mistake, a figure."""
    place: str = ""
    """`email.subject`, or `when`; empty where there is one template only."""
    line: int = 0
    """The line of the template, from 1; 0 when it has one only, or it is not known."""

    def at(self, place: str) -> TemplateFault:
        """With its place, where it has none yet."""
        return self if self.place else replace(self, place=place)

    def written(self) -> str:
        """As a row keeps it."""
        line = f":{self.line}" if self.line else ""
        return f"{self.place}{line}\n{self.what[:_LONGEST]}"

    def sentence(self) -> str:
        """In English, for the terminal."""
        known = _SENTENCES.get(self.code.removeprefix("template."), _SENTENCES["failed"])
        where = self.place or "The template"
        if self.line:
            where = f"{where}, line {self.line},"
        return known.format(where=where, what=self.what)


def read_fault(code: str, written: str) -> TemplateFault | None:
    """What a row keeps; None for any other message."""
    place, mark, what = written.partition("\n")
    if not code.startswith("template.") or not mark:
        return None
    place, _, line = place.partition(":")
    return TemplateFault(code, what, place, int(line) if line.isdigit() else 0)


def plain_message(code: str, message: str) -> str:
    """A row's message as a sentence: a fault's in English, any other as it is."""
    fault = read_fault(code, message)
    return fault.sentence() if fault else message
