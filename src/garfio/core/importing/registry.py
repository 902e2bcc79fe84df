"""The table of what can be imported, and the choice by content: a file's name is not trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from garfio.core.capture import Arrival
from garfio.core.importing import documents
from garfio.core.importing.bruno import is_bruno, read_bru, read_bruno, recognise_bru
from garfio.core.importing.curl import read_curl, recognise_curl
from garfio.core.importing.documents import read_json
from garfio.core.importing.http_file import read_http, recognise_http
from garfio.core.importing.message import ImportFault
from garfio.core.importing.mitmproxy import read_mitmproxy, recognise_mitmproxy
from garfio.core.importing.relay import is_relayed, read_relayed, read_stream, recognise_stream

MOST_CAPTURES = 100_000
MOST_BYTES = 512 * 1024 * 1024
"""A larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One row of the table."""

    name: str
    suffixes: tuple[str, ...]
    is_exact: bool
    """True when what is read is what was sent, to the byte."""


@dataclass(frozen=True, slots=True)
class _Raw:
    source: Source
    recognise: Callable[[bytes], bool]
    read: Callable[[bytes, int], Iterator[Arrival]]


@dataclass(frozen=True, slots=True)
class _Document:
    source: Source
    recognise: Callable[[documents.Json], bool]
    read: Callable[[documents.Json, int], Iterator[Arrival]]


_RAW = (
    _Raw(Source("http", (".http", ".txt"), True), recognise_http, read_http),
    _Raw(Source("mitmproxy", (".mitm", ".flow", ".flows"), False), recognise_mitmproxy, read_mitmproxy),
    _Raw(Source("curl", (".sh", ".curl"), False), recognise_curl, read_curl),
    _Raw(Source("bruno", (".bru",), False), recognise_bru, read_bru),
    _Raw(Source("smee", (".txt", ".log"), False), recognise_stream, read_stream),
)
_DOCUMENTS = (
    _Document(Source("garfio", (".ndjson", ".json"), True), documents.is_own, documents.read_own),
    _Document(Source("har", (".har",), False), documents.is_har, documents.read_har),
    _Document(Source("postman", (".json",), False), documents.is_postman, documents.read_postman),
    _Document(Source("bruno", (".json",), False), is_bruno, read_bruno),
    _Document(Source("smee", (".json", ".ndjson"), False), is_relayed, read_relayed),
    _Document(Source("ngrok", (".json",), True), documents.is_ngrok, documents.read_ngrok),
    _Document(
        Source("webhook.site", (".json",), False), documents.is_webhook_site, documents.read_webhook_site
    ),
)
SOURCES: tuple[Source, ...] = tuple(row.source for row in (*_RAW, *_DOCUMENTS))
SUFFIXES: tuple[str, ...] = tuple(dict.fromkeys(suffix for source in SOURCES for suffix in source.suffixes))


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from a file."""

    source: Source
    arrivals: list[Arrival]


def read_any(raw: bytes, at_us: int) -> Imported:
    """The captures of a file; those without a time of their own get `at_us` (microseconds since 1970).

    Raises ImportFault with a sentence for a file that is none of the known kinds, is broken, or holds none.
    """
    source, arrivals = _begin(raw, at_us)
    try:
        found = list(islice(arrivals, MOST_CAPTURES + 1))
    except ImportFault:
        raise
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise ImportFault(
            "The file looks like {format}, but a part of it is of another kind.", format=source.name
        ) from error
    if not found:
        raise ImportFault("There is no request in the file.")
    if len(found) > MOST_CAPTURES:
        raise ImportFault("The file holds more than {most} requests. Split it.", most=MOST_CAPTURES)
    return Imported(source, found)


def _begin(raw: bytes, at_us: int) -> tuple[Source, Iterator[Arrival]]:
    for row in _RAW:
        if row.recognise(raw):
            return row.source, row.read(raw, at_us)
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        document = read_json(raw)
        for entry in _DOCUMENTS:
            if entry.recognise(document):
                return entry.source, entry.read(document, at_us)
        raise ImportFault(
            "This JSON is no export of Garfio, HAR, Postman, Bruno, gosmee, ngrok or webhook.site."
        )
    raise ImportFault(
        "This is no file of requests. It can hold HTTP messages (POST /path HTTP/1.1 …), an export of Garfio,"
        " HAR, Postman, Bruno, gosmee, ngrok, webhook.site or mitmproxy, or a cURL command."
    )
