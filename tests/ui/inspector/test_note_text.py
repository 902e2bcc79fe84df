"""Tests of notes: every note that a content view can give has a sentence."""

from __future__ import annotations

import ast
import re
import time
from pathlib import Path

import pytest

from garfio.core import contentview
from garfio.core.contentview.registry import VIEWS, Shown, show_as
from garfio.core.contentview.view import Meta, View, note
from garfio.ui.inspector.note_text import facts_text, note_text, view_name

_GIVEN_ELSEWHERE = {"view.cut", "jwt.times"}
FIELDS = [
    "coding",
    "reason",
    "limit",
    "size",
    "count",
    "shown",
    "levels",
    "depth",
    "shown_bytes",
    "encoding",
    "charset",
    "view",
    "error",
    "declared",
    "line",
    "column",
    "offset",
    "row",
    "cells",
    "columns",
]
FAULTY = [b"[1 2]", b"{1:2}", b'{"a"', b"[1,]", b"[-]", b"[nope]", b'["\\x"]', b'["\x01"]', b"[] []"]


def _codes() -> set[str]:
    """The codes that the source of the content views gives to notes and errors."""
    found: set[str] = set()
    for path in Path(contentview.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                "note",
                "ViewError",
                "_placed",
            ):
                words = [entry.value for entry in node.args if isinstance(entry, ast.Constant)]
                found.update(word for word in words if isinstance(word, str))
    return found


@pytest.mark.parametrize("code", sorted(_codes() - _GIVEN_ELSEWHERE))
def test_every_note_has_a_sentence(code: str) -> None:
    """A note's code never reaches the user: its sentence does, once its fields are filled in."""
    fields = dict.fromkeys(FIELDS, 1)
    text = note_text(note(code, **fields))
    assert text != code
    assert text.endswith((".", "1"))


@pytest.mark.parametrize(
    "body", [b"[1 2]", b"{1:2}", b'{"a"', b"[1,]", b"[-]", b"[nope]", b'["\\x"]', b'["\x01"]', b"[] []"]
)
def test_reasons_of_bad_json_are_words(body: bytes) -> None:
    """Each fault of a JSON text is told in words."""
    (found,) = [entry for entry in show_as("json", body, Meta()).view.notes if entry.code == "json.invalid"][
        :1
    ]
    assert f": {found.fields['reason']}." not in note_text(found)


def test_times_of_a_token_are_words() -> None:
    """A token's times are local times with their distance; one that is over is told as over."""
    now = int(time.time())
    text = note_text(note("jwt.times", iat=now - 7200, nbf=now - 60, exp=now + 3 * 86_400 + 60))
    assert re.fullmatch(
        r"Issued \S+ \S+, 2 h ago\. Valid from \S+ \S+, 1 min ago\. Expires \S+ \S+, in \D*3 \S+\.", text
    )
    assert note_text(note("jwt.times", exp=1)).startswith("Expired 19")
    assert note_text(note("jwt.times", exp=999_999_999_999)) == ""


def test_facts_in_one_line() -> None:
    """View, encoding, and lines or size."""
    shown = Shown("json", View("{}", "json", (), {"encoding": "utf-8", "lines": 312}))
    assert facts_text(shown) == "JSON · UTF-8 · 312 lines"
    assert (
        facts_text(Shown("hex", View("", "hex", (), {"lines": 4, "bytes": 2_000}))) == "Hexadecimal · 2.0 kB"
    )


def test_every_view_has_a_name() -> None:
    """No view shows its internal name with an underscore."""
    assert all("_" not in view_name(name) for name in VIEWS)
