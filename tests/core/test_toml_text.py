"""TOML as it is written is read back as it was."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.toml_text import write_toml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.one_of(
    TEXTS, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_whatever_is_written_is_read_back(values: dict[str, Any]) -> None:
    assert tomllib.loads(write_toml(values)) == values


def test_long_texts_are_readable() -> None:
    """Lines stay lines, quotes and backslashes are escaped, a list of tables becomes blocks."""
    written = write_toml({"text": 'a\n"b" \\c', "actions": [{"kind": "x", "t": {"k": "v"}}]})
    assert written == 'text = """\na\n\\"b\\" \\\\c"""\n\n[[actions]]\nkind = "x"\n\n[actions.t]\nk = "v"\n'


def test_what_toml_has_not_is_refused() -> None:
    with pytest.raises(TypeError):
        write_toml({"x": None})
