"""Where things are on this machine."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def default_database() -> Path:
    """The workspace that is used when none is named: in the platform's folder for a user's data."""
    return platformdirs.user_data_path("garfio", appauthor=False) / "garfio.db"
