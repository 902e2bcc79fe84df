"""How tables of results look and behave, all the same: whole rows, nothing to edit, ink from the model."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from garfio.ui.ink_delegate import InkDelegate
from garfio.ui.look import Look


def set_manners(table: QTableView, look: Look, name: str, widths: Mapping[int, int]) -> None:
    """Give a table that has its model the manners of all; `name` is for screen readers, `widths` are logical pixels
    at the base font size, and the last column takes the rest."""
    table.setItemDelegate(InkDelegate(table))
    table.setAccessibleName(name)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(look.row_height)
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in widths.items():
        table.setColumnWidth(column, round(width * look.row_height / 30))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
