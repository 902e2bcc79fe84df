"""The real window on the real engine: the window's fixtures, shared with tests/ui."""

from tests.ui.conftest import english, look, nothing_left, open_window, opened, pytest_asyncio_loop_factories

__all__ = ["english", "look", "nothing_left", "open_window", "opened", "pytest_asyncio_loop_factories"]
