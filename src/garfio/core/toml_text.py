"""Plain values as TOML text; the standard library reads TOML and does not write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeGuard

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write_toml(values: Mapping[str, object]) -> str:
    """TOML 1.0 of text, booleans, numbers, arrays and tables. A list of tables becomes `[[name]]` blocks, which
    come last. Raises TypeError for a value of another type."""
    return "\n".join(_table(values, "")).strip("\n") + "\n"


def _table(values: Mapping[str, object], prefix: str) -> list[str]:
    lines: list[str] = []
    blocks: list[str] = []
    for name, value in values.items():
        path = f"{prefix}{_key(name)}"
        if isinstance(value, Mapping):
            blocks += ["", f"[{path}]", *_table(value, f"{path}.")]
        elif _is_tables(value):
            for entry in value:
                blocks += ["", f"[[{path}]]", *_table(entry, f"{path}.")]
        else:
            lines.append(f"{_key(name)} = {_value(value)}")
    return lines + blocks


def _is_tables(value: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return (
        isinstance(value, list | tuple) and bool(value) and all(isinstance(part, Mapping) for part in value)
    )


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _long_text(value) if "\n" in value and not _UNPRINTABLE.search(value) else _text(value)
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)} = {_value(part)}" for name, part in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _long_text(text: str) -> str:
    return '"""\n' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
