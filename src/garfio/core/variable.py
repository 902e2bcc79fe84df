"""`{{variables}}` in a target's URL and headers: the target's own, and values of the capture.

A capture offers `method`, `path`, `id`, `header.NAME`, `query.NAME` and `body.PATH` (`body.data.object.id`,
`body.items.0.sku`). What a capture itself contains is never expanded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.query.payload import Message, Step, value_text

_VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_MOST_FIELDS = 1000


class Variables:
    """Looks up names for one capture; the target's own come first."""

    def __init__(self, request: Request, own: Mapping[str, str], capture: int = 0) -> None:
        self._request = request
        self._own = own
        self._capture = capture
        self._message = Message(request.head, request.body)

    def expand(self, text: str, quote: Callable[[str], str] = str) -> str:
        """`text` with each variable replaced by its value, passed through `quote`. Raises AppError
        `target.variable` for one that has no value."""
        return _VARIABLE.sub(lambda match: quote(self.value(match[1])), text)

    def value(self, name: str) -> str:
        """The value of `name`. Raises AppError `target.variable`."""
        if name in self._own:
            return self._own[name]
        found = self._of_capture(name)
        if found is None:
            raise AppError(
                "target.variable",
                f"The variable {{{{{name}}}}} has no value for this capture.",
                hint="Give the target this variable, or name a value of the capture, such as body.data.id.",
                name=name,
                capture=self._capture,
            )
        return found

    def _of_capture(self, name: str) -> str | None:
        kind, _, rest = name.partition(".")
        if kind == "header" and rest:
            return self._request.headers.text(rest)
        if kind == "query" and rest:
            try:
                pairs = parse_qsl(decode_value(self._request.query), True, max_num_fields=_MOST_FIELDS)
            except ValueError:
                return None
            return dict(reversed(pairs)).get(rest)
        if kind == "body" and rest:
            steps: tuple[Step, ...] = tuple(int(step) if step.isdigit() else step for step in rest.split("."))
            texts = (value_text(value) for value in self._message.values(steps))
            return next((text for text in texts if text is not None), None)
        plain = {"method": self._request.method, "path": self._request.path, "id": str(self._capture)}
        return plain.get(name)
