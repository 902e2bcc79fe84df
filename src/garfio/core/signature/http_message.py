"""HTTP Message Signatures (RFC 9421) with Content-Digest (RFC 9530), and the older draft-cavage form.

Components with the parameters `sf`, `tr` and `req` are not supported: such a signature is reported as
unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, urlsplit

from garfio.core.signature import document
from garfio.core.signature.digest import plain
from garfio.core.signature.encoding import decode
from garfio.core.signature.message import Message
from garfio.core.signature.opened import Opened
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Part

ALGORITHMS = {
    "hmac-sha256": "hmac-sha256",
    "ed25519": "ed25519",
    "ecdsa-p256-sha256": "ecdsa-p1363-sha256",
    "ecdsa-p384-sha384": "ecdsa-p1363-sha384",
    "rsa-pss-sha512": "rsa-pss-sha512",
    "rsa-v1_5-sha256": "rsa-sha256",
    "rsa-sha256": "rsa-sha256",
    "hmac-sha512": "hmac-sha512",
}
"""Names of the RFC and of the draft to ours."""

_MEMBER = re.compile(
    r'([a-z*][a-z0-9_.*-]*)=(\((?:"[^"]*"|[^()"])*\)(?:;[^,"]*(?:"[^"]*"[^,"]*)*)?)\s*(?:,\s*|\Z)'
)
_SIGNATURE = re.compile(r"([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):\s*(?:,\s*|\Z)")
_COMPONENT = re.compile(r'"([^"]+)"((?:;[a-z][a-z0-9_-]*(?:="[^"]*")?)*)')
_PARAMETER = re.compile(r';([a-z*][a-z0-9_.*-]*)(?:=("[^"]*"|[^;]*))?')
_DIGEST = re.compile(r"(sha-256|sha-512)=:?([A-Za-z0-9+/=]+):?", re.IGNORECASE)
_PAIR = re.compile(r'([A-Za-z]+)=(?:"([^"]*)"|(\d+))')


def open_message_signature(scheme: Scheme, message: Message) -> Iterator[Opened]:
    """The signatures of RFC 9421 that the request carries."""
    inputs = ", ".join(value for _, value in message.all_values("header:signature-input"))
    values = ", ".join(value for _, value in message.all_values("header:signature"))
    if not inputs:
        return
    signatures = dict(_SIGNATURE.findall(values))
    members = _MEMBER.findall(inputs)
    if not members:
        yield Opened(
            message=message, algorithm="", encoding="b64", raw=inputs, fault="Signature-Input cannot be read."
        )
    for label, inner in members:
        opened = _open(scheme, message, inner, signatures.get(label, ""))
        names = (opened.algorithm,) if opened.algorithm or opened.fault else scheme.accepts
        yield from (replace(opened, algorithm=name) for name in names)


def _open(scheme: Scheme, message: Message, inner: str, signature: str) -> Opened:
    covered, _, rest = inner.partition(")")
    parameters = {name: value.strip('"') for name, value in _PARAMETER.findall(rest)}
    base = Opened(
        message=message,
        algorithm="",
        encoding="b64",
        signatures=(signature,) if signature else (),
        raw=signature,
        source="header:signature",
        key_id=parameters.get("keyid", ""),
        signed_at=_moment(parameters.get("created")),
        not_after=_moment(parameters.get("expires")),
    )
    if not signature:
        return replace(base, fault="There is no signature for a label of Signature-Input.")
    algorithm = ALGORITHMS.get(parameters.get("alg", ""), "")
    if parameters.get("alg") and algorithm not in scheme.accepts:
        return replace(base, fault=f"The algorithm {parameters['alg'][:30]!r} is not accepted.")
    parts: list[Part] = []
    names: list[str] = []
    for name, flags in _COMPONENT.findall(covered):
        value = _component(message, name, flags)
        if value is None:
            return replace(base, fault=f"The component {name} cannot be rebuilt from this request.")
        names.append(name)
        parts += (
            Part("literal", f'"{name}"{flags}: '.encode()),
            Part(f"header:{name}", value),
            Part("literal", b"\n"),
        )
    parts.append(Part("signature-params", f'"@signature-params": {inner}'.encode("utf-8", "surrogateescape")))
    mismatches = () if "content-digest" not in names else _digest_mismatch(message, "content-digest")
    return replace(base, algorithm=algorithm, parts=tuple(parts), mismatches=mismatches)


def _component(message: Message, name: str, flags: str) -> bytes | None:
    """The value of one covered component."""
    parameters = {key: value.strip('"') for key, value in _PARAMETER.findall(flags)}
    if set(parameters) - {"name"}:
        return None
    if not name.startswith("@"):
        values = message.request.headers.get_all(name)
        return b", ".join(value.strip() for value in values) if values else None
    url = urlsplit(message.url)
    target = message.url.split("?", 1)
    simple = {
        "@method": message.request.method,
        "@target-uri": message.url,
        "@authority": _authority(url.netloc, url.scheme),
        "@scheme": url.scheme,
        "@request-target": message.request.target.decode("latin-1"),
        "@path": url.path or "/",
        "@query": "?" + (target[1] if len(target) > 1 else ""),
    }
    if name == "@query-param":
        wanted = parameters.get("name", "").encode()
        found = next((value for key, value in document.read_pairs(url.query.encode()) if key == wanted), None)
        return None if found is None else quote(found, safe="").encode()
    return simple[name].encode("utf-8", "surrogateescape") if name in simple else None


def _authority(netloc: str, scheme: str) -> str:
    host = netloc.rpartition("@")[2].lower()
    return host.removesuffix({"https": ":443", "http": ":80"}.get(scheme, "\0"))


def _digest_mismatch(message: Message, header: str) -> tuple[str, ...]:
    """The header's reference when its digest is not that of the body; nothing when it is."""
    value = message.text(f"header:{header}") or ""
    found = _DIGEST.findall(value)
    if not found:
        return (f"header:{header}",)
    for name, text in found:
        digest = plain(name.lower().replace("-", ""), message.request.body)
        if decode(text, "b64") != digest:
            return (f"header:{header}",)
    return ()


