"""Shorthands for entries that follow a family's pattern, so that a family reads as a table."""

from __future__ import annotations

from dataclasses import replace

from garfio.core.signature.provider import Handshake, Provider
from garfio.core.signature.scheme import Scheme

UNCONFIRMED = "unconfirmed"
NOT_NAMED = "public receivers, not named"
"""What an entry follows whose receivers agree, but were not noted."""
THIRD_PARTY = "third-party"
SDK = "sdk"
DOCUMENT = "document"


def header(name: str) -> str:
    """The reference to a header."""
    return f"header:{name}"


def provider(
    id: str,  # noqa: A002 - the entry's field
    name: str,
    scheme: Scheme | tuple[Scheme, ...],
    *,
    event: str | tuple[str, ...] = (),
    delivery: str | tuple[str, ...] = (),
    retry: str | tuple[str, ...] = (),
    marks: str | tuple[str, ...] = (),
    shapes: tuple[str, ...] = (),
    handshakes: Handshake | tuple[Handshake, ...] = (),
    doc: str = "",
    basis: str = DOCUMENT,
    secret_name: str = "signing secret",  # noqa: S107 - what the provider calls it
    unverifiable: str = "",
    key_url: str = "",
    key_hosts: tuple[str, ...] = (),
    key_path: str = "",
    key_owner: str = "",
    key_at: str = "",
    key_is_public: bool = True,
) -> Provider:
    """A provider; its signature header is a mark when none is given; `shapes` mark requests without a signature."""
    schemes = scheme if isinstance(scheme, tuple) else (scheme,)
    found = _many(marks)
    if not found:
        headers = {name for one in schemes for name in one.signature if name.startswith("header:")}
        found = tuple(sorted(headers - {"header:Authorization"}))
    return Provider(
        id=id,
        name=name,
        schemes=schemes,
        event=_many(event),
        delivery=_many(delivery),
        retry=_many(retry),
        marks=tuple(mark for mark in found if mark != "-" and "*" not in mark) + shapes,
        handshakes=handshakes if isinstance(handshakes, tuple) else (handshakes,),
        doc=doc,
        basis=basis,
        secret_name=secret_name,
        unverifiable=unverifiable,
        key_url=key_url,
        key_hosts=key_hosts,
        key_path=key_path,
        key_owner=key_owner,
        key_at=key_at,
        key_is_public=key_is_public,
    )


def _many(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def body_hmac(name: str, algorithm: str = "hmac-sha256", encoding: str = "hex", **fields: object) -> Scheme:
    """A keyed digest of the raw body in a header; the prefix is in `format`."""
    base = Scheme(algorithm=algorithm, signature=(header(name),), encoding=encoding)
    return replace(base, **fields) if fields else base  # type: ignore[arg-type]  # fields of Scheme


def stamped(name: str, form: str, content: str = "{timestamp}.{body}", **fields: object) -> Scheme:
    """A keyed digest over a timestamp and the body; the timestamp is in the header's value or in one of its
    own."""
    values: dict[str, object] = {
        "signature": (header(name),),
        "format": form,
        "content": content,
        "tolerance_s": 300,
        **fields,
    }
    return Scheme(**values)  # type: ignore[arg-type]  # fields of Scheme


def standard(prefix: str = "webhook-", **fields: object) -> Scheme:
    """Standard Webhooks v1 with its headers' prefix."""
    values: dict[str, object] = {
        "id": "v1",
        "signature": (f"header:{prefix}signature",),
        "format": "v1,{signature}",
        "separator": " ",
        "encoding": "b64",
        "content": "{id}.{timestamp}.{body}",
        "message_id": f"header:{prefix}id",
        "timestamp": f"header:{prefix}timestamp",
        "tolerance_s": 300,
        "key": ("whsec",),
        **fields,
    }
    return Scheme(**values)  # type: ignore[arg-type]  # fields of Scheme


def token(*references: str, form: str = "{signature}", **fields: object) -> Scheme:
    """A shared token compared with the secret."""
    values: dict[str, object] = {
        "id": "token",
        "algorithm": "equal",
        "signature": references,
        "format": form,
        "encoding": "text",
        "covers": "nothing",
        **fields,
    }
    return Scheme(**values)  # type: ignore[arg-type]  # fields of Scheme


BASIC = Scheme(
    id="basic",
    algorithm="equal",
    signature=("header:Authorization",),
    format="Basic {signature}",
    encoding="b64",
    when="header:Authorization^=Basic",
    covers="nothing",
)
"""Basic authentication; the secret is `user:password`, or an object with `username` and `password`."""

BEARER = token(
    "header:Authorization", form="Bearer {signature}", id="bearer", when="header:Authorization^=Bearer"
)
AUTHORIZATION = token("header:Authorization", id="authorization")
IN_URL = token("url:*", id="url")
"""A value in the URL's path or query that nobody can guess."""
CHOSEN = (
    AUTHORIZATION,
    *(
        token(f"header:{name}", id=name)
        for name in ("X-Webhook-Secret", "X-Webhook-Token", "X-Api-Key", "X-Auth-Token")
    ),
)
"""A header that the user chooses at the sender; a secret with `header` and `value` names another one."""
