"""The listener as the window's child: started, heard, checked by a real request, and started again when it
dies.

A thread reads its doorbell; everything else happens on the loop. The child ends when its standard input
closes, so it cannot outlive the window.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import logging
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from garfio.core.errors import AppError
from garfio.engine.listener.process import SELF_CHECK_VARIABLE, is_exposed
from garfio.engine.listener.server import SELF_CHECK_HEADER
from garfio.engine.signal import Signal
from garfio.engine.tasks import Tasks

_log = logging.getLogger(__name__)
_CHECK_S = 5.0
"""Seconds between two self-checks."""
_PATIENCE = 5
"""A child that dies so often within a minute is not started again by itself."""


@dataclass(frozen=True, slots=True)
class ListenerState:
    """What the window shows of the listener."""

    phase: str = "stopped"
    """`stopped`, `starting`, `listening` or `failed`."""
    url: str = ""
    host: str = ""
    port: int = 0
    error: AppError | None = None
    """Why it could not start, in phase `failed`."""
    restarts: int = 0
    """How often it had to be started again since the window opened."""
    healthy: bool = False
    """True when the last request that we sent to it ourselves was answered."""
    exposed: bool = False
    """True when other machines can reach it."""


class ListenerChild:
    """Starts and watches `garfio listen`."""

    def __init__(self, database: Path, tasks: Tasks) -> None:
        self.changed: Signal[ListenerState] = Signal()
        self.rang: Signal[dict[str, Any]] = Signal()
        """Every doorbell event but those that are about the child itself."""
        self.state = ListenerState()
        self._database = database
        self._tasks = tasks
        self._process: subprocess.Popen[bytes] | None = None
        self._arguments: list[str] = []
        self._token = ""
        self._wanted = False
        self._deaths: list[float] = []
        self._settled = asyncio.Event()
        self._lent: dict[str, str] = {}

    @property
    def pid(self) -> int | None:
        """The child's process id; None when there is none."""
        return self._process.pid if self._process else None

    async def start(self, host: str, port: int | None = None) -> None:
        """Start it and wait until it listens. Raises AppError when it cannot."""
        await self.stop()
        self._arguments = ["--host", host] if host else []
        if port is not None:
            self._arguments += ["--port", str(port)]
        self._wanted = True
        self._deaths.clear()
        self._launch(self.state.restarts)
        await self._settled.wait()
        if self.state.error:
            raise self.state.error

    async def stop(self) -> None:
        """Let it answer what it has accepted, and end."""
        self._wanted = False
        process = self._process
        if process is None:
            return
        _hang_up(process)
        try:
            await asyncio.to_thread(process.wait, 6)
        except subprocess.TimeoutExpired:
            _log.warning("The listener did not end in time and is killed")
            process.kill()
            await asyncio.to_thread(process.wait)
        self._process = None
        self._set(ListenerState(restarts=self.state.restarts))

    async def watch(self) -> None:
        """Ask the listener for an answer now and then; runs until it is cancelled."""
        while True:
            await asyncio.sleep(_CHECK_S)
            if self.state.phase == "listening":
                await self._check()

    def lend(self, values: dict[str, str]) -> None:
        """Hand over the secrets that only memory keeps, through the pipe; a listener that is started anew gets
        them too."""
        self._lent = values
        pipe = self._process.stdin if self._process else None
        if pipe is None or pipe.closed:
            return
        try:
            pipe.write(json.dumps({"secrets": values}).encode() + b"\n")
            pipe.flush()
        except OSError:
            _log.debug("The listener ended before it was told")

    # --- inside

    def _launch(self, restarts: int) -> None:
        self._settled.clear()
        self._token = secrets.token_urlsafe(24)
        self._set(ListenerState("starting", restarts=restarts))
        process = subprocess.Popen(
            [*garfio_command(), "listen", "--json", "--db", str(self._database), *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, SELF_CHECK_VARIABLE: self._token},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process = process
        if self._lent:
            self.lend(self._lent)
        loop = asyncio.get_running_loop()
        threading.Thread(
            target=_read, args=(process, loop, self._heard, self._ended), name="doorbell-ear", daemon=True
        ).start()

    def _heard(self, process: subprocess.Popen[bytes], event: dict[str, Any]) -> None:
        if process is not self._process:
            return
        kind = event.get("event")
        if kind == "listening":
            (host, port), *_others = event["addresses"]
            self._set(
                replace(
                    self.state,
                    phase="listening",
                    url=event["url"],
                    host=host,
                    port=port,
                    error=None,
                    exposed=is_exposed(host),
                )
            )
            self._settled.set()
            self._tasks.spawn(self._check(), "self-check")
        elif kind == "failed":
            fields = event.get("fields", {})
            error = AppError(event["code"], event["message"], hint=event.get("hint", ""), **fields)
            self._wanted = False
            self._set(
                ListenerState("failed", error=error, restarts=self.state.restarts, port=fields.get("port", 0))
            )
            self._settled.set()
        else:
            self.rang.emit(event)

    def _ended(self, process: subprocess.Popen[bytes]) -> None:
        """Its output has closed: it is dead, or about to be."""
        if process is not self._process or not self._wanted:
            return
        self._process = None
        _hang_up(process)
        now = time.monotonic()
        self._deaths = [at for at in self._deaths if now - at < 60] + [now]
        if len(self._deaths) > _PATIENCE:
            self._wanted = False
            error = AppError(
                "listener.dying",
                "The listener ends again and again.",
                hint="Start it by hand, and look at its messages.",
            )
            self._set(ListenerState("failed", error=error, restarts=self.state.restarts))
            self._settled.set()
            return
        if self.state.phase == "listening" and not self._arguments_name_port():
            self._arguments += ["--port", str(self.state.port)]
        self._launch(self.state.restarts + 1)

    def _arguments_name_port(self) -> bool:
        return "--port" in self._arguments and self._arguments[self._arguments.index("--port") + 1] != "0"

    async def _check(self) -> None:
        state = self.state
        healthy = await asyncio.to_thread(_ask, state.host, state.port, self._token)
        if self.state is state and healthy != state.healthy:
            self._set(replace(state, healthy=healthy))

    def _set(self, state: ListenerState) -> None:
        self.state = state
        self.changed.emit(state)


def garfio_command() -> list[str]:
    """The command that starts this very program again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "garfio"]


def _hang_up(process: subprocess.Popen[bytes]) -> None:
    """Close the pipe on the child's standard input, whether or not it still reads."""
    with contextlib.suppress(OSError):
        if process.stdin:
            process.stdin.close()


def _read(
    process: subprocess.Popen[bytes],
    loop: asyncio.AbstractEventLoop,
    heard: Callable[[subprocess.Popen[bytes], dict[str, Any]], object],
    ended: Callable[[subprocess.Popen[bytes]], object],
) -> None:
    """Pass the child's lines on to the loop; runs on a thread."""
    assert process.stdout is not None
    try:
        with process.stdout:
            for line in process.stdout:
                try:
                    event = json.loads(line)
                except ValueError:
                    continue
                loop.call_soon_threadsafe(heard, process, event)
        process.wait()
        loop.call_soon_threadsafe(ended, process)
    except RuntimeError:
        _log.debug("The loop has ended before the listener did")


def _ask(host: str, port: int, token: str) -> bool:
    """Send the listener a request of our own, which it answers and does not store."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - names the wildcard, binds nothing
    connection = http.client.HTTPConnection(reachable, port, timeout=3)
    try:
        connection.request("OPTIONS", "*", headers={SELF_CHECK_HEADER.decode(): token})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
