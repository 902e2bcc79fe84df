"""Questions to the user as coroutines: a dialog is opened, its end is awaited; no loop is nested.

Texts are never read as markup. A dialog that is dismissed answers None or the safe choice.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

_TEXT_WIDTH = 400
"""Pixels that a question is wide at least: Qt makes it as narrow as its headline, and breaks addresses in two."""
_FRAME = QSize(16, 96)
"""What the system draws around a dialog, and does not count to its size; twice, as dialogs are centred."""


async def finished(dialog: QDialog) -> int:
    """Open a dialog, wait for its end, delete it, and return its result code."""
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def end(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(end)
    fit_to_screen(dialog)
    dialog.open()
    try:
        return await done
    finally:
        dialog.hide()
        dialog.deleteLater()


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog smaller than it asks for where its title bar would else be off the screen."""
    if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):  # Qt itself bounds the others
        room = dialog.screen().availableSize() - _FRAME
        dialog.resize(dialog.size().boundedTo(room))


async def menu_closed(menu: QMenu, place: QPoint) -> None:
    """Open a menu, and wait until it has closed and what was chosen from it is done."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not done.done():
            done.set_result(None)

    menu.aboutToHide.connect(lambda: loop.call_soon(end))  # the action is triggered right after this
    menu.popup(place)
    await done


async def confirm(parent: QWidget, headline: str, text: str, accept: str, *, dangerous: bool = False) -> bool:
    """Ask whether to go on; `accept` names the deed. The safe answer is the default when it is dangerous."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if dangerous else QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(headline)
    box.setInformativeText(text)
    yes = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(QCoreApplication.translate("dialogs", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no if dangerous else yes)
    box.setEscapeButton(no)
    _widen(box)
    answer = False

    def clicked(button: object) -> None:
        nonlocal answer
        answer = button is yes

    box.buttonClicked.connect(clicked)
    await finished(box)
    return answer


def _widen(box: QMessageBox) -> None:
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        spacer = QSpacerItem(_TEXT_WIDTH, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        layout.addItem(spacer, layout.rowCount(), 0, 1, layout.columnCount())


async def tell(title: str, headline: str, text: str) -> None:
    """Say something that cannot wait, before there is a window to say it in."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, headline)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(text)
    await finished(box)


async def save_file(parent: QWidget, title: str, name: str, filters: str = "") -> Path | None:
    """Where to write a file; the system asks before one is overwritten."""
    dialog = QFileDialog(parent, title, name, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return _first(await _files(dialog))


async def open_files(parent: QWidget, title: str, filters: str = "") -> list[Path]:
    """Existing files; empty when dismissed."""
    dialog = QFileDialog(parent, title, "", filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return await _files(dialog)


async def _files(dialog: QFileDialog) -> list[Path]:
    chosen: list[Path] = []
    dialog.filesSelected.connect(lambda names: chosen.extend(Path(name) for name in names))
    await finished(dialog)
    return chosen


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
