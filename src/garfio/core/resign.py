"""The signature on resend: kept, made anew with the receiver's secret, or removed; and when it is stale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from garfio.core.diff.header import diff_headers
from garfio.core.diff.ignore import Ignore
from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.outgoing import Difference, Outgoing, Signing
from garfio.core.signature import CATALOG, Provider, recognise, unknown_provider, verify
from garfio.core.tamper import TOLERANCE_S, Original, tampered, without_signature

_NOTHING = Ignore(times=False, ids=False, names=(), headers=())
_KINDS = {"added": "added", "removed": "removed"}


def with_signature(outgoing: Outgoing, signing: Signing, *, now_unix: float) -> Outgoing:
    """`outgoing` with its signature as wanted; a kept one that the receiver will refuse brings a warning.

    Raises AppError `resend.no_secret`, `resend.no_provider`, and `sign.…` when the secret cannot sign.
    """
    request = outgoing.request
    provider = _provider(request, signing)
    if signing.mode == "keep":
        found = tuple(_warnings(outgoing, provider, now_unix)) if provider else ()
        return replace(outgoing, warnings=(*outgoing.warnings, *found))
    if provider is None:
        raise AppError(
            "resend.no_provider",
            "Nothing says whose signature this is.",
            hint="Name the provider in the target, or with --provider.",
        )
    if signing.mode == "remove":
        return _changed(outgoing, without_signature(request, provider))
    if not signing.secret:
        raise AppError(
            "resend.no_secret",
            f"Signing for {provider.name} needs the receiver's secret.",
            hint="Give it with --secret.",
            provider=provider.id,
        )
    original = Original(request, provider, signing.secret, now_unix, outgoing.url)
    return _changed(outgoing, tampered(original, signing.tamper) if signing.tamper else original.signed())


def _provider(request: Request, signing: Signing) -> Provider | None:
    wanted = signing.provider or recognise(request).provider
    found = CATALOG.get(wanted)
    if signing.provider and found is None:
        raise unknown_provider(signing.provider)
    return found


def _warnings(outgoing: Outgoing, provider: Provider, now_unix: float) -> Iterator[str]:
    """What the receiver will find wrong with a signature that is kept."""
    seen = verify(outgoing.request, (), provider=provider, now_unix=now_unix)
    scheme = next((one for one in provider.schemes if one.id == seen.scheme), None)
    if scheme is None or seen.verdict != "no_secret":
        return
    tolerance = scheme.tolerance_s or TOLERANCE_S
    if seen.age_s is not None and abs(seen.age_s) > tolerance:
        yield "stale_signature"
    changed = {one.part for one in outgoing.differences}
    if ("body" in changed and scheme.covers == "body") or ("target" in changed and scheme.uses_url):
        yield "broken_signature"


def _changed(outgoing: Outgoing, request: Request) -> Outgoing:
    """`outgoing` with another message and the differences that this makes."""
    before = outgoing.request
    found = []
    if request.target != before.target:
        found.append(Difference("replaced", "target", "signature", "", before.target, request.target))
    if request.body != before.body:
        found.append(Difference("replaced", "body", "signature"))
    for one in diff_headers(before.headers, request.headers, _NOTHING).changes:
        kind = _KINDS.get(one.kind, "replaced")
        name = decode_value(one.name)
        found.append(Difference(kind, "header", "signature", name, one.left or b"", one.right or b""))
    return replace(outgoing, request=request, differences=(*outgoing.differences, *found))
