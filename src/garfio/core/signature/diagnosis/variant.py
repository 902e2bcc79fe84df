"""Changes that may have happened on the way: to the secret, the URL, the header, the clock.

Each is a generator, the likeliest first, so that a search can stop early. They are made from what arrived;
the search says which of them gives the received signature. `diagnosis.body` has those of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import quote, quote_plus, unquote, urlsplit

from garfio.core.http import Request
from garfio.core.signature import location
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Secret


@dataclass(frozen=True, slots=True)
class Variant:
    """A change, and what it makes."""

    code: str
    detail: str
    """What was changed, for the sentence: an encoder, a URL, a form of the secret."""
    body: bytes | None = None
    secret: Secret | None = None
    scheme: Scheme | None = None
    url: str | None = None
    fields: tuple[tuple[str, str], ...] = field(default=())


_PASTED = ("v1,", "secret=", "SECRET=", "Bearer ", "key=", "sha256=", "whsec:", "hex:", "base64:")


def secrets(scheme: Scheme, secret: Secret) -> Iterator[Variant]:
    """Other keys that the same secret may have become."""
    value = secret.value
    stripped = value.strip()
    bare = stripped.strip("\"'`“”‘’")
    if stripped != value:
        yield _secret("secret.whitespace", "without the blanks around it", stripped, secret)
    if bare != stripped:
        yield _secret("secret.whitespace", "without the quotes around it", bare, secret)
    for prefix in _PASTED:
        if bare.startswith(prefix):
            yield _secret("secret.extra-prefix", f"without {prefix}", bare.removeprefix(prefix), secret)
    if re.match(r"[A-Z][A-Z0-9_]*=", bare):
        yield _secret(
            "secret.extra-prefix", "without the variable's name", bare.partition("=")[2].strip("\"'"), secret
        )
    yield from _forms_of(scheme, secret, bare)
    for tail, name in (("\n", "a line break"), ("\r\n", "a CR LF"), (" ", "a blank")):
        yield _secret("secret.whitespace", f"with {name} at its end", value + tail, secret)
    for mark in ('"', "'"):
        yield _secret("secret.whitespace", f"with {mark} around it", f"{mark}{value}{mark}", secret)


def _forms_of(scheme: Scheme, secret: Secret, bare: str) -> Iterator[Variant]:
    """The secret as text, hex, base64 …, in the forms that the scheme does not use."""
    for form in ("whsec", "text"):
        if form not in scheme.key:
            code = "secret.whsec-decoding" if bare.startswith("whsec_") else "secret.encoding"
            name = "decoded from base64" if form == "whsec" else "as text"
            yield Variant(code, name, secret=secret, scheme=replace(scheme, key=(form,)))
    if bare.startswith("whsec_"):
        yield replace(
            _secret("secret.whsec-decoding", "as text, without whsec_", bare.removeprefix("whsec_"), secret),
            scheme=replace(scheme, key=("text",)),
        )
    for form, name in (("hex", "as hex"), ("b64", "as base64"), ("sha256", "its SHA-256")):
        if form not in scheme.key:
            yield Variant("secret.encoding", name, secret=secret, scheme=replace(scheme, key=(form,)))
    yield Variant(
        "secret.lenient-base64",
        "decoded leniently",
        secret=secret,
        scheme=replace(scheme, key=("lenient-b64",)),
    )


def _secret(code: str, detail: str, value: str, secret: Secret) -> Variant:
    return Variant(code, detail, secret=replace(secret, value=value))


def urls(request: Request, public_url: str | None) -> Iterator[Variant]:
    """Other URLs that the provider may know the endpoint by."""
    bases = list(location.candidates(request, public_url)) + list(location.candidates(request, None))
    if not bases:
        return
    seen = set(bases[:1]) if public_url else set()
    first = urlsplit(bases[0])
    for code, url in _all_urls(bases, request):
        if url not in seen:
            seen.add(url)
            host = urlsplit(url).hostname
            yield Variant("url.host" if host != first.hostname else code, url, url=url)


def _all_urls(bases: list[str], request: Request) -> Iterator[tuple[str, str]]:
    for base in bases:
        parts = urlsplit(base)
        host = parts.hostname or ""
        host = f"[{host}]" if ":" in host else host
        rest = base.split(parts.netloc, 1)[1] if parts.netloc else base
        tails = [("", rest), *_tails(rest, request)]
        for tail_code, tail in tails:
            for scheme in (parts.scheme, "https" if parts.scheme == "http" else "http"):
                for netloc in dict.fromkeys(
                    (parts.netloc, host, f"{host}:443", f"{host}:80", f"{host}:8443", f"{host}:8080")
                ):
                    code = tail_code
                    code = code or ("url.scheme" if scheme != parts.scheme else "url.port")
                    yield code, f"{scheme}://{netloc}{tail}"


def _tails(rest: str, request: Request) -> Iterator[tuple[str, str]]:
    """Other ways to write path and query."""
    path, mark, query = rest.partition("?")
    tail = mark + query
    yield "url.trailing-slash", (path[:-1] if path.endswith("/") else path + "/") + tail
    asked = request.target.decode("utf-8", "surrogateescape")
    if asked.startswith("/") and asked != rest:
        yield "url.host", asked
    if not query:
        return
    yield "url.query-encoding", path
    pairs = query.split("&")
    yield "url.query-encoding", f"{path}?{'&'.join(sorted(pairs))}"
    yield "url.query-encoding", f"{path}?{unquote(query.replace('+', ' '))}"
    yield "url.query-encoding", f"{path}?{query.replace('+', '%20')}"
    yield "url.query-encoding", f"{path}?{query.replace('%20', '+')}"
    split = [pair.partition("=") for pair in pairs]
    for write in (quote_plus, lambda text: quote(text, safe="")):
        again = "&".join(f"{write(_plain(key))}={write(_plain(value))}" for key, _, value in split)
        yield "url.query-encoding", f"{path}?{again}"
    if path not in ("", "/"):
        yield "url.query-encoding", quote(unquote(path)) + tail


def _plain(text: str) -> str:
    return unquote(text.replace("+", " "))


_ALGORITHMS = ("hmac-sha256", "hmac-sha1", "hmac-sha512", "hmac-sha384", "hmac-md5")
_NAMES = re.compile(r"signature|hmac|signed|digest|x-hub|token|hash", re.IGNORECASE)


def schemes(scheme: Scheme) -> Iterator[Variant]:
    """The same scheme with another digest, or its value written another way."""
    plain = re.sub(r"^[A-Za-z0-9]+[=,: ](?=\{signature\}$)", "", scheme.format)
    encodings = [name for name in ("hex", "b64", "b64url") if name not in scheme.encoding.split("|")]
    formats = (
        [plain]
        if plain != scheme.format
        else ["sha256={signature}", "sha1={signature}", "v1={signature}", "v0={signature}", "v1,{signature}"]
    )
    if "{signature}" in plain and len(plain) == len("{signature}"):
        formats += ["{name}={signature}", "{name} {signature}"]
    for encoding in encodings:
        yield Variant("encoding.digest", f"as {encoding}", scheme=replace(scheme, encoding=encoding))
    for form in formats:
        for encoding in (scheme.encoding, *encodings):
            changed = replace(
                scheme, format=form, encoding=encoding, separator=scheme.separator if form == plain else ""
            )
            yield Variant("encoding.digest", f"written as {form}, {encoding}", scheme=changed)
    if not scheme.algorithm.startswith("hmac-"):
        return
    for algorithm in _ALGORITHMS:
        if algorithm != scheme.algorithm:
            for form in (scheme.format, *formats):
                for encoding in (scheme.encoding, *encodings):
                    changed = replace(scheme, algorithm=algorithm, format=form, encoding=encoding)
                    yield Variant("algorithm.digest", algorithm.removeprefix("hmac-"), scheme=changed)


def times(scheme: Scheme) -> Iterator[Variant]:
    """The signed timestamp in another unit or print."""
    if "{timestamp}" not in scheme.content:
        return
    for name in ("milliseconds", "seconds", "float"):
        content = scheme.content.replace("{timestamp}", f"{{timestamp|{name}}}")
        yield Variant(
            "time.unit",
            f"in {name}" if name != "float" else "printed as 123.0",
            scheme=replace(
                scheme, content=content, unit="auto" if scheme.unit in ("s", "ms") else scheme.unit
            ),
        )


def headers(scheme: Scheme, request: Request) -> Iterator[Variant]:
    """Other headers that may hold the signature."""
    own = {reference.lower() for reference in scheme.signature}
    for name, value in request.headers:
        text = name.decode("latin-1")
        reference = f"header:{text}"
        if _NAMES.search(text) and reference.lower() not in own and value:
            yield Variant("header.wrong-name", text, scheme=replace(scheme, signature=(reference,), when=""))
