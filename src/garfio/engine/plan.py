"""The plan of a workspace, put together from its database, the secret store and the environment, and kept fresh.

Values are read from the store once and kept as long as their record stands; the keychain may be slow, or ask the
user each time.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from garfio.core.endpoint import SecretRecord
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.secrets import MemoryVault, Vault, open_vault
from garfio.engine.settings import read_settings
from garfio.engine.store.endpoints import Rows
from garfio.engine.verification import Plan, environment_secrets

Opener = Callable[[Path, str], Vault]


class PlanSource:
    """Turns rows of the database into a plan."""

    def __init__(
        self,
        database: Path,
        environment: Mapping[str, str] = os.environ,
        opener: Opener | None = None,
        memory: MemoryVault | None = None,
    ) -> None:
        self.plan = Plan(environment=environment_secrets(environment))
        self.rows = Rows()
        self.trouble: AppError | None = None
        """Why secrets could not be read the last time; None when they could."""
        self.memory = memory or MemoryVault()
        """What memory keeps, whichever store is chosen."""
        self.is_read = False
        """True once a plan has been made from rows."""
        self._database = database
        self._opener = opener or (lambda path, chosen: open_vault(path, environment, chosen))
        self._values: dict[tuple[str, str], str] = {}
        self._vault: Vault | None = None
        self._chosen: str | None = None

    def vault(self, rows: Rows | None = None) -> Vault:
        """The store that is chosen at present. Raises AppError `secrets.…`; may block."""
        text = (rows or self.rows).secret_store
        chosen = read_settings({"secret_store": text} if text else {}).secret_store
        if self._vault is None or chosen != self._chosen:
            self._vault = self.open_vault(chosen)
            self._chosen = chosen
            self._values.clear()
        return self._vault

    def open_vault(self, chosen: str) -> Vault:
        """The store that a choice in the settings leads to. Raises AppError `secrets.…`."""
        found = self._opener(self._database, chosen)
        return self.memory if found.kind == "memory" else found

    @property
    def is_memory(self) -> bool:
        """True when memory is the store in use."""
        return self._vault is self.memory

    def has_value(self, record: SecretRecord) -> bool:
        """True when the secret itself was there the last time."""
        return _key(record) in self._values

    def values(self) -> dict[str, str]:
        """The secrets that were there the last time, by id."""
        return {identifier: value for (identifier, _), value in self._values.items()}

    async def update(self, rows: Rows) -> frozenset[str]:
        """Make the plan anew from `rows`; gives the paths whose secrets are there now and were not with the same
        rows before."""
        same = rows == self.rows
        lacked = {record.owner for record in rows.secrets if not self.has_value(record)} if same else set()
        await asyncio.to_thread(self._read_values, rows)
        self.rows, self.is_read = rows, True
        self.plan = Plan(
            rows.endpoints,
            {scheme.id: scheme for scheme in rows.schemes},
            _by_owner(rows.secrets, self._values),
            self.plan.environment,
            rows.revision,
            rows.consents,
            {key.url: key for key in rows.keys},
        )
        lacking = {record.owner for record in rows.secrets if not self.has_value(record)}
        return frozenset(owner for owner in lacked - lacking if owner.startswith("/"))

    def _read_values(self, rows: Rows) -> None:
        self.trouble = None
        wanted = {_key(record): record.id for record in rows.secrets}
        self._values = {key: value for key, value in self._values.items() if key in wanted}
        missing = [key for key in wanted if key not in self._values]
        if not missing:
            return
        try:
            vault = self.vault(rows)
            for key in missing:
                value = vault.get(wanted[key])
                if value is not None:
                    self._values[key] = value
        except AppError as error:
            self.trouble = error


def _key(record: SecretRecord) -> tuple[str, str]:
    return record.id, record.fingerprint


def _by_owner(
    records: tuple[SecretRecord, ...], values: Mapping[tuple[str, str], str]
) -> dict[str, tuple[Secret, ...]]:
    found: dict[str, tuple[Secret, ...]] = {}
    for record in records:
        value = values.get(_key(record))
        if value is not None:
            found[record.owner] = (*found.get(record.owner, ()), record.with_value(value))
    return found
