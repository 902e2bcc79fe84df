"""Templates: Jinja2 in its immutable sandbox, without a loader; what is missing is an error that names it.

What is inserted into HTML or Slack's markup is escaped. This module renders in the process that calls it; hostile
templates are held back by `engine.renderer`, which gives a process of its own so much time and memory and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

import jinja2
from jinja2 import ChainableUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from garfio.core.action import ACTIONS, Deed, Field
from garfio.core.action.kind import DOCUMENT, LIST, TABLE
from garfio.core.capture import Capture
from garfio.core.errors import AppError
from garfio.core.exact_json import Number, write_json
from garfio.core.rule import Action, Rule, templates_of, with_defaults
from garfio.core.rule_context import context_of
from garfio.core.silence import Silence
from garfio.engine.rendered import Rendered, TemplateError
from garfio.engine.template_fault import Missing, foreign, missing, misspelt, read_tree

T = TypeVar("T")

OUTPUT_LIMIT = 1 << 20
"""Characters that one template may give."""
JOB_LIMIT = 4 << 20
"""Characters that all templates of one job may give."""
MOST_ITEMS = 500
"""Entries of an array that an action is done for; a webhook with more fails."""
_SOURCE_LIMIT = 200_000
_WHOLE = re.compile(r"\s*\{\{((?:(?!\}\}|\{\{).)*)\}\}\s*", re.DOTALL)
"""A template that is one expression and nothing else."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """Prefers a JSON key to a method of the same name, calculates with exact numbers, and limits what grows."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`body.items` is the entry of that name when there is one."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Decimals go with floats; neither texts nor powers grow beyond a limit."""
        if isinstance(left, Decimal) and isinstance(right, float):
            right = Decimal(repr(right))
        elif isinstance(left, float) and isinstance(right, Decimal):
            left = Decimal(repr(left))
        if operator == "**" and isinstance(right, int) and abs(right) > 1000:
            raise TemplateError("template.too_large")
        if operator == "*":
            for times, what in ((left, right), (right, left)):
                sized = isinstance(what, str | list | tuple) and isinstance(times, int)
                if sized and times * len(what) > OUTPUT_LIMIT:
                    raise TemplateError("template.too_large")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call that is not allowed is named by what was to be called."""
        if not self.is_safe_callable(obj):
            raise TemplateError("template.forbidden", getattr(obj, "__name__", type(obj).__name__))
        return super().call(context, obj, *args, **kwargs)


def _escape_slack(value: Any) -> Any:
    if isinstance(value, jinja2.Undefined):
        return value
    return str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _to_json(value: Any) -> Markup:
    return Markup(write_json(value))  # noqa: S704 - JSON; fields with HTML escape what is inserted otherwise


def _money(value: Any) -> str:
    return str((Decimal(str(value)) / 100).quantize(Decimal("0.01")))


@lru_cache(maxsize=4)
def _environment(escape: str) -> _Sandbox:
    made = _Sandbox(
        undefined=ChainableUndefined if escape == "when" else Missing,
        autoescape=escape == "html",
        finalize=_escape_slack if escape == "slack" else None,
        keep_trailing_newline=True,
    )
    made.filters["tojson"] = _to_json
    made.filters["cents"] = _money
    for name in ("lipsum", "cycler", "joiner"):
        made.globals.pop(name, None)
    return made


@lru_cache(maxsize=256)
def _compiled(source: str, escape: str) -> Template:
    environment = _environment(escape)
    tree = environment.parse(source)
    if what := foreign(tree):
        raise TemplateError("template.forbidden", what)
    return environment.from_string(tree)


@lru_cache(maxsize=256)
def _expression(source: str, escape: str) -> Callable[..., Any]:
    compiled: Callable[..., Any] = _environment(escape).compile_expression(source, undefined_to_none=False)
    return compiled