def _moment(text: str | None) -> float | None:
    return float(text) if text and text.isdigit() and len(text) < 16 else None


def open_cavage(scheme: Scheme, message: Message) -> Iterator[Opened]:
    """The signature of draft-cavage: `keyId="…",algorithm="…",headers="(request-target) date
    digest",signature="…"`."""
    for reference in scheme.signature:
        for source, raw in message.all_values(reference):
            pairs = {name.lower(): text or number for name, text, number in _PAIR.findall(raw)}
            if "keyid" not in pairs and "signature" not in pairs:
                continue
            yield replace(_open_cavage(scheme, message, pairs), raw=raw, source=source)


def _open_cavage(scheme: Scheme, message: Message, pairs: dict[str, str]) -> Opened:
    stated = pairs.get("algorithm", "")
    algorithm = ALGORITHMS.get(stated, scheme.accepts[0] if stated in ("", "hs2019") else "")
    base = Opened(
        message=message,
        algorithm=algorithm,
        encoding="b64",
        signatures=(pairs["signature"],) if pairs.get("signature") else (),
        key_id=pairs.get("keyid", ""),
        signed_at=_moment(pairs.get("created")),
        not_after=_moment(pairs.get("expires")),
    )
    if not base.signatures:
        return replace(base, fault="The signature header has no signature.")
    if algorithm not in scheme.accepts:
        return replace(base, fault=f"The algorithm {stated[:30]!r} is not accepted.")
    names = pairs.get("headers", "date").lower().split()
    url = urlsplit(message.url)
    parts: list[Part] = []
    for name in names:
        if name == "(request-target)":
            path = (url.path or "/") + (f"?{url.query}" if url.query else "")
            value: bytes | None = f"{message.request.method.lower()} {path}".encode(
                "utf-8", "surrogateescape"
            )
        elif name in ("(created)", "(expires)"):
            value = pairs.get(name.strip("()"), "").encode()
        elif name == "host" and url.netloc:
            value = url.netloc.rpartition("@")[2].encode()
        else:
            values = message.request.headers.get_all(name)
            value = b", ".join(values) if values else None
        if value is None:
            return replace(base, fault=f"The signed header {name} is missing.")
        parts += (
            Part("literal", ("\n" if parts else "").encode() + f"{name}: ".encode()),
            Part(f"header:{name}", value),
        )
    mismatches = () if "digest" not in names else _digest_mismatch(message, "digest")
    return replace(base, parts=tuple(parts), mismatches=mismatches)
