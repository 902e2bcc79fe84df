"""Tests of the chooser of providers: what a search finds, and what can be chosen."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from garfio.core.signature import CATALOG, Provider
from garfio.ui.endpoints.provider_list import _FAMOUS, ProviderList
from garfio.ui.look import Look

OWN = Provider.from_dict({"id": "own_x", "name": "In-house", "schemes": [{"signature": ["header:X"]}]})


@pytest.fixture
def chooser(qtbot: QtBot, look: Look) -> ProviderList:
    made = ProviderList(look)
    qtbot.addWidget(made)
    return made


def names(chooser: ProviderList) -> list[str]:
    model = chooser.model
    rows = [model.choice(row) for row in range(model.rowCount())]
    return [row.id for row in rows if row.id is not None]


def test_everybody_is_there(chooser: ProviderList, qtmodeltester: ModelTester) -> None:
    """The first row leaves the choice open; the best known and all of the catalogue follow, under headings."""
    qtmodeltester.check(chooser.model)
    found = names(chooser)
    assert found[0] == ""
    assert set(found) == {"", *CATALOG}
    assert set(_FAMOUS) <= set(CATALOG)


@pytest.mark.parametrize(
    ("needle", "found"),
    [("STRIPE", "stripe"), ("mail transact", "mandrill"), ("aws_sns", "aws_sns"), ("in-house", "own_x")],
)
def test_a_search_finds(chooser: ProviderList, needle: str, found: str) -> None:
    """By name or id, in any case, by words in any order; own schemes too."""
    chooser.set_schemes([OWN])
    chooser.search.setText(needle)
    assert found in names(chooser)
    assert len(names(chooser)) < 10


def test_typing_chooses_the_first_match(chooser: ProviderList, qtbot: QtBot) -> None:
    """The chosen one is told, and stays chosen when the search is cleared."""
    with qtbot.waitSignal(chooser.chosen):
        chooser.search.setText("shopify")
    assert chooser.provider == "shopify"
    chooser.search.clear()
    assert chooser.provider == "shopify"
    assert chooser.view.currentIndex().data() == "Shopify"


def test_a_search_without_a_match_keeps_the_choice(chooser: ProviderList) -> None:
    """Nothing is chosen by itself."""
    chooser.choose("github")
    chooser.search.setText("no such provider")
    assert names(chooser) == []
    assert chooser.provider == "github"
