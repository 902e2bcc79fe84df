"""The real window on the real engine: the window's fixtures, shared with tests/ui."""

from tests.ui.conftest import (
    earlier_objects,
    english,
    look,
    nothing_left,
    open_window,
    opened,
    pytest_asyncio_loop_factories,
)

__all__ = [
    "earlier_objects",
    "english",
    "look",
    "nothing_left",
    "open_window",
    "opened",
    "pytest_asyncio_loop_factories",
]
