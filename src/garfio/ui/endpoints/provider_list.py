"""The providers to choose from, narrowed by a search: the user's own schemes, the best known, then everybody.

Rows are grouped under headings; a heading cannot be chosen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from garfio.core.signature import CATALOG, Provider
from garfio.ui.look import Look
from garfio.ui.signature.verdict_text import kind_text

_FAMOUS = (
    "stripe", "github", "shopify", "slack", "hubspot", "mailchimp", "mandrill", "standard_webhooks", "svix", "twilio",
    "sendgrid", "mailgun", "paypal", "square", "discord", "gitlab", "bitbucket", "meta", "zoom", "linear", "paddle",
    "aws_sns",
)  # fmt: skip
_PAD = 10
_FIRST_ROWS = 12
"""Rows that are in sight without scrolling."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: a heading, or a provider."""

    name: str
    id: str | None = None
    """None for a heading; empty for "each request says whose it is"."""
    kind: str = ""
    """How it proves itself, in a few words."""


def choices(
    schemes: Sequence[Provider], automatic: str, titles: tuple[str, str, str], needle: str
) -> list[Choice]:
    """All rows that match; `titles` are the headings of own, best known and all."""
    famous = [CATALOG[name] for name in _FAMOUS if name in CATALOG]
    everybody = sorted(CATALOG.values(), key=lambda entry: entry.name.casefold())
    rows: list[Choice] = []
    if not needle:
        rows.append(Choice(automatic, ""))
    for title, group in zip(titles, (schemes, famous, everybody), strict=True):
        if needle and group is famous:
            continue  # all of them are among the others
        matching = [entry for entry in group if _matches(entry, needle)]
        if matching:
            rows.append(Choice(title))
            rows += [Choice(entry.name, entry.id, kind_text(entry)) for entry in matching]
    return rows


def _matches(entry: Provider, needle: str) -> bool:
    words = plain(needle).split()
    text = plain(f"{entry.name} {entry.id.replace('_', ' ')} {entry.id}")
    return all(word in text for word in words)


def plain(text: str) -> str:
    """A text for comparing: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class ChoicesModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Choice] = []

    def set_rows(self, rows: Iterable[Choice]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def choice(self, row: int) -> Choice:
        """A row's content."""
        return self._rows[row]

    def row_of(self, identifier: str) -> int:
        """The first row of a provider, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == identifier), -1)

    def first(self) -> int:
        """The first row that can be chosen, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id is not None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.kind}" if row.kind else row.name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].id is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a heading, or a name with its kind."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(120, self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ChoicesModel)
        row, look = model.choice(index.row()), self._look
        rect = QRect(option.rect)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if row.id is None:
            painter.setFont(look.small_font(bold=True))
            painter.setPen(look.colour("muted"))
            painter.drawText(inside.adjusted(0, 4, 0, 0), int(middle), row.name.upper())
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        painter.setFont(look.font)
        name_width = painter.fontMetrics().horizontalAdvance(row.name)
        painter.setPen(look.colour("text"))
        elided = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignLeft), elided)
        room = inside.width() - name_width - 12
        if row.kind and room > 40:
            painter.setFont(look.small_font())
            painter.setPen(look.colour("muted"))
            kind = painter.fontMetrics().elidedText(row.kind, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignRight), kind)
        painter.restore()


class ProviderList(QWidget):
    """A search field over the list."""

    chosen = Signal(str)
    """The id of another provider, or empty for none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schemes: tuple[Provider, ...] = ()
        self._id = ""
        self.search = QLineEdit(self)
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Search %n provider(s)", "", len(CATALOG)))
        self.search.setAccessibleName(self.tr("Search providers"))
        self.search.setClearButtonEnabled(True)
        self.model = ChoicesModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(look, self.view))
        self.view.setAccessibleName(self.tr("Providers"))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._on_text_changed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._fill("")

    @property
    def provider(self) -> str:
        """The id of the chosen provider; empty when each request says whose it is."""
        return self._id

    def set_schemes(self, schemes: Iterable[Provider]) -> None:
        """Offer the user's own schemes too."""
        self._schemes = tuple(schemes)
        self._fill(self.search.text())

    def choose(self, identifier: str) -> None:
        """Choose a provider and bring it into sight."""
        self._id = identifier
        if self.search.text():
            self.search.clear()
        else:
            self._fill("")
        self.chosen.emit(identifier)

    def _fill(self, needle: str) -> None:
        titles = (self.tr("Your schemes"), self.tr("Best known"), self.tr("All providers"))
        rows = choices(self._schemes, self.tr("Each request says whose it is"), titles, needle)
        self.view.selectionModel().blockSignals(True)
        self.model.set_rows(rows)
        row = self.model.row_of(self._id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            if row < _FIRST_ROWS:
                self.view.scrollToTop()
            else:
                self.view.scrollTo(self.model.index(row), QListView.ScrollHint.PositionAtCenter)
        self.view.selectionModel().blockSignals(False)
        self.view.viewport().update()

    def _on_text_changed(self, text: str) -> None:
        self._fill(text)
        if text and self.model.row_of(self._id) < 0 and self.model.first() >= 0:
            self.view.setCurrentIndex(self.model.index(self.model.first()))

    def _on_current_changed(self, current: QModelIndex) -> None:
        choice = self.model.choice(current.row()) if current.isValid() else None
        if choice is not None and choice.id is not None and choice.id != self._id:
            self._id = choice.id
            self.chosen.emit(choice.id)
