"""Colour tokens, and everything that is made from them: palette, style sheet, syntax colours, fonts.

The tokens of a theme are the only colour literals of the program; the rest is derived by mixing two of
them. Light inks are a shade darker than in the sketch, so that they keep their contrast on the selection
and on chips too. Does not style single widgets: they say what they are with the properties `kind`, `role`
and `bar`.
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from garfio.ui import resources

MODES = ("system", "light", "dark")

_BASE_PX = 13
_ROW_PX = 30
_MONO_FAMILIES = {
    "darwin": ("SF Mono", "Menlo", "Monaco"),
    "win32": ("Cascadia Mono", "Consolas", "Courier New"),
}
_MONO_FALLBACK = ("JetBrains Mono", "Ubuntu Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono")
_METHOD_INKS = {"POST": "accent", "GET": "key", "PUT": "warn", "PATCH": "warn", "DELETE": "bad"}
_VERDICT_INKS = {"valid": "good", "invalid": "bad", "malformed": "bad", "expired": "warn"}
_TOKEN_INKS = {
    "key": "key",
    "string": "string",
    "number": "number",
    "keyword": "keyword",
    "tag": "key",
    "attribute": "number",
    "name": "key",
    "comment": "muted",
    "punctuation": "muted",
    "error": "bad",
}
_MARK_INKS = {
    "match": ("warn", 0.28),
    "current": ("warn", 0.48),
    "added": ("good", 0.20),
    "removed": ("bad", 0.20),
    "changed": ("warn", 0.20),
    "redacted": ("muted", 0.35),
    "info": ("accent", 0.20),
    "part1": ("warn", 0.24),
    "part2": ("accent", 0.14),
    "part3": ("keyword", 0.22),
    "part4": ("key", 0.22),
    "literal": ("muted", 0.40),
}
_PALETTE_ROLES = {
    "Window": "background",
    "WindowText": "text",
    "Base": "surface",
    "AlternateBase": "raised",
    "Text": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "on_accent",
    "ToolTipBase": "raised",
    "ToolTipText": "text",
    "PlaceholderText": "muted",
    "Highlight": "selected_text",
    "HighlightedText": "text",
    "Link": "accent",
    "LinkVisited": "accent",
    "Accent": "accent",
    "Light": "raised",
    "Midlight": "line",
    "Mid": "line",
    "Dark": "line",
    "Shadow": "line",
}
_IMAGES = {
    "check": "on_accent",
    "dot": "on_accent",
    "chevron-down": "muted",
    "chevron-up": "muted",
    "chevron-right": "muted",
    "check-menu": "accent",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance, each `#RRGGBB`."""

    name: str
    """`light` or `dark`."""
    background: str
    surface: str
    raised: str
    line: str
    selection: str
    hover: str
    chip: str
    text: str
    muted: str
    faint: str
    """Never alone for something that matters."""
    accent: str
    on_accent: str
    soft: str
    good: str
    bad: str
    warn: str
    key: str
    string: str
    number: str
    keyword: str

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def token(self, name: str) -> str:
        """The value of a token or of a name in `derived()`. Raises KeyError for another name."""
        return _values(self)[name]

    def colour(self, name: str) -> QColor:
        """A token or derived name as QColor. Raises KeyError."""
        return QColor(_values(self)[name])

    def derived(self) -> dict[str, str]:
        """The named colours that are mixed from two tokens."""
        tint = 0.10 if self.is_dark else 0.05
        bars = {"bad": self.bad, "warn": self.warn, "good": self.good, "info": self.accent}
        return {
            **{f"bar_{kind}": mix(self.surface, ink, tint) for kind, ink in bars.items()},
            **{f"bar_{kind}_line": mix(self.surface, ink, 0.45) for kind, ink in bars.items()},
            "line_strong": mix(self.line, self.text, 0.12),
            "primary_hover": mix(self.accent, self.text, 0.15),
            "primary_pressed": mix(self.accent, self.text, 0.28),
            "disabled": mix(self.surface, self.text, 0.42),
            "scroll": mix(self.surface, self.text, 0.20),
            "scroll_hover": mix(self.surface, self.text, 0.38),
            "selected_text": mix(self.surface, self.accent, 0.30 if self.is_dark else 0.22),
        }

    def method_colour(self, method: str) -> QColor:
        """The ink of an HTTP method as sent; an unknown one is muted."""
        return self.colour(_METHOD_INKS.get(method, "muted"))

    def verdict_colour(self, verdict: str) -> QColor:
        """The ink of a verdict's word; those that are neither good nor bad are muted."""
        return self.colour(_VERDICT_INKS.get(verdict, "muted"))

    def status_colour(self, status: int) -> QColor:
        """The ink of an HTTP status: errors stand out, everything else is muted."""
        return self.colour("bad" if status >= 400 else "muted")

    def syntax_colour(self, token: str) -> QColor:
        """The ink of a syntax token (`key`, `string`, `number`, `keyword`, `tag`, …); others are plain."""
        return self.colour(_TOKEN_INKS.get(token, "text"))

    def mark_colour(self, kind: str) -> QColor:
        """The ground of a mark: `match`, `current`, `added`, `removed`, `changed`, `redacted`, `info`, and
        `part1` to `part4` and `literal` for the pieces of a signed content."""
        ink, amount = _MARK_INKS.get(kind, _MARK_INKS["info"])
        return QColor(mix(self.surface, self.token(ink), amount))

    def palette(self) -> QPalette:
        """The application palette; the disabled group differs in its inks only."""
        palette = QPalette()
        for role, token in _PALETTE_ROLES.items():
            palette.setColor(QPalette.ColorRole[role], self.colour(token))
        for role in ("WindowText", "Text", "ButtonText", "HighlightedText"):
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], self.colour("disabled"))
        return palette

    def style_sheet(self, images: Path | None = None) -> str:
        """The style sheet of the application; `images` is the folder that `write_images` filled, if any."""
        px = ui_font().pixelSize()
        sizes = {
            "px": px,
            "small": round(px * 0.85),
            "caption": round(px * 0.92),
            "title": round(px * 1.23),
            "cell": row_height() - 1,
            "control": round(px * 1.3),
            "check_box": round(px * 1.1),
        }
        urls = {
            "image_" + name.replace("-", "_"): f'url("{(images / name).as_posix()}.svg")'
            if images
            else "none"
            for name in _IMAGES
        }
        values = {**_values(self), **urls, **{name: f"{value}px" for name, value in sizes.items()}}
        values["mono"] = ", ".join(f'"{family}"' for family in mono_font().families())
        return Template(resources.read_text("theme.qss")).substitute(values)

    def write_images(self, folder: Path) -> None:
        """Write the arrows and ticks that the style sheet names, in this theme's colours, into `folder`."""
        for name, token in _IMAGES.items():
            drawing = "check" if name == "check-menu" else name
            (folder / f"{name}.svg").write_bytes(resources.icon_svg(drawing, self.token(token)))


