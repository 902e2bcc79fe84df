"""Tokens keep their contrast, and palette and style sheet are made of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from garfio.ui import theme as theme_module
from garfio.ui.look import Look
from garfio.ui.theme import (
    DARK,
    LIGHT,
    THEMES,
    Theme,
    ThemeSwitch,
    mix,
    mono_font,
    row_height,
    theme_for,
    ui_font,
)

GROUNDS = ("background", "surface", "raised", "selection", "hover", "chip", "soft")
INKS = ("text", "muted", "accent", "good", "bad", "warn", "key", "string", "number", "keyword")
BOTH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_legible_on_every_ground(theme: Theme, ground: str) -> None:
    low = {ink: contrast(theme.token(ink), theme.token(ground)) for ink in INKS}
    assert {ink: value for ink, value in low.items() if value < 4.5} == {}
    assert contrast(theme.faint, theme.token(ground)) >= 3


@BOTH
def test_buttons_bars_and_selected_text_are_legible(theme: Theme) -> None:
    pairs = [("on_accent", "accent"), ("on_accent", "primary_hover"), ("on_accent", "primary_pressed")]
    pairs += [(ink, f"bar_{kind}") for kind in ("bad", "warn", "good", "info") for ink in ("text", "muted")]
    pairs += [("bad", "bar_bad"), ("warn", "bar_warn"), ("good", "bar_good"), ("accent", "bar_info")]
    pairs += [("text", "selected_text")]
    assert [pair for pair in pairs if contrast(*map(theme.token, pair)) < 4.5] == []


@BOTH
@pytest.mark.parametrize("kind", ["match", "current", "added", "removed", "changed", "redacted", "info"])
def test_text_is_legible_on_marks(theme: Theme, kind: str) -> None:
    assert contrast(theme.text, theme.mark_colour(kind).name()) >= 4.5


@pytest.mark.parametrize(
    ("call", "value", "ink"),
    [
        (Theme.method_colour, "POST", "accent"),
        (Theme.method_colour, "GET", "key"),
        (Theme.method_colour, "PATCH", "warn"),
        (Theme.method_colour, "DELETE", "bad"),
        (Theme.method_colour, "PURGE", "muted"),
        (Theme.verdict_colour, "valid", "good"),
        (Theme.verdict_colour, "invalid", "bad"),
        (Theme.verdict_colour, "expired", "warn"),
        (Theme.verdict_colour, "unsigned", "muted"),
        (Theme.status_colour, 200, "muted"),
        (Theme.status_colour, 503, "bad"),
        (Theme.syntax_colour, "key", "key"),
        (Theme.syntax_colour, "nothing", "text"),
    ],
)
def test_words_have_their_ink(call, value, ink: str) -> None:
    assert call(LIGHT, value) == LIGHT.colour(ink)


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        LIGHT.token("mauve")


def test_mix_goes_from_ground_to_ink() -> None:
    assert mix("#000000", "#FF8000", 0) == "#000000"
    assert mix("#000000", "#FF8000", 1) == "#FF8000"
    assert mix("#000000", "#FF8000", 0.5) == "#804000"


@BOTH
def test_the_style_sheet_is_filled_in(qapp: QApplication, theme: Theme, tmp_path: Path) -> None:
    theme.write_images(tmp_path)
    sheet = theme.style_sheet(tmp_path)
    assert "$" not in sheet
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert [name for name in named if not Path(name).is_file()] == []


def test_the_palettes_differ_in_light_and_dark(qapp: QApplication) -> None:
    for theme in (LIGHT, DARK):
        palette = theme.palette()
        assert palette.color(QPalette.ColorRole.Base).name().upper() == theme.surface
        assert palette.color(QPalette.ColorRole.Text).name().upper() == theme.text
        disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        assert disabled.name().upper() == theme.token("disabled")


def test_no_colour_is_written_outside_the_theme() -> None:
    literal = re.compile(
        r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d|Qt\.(?:GlobalColor\.)?(?:red|blue|green|white|black)\b"""
    )
    folder = Path(theme_module.__file__).parent
    found = [
        path.name
        for path in folder.rglob("*.py")
        if path.name != "theme.py" and literal.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_fonts_are_large_enough_and_fixed(qapp: QApplication) -> None:
    assert ui_font().pixelSize() >= 13
    measure = QFontMetricsF(mono_font())
    assert measure.horizontalAdvance("iiii") == measure.horizontalAdvance("MMMM")
    assert row_height() >= 30


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """The application, whose look is put back afterwards."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    yield qapp
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_the_switch_applies_a_theme_and_tells(look: QApplication) -> None:
    switch = ThemeSwitch(look, "light")
    told: list[Theme] = []
    switch.changed.connect(told.append)
    switch.set_mode("dark")
    assert (switch.mode, switch.theme, told) == ("dark", DARK, [DARK])
    assert look.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.surface
    assert DARK.accent in look.styleSheet()
    switch.set_mode("dark")
    assert told == [DARK]
    switch.deleteLater()


@pytest.mark.parametrize(
    ("mode", "scheme", "theme"),
    [
        ("system", Qt.ColorScheme.Dark, DARK),
        ("system", Qt.ColorScheme.Light, LIGHT),
        ("system", Qt.ColorScheme.Unknown, LIGHT),
        ("light", Qt.ColorScheme.Dark, LIGHT),
        ("dark", Qt.ColorScheme.Light, DARK),
    ],
)
def test_only_the_system_mode_follows_the_system(mode: str, scheme: Qt.ColorScheme, theme: Theme) -> None:
    assert theme_for(mode, scheme) is theme


def test_an_unknown_mode_is_refused(look: QApplication) -> None:
    switch = ThemeSwitch(look, "light")
    with pytest.raises(ValueError, match="sepia"):
        switch.set_mode("sepia")
    switch.deleteLater()


def test_the_theme_of_a_run_stays_until_the_setting_changes(look: QApplication) -> None:
    """Another setting than the theme's leaves a run's own theme alone; a new theme in the settings is taken."""
    switch = ThemeSwitch(look, "dark")
    shown = Look(switch, setting="light")
    shown.set_mode("light")
    assert shown.theme is DARK
    shown.set_mode("system")
    assert switch.mode == "system"
    shown.set_mode("light")
    assert shown.theme is LIGHT
    shown.deleteLater()
    switch.deleteLater()


def test_the_style_sheet_can_wait_for_the_window(look: QApplication) -> None:
    """A window is built without the style sheet and then dressed; colours and later themes are those of any switch."""
    look.setStyleSheet("")
    switch = ThemeSwitch(look, "light", dressed=False)
    assert (look.styleSheet(), look.palette().color(QPalette.ColorRole.Base).name().upper()) == (
        "",
        LIGHT.surface,
    )
    switch.dress()
    assert LIGHT.accent in look.styleSheet()
    switch.set_mode("dark")
    assert DARK.accent in look.styleSheet()
    switch.deleteLater()
