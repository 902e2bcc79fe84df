"""What the desktop program does besides its window."""

from __future__ import annotations

import contextlib
import io
import logging
from pathlib import Path

import pytest

from garfio import app


def _record(text: str) -> logging.LogRecord:
    return logging.LogRecord("test", logging.ERROR, __file__, 1, text, None, None)


def test_the_log_is_private_also_after_it_was_rotated(tmp_path: Path) -> None:
    """Each file of it can be read by its owner alone."""
    log = app._Log(tmp_path / "garfio.log", maxBytes=100, backupCount=1, encoding="utf-8")
    for _ in range(5):
        log.emit(_record("x" * 60))
    log.close()
    assert {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {
        "garfio.log": 0o600,
        "garfio.log.1": 0o600,
    }


def test_a_full_disk_is_no_second_trouble_for_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be logged is left out; it gives no traceback."""
    log = app._Log(tmp_path / "garfio.log", encoding="utf-8")
    log.stream.close()
    log.stream = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closed below
    log.emit(_record("lost"))
    with contextlib.suppress(OSError):
        log.stream.close()
    log.stream = io.StringIO()
    log.emit(_record("kept"))
    assert log.stream.getvalue() == "kept\n"
    assert capsys.readouterr().err == ""
    log.close()