class Templates:
    """The templates of one job: they see the same names, and share one limit on what they give."""

    def __init__(self, names: Mapping[str, Any], told: Callable[[str], object] = lambda _place: None) -> None:
        self.names = names
        self.told = told
        self._left = JOB_LIMIT

    def text(self, source: str, escape: str = "") -> str:
        """The rendered text. Raises TemplateError."""
        if "{" not in source:
            return source
        _check_source(source)

        def run() -> str:
            pieces: list[str] = []
            size = 0
            for piece in _compiled(source, escape).generate(self.names):
                size += len(piece)
                if size > min(OUTPUT_LIMIT, self._left):
                    raise TemplateError("template.too_large")
                pieces.append(piece)
            self._left -= size
            return "".join(pieces)

        return _guarded(run, source, self.names)

    def value(self, source: str) -> Any:
        """The value of an expression. Raises TemplateError, also when it is not there."""
        _check_source(source)
        found = _guarded(lambda: _expression(source, "")(self.names), source, self.names, is_expression=True)
        if isinstance(found, jinja2.Undefined):
            raise TemplateError("template.undefined", source.strip())
        return found

    def holds(self, source: str) -> bool:
        """Whether a condition is true; one about something that is not there is not. Raises TemplateError."""
        if not source.strip():
            return True
        _check_source(source)
        try:
            return bool(
                _guarded(
                    lambda: _expression(source, "when")(self.names), source, self.names, is_expression=True
                )
            )
        except TemplateError as error:
            if error.code == "template.undefined":
                return False
            raise

    def document(self, value: Any) -> Any:
        """A JSON value with its texts rendered. Raises TemplateError."""
        if isinstance(value, dict):
            return {name: self.document(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.document(inner) for inner in value]
        if not isinstance(value, str):
            return value
        whole = _WHOLE.fullmatch(value)
        return _plain(self.value(whole[1])) if whole else self.text(value)

    def field(self, entry: Field, value: Any) -> Any:
        """The rendered value of an action's field. Raises TemplateError."""
        if entry.type == LIST:
            return [self.text(part, entry.escape) for part in value]
        if entry.type == TABLE:
            return {name: self.text(part, entry.escape) for name, part in value.items()}
        if entry.type == DOCUMENT:
            return self.text(value) if isinstance(value, str) else self.document(value)
        return self.text(value, entry.escape)


def render_text(source: str, capture: Capture) -> str:
    """A template with what is known of a capture. Raises TemplateError."""
    return Templates(context_of(capture)).text(source)


def render_rule(
    rule: Rule,
    capture: Capture,
    turns: Mapping[int, int],
    silence: Silence | None = None,
    told: Callable[[str], object] = lambda _place: None,
) -> list[Rendered]:
    """What each action of the rule does for a capture, in order; nothing when its condition is not met. `turns`
    says how often each action was done before; `told` hears which place is next."""
    names = {**context_of(capture), "rule": rule.name, "vars": dict(rule.vars)}
    if silence is not None:
        names["silence"] = silence.names()
    templates = Templates(names, told)
    told("when")
    try:
        if not templates.holds(rule.when):
            return []
    except TemplateError as error:
        return [_failed(0, None, error.at("when"))]
    found: list[Rendered] = []
    for number, action in enumerate(rule.actions):
        found += _render_action(templates, number, action, turns.get(number, 0))
    return found


def _render_action(templates: Templates, number: int, action: Action, turn: int) -> list[Rendered]:
    names = templates.names
    found: list[Rendered] = []
    place = f"{action.kind}.each"
    try:
        templates.told(place)
        items = [(None, None)] if not action.each else list(enumerate(_entries(templates, action.each)))
        for index, item in items:
            own = {} if index is None else {"item": item, "index": index}
            templates.names = {**names, **own, "turn": turn}
            place = f"{action.kind}.when"
            templates.told(place)
            if templates.holds(action.when):
                found.append(_render_one(templates, number, index, action))
                turn += 1
    except TemplateError as error:
        found.append(_failed(number, None, error.at(place)))
    finally:
        templates.names = names
    return found


def _entries(templates: Templates, each: str) -> list[Any]:
    value = templates.value(each)
    entries = value if isinstance(value, list) else [value]
    if len(entries) > MOST_ITEMS:
        raise TemplateError("template.too_many", str(len(entries)))
    return entries


def _render_one(templates: Templates, number: int, index: int | None, action: Action) -> Rendered:
    place = ""
    try:
        values = with_defaults(action)
        for name, (entry, template) in templates_of(action).items():
            place = f"{action.kind}.{name}"
            templates.told(place)
            values[name] = templates.field(entry, template)
        return Rendered(number, index, _stored(ACTIONS[action.kind].render(values)))
    except TemplateError as error:
        return _failed(number, index, error.at(place))
    except AppError as error:
        return Rendered(number, index, None, error.code, str(error))


def _failed(number: int, index: int | None, error: TemplateError) -> Rendered:
    return Rendered(number, index, None, error.code, error.fault.written())


def _stored(deed: Deed) -> Deed:
    return Deed(deed.kind, _plain(deed.values), deed.summary)


def _plain(value: Any) -> Any:
    """JSON values; an exact number whose spelling a float or int would change becomes a text in its place."""
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, str | int | float | bool | Number):
        return value
    if isinstance(value, Decimal):
        return Number(str(value))
    raise TemplateError("template.value", type(value).__name__)


def _check_source(source: str) -> None:
    if len(source) > _SOURCE_LIMIT:
        raise TemplateError("template.too_large")


def _guarded(
    run: Callable[[], T], source: str, names: Mapping[str, Any], *, is_expression: bool = False
) -> T:
    """The result; whatever a template does wrong becomes a TemplateError."""
    try:
        return run()
    except TemplateError:
        raise
    except jinja2.UndefinedError as error:
        written = "{{ " + source + " }}" if is_expression else source
        tree = read_tree(_environment(""), written)
        raise missing(error.message or "", source, tree, names) from error
    except jinja2.TemplateSyntaxError as error:
        raise misspelt(error, source) from error
    except jinja2.exceptions.SecurityError as error:
        raise TemplateError("template.forbidden", str(error)) from error
    except (MemoryError, RecursionError) as error:
        raise TemplateError("template.too_large") from error
    except Exception as error:
        raise TemplateError("template.failed", str(error) or type(error).__name__) from error
