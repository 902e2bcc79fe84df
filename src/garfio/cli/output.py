"""How the commands print: rows of a list, JSON with the agreed keys, whole captures."""

from __future__ import annotations

import base64
import json
import shutil
import sys
from datetime import UTC, datetime
from typing import Any

import click

from garfio.core.attempt import FAILURES
from garfio.core.capture import Capture, CaptureSummary
from garfio.core.headers import decode_value
from garfio.core.wire import REFUSALS
from garfio.engine.looker import Progress

_WIDTHS = (8, 15, 8, 30, 26, 12, 9, 5)
_RIGHT = (0, 6, 7)


class Table:
    """Lines with columns of fixed width; the path takes what the terminal has to spare."""

    def __init__(self) -> None:
        spare = shutil.get_terminal_size((120, 24)).columns - sum(_WIDTHS) - len(_WIDTHS)
        self._widths = [*_WIDTHS]
        self._widths[3] = max(20, self._widths[3] + spare)

    def line(self, cells: tuple[str, ...]) -> str:
        """One row."""
        parts = []
        for number, (cell, width) in enumerate(zip(cells, self._widths, strict=True)):
            shown = cell if len(cell) <= width or number == len(cells) - 1 else cell[: width - 1] + "…"
            parts.append(shown.rjust(width) if number in _RIGHT else shown.ljust(width))
        return " ".join(parts).rstrip()


_QUEUE_REASONS = {
    "capture.missing": "The capture has been deleted.",
    "queue_full": "Too many were waiting already.",
    "resend.no_provider": "Nothing says whose signature this is; name the provider in the target.",
    "resend.no_secret": "The signing secret is missing.",
    "resend.target": "The path holds blanks or control characters.",
    "sign": "It cannot be signed with the target's secret.",
    "target.missing": "The target is no longer there.",
    "target.variable": "A variable of the target has no value in it.",
    "unknown": "Garfio ended while sending; it may have arrived.",
}


def failure_sentence(code: str) -> str:
    """Why something was not sent on, by the code that its queue keeps; the code where nothing is known of it."""
    if (status := code.removeprefix("status.")) != code:
        return f"The target answered {status}."
    kind = code.partition(".")[0]
    known = FAILURES | _QUEUE_REASONS
    return known.get(code) or known.get(kind) or code


HEADINGS = ("ID", "TIME", "METHOD", "PATH", "EVENT OR TYPE", "VERDICT", "SIZE", "REPLY")


def summary_row(summary: CaptureSummary) -> tuple[str, ...]:
    """The cells of a capture, or of a refused message."""
    at = datetime.fromtimestamp(summary.received_at_us / 1e6).astimezone()
    time = (
        at.strftime("%H:%M:%S.%f")[:-3]
        if at.date() == datetime.now().astimezone().date()
        else at.strftime("%Y-%m-%d %H:%M")
    )
    method, path = summary.method, printable(summary.path)
    if summary.refusal:
        method, path = "refused", REFUSALS.get(summary.refusal, (0, summary.refusal))[1]
        if summary.repeats:
            path = f"({summary.repeats + 1}×) {path}"
    elif not summary.complete:
        path = f"{path} (incomplete)"
    reply = str(summary.reply_status or "–")
    return (
        str(summary.id),
        time,
        method,
        path,
        printable(summary.event_type or summary.content_type),
        summary.verdict.replace("_", " "),
        human_size(summary.size),
        reply,
    )


def human_size(count: int) -> str:
    """Bytes in decimal units: `0 B`, `2.1 kB`."""
    size = float(count)
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def printable(text: str) -> str:
    """Text without characters that could steer a terminal."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def summary_json(summary: CaptureSummary) -> dict[str, Any]:
    """The keys of `list --json`."""
    target = summary.target.decode("utf-8", "backslashreplace")
    found: dict[str, Any] = {
        "id": summary.id,
        "received_at": datetime.fromtimestamp(summary.received_at_us / 1e6, UTC)
        .isoformat(timespec="microseconds")
        .replace("+00:00", "Z"),
        "method": summary.method,
        "target": target,
        "http_version": summary.http_version,
        "peer": summary.peer,
        "endpoint": summary.endpoint or None,
        "provider": summary.provider or None,
        "event_type": summary.event_type or None,
        "delivery_id": summary.delivery_id or None,
        "verdict": summary.verdict or None,
        "schema": summary.schema or None,
        "content_type": summary.content_type,
        "size": summary.size,
        "reply_status": summary.reply_status or None,
        "reply_us": summary.reply_us,
        "complete": summary.complete,
        "source": summary.source,
        "refused": summary.refusal or None,
        "repeats": summary.repeats,
        "unread": summary.unread,
        "pinned": summary.pinned,
        "handshake": summary.handshake,
    }
    if target.encode("utf-8", "replace") != summary.target:
        found["target_base64"] = base64.b64encode(summary.target).decode()
    return found


def capture_json(capture: Capture) -> dict[str, Any]:
    """The keys of `show --json`; for a refused message `raw_base64` in place of headers and body."""
    request = capture.request
    if capture.summary.refusal:
        return {**summary_json(capture.summary), "raw_base64": base64.b64encode(request.head).decode()}
    found: dict[str, Any] = {
        **summary_json(capture.summary),
        "headers": [[decode_value(name), decode_value(value)] for name, value in request.headers],
        "body_base64": base64.b64encode(request.body).decode(),
    }
    if request.framing is not None:
        found["trailers"] = [[decode_value(name), decode_value(value)] for name, value in request.trailers]
    return found


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on a line of its own."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def print_bytes(data: bytes) -> None:
    """Bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


class CheckingLine:
    """One line on the terminal that says how far checking again has come."""

    def show(self, progress: Progress) -> None:
        """Write it, if there is somebody to read it."""
        if not sys.stderr.isatty():
            return
        if not progress.path:
            click.echo("\r\x1b[K", nl=False, err=True)
            return
        percent = 100 * progress.done // max(1, progress.total)
        click.echo(f"\rChecking what was captured on {progress.path}: {percent} %", nl=False, err=True)
