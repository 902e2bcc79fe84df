"""The values of a content view: what it is given, what it returns, and the table entry that describes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from garfio.core.contentview.table import Table
from garfio.core.headers import Headers
from garfio.core.http import ContentType, Request, parse_content_type

Fact = str | int


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader should know about what is shown; `code` is dotted and stable."""

    code: str
    fields: Mapping[str, Fact] = field(default_factory=dict)


def note(code: str, **fields: Fact) -> Note:
    """A note with its fields."""
    return Note(code, fields)


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a body besides its bytes."""

    content_type: str = ""
    """The Content-Type header's value; empty when there is none."""
    content_encoding: str = ""
    """The Content-Encoding header's value; empty when the bytes are not compressed (any more)."""
    cut: bool = False
    """True when the bytes are known to be only the beginning of the body."""
    depth: int = 0
    """How many multipart bodies this one is inside."""

    @property
    def parsed_type(self) -> ContentType:
        """The Content-Type, split."""
        return parse_content_type(self.content_type)

    def decoded(self) -> Meta:
        """The same for the body with its content coding removed."""
        return replace(self, content_encoding="")

    @classmethod
    def of_headers(cls, headers: Headers, *, cut: bool = False) -> Meta:
        """The facts that header fields state; repeated Content-Encoding fields are joined in order."""
        codings = ", ".join(value.decode("latin-1") for value in headers.get_all("content-encoding"))
        return cls(headers.text("content-type") or "", codings, cut)

    @classmethod
    def of_request(cls, request: Request, *, cut: bool = False) -> Meta:
        """The facts that a request's headers state."""
        return cls.of_headers(request.headers, cut=cut)


@dataclass(frozen=True, slots=True)
class View:
    """A body made readable."""

    text: str
    syntax: str
    """What a highlighter needs: json, xml, html, javascript, css, yaml, graphql, form, hex, text or none."""
    notes: tuple[Note, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """Measured values by code: `encoding`, `lines`, `width`, …"""
    table: Table | None = None
    """The same in rows and columns, where that is easier to read; `text` is what is searched and copied."""


class ViewError(Exception):
    """The bytes are not what this view shows; `note` says why."""

    def __init__(self, code: str, **fields: Fact) -> None:
        super().__init__(code)
        self.note = Note(code, fields)


@dataclass(frozen=True, slots=True)
class ContentView:
    """One row of the registry."""

    name: str
    """The stable name: json, text, hex, …"""
    priority: Callable[[bytes, Meta], float]
    """How well the view fits, 0 (not at all) to 1, and a little more for a special case of another; looks at a bounded
    part of the body and never raises.
    """
    render: Callable[[bytes, Meta], View]
    """The body without its content coding, made readable; raises ViewError when it is something else."""


def line_count(text: str) -> int:
    """Lines as an editor counts them: one more than there are line feeds."""
    return text.count("\n") + 1


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of a character offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show for a body."""

    name: str
    """The view used."""
    view: View
    error: Note | None = None
    """Why an explicitly chosen view could not show the body; `view` is then empty."""
    fitting: tuple[str, ...] = ()
    """The names of the views that could show it, best first."""
