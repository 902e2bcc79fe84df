"""Values that a field never has: `verdict:ok` finds nothing, and who waits for it waits for ever.

Not an error of the grammar: what was saved before a value went out of use can still be read.
"""

from __future__ import annotations

from difflib import get_close_matches

from garfio.core.query.error import QueryError
from garfio.core.query.field import find_field
from garfio.core.query.node import And, Condition, Node, Not, Or
from garfio.core.query.value import Glob


def require_known_values(node: Node, source: str) -> None:
    """Raises QueryError for the first value that its field cannot have; `source` is the query's text."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                require_known_values(part, source)
        case Not(part):
            require_known_values(part, source)
        case Condition(value=Glob() as value):
            field = find_field(node.field)
            if field is None or not field.is_closed or not value.text:
                return
            if any(value.matches(known) for known in field.values):
                return
            lower = source.lower()
            named = max(lower.find(name) for name in (field.name, *field.aliases))
            at = max(lower.find(value.text.lower(), max(named, 0)), 0)
            close = get_close_matches(value.text.lower(), field.values, 1, 0.5)
            known = ", ".join(field.values)
            raise QueryError(
                "unknown_value",
                f"{field.name}: knows {known}.",
                at,
                len(value.text),
                close[0] if close else "",
            )
