"""Tests of words: every code of the engine has its own, and an unknown one still says something."""

from __future__ import annotations

import pytest

from garfio.core.errors import AppError
from garfio.core.wire import REFUSALS
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
