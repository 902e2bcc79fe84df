"""Runs a program: an argument list, no shell, a clean environment, the body on standard input and in a file."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from garfio.core.action import Deed
from garfio.core.capture import Capture
from garfio.engine.action.tools import Tools
from garfio.engine.store.runs import Outcome
from garfio.engine.tasks import Tasks

_KEPT = (
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "DISPLAY",
    "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "SYSTEMROOT", "USERPROFILE", "APPDATA",
    "LOCALAPPDATA", "PATHEXT", "COMSPEC",
)  # fmt: skip
_OUTPUT_LIMIT = 64 * 1024
_OUTPUT_S = 1.0


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when it ends with 0 within its time; tried again otherwise, unless it is not there."""
    values = deed.values
    capture = await tools.load()
    if capture is None:
        return Outcome("failed", "capture.missing", "The capture has been deleted.")
    program = shutil.which(values["argv"][0])
    if program is None:
        return Outcome("failed", "program.missing", f"There is no program {values['argv'][0]!r}.")
    with tempfile.TemporaryDirectory(prefix="garfio-") as folder:
        file = Path(folder) / "body"
        await asyncio.to_thread(file.write_bytes, capture.request.body)
        return await _run([program, *values["argv"][1:]], values, capture, file, tools)


def environment(capture: Capture, file: Path, key: str) -> dict[str, str]:
    """What the program knows of the capture, and of this machine no more than it needs."""
    row = capture.summary
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    ours = {
        "GARFIO_ID": str(row.id),
        "GARFIO_PROVIDER": row.provider,
        "GARFIO_EVENT": row.event_type,
        "GARFIO_DELIVERY": row.delivery_id,
        "GARFIO_VERDICT": row.verdict,
        "GARFIO_BODY_FILE": str(file),
        "GARFIO_RUN": key,
    }
    return {**kept, **{name: text.replace("\0", "") for name, text in ours.items()}}


async def _run(
    argv: list[str], values: dict[str, Any], capture: Capture, file: Path, tools: Tools
) -> Outcome:
    try:
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=values["folder"] or tools.folder,
            env=environment(capture, file, tools.key),
            start_new_session=sys.platform != "win32",
        )
    except (OSError, ValueError) as error:
        return Outcome("failed", "program.start", str(error))
    output = bytearray()
    pipes = Tasks()
    pipes.spawn(_feed(process, capture.request.body), "program-input")
    drained = pipes.spawn(_drain(process, output), "program-output")
    try:
        async with asyncio.timeout(float(values["timeout_s"])):
            code = await process.wait()
        await asyncio.wait((drained,), timeout=_OUTPUT_S)  # what it has left running may keep its output open
    except TimeoutError:
        return Outcome("waiting", "program.timeout", f"It took more than {values['timeout_s']:g} s.")
    finally:
        await pipes.close()
        await _end(process)
    text = output.decode("utf-8", "replace").strip()
    return Outcome() if code == 0 and not text else Outcome(*_result(code), text)


def _result(code: int) -> tuple[str, str]:
    return ("done", "") if code == 0 else ("waiting", f"program.{code}")


async def _feed(process: asyncio.subprocess.Process, body: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(OSError):  # a program need not read what it gets
        process.stdin.write(body)
        await process.stdin.drain()
    process.stdin.close()


async def _drain(process: asyncio.subprocess.Process, output: bytearray) -> None:
    assert process.stdout is not None
    while piece := await process.stdout.read(4096):
        output += piece[: max(0, _OUTPUT_LIMIT - len(output))]


async def _end(process: asyncio.subprocess.Process) -> None:
    """End it with all that it has started, if it still runs."""
    if process.returncode is None:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
