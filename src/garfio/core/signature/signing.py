"""The one sign: a request with a fresh signature, as the provider would have sent it.

A new timestamp where one is signed, the same delivery id; every other byte stays. What the content needs
and the request lacks (a message id, a nonce) is added, derived from the body, so that signing the same
request twice gives the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import asymmetric, condition, edit, location, reading, timestamp, token
from garfio.core.signature.digest import SYMMETRIC, compute, plain
from garfio.core.signature.encoding import encode
from garfio.core.signature.key import keys_of
from garfio.core.signature.message import Message
from garfio.core.signature.provider import Provider
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.template import names, render, render_text
from garfio.core.signature.value import Secret
from garfio.core.signature.verify import is_present, item_roots

_TOKEN_LIFE_S = 300
_FIELDS = {"env": "master", "names": "content-type"}
"""Fields of a signature value that a fresh one is given."""


def sign_request(
    request: Request,
    provider: Provider,
    secret: Secret,
    *,
    now_unix: float,
    public_url: str | None,
    scheme_id: str,
) -> Request:
    """The request signed anew. Raises AppError when the scheme cannot sign with this secret."""
    if secret.is_empty:
        raise AppError(
            "sign.empty-secret", "The secret is empty.", hint="Give the secret as the provider shows it."
        )
    chosen = _choose(provider, request, scheme_id)
    others = [
        scheme
        for scheme in provider.schemes
        if scheme.signature != chosen.signature
        and scheme.algorithm != "none"
        and is_present(scheme, Message(request))
    ]
    for scheme in others:
        for reference in scheme.signature:
            kind, _, name = reference.partition(":")
            if kind == "header" and name.lower() != "authorization":
                request = edit.remove_header(request, name)
    signed = _sign(request, chosen, secret, now_unix, public_url)
    for scheme in others:
        if scheme.algorithm in SYMMETRIC and scheme.algorithm != "equal" and scheme.content == chosen.content:
            signed = _sign(signed, scheme, secret, now_unix, public_url)
    return signed


def _choose(provider: Provider, request: Request, scheme_id: str) -> Scheme:
    usable = [scheme for scheme in provider.schemes if scheme.algorithm not in ("none", "rfc9421", "cavage")]
    if scheme_id:
        usable = [scheme for scheme in usable if scheme.id == scheme_id]
    if not usable:
        message = f"{provider.name} does not sign in a way that can be made here."
        raise AppError("sign.impossible", message, hint="Send the capture with its original headers.")
    seen = Message(request)
    present = [scheme for scheme in usable if is_present(scheme, seen)]
    fitting = [scheme for scheme in usable if condition.holds(scheme.when, seen)]
    return (present or fitting or usable)[0]


def _sign(
    request: Request, scheme: Scheme, secret: Secret, now_unix: float, public_url: str | None
) -> Request:
    for name, value in scheme.sets:
        request = edit.set_header(request, name, value)
    if scheme.algorithm == "jwt":
        return _sign_token(request, scheme, secret, now_unix, public_url)
    time = timestamp.write(now_unix, scheme.unit)
    kind, _, name = scheme.timestamp_reference.partition(":")
    if kind == "header":
        request = edit.set_header(request, name, time)
    elif kind == "json" and not scheme.each:
        request = edit.set_json(request, name, time, as_number=True)
    elif kind == "form":
        request = edit.set_form(request, name, time)
    request = _complete(request, scheme)
    for check in scheme.checks:
        request = _bind(request, scheme, check.reference, check.template, public_url)
    roots = list(item_roots(scheme, Message(request))) if scheme.each else [""]
    for root in roots:
        for reference, key in zip(_carriers(scheme), _keys(scheme, secret), strict=False):
            request = _put_signature(request, scheme, secret, reference, key, root, time, public_url)
    return request


def _carriers(scheme: Scheme) -> Iterator[str]:
    for reference in scheme.signature:
        yield reference.replace("*", "1") if reference != "url:*" else "query:token"


def _keys(scheme: Scheme, secret: Secret) -> list[bytes | str]:
    """Keys for the scheme's carriers in order; one key signs one carrier."""
    keys = list(keys_of(replace(scheme, key=scheme.key[:1]), secret, scheme.algorithm))
    if not keys:
        raise AppError(
            "sign.bad-key", f"The secret is not written as {scheme.key[0]}.", hint="Copy it again, whole."
        )
    return keys


