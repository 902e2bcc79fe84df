"""Numbers keep their spelling."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.exact_json import Number, read_json, write_json


@pytest.mark.parametrize(
    "text",
    ["1.10", "1E400", "-0", "12345678901234567890.0", "9" * 5000, "1e-7", '{"a": [1.0, -0.0]}', "[]", "{}"],
)
def test_a_number_is_written_as_it_was_read(text: str) -> None:
    assert write_json(read_json(text.encode())) == text


def test_numbers_calculate_and_compare() -> None:
    number = read_json(b"1.10")
    assert number * 2 == Number("2.20")
    assert 1 < number < 2
    assert f"{number:.3f}" == "1.100"
    assert str(pickle.loads(pickle.dumps(number))) == "1.10"


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"\xff", b'"\\ud8'])
def test_what_is_not_json_is_none(data: bytes) -> None:
    assert read_json(data) is ...


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON)
def test_it_agrees_with_the_standard_library(value: Any) -> None:
    text = write_json(value)
    assert json.loads(text) == value
    assert read_json(text.encode("utf-8", "surrogatepass")) in (value, ...)
