"""From Jinja's errors to faults of our own: which value is missing, on which line, near what.

Jinja names the last step of a path only (`emial`); the whole of it (`body.customer.emial`) is looked up in the
template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import Environment, StrictUndefined, nodes

from garfio.engine.rendered import TemplateError

FOREIGN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
"""What would load another template; there is none."""
_NO_SUCH = re.compile(r"No (?:filter|test) named '(?P<name>[^']*)'")
_ABSENT = object()


class Missing(StrictUndefined):
    """A value that is not there; its error says no more than the last step of the path to it."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return "" if self._undefined_name is None else str(self._undefined_name)


def missing(name: str, source: str, tree: nodes.Template | None, names: Mapping[str, Any]) -> TemplateError:
    """The error for a value that is not there, `name` being the last step to it."""
    found = [] if tree is None else [path for path in _paths(tree) if path[-1][1] == name]
    found.sort(key=lambda path: _is_there(path, names))
    if not found:
        return TemplateError("template.undefined", name or source.strip()[:80])
    text = "".join(step for step, _key, _line in found[0])
    return TemplateError("template.undefined", text, line=_line(source, found[0][-1][2]))


def misspelt(error: jinja2.TemplateSyntaxError, source: str) -> TemplateError:
    """The error for a template that is not written right."""
    line = _line(source, error.lineno)
    if no_such := _NO_SUCH.match(error.message or ""):
        return TemplateError("template.filter", no_such["name"], line=line)
    lines = source.splitlines() or [""]
    near = lines[min(max(error.lineno, 1), len(lines)) - 1]
    return TemplateError("template.syntax", near.strip()[:80], line=line)


def foreign(tree: nodes.Template) -> str:
    """What in a template would load another one; empty for nothing."""
    found = next(iter(tree.find_all(FOREIGN)), None)
    return "" if found is None else type(found).__name__.lower().replace("fromimport", "import")


def read_tree(environment: Environment, source: str) -> nodes.Template | None:
    """A template's parts; None for one that is not written right."""
    try:
        return environment.parse(source)
    except (jinja2.TemplateError, RecursionError):
        return None


def _line(source: str, line: int) -> int:
    return line if "\n" in source.strip() else 0


_Path = list[tuple[str, str, int]]
"""Steps: as written, the key as text, the line."""


def _paths(tree: nodes.Template) -> Iterator[_Path]:
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        if path := _path(node):
            yield path


def _path(node: nodes.Node) -> _Path:
    """The steps of `a.b[0]`; empty for what is no such path."""
    if isinstance(node, nodes.Name):
        return [(node.name, node.name, node.lineno)]
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return []
    before = _path(node.node)
    if not before:
        return []
    if isinstance(node, nodes.Getattr):
        return [*before, (f".{node.attr}", node.attr, node.lineno)]
    if isinstance(node.arg, nodes.Const):
        return [*before, (f"[{node.arg.value!r}]", str(node.arg.value), node.lineno)]
    return []


def _is_there(path: _Path, names: Mapping[str, Any]) -> bool:
    value: Any = names
    for _step, key, _line in path:
        if isinstance(value, Mapping):
            value = value.get(key, _ABSENT)
        elif isinstance(value, list) and key.lstrip("-").isdigit() and -len(value) <= int(key) < len(value):
            value = value[int(key)]
        else:
            value = _ABSENT
    return value is not _ABSENT
