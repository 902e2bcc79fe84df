"""Bruno's collections: one JSON file for all requests, or a `.bru` file for one.

Variables stay as they are written. Of a multipart form, whose parts are files elsewhere, the body is left out.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote_plus

from garfio.core.capture import Arrival
from garfio.core.importing.message import ImportFault, arrival_of, build_request, text_fields

Json = Any
_DOCS = "Body, Base64: "
_BLOCK_RE = re.compile(r"^([a-z][a-z0-9:-]*)[ \t]*([{\[])[ \t]*$", re.MULTILINE)
_METHODS = ("get", "post", "put", "delete", "patch", "options", "head", "trace", "connect")
_TEXTS = ("json", "text", "xml", "sparql")


# --- a collection as JSON


def is_bruno(document: Json) -> bool:
    """Whether it is a collection as Bruno exports it."""
    return (
        isinstance(document, dict)
        and isinstance(document.get("items"), list)
        and ("brunoConfig" in document or str(document.get("version")) == "1")
    )


def read_bruno(document: Json, at_us: int) -> Iterator[Arrival]:
    """The requests of a collection, folders one after another."""
    waiting = list(reversed(document["items"]))
    while waiting:
        item = waiting.pop()
        if not isinstance(item, dict):
            raise ImportFault("An item of the collection is no object.")
        if isinstance(item.get("items"), list):
            waiting += reversed(item["items"])
        request = item.get("request")
        if item.get("type") == "folder" or item.get("type") not in (
            "http",
            "http-request",
            "graphql",
            "graphql-request",
        ):
            continue
        if not isinstance(request, dict):
            raise ImportFault("An item of the collection has no request.")
        fields = [(field["name"], field.get("value", "")) for field in _enabled(request.get("headers"))]
        yield arrival_of(
            build_request(
                str(request.get("method", "GET")).upper(),
                str(request.get("url", "")),
                text_fields(fields),
                _body(request.get("body") or {}, str(request.get("docs") or "")),
            ),
            at_us,
        )


def _enabled(fields: Json) -> Iterator[dict[str, Any]]:
    for field in fields or []:
        if not isinstance(field, dict) or "name" not in field:
            raise ImportFault("A field of the collection has no name.")
        if field.get("enabled", True):
            yield field


def _body(body: Json, docs: str) -> bytes:
    mode = body.get("mode", "none")
    if mode in _TEXTS:
        return str(body.get(mode) or "").encode("utf-8", "surrogateescape")
    if mode == "formUrlEncoded":
        return _form((field["name"], field.get("value", "")) for field in _enabled(body.get(mode)))
    if mode == "graphql":
        return _graphql(
            **{name: str((body.get(mode) or {}).get(name) or "") for name in ("query", "variables")}
        )
    if docs.startswith(_DOCS):
        try:
            return base64.b64decode(docs.removeprefix(_DOCS), validate=True)
        except binascii.Error as error:
            raise ImportFault("A Base64 text is broken.") from error
    return b""


# --- one request as a .bru file


def recognise_bru(raw: bytes) -> bool:
    """Whether a file begins as requests of Bruno do."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*meta[ \t]*\{", raw) is not None


def read_bru(raw: bytes, at_us: int) -> Iterator[Arrival]:
    """The request of a file."""
    try:
        blocks = dict(_blocks(raw.decode("utf-8-sig").replace("\r\n", "\n")))
    except UnicodeDecodeError as error:
        raise ImportFault("The .bru file is not UTF-8.") from error
    method = next((name for name in _METHODS if name in blocks), "http" if "http" in blocks else "")
    if not method:
        raise ImportFault(
            "The .bru file has no request: a block such as {block} is missing.", block="post { … }"
        )
    line = dict(_pairs(blocks[method]))
    fields = list(_pairs(blocks.get("headers", "")))
    yield arrival_of(
        build_request(
            line.get("method", method).upper(),
            line.get("url", ""),
            text_fields(fields),
            _bru_body(blocks, line.get("body", "none")),
        ),
        at_us,
    )


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Names and contents of the blocks; each ends with a bracket at the beginning of a line."""
    at = 0
    while (found := _BLOCK_RE.search(text, at)) is not None:
        end = text.find("\n}" if found[2] == "{" else "\n]", found.end())
        if end < 0:
            raise ImportFault("The block {name} of the .bru file is not closed.", name=found[1])
        yield found[1], text[found.end() : end].removeprefix("\n")
        at = end + 2


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    for line in block.splitlines():
        name, mark, value = line.strip().partition(":")
        if mark and not name.startswith("~"):
            yield name.strip().strip('"'), value.strip()


def _bru_body(blocks: dict[str, str], mode: str) -> bytes:
    if mode in _TEXTS:
        text = blocks.get(f"body:{mode}", blocks.get("body", ""))
        return textwrap.dedent(text).encode("utf-8", "surrogateescape")
    if mode in ("formUrlEncoded", "form-urlencoded"):
        return _form(_pairs(blocks.get("body:form-urlencoded", "")))
    if mode == "graphql":
        return _graphql(
            query=textwrap.dedent(blocks.get("body:graphql", "")),
            variables=textwrap.dedent(blocks.get("body:graphql:vars", "")),
        )
    return b""


def _form(pairs: Iterable[tuple[object, object]]) -> bytes:
    return "&".join(f"{quote_plus(str(name))}={quote_plus(str(value))}" for name, value in pairs).encode()


def _graphql(query: str, variables: str) -> bytes:
    try:
        values = json.loads(variables) if variables.strip() else {}
    except ValueError as error:
        raise ImportFault("The variables of a GraphQL request are not JSON.") from error
    return json.dumps({"query": query, "variables": values}).encode()
