"""Texts in the user's language, read from the .ts files themselves, so that there is nothing to compile.

English has a file too: it holds the plural forms. Qt's own texts (buttons of dialogs, menus of fields) come
from the files that Qt ships.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from garfio.ui import resources

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a .ts file."""

    context: str
    source: str
    forms: tuple[str, ...]
    """The translation, or its singular and plural."""
    finished: bool


def read_entries(path: Path) -> list[Entry]:
    """All entries of a .ts file."""
    entries: list[Entry] = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") != "unfinished" and all(forms)
            entries.append(Entry(name, message.findtext("source", ""), tuple(forms), finished))
    return entries


class TsTranslator(QTranslator):
    """A translator over the entries of one .ts file; languages with a singular and one plural."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = {(e.context, e.source): e.forms for e in read_entries(path) if e.finished}

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's signature
        n: int = -1,
    ) -> str | None:
        forms = self._texts.get((context, source))
        if forms is None:
            return None
        return forms[0] if n == 1 else forms[-1]


def language_of(setting: str) -> str:
    """`en` or `es` for a setting (`system`, `en`, `es`); English where the system's language has no texts
    here.
    """
    if setting in LANGUAGES:
        return setting
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0]
        if code in LANGUAGES:
            return code
    return "en"


def install(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Let `app` speak `language`; returns the translators, which must be kept. Figures follow the language
    too.
    """
    if QLocale.system().language() != QLocale(language).language():
        QLocale.setDefault(QLocale(language))
    translators: list[QTranslator] = [TsTranslator(resources.path(f"translations/garfio_{language}.ts"), app)]
    own = QTranslator(app)
    if own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        translators.insert(0, own)
    for translator in translators:
        app.installTranslator(translator)
    return translators
