"""Changes that may have happened between the sender's key and our eyes: to the body, the secret, the URL, the header.

Each is a generator, the likeliest first, so that a search can stop early. They are made from what arrived; the search
(`diagnosis.search`) says which of them gives the received signature.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import quote, quote_plus, unquote, urlsplit

from garfio.core.http import Request, parse_content_type
from garfio.core.signature import document, edit, location
from garfio.core.signature.diagnosis import rewrite
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Secret

_JSON_LIMIT = 16 << 20
_MOST_ITEMS = 50
_UNPACKED_LIMIT = 32 << 20


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


def bodies(request: Request) -> Iterator[Variant]:
    """Other bodies that the sender may have signed, in the order of the catalogue of causes."""
    body = request.body
    seen = {body}
    for variant in _all_bodies(request):
        if variant.body is not None and variant.body not in seen:
            if len(body) < 1 << 18:
                seen.add(variant.body)
            yield variant


def _all_bodies(request: Request) -> Iterator[Variant]:
    body = request.body
    yield from _ends(body)
    yield from _codings(body)
    text = _text(body)
    is_json = (
        text is not None
        and body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[", b'"')
        and len(body) < _JSON_LIMIT
    )
    if text is not None and is_json:
        yield from _single_styles(text)
        yield from _json_in_string(text)
        yield from _trimmed(text)
    yield from _charsets(body)
    if text is not None:
        yield from _normalised(text)
    yield from _forms(request)
    yield Variant("body.empty", "an empty body", body=b"")
    if text is not None and is_json:
        yield from _styles(text)
        yield from _items(text)
    yield from _truncated(body)


def _text(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _ends(body: bytes) -> Iterator[Variant]:
    """Last newline, byte order mark, line ends."""
    for end in (b"\r\n", b"\n"):
        if body.endswith(end):
            yield Variant("body.final-newline", "without the last line break", body=body[: -len(end)])
    bare = body.rstrip(b"\r\n")
    for end, name in ((b"\n", "LF"), (b"\r\n", "CR LF")):
        yield Variant("body.final-newline", f"with a last {name}", body=body + end)
        yield Variant("body.final-newline", f"with {name} at the end", body=bare + end)
    yield Variant("body.final-newline", "without blanks around it", body=body.strip())
    bom = b"\xef\xbb\xbf"
    if body.startswith(bom):
        yield Variant("body.bom", "without the byte order mark", body=body[3:])
    else:
        yield Variant("body.bom", "with a byte order mark", body=bom + body)
    unix = body.replace(b"\r\n", b"\n")
    yield Variant("body.line-endings", "with LF", body=unix)
    yield Variant("body.line-endings", "with CR LF", body=unix.replace(b"\n", b"\r\n"))


def _codings(body: bytes) -> Iterator[Variant]:
    """Compression and base64."""
    for window in (47, -15):
        try:
            unpacked = zlib.decompressobj(window).decompress(body, _UNPACKED_LIMIT)
        except zlib.error:
            continue
        if unpacked:
            yield Variant("body.compression", "unpacked", body=unpacked)
            break
    else:
        if len(body) < 1 << 20:
            for level in (6, 9):
                yield Variant(
                    "body.compression", f"gzip, level {level}", body=gzip.compress(body, level, mtime=0)
                )
    try:
        yield Variant(
            "body.base64", "decoded from base64", body=base64.b64decode(body.strip(), validate=True)
        )
    except (ValueError, binascii.Error):
        pass
    yield Variant("body.base64", "as base64", body=base64.b64encode(body))


def _style_variant(code: str, name: str, text: str) -> Variant:
    return Variant(code, name, body=text.encode("utf-8", "surrogatepass"), fields=(("encoder", name),))


def _single_styles(text: str) -> Iterator[Variant]:
    """One dimension changed: escapes, numbers, blanks."""
    for style in (*rewrite.STRINGS, *rewrite.NUMBERS, *rewrite.WHITESPACE):
        yield _style_variant(style.code, style.name, style.rewrite(text))


def _styles(text: str) -> Iterator[Variant]:
    """Two and more dimensions changed: what another program's encoder makes of the document."""
    yield _style_variant("body.reserialised", "keys sorted", rewrite.sort_keys(text))
    for numbers in (None, *rewrite.NUMBERS):
        base = numbers.rewrite(text) if numbers else text
        if numbers and base == text:
            continue
        for is_sorted in (False, True):
            ordered = rewrite.sort_keys(base) if is_sorted else base
            for style in reversed(rewrite.STRINGS):
                written = style.rewrite(ordered)
                for blanks in rewrite.WHITESPACE:
                    name = ", ".join(
                        part
                        for part in (
                            style.name,
                            blanks.name,
                            numbers.name if numbers else "",
                            "keys sorted" if is_sorted else "",
                        )
                        if part
                    )
                    yield _style_variant("body.reserialised", name, blanks.rewrite(written))
            for blanks in rewrite.WHITESPACE if is_sorted or numbers else ():
                name = f"{blanks.name}, {'keys sorted' if is_sorted else 'numbers rewritten'}"
                yield _style_variant("body.reserialised", name, blanks.rewrite(ordered))


def _json_in_string(text: str) -> Iterator[Variant]:
    """JSON inside a JSON string, and bodies that a gateway wrapped."""
    found = document.read_json(text.encode("utf-8", "surrogatepass"))
    if isinstance(found, str):
        yield _style_variant("body.json-in-string", "taken out of the string", found)
    elif isinstance(found, dict):
        for name in ("body", "rawBody", "raw_body", "payload", "data"):
            inner = found.get(name)
            if isinstance(inner, str):
                yield _style_variant("body.json-in-string", f"the value of {name}", inner)
                try:
                    yield Variant(
                        "body.base64", f"{name}, decoded", body=base64.b64decode(inner, validate=True)
                    )
                except (ValueError, binascii.Error):
                    continue
    yield _style_variant("body.json-in-string", "as a JSON string", rewrite.quoted(text))
    yield _style_variant("body.json-in-string", "as a JSON string", json.dumps(text))


