"""A rule: a query, and the actions that a capture triggers when it matches. Written and read as TOML.

    name = "low-stock"
    query = "provider:shopify event:inventory_levels/update is:valid"
    when = "body.available < 5"            # an expression of the template language

    [[actions]]
    kind = "slack"
    secret = "slack"                       # the name of a secret, never the secret
    text = "Only {{ body.available }} left of {{ body.inventory_item_id }}"

A rule with `silent_minutes` acts when nothing has matched its query for so long, once until something does; its
templates know `silence`.

An action with `each = "body.line_items"` is done for every entry of that array, which its templates know as `item`.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from garfio.core.action import ACTIONS, ActionKind, Field
from garfio.core.action.kind import DOCUMENT, FLAG, LIST, LITERAL, NUMBER, SECRET, TABLE, TEMPLATED
from garfio.core.errors import AppError
from garfio.core.query import QueryError, parse
from garfio.core.toml_text import write_toml

WAIT, DROP = "wait", "drop"
MOST_ACTIONS = 20
LONGEST_SILENCE = 366 * 24 * 60
"""Minutes."""
_NAME = re.compile(r"[^\s\x00-\x1f\x7f/](?:[^\x00-\x1f\x7f/]{0,98}[^\s\x00-\x1f\x7f/])?")
_SECRET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")
_TYPES: dict[str, type | tuple[type, ...]] = {
    FLAG: bool,
    NUMBER: (int, float),
    LIST: list,
    TABLE: dict,
    DOCUMENT: (str, dict, list),
}

_KEYS: dict[str, tuple[type, ...]] = {
    "name": (str,),
    "query": (str,),
    "when": (str,),
    "once_per_delivery": (bool,),
    "per_minute": (int,),
    "over_limit": (str,),
    "silent_minutes": (int, float),
    "enabled": (bool,),
    "vars": (dict,),
    "actions": (list,),
}
"""What a rule's TOML form has, with the types of the values."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a rule does."""

    kind: str
    """A name of `core.action.ACTIONS`."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The kind's fields, templates where it takes them; what is missing has its default."""
    each: str = ""
    """An expression for an array: the action is done for each of its entries; empty for once."""
    when: str = ""
    """An expression that must be true, with `item` for an entry; empty for always."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens when a matching capture arrives."""

    name: str
    query: str = ""
    """In the language of the search box; empty for every capture."""
    actions: tuple[Action, ...] = ()
    """Begun in this order; one that fails does not keep the others from being done."""
    when: str = ""
    """An expression that must be true."""
    vars: Mapping[str, Any] = field(default_factory=dict)
    """Values for the templates, as `vars.NAME`."""
    once_per_delivery: bool = True
    """A provider's further tries of the same delivery do nothing."""
    per_minute: int = 0
    """Captures that trigger it in a minute at most; 0 sets no limit."""
    over_limit: str = WAIT
    """What happens to those beyond: `wait` until it is their turn, or `drop`."""
    silent_minutes: float = 0
    """Minutes of listening without a match after which it acts; 0 for a rule that acts on what matches."""
    enabled: bool = False
    confirmed: bool = False
    """True when the user has agreed, on this machine, to what it runs. Not part of the TOML form."""

    @property
    def needs_confirmation(self) -> bool:
        """True when the user has to agree before it may be enabled."""
        return any(
            ACTIONS[action.kind].needs_confirmation for action in self.actions if action.kind in ACTIONS
        )

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The names of the secrets that its actions use."""
        found = [
            str(action.values.get(entry.name) or "")
            for action in self.actions
            for entry in ACTIONS[action.kind].fields
            if entry.type == SECRET
        ]
        return tuple(dict.fromkeys(name for name in found if name))


def rule_values(rule: Rule) -> dict[str, Any]:
    """A rule as plain values in the order of its TOML form; defaults are left out."""
    found: dict[str, Any] = {"name": rule.name, "query": rule.query, "enabled": rule.enabled}
    if rule.when:
        found["when"] = rule.when
    if not rule.once_per_delivery:
        found["once_per_delivery"] = False
    if rule.per_minute:
        found |= {"per_minute": rule.per_minute, "over_limit": rule.over_limit}
    if rule.silent_minutes:
        found["silent_minutes"] = rule.silent_minutes
    if rule.vars:
        found["vars"] = dict(rule.vars)
    found["actions"] = [_action_values(action) for action in rule.actions]
    return found


def write_rule(rule: Rule) -> str:
    """A rule as TOML."""
    return write_toml(rule_values(rule))


def read_rule(text: str) -> Rule:
    """A rule from TOML. Raises AppError `rule.…` with what is wrong, and where."""
    try:
        return rule_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise AppError("rule.toml", f"This is not TOML: {error}.", hint="Check that line.") from error


def rule_of(values: Mapping[str, Any]) -> Rule:
    """A rule from plain values, as `rule_values` gives them. Raises AppError `rule.…`."""
    for name, value in values.items():
        if name not in _KEYS:
            raise _wrong("rule.key", f"A rule has no {name!r}.", f"It has: {', '.join(_KEYS)}.", name=name)
        if type(value) not in _KEYS[name]:
            wanted = " or ".join(kind.__name__ for kind in _KEYS[name])
            raise _wrong("rule.value", f"{name} must be of another type ({wanted}).", name=name)
    actions = tuple(_action_of(number, entry) for number, entry in enumerate(values.get("actions", []), 1))
    plain = {name: value for name, value in values.items() if name != "actions"}
    return checked_rule(Rule(**{"name": "", **plain, "actions": actions}))


def checked_rule(rule: Rule) -> Rule:
    """The rule itself. Raises AppError `rule.…` or `query.…`."""
    if not _NAME.fullmatch(rule.name):
        raise _wrong("rule.name", f"{rule.name[:100]!r} cannot be a rule's name.", "Use plain words.")
    try:
        parse(rule.query)
    except QueryError as error:
        error.fields["query"] = rule.query
        raise
    if not 1 <= len(rule.actions) <= MOST_ACTIONS:
        raise _wrong("rule.actions", f"A rule has from 1 to {MOST_ACTIONS} actions.", "Add [[actions]].")
    if not 0 <= rule.per_minute <= 100_000:
        raise _wrong("rule.value", "per_minute must lie between 0 and 100000.", name="per_minute")
    if rule.over_limit not in (WAIT, DROP):
        raise _wrong("rule.value", "over_limit must be wait or drop.", name="over_limit")
    if not 0 <= rule.silent_minutes <= LONGEST_SILENCE:
        raise _wrong(
            "rule.value", f"silent_minutes must lie between 0 and {LONGEST_SILENCE}.", name="silent_minutes"
        )
    for number, action in enumerate(rule.actions, 1):
        _check_action(number, action)
        if rule.silent_minutes and ACTIONS[action.kind].needs_capture:
            raise _wrong(
                "rule.silence",
                f"Action {number}: {action.kind} needs a webhook, and in a silence there is none.",
                "Choose another action.",
                kind=action.kind,
            )
    return rule


def confirmation(rule: Rule, machine: str) -> str:
    """Names what the user agrees to: what the rule runs, on which machine. Changes when either does."""
    run = [
        _action_values(action)
        for action in rule.actions
        if action.kind in ACTIONS and ACTIONS[action.kind].needs_confirmation
    ]
    text = json.dumps([machine, run, dict(rule.vars)], sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _action_values(action: Action) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": action.kind}
    found |= {name: text for name, text in (("each", action.each), ("when", action.when)) if text}
    return found | dict(action.values)


def _action_of(number: int, values: Any) -> Action:
    if not isinstance(values, dict):
        raise _wrong("rule.actions", "Each action must be a table, [[actions]].")
    kind = values.get("kind")
    if kind not in ACTIONS:
        raise _wrong(
            "rule.kind",
            f"Action {number}: there is no kind {kind!r}.",
            f"Choose: {', '.join(ACTIONS)}.",
            kind=kind,
        )
    each, when = (values.get(name, "") for name in ("each", "when"))
    if not isinstance(each, str) or not isinstance(when, str):
        raise _wrong("rule.value", f"Action {number}: each and when are texts.", name="each, when")
    fields = {name: value for name, value in values.items() if name not in ("kind", "each", "when")}
    return Action(
        kind, {name: _fitted(ACTIONS[kind], name, value) for name, value in fields.items()}, each, when
    )


def _fitted(kind: ActionKind, name: str, value: Any) -> Any:
    """A single text stands for a list of one; addresses may be written with commas."""
    entry = kind.field(name)
    if entry is None or entry.type != LIST or not isinstance(value, str):
        return value
    if kind.name == "email":
        return [part.strip() for part in re.split(r",(?![^{]*\}\})", value) if part.strip()]
    return [value]


def _check_action(number: int, action: Action) -> None:
    kind = ACTIONS.get(action.kind)
    if kind is None:
        raise _wrong("rule.kind", f"Action {number}: there is no kind {action.kind!r}.", kind=action.kind)
    for name, value in action.values.items():
        entry = kind.field(name)
        if entry is None:
            names = ", ".join(entry.name for entry in kind.fields)
            raise _wrong(
                "rule.key", f"Action {number}: {action.kind} has no {name!r}.", f"It has: {names}.", name=name
            )
        if why := _misfit(entry, value):
            raise _wrong("rule.value", f"Action {number}: {name} {why}.", name=name)
        if entry.check:
            entry.check(value)
    for entry in kind.fields:
        if entry.required and action.values.get(entry.name) in (None, "", [], {}):
            raise _wrong(
                "rule.value",
                f"Action {number}: {action.kind} needs {entry.name}.",
                entry.doc,
                name=entry.name,
            )


def _misfit(entry: Field, value: Any) -> str:
    """Why a value cannot be that of a field; empty when it can."""
    if not _is_of_type(entry.type, value):
        return "is of the wrong type"
    inside = value.values() if entry.type == TABLE else value if entry.type == LIST else ()
    if not all(isinstance(part, str) for part in inside):
        return "must hold texts"
    if entry.type == NUMBER and not entry.lowest <= value <= entry.highest:
        return f"must lie between {entry.lowest:g} and {entry.highest:g}"
    if entry.choices and value not in entry.choices:
        return f"must be one of {', '.join(choice for choice in entry.choices if choice)}"
    if entry.type == SECRET and value and not _SECRET_NAME.fullmatch(value):
        return "must be the name of a secret: letters, digits, - and _, not the secret itself"
    if entry.type == LITERAL and "{{" in value:
        return "is used as it is and takes no template"
    return ""


def _is_of_type(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind == FLAG
    return isinstance(value, _TYPES.get(kind, str))


def with_defaults(action: Action) -> dict[str, Any]:
    """All fields of an action, those with templates as they were written."""
    return ACTIONS[action.kind].filled(action.values)


def templates_of(action: Action) -> dict[str, tuple[Field, Any]]:
    """The fields of an action that are rendered."""
    values = with_defaults(action)
    return {
        entry.name: (entry, values[entry.name])
        for entry in ACTIONS[action.kind].fields
        if entry.type in TEMPLATED
    }


def _wrong(code: str, message: str, hint: str = "", **fields: object) -> AppError:
    return AppError(code, message, hint=hint, **fields)
