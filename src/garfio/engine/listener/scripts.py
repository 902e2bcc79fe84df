"""Replies on purpose, for the connections: which step is due, what it says, and the check that may come before.

Everything here happens in a task of its own while the connection waits, so a slow reply delays nobody else.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.headers import decode_value
from garfio.core.http import Request, target_path
from garfio.core.reply import Reply
from garfio.core.scripted_reply import Script, Step, step_at
from garfio.core.signature.value import Verdict
from garfio.core.template_fault import TemplateFault
from garfio.core.wire import Head
from garfio.engine import verification
from garfio.engine.rendered import TemplateError
from garfio.engine.renderer import Renderer

_REFUSED = "The signature is not valid.\n"


@dataclass(frozen=True, slots=True)
class Due:
    """The answer that a request gets."""

    step: Step
    case: verification.Case
    verdict: str
    """Empty when nobody has looked."""
    cors: str

    @property
    def status(self) -> int:
        """What is answered; 0 when nothing is."""
        return 0 if self.step.fault == "reset" else self.step.status


class Scripts:
    """The replies of one listener."""

    def __init__(self) -> None:
        self._scripts: dict[str, Script] = {}
        self._paths: tuple[Endpoint, ...] = ()
        self._counts: dict[str, int] = {}
        self._plan: verification.Plan | None = None
        self._renderer = Renderer()
        self._ending = asyncio.Event()

    def use(self, scripts: Sequence[Script]) -> None:
        """Answer so from now on; the sequence of one that has changed begins anew."""
        fresh = {script.path: script for script in scripts}
        self._counts = {
            path: count for path, count in self._counts.items() if fresh.get(path) == self._scripts.get(path)
        }
        self._scripts = fresh
        self._paths = tuple(Endpoint(path) for path in fresh)

    def use_plan(self, plan: verification.Plan) -> None:
        """Check signatures by this plan."""
        self._plan = plan

    def hurry(self) -> None:
        """The listener ends: give at once what is being held back."""
        self._ending.set()

    async def pause(self, seconds: float) -> None:
        """Hold an answer back for so long."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._ending.wait()

    async def drip(self, reply: bytes, seconds: float, write: Callable[[bytes], object]) -> None:
        """Write an encoded reply: the head at once, the body in pieces spread over so many seconds."""
        head, mark, body = reply.partition(b"\r\n\r\n")
        write(head + mark)
        pieces = max(1, min(len(body), int(seconds * 10)))
        size = -(-len(body) // pieces) if body else 1
        for at in range(0, len(body), size):
            await self.pause(seconds / pieces)
            write(body[at : at + size])

    async def close(self) -> None:
        """End the process that renders."""
        await self._renderer.close()

    def find(self, head: Head) -> Script | None:
        """What the path of a request answers; None for the ordinary reply."""
        if not self._scripts or head.method == b"CONNECT":
            return None
        found = endpoint_of(self._paths, target_path(head.target))
        return self._scripts[found.path] if found else None

    async def due(self, script: Script, request: Request) -> Due:
        """Whose turn it is, before the request is stored."""
        case = verification.open_case(request, self._plan or verification.Plan(), time.time())
        cors = _allowed(script.cors, request)
        if cors and request.method == "OPTIONS" and "access-control-request-method" in request.headers:
            return Due(Step(204, "", headers=_preflight(request)), case, "", cors)
        verdict = ""
        if script.require_valid:
            verdict = (await asyncio.to_thread(verification.judge, case)).verdict.value
            if verdict != Verdict.VALID:
                return Due(Step(script.refusal_status, _REFUSED), case, verdict, cors)
        count = self._counts.get(script.path, 0)
        self._counts[script.path] = count + 1
        step = step_at(script, count, random.random())  # noqa: S311 - chooses a failure on purpose
        return Due(step, case, verdict, cors)

    async def reply(self, due: Due, capture: int) -> Reply:
        """The answer, its body rendered; a template that fails is answered with 500 and its error."""
        reply, _fault = await rendered_reply(self._renderer, due.step, _subject(due, capture), due.cors)
        return reply


async def rendered_reply(
    renderer: Renderer, step: Step, subject: Capture, cors: str = ""
) -> tuple[Reply, TemplateFault | None]:
    """What a step says to one request, and what is wrong with its template; `cors` is the value of
    Access-Control-Allow-Origin, empty for none. The sender is told the code alone: names in a template are ours."""
    headers = step.headers
    if cors:
        headers = (*headers, ("Access-Control-Allow-Origin", cors), ("Vary", "Origin"))
    try:
        body = step.body
        if "{" in body:
            body = await renderer.text(body, subject)
    except TemplateError as error:
        text = f"The template of this reply failed: {error.code}\n"
        return Reply(500, text.encode(), headers), error.fault
    return Reply(step.status, body.encode("utf-8", "replace"), headers, step.content_type), None


def reset(transport: asyncio.Transport) -> None:
    """Break a connection off with a RST."""
    raw = transport.get_extra_info("socket")
    with contextlib.suppress(OSError, AttributeError):
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _allowed(cors: str, request: Request) -> str:
    """The value of Access-Control-Allow-Origin; empty when the page may not read the answer."""
    if not cors or cors == "*":
        return cors
    origin = request.headers.text("origin") or ""
    return origin if origin in cors.split() else ""


def _preflight(request: Request) -> tuple[tuple[str, str], ...]:
    asked = (request.headers.text("access-control-request-headers") or "").strip()
    found = [("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")]
    if asked and all(char.isalnum() or char in "-_, " for char in asked):
        found.append(("Access-Control-Allow-Headers", asked))
    return tuple(found)


def _subject(due: Due, capture: int) -> Capture:
    """The request as a template sees it."""
    case, request = due.case, due.case.request
    summary = CaptureSummary(
        id=CaptureId(capture),
        received_at_us=int(case.at_unix * 1e6),
        method=request.method,
        target=request.target,
        http_version=request.http_version,
        peer="",
        content_type=decode_value(request.headers.get("content-type") or b""),
        size=len(request.body),
        reply_status=0,
        reply_us=None,
        endpoint=case.endpoint.path if case.endpoint else "",
        provider=case.provider.id if case.provider else case.recognition.provider,
        event_type=case.recognition.event_type,
        delivery_id=case.recognition.delivery_id,
        verdict=due.verdict,
        complete=True,
        source="listener",
        refusal="",
        repeats=0,
        unread=True,
        pinned=False,
    )
    return Capture(summary, replace(request))
