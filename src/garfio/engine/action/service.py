"""Sends a message through `apprise`, which is used only where it is installed."""

from __future__ import annotations

import asyncio
import importlib
import logging
from typing import Any

from garfio.core.action import Deed
from garfio.engine.action.tools import Tools, no_secret
from garfio.engine.store.runs import Outcome

_LOCAL = ("dbus", "gnome", "macosx", "syslog", "windows", "file")


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when the service took it; apprise does not say why it did not."""
    values = deed.values
    url = tools.secret(values["secret"])
    if url is None:
        return no_secret(values["secret"])
    return await asyncio.to_thread(_send, url, values)


def _send(url: str, values: dict[str, Any]) -> Outcome:
    try:
        apprise = importlib.import_module("apprise")
    except ImportError:
        return Outcome(
            "failed", "service.missing", "The apprise library is not installed: pip install apprise."
        )
    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # it logs URLs, which are the secrets
    sender = apprise.Apprise()
    if url.partition(":")[0].lower() in _LOCAL or not sender.add(url):
        return Outcome("failed", "service.url", "The secret is no URL of a service that apprise knows.")
    if sender.notify(title=values["title"], body=values["text"]):
        return Outcome()
    return Outcome("waiting", "service.failed", "The service did not take the message.")
