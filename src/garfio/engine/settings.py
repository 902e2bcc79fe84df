"""What a user can set, as one frozen value; kept in the database so that the listener and the window share
it.

Only values that differ from the default are written. Keys that this version does not know are left alone,
and a value that does not fit falls back to the default on its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from garfio.core.errors import AppError


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults."""

    host: str = ""
    """Address to listen on; empty means loopback (127.0.0.1 and ::1)."""
    port: int = 8800
    """TCP port of the listener; 0 lets the system choose."""
    body_limit_mib: int = 256
    """Largest body that is taken, MiB."""
    max_connections: int = 512
    """Connections open at once; more are refused."""
    keep_newest: int = 0
    """Keep so many captures at most; 0 keeps all. Pinned ones do not count and stay."""
    keep_days: int = 0
    """Delete captures older than so many days; 0 keeps all."""
    keep_mib: int = 0
    """Delete the oldest captures while the database is larger, MiB; 0 sets no size."""
    notify: bool = False
    """Show a notification when a webhook arrives while the window is hidden."""
    tray: bool = False
    """Show an icon in the system tray, and keep running there when the window is closed."""
    theme: str = "system"
    """`system`, `light` or `dark`."""
    language: str = "system"
    """`system`, `en` or `es`."""
    secret_store: str = "keychain"  # noqa: S105 - a place, no secret
    """Where signing secrets are kept: `keychain`, `file` (0600, beside the database) or `memory`."""

    expected_names: str = ""
    """Fields that are expected to differ when webhooks are compared: names or paths with wildcards, one a line."""

    redaction_patterns: str = ""
    """What the user has taken out of exports besides secrets: regular expressions, one a line."""


_CHOICES: dict[str, tuple[str, ...]] = {
    "secret_store": ("keychain", "file", "memory"),
    "theme": ("system", "light", "dark"),
    "language": ("system", "en", "es"),
}
_RANGES: dict[str, tuple[int, int]] = {
    "port": (0, 65_535),
    "body_limit_mib": (1, 16_384),
    "max_connections": (1, 100_000),
    "keep_newest": (0, 1_000_000_000),
    "keep_days": (0, 36_500),
    "keep_mib": (0, 1_000_000),
}


def read_settings(stored: Mapping[str, str]) -> Settings:
    """Settings from rows of key and JSON text; what is unknown or does not fit is passed over."""
    found: dict[str, object] = {}
    for field in fields(Settings):
        if field.name not in stored:
            continue
        try:
            value = json.loads(stored[field.name])
        except ValueError:
            continue
        if _fits(field.name, value):
            found[field.name] = value
    return replace(Settings(), **found)  # type: ignore[arg-type]


def changed_settings(settings: Settings, changes: Mapping[str, object]) -> Settings:
    """`settings` with `changes`. Raises AppError `settings.value` for a value that does not fit."""
    for name, value in changes.items():
        if not _fits(name, value):
            low_high = _RANGES.get(name)
            hint = f"It must lie between {low_high[0]} and {low_high[1]}." if low_high else ""
            raise AppError(
                "settings.value", f"{name} cannot be {value!r}.", hint=hint, name=name, value=value
            )
    return replace(settings, **changes)  # type: ignore[arg-type]


def rows_to_write(settings: Settings) -> dict[str, str | None]:
    """Key to JSON text, or None where the value is the default and the row goes."""
    defaults = asdict(Settings())
    return {
        name: None if value == defaults[name] else json.dumps(value)
        for name, value in asdict(settings).items()
    }


def _fits(name: str, value: object) -> bool:
    default = getattr(Settings(), name, None)
    if default is None or type(value) is not type(default):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES and isinstance(value, int):
        low, high = _RANGES[name]
        return low <= value <= high
    return True
