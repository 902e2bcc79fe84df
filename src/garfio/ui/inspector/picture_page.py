"""A picture in the middle of the page, never larger than it is, on squares that show what is transparent."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from garfio.ui.inspector.picture import Picture
from garfio.ui.look import Look

_MARGIN = 14
_SQUARE = 8


class PicturePage(QWidget):
    """Paints one picture."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("Picture"))
        look.changed.connect(self.update)

    @property
    def image(self) -> QImage | None:
        """What is painted."""
        return self._image

    def show_picture(self, picture: Picture | None) -> None:
        """Paint another picture, or none."""
        self._image = picture.image() if picture is not None and picture.pixels else None
        self.update()

    def place(self) -> QRect:
        """Where the picture is, in pixels of the page."""
        assert self._image is not None
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room.size().expandedTo(QSize(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            if self._image is None:
                return
            place = self.place()
            painter.setClipRect(place)
            for row in range(place.top(), place.bottom() + 1, _SQUARE):
                for column in range(place.left(), place.right() + 1, _SQUARE):
                    odd = (row - place.top() + column - place.left()) // _SQUARE % 2
                    ground = self._look.colour("hover" if odd else "surface")
                    painter.fillRect(column, row, _SQUARE, _SQUARE, ground)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
