"""Which differences are expected between two deliveries: times, ids, and what the user names.

They are marked, never dropped: the window folds them away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from garfio.core.diff.document import Value
from garfio.core.query.payload import Step
from garfio.core.query.value import Glob
from garfio.core.query.writer import write_path

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?\Z", re.ASCII)
_UNIX_TIME = re.compile(r"[1-4]\d{9}(?:\d{3}|\d{6})?(?:\.\d+)?\Z", re.ASCII)
_TIME_NAME = re.compile(
    r"(?:.*_)?(?:at|ts|time|timestamp|date|created|updated|modified|expires|start|end|on|since|until)\Z",
    re.IGNORECASE,
)
_ID_NAME = re.compile(r"(?:.*[_-])?(?:id|ids|uuid|guid|nonce|token|etag|sha)\Z|.*(?:Id|ID|Uuid)\Z")
_ID = re.compile(
    r"(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|[a-z]{2,12}_(?:[a-z]+_)?[0-9a-z]{8,}|[0-9a-f]{16,}|\d{6,})\Z",
    re.IGNORECASE | re.ASCII,
)  # fmt: skip

VOLATILE_HEADERS = (
    "date", "content-length", "*signature*", "*hmac*", "*timestamp*", "*-id", "*-delivery", "traceparent",
    "tracestate", "cf-ray", "x-amzn-trace-id", "x-forwarded-*", "idempotency-key",
)  # fmt: skip
"""Header names, with wildcards, whose values differ from one delivery to the next."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """What is expected to differ."""

    times: bool = True
    """Values that both look like a time, ISO 8601 or Unix in a field named so."""
    ids: bool = True
    """Values that both look like an identifier, in a field named so or with the same prefix."""
    names: tuple[str, ...] = ()
    """Field names or whole paths, with wildcards: `etag`, `data.object.*`."""
    headers: tuple[str, ...] = VOLATILE_HEADERS

    def covers(self, path: tuple[Step, ...], left: Value | None, right: Value | None) -> bool:
        """True when a difference at that path is expected. Added and removed values only by name."""
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        text = write_path(path).removeprefix(".")
        if any(Glob(pattern).matches(name) or Glob(pattern).matches(text) for pattern in self.names):
            return True
        if left is None or right is None or not (left.is_scalar and right.is_scalar):
            return False
        pair = (left.string, right.string)
        return (self.times and _are_times(name, *pair)) or (self.ids and _are_ids(name, *pair))

    def covers_header(self, name: str) -> bool:
        """True when a header of that name is expected to differ."""
        return any(Glob(pattern).matches(name) for pattern in self.headers)


EVERYTHING_COUNTS = Ignore(times=False, ids=False, headers=())
"""No difference is expected."""
EXPECTED = Ignore()
"""The usual list."""


def _are_times(name: str, left: str, right: str) -> bool:
    if _ISO_TIME.match(left) and _ISO_TIME.match(right):
        return True
    return bool(_TIME_NAME.match(name) and _UNIX_TIME.match(left) and _UNIX_TIME.match(right))


def _are_ids(name: str, left: str, right: str) -> bool:
    if not (_ID.match(left) and _ID.match(right)):
        return False
    prefix, _, rest = left.rpartition("_")
    if not any(char.isdecimal() for char in rest):
        return False
    return (
        bool(_ID_NAME.match(name))
        or (prefix != "" and prefix == right.rpartition("_")[0])
        or left.count("-") == 4
    )
