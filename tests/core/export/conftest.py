"""Where the public test data is."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def shared_data() -> Path:
    """The folder of public test data beside the project; the test is skipped where there is none."""
    folder = Path(__file__).parents[4] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no public test data at {folder}")
    return folder
