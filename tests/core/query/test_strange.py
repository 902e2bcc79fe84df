"""Values that a field never has."""

from __future__ import annotations

import pytest

from garfio.core.query import QueryError, parse, require_known_values


@pytest.mark.parametrize(
    "text",
    [
        "verdict:valid", "verdict:VALID", "verdict:in*", 'verdict:""', "verdict!=no_secret", "verdict~^in",
        "source:import OR color:red", "provider:anything method:PURGE event:x", "-verdict:invalid", "valid",
    ],
)  # fmt: skip
def test_what_may_be_there(text: str) -> None:
    require_known_values(parse(text).node, text)


@pytest.mark.parametrize(
    ("text", "position", "suggestion"),
    [
        ("verdict:vaild", 8, "valid"),
        ("provider:stripe verdict:unverified", 24, "unverifiable"),
        ("path:/x OR NOT (source:imported)", 23, "import"),
        ("is:unread colour:pink", 17, ""),
        ("verdict:x*", 8, ""),
    ],
)
def test_what_is_never_there(text: str, position: int, suggestion: str) -> None:
    """The place and what was perhaps meant, wherever in the query it stands."""
    with pytest.raises(QueryError, match="knows") as caught:
        require_known_values(parse(text).node, text)
    assert (caught.value.position, caught.value.suggestion) == (position, suggestion)