def _trimmed(text: str) -> Iterator[Variant]:
    trimmed = rewrite.trim_strings(text)
    yield _style_variant("body.trimmed", "strings trimmed", trimmed)
    for source in (trimmed, text):
        yield _style_variant("body.trimmed", "empty strings as null", rewrite.empty_to_null(source))
    yield _style_variant("body.trimmed", "null as empty strings", rewrite.null_to_empty(text))


def _charsets(body: bytes) -> Iterator[Variant]:
    """Decoded in a wrong charset and encoded again, either way; characters lost; lengths in characters."""
    if body.isascii():
        return
    for charset in ("latin-1", "cp1252"):
        for decoding, encoding in ((charset, "utf-8"), ("utf-8", charset)):
            try:
                changed = body.decode(decoding).encode(encoding)
            except UnicodeError:
                continue
            yield Variant("body.charset", f"{decoding} taken for {encoding}", body=changed)
    text = body.decode("utf-8", "replace")
    lossy = (
        ("replacement characters", text.encode()),
        ("? for every non-ASCII character", text.encode("ascii", "replace")),
        ("non-ASCII characters left out", text.encode("ascii", "ignore")),
        ("a replacement character for every non-ASCII byte", body.decode("ascii", "replace").encode()),
        ("? for every non-ASCII byte", re.sub(rb"[\x80-\xff]", b"?", body)),
        ("surrogate pairs encoded one by one", _cesu8(text)),
        ("the length in characters taken for bytes", body[: len(text)]),
        (
            "the length in UTF-16 units taken for bytes",
            body[: len(text.encode("utf-16-le", "surrogatepass")) // 2],
        ),
    )
    for detail, changed in lossy:
        yield Variant("body.charset", detail, body=changed)


def _cesu8(text: str) -> bytes:
    return re.sub(
        r"[\U00010000-\U0010ffff]",
        lambda found: "".join(
            chr(int.from_bytes(unit, "big"))
            for unit in (found[0].encode("utf-16-be")[:2], found[0].encode("utf-16-be")[2:])
        ),
        text,
    ).encode("utf-8", "surrogatepass")


def _normalised(text: str) -> Iterator[Variant]:
    if text.isascii():
        return
    for form in ("NFC", "NFD", "NFKC"):
        changed = unicodedata.normalize(form, text)
        yield Variant("body.unicode-normalisation", form, body=changed.encode("utf-8", "surrogatepass"))


def _forms(request: Request) -> Iterator[Variant]:
    """A form built again from its parameters."""
    if not parse_content_type(request.headers.text("content-type")).is_form:
        return
    pairs = document.read_pairs(request.body)
    for is_sorted in (False, True):
        ordered = sorted(pairs) if is_sorted else pairs
        order = ", sorted" if is_sorted else ""
        for name, write in (
            ("+ for blanks", lambda data: quote_plus(data)),
            ("%20 for blanks", lambda data: quote(data, safe="")),
            ("as Java writes", lambda data: quote_plus(data, safe="*").replace("~", "%7E")),
            ("as JavaScript writes", lambda data: quote(data, safe="!~*'()")),
            (
                "lower-case escapes",
                lambda data: re.sub("%..", lambda found: found[0].lower(), quote_plus(data)),
            ),
            ("decoded", lambda data: data.decode("utf-8", "surrogateescape")),
        ):
            text = "&".join(f"{write(key)}={write(value)}" for key, value in ordered)
            yield Variant("body.form-rebuilt", name + order, body=text.encode("utf-8", "surrogateescape"))
    for name, value in pairs:
        if name in (b"payload", b"data", b"json"):
            yield Variant("body.form-rebuilt", f"the field {name.decode()} alone", body=value)


def _items(text: str) -> Iterator[Variant]:
    """Members of the document, each as it stands in the text."""
    found = document.read_json(text.encode("utf-8", "surrogatepass"))
    paths: list[list[str | int]] = []
    if isinstance(found, list):
        paths = [[index] for index in range(len(found[:_MOST_ITEMS]))]
    elif isinstance(found, dict):
        for name, value in list(found.items())[:_MOST_ITEMS]:
            if isinstance(value, dict | list):
                paths.append([name])
            if isinstance(value, list):
                paths += [[name, index] for index in range(len(value[:_MOST_ITEMS]))]
    for path in paths:
        span = edit.locate(text, path)
        if span:
            shown = ".".join(str(step) for step in path)
            yield Variant(
                "body.envelope", shown, body=text[span[0] : span[1]].encode("utf-8", "surrogatepass")
            )


def _truncated(body: bytes) -> Iterator[Variant]:
    sizes = {1 << power for power in range(8, 26)} | {1000 * 10**power for power in range(5)} | {102_400}
    for size in sorted(sizes):
        for limit in (size - 1, size):
            if limit < len(body):
                yield Variant("body.truncated", f"the first {limit} bytes", body=body[:limit])


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
    for tail, name in (("\n", "a line break"), ("\r\n", "a CR LF"), (" ", "a blank")):
        yield _secret("secret.whitespace", f"with {name} at its end", value + tail, secret)
    for mark in ('"', "'"):
        yield _secret("secret.whitespace", f"with {mark} around it", f"{mark}{value}{mark}", secret)


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
