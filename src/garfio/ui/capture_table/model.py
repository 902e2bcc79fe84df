"""Summaries as rows, newest first: all ids in memory (8 bytes each), summaries only where somebody looks.

Ids are kept in two sorted arrays, the ones that came while the window was open and the older ones, so that
both ends grow cheaply. Measured with a million rows: inserting at the top costs 1.8 ms, as with a hundred.
Never holds bodies and never reads by itself: `feed` fills it, and is told through `summaries_missed` what the
view looked for in vain.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.ui.capture_table.column import COLUMNS, Column, column_title
from garfio.ui.capture_table.row_text import cell_text, cell_value
from garfio.ui.color_mark import color_name

_KEPT_SUMMARIES = 4096
_MAX_RANGES = 64
"""More separate gaps than this are cheaper as one reset."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What `data` returns beside Qt's own roles."""

    VALUE = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2


class CaptureTableModel(QAbstractTableModel):
    """The rows of one query."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new: array[int] = array("q")  # ascending
        self._old: array[int] = array("q")  # descending
        self._summaries: dict[int, CaptureSummary] = {}
        self.carried: Sequence[Path] = ()
        """Files that stand for the rows that are being dragged."""

    @property
    def newest(self) -> CaptureId | None:
        """The id of the first row, or None when there is none."""
        return self.id_at(0) if self.rowCount() else None

    def id_at(self, row: int) -> CaptureId:
        """The capture id of a row. Raises IndexError."""
        fresh = len(self._new)
        return CaptureId(self._new[fresh - 1 - row] if row < fresh else self._old[row - fresh])

    def ids_between(self, first: int, last: int) -> list[CaptureId]:
        """The ids of the rows `first` to `last`, both included, as far as there are such rows."""
        fresh = len(self._new)
        top = self._new[max(0, fresh - 1 - last) : max(0, fresh - first)]
        rest = self._old[max(0, first - fresh) : max(0, last + 1 - fresh)]
        return [CaptureId(number) for number in (*reversed(top), *rest)]

    def row_of(self, capture_id: CaptureId) -> int | None:
        """The row that shows a capture, or None."""
        at = bisect_left(self._new, capture_id)
        if at < len(self._new) and self._new[at] == capture_id:
            return len(self._new) - 1 - at
        at = bisect_left(self._old, -capture_id, key=lambda number: -number)
        if at < len(self._old) and self._old[at] == capture_id:
            return len(self._new) + at
        return None

    def summary_at(self, row: int) -> CaptureSummary | None:
        """The row's summary, or None when it has not been read yet."""
        return self._summaries.get(self.id_at(row))

    def summary(self, capture_id: CaptureId) -> CaptureSummary | None:
        """A capture's summary, or None when it is not at hand."""
        return self._summaries.get(capture_id)

    def known_ids(self) -> list[CaptureId]:
        """The captures whose summaries are at hand."""
        return [CaptureId(number) for number in self._summaries]

    def missing_between(self, first: int, last: int) -> list[CaptureId]:
        """The ids of the rows `first` to `last` whose summaries are not at hand."""
        return [number for number in self.ids_between(first, last) if number not in self._summaries]

    def reset(self, rows: Sequence[CaptureSummary]) -> None:
        """Show `rows`, newest first, in place of everything."""
        self.beginResetModel()
        self._new = array("q")
        self._old = array("q", (row.id for row in rows))
        self._summaries = {row.id: row for row in rows}
        self.endResetModel()

    def append_older(self, ids: Sequence[CaptureId]) -> None:
        """Add rows at the end; `ids` are descending and older than every row."""
        if not ids:
            return
        at = self.rowCount()
        self.beginInsertRows(QModelIndex(), at, at + len(ids) - 1)
        self._old.extend(ids)
        self.endInsertRows()

    def prepend_newer(self, ids: Sequence[CaptureId], rows: Iterable[CaptureSummary] = ()) -> None:
        """Add rows at the top; `ids` are descending and newer than every row, `rows` those at hand."""
        if not ids:
            return
        self._keep(rows)
        self.beginInsertRows(QModelIndex(), 0, len(ids) - 1)
        self._new.extend(reversed(ids))
        self.endInsertRows()

    def put(self, rows: Sequence[CaptureSummary]) -> None:
        """Keep summaries that were read or have changed, and have them painted."""
        self._keep(rows)
        shown = sorted(at for row in rows if (at := self.row_of(row.id)) is not None)
        if shown:
            self.dataChanged.emit(self.index(shown[0], 0), self.index(shown[-1], len(COLUMNS) - 1))

    def remove(self, ids: Iterable[CaptureId]) -> None:
        """Take captures out of the list; unknown ids are ignored."""
        rows = sorted(at for number in ids if (at := self.row_of(number)) is not None)
        if not rows:
            return
        for number in map(self.id_at, rows):
            self._summaries.pop(number, None)
        ranges = _ranges(rows)
        if len(ranges) > _MAX_RANGES:
            self.beginResetModel()
            for first, last in reversed(ranges):
                self._delete(first, last)
            self.endResetModel()
            return
        for first, last in reversed(ranges):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._delete(first, last)
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._new) + len(self._old)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag(0))

    def mimeData(self, _indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in self.carried])
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.ID:
            return self.id_at(index.row())
        row = self.summary_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and row.color and index.column() == Column.TIME:
            return f"{cell_text(row, Column.TIME)}, {color_name(row.color)}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_text(row, Column(index.column()))
        if role == Role.VALUE:
            return cell_value(row, Column(index.column()))
        if role == Role.SUMMARY:
            return row
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(Column(section))
        return None

    def _delete(self, first: int, last: int) -> None:
        fresh = len(self._new)
        del self._old[max(0, first - fresh) : max(0, last + 1 - fresh)]
        if first < fresh:
            del self._new[max(0, fresh - 1 - last) : fresh - first]

    def _keep(self, rows: Iterable[CaptureSummary]) -> None:
        for row in rows:
            self._summaries[row.id] = row
        while len(self._summaries) > _KEPT_SUMMARIES:
            del self._summaries[next(iter(self._summaries))]


def _ranges(rows: list[int]) -> list[tuple[int, int]]:
    """Ascending row numbers as (first, last) of each unbroken run."""
    cuts = [at for at, (left, right) in enumerate(pairwise(rows), 1) if right != left + 1]
    starts, ends = [0, *cuts], [*cuts, len(rows)]
    return [(rows[start], rows[end - 1]) for start, end in zip(starts, ends, strict=True)]
