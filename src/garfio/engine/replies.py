"""Replies on purpose, as the window and the commands set them; the listener uses a change within a second."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from garfio.core.capture import Capture
from garfio.core.scripted_reply import PRESETS, Script, Step
from garfio.core.template_fault import TemplateFault
from garfio.engine.listener.scripts import rendered_reply
from garfio.engine.renderer import Renderer
from garfio.engine.signal import Signal
from garfio.engine.store import replies
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer


class ReplyDesk:
    """One workspace's replies."""

    def __init__(self, reader: Reader, writer: Callable[[], Writer]) -> None:
        self.changed: Signal[None] = Signal()
        self._reader = reader
        self._writer = writer

    async def all(self) -> list[Script]:
        """All of them by path."""
        return await self._reader.run(replies.scripts)

    async def set(self, script: Script) -> None:
        """Answer so on `script.path` from now on; a sequence begins anew. Raises AppError `reply.value` or
        `endpoint.path`."""
        await self._writer().run(partial(replies.set_script, script=script))
        self.changed.emit(None)

    async def remove(self, path: str) -> bool:
        """Give the ordinary answer again; False when nothing else was set."""
        found = await self._writer().run(partial(replies.remove_script, path=path))
        self.changed.emit(None)
        return found

    @staticmethod
    def presets() -> Mapping[str, Script]:
        """Ready ones by name, for a path yet to be filled in."""
        return PRESETS

    @staticmethod
    def preview() -> ReplyPreview:
        """Shows what would go out; to be closed when it is no longer needed."""
        return ReplyPreview()


class ReplyPreview:
    """Renders replies as the listener does, and sends nothing."""

    def __init__(self) -> None:
        self._renderer = Renderer()

    async def message(
        self, step: Step, subject: Capture, cors: str = ""
    ) -> tuple[bytes, TemplateFault | None]:
        """The message that a step answers to one request, and what is wrong with its template; `cors` is the origin
        that may read it."""
        reply, fault = await rendered_reply(self._renderer, step, subject, cors)
        return reply.encode(keep_alive=True, with_body=subject.request.method != "HEAD"), fault

    async def close(self) -> None:
        """End the process that renders."""
        await self._renderer.close()
