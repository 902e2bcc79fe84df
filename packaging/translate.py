"""Brings the .ts files up to date with the texts in the source.

Reads the source as Python does, so texts inside f-strings and plural calls of every form are found (Qt's own
lupdate misses both). Translations that exist are kept; new texts come in unfinished; texts that are gone go.
English holds the plural forms only.

make translate
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "garfio" / "ui"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = {"en": True, "es": False}
"""Language to whether its file holds plural forms only."""


@dataclass(frozen=True, order=True)
class Text:
    """One translatable text of the source."""

    context: str
    source: str
    plural: bool


def texts_of(folder: Path = SOURCE) -> set[Text]:
    """All texts of the modules below a folder. Raises ValueError for one that is not a literal."""
    return {text for path in sorted(folder.rglob("*.py")) for text in _texts_of_module(path)}


def _texts_of_module(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _walk(tree, "", path)


def _walk(node: ast.AST, class_name: str, path: Path) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else class_name
        if isinstance(child, ast.Call):
            yield from _text_of_call(child, inner, path)
        yield from _walk(child, inner, path)


def _text_of_call(call: ast.Call, class_name: str, path: Path) -> Iterator[Text]:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name == "tr":
        yield Text(class_name, _literal(call.args[0], path), len(call.args) > 2)
    elif name in ("translate", "QT_TRANSLATE_NOOP"):
        if len(call.args) < 2 or not isinstance(call.args[0], ast.Constant):
            return  # a painter's or a text's method of this name
        source = call.args[1]
        if name == "translate" and not isinstance(source, ast.Constant):
            return  # a text of a table, marked there with QT_TRANSLATE_NOOP
        yield Text(_literal(call.args[0], path), _literal(source, path), len(call.args) > 3)


def _literal(node: ast.expr, path: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{path}:{node.lineno}: a text for people must be a literal")


def update(path: Path, texts: set[Text], language: str) -> list[str]:
    """Write a .ts file anew with the translations that it has; returns the texts still without one."""
    known = _translations(path) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    unfinished: list[str] = []
    for context in sorted({text.context for text in texts}):
        group = ET.SubElement(root, "context")
        ET.SubElement(group, "name").text = context
        for text in sorted(entry for entry in texts if entry.context == context):
            message = ET.SubElement(group, "message", {"numerus": "yes"} if text.plural else {})
            ET.SubElement(message, "source").text = text.source
            translation = ET.SubElement(message, "translation")
            forms = known.get((context, text.source), ())
            if len(forms) != (2 if text.plural else 1) or not all(forms):
                translation.set("type", "unfinished")
                unfinished.append(text.source)
                forms = ("", "") if text.plural else ("",)
            if text.plural:
                for form in forms:
                    ET.SubElement(translation, "numerusform").text = form
            else:
                translation.text = forms[0]
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return unfinished


def _translations(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                key = (context.findtext("name", ""), message.findtext("source", ""))
                found[key] = tuple(forms or [translation.text or ""])
    return found


def main() -> int:
    """Update every language; the exit code says whether texts are left to translate."""
    texts = texts_of()
    left = 0
    for language, plurals_only in LANGUAGES.items():
        wanted = {text for text in texts if text.plural or not plurals_only}
        unfinished = update(TRANSLATIONS / f"garfio_{language}.ts", wanted, language)
        left += len(unfinished)
        for source in unfinished:
            sys.stdout.write(f"{language}: not translated: {source}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
