"""Rules that no linter knows: sizes, names, what is banned, tests beside code, documents that tell the truth."""

from __future__ import annotations

import ast
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from garfio.cli import cli

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "garfio"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in MODULES]

MODULE_LINES = 400
FUNCTION_LINES = 50

VAGUE = {"util", "utils", "helper", "helpers", "manager", "misc", "common", "stuff"}

TESTED_THROUGH = {
    "engine/paths.py": "one line, used by every command",
    "engine/counts.py": "a value, made and checked in tests/engine/test_workspace.py",
    "engine/listener/work.py": "tests/e2e: verdicts, forwards and rules of a real listener's process",
    "engine/rendered.py": "two values, made and checked in tests/engine/test_renderer.py",
    "engine/replies.py": "tests/engine/listener/test_scripts.py, on a real listener",
    "engine/store/migrations.py": "tests/engine/store/test_schema.py takes every step and kills it",
    "engine/store/replies.py": "tests/engine/listener/test_scripts.py, on a real listener",
    "engine/store/rules.py": "tests/e2e/test_rules.py and test_recipes.py, through the listener's process",
    "engine/store/targets.py": "tests/engine/resend/test_desk.py keeps, changes and removes targets",
    "engine/resend/prepare.py": "tests/engine/resend/test_desk.py sends what it prepares",
    "core/exact_json.py": "tests/core/contentview/test_json_view.py and tests/core/diff read with it",
}
"""Modules of core and engine that no test imports, with what tests them."""

STRICT = {("core",), ("engine",), ("engine", "store"), ("engine", "listener")}
"""Rooms in which every module needs a test of its own; in the others, tables of small entries above all, the
room is tested as a whole."""


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of every call."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, _dotted(node.func)


def _dotted(node: ast.expr) -> str:
    """`a.b.c`; what is no name is left out."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


Rule = Callable[[Path], Iterator[str]]


def size(path: Path) -> Iterator[str]:
    """A module has at most 400 lines, a function at most 50."""
    if (lines := len(path.read_text("utf-8").splitlines())) > MODULE_LINES:
        yield f"{lines} lines"
    for node in _functions(path):
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES:
            yield f"{node.name}: {length} lines"


def docstring(path: Path) -> Iterator[str]:
    """Every module that holds code says first what it is."""
    if path.read_text("utf-8").strip() and not ast.get_docstring(_tree(path)):
        yield "no docstring"


def name(path: Path) -> Iterator[str]:
    """No module or folder has a name that says nothing."""
    parts = {path.stem, *(path.relative_to(SOURCE).parts[:-1] if SOURCE in path.parents else ())}
    if parts & VAGUE or re.search(r"_(util|helper|manager)s?$", path.stem):
        yield f"vague: {path.stem}"


def banned_calls(path: Path) -> Iterator[str]:
    """No nested event loop, and no task outside `engine.tasks`."""
    for line, call in _calls(path):
        creates = call in ("asyncio.create_task", "asyncio.ensure_future") or (
            call.endswith(".create_task")
            and call != "group.create_task"  # a task group waits for its own
            and path != SOURCE / "engine" / "tasks.py"
        )
        if creates or re.search(r"\.exec_?$", call):
            yield f"line {line}: {call}"


def colours(path: Path) -> Iterator[str]:
    """Colours live in `ui.theme` alone."""
    if path.name == "theme.py" or SOURCE / "ui" not in path.parents:
        return
    for node in ast.walk(_tree(path)):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})", text):
            yield f"line {node.lineno}: {text}"
        painted = node.args if isinstance(node, ast.Call) and _dotted(node.func) == "QColor" else []
        if any(isinstance(each, ast.Constant) for each in painted):
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("rule", [size, docstring, name, banned_calls, colours])
def test_every_module_keeps(rule: Rule) -> None:
    offences = {path.relative_to(SOURCE).as_posix(): list(rule(path)) for path in MODULES}
    assert not {module: found for module, found in offences.items() if found}


def test_tests_hold_on_a_busy_machine() -> None:
    """No test wants something done in a time, and none has a name that the second of its collection changes."""
    hasty = re.compile(r"assert .*(?:monotonic|perf_counter|process_time)\(\) - \w+ <")
    found = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        found += [
            f"{path.name}: {line}" for line in path.read_text("utf-8").splitlines() if hasty.search(line)
        ]
        for line, call, names in _named_arguments(path):
            if call == "gzip.compress" and "mtime" not in names:
                found.append(f"{path.name}, line {line}: gzip.compress without mtime")
    assert not found


def _named_arguments(path: Path) -> Iterator[tuple[int, str, set[str | None]]]:
    """(line, dotted name, names of its arguments) of every call."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func), {each.arg for each in node.keywords}


