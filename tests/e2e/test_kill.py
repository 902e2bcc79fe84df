"""Stored before acknowledged: the listener is killed under load, again and again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import kill_loop


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_no_kill_loses_what_was_acknowledged(tmp_path: Path) -> None:
    """Kills under load: each acknowledged body is there, byte for byte, and the file is whole.

    `python -m tests.bench.kill_loop` does fifty, or as many as one likes.

    Seen to fail with the answer written when the row is handed over to the store.
    """
    figures = kill_loop.run(tmp_path / "garfio.db", 20)
    assert figures["acknowledged"] > 200
    assert (figures["lost"], figures["changed"], figures["integrity"]) == (0, 0, "ok"), figures
