"""Setup guides: whole in every language, and their limits used."""

from __future__ import annotations

import string

import pytest

from garfio.core.signature import CATALOG
from garfio.ui import resources
from garfio.ui.endpoints.guide import FACTS, STEPS, guide_of
from garfio.ui.endpoints.patience import late_text
from garfio.ui.endpoints.setup_text import setup_facts, setup_steps
from garfio.ui.translation import LANGUAGES
from tests.ui.summaries import make_summary

NAMES = sorted(path.stem for path in resources.path("guides").glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_says_the_same_in_every_language(name: str) -> None:
    """Each is of a known provider, has all steps, the same texts in each language, and only known places."""
    guide = guide_of(name)
    assert guide is not None
    assert name in CATALOG
    assert set(guide.texts) == set(LANGUAGES)
    known = {*STEPS, *FACTS}
    for texts in guide.texts.values():
        assert {*STEPS, "events"} <= set(texts) <= known
        assert set(texts) == set(guide.texts["en"])
        places = {
            field for text in texts.values() for _, field, _, _ in string.Formatter().parse(text) if field
        }
        assert places <= {"url", "provider", "secret"}
    assert all(address.startswith("https://") for address in guide.documents)
    assert "https://x.example/h" in " ".join(setup_steps(CATALOG[name], "https://x.example/h"))


def test_there_are_guides_for_many() -> None:
    """The providers that most people begin with, the first four among them."""
    assert len(NAMES) >= 28
    assert {"mailchimp", "shopify", "hubspot", "slack"} <= set(NAMES)


def test_what_is_documented_is_said(english: None) -> None:
    """Slack's check, patience and tries; nothing for a provider without a guide, or for no provider."""
    facts = "\n".join(setup_facts(CATALOG["slack"]))
    assert "url_verification" in facts
    assert "within 3 s" in facts
    assert "Events to choose: Subscribe to bot events: app_mention" in facts
    assert "Not confirmed from its documents: switching off" not in facts
    assert "Not confirmed from its documents: how long it waits for an answer, switching off." in setup_facts(
        CATALOG["jira"]
    )
    assert guide_of("../x") is None
    assert guide_of("") is None


@pytest.mark.parametrize(("took_us", "late"), [(3_000_000, False), (4_100_000, True), (None, False)])
def test_an_answer_that_came_too_late(took_us: int | None, late: bool, english: None) -> None:
    """It is said with both times, and only when the provider had given up."""
    text = late_text(make_summary(1, provider="slack", reply_us=took_us))
    assert bool(text) is late
    if late:
        assert text.startswith("You took 4.1")
        assert text.endswith("Slack gives up after 3 s")
