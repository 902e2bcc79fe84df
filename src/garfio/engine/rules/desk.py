"""Rules as the window and the commands manage them; the listener's process does what they say.

Whoever changes a rule, the listener follows within a second. Trying a rule renders it for captures that are there and
does nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import apsw

from garfio.core.action import Deed
from garfio.core.capture import CaptureId
from garfio.core.recipe import Recipe, recipe_rule, recipes
from garfio.core.rule import Rule
from garfio.core.rule_context import context_of, insertable
from garfio.core.sample.sample import Sample
from garfio.core.silence import Silence
from garfio.engine.action.tools import Notice
from garfio.engine.rules import trial
from garfio.engine.rules.machine import this_machine
from garfio.engine.rules.sample import sample_capture
from garfio.engine.rules.trial import DryRun
from garfio.engine.signal import Signal
from garfio.engine.store import reading, rules, run_log
from garfio.engine.store.reader import Reader
from garfio.engine.store.run_log import RunRecord
from garfio.engine.store.writer import Writer

T = TypeVar("T")
P = ParamSpec("P")
_INSERTABLE_BYTES = 256 * 1024
"""A larger body, cut here, is no JSON any more: its values are not listed."""


class RuleDesk:
    """One workspace's rules and recipes. Errors that a person can act on are AppErrors."""

    def __init__(self, path: Path, reader: Reader, writer: Callable[[], Writer]) -> None:
        self.changed: Signal[None] = Signal()
        """Rules have changed."""
        self.ran: Signal[frozenset[CaptureId]] = Signal()
        """Something was done, or failed, for these captures."""
        self.noticed: Signal[Notice] = Signal()
        """A rule wants a notification to be shown."""
        self._path = path
        self._reader = reader
        self._writer = writer
        self._machine = this_machine()

    # --- rules

    async def all(self) -> list[Rule]:
        """All rules in the user's order."""
        return await self._reader.run(rules.rules, self._machine)

    async def get(self, name: str) -> Rule:
        """One rule. Raises AppError `rule.missing`."""
        return await self._reader.run(rules.rule, name, self._machine)

    async def require_name(self, name: str) -> None:
        """Make sure that a rule has or had that name. Raises AppError `rule.missing`."""
        await self._reader.run(rules.require_name, name)

    async def add(self, rule: Rule) -> None:
        """Keep a new rule; enabled, it is on for what arrives from now on. Raises AppError `rule.…`, among them
        `rule.taken`, and `rule.confirm` for an enabled one that runs a program."""
        await self._change(rules.add_rule, rule, self._machine)

    async def change(self, name: str, rule: Rule) -> None:
        """Put `rule` in the place of the one called `name`; what it runs, if that changes, has to be confirmed
        anew. Raises AppError as `add` does, or `rule.missing`."""
        await self._change(rules.change_rule, name, rule, self._machine)

    async def enable(self, name: str, *, confirmed: bool = False) -> None:
        """Switch it on, for what arrives from now on. Raises AppError `rule.confirm` when the user has to agree to
        its programs (then again with `confirmed`)."""
        await self._change(rules.enable_rule, name, self._machine, confirmed=confirmed)

    async def disable(self, name: str) -> None:
        """Switch it off; what it still has to do is given up, and can be tried again."""
        await self._change(rules.disable_rule, name, self._machine)

    async def remove(self, name: str) -> None:
        """Forget it; its log stays. Raises AppError `rule.missing`."""
        await self._change(rules.remove_rule, name, self._machine)

    # --- trying, and what was done

    async def dry_run(self, rule: Rule, last: int = 100) -> DryRun:
        """What each action would do for those of the last captures that match. Nothing is done. Raises AppError
        for a rule that cannot be one."""
        return await trial.dry_run(self._reader, rule, last)

    async def try_sample(self, rule: Rule, sample: Sample, *, valid: bool = True) -> DryRun:
        """The same for a provider's example event, signed, or with a signature that is not `valid`."""
        return await trial.try_sample(rule, sample, valid=valid)

    async def insertable(
        self, capture: CaptureId | Sample | Silence, each: str = ""
    ) -> list[tuple[str, str]]:
        """What templates can insert of a capture, an example event or a silence, with the values; `each` is the array
        of an action that is done for its entries. Raises AppError `capture.missing`."""
        if isinstance(capture, Silence):
            return insertable({"silence": capture.names()})
        if isinstance(capture, Sample):
            found = await asyncio.to_thread(sample_capture, capture)
        else:
            found = await self._reader.run(reading.capture, capture, _INSERTABLE_BYTES)
        return await asyncio.to_thread(lambda: insertable(context_of(found), each))

    async def log(
        self,
        rule: str | None = None,
        *,
        capture: CaptureId | None = None,
        state: str = "",
        before: int | None = None,
        limit: int = 100,
    ) -> list[RunRecord]:
        """What was done, waits and failed, the newest first; `state` `failed` gives what was given up."""
        return await self._reader.run(
            run_log.log, rule, capture=capture, state=state, before=before, limit=limit
        )

    async def deed(self, run: int) -> Deed | None:
        """What a line of the log has sent, whole; None when it could not be rendered."""
        return await self._reader.run(run_log.deed, run)

    async def try_again(self, rule: str | None = None, run: int | None = None) -> int:
        """Queue anew what was given up: of a rule, one line of the log, or everything; gives how many."""
        return await self._change(run_log.try_again, rule, run)

    # --- recipes

    @staticmethod
    def recipes(language: str = "en") -> Mapping[str, Recipe]:
        """The gallery, by name."""
        return recipes(language)

    async def add_recipe(
        self, recipe: str, values: Mapping[str, str], name: str = "", language: str = "en"
    ) -> Rule:
        """Make a rule from a recipe, filled in, and keep it, switched off; what it writes to people is in a language
        of `core.recipe.LANGUAGES`. Raises AppError `recipe.…`, `rule.…`."""
        rule = recipe_rule(recipe, values, name, language)
        await self.add(rule)
        return rule

    def hear(self, event: Mapping[str, Any]) -> None:
        """The listener has rung: `ran` or `notice`."""
        if event["event"] == "ran":
            self.ran.emit(frozenset(CaptureId(number) for number in event["captures"]))
        elif event["event"] == "notice":
            names = ("capture", "rule", "title", "text", "sound")
            self.noticed.emit(Notice(*(event[name] for name in names)))

    async def _change(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        result = await self._writer().run(lambda db: function(db, *args, **kwargs))
        self.changed.emit(None)
        return result
