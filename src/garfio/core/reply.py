"""What a sender is answered: a status, headers and a short body, as bytes for the wire.

The default says nothing of the request, carries no permission for web pages (CORS), and cannot be taken for
markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; Content-Length, Connection and the safety headers are added when it is encoded."""

    status: int = 200
    body: bytes = b"OK\n"
    headers: tuple[tuple[str, str], ...] = ()
    """Further headers, as text without line breaks."""
    content_type: str = "text/plain; charset=utf-8"
    for_event: bool = False
    """True for what a provider demands as the answer to an event; the request is no endpoint check then."""

    def encode(self, *, keep_alive: bool, with_body: bool = True) -> bytes:
        """The response message. `with_body=False` (HEAD) keeps Content-Length and leaves the body out;
        204 and 304 have neither."""
        bodiless = self.status in (204, 304)
        lines = [
            f"HTTP/1.1 {self.status} {reason_phrase(self.status)}",
            *(() if bodiless else self._content_lines()),
            "X-Content-Type-Options: nosniff",
            f"Connection: {'keep-alive' if keep_alive else 'close'}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
        return head + self.body if with_body and not bodiless else head

    def _content_lines(self) -> tuple[str, str]:
        return f"Content-Type: {self.content_type}", f"Content-Length: {len(self.body)}"


def reason_phrase(status: int) -> str:
    """The standard words for a status, `Status` for one that has none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Status"


NOT_STORED = Reply(
    503,
    b"Not stored: the database cannot be written to at the moment. Send it again later.\n",
    (("Retry-After", "10"),),
)
"""What a sender is answered whose request could not be stored."""
