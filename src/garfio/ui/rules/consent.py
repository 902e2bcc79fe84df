"""Switching a rule on; what runs on this machine is shown first, and run only after an open yes."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.action import ACTIONS
from garfio.core.errors import AppError
from garfio.core.rule import Rule
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs


async def switch_on(workspace: Workspace, name: str, parent: QWidget) -> bool:
    """Let a rule act from now on; False when the user did not agree to its programs. Raises AppError `rule.…`."""
    try:
        await workspace.rules.enable(name)
    except AppError as error:
        if error.code != "rule.confirm":
            raise
    else:
        return True
    translate = QCoreApplication.translate
    rule = await workspace.rules.get(name)
    text = translate(
        "rule",
        "Every matching webhook will run, on this machine and with your rights:\n\n{commands}\n\nWhat stands in"
        " {{ }} comes from the webhook. A change of the command asks again.",
    )
    agreed = await dialogs.confirm(
        parent,
        translate("rule", "Let the rule {name} run a program?").format(name=name),
        text.replace("{commands}", "\n".join(_commands(rule))),
        translate("rule", "Run it from now on"),
        dangerous=True,
    )
    if agreed:
        await workspace.rules.enable(name, confirmed=True)
    return agreed


def _commands(rule: Rule) -> list[str]:
    return [
        shlex.join(map(str, action.values.get("argv", [])))
        for action in rule.actions
        if ACTIONS[action.kind].needs_confirmation
    ]
