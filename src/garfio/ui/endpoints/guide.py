"""Setup guides as data: one file for each provider in resources/guides, with a table of texts for each language.

A file has `documents` (where the facts stand), `answer_within_s` where the provider documents it, and for each
language `address`, `secret` and `try` (the steps), `events` (which to choose), and `check`, `retries` and `disabled`
where they are known.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QLocale

from garfio.ui import resources

STEPS = ("address", "secret", "try")
FACTS = ("events", "check", "retries", "disabled")
_ID = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Guide:
    """What one provider's setup needs."""

    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By language, then by name."""
    documents: tuple[str, ...] = ()
    answer_within_s: float = 0.0
    """Seconds after which the provider gives up; 0 when that is not documented."""

    def text(self, name: str) -> str:
        """A text in the user's language, or in English; empty when nothing is known."""
        language = QLocale().name().partition("_")[0]
        return self.texts.get(language, self.texts.get("en", {})).get(name, "")


@lru_cache(maxsize=64)
def guide_of(provider: str) -> Guide | None:
    """A provider's guide; None when there is none."""
    if not _ID.fullmatch(provider):
        return None
    try:
        values = tomllib.loads(resources.read_text(f"guides/{provider}.toml"))
    except FileNotFoundError:
        return None
    texts = {name: entry for name, entry in values.items() if isinstance(entry, dict)}
    return Guide(texts, tuple(values.get("documents", ())), float(values.get("answer_within_s", 0.0)))
