"""Every icon is drawn, in the colour that was asked for."""

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from garfio.ui import resources
from garfio.ui.icons import Icons
from garfio.ui.theme import DARK, LIGHT

MEANINGS = sorted(path.stem for path in resources.path("icons").glob("*.svg"))
NEEDED = [
    "copy",
    "star",
    "star-filled",
    "search",
    "menu",
    "play",
    "stop",
    "pause",
    "trash",
    "settings",
    "pin",
    "chevron-down",
    "arrow-up",
    "resend",
    "edit",
    "download",
    "upload",
    "warning",
    "error",
    "info",
    "check",
    "cross",
    "clock",
    "dash",
    "question",
    "empty-set",
    "eye",
    "link",
    "bell",
    "close",
    "hook",
    "code",
    "headers",
]


def strongest(image: QImage) -> str:
    """The colour of the most opaque pixel, or nothing for an empty image."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    best = max(pixels, key=lambda colour: colour.alpha())
    return best.name().upper() if best.alpha() > 128 else ""


def test_every_meaning_has_a_drawing() -> None:
    assert set(NEEDED) <= set(MEANINGS)


@pytest.mark.parametrize("meaning", MEANINGS)
def test_a_drawing_is_in_one_colour_and_not_empty(qapp: QApplication, meaning: str) -> None:
    image = Icons(LIGHT).pixmap(meaning, 32, "bad").toImage()
    assert strongest(image) == LIGHT.bad


def test_an_icon_follows_the_theme_when_asked_again(qapp: QApplication) -> None:
    icons = Icons(LIGHT)
    before = icons.icon("copy")
    assert icons.icon("copy") is before
    icons.set_theme(DARK)
    assert strongest(icons.icon("copy").pixmap(32).toImage()) == DARK.muted


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    icon = Icons(LIGHT).icon("trash")
    assert strongest(icon.pixmap(32, QIcon.Mode.Disabled).toImage()) == LIGHT.token("disabled")
    assert strongest(icon.pixmap(32, QIcon.Mode.Selected).toImage()) == LIGHT.muted


@pytest.mark.parametrize(
    ("verdict", "ink"), [("valid", "good"), ("invalid", "bad"), ("expired", "warn"), ("?", "muted")]
)
def test_a_verdict_has_a_shape_in_its_colour(qapp: QApplication, verdict: str, ink: str) -> None:
    assert strongest(Icons(LIGHT).verdict(verdict).pixmap(32).toImage()) == LIGHT.token(ink)


def test_a_pixmap_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    pixmap = Icons(LIGHT).pixmap("copy", 16, ratio=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (32, 16)


def test_the_program_has_an_icon_of_every_size(qapp: QApplication) -> None:
    icon = Icons(LIGHT).program()
    assert {size.width() for size in icon.availableSizes()} == {16, 24, 32, 48, 64, 128, 256}
    assert icon.pixmap(256).toImage().pixelColor(128, 10).name().upper() == LIGHT.accent


def test_an_unknown_meaning_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(LIGHT).icon("no-such")
