"""The rule runner as the listener's process has it: secrets from the plan, notifications to the window or the
desktop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path

from garfio.engine.action.tools import Notice
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.looker import Looker
from garfio.engine.resend.own import OwnListener
from garfio.engine.rules.runner import RuleRunner
from garfio.engine.rules.secret import secret_of
from garfio.engine.store.writer import Writer

_PATIENCE_S = 5.0


def rule_runner(
    path: Path, writer: Writer, looker: Looker, doorbell: Doorbell, own: OwnListener, *, is_child: bool
) -> RuleRunner:
    """The runner for the workspace at `path`; it wakes when captures have been looked at."""
    runner = RuleRunner(
        path,
        writer,
        secret=lambda name: secret_of(looker.plan, name),
        notify=notifier(doorbell, is_child=is_child),
        told=doorbell.ran,
        own=lambda: own,
    )
    looker.looked.connect(runner.wake)
    return runner


def notifier(doorbell: Doorbell, *, is_child: bool) -> Callable[[Notice], Awaitable[None]]:
    """Shows notifications: the window does it for its child; otherwise the terminal tells of it, and the desktop's
    own command shows it where there is one."""

    async def notify(notice: Notice) -> None:
        doorbell.say("notice", **asdict(notice))
        if not is_child:
            await _show(notice)

    return notify


async def _show(notice: Notice) -> None:
    program = shutil.which("notify-send")
    if program is None or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return
    # The text is plain: what could be markup for the desktop is escaped.
    text = notice.text.replace("&", "&amp;").replace("<", "&lt;")
    with contextlib.suppress(OSError, TimeoutError):
        process = await asyncio.create_subprocess_exec(
            program,
            "--app-name=Garfio",
            "--",
            notice.title or "Garfio",
            text,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(_PATIENCE_S):
            await process.wait()
