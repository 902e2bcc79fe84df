"""Tests of the names of secrets: every provider's is in the user's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator

from garfio.core.signature import CATALOG
from garfio.ui.signature.secret_text import NAMES, secret_name

_OWN_TERMS = {"hub.secret"}


def test_no_name_of_the_catalogue_is_forgotten() -> None:
    """Each has words of its own, and there are none for names that no provider has."""
    names = {provider.secret_name for provider in CATALOG.values()}
    assert {name for name in names if name not in NAMES and "'" not in name} == _OWN_TERMS
    assert names >= NAMES


@pytest.mark.parametrize(
    ("provider", "text"),
    [
        ("stripe", "secreto de firma (whsec_…)"),
        ("wise", "clave pública de Wise"),
        ("drone", "secreto compartido"),
    ],
)
def test_names_in_spanish(spanish: list[QTranslator], provider: str, text: str) -> None:
    """A plain name, and one that begins with the owner's."""
    assert secret_name(CATALOG[provider]) == text
