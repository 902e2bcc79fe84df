"""Numbers on the command line: whole or not, within limits that are said in words.

Click's own print `0<=x<=4611686018427387904` into the help and call `abc` no valid integer range.
"""

from __future__ import annotations

import math
from typing import Any

import click


class Number(click.ParamType):
    """A number from `least` to `most`; NaN and infinity are none, though Python reads them as numbers."""

    name = called = "number"

    def __init__(self, least: float = -math.inf, most: float = math.inf) -> None:
        self._least = least
        self._most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        try:
            found = self._read(value)
        except ValueError:
            found = math.nan
        if isinstance(found, float) and not math.isfinite(found):
            self.fail(f"{value!r} is not a {self.called}.", param, ctx)
        if not self._least <= found <= self._most:
            self.fail(f"{value} is not {self._limits()}.", param, ctx)
        return found

    def _read(self, value: Any) -> float:
        return float(value)

    def _limits(self) -> str:
        if math.isinf(self._most):
            return f"{self._least} or more"
        return f"from {self._least} to {self._most}"


class Whole(Number):
    """A whole number."""

    called = "whole number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        found = super().convert(value, param, ctx)
        assert isinstance(found, int)
        return found

    def _read(self, value: Any) -> int:
        return int(value)


class _CaptureNumber(Whole):
    """A capture's id: not larger than the database can count."""

    def _limits(self) -> str:
        return "the id of a capture; `garfio list` shows them"


CAPTURE_ID = _CaptureNumber(1, 2**63 - 1)