def _imported_by_tests() -> set[str]:
    """Dotted names of everything of ours that tests import, and of the modules that it is in."""
    names: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Import):
                names.update(each.name for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
                names.update(f"{node.module}.{each.name}" for each in node.names)
    return names


def _tests_of_room(room: tuple[str, ...]) -> bool:
    """True when the room, or one that it is in, has a folder of tests or a test of its name."""
    places = [ROOT.joinpath("tests", *room[:depth]) for depth in range(2, len(room) + 1)]
    return any(
        place.with_name(f"test_{place.name}.py").exists() or any(place.glob("test_*.py")) for place in places
    )


def test_every_module_has_a_test() -> None:
    """A module of core or engine has a test of its name beside it, or is imported by one, or its room has tests."""
    imported = _imported_by_tests()
    missing = []
    for path in MODULES:
        name = path.relative_to(SOURCE)
        if name.parts[0] not in ("core", "engine") or name.as_posix() in TESTED_THROUGH:
            continue
        if name.name == "__init__.py" and len(_tree(path).body) <= 1:
            continue
        module = name.parent if name.name == "__init__.py" else name.with_suffix("")
        test = ROOT / "tests" / name.parent / f"test_{name.stem}.py"
        if test.exists() or ".".join(("garfio", *module.parts)) in imported:
            continue
        if name.parent.parts in STRICT or not _tests_of_room(name.parent.parts):
            missing.append(name.as_posix())
    assert not missing, ", ".join(missing)


def test_tests_are_where_their_modules_are() -> None:
    """tests mirrors src: a folder of tests of core or engine is a room of the source."""
    for room in ("core", "engine"):
        for path in (ROOT / "tests" / room).rglob("test_*.py"):
            assert (SOURCE / path.parent.relative_to(ROOT / "tests")).is_dir(), path


@pytest.mark.parametrize("name", TESTED_THROUGH)
def test_reasons_are_not_stale(name: str) -> None:
    """Each reason is about a module that is still there, and that no test imports."""
    assert (SOURCE / name).exists()


def _commands_in(text: str) -> Iterator[str]:
    """What documents say one can type: `garfio …` in code."""
    for block in re.findall(r"```.*?```|`[^`\n]+`|^    [^\n]+$", text, re.DOTALL | re.MULTILINE):
        for line in block.strip("`").splitlines():
            if match := re.match(r"\s*(?:\$ )?(garfio(?: .*)?)$", line):
                yield match[1]


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_documents_name_commands_that_exist(document: str) -> None:
    """Every command and option that a document shows is there."""
    path = ROOT / document
    if not path.exists():
        pytest.skip(f"there is no {document}")
    context = click.Context(cli)
    for line in _commands_in(path.read_text("utf-8")):
        words = shlex.split(re.sub(r"[…\[\]|\\(){}].*$", "", line).partition("#")[0])[1:]
        if not words or words[0].startswith("-"):
            command: click.Command = cli
        else:
            found = cli.get_command(context, words[0])
            assert found is not None, f"{document}: {line}"
            command = found
            if isinstance(command, click.Group) and len(words) > 1 and words[1].islower():
                inner = command.get_command(context, words[1])
                assert inner is not None, f"{document}: {line}"
                command = inner
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
        options = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
        assert options <= known, f"{document}: {line}: {options - known}"


def test_a_document_names_a_command() -> None:
    """The search for commands in documents finds some."""
    assert sum(1 for _ in _commands_in((ROOT / "README.md").read_text("utf-8"))) >= 5


def test_the_rules_can_fail(tmp_path: Path) -> None:
    """Each rule is seen to fail on a module that breaks it."""
    bad = tmp_path / "util.py"
    lines = "\n".join(f"    x{number} = {number}" for number in range(60))
    bad.write_text(
        f"import asyncio\ndef long():\n{lines}\nasyncio.create_task(None)\nmenu.exec()\n" + "#\n" * 400
    )
    assert list(size(bad)) == ["464 lines", "long: 61 lines"]
    assert list(docstring(bad)) == ["no docstring"]
    assert list(name(bad)) == ["vague: util"]
    assert list(banned_calls(bad)) == ["line 63: asyncio.create_task", "line 64: menu.exec"]
    assert list(_commands_in("see `garfio nothing --x` and\n\n    garfio list\n")) == [
        "garfio nothing --x",
        "garfio list",
    ]


def test_the_rule_of_colours_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    bad = tmp_path / "ui" / "bad.py"
    bad.parent.mkdir()
    bad.write_text("x = '#ff0000'\nQColor(1, 2, 3)\n")
    assert list(colours(bad)) == ["line 1: #ff0000", "line 2: QColor(1, 2, 3)"]
