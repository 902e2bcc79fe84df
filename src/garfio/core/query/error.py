"""A query that cannot be understood, with the place and a suggestion."""

from __future__ import annotations

from garfio.core.errors import AppError


class QueryError(AppError):
    """Raised by the parser. `code` starts with `query.`; positions count characters of the query text."""

    def __init__(
        self, code: str, message: str, position: int, length: int = 1, suggestion: str = "", **fields: object
    ) -> None:
        hint = f"Did you mean {suggestion}?" if suggestion else ""
        super().__init__(
            f"query.{code}",
            message,
            hint=hint,
            position=position,
            length=length,
            suggestion=suggestion,
            **fields,
        )
        self.position = position
        """Where the trouble starts, 0-based."""
        self.length = length
        """How many characters to mark; at least 1, also at the end of the text."""
        self.suggestion = suggestion
        """What was perhaps meant; empty when there is no good guess."""
