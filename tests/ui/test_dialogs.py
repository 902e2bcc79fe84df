"""Tests of how dialogs are opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from garfio.ui.dialogs import fit_to_screen


@pytest.mark.parametrize("wanted", [QSize(400, 300), QSize(4000, 3000)])
def test_a_dialog_fits_into_the_screen(qtbot: QtBot, wanted: QSize) -> None:
    """One that asks for more than there is becomes smaller, with room for its title bar; others stay."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(wanted)
    fit_to_screen(dialog)
    room = dialog.screen().availableSize()
    if wanted.height() < room.height():
        assert dialog.size() == wanted
    else:
        assert dialog.height() <= room.height() - 60
        assert dialog.width() < room.width()


def test_a_size_that_nobody_chose_is_left_to_qt(qtbot: QtBot) -> None:
    """A dialog that is as large as what is in it is not given a size."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    before = dialog.size()
    fit_to_screen(dialog)
    assert dialog.size() == before
