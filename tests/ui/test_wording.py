"""Tests of words: every code of the engine has its own, and an unknown one still says something."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import garfio
from garfio.core.errors import AppError
from garfio.core.wire import REFUSALS
from garfio.engine.store.endpoints import read_scheme
from garfio.engine.workspace import Trouble
from garfio.ui.error_text import error_text
from garfio.ui.refusal_text import refusal_advice, refusal_text
from garfio.ui.wording import trouble_detail, trouble_headline


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_has_words(code: str) -> None:
    """Each reason of the listener has a few words of its own and a piece of advice."""
    assert code not in refusal_text(code)
    assert len(refusal_advice(code)) > 20


def test_reasons_are_told_apart() -> None:
    """No two reasons read the same in the list."""
    assert len({refusal_text(code) for code in REFUSALS}) == len(REFUSALS)


ERRORS = [
    (AppError("port.taken", "in use", port=8800, holder=""), "Port 8800 is used by another program."),
    (AppError("port.taken", "Port is in use."), "Port is in use."),
    (AppError("store.odd", "Something odd.", hint="Try again."), "Something odd. Try again."),
    (AppError("query.unknown_field", "There is no field bad.", position=0), "There is no field bad."),
]


@pytest.mark.parametrize(("error", "text"), ERRORS)
def test_errors_say(error: AppError, text: str) -> None:
    """A known code is filled in; one with other fields, or an unknown one, is the engine's sentence."""
    assert error_text(error) == text


def test_a_trouble_tells_reason_and_space() -> None:
    """Known troubles have a headline; the free space is named where it is known."""
    full = Trouble("disk_full", "database or disk is full", 2_500_000)
    assert trouble_headline(full) == "The disk is full"
    assert "2.5 MB" in trouble_detail(full)
    odd = Trouble("odd", "strange", None)
    assert trouble_headline(odd) == "Webhooks cannot be stored"
    assert "strange" in trouble_detail(odd)


_TERMINAL_ONLY = {
    "store", "export.nothing", "reply.missing", "secret.text", "secrets.memory", "usage.file", "usage.provider",
    "usage.secret", "usage.set", "usage.several", "usage.single", "usage.time", "usage.variable", "verify.refused",
    "screenshot.timeout",
}  # fmt: skip


@cache
def _raised() -> dict[str, list[set[str]]]:
    """Codes of errors that core and engine raise for a person, with the fields that each place gives."""
    found: dict[str, list[set[str]]] = {}
    root = Path(garfio.__file__).parent
    for path in (*(root / "core").rglob("*.py"), *(root / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if not (name == "AppError" or (name == "_wrong" and path.stem == "rule")):
                continue
            assert isinstance(node, ast.Call)
            code = node.args[0]
            if isinstance(code, ast.Constant):
                fields = {each.arg for each in node.keywords if each.arg and each.arg != "hint"}
                found.setdefault(code.value, []).append(fields)
    return found


@pytest.mark.parametrize("code", sorted(set(_raised()) - _TERMINAL_ONLY))
def test_errors_of_the_engine_have_words(code: str) -> None:
    """Each has a sentence of the window's own, whose values every place that raises it gives."""
    for fields in _raised()[code]:
        error = AppError(code, "the engine's own", hint="its hint", **dict.fromkeys(fields, "x"))
        assert "the engine's own" not in error_text(error), fields


SCHEMES: list[tuple[dict[str, object], str]] = [
    ({}, "The scheme needs an id."),
    ({"id": "a"}, "There is no scheme in it."),
    ({"id": "a", "schemes": [{}]}, "The scheme does not say where the signature is. Name its header."),
    (
        {"id": "a", "schemes": [{"signature": "header:X", "algorithm": "rot13"}]},
        "There is no algorithm rot13.",
    ),
    ({"id": "a", "schemes": [{"signature": "header:X", "key": ["x"]}]}, "A secret has no form called x."),
    (
        {"id": "a", "schemes": [{"signature": "header:X", "format": "v1"}]},
        "The format lacks {signature}: write it where the signature stands.",
    ),
    (
        {"id": "a", "schemes": [{"signature": "header:X", "content": "{boody}"}]},
        "No request has what the template names: boody",
    ),
    (
        {"id": "a", "schemes": [{"signature": "header:X", "content": "{body|rot13}"}]},
        "The template has an unknown filter: rot13",
    ),
    (
        {"id": "a", "schemes": [{"signature": "header:X", "sets": 1}]},
        "This field is not written as it should be: sets",
    ),
]


@pytest.mark.parametrize(("values", "text"), SCHEMES)
def test_what_is_wrong_with_a_scheme(values: dict[str, object], text: str) -> None:
    """The fault of a scheme made by hand is named, with what is wrong."""
    with pytest.raises(AppError) as found:
        read_scheme(values)
    assert error_text(found.value) == text
