"""Content codings are removed for views within limits, and every way to fail is said."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview import coding
from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.view import Meta


def raw_deflate(body: bytes) -> bytes:
    """The deflate format without its zlib wrapping."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("sent", "header", "body", "codes"),
    [
        (b"x", "", b"x", []),
        (b"x", "identity", b"x", []),
        (b"", "gzip", b"", []),
        (gzip.compress(b"abc", mtime=0), "gzip", b"abc", ["coding.decoded"]),
        (gzip.compress(b"abc", mtime=0), "X-GZIP", b"abc", ["coding.decoded"]),
        (
            gzip.compress(b"abc", mtime=0) + gzip.compress(b"def", mtime=0),
            "gzip",
            b"abcdef",
            ["coding.decoded"],
        ),
        (zlib.compress(b"abc"), "deflate", b"abc", ["coding.decoded"]),
        (raw_deflate(b"abc"), "deflate", b"abc", ["coding.decoded"]),
        (gzip.compress(zlib.compress(b"abc"), mtime=0), "deflate, gzip", b"abc", ["coding.decoded"] * 2),
        (b"abc", "gzip", b"abc", ["coding.invalid"]),
        (b"abc", "rot13", b"abc", ["coding.unknown"]),
        (b"abc", "gzip," * 6, b"abc", ["coding.too_many"]),
    ],
)
def test_codings(sent: bytes, header: str, body: bytes, codes: list[str]) -> None:
    """A body came with codings; it is unpacked, or shown as sent with the reason."""
    found, meta, notes = decode_coding(sent, Meta("text/plain", header))
    assert found == body
    assert meta == Meta("text/plain")
    assert [item.code for item in notes] == codes


def test_cut_short() -> None:
    """The end of a gzip stream is missing; what came is shown as a beginning."""
    text = bytes(range(256)) * 40
    found, meta, notes = decode_coding(gzip.compress(text, mtime=0)[:-20], Meta("", "gzip"))
    assert text.startswith(found)
    assert found
    assert meta.cut
    assert [item.code for item in notes] == ["coding.decoded", "coding.unfinished"]


def test_many_members() -> None:
    """A hundred thousand gzip members were sent; reading stops early and says so."""
    _, meta, notes = decode_coding(gzip.compress(b"a", mtime=0) * 100_000, Meta("", "gzip"))
    assert meta.cut
    assert notes[-1].code == "coding.invalid_later"


def test_damage_in_the_middle() -> None:
    """The checksum of a gzip stream is wrong; the text is shown with a note."""
    text = b"hello" * 50_000
    packed = bytearray(gzip.compress(text, mtime=0))
    packed[-6] ^= 1
    found, _, notes = decode_coding(bytes(packed), Meta("", "gzip"))
    assert text.startswith(found)
    assert len(found) > 100_000
    assert [item.code for item in notes] == ["coding.decoded", "coding.invalid_later"]


def test_bomb_stops_at_the_ratio() -> None:
    """Twenty kilobytes that unpack to twenty megabytes were sent; unpacking stops at 200 times the size."""
    bomb = gzip.compress(bytes(20_000_000), mtime=0)
    found, meta, notes = decode_coding(bomb, Meta("", "gzip"))
    assert len(found) == len(bomb) * coding.MAX_RATIO
    assert meta.cut
    assert notes[-1].code == "coding.limit"


def test_nested_bomb_counts_from_the_wire() -> None:
    """A bomb in a bomb was sent; the limit is still that of the bytes on the wire."""
    bomb = gzip.compress(gzip.compress(bytes(30_000_000), mtime=0), mtime=0)
    found, _, _ = decode_coding(bomb, Meta("", "gzip, gzip"))
    assert len(found) <= max(1024 * 1024, len(bomb) * coding.MAX_RATIO)


@pytest.mark.parametrize("name", ["br", "zstd"])
def test_missing_library_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coding came whose library is not installed; the bytes are shown as sent and the reason named."""

    def missing(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr(coding.importlib, "import_module", missing)
    found, _, notes = decode_coding(b"\x0b\x02\x80abc\x03", Meta("", name))
    assert found == b"\x0b\x02\x80abc\x03"
    assert [(item.code, item.fields["coding"]) for item in notes] == [("coding.no_library", name)]


def test_brotli() -> None:
    """A brotli body was sent; it is unpacked where the library is."""
    brotli = pytest.importorskip("brotli")
    assert decode_coding(brotli.compress(b"abc" * 999), Meta("", "br"))[0] == b"abc" * 999
    bomb = decode_coding(brotli.compress(bytes(20_000_000)), Meta("", "br"))
    assert len(bomb[0]) <= 1024 * 1024
    assert bomb[2][-1].code == "coding.limit"


@pytest.mark.parametrize("library", ["compression.zstd", "backports.zstd", "zstandard"])
def test_zstd(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zstd body was sent; it is unpacked by whichever library there is, within the limit, cut ends said."""
    module = pytest.importorskip(library)
    monkeypatch.setattr(coding, "_library", lambda *names: module)
    compress = module.ZstdCompressor().compress if library == "zstandard" else module.compress
    packed = compress(b"abc" * 999)
    for body, text, code in (
        (packed, b"abc" * 999, "coding.decoded"),
        (packed * 2, b"abc" * 1998, "coding.decoded"),
        (packed[:-3], packed[:-3], "coding.unfinished"),
        (b"oops", b"oops", "coding.invalid"),
        (compress(bytes(20_000_000)), bytes(1024 * 1024), "coding.limit"),
    ):
        found, _, notes = decode_coding(body, Meta("", "zstd"))
        assert found == text
        assert notes[-1].code == code


@given(st.binary(max_size=2000), st.sampled_from(["gzip", "deflate"]))
def test_round_trip(body: bytes, name: str) -> None:
    """Any body was packed; it is unpacked to the same bytes."""
    packed = gzip.compress(body, mtime=0) if name == "gzip" else zlib.compress(body)
    assert decode_coding(packed, Meta("", name))[0] == body
