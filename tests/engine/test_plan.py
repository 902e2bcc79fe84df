"""The plan: values from the store for the records of the database, kept as long as they stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.engine.signed import SECRET

from garfio.core.endpoint import Endpoint, record_of
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.plan import PlanSource
from garfio.engine.secrets import MemoryVault, Vault
from garfio.engine.store.endpoints import Rows

RECORD = record_of(Secret(SECRET, "mine"), "1", "/stripe", 0)
ROWS = Rows((Endpoint("/stripe", "stripe"),), (RECORD,), (), "", 3)


class Slow(MemoryVault):
    """A store that counts how often it is asked, and can be locked."""

    kind = "keychain"

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.is_locked = False

    def get(self, name: str) -> str | None:
        self.asked += 1
        if self.is_locked:
            raise AppError("secrets.keychain", "Locked.")
        return super().get(name)


def make_source(vault: Vault) -> PlanSource:
    source = PlanSource(Path("/nowhere/garfio.db"), {"GARFIO_SECRET_A": "lent"}, lambda _path, _chosen: vault)
    source.memory = vault if isinstance(vault, MemoryVault) else source.memory
    return source


async def test_values_are_read_once() -> None:
    """Until the secret is another one; the environment's are always there."""
    vault = Slow()
    vault.put("1", SECRET)
    source = make_source(vault)
    assert source.plan.environment == {"GARFIO_SECRET_A": "lent"}
    await source.update(ROWS)
    await source.update(replace(ROWS, revision=4))
    assert vault.asked == 1
    assert source.plan.secrets == {"/stripe": (Secret(SECRET, "mine"),)}
    assert (source.plan.revision, source.plan.environment) == (4, {"GARFIO_SECRET_A": "lent"})
    vault.put("1", "whsec_changed")
    await source.update(replace(ROWS, secrets=(record_of(Secret("whsec_changed"), "1", "/stripe", 0),)))
    assert source.plan.secrets == {"/stripe": (Secret("whsec_changed"),)}


async def test_a_locked_store_is_asked_again() -> None:
    """It is said; when it opens, the paths concerned are named, so that they are checked again."""
    vault = Slow()
    vault.put("1", SECRET)
    vault.is_locked = True
    source = make_source(vault)
    assert await source.update(ROWS) == frozenset()
    assert source.trouble is not None
    assert (source.plan.secrets, source.has_value(RECORD)) == ({}, False)
    vault.is_locked = False
    assert await source.update(ROWS) == {"/stripe"}
    assert (source.trouble, source.has_value(RECORD)) == (None, True)
    assert await source.update(ROWS) == frozenset()


async def test_what_is_gone_is_forgotten() -> None:
    """A record without its secret is no secret; without its record neither."""
    vault = MemoryVault()
    source = make_source(vault)
    await source.update(ROWS)
    assert source.plan.secrets == {}
    vault.put("1", SECRET)
    await source.update(ROWS)
    assert source.values() == {"1": SECRET}
    assert source.is_memory
    await source.update(replace(ROWS, secrets=()))
    assert (source.values(), source.plan.secrets) == ({}, {})


async def test_the_setting_chooses_the_store() -> None:
    """Another choice opens another store."""
    vaults = {"keychain": Slow(), "file": Slow()}
    vaults["file"].put("1", SECRET)
    source = PlanSource(Path("/nowhere/garfio.db"), {}, lambda _path, chosen: vaults[chosen])
    await source.update(ROWS)
    assert source.plan.secrets == {}
    await source.update(replace(ROWS, secret_store='"file"'))
    assert source.plan.secrets
