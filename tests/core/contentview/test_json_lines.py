"""Each line is a JSON text of its own; a bad one spoils only itself."""

from __future__ import annotations

from garfio.core.contentview.json_lines import JSON_LINES
from garfio.core.contentview.view import Meta

META = Meta("application/x-ndjson")


def test_lines() -> None:
    """Three texts were sent with blank lines between; each is laid out."""
    view = JSON_LINES.render(b'{"a":1}\r\n\n[1.10]\n"x"', META)
    assert view.text == '{\n  "a": 1\n}\n[\n  1.10\n]\n"x"'
    assert view.facts["texts"] == 3
    assert view.notes == ()


def test_bad_line_is_placed() -> None:
    """The second line is broken; it is named with its line, column and offset, the others are laid out."""
    view = JSON_LINES.render(b'{"a":1}\n{"b" 2}\n{"c":3}\n', META)
    assert [item.code for item in view.notes] == ["json.invalid"]
    fields = view.notes[0].fields
    assert (fields["line"], fields["column"], fields["offset"], fields["shown_line"]) == (2, 6, 13, 5)
    assert view.text.split("\n")[4] == '  "b" 2}'
    assert view.text.endswith('{\n  "c": 3\n}')


def test_many_bad_lines_are_counted() -> None:
    """A thousand lines are no JSON; twenty are placed, the rest counted."""
    view = JSON_LINES.render(b"oops\n" * 1000, META)
    assert len(view.notes) == 21
    assert view.notes[-1].fields == {"count": 980}


def test_cut_last_line() -> None:
    """Only a beginning was given; its unfinished last line is no fault."""
    view = JSON_LINES.render(b'{"a":1}\n{"b":', Meta(META.content_type, cut=True))
    assert [item.code for item in view.notes] == ["view.cut"]


def test_sniffing() -> None:
    """Bodies came without a type; lines of JSON are recognised, one spread-out text is not."""
    assert JSON_LINES.priority(b'{"a":1}\n{"a":2}\n', Meta()) == 1.0
    assert JSON_LINES.priority(b'{\n"a":1\n}\n', Meta()) == 0.0
    assert JSON_LINES.priority(b'{"a":1}\n', Meta()) == 0.0
    assert JSON_LINES.priority(b"[1,\n2]\n", Meta()) == 0.0
