"""A picture is decoded only when its header says that it is small enough, and shown beside its facts."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from garfio.core.contentview.view import Meta
from garfio.ui.inspector.picture import Picture, decode_picture
from garfio.ui.inspector.picture_page import PicturePage
from garfio.ui.look import Look
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request

META = Meta("image/png")


def encoded(width: int, height: int, form: str = "png") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 10, 30))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return content.data()


def png_head(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_pixels_are_those_of_the_picture(form: str) -> None:
    """A picture of one colour came in each format: its size and colour are right."""
    picture = decode_picture(encoded(30, 20, form), META)
    assert (picture.width, picture.height, picture.fault) == (30, 20, "")
    assert abs(picture.pixels[0] - 200) < 6
    assert picture.pixels[3] == 255


def test_a_large_picture_is_made_smaller() -> None:
    """A panorama came: what the window gets is bounded, its shape kept."""
    picture = decode_picture(encoded(4000, 100), META)
    assert (picture.width, picture.height) == (2000, 50)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (png_head(60_000, 60_000), "image.large"),
        (png_head(100, 100), "image.broken"),
        (b"GIF89a\xff\xff\xff\xff", "image.large"),
        (b"\xff\xd8\xff", "image.broken"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image.broken"),
        (b"", "image.broken"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_bombs_and_ruins_are_not_decoded(body: bytes, fault: str) -> None:
    """A header promised 3.6 thousand million pixels, or nothing follows it; the reason is a value."""
    assert decode_picture(body, META) == Picture(fault=fault)


def test_a_small_picture_keeps_its_size(look: Look, qtbot: QtBot) -> None:
    """A small and a large picture in one page: the first is as large as it is, the second fits."""
    page = PicturePage(look)
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show_picture(decode_picture(encoded(30, 20), META))
    assert page.place().size().toTuple() == (30, 20)
    page.show_picture(decode_picture(encoded(900, 600), META))
    assert page.rect().contains(page.place())
    image = page.grab().toImage()
    assert image.pixelColor(image.rect().center()) == QColor(200, 10, 30)


async def test_a_picture_is_shown(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A picture came and one that is broken: the first is painted, the second is told and shown as bytes."""
    workspace.receive(make_request(encoded(30, 20), content_type="image/png"))
    workspace.receive(make_request(png_head(100, 100), content_type="image/png"))
    user = await open_window(workspace)
    await user.choose(1)
    body = user.window.inspector.body
    assert body._pages.currentWidget() is body.picture
    assert body.picture.image is not None
    assert "30 × 20" in body.facts.text()
    body.set_mode("hex")
    await user.settled()
    assert body._pages.currentWidget() is body.view
    body.set_mode("pretty")
    await user.choose(2)
    assert body._pages.currentWidget() is body.view
    assert body._notes.text() == "The picture cannot be decoded; its bytes are shown."
