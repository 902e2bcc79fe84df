"""What the listener's command loads. What it does is tested in tests/e2e/test_listen.py."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = (
    "aiohttp",
    "apprise",
    "certifi",
    "cryptography",
    "garfio.core.contentview.registry",
    "garfio.core.signature.catalog",
    "garfio.engine.forward",
    "garfio.engine.looker",
    "garfio.engine.rules",
    "h11",
    "jinja2",
    "jsonschema_rs",
    "lark",
    "platformdirs.api",
    "psutil._common",
    "pygments",
    "PySide6",
    "yaml",
)


def test_it_loads_what_accepts_and_stores_and_no_more() -> None:
    """What is done after the acknowledgement, or by few, is loaded when it is: the listener has to accept within a
    second.

    Seen to fail with the client for fetching keys, and with Jinja, imported at the top.
    """
    code = f"import sys, garfio.cli.listen; print([name for name in {_HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
