"""Rendering in a process of its own, with a limit on time and memory: a hostile template gives an error, never a
listener that is silent or a machine without memory.

The process is started when it is first needed, serves one job after another, and is ended when a job takes too
long or too much. It ends by itself when its pipe closes, however its owner ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

import psutil

from garfio.core.capture import Capture
from garfio.core.rule import Rule
from garfio.core.silence import Silence
from garfio.core.template_fault import TemplateFault
from garfio.engine import template as templates
from garfio.engine.rendered import Rendered, TemplateError

TIME_LIMIT_S = 2.0
"""Seconds for one job."""
MEMORY_LIMIT = 512 << 20
"""Bytes beyond what the process has after its start."""
_START_S = 30.0
_LOOK_S = 0.1
"""Seconds between two looks at its memory."""
_READY = "ready"
_PLACE_BYTES = 80


@dataclass(frozen=True, slots=True)
class RuleJob:
    """All actions of a rule for one capture."""

    rule: Rule
    capture: Capture
    turns: Mapping[int, int]
    silence: Silence | None = None
    """For a rule about silence."""


@dataclass(frozen=True, slots=True)
class TextJob:
    """One template for one capture."""

    template: str
    capture: Capture


class Renderer:
    """The process, as its owner sees it."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._place = multiprocessing.get_context("spawn").RawArray("c", _PLACE_BYTES)
        """What is being rendered, as the process itself writes it: it is told of one that was ended."""
        self._asking = threading.Lock()
        self._ended = False

    async def rule(self, job: RuleJob) -> list[Rendered]:
        """What each action does. Raises TemplateError `template.slow` or `template.too_large` for the whole."""
        answer = await asyncio.to_thread(self._ask, job)
        assert isinstance(answer, list)
        return answer

    async def text(self, template: str, capture: Capture) -> str:
        """A rendered text. Raises TemplateError."""
        answer = await asyncio.to_thread(self._ask, TextJob(template, capture))
        assert isinstance(answer, str)
        return answer

    async def close(self) -> None:
        """End it; what it was doing is abandoned."""
        self._ended = True
        if self._process is not None:
            self._process.kill()
        await asyncio.to_thread(self._end)

    def _ask(self, job: RuleJob | TextJob) -> object:
        with self._asking:
            if self._ended:
                raise TemplateError("template.stopped", "the program ends")
            try:
                if self._pipe is None:
                    self._begin()
                answer = self._exchange(job)
            except (EOFError, OSError) as error:
                self._stop()
                raise TemplateError("template.too_large", place=self._where()) from error
        if isinstance(answer, TemplateFault):
            raise TemplateError(answer.code, answer.what, answer.place, answer.line)
        return answer

    def _exchange(self, job: RuleJob | TextJob) -> object:
        assert self._pipe is not None
        assert self._process is not None
        self._place.value = b""
        self._pipe.send(job)
        end = time.monotonic() + TIME_LIMIT_S
        while not self._pipe.poll(min(_LOOK_S, max(0.0, end - time.monotonic()))):
            if time.monotonic() >= end:
                self._stop()
                raise TemplateError("template.slow", f"{TIME_LIMIT_S:g}", self._where())
            if _resident(self._process.pid) > 2 * MEMORY_LIMIT:
                self._stop()
                raise TemplateError("template.too_large", place=self._where())
        return self._pipe.recv()

    def _where(self) -> str:
        return str(self._place.value, "ascii", "replace")

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._place), name="renderer", daemon=True
        )
        self._process.start()
        theirs.close()
        if not self._pipe.poll(_START_S):
            raise TimeoutError
        self._pipe.recv()

    def _end(self) -> None:
        with self._asking:
            self._stop()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def serve(pipe: Connection, place: Any) -> None:
    """Render what comes through the pipe until it closes; `place` always says what is being rendered."""

    def told(name: str) -> None:
        place.value = name.encode("ascii", "replace")[: _PLACE_BYTES - 1]

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the owner, which ends us
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in {0, 1} - {pipe.fileno()}:
        os.dup2(silence, descriptor)
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        pipe.send(_READY)
        while True:
            job: object = pipe.recv()
            try:
                pipe.send(_answer(job, told))
            except MemoryError:
                pipe.send(TemplateFault("template.too_large", place=place.value.decode("ascii", "replace")))


def _answer(job: object, told: Callable[[str], object]) -> object:
    try:
        if isinstance(job, RuleJob):
            return templates.render_rule(job.rule, job.capture, job.turns, job.silence, told)
        assert isinstance(job, TextJob)
        return templates.render_text(job.template, job.capture)
    except TemplateError as error:
        return error.fault
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug of ours; it must not look like a template that is too large
        return TemplateFault("template.bug", f"{type(error).__name__}: {error}")


def _limit_memory() -> None:
    """Where the system can do it, an allocation beyond the limit fails at once."""
    if sys.platform == "win32":
        return
    import resource

    limit = psutil.Process().memory_info().vms + MEMORY_LIMIT
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and does not let it be set
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _resident(pid: int | None) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
