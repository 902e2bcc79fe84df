"""Targets as a file that a team can share; secrets are never in it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from garfio.core.errors import AppError
from garfio.core.target import Target, read_target, target_json
from garfio.engine.resend.desk import ResendDesk

_LARGEST = 4 * 1024 * 1024
"""Bytes of a file that is read."""


async def export_targets(desk: ResendDesk, file: Path) -> int:
    """Write all targets to `file`; gives how many. Raises AppError `file.write`."""
    found = await desk.targets()
    text = json.dumps({"garfio": "targets", "targets": [target_json(target) for target in found]}, indent=2)
    try:
        await asyncio.to_thread(file.write_text, text + "\n", "utf-8")
    except OSError as error:
        raise AppError(
            "file.write",
            f"{file} cannot be written: {error.strerror}.",
            hint="Choose another place.",
            path=file,
        ) from error
    return len(found)


async def import_targets(desk: ResendDesk, file: Path) -> tuple[list[str], list[str]]:
    """Add the targets of `file`; gives the names that were added, and those that were there already and stay as
    they are. Raises AppError `file.read` or `target.file`; then nothing was added."""
    wanted = await asyncio.to_thread(read_targets, file)
    known = {target.name for target in await desk.targets()}
    added, kept = [], []
    for target in wanted:
        if target.name in known:
            kept.append(target.name)
            continue
        await desk.add_target(target, files_here=False)
        known.add(target.name)
        added.append(target.name)
    return added, kept


def read_targets(file: Path) -> list[Target]:
    """The targets in a file. Raises AppError `file.read` or `target.…`."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise AppError(
            "file.read", f"{file} cannot be read: {error.strerror}.", hint="Check its name.", path=file
        ) from error
    try:
        found = json.loads(data) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):
        found = None
    entries = found.get("targets") if isinstance(found, dict) and found.get("garfio") == "targets" else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise AppError(
            "target.file",
            f"{file} holds no targets.",
            hint="Choose a file that was written by exporting targets.",
            path=file,
        )
    targets = [read_target(entry) for entry in entries]
    for target in targets:
        if not target.name:
            raise AppError("target.file", f"A target in {file} has no name.", path=file)
    return targets
