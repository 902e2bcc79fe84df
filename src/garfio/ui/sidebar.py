"""The left pane: where to look. Each row is a query; choosing one narrows the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.scripted_reply import Script
from garfio.engine.views import SavedView
from garfio.engine.workspace import Counts
from garfio.ui.figures import count_text
from garfio.ui.look import Look
from garfio.ui.replies.reply_text import mark_text, script_text
from garfio.ui.search.view_counts import DRIFT, FAILING, RETRIES
from garfio.ui.targets.forwards_watch import Forwarding
from garfio.ui.targets.menu import target_title
from garfio.ui.targets.watch import Places

_PAD = 10
_PLAIN = re.compile(r"[\w/.-]*/\*", re.ASCII)
_ICON = 16
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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = place.name if place.count is None else f"{place.name}, {place.count}"
            return f"{name}, {place.tip}" if place.tip else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return place.tip or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._places[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        if index.isValid() and self._places[index.row()].target:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PlaceDelegate(QStyledItemDelegate):
    """Paints a heading, or a name with its sign and count."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(120, self._look.row_height + (8 if self._place(index).is_heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, rect, look = self._place(index), QRect(option.rect), self._look
        painter.save()
        if place.is_heading:
            painter.setFont(look.small_font(bold=True))
            painter.setPen(look.colour("muted"))
            painter.drawText(
                rect.adjusted(_PAD, 8, -_PAD, 0), int(Qt.AlignmentFlag.AlignVCenter), place.name.upper()
            )
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 5, 5)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if place.count is not None:
            count = count_text(place.count)
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        if place.mark:
            painter.setPen(look.colour("warn"))
            painter.setFont(look.small_font(bold=True))
            painter.drawText(
                inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), place.mark
            )
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(place.mark) - 8)
        if place.icon:
            side = QRect(inside.x(), inside.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            look.icon(place.icon, "accent" if selected else "muted").paint(painter, side)
            inside.setLeft(side.right() + 9)
        font = QFont(look.font)
        if place.strong or selected:
            font.setWeight(QFont.Weight.DemiBold if place.strong else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        name = painter.fontMetrics().elidedText(place.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()

    def _place(self, index: Index) -> Place:
        model = index.model()
        assert isinstance(model, PlacesModel)
        return model.place(index.row())


class Sidebar(QWidget):
    """Everything, endpoints, views and targets."""

    query_chosen = Signal(str)
    change_wanted = Signal(object)
    """The user wants another name or query for this SavedView."""
    remove_wanted = Signal(object)
    """The user wants to remove this SavedView."""
    target_chosen = Signal(str)
    """The name of a target that the user wants to see."""
    forward_wanted = Signal()
    """The user wants to forward what comes to the path that is now looked at."""

    endpoint_wanted = Signal(str)
    """The path whose endpoint the user wants to change or make."""
    endpoint_unwanted = Signal(str)
    """The path of the endpoint that the user wants to remove."""
    reply_wanted = Signal(str)
    """The path whose reply the user wants to see."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "background")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = PlacesModel(self)
        self._query = ""
        self._counts = Counts(0, 0, 0, 0, ())
        self._views: Sequence[SavedView] = ()
        self._view_counts: Mapping[str, int] = {}
        self._targets = Places()
        self._forwarding = Forwarding()
        self._endpoints: tuple[Endpoint, ...] = ()
        self._scripts: dict[str, Script] = {}
        self.places = QListView(self)
        self.places.setProperty("role", "sidebar")
        self.places.setModel(self._model)
        self.places.setItemDelegate(PlaceDelegate(look, self.places))
        self.places.setAccessibleName(self.tr("Endpoints and views"))
        self.places.setMouseTracking(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.clicked.connect(self._on_place_clicked)
        self.places.activated.connect(self._on_place_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.places)
        look.changed.connect(self.places.viewport().update)
        self.places.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.places.customContextMenuRequested.connect(self._on_menu_requested)
        self._show()

    def set_counts(self, counts: Counts) -> None:
        """Show the endpoints with what each received."""
        self._counts = counts
        self._show()

    def set_views(self, views: Sequence[SavedView], counts: Mapping[str, int]) -> None:
        """Show the saved views; `counts` gives those that are known, by query."""
        self._views = views
        self._view_counts = {**self._view_counts, **counts}
        self._show()

    def menu(self, view: SavedView) -> QMenu:
        """What can be done with a saved view."""
        menu = QMenu(self)
        menu.addAction(self.tr("Change…")).triggered.connect(lambda: self.change_wanted.emit(view))
        menu.addAction(self.tr("Remove…")).triggered.connect(lambda: self.remove_wanted.emit(view))
        return menu

    def set_targets(self, targets: Places) -> None:
        """Show the targets."""
        self._targets = targets
        self._show()

    def set_forwarding(self, forwarding: Forwarding) -> None:
        """Show beside the targets how many webhooks wait for them."""
        self._forwarding = forwarding
        self._show()

    def set_endpoints(self, endpoints: tuple[Endpoint, ...]) -> None:
        """Show the endpoints too that nothing has come to yet."""
        self._endpoints = endpoints
        self._show()

    def set_replies(self, scripts: Sequence[Script]) -> None:
        """Mark the paths that answer on purpose."""
        self._scripts = {script.path: script for script in scripts}
        self._show()

    def paths(self) -> list[str]:
        """The paths that webhooks came to, the busiest first."""
        return [path for path, _ in self._counts.per_endpoint]

    def path(self) -> str:
        """The path whose webhooks are listed; empty when it is not just one path's."""
        return next((path for path in self.paths() if path_query(path) == self._query), "")

    def _show(self) -> None:
        counts, known = self._counts, self._view_counts
        places = [Place(self.tr("All webhooks"), "", counts.captured, strong=True)]
        found = dict(counts.per_endpoint)
        paths = dict.fromkeys([*found, *(entry.path for entry in self._endpoints), *self._scripts])
        if paths:
            places.append(Place(self.tr("Endpoints")))
            places += [self._endpoint_place(path, found.get(path, 0)) for path in paths]
        places += [
            Place(self.tr("Views")),
            Place(self.tr("Pinned"), "is:pinned", counts.pinned, "star"),
            Place(self.tr("Unread"), "is:unread", counts.unread, "dot"),
            Place(self.tr("Failing signature"), FAILING, known.get(FAILING), "cross"),
            Place(self.tr("Retries"), RETRIES, known.get(RETRIES), "resend"),
            Place(self.tr("Drift"), DRIFT, known.get(DRIFT), "compare"),
            Place(self.tr("Refused"), "is:refused", counts.refused, "empty-set"),
            *(Place(view.name, view.query, known.get(view.query), "search") for view in self._views),
        ]
        if self._targets.targets:
            waiting = {queue.place: queue.waiting + queue.sending for queue in self._forwarding.queues}
            places.append(Place(self.tr("Targets")))
            places += [
                Place(
                    target_title(target),
                    None,
                    waiting.get(target.name) or None,
                    "arrow-right",
                    target=target.name,
                )
                for target in self._targets.targets
            ]
        self._model.set_places(places)
        self.show_query(self._query)

    def _endpoint_place(self, path: str, count: int) -> Place:
        query = endpoint_query(path, known=any(entry.path == path for entry in self._endpoints))
        script = endpoint_of([Endpoint(known) for known in self._scripts], path)
        if script is None:
            return Place(path, query, count, "link")
        found = self._scripts[script.path]
        tip = self.tr("Answers on purpose: {reply}").format(reply=script_text(found))
        return Place(path, query, count, "link", mark=mark_text(found), tip=tip)

    def show_query(self, query: str) -> None:
        """Mark the row whose query is in force, if there is one."""
        self._query = query
        row = self._model.row_of(query)
        if row < 0:
            self.places.clearSelection()
        elif self.places.currentIndex().row() != row or not self.places.selectedIndexes():
            self.places.setCurrentIndex(self._model.index(row))

    def _on_place_clicked(self, index: QModelIndex) -> None:
        place = self._model.place(index.row())
        if place.query is not None:
            self.query_chosen.emit(place.query)
        elif place.target:
            self.target_chosen.emit(place.target)

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.places.indexAt(point)
        place = self._model.place(index.row()) if index.isValid() else None
        if place is None or place.query is None:
            return
        view = next(
            (view for view in self._views if (view.name, view.query) == (place.name, place.query)), None
        )
        if view is not None:
            menu = self.menu(view)
        elif place.icon == "link":
            menu = self._endpoint_menu(place.name, place.query)
        else:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.places.viewport().mapToGlobal(point))

    def _endpoint_menu(self, path: str, query: str) -> QMenu:
        menu = QMenu(self)
        is_endpoint = any(entry.path == path for entry in self._endpoints)
        text = self.tr("Change the endpoint…") if is_endpoint else self.tr("Make an endpoint for {path}…")
        menu.addAction(text.format(path=path[:60].replace("&", "&&"))).triggered.connect(
            lambda: self.endpoint_wanted.emit(path)
        )
        if is_endpoint:
            menu.addAction(self.tr("Remove the endpoint…")).triggered.connect(
                lambda: self.endpoint_unwanted.emit(path)
            )
        menu.addAction(self.tr("Reply on purpose…")).triggered.connect(lambda: self.reply_wanted.emit(path))
        menu.addAction(self.tr("Forward new ones…")).triggered.connect(lambda: self._forward(query))
        return menu

    def _forward(self, query: str) -> None:
        self.query_chosen.emit(query)
        self._query = query
        self.forward_wanted.emit()
