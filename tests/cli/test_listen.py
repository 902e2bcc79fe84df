"""What the listener's command loads. What it does is tested in tests/e2e/test_listen.py."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = ("aiohttp", "PySide6", "pygments", "apprise", "certifi")


def test_it_loads_no_client_and_no_window() -> None:
    """What only a few need is loaded when they do: the listener has to accept within a second.

    Seen to fail with the client for fetching keys imported at the top.
    """
    code = f"import sys, garfio.cli.listen; print([name for name in {_HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