LIGHT = Theme(
    name="light",
    background="#F6F7F8",
    surface="#FFFFFF",
    raised="#FBFBFC",
    line="#E3E6EA",
    selection="#E3F2F0",
    hover="#F1F3F5",
    chip="#EEF1F4",
    text="#1B1F24",
    muted="#606871",
    faint="#7F8892",
    accent="#0A756B",
    on_accent="#FFFFFF",
    soft="#DDF1EE",
    good="#187730",
    bad="#C1252D",
    warn="#8F5E00",
    key="#0B5E8A",
    string="#187730",
    number="#8F4A00",
    keyword="#7C4AD8",
)

DARK = Theme(
    name="dark",
    background="#121417",
    surface="#181B1F",
    raised="#1D2126",
    line="#2A2F36",
    selection="#1B302E",
    hover="#1F2429",
    chip="#252A30",
    text="#E4E7EB",
    muted="#9AA4AF",
    faint="#727C87",
    accent="#3CC4B4",
    on_accent="#06201D",
    soft="#16332F",
    good="#4CC363",
    bad="#FF6B6B",
    warn="#E0A83A",
    key="#7CC4F0",
    string="#8FD6A0",
    number="#F0B37C",
    keyword="#C5A3FF",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@lru_cache
def _values(theme: Theme) -> dict[str, str]:
    return {**asdict(theme), **theme.derived()}


def theme_for(mode: str, scheme: Qt.ColorScheme) -> Theme:
    """The theme of a mode (one of MODES) when the system shows `scheme`; light when that is not known."""
    return THEMES.get(mode) or (DARK if scheme is Qt.ColorScheme.Dark else LIGHT)


def mix(ground: str, ink: str, amount: float) -> str:
    """`#RRGGBB` between `ground` (0.0) and `ink` (1.0), in sRGB."""
    pairs = ((int(ground[at : at + 2], 16), int(ink[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * amount):02X}" for low, high in pairs)


def ui_font() -> QFont:
    """The system's font at its size, at least 13 px, with figures of equal width where it has them."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(_BASE_PX, QFontInfo(font).pixelSize()))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def mono_font() -> QFont:
    """The fixed font for times, paths and code, a pixel smaller than `ui_font` and without ligatures."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    preferred = _MONO_FAMILIES.get(sys.platform, ()) + _MONO_FALLBACK
    installed = set(QFontDatabase.families())
    font = QFont(system)
    font.setFamilies([*(family for family in preferred if family in installed), system.family()])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPixelSize(max(_BASE_PX - 1, ui_font().pixelSize() - 1))
    for feature in ("liga", "calt"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def row_height() -> int:
    """Height of a list row in logical pixels: 30 at the base font size, growing with it."""
    return round(_ROW_PX * ui_font().pixelSize() / _BASE_PX)


class ThemeSwitch(QObject):
    """Keeps the application in the light or dark theme, or in whichever the system shows."""

    changed = Signal(object)
    """The Theme that now applies; sent after the application has it."""

    def __init__(
        self, app: QApplication, mode: str = "system", parent: QObject | None = None, *, dressed: bool = True
    ) -> None:
        """Without `dressed` the style sheet waits for `dress`: with it, Qt works out the style of a pane and all in it
        anew for every place that the pane is put into while a window is built."""
        super().__init__(parent or app)
        self._app = app
        self._dressed = dressed
        self._mode = "system"
        self._theme: Theme | None = None
        self._sheet = ""
        self._images = QTemporaryDir()
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_color_scheme_changed)
        app.setStyle("Fusion")
        self.set_mode(mode)

    @property
    def mode(self) -> str:
        """`system`, `light` or `dark`."""
        return self._mode

    @property
    def theme(self) -> Theme:
        """The theme that applies now."""
        return self._theme or LIGHT

    def set_mode(self, mode: str) -> None:
        """Follow the system or stay with one theme. Raises ValueError for a word that is not in MODES."""
        if mode not in MODES:
            raise ValueError(f"{mode!r} is not one of {', '.join(MODES)}")
        self._mode = mode
        # Told to Qt as well, so that title bars and the system's own dialogs follow.
        if mode == "system":
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Qt.ColorScheme[mode.capitalize()])
        self._apply()

    def dress(self) -> None:
        """Give the application the style sheet that was held back."""
        self._dressed = True
        self._app.setStyleSheet(self._sheet)

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        theme = theme_for(self._mode, self._hints.colorScheme())
        if theme is self._theme:
            return
        self._theme = theme
        images = self._write_images(theme)
        self._app.setFont(ui_font())
        self._app.setPalette(theme.palette())
        self._sheet = theme.style_sheet(images)
        if self._dressed:
            self._app.setStyleSheet(self._sheet)
        self.changed.emit(theme)

    def _write_images(self, theme: Theme) -> Path | None:
        if not self._images.isValid():
            return None
        folder = Path(self._images.filePath(theme.name))
        folder.mkdir(exist_ok=True)
        theme.write_images(folder)
        return folder
