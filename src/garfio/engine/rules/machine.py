"""What names this machine, so that a program is confirmed on this one and not on another that has a copy of the
workspace."""

from __future__ import annotations

import getpass
import platform
import uuid


def this_machine() -> str:
    """Host, hardware address and user."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return f"{platform.node()}/{uuid.getnode():012x}/{user}"
