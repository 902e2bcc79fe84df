"""The left pane: where to look. Each row is a query; choosing one narrows the list. A heading opens and closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.query.writer import write_value
from garfio.core.rule import Rule
from garfio.core.scripted_reply import Script
from garfio.engine.views import SavedView
from garfio.engine.workspace import Counts
from garfio.ui.look import Look
from garfio.ui.replies.reply_text import mark_text, script_text
from garfio.ui.search.view_counts import DRIFT, FAILING, RETRIES
from garfio.ui.sidebar.delegate import PlaceDelegate
from garfio.ui.sidebar.grouping import Grouping, group_text
from garfio.ui.sidebar.place import Place, PlacesModel, endpoint_query, path_query
from garfio.ui.targets.forwards_watch import Forwarding
from garfio.ui.targets.menu import target_title
from garfio.ui.targets.watch import Places


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
        self._rules: Sequence[Rule] = ()
        self._groups: Sequence[tuple[str, int]] = ()
        self.grouping = Grouping(self)
        """What the captures are listed by: endpoint, provider, event type or delivery."""
        self.grouping.changed.connect(self._on_grouping_changed)
        self.collapsed: frozenset[str] = frozenset()
        """The sections that are closed."""
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

    def set_groups(self, kind: str, groups: Sequence[tuple[str, int]]) -> None:
        """Show what the captures are grouped by, with counts."""
        if kind == self.grouping.kind:
            self._groups = groups
            self._show()

    def set_rules(self, rules: Sequence[Rule]) -> None:
        """Show the rules that are switched on; each is the webhooks that it looks for."""
        self._rules = [rule for rule in rules if rule.enabled]
        self._show()

    def set_collapsed(self, sections: Iterable[str]) -> None:
        """Close these sections, and open the others."""
        self.collapsed = frozenset(sections)
        self._show()

    def choose_grouping(self) -> None:
        """Open the menu of what the webhooks are grouped by, under its heading."""
        place = self.places.visualRect(self._model.index(self._model.row_of_section("groups")))
        self.grouping.menu(self).popup(self.places.viewport().mapToGlobal(place.bottomLeft()))

    def _show(self) -> None:
        places = [Place(self.tr("All webhooks"), "", self._counts.captured, strong=True)]
        for section, name, rows in (
            ("groups", self.grouping.title, self._grouped()),
            ("views", self.tr("Views"), self._viewed()),
            ("rules", self.tr("Rules"), self._ruled()),
            ("targets", self.tr("Targets"), self._targeted()),
        ):
            closed = section in self.collapsed
            if rows or (section == "groups" and self.grouping.kind != "endpoint"):
                places.append(Place(name, section=section, collapsed=closed))
                places += () if closed else rows
        self._model.set_places(places)
        self.show_query(self._query)

    def _grouped(self) -> list[Place]:
        kind = self.grouping.kind
        if kind != "endpoint":
            return [
                Place(group_text(kind, value), f"{kind}={write_value(value)}", count)
                for value, count in self._groups
            ]
        found = dict(self._counts.per_endpoint)
        paths = dict.fromkeys([*found, *(entry.path for entry in self._endpoints), *self._scripts])
        return [self._endpoint_place(path, found.get(path, 0)) for path in paths]

    def _viewed(self) -> list[Place]:
        counts, known = self._counts, self._view_counts
        return [
            Place(self.tr("Pinned"), "is:pinned", counts.pinned, "star"),
            Place(self.tr("Unread"), "is:unread", counts.unread, "dot"),
            Place(self.tr("Failing signature"), FAILING, known.get(FAILING), "cross"),
            Place(self.tr("Retries"), RETRIES, known.get(RETRIES), "resend"),
            Place(self.tr("Drift"), DRIFT, known.get(DRIFT), "compare"),
            Place(self.tr("Refused"), "is:refused", counts.refused, "empty-set"),
            *(Place(view.name, view.query, known.get(view.query), "search") for view in self._views),
        ]

    def _ruled(self) -> list[Place]:
        known = self._view_counts
        return [
            Place(rule.name, rule.query, known.get(rule.query), "play", tip=rule.query)
            for rule in self._rules
        ]

    def _targeted(self) -> list[Place]:
        waiting = {queue.place: queue.waiting + queue.sending for queue in self._forwarding.queues}
        return [
            Place(
                target_title(target),
                None,
                waiting.get(target.name) or None,
                "arrow-right",
                target=target.name,
            )
            for target in self._targets.targets
        ]

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

    def _on_grouping_changed(self) -> None:
        self._groups = ()
        self._show()

    def _on_place_clicked(self, index: QModelIndex) -> None:
        place = self._model.place(index.row())
        if place.is_heading:
            self.set_collapsed(self.collapsed ^ {place.section})
        elif place.query is not None:
            self.query_chosen.emit(place.query)
        elif place.target:
            self.target_chosen.emit(place.target)

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.places.indexAt(point)
        place = self._model.place(index.row()) if index.isValid() else None
        if place is not None and place.section == "groups":
            self.grouping.menu(self).popup(self.places.viewport().mapToGlobal(point))
            return
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
