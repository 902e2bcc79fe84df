"""Content codings removed for views only: gzip, deflate, br and zstd, with a limit on what comes out.

Verifying and resending use the bytes as they were on the wire; this module is never asked for them. A body
that does not unpack, or a coding without its library, is shown as it was sent, with a note that says so.
"""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from garfio.core.contentview.view import Meta, Note, note

MAX_BYTES = 50 * 1024 * 1024
MAX_RATIO = 200
# Small bodies may be compressed better than that (a kilobyte of blanks) and harm nobody.
_ALWAYS_ALLOWED = 1024 * 1024
_STEP = 64 * 1024
_SMALL_STEP = 256
# A content coding may use a window of 8 MB at most (RFC 9659).
_ZSTD_WINDOW_LOG = 23
_MAX_CODINGS = 5
_MAX_MEMBERS = 100
_NAMES = {"x-gzip": "gzip", "x-compress": "compress"}


class _MissingLibraryError(Exception):
    """The coding needs an optional package that is not installed."""


def decode_coding(body: bytes, meta: Meta) -> tuple[bytes, Meta, tuple[Note, ...]]:
    """The body without its content codings, the facts that then hold, and notes. Never raises."""
    names = [name.strip().lower() for name in meta.content_encoding.split(",")]
    codings = [_NAMES.get(name, name) for name in names if name not in ("", "identity")]
    if not codings or not body:
        return body, meta.decoded(), ()
    if len(codings) > _MAX_CODINGS:
        return body, meta.decoded(), (note("coding.too_many", count=len(codings)),)
    notes: list[Note] = []
    size = len(body)
    for coding in reversed(codings):
        unpacked, problem, cut = _unpack(coding, body, size, meta.cut)
        if unpacked is None:
            return body, meta.decoded(), (*notes, problem) if problem else tuple(notes)
        notes.append(note("coding.decoded", coding=coding, size=len(unpacked), wire_size=len(body)))
        body = unpacked
        if problem:
            notes.append(problem)
        if cut:
            meta = Meta(meta.content_type, meta.content_encoding, True, meta.depth)
    return body, meta.decoded(), tuple(notes)


def _unpack(coding: str, body: bytes, wire_size: int, cut: bool) -> tuple[bytes | None, Note | None, bool]:
    """(bytes or None, what went wrong, whether the bytes are only a beginning)."""
    opener = _OPENERS.get(coding)
    if opener is None:
        return None, note("coding.unknown", coding=coding[:64]), False
    limit = min(MAX_BYTES, max(_ALWAYS_ALLOWED, wire_size * MAX_RATIO))
    out = bytearray()
    problem: Note | None = None
    try:
        for part in opener(body):
            out += part
            if len(out) > limit:
                del out[limit:]
                return bytes(out), note("coding.limit", coding=coding, limit=limit), True
    except _MissingLibraryError:
        return None, note("coding.no_library", coding=coding), False
    except EOFError:
        problem = note("coding.unfinished", coding=coding)
    except Exception as error:  # noqa: BLE001 - each library has an exception of its own
        if not out:
            return None, note("coding.invalid", coding=coding, reason=str(error)[:200]), False
        problem = note("coding.invalid_later", coding=coding, reason=str(error)[:200], offset=len(out))
    if problem and problem.code == "coding.unfinished" and not out:
        return None, problem, False
    return bytes(out), problem, problem is not None or cut


def _members() -> Iterator[int]:
    """Counts members or frames, each of which costs a copy of what follows it; ValueError for too many."""
    yield from range(_MAX_MEMBERS)
    raise ValueError(f"more than {_MAX_MEMBERS} members")


def _zlib_parts(body: bytes, wbits: int) -> Iterator[bytes]:
    """Unpacked pieces of at most a step each; gzip may have several members. EOFError when cut short."""
    for _ in _members():
        unpacker = zlib.decompressobj(wbits)
        pending = body
        while not unpacker.eof:
            part = unpacker.decompress(pending, _STEP)
            pending = unpacker.unconsumed_tail
            if part:
                yield part
            elif not pending and not unpacker.eof:
                raise EOFError
        body = unpacker.unused_data.lstrip(b"\0") if wbits > zlib.MAX_WBITS else b""
        if not body:
            return


def _deflate_parts(body: bytes) -> Iterator[bytes]:
    """`deflate` is the zlib format (RFC 9110, 8.4.1.2), but some senders leave the wrapping out."""
    wrapped = len(body) >= 2 and body[0] & 0x0F == 8 and (body[0] * 256 + body[1]) % 31 == 0
    return _zlib_parts(body, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


def _library(*names: str) -> Any:
    for name in names:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise _MissingLibraryError


def _brotli_parts(body: bytes) -> Iterator[bytes]:
    unpacker = _library("brotli", "brotlicffi").Decompressor()
    if not hasattr(unpacker, "can_accept_more_data"):
        # Before 1.2 the library cannot be stopped in the middle of its input; small inputs keep a piece
        # small.
        for at in range(0, len(body), _SMALL_STEP):
            yield unpacker.process(body[at : at + _SMALL_STEP])
    else:
        yield unpacker.process(body, output_buffer_limit=_STEP)
        while not unpacker.can_accept_more_data():
            yield unpacker.process(b"", output_buffer_limit=_STEP)
    if not unpacker.is_finished():
        raise EOFError


def _zstd_parts(body: bytes) -> Iterator[bytes]:
    library = _library("compression.zstd", "backports.zstd", "zstandard")
    if hasattr(library, "ZstdCompressionParameters"):
        yield from _zstandard_parts(library, body)
        return
    options = {library.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
    for _ in _members():
        unpacker = library.ZstdDecompressor(options=options)
        pending = body
        while not unpacker.eof:
            part = unpacker.decompress(pending, _STEP)
            pending = b""
            if part:
                yield part
            elif unpacker.needs_input and not unpacker.eof:
                raise EOFError
        body = unpacker.unused_data
        if not body:
            return


def _zstandard_parts(library: Any, body: bytes) -> Iterator[bytes]:
    """The same with a library that cannot be stopped in the middle of its input: it gets little at once."""
    for _ in _members():
        unpacker = library.ZstdDecompressor(max_window_size=1 << _ZSTD_WINDOW_LOG).decompressobj()
        at = 0
        while not unpacker.eof:
            if at >= len(body):
                raise EOFError
            yield unpacker.decompress(body[at : at + _SMALL_STEP])
            at += _SMALL_STEP
        body = unpacker.unused_data + body[at:]
        if not body:
            return


_OPENERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": partial(_zlib_parts, wbits=16 + zlib.MAX_WBITS),
    "deflate": _deflate_parts,
    "br": _brotli_parts,
    "zstd": _zstd_parts,
}
