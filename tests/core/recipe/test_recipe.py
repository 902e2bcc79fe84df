"""Recipes filled in become rules."""

from __future__ import annotations

import pytest

from garfio.core.errors import AppError
from garfio.core.recipe import RECIPES, recipe_rule
from garfio.core.rule import read_rule, write_rule
from garfio.core.signature import CATALOG

GIVEN = {"number": "5", "list": "a@x.org, b@x.org", "secret": "name", "text": "http://127.0.0.1:1/x@y.z"}


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_filled_in_is_a_rule(name: str) -> None:
    """Switched off, its TOML form reads back, nothing is left to fill in, and its provider is known."""
    recipe = RECIPES[name]
    rule = recipe_rule(name, {field.name: GIVEN[field.type] for field in recipe.fields}, "mine")
    assert not rule.enabled
    assert read_rule(write_rule(rule)) == rule
    assert "@{" not in write_rule(rule)
    assert not recipe.provider or recipe.provider in CATALOG
    signed = recipe.provider and CATALOG[recipe.provider].schemes and recipe.provider != "mailchimp"
    assert not signed or "is:valid" in rule.query


@pytest.mark.parametrize(
    ("name", "given", "code"),
    [
        ("nothing", {}, "recipe.missing"),
        ("slack-mention", {}, "recipe.value"),
        ("slack-mention", {"secret": "x", "colour": "red"}, "recipe.field"),
        ("slack-mention", {"secret": "https://hooks.slack.com/services/x"}, "rule.value"),
        ("shopify-low-stock", {"threshold": "few", "team": "a@x.org"}, "recipe.value"),
    ],
)
def test_what_is_wrong_is_said(name: str, given: dict[str, str], code: str) -> None:
    with pytest.raises(AppError) as caught:
        recipe_rule(name, given)
    assert caught.value.code == code
