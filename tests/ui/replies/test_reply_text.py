"""Replies on purpose in words."""

from __future__ import annotations

import pytest

from garfio.core.scripted_reply import PRESETS, Script, Step
from garfio.ui.replies.reply_text import mark_text, preset_text, script_text

CASES = [
    (PRESETS["fail-twice"], "500 → 200", "500 Internal Server Error, 2 times; then 200 OK"),
    (PRESETS["unavailable"], "503", "503 Service Unavailable"),
    (PRESETS["slow"], "200 · 15 s", "200 OK after 15 s"),
    (PRESETS["flaky"], "30 % 500", "200 OK; 30 % get 500 Internal Server Error"),
    (PRESETS["reset"], "reset", "connection reset"),
    (PRESETS["drip"], "drip", "200 OK, dripping for 10 s"),
    (PRESETS["only-valid"], "401?", "200 OK; 401 without a valid signature"),
    (Script("", cors="*"), "CORS", "200 OK; web pages may read it"),
    (
        Script("", (Step(500), Step(429, delay_s=1.5), Step(fault="reset"))),
        "500 … reset",
        "500 Internal Server Error, 1 time; 429 Too Many Requests after 1.5 s, 1 time; then connection reset",
    ),
]


@pytest.mark.parametrize(("script", "mark", "sentence"), CASES, ids=[case[1] for case in CASES])
def test_words(script: Script, mark: str, sentence: str, english: None) -> None:
    """The short mark and the sentence say the same."""
    assert mark_text(script) == mark
    assert script_text(script) == sentence


def test_every_preset_has_a_name() -> None:
    """None is shown by its id."""
    assert not [name for name in PRESETS if preset_text(name) == name]
