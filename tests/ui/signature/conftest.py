"""The Spanish texts, for tests of what people read there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from garfio.ui import translation


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[list[QTranslator]]:
    """The program in Spanish."""
    before = QLocale()
    translators = translation.install(qapp, "es")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
