"""Tests of the texts: every one is translated, with the same places to fill in, and reaches the screen."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from garfio.ui import resources, translation
from garfio.ui.figures import age_text, day_text
from garfio.ui.label import PlainLabel


def _tool(name: str) -> ModuleType:
    """A script of the folder `packaging`, which is no package."""
    path = Path(__file__).parents[2] / "packaging" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"garfio_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TRANSLATE = _tool("translate")
LANGUAGES = TRANSLATE.LANGUAGES
_PLACES_RE = re.compile(r"\{\w+\}|%n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_source_is_finished(language: str) -> None:
    """The .ts file holds exactly the texts of the source, each with a translation."""
    wanted = {
        (text.context, text.source, text.plural)
        for text in TRANSLATE.texts_of()
        if text.plural or not LANGUAGES[language]
    }
    entries = translation.read_entries(resources.path(f"translations/garfio_{language}.ts"))
    finished = {(entry.context, entry.source, len(entry.forms) > 1) for entry in entries if entry.finished}
    assert finished == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive(language: str) -> None:
    """A translation fills in the same values as its source; only a singular may leave out the figure."""
    for entry in translation.read_entries(resources.path(f"translations/garfio_{language}.ts")):
        wanted = sorted(_PLACES_RE.findall(entry.source))
        assert sorted(_PLACES_RE.findall(entry.forms[-1])) == wanted, entry.source
        assert set(_PLACES_RE.findall(entry.forms[0])) <= set(wanted), entry.source


@pytest.mark.usefixtures("spanish")
def test_spanish_reaches_the_screen() -> None:
    """Texts of tables, of widgets and of Qt itself are Spanish, with the right plural."""
    assert QCoreApplication.translate("actions", "Quit") == "Salir"
    assert QCoreApplication.translate("NewsPill", "%n new", "", 1) == "1 nuevo"
    assert QCoreApplication.translate("NewsPill", "%n new", "", 12) == "12 nuevos"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert age_text(0, 120_000_000) == "hace 2 min"
    assert day_text(1_000_000, 2_000_000) == "hoy"


def test_english_has_its_plurals(qapp: QApplication) -> None:
    """One line is a line, more are lines."""
    assert QCoreApplication.translate("notes", "%n line(s)", "", 1) == "1 line"
    assert QCoreApplication.translate("notes", "%n line(s)", "", 312) == "312 lines"


def test_an_unknown_text_stays_as_it_is(qapp: QApplication) -> None:
    """What no file translates is shown in the words of the source."""
    assert QCoreApplication.translate("nowhere", "No such text") == "No such text"
    assert PlainLabel("<b>plain</b>").text() == "<b>plain</b>"


@pytest.mark.parametrize(("setting", "language"), [("en", "en"), ("es", "es"), ("system", "en")])
def test_the_language_of_a_setting(setting: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chosen language is taken; the system's where it is one of ours, otherwise English."""
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["fr-FR", "de"])
    assert translation.language_of(setting) == language
