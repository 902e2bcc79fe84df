"""Settings: read one by one, written only where they differ."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.errors import AppError
from garfio.engine import settings as module
from garfio.engine.settings import Settings, changed_settings, read_settings, rows_to_write

BAD = [
    ("port", '"8800"'),
    ("port", "65536"),
    ("port", "-1"),
    ("port", "1.0"),
    ("port", "true"),
    ("port", "null"),
    ("port", "{"),
    ("theme", '"pink"'),
    ("theme", "1"),
    ("notify", "1"),
    ("body_limit_mib", "0"),
    ("max_connections", "0"),
    ("keep_newest", "-1"),
    ("host", "7"),
]


@pytest.mark.parametrize(("name", "text"), BAD)
def test_bad_values_fall_back_one_by_one(name: str, text: str) -> None:
    """A value that does not fit becomes its default, and the others stay.

    Seen to fail with one bad value throwing all away.
    """
    found = read_settings({name: text, "keep_days": "7", "of_a_later_version": "[1]"})
    assert found == dataclasses.replace(Settings(), keep_days=7)


def test_only_what_differs_is_written() -> None:
    """Defaults are no rows, and a value set back to its default takes its row away."""
    rows = rows_to_write(dataclasses.replace(Settings(), port=1, theme="dark"))
    assert {name: text for name, text in rows.items() if text is not None} == {"port": "1", "theme": '"dark"'}
    assert set(rows) == {field.name for field in dataclasses.fields(Settings)}


@given(
    port=st.integers(0, 65_535),
    host=st.text(max_size=20),
    notify=st.booleans(),
    theme=st.sampled_from(["system", "light", "dark"]),
    keep_mib=st.integers(0, 1_000_000),
)
def test_settings_survive(**values: Any) -> None:
    """What is written is read back."""
    settings = changed_settings(Settings(), values)
    stored = {name: text for name, text in rows_to_write(settings).items() if text is not None}
    assert read_settings(stored) == settings
    assert all(json.loads(text) is not None for text in stored.values())


@pytest.mark.parametrize(
    ("name", "value"), [("port", 70_000), ("theme", "pink"), ("notify", 1), ("nothing", 1)]
)
def test_a_change_that_does_not_fit_is_refused(name: str, value: object) -> None:
    """The error names the setting, and where there is one, the range."""
    with pytest.raises(AppError) as caught:
        changed_settings(Settings(), {name: value})
    assert caught.value.code == "settings.value"
    assert caught.value.fields["name"] == name
    assert name != "port" or "between 0 and 65535" in str(caught.value)


def test_every_number_has_a_range() -> None:
    """No setting takes any number at all, and each default fits."""
    for field in dataclasses.fields(Settings):
        if isinstance(field.default, int) and not isinstance(field.default, bool):
            low, high = module._RANGES[field.name]
            assert low <= field.default <= high
