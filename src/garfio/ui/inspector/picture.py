"""An image in a body as pixels: decoded away from the window, within limits that its header is held to first.

Only the formats whose size the header tells are decoded, under the name that the header gives: nothing that
could fetch, run or unfold without end, such as SVG. Of an animation the first frame is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.image_view import image_size
from garfio.core.contentview.view import Meta

MOST_PIXELS = 40_000_000
"""A larger picture is not decoded; forty million take 160 MB."""
_LARGEST_SIDE = 2000
"""Pixels of a side that are handed to the window; a larger picture is made smaller."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Decoded pixels, or why there are none."""

    width: int = 0
    height: int = 0
    pixels: bytes = b""
    """Four bytes a pixel, RGBA, row by row."""
    fault: str = ""
    """A note's code when there are no pixels: image.large, image.broken, or why they could not be looked for."""

    def image(self) -> QImage:
        """The pixels as Qt draws them."""
        image = QImage(self.pixels, self.width, self.height, 4 * self.width, QImage.Format.Format_RGBA8888)
        return image.copy()  # its own memory: Qt does not hold on to the bytes


def decode_picture(body: bytes, meta: Meta) -> Picture:
    """The picture in a body. Never raises; may take a second, so it is run on a thread or in a process."""
    body, _meta, _notes = decode_coding(body, meta)
    size = image_size(body)
    if size is None or not size.width or not size.height:
        return Picture(fault="image.broken")
    if size.width * size.height > MOST_PIXELS:
        return Picture(fault="image.large")
    content = QByteArray(body)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(size.format.encode()))
    reader.setDecideFormatFromContent(False)
    told = reader.size()
    if told.isValid() and told.width() * told.height() > MOST_PIXELS:
        return Picture(fault="image.large")
    image = reader.read()
    if image.isNull():
        return Picture(fault="image.broken")
    if max(image.width(), image.height()) > _LARGEST_SIDE:
        image = image.scaled(
            QSize(_LARGEST_SIDE, _LARGEST_SIDE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Picture(image.width(), image.height(), bytes(image.constBits()))
