"""How far to indent, so that blanks never outgrow what was sent by much."""

from __future__ import annotations

STEP = 2
_MAX_LEVELS = 32
# What indentation may add to a body of many short lines, in characters.
_BUDGET = 32_000_000


def line_breaks(lines: int) -> list[str]:
    """A line feed with the blanks of each level; the last one serves all deeper levels."""
    levels = min(_MAX_LEVELS, _BUDGET // max(1, lines) // STEP)
    return ["\n" + " " * (STEP * level) for level in range(levels + 1)]
