"""Secrets of actions, by name: passwords, tokens, URLs of incoming webhooks. Kept where signing secrets are, with
`action:NAME` as their owner, or given for a run in the environment as GARFIO_SECRET_ACTION_NAME."""

from __future__ import annotations

import re

from garfio.engine.verification import ENVIRONMENT_PREFIX, Plan

OWNER_PREFIX = "action:"


def owner_of(name: str) -> str:
    """Whose the secret is, in the terms of the store."""
    return OWNER_PREFIX + name


def variable_of(name: str) -> str:
    """The environment variable that may hold the secret."""
    return f"{ENVIRONMENT_PREFIX}ACTION_{re.sub(r'[^A-Za-z0-9]', '_', name).upper()}"


def secret_of(plan: Plan, name: str) -> str | None:
    """The secret, the environment's first and the newest of several; None when there is none."""
    given = plan.environment.get(variable_of(name))
    if given:
        return given
    kept = plan.secrets.get(owner_of(name), ())
    return kept[0].value if kept else None