def _put_signature(
    request: Request,
    scheme: Scheme,
    secret: Secret,
    reference: str,
    key: bytes | str,
    root: str,
    time: str,
    public_url: str | None,
) -> Request:
    message = _message(request, scheme, secret, public_url, root)
    existing = reading.read(scheme, reference, message.text(reference) or "")
    fields = {**existing.fields, "timestamp": time}
    for name in reading.field_names(scheme):
        fields.setdefault(name, secret.parts.get(name) or _FIELDS.get(name, "1"))
    parts = render(scheme.content, replace(message, fields=fields))
    if isinstance(parts, str):
        message_ = f"The request lacks {parts}, which the signature covers."
        raise AppError("sign.incomplete", message_, hint="Add it to the request.", part=parts)
    content = b"".join(part.data for part in parts)
    if isinstance(key, bytes):
        value = encode(compute(scheme.algorithm, key, content), scheme.encoding)
    else:
        try:
            value = encode(asymmetric.sign(scheme.algorithm, key, content), scheme.encoding)
        except ValueError as error:
            hint = "Only the provider has its private key; give a test key, or keep the original headers."
            raise AppError("sign.no-private-key", str(error), hint=hint) from error
    return _write(request, reference, reading.write(scheme, {**fields, "signature": value}), root)


def _message(
    request: Request, scheme: Scheme, secret: Secret, public_url: str | None, root: str = ""
) -> Message:
    urls = location.candidates(request, public_url) or ("",)
    return Message(request, url=urls[0], secret=secret, root=root, aliases=scheme.aliases)


def _write(request: Request, reference: str, value: str, root: str = "") -> Request:
    kind, _, name = reference.partition(":")
    if kind == "header":
        return edit.set_header(request, name, value)
    if kind == "json":
        return edit.set_json(request, f"{root}.{name}" if root else name, value)
    if kind == "query":
        return edit.set_query(request, name, value)
    if kind == "form":
        return edit.set_form(request, name, value)
    if kind == "ebay-signature":
        found = json.dumps({"alg": "ecdsa", "kid": "test", "signature": value, "digest": "SHA1"})
        return edit.set_header(request, "X-EBAY-SIGNATURE", encode(found.encode(), "b64"))
    return edit.set_body(request, value.encode())


def _complete(request: Request, scheme: Scheme) -> Request:
    """The request with the headers that the content names and that it lacks."""
    for template in (scheme.content, *(f"{{{reference}}}" for reference in scheme.aliases.values())):
        for name in names(template):
            name = scheme.aliases.get(name, name)
            kind, _, rest = name.partition(":")
            if kind == "header" and rest not in request.headers:
                request = edit.set_header(request, rest, "msg_" + plain("sha256", request.body).hex()[:24])
    return request


def _bind(request: Request, scheme: Scheme, reference: str, template: str, public_url: str | None) -> Request:
    """The request with a digest or another bound value where the scheme wants it."""
    wanted = render_text(template, _message(request, scheme, Secret(""), public_url))
    return request if wanted is None else _write(request, reference, wanted)


def _sign_token(
    request: Request, scheme: Scheme, secret: Secret, now_unix: float, public_url: str | None
) -> Request:
    """The request with a new JWT whose claims fit it."""
    if scheme.detached or scheme.signature == ("body",):
        return _sign_payload(request, scheme, secret)
    message = _message(request, scheme, secret, public_url)
    claims: dict[str, object] = {
        "iat": int(now_unix),
        "nbf": int(now_unix),
        "exp": int(now_unix) + _TOKEN_LIFE_S,
    }
    for check in scheme.checks:
        kind, _, name = check.reference.partition(":")
        wanted = render_text(check.template, message)
        if kind == "claim" and wanted is not None and "." not in name:
            claims[name] = wanted
    unsigned = token.write(scheme.accepts[0], claims)
    signature = _token_signature(scheme, secret, unsigned)
    return _write(
        request, scheme.signature[0], reading.write(scheme, {"signature": f"{unsigned}.{signature}"})
    )


def _sign_payload(request: Request, scheme: Scheme, secret: Secret) -> Request:
    """The request whose body is the payload of the token: beside it (detached), or inside the new body."""
    unsigned = token.write(scheme.accepts[0], request.body)
    signature = _token_signature(scheme, secret, unsigned)
    if scheme.detached:
        return _write(request, scheme.signature[0], f"{unsigned.partition('.')[0]}..{signature}")
    return edit.set_body(request, f"{unsigned}.{signature}".encode())


def _token_signature(scheme: Scheme, secret: Secret, unsigned: str) -> str:
    algorithm = token.ALGORITHMS[scheme.accepts[0]]
    key = next(iter(keys_of(scheme, secret, algorithm)), None)
    try:
        if isinstance(key, bytes):
            made = compute(algorithm, key, unsigned.encode())
        else:
            made = asymmetric.sign(algorithm, key or "", unsigned.encode())
    except ValueError as error:
        raise AppError("sign.no-private-key", str(error), hint="Give a test key of your own.") from error
    return encode(made, "b64url")
