"""The view that fits is chosen by type and bytes, says when it is not the declared one, and never raises."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview import registry
from garfio.core.contentview.registry import VIEWS, choose, fitting, show_as
from garfio.core.contentview.view import ContentView, Meta, View


@pytest.mark.parametrize(
    ("body", "content_type", "name", "codes"),
    [
        (b'{"a":1}', "application/json", "json", []),
        (b'{"a":1}', "", "json", []),
        (b'{"a":1}', "application/x-www-form-urlencoded", "json", ["view.not_as_declared"]),
        (b"oops", "application/json", "text", ["view.not_as_declared"]),
        (b"\x89\x00\x01\x02", "application/json", "hex", ["view.not_as_declared"]),
        (b'{"a":1}\n{"a":2}\n', "application/x-ndjson", "json-lines", []),
        (b'{"a":1}\n{"a":2}\n', "application/json", "json-lines", ["view.not_as_declared"]),
        (b"<!DOCTYPE html><p>", "text/html", "html", []),
        (b"<html><p>", "", "html", []),
        (b"plain", "text/plain", "text", []),
        (b"a: 1\n", "text/yaml", "yaml", []),
        (b"\x00\x01\x02\x03" * 9, "application/octet-stream", "hex", []),
        (b"", "application/json", "text", []),
    ],
)
def test_choice(body: bytes, content_type: str, name: str, codes: list[str]) -> None:
    """A body came under a type; the fitting view shows it, and a mismatch is said."""
    shown = choose(body, Meta(content_type))
    assert shown.name == name
    assert [item.code for item in shown.view.notes] == codes


def test_compressed_body_is_unpacked_first() -> None:
    """Gzipped JSON was sent; it is shown as JSON with a note of the coding."""
    shown = choose(gzip.compress(b'{"a":1}', mtime=0), Meta("application/json", "gzip"))
    assert shown.name == "json"
    assert [item.code for item in shown.view.notes] == ["coding.decoded"]


def test_explicit_choice_shows_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that has a bug was chosen; the failure is a value, and the automatic choice passes over it."""

    def explode(body: bytes, meta: Meta) -> View:
        raise ZeroDivisionError

    broken = ContentView("broken", lambda body, meta: 1.0, explode)
    monkeypatch.setitem(registry.VIEWS, "broken", broken)
    shown = show_as("broken", b"x", Meta())
    assert shown.error is not None
    assert shown.error.code == "view.failed"
    assert shown.view.text == ""
    automatic = choose(b"x", Meta())
    assert automatic.name == "text"
    assert [item.code for item in automatic.view.notes] == ["view.failed"]


def test_menu_is_ordered() -> None:
    """The names that fit are listed, best first, with hex always among them."""
    assert fitting(b'{"a":1}', Meta("application/json")) == ["json", "text", "hex"]


@given(
    st.binary(max_size=200),
    st.sampled_from(["", "application/json", "text/plain; charset=utf-16", "text/html", "x"]),
    st.sampled_from(["", "gzip", "deflate", "br", "zstd", "gzip, gzip"]),
    st.booleans(),
)
def test_nothing_raises(body: bytes, content_type: str, coding: str, cut: bool) -> None:
    """Arbitrary bytes came under arbitrary headers; every view returns something."""
    meta = Meta(content_type, coding, cut)
    assert choose(body, meta).error is None
    for name in VIEWS:
        shown = show_as(name, body, meta)
        assert shown.error is None or shown.error.code != "view.failed"
