"""What is wrong with a scheme that somebody made: a sentence for the terminal, a code and a value for the window."""

from __future__ import annotations


class SchemeFault(ValueError):  # noqa: N818 - a fault of what was entered
    """A scheme that cannot be meant so. `value` is what the sentence names."""

    def __init__(self, code: str, sentence: str, value: str = "") -> None:
        super().__init__(sentence)
        self.code = code
        self.value = value
