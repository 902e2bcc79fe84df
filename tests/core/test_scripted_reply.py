"""Which answer is due, and scripts as plain values."""

from __future__ import annotations

from typing import Any

import pytest

from garfio.core.errors import AppError
from garfio.core.scripted_reply import (
    PRESETS,
    Script,
    Step,
    checked_script,
    preset,
    script_of,
    script_values,
    step_at,
)

SEQUENCE = Script("/x", (Step(500, times=2), Step(503), Step(200)), failure_percent=25)


@pytest.mark.parametrize(
    ("count", "chance", "status"),
    [
        (0, 0.9, 500),
        (1, 0.9, 500),
        (2, 0.9, 503),
        (3, 0.9, 200),
        (99, 0.9, 200),
        (99, 0.24, 500),
        (99, 0.25, 200),
    ],
)
def test_the_step_that_is_due(count: int, chance: float, status: int) -> None:
    assert step_at(SEQUENCE, count, chance).status == status


@pytest.mark.parametrize("name", PRESETS)
def test_presets_survive_their_plain_form(name: str) -> None:
    script = preset(name, "/shops/*")
    assert script_of(script_values(checked_script(script))) == script


@pytest.mark.parametrize(
    "values",
    [
        {"path": "x"},
        {"path": "/x", "steps": []},
        {"path": "/x", "steps": [{"status": 100}]},
        {"path": "/x", "steps": [{"delay_s": 1000}]},
        {"path": "/x", "steps": [{"fault": "fire"}]},
        {"path": "/x", "steps": [{"headers": {"X": "a\r\nb"}}]},
        {"path": "/x", "steps": [{"headers": {"Content-Length": "1"}}]},
        {"path": "/x", "steps": [{"colour": "red"}]},
        {"path": "/x", "failure_percent": 101},
        {"path": "/x", "refusal_status": 200},
        {"path": "/x", "cors": "a\nb"},
        {"path": "/x", "steps": 5},
    ],
)
def test_what_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(AppError) as caught:
        script_of(values)
    assert caught.value.code in ("reply.value", "reply.header", "endpoint.path")
