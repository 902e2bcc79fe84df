"""The parts of a multipart body, each as a body of its own. Offered, never opened by itself."""

from __future__ import annotations

from garfio.core.contentview.multipart_view import Part, find_boundary, multipart_parts
from garfio.core.envelope.value import Inner, Sealed


def parts(sealed: Sealed) -> tuple[Inner, ...]:
    """The parts of a multipart body, as many as its view shows, with the type that each declares."""
    boundary = find_boundary(sealed.body, sealed.meta)
    if boundary is None:
        return ()
    found = multipart_parts(sealed.body, boundary)
    return tuple(_inner(number, part, sealed.body) for number, part in enumerate(found, 1))


def _inner(number: int, part: Part, body: bytes) -> Inner:
    content_type = part.headers.text("content-type") or ""
    content = body[part.start : part.end]
    return Inner(part.place(number), content, content_type, "part", part.words("filename"))
