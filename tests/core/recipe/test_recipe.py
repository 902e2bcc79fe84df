"""Recipes filled in become rules."""

from __future__ import annotations

import re
import tomllib

import pytest

from garfio.core.errors import AppError
from garfio.core.recipe import (
    LANGUAGES,
    RECIPES,
    generic,
    github,
    hubspot,
    mailchimp,
    recipe_rule,
    recipes,
    shopify,
    slack,
    stripe,
)
from garfio.core.rule import read_rule, write_rule
from garfio.core.signature import CATALOG

GIVEN = {"number": "5", "list": "a@x.org, b@x.org", "secret": "name", "text": "http://127.0.0.1:1/x@y.z"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_filled_in_is_a_rule(name: str, language: str) -> None:
    """Switched off, its TOML form reads back, nothing is left to fill in, and its provider is known."""
    recipe = recipes(language)[name]
    rule = recipe_rule(name, {field.name: GIVEN[field.type] for field in recipe.fields}, "mine", language)
    assert not rule.enabled
    assert read_rule(write_rule(rule)) == rule
    assert not re.search(r"@\{\w", write_rule(rule))
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


BLOCKS = [
    block
    for module in (mailchimp, shopify, hubspot, slack, github, stripe, generic)
    for block in module.BLOCKS
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: tomllib.loads(block)["name"])
def test_its_phrases_are_there_in_every_language(block: str) -> None:
    """Each language says all that the rule asks for and nothing else; no phrase was forgotten to be translated."""
    words = tomllib.loads(block).get("words", {})
    wanted = set(re.findall(r"@\{words\.([a-z_]+)\}", block))
    assert {language: set(words.get(language, {})) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, wanted
    )
    assert not [key for key in wanted if words["en"][key] == words["es"][key]]


def test_a_mail_in_spanish() -> None:
    """What is written to people, and what the form offers, is in the language of whoever makes the rule."""
    name = "mailchimp-thank-you"
    assert recipes("es")[name].fields[0].default == "Gracias por suscribirte"
    given = {"from": "a@x.org", "smtp_host": "x"}
    values = recipe_rule(name, given, language="es").actions[0].values
    assert values["subject"] == "Gracias por suscribirte"
    assert values["text"].strip().startswith("Hola")
    assert recipes("de")[name] == recipes("en")[name]
