"""A target's answer, given to the sender in place of ours.

Status, reason, header lines and body go on as they came, coding included. What belongs to one connection is left
out, and the length says what is really sent. What cannot be passed on becomes an answer of ours that says why: 502
for a target that fails, 504 for one that is late.
"""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.attempt import Failure, Response
from garfio.core.errors import AppError
from garfio.core.reply import Reply

_HOP_BY_HOP = frozenset(
    (b"connection", b"keep-alive", b"proxy-connection", b"proxy-authenticate", b"te", b"trailer",
     b"transfer-encoding", b"upgrade", b"content-length")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relayed:
    """An answer that is whole; encoded as a `Reply` is."""

    response: Response
    to_head: bool = False
    """True when a HEAD was answered: the length is the target's own word."""

    @property
    def status(self) -> int:
        """The target's."""
        return self.response.status

    def encode(self, *, keep_alive: bool, with_body: bool = True) -> bytes:
        """The response message."""
        response = self.response
        gone = set(_HOP_BY_HOP)
        for value in response.headers.get_all("connection"):
            gone.update(token.strip().lower() for token in value.split(b","))
        if self.to_head:
            gone.discard(b"content-length")
        words = response.head.partition(b"\n")[0].rstrip(b"\r").partition(b" ")[2]
        lines = [b"HTTP/1.1 " + words]
        lines += [name + b": " + value for name, value in response.headers if name.lower() not in gone]
        bodiless = response.status in (204, 304)
        if not bodiless and not self.to_head:
            lines.append(b"Content-Length: %d" % len(response.body))
        lines.append(b"Connection: " + (b"keep-alive" if keep_alive else b"close"))
        head = b"\r\n".join(lines) + b"\r\n\r\n"
        return head + response.body if with_body and not bodiless and not self.to_head else head


def relayed(outcome: Response | Failure, method: str) -> Relayed | Reply:
    """What the sender is answered for this outcome."""
    if isinstance(outcome, Failure):
        if outcome.kind == "timeout":
            return late()
        return _ours(502, f"the target did not answer: {outcome.sentence}")
    if outcome.cut:
        return _ours(502, "the target's answer broke off or is too large to pass on.")
    return Relayed(outcome, to_head=method == "HEAD")


def late() -> Reply:
    """The answer when the target's does not come in time."""
    return _ours(504, "the target did not answer in time.")


def unsendable(error: AppError) -> Reply:
    """The answer when the request cannot be sent on at all."""
    return _ours(502, f"it cannot be sent to the target: {error.message}")


def looped() -> Reply:
    """The answer to a request that this workspace has sent on itself."""
    return _ours(508, "it was sent on by this listener before, and would go round in circles.")


def _ours(status: int, why: str) -> Reply:
    return Reply(status, f"Stored; {why}\n".encode())
