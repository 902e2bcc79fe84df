"""The parts of a multipart body, each as a body of its own. Offered, never opened by itself."""

from __future__ import annotations

from garfio.core.contentview.multipart_view import Part, find_boundary, multipart_parts
from garfio.core.envelope.value import MOST_INNERS, Inner, Sealed

_LONGEST_PLACE = 60


def parts(sealed: Sealed) -> tuple[Inner, ...]:
    """The first parts of a multipart body with the type that each declares; empty for any other body."""
    if not sealed.meta.parsed_type.media_type.startswith("multipart/"):
        return ()
    boundary = find_boundary(sealed.body, sealed.meta)
    if boundary is None:
        return ()
    found = multipart_parts(sealed.body, boundary, MOST_INNERS)
    return tuple(_inner(number, part, sealed.body) for number, part in enumerate(found, 1))


def _inner(number: int, part: Part, body: bytes) -> Inner:
    name = (part.parameter("name") or b"").decode("utf-8", "replace")
    file_name = (part.parameter("filename") or b"").decode("utf-8", "replace")
    place = f"{number} {name or file_name}"[:_LONGEST_PLACE].strip()
    content_type = part.headers.text("content-type") or ""
    return Inner(place, body[part.start : part.end], content_type, "part", file_name)
