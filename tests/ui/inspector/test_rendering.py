"""Tests of rendering: what each mode makes of a body, and where it stops."""

from __future__ import annotations

import gzip

from garfio.core.contentview.view import Meta
from garfio.ui.inspector.rendering import HEX, PRETTY, RAW, TREE, render_body, render_message

JSON = Meta("application/json")


def test_pretty_lays_out_and_raw_does_not() -> None:
    """Pretty breaks lines, raw is the text as sent."""
    body = b'{"a":1.10}'
    assert render_body(PRETTY, body, JSON).view.text == '{\n  "a": 1.10\n}'
    assert render_body(RAW, body, JSON).view.text == '{"a":1.10}'
    assert render_body(HEX, body, JSON).view.text.startswith("00000000  7b 22 61")


def test_raw_of_a_compressed_body_is_what_was_sent() -> None:
    """Pretty decompresses for reading; raw shows the compressed bytes."""
    meta = Meta("application/json", "gzip")
    body = gzip.compress(b'{"a":1}', mtime=0)
    assert '"a": 1' in render_body(PRETTY, body, meta).view.text
    assert render_body(RAW, body, meta).view.text.startswith("00000000  1f 8b")


def test_hexadecimal_stops_and_says_so() -> None:
    """Of ten megabytes four are laid out, in every mode that shows hexadecimal."""
    body = bytes(range(256)) * 40_000
    for mode in (PRETTY, RAW, HEX):
        shown = render_body(mode, body, Meta("application/octet-stream"))
        assert shown.view.text.count("\n") + 1 == 4 * 1024 * 1024 // 16
        assert [entry.code for entry in shown.view.notes][-1] == "hex.cut"


def test_the_tree_of_broken_json_says_where_it_ends() -> None:
    """A fault in the second line is told of the tree as of the text; what was only cut has none."""
    body = b'{"a": 1,\n "b": tru}'
    tree, text = (render_body(mode, body, JSON) for mode in (TREE, PRETTY))
    assert len(tree.outline) == 2
    (found,) = tree.notes
    (said,) = text.view.notes
    assert found.code == "tree.invalid"
    assert (found.fields["line"], found.fields["column"]) == (2, 7)
    assert [found.fields[name] for name in ("line", "column", "reason")] == [
        said.fields[name] for name in ("line", "column", "reason")
    ]
    cut = render_body(TREE, b'{"a": 1, "b": [', Meta("application/json", cut=True))
    assert [entry.code for entry in cut.notes] == ["view.cut"]
    assert render_body(TREE, b'{"a": 1}', JSON).notes == ()


def test_a_binary_message_is_text_only_at_its_beginning() -> None:
    """The head and 64 KiB of a binary body are shown as text; a long text is shown whole."""
    head = b"POST / HTTP/1.1\r\n\r\n"
    binary = render_message(RAW, head, b"\x00\xff" * 100_000, None)
    assert len(binary.view.text) == len(head) + 64 * 1024
    assert binary.view.notes[0].fields["size"] == len(head) + 200_000
    text = render_message(RAW, head, b"x" * 200_000, None)
    assert len(text.view.text) == len(head) + 200_000
    assert text.view.notes == ()
