"""Where a redirect leads, and what is sent there.

307 and 308 repeat the message; 303 asks with GET, 301 and 302 turn a POST into GET as all clients do. What is meant
for the first place alone (credentials, signatures, what the target sets, the client certificate) goes to no other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urljoin

from garfio.core.attempt import Response
from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.core.outgoing import Changes, Outgoing
from garfio.core.redaction.rules import DEFAULT_RULES
from garfio.core.resend import make_outgoing
from garfio.core.target import Address, Target, parse_url

_STATUSES = frozenset((301, 302, 303, 307, 308))
_OF_A_BODY = ("Content-Length", "Transfer-Encoding", "Content-Type", "Content-Encoding", "Content-MD5", "Digest",
              "Content-Digest", "Content-Language", "Trailer")  # fmt: skip
_HARMLESS = frozenset(("content-type", "content-encoding", "accept", "accept-language", "user-agent", "host"))

STOPS: dict[str, str] = {
    "limit": "It points on again, and no more redirects are followed.",
    "location": "It points to something that is no http or https URL.",
    "host": "It points to a host that nothing was ever sent to; send there once, and it is followed.",
    "inward": "It points from another machine to this one, which is not followed.",
    "plain": "It points from https to plain http, which anybody on the way could read; it is not followed.",
}
"""Codes to English sentences."""


@dataclass(frozen=True, slots=True)
class Onward:
    """The next message and the settings that hold for it."""

    outgoing: Outgoing
    target: Target
    withheld: tuple[str, ...]
    """Names of the fields that are left out because it is another place."""
    certificate_withheld: bool


def leads_on(response: Response) -> bool:
    """True for an answer that says where to go instead."""
    return response.status in _STATUSES and "location" in response.headers


def onward(outgoing: Outgoing, response: Response, target: Target) -> Onward | str:
    """What to send where `response`, the answer to `outgoing`, points; or a key of `STOPS`."""
    address = _location(outgoing, response)
    if address is None:
        return "location"
    here = outgoing.address
    if address.is_loopback and not here.is_loopback:
        return "inward"
    if here.tls and not address.tls and not address.is_loopback:
        return "plain"
    stays = _is_same_place(here, address)
    withheld = () if stays else _withheld(outgoing, target)
    method = outgoing.request.method
    changes = Changes(
        target=(address.path or b"/") + (b"" if address.query is None else b"?" + address.query),
        remove_headers=withheld,
    )
    if _becomes_get(response.status, method):
        changes = replace(changes, method="GET", body=b"", remove_headers=(*withheld, *_OF_A_BODY))
    place = Target(url=address.url, path_mode="append", keep_host=target.keep_host and stays)
    try:
        sent = make_outgoing(outgoing.request, place, changes)
    except AppError:  # a path that cannot be sent
        return "location"
    if stays:
        return Onward(sent, target, (), certificate_withheld=False)
    tls = replace(target.tls, certificate_file="", key_file="", server_name="")
    shows = address.tls and bool(target.tls.certificate_file)
    return Onward(sent, replace(target, tls=tls), withheld, certificate_withheld=shows)


def _location(outgoing: Outgoing, response: Response) -> Address | None:
    text = decode_value((response.headers.get("location") or b"").strip())
    try:
        return parse_url(urljoin(outgoing.url, text.replace(" ", "%20")))
    except (AppError, ValueError):
        return None


def _is_same_place(here: Address, there: Address) -> bool:
    """Scheme, host and port are the same, or only the scheme has become the safe one."""
    if here.host != there.host:
        return False
    upgrade = (here.tls, here.port, there.tls, there.port) == (False, 80, True, 443)
    return upgrade or (here.tls, here.port) == (there.tls, there.port)


def _withheld(outgoing: Outgoing, target: Target) -> tuple[str, ...]:
    own = {name.lower() for name, _ in target.set_headers} - _HARMLESS
    names = dict.fromkeys(decode_value(name) for name, _ in outgoing.request.headers)
    return tuple(name for name in names if name.lower() in own or DEFAULT_RULES.hides_header(name))


def _becomes_get(status: int, method: str) -> bool:
    if status == 303:
        return method not in ("GET", "HEAD")
    return status in (301, 302) and method == "POST"
