"""The rows of the sidebar, and the queries that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

_PLAIN = re.compile(r"[\w/.-]*/\*", re.ASCII)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """A row: a heading, or a query by name."""

    name: str
    query: str | None = None
    """None for a heading."""
    count: int | None = None
    icon: str = ""
    strong: bool = False
    target: str = ""
    """The name of a target: choosing the row opens it."""
    mark: str = ""
    """What the path answers on purpose, in short; empty for the ordinary reply."""
    tip: str = ""
    section: str = ""
    """A heading's own name, which stays when its words change."""
    collapsed: bool = False
    """For a heading: what belongs to it is hidden."""

    @property
    def is_heading(self) -> bool:
        return self.query is None and not self.target


def _key(place: Place) -> str:
    return place.query or f"{place.name}\n{place.target}"


def path_query(path: str) -> str:
    """The query for the captures of one path; quoted so that any character is taken as it is."""
    quoted = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'path:"{quoted}"'


def endpoint_query(path: str, *, known: bool = True) -> str:
    """The query for an endpoint: of one path, or of all below one. One that is not `known` has its captures by their
    paths only."""
    if not path.endswith("/*"):
        return path_query(path)
    if not known and _PLAIN.fullmatch(path):
        return f"path:{path}"
    quoted = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'endpoint:"{quoted}"'


class PlacesModel(QAbstractListModel):
    """The rows; replaced only where they differ, so that the choice stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []

    def set_places(self, places: list[Place]) -> None:
        """Show these rows."""
        if [_key(place) for place in places] == [_key(place) for place in self._places]:
            if places != self._places:
                self._places = places
                self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def place(self, row: int) -> Place:
        """The row's content."""
        return self._places[row]

    def row_of(self, query: str) -> int:
        """The row of a query, or -1."""
        return next((at for at, place in enumerate(self._places) if place.query == query), -1)

    def row_of_section(self, section: str) -> int:
        """The row of a heading, or -1."""
        return next((at for at, place in enumerate(self._places) if place.section == section), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        if role == Qt.ItemDataRole.AccessibleTextRole and place.is_heading:
            state = self.tr("closed") if place.collapsed else self.tr("open")
            return f"{place.name}, {state}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = place.name if place.count is None else f"{place.name}, {place.count}"
            return f"{name}, {place.tip}" if place.tip else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return place.tip or place.name  # which may be cut
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002 - Qt's signature
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
