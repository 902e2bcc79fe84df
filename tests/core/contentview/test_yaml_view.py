"""YAML is shown as sent, its faults are named by place, and nothing in it is ever made into anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta
from garfio.core.contentview.yaml_view import MAX_CHECKED

META = Meta("application/yaml")


def test_yaml_is_shown_as_sent() -> None:
    """Anchors, tags, equal keys and blanks: not a character is another one."""
    sent = "%YAML 1.2\n---\na: &x [1, 0x10]\na:   *x\nrun: !!python/object/apply:os.abort []\n"
    shown = choose(sent.encode(), META)
    assert (shown.name, shown.view.text, shown.view.syntax, shown.view.notes) == ("yaml", sent, "yaml", ())


@pytest.mark.parametrize(
    ("sent", "line", "column"),
    [
        ("a: b: c\n", 1, 5),
        ("ok: 1\nlist: [1, 2\nb: 3", 3, 2),
        ("a:\n\tb: 1", 2, 1),
        ("k: @x", 1, 4),
        ("ü: 1\nx: \x01" + " plain" * 10, 2, 4),
    ],
)
def test_a_fault_has_its_place(sent: str, line: int, column: int) -> None:
    """The first fault is told by line and column, in characters."""
    (found,) = choose(sent.encode(), META).view.notes
    assert (found.code, found.fields["line"], found.fields["column"]) == ("yaml.invalid", line, column)


@pytest.mark.parametrize("sent", ["[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000])
def test_depth_is_bounded(sent: str) -> None:
    """A hundred thousand levels: the check ends at the hundredth and says so."""
    (found,) = show_as("yaml", sent.encode(), META).view.notes
    assert (found.code, found.fields) == ("yaml.deep", {"line": 1, "depth": 100})


def test_laughs_stay_small() -> None:
    """Aliases of aliases, which would be a billion values: they are shown as the lines that were sent."""
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    sent = "\n".join(lines)
    view = choose(sent.encode(), META).view
    assert (view.text, view.notes) == (sent, ())


def test_a_large_text_is_shown_unchecked() -> None:
    """More than is checked was sent; it is shown, and said."""
    view = choose(b"a: 1\n" * (MAX_CHECKED // 5 + 1), META).view
    assert [entry.code for entry in view.notes] == ["yaml.unchecked"]


def test_a_beginning_is_no_fault() -> None:
    """Only the beginning of a body is known: what is missing is not held against it."""
    notes = choose(b"a: [1, 2", Meta("application/yaml", cut=True)).view.notes
    assert [entry.code for entry in notes] == ["view.cut"]


@pytest.mark.parametrize(
    ("sent", "content_type", "name"),
    [
        (b"---\na: 1\n", "", "yaml"),
        (b"%YAML 1.1\n---\na: 1\n", "text/plain", "yaml"),
        (b"a: 1\n", "", "text"),
        (b"---\nSubject line\n", "text/plain", "text"),
        (b"a: 1\n", "application/vnd.oai.openapi+yaml", "yaml"),
        (b"\x00\x01\x02\x03" * 9, "application/yaml", "hex"),
    ],
)
def test_choice(sent: bytes, content_type: str, name: str) -> None:
    """YAML is chosen by its type, without one by its beginning alone."""
    assert choose(sent, Meta(content_type)).name == name


@given(st.text(max_size=100))
def test_any_text_can_be_shown(sent: str) -> None:
    """Any text was taken for YAML."""
    view = show_as("yaml", sent.encode("utf-8", "surrogatepass"), META).view
    assert {entry.code for entry in view.notes} <= {"yaml.invalid", "text.not_utf8", "text.bom"}
