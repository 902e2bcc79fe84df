"""Every recipe is tried on a signed example event: it matches, and each action is rendered."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.rules.world import World

from garfio.core.recipe import LANGUAGES, RECIPES, recipe_rule
from garfio.engine.rules.sample import recipe_sample, sample_capture

VALUES = {
    "list": "one@example.com, two@example.com",
    "secret": "channel",
    "number": "5",
    "text": "shop@example.com",
}


def filled(name: str) -> dict[str, str]:
    given = {field.name: field.default or VALUES[field.type] for field in RECIPES[name].fields}
    return given | {key: "http://127.0.0.1:9" for key in ("url", "api") if key in given}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECIPES)
async def test_a_recipe_on_its_sample(name: str, language: str, tmp_path: Path) -> None:
    """The sample of a recipe matches its query, and every action says what it would do."""
    desk = World(tmp_path / "garfio.db").desk
    recipe = RECIPES[name]
    sample = recipe_sample(recipe)
    assert sample is not None
    rule = recipe_rule(name, filled(name), language=language)
    if rule.silent_minutes:
        found = await desk.dry_run(rule)
    else:
        found = await desk.try_sample(rule, sample, valid=bool(recipe.provider))
        assert found.looked_at == 1
    (trial,) = found.trials
    assert {one.action for one in trial.rendered} == set(range(len(rule.actions)))
    assert [one.message for one in trial.rendered if one.deed is None] == []


async def test_a_sample_that_does_not_match(tmp_path: Path) -> None:
    """An example with an invalid signature does not match a rule for valid ones."""
    desk = World(tmp_path / "garfio.db").desk
    name = "shopify-order-confirmation"
    sample = recipe_sample(RECIPES[name])
    assert sample is not None
    found = await desk.try_sample(recipe_rule(name, filled(name)), sample, valid=False)
    assert found.trials == ()


def test_a_sample_as_a_capture() -> None:
    """It is recognised and verified as if it had arrived."""
    sample = recipe_sample(RECIPES["shopify-order-confirmation"])
    assert sample is not None
    row = sample_capture(sample).summary
    assert (row.provider, row.event_type, row.verdict) == ("shopify", "orders/create", "valid")
    assert sample_capture(sample, valid=False).summary.verdict == "invalid"
