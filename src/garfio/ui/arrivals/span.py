"""How far back the chart looks, and in which steps; and the query for a stretch of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.errors import AppError
from garfio.core.query import parse
from garfio.core.query.node import Or

_S = 1_000_000
_DAY_S = 86_400
_RANGE = re.compile(r"(?:^|\s)(?:time|received):[^\s()\"]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A choice of the user."""

    name: str
    title: str
    bar_s: int
    bars: int

    @property
    def text(self) -> str:
        """In the user's language."""
        return QCoreApplication.translate("arrivals", self.title)

    def since_us(self, now_us: int) -> int:
        """Where the first bar begins; bars of a day or half an hour begin as the clock on the wall does."""
        local = time.localtime(now_us // _S)
        offset = local.tm_gmtoff if self.bar_s >= 1800 else 0
        last = (now_us // _S + offset) // self.bar_s * self.bar_s - offset
        return (last - (self.bars - 1) * self.bar_s) * _S


SPANS = (
    Span("minutes", QT_TRANSLATE_NOOP("arrivals", "last 10 min"), 10, 60),
    Span("hour", QT_TRANSLATE_NOOP("arrivals", "last hour"), 60, 60),
    Span("day", QT_TRANSLATE_NOOP("arrivals", "last 24 hours"), 1800, 48),
    Span("month", QT_TRANSLATE_NOOP("arrivals", "last 30 days"), _DAY_S, 30),
)


def range_query(query: str, since_us: int, until_us: int) -> str:
    """A query narrowed to what arrived from one moment until before another; a stretch that was chosen before is
    replaced."""
    first = datetime.fromtimestamp(since_us // _S).astimezone()
    last = datetime.fromtimestamp(until_us // _S - 1).astimezone()
    wanted = f"time:{first:%Y-%m-%dT%H:%M:%S}..{last:%Y-%m-%dT%H:%M:%S}"
    rest = _RANGE.sub("", query.strip()).strip()
    try:
        node = parse(rest).node
    except AppError:
        return wanted
    if isinstance(node, Or):
        rest = f"({rest} )" if rest.endswith("\\") else f"({rest})"
    return f"{rest} {wanted}".strip()
