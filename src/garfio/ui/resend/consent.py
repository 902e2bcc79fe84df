"""The question before the first send to a host that is not this computer, and before very many at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.errors import AppError
from garfio.ui import dialogs
from garfio.ui.figures import count_text

T = TypeVar("T")
MANY = 50
"""More than this many sends are asked about even when they stay on this computer."""


async def with_consent(window: QWidget, send: Callable[[bool], Awaitable[T]]) -> T | None:
    """What `send(confirmed)` gives; when the engine wants the user asked, only after a yes. None after a no."""
    try:
        return await send(False)
    except AppError as error:
        if error.code != "resend.confirm":
            raise
        fields = error.fields
    headline, text = _question(fields)
    yes = QCoreApplication.translate("consent", "Send")
    return await send(True) if await dialogs.confirm(window, headline, text, yes) else None


async def agrees_to_many(window: QWidget, count: int, places: str) -> bool:
    """True for a few; asks for more."""
    if count <= MANY:
        return True
    translate = QCoreApplication.translate
    headline = translate("consent", "Send {count} webhooks to {target}?")
    return await dialogs.confirm(
        window,
        headline.format(count=count_text(count), target=places),
        translate(
            "consent", "Each is sent once, in the order in which they arrived. You can cancel at any time."
        ),
        translate("consent", "Send all"),
    )


def _question(fields: dict[str, object]) -> tuple[str, str]:
    translate = QCoreApplication.translate
    host, count = str(fields.get("host", "")), int(str(fields.get("count", 1)))
    headline = translate("consent", "Send to {host}?").format(host=host)
    once = translate("consent", "It is not this computer. You are asked once for each host.")
    if not count:
        what = translate("consent", "Every new webhook would be sent on to {url}.")
        return headline, f"{what.format(url=fields.get('url', ''))} {once}"
    what = translate("consent", "%n {method} request(s) would be sent to {url}.", "", count)
    what = what.replace("{method}", str(fields.get("method", ""))).replace(
        "{url}", str(fields.get("url", ""))
    )
    return headline, f"{what} {once}"
