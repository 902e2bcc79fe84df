"""A typed observer: receivers are called in order, at once, on the caller's thread; one that fails does not stop the others."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Signal(Generic[T]):
    """Something that can happen, with a value. Receivers run on the loop's thread, so they need no locks."""

    def __init__(self) -> None:
        self._receivers: list[Callable[[T], object]] = []

    def connect(self, receiver: Callable[[T], object]) -> Callable[[], None]:
        """Call `receiver` from now on; the returned function ends that."""
        self._receivers.append(receiver)

        def disconnect() -> None:
            if receiver in self._receivers:
                self._receivers.remove(receiver)

        return disconnect

    def emit(self, value: T) -> None:
        """Tell every receiver."""
        for receiver in tuple(self._receivers):
            try:
                receiver(value)
            except (
                Exception
            ):  # a faulty receiver must not silence the others; it is a bug and is logged as one
                _log.exception("A receiver of a signal failed")
