"""The signature of a message that is sent again: where it stands, whether it still holds, made anew or left out.

Plain functions over `core.signature`: no Qt here.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.signature import CATALOG, Provider, recognise, sign

KEEP, RESIGN, REMOVE = "keep", "resign", "remove"
_USUAL_TOLERANCE_S = 300.0


def provider_of(request: Request, hint: str = "") -> Provider | None:
    """Who signed it, by the capture's provider or by what the message says; None when nobody known did."""
    name = hint or recognise(request).provider
    return CATALOG.get(name)


def signature_headers(request: Request, provider: Provider) -> tuple[str, ...]:
    """The names of the header fields that carry its signatures, as written."""
    patterns = [
        reference.partition(":")[2].lower()
        for scheme in provider.schemes
        for reference in scheme.signature
        if reference.startswith("header:")
    ]
    names = [decode_value(name) for name, _ in request.headers]
    return tuple(
        dict.fromkeys(
            name for name in names if any(fnmatchcase(name.lower(), pattern) for pattern in patterns)
        )
    )


def staleness(
    request: Request, provider: Provider, *, changed: bool, received_unix: float, now_unix: float
) -> str:
    """Why the kept signature will be refused: `changed` (what it covers was edited), `old` (its time is past
    what the provider's check accepts), or empty."""
    present = signature_headers(request, provider)
    if not present:
        return ""
    names = {name.lower() for name in present}
    schemes = [
        scheme
        for scheme in provider.schemes
        if any(
            fnmatchcase(name, reference.partition(":")[2].lower())
            for reference in scheme.signature
            for name in names
        )
    ]
    if changed and any(scheme.covers == "body" for scheme in schemes):
        return "changed"
    timed = [scheme for scheme in schemes if scheme.timestamp_reference]
    if timed and now_unix - received_unix > max(scheme.tolerance_s or _USUAL_TOLERANCE_S for scheme in timed):
        return "old"
    return ""


def resigned(request: Request, provider: Provider, secret: str, *, now_unix: float, url: str) -> Request:
    """The message with a fresh signature for `secret`. Raises AppError `sign.…`."""
    return sign(request, provider, secret, now_unix=now_unix, public_url=url)
