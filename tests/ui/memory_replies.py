"""Replies on purpose in memory; what goes out is rendered by the real process."""

from __future__ import annotations

import asyncio

from garfio.core.scripted_reply import Script, checked_script
from garfio.engine.replies import ReplyPreview
from garfio.engine.signal import Signal


class MemoryReplies:
    """What the window asks of a workspace's replies."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self._scripts: dict[str, Script] = {}

    async def all(self) -> list[Script]:
        await asyncio.sleep(0)
        return [self._scripts[path] for path in sorted(self._scripts)]

    async def set(self, script: Script) -> None:
        await asyncio.sleep(0)
        self._scripts[script.path] = checked_script(script)
        self.changed.emit(None)

    async def remove(self, path: str) -> bool:
        await asyncio.sleep(0)
        found = self._scripts.pop(path, None) is not None
        self.changed.emit(None)
        return found

    def preview(self) -> ReplyPreview:
        return ReplyPreview()
