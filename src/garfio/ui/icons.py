"""Icons by meaning, drawn in the colours of the theme.

The drawings are single-colour strokes in resources/icons, 16 by 16. An icon holds every size that a screen
may ask for. After the theme has changed, ask again: an icon does not change its colour by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from garfio.ui import resources
from garfio.ui.theme import Theme

_SIZES = (16, 20, 24, 32, 48, 64)
_PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)
_VERDICTS = {
    "valid": ("check", "good"),
    "invalid": ("cross", "bad"),
    "malformed": ("cross", "bad"),
    "expired": ("clock", "warn"),
    "unsigned": ("dash", "muted"),
    "unverifiable": ("empty-set", "muted"),
}


class Icons:
    """The icons of one theme; keeps what it has drawn."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme` from now on."""
        self._theme = theme
        self._drawn.clear()

    def icon(self, meaning: str, ink: str = "muted") -> QIcon:
        """The icon for `meaning` (a file name in resources/icons) in the theme's colour `ink`.

        Disabled it is fainter; switched on it has the accent. Raises FileNotFoundError or KeyError for
        unknown names.
        """
        key = (meaning, ink)
        if key not in self._drawn:
            self._drawn[key] = self._draw(meaning, ink)
        return self._drawn[key]

    def verdict(self, verdict: str) -> QIcon:
        """The shape of a verdict's word, in its colour."""
        return self.icon(*_VERDICTS.get(verdict, ("question", "muted")))

    def pixmap(self, meaning: str, size: int, ink: str = "muted", ratio: float = 1.0) -> QPixmap:
        """The drawing `size` logical pixels wide for a screen of `ratio` physical pixels each."""
        (pixmap,) = _strokes(meaning, self._theme.token(ink), (round(size * ratio),))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def program(self) -> QIcon:
        """The program's own icon: the hook on a tile of the accent, 16 to 256 pixels."""
        icon = QIcon()
        for size in _PROGRAM_SIZES:
            icon.addPixmap(self._tile(size))
        return icon

    def _draw(self, meaning: str, ink: str) -> QIcon:
        icon = QIcon()
        inks = (
            (self._theme.token(ink), QIcon.Mode.Normal, QIcon.State.Off),
            (self._theme.token(ink), QIcon.Mode.Selected, QIcon.State.Off),
            (self._theme.token("disabled"), QIcon.Mode.Disabled, QIcon.State.Off),
            (self._theme.token("accent" if ink == "muted" else ink), QIcon.Mode.Normal, QIcon.State.On),
        )
        strokes = {colour: _strokes(meaning, colour, _SIZES) for colour, _, _ in inks}
        for colour, mode, state in inks:
            for stroke in strokes[colour]:
                icon.addPixmap(stroke, mode, state)
        return icon

    def _tile(self, size: int) -> QPixmap:
        pixmap = _blank(size)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
        margin = size * 0.12
        inner = QRectF(margin, margin, size - 2 * margin, size - 2 * margin)
        _renderer("hook", self._theme.on_accent).render(painter, inner)
        painter.end()
        return pixmap


def _renderer(meaning: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resources.icon_svg(meaning, colour)))


def _blank(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _strokes(meaning: str, colour: str, sizes: Sequence[int]) -> list[QPixmap]:
    """The drawing in each of `sizes`; it is read once for all of them."""
    drawing = _renderer(meaning, colour)
    return [_stroke(drawing, size) for size in sizes]


def _stroke(drawing: QSvgRenderer, size: int) -> QPixmap:
    pixmap = _blank(size)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
