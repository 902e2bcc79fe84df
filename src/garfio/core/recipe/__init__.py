"""Ready rules to be filled in by a short form: one block of TOML each, in a module for each provider.

`@{name}` in a rule stands for what is filled in; a field that is nothing else takes the value with its type.
`@{words.name}` stands for a phrase of the block's `words`, which are there in every language: what a rule writes to
people is in the language of whoever makes it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from garfio.core.errors import AppError, nearest
from garfio.core.recipe import generic, github, hubspot, mailchimp, shopify, slack, stripe
from garfio.core.rule import Rule, rule_of

__all__ = ["LANGUAGES", "RECIPES", "Recipe", "RecipeField", "recipe_rule", "recipes"]

LANGUAGES = ("en", "es")
_PLACE = re.compile(r"@\{([a-z_]+)\}")
_WORDS = re.compile(r"@\{words\.([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class RecipeField:
    """One line of the form."""

    name: str
    doc: str
    """An English sentence; the window translates by recipe and name."""
    type: str = "text"
    """`text`, `number`, `list` (separated by commas) or `secret` (the name of one)."""
    default: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Recipe:
    """A rule that lacks only what is the user's own."""

    name: str
    provider: str
    """Empty for one that fits every provider."""
    event: str
    """The event that triggers it, as a sample has it."""
    doc: str
    fields: tuple[RecipeField, ...]
    rule: Mapping[str, Any]
    """Plain values of a rule with places to be filled in."""


_SMTP = (
    RecipeField("from", "The sender of the mail, such as Shop <shop@example.com>."),
    RecipeField("smtp_host", "The SMTP server."),
    RecipeField("smtp_port", "Its port; 0 for the usual one.", "number", "0"),
    RecipeField("smtp_user", "The user's name, if the server wants one.", required=False),
    RecipeField("smtp_secret", "The name of the secret with the password.", "secret", required=False),
)
_SMTP_VALUES = {
    "from": "@{from}",
    "host": "@{smtp_host}",
    "port": "@{smtp_port}",
    "user": "@{smtp_user}",
    "secret": "@{smtp_secret}",
}


def _recipe(text: str, language: str) -> Recipe:
    block = tomllib.loads(text)
    block = _worded(block, block.get("words", {}).get(language, {}))
    fields = [RecipeField(name, **entry) for name, entry in block.get("fields", {}).items()]
    for action in block["rule"]["actions"]:
        if action["kind"] == "email":
            action |= _SMTP_VALUES
            fields += [field for field in _SMTP if field not in fields]
    return Recipe(
        block["name"],
        block.get("provider", ""),
        block.get("event", ""),
        block["doc"],
        tuple(fields),
        block["rule"],
    )


@cache
def recipes(language: str = "en") -> Mapping[str, Recipe]:
    """The gallery by name, its phrases in a language; English for one that is not among `LANGUAGES`."""
    known = language if language in LANGUAGES else "en"
    modules = (mailchimp, shopify, hubspot, slack, github, stripe, generic)
    found = [_recipe(text, known) for module in modules for text in module.BLOCKS]
    return MappingProxyType({recipe.name: recipe for recipe in found})


def recipe_rule(name: str, given: Mapping[str, str], rule_name: str = "", language: str = "en") -> Rule:
    """The rule that a recipe gives when it is filled in, switched off. Raises AppError `recipe.missing` (no such
    recipe), `recipe.field` (none of that name), `recipe.value` (one is lacking or no number), and what a rule
    raises."""
    recipe = recipes(language).get(name)
    if recipe is None:
        raise AppError(
            "recipe.missing",
            f"There is no recipe {name!r}.",
            hint=f"{nearest(name, recipes(language))}`garfio recipes list` shows them.",
            name=name,
        )
    known = {field.name: field for field in recipe.fields}
    for key in given:
        if key not in known:
            raise AppError(
                "recipe.field",
                f"The recipe {name!r} has no {key!r}.",
                hint=f"It has: {', '.join(known) or 'nothing to fill in'}.",
                name=key,
            )
    values = {key: _value(recipe, field, given.get(key, field.default)) for key, field in known.items()}
    return rule_of({"name": rule_name or name, **_filled(recipe.rule, values), "enabled": False})


def _value(recipe: Recipe, field: RecipeField, text: str) -> Any:
    text = text.strip()
    if not text and field.required:
        raise AppError(
            "recipe.value", f"The recipe {recipe.name!r} needs {field.name}.", hint=field.doc, name=field.name
        )
    if field.type == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if field.type == "number":
        try:
            return int(text) if re.fullmatch(r"[+-]?\d+", text) else float(text)
        except ValueError as error:
            raise AppError(
                "recipe.value", f"{field.name} must be a number.", hint=field.doc, name=field.name
            ) from error
    return text


def _worded(part: Any, words: Mapping[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _worded(inner, words) for name, inner in part.items() if name != "words"}
    if isinstance(part, list):
        return [_worded(inner, words) for inner in part]
    return _WORDS.sub(lambda match: words[match[1]], part) if isinstance(part, str) else part


def _filled(part: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(part, Mapping):
        return {name: _filled(inner, values) for name, inner in part.items()}
    if isinstance(part, list):
        return [_filled(inner, values) for inner in part]
    if not isinstance(part, str):
        return part
    whole = _PLACE.fullmatch(part)
    if whole:
        return values[whole[1]]
    return _PLACE.sub(lambda match: str(values[match[1]]), part)


RECIPES = recipes()
"""By name, in English."""
