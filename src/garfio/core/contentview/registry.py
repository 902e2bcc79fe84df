"""The table of content views, and the choice among them.

The choice looks at the declared type and at the bytes, because senders get the type wrong. When nothing
better fits, it falls back to text or hexadecimal and says so; what a user chooses explicitly is tried, and
its failure is a value.
"""

from __future__ import annotations

from dataclasses import replace

from garfio.core.contentview.cbor_view import CBOR
from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.csv_view import CSV
from garfio.core.contentview.form_view import FORM
from garfio.core.contentview.graphql_view import GRAPHQL
from garfio.core.contentview.hex_view import HEX
from garfio.core.contentview.image_view import IMAGE
from garfio.core.contentview.json_lines import JSON_LINES
from garfio.core.contentview.json_view import JSON
from garfio.core.contentview.jwt_view import JWT
from garfio.core.contentview.msgpack_view import MSGPACK
from garfio.core.contentview.multipart_view import multipart_view
from garfio.core.contentview.protobuf_view import PROTOBUF
from garfio.core.contentview.text_view import HTML, TEXT
from garfio.core.contentview.view import ContentView, Meta, Shown, View, ViewError, note
from garfio.core.contentview.xml_view import XML
from garfio.core.contentview.yaml_view import YAML


def choose(body: bytes, meta: Meta) -> Shown:
    """The body, its content coding removed, in the view that fits best. Never raises."""
    body, meta, coding_notes = decode_coding(body, meta)
    notes = list(coding_notes)
    declared = _declared_views(meta)
    rated = _by_priority(body, meta)
    names = tuple(view.name for view in rated)
    for view in rated:
        try:
            rendered = view.render(body, meta)
        except ViewError as error:
            notes.append(error.note)
        except Exception as error:  # noqa: BLE001 - a bug in one format must not hide the body
            notes.append(note("view.failed", view=view.name, error=type(error).__name__))
        else:
            if declared and body and view.name not in declared:
                notes.append(
                    note("view.not_as_declared", declared=meta.parsed_type.media_type, shown=view.name)
                )
            return Shown(view.name, replace(rendered, notes=(*notes, *rendered.notes)), fitting=names)
    return Shown(HEX.name, replace(HEX.render(body, meta), notes=tuple(notes)), fitting=names)


def show_as(name: str, body: bytes, meta: Meta) -> Shown:
    """The body in the view of that name. Never raises for a body; KeyError for a name that does not exist."""
    chosen = VIEWS[name]
    body, meta, notes = decode_coding(body, meta)
    names = tuple(view.name for view in _by_priority(body, meta))
    try:
        rendered = chosen.render(body, meta)
    except ViewError as error:
        failure = error.note
    except Exception as error:  # noqa: BLE001 - a bug in one format is shown in its place
        failure = note("view.failed", view=name, error=type(error).__name__)
    else:
        return Shown(name, replace(rendered, notes=(*notes, *rendered.notes)), fitting=names)
    return Shown(name, View("", "none", notes), failure, names)


def fitting(body: bytes, meta: Meta) -> list[str]:
    """The names of the views that could show the body, best first; for a menu."""
    body, meta, _ = decode_coding(body, meta)
    return [view.name for view in _by_priority(body, meta)]


def _by_priority(body: bytes, meta: Meta) -> list[ContentView]:
    rated = [(view.priority(body, meta), view) for view in VIEWS.values()]
    rated.sort(key=lambda pair: -pair[0])
    return [view for priority, view in rated if priority > 0]


def _declared_views(meta: Meta) -> tuple[str, ...]:
    """The views that the Content-Type alone asks for; none when it asks for none in particular."""
    kind = meta.parsed_type
    if kind.is_json:
        return (JSON.name, GRAPHQL.name)
    return _DECLARED.get(kind.media_type, ())


def _show_part(body: bytes, meta: Meta) -> tuple[str, View]:
    shown = choose(body, meta)
    return shown.name, shown.view


MULTIPART = multipart_view(_show_part)
VIEWS: dict[str, ContentView] = {
    view.name: view
    for view in (
        *(JSON_LINES, JSON, FORM, MULTIPART, HTML, XML, YAML, GRAPHQL, JWT, CSV),
        *(MSGPACK, CBOR, PROTOBUF, IMAGE, TEXT, HEX),
    )
}
_DECLARED = {
    "application/x-www-form-urlencoded": (FORM.name,),
    "multipart/form-data": (MULTIPART.name,),
    "text/html": (HTML.name,),
    "text/xml": (XML.name,),
    "application/xml": (XML.name,),
}
