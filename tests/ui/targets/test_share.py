"""Targets to a file and from it, in their dialog over a real workspace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from garfio.core.target import Target
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.look import Look
from garfio.ui.targets.dialog import TargetsDialog
from tests.ui.drive import wait_until


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace with one target that keeps its secrets in memory."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    await workspace.add_target(Target("staging", "http://127.0.0.1:3000"))
    yield workspace
    await workspace.close()


async def choose(file: Path) -> None:
    """Answer the question for a file."""

    def found() -> list[QFileDialog]:
        widgets = QApplication.topLevelWidgets()
        return [one for one in widgets if isinstance(one, QFileDialog) and one.isVisible()]

    await wait_until(found)
    found()[0].filesSelected.emit([str(file)])
    found()[0].done(1)


async def test_targets_go_to_a_file_and_come_back(
    engine: Workspace, qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    """What was written adds what is missing, and says what was there already."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TargetsDialog(engine, Tasks(), look, "", parent)
    dialog.show()
    await wait_until(lambda: not dialog.is_busy)
    file = tmp_path / "targets.json"
    dialog.write.click()
    await choose(file)
    await wait_until(lambda: dialog.said().startswith("✓ Written"))
    await engine.remove_target("staging")
    await engine.add_target(Target("other", "http://127.0.0.1:1"))
    for said in ("Added: staging. Already there: –.", "Added: –. Already there: staging."):
        dialog.take_in.click()
        await choose(file)
        await wait_until(lambda: dialog.said() == said)  # noqa: B023 - awaited in this turn
    assert [target.name for target in await engine.targets()] == ["other", "staging"]
    file.write_text("no targets")
    dialog.take_in.click()
    await choose(file)
    await wait_until(lambda: dialog.said().startswith("The file holds no targets"))
    await wait_until(lambda: not dialog.is_busy)
    dialog.close()
