"""Endpoints, custom schemes, and what is known of secrets; the secrets themselves are never here.

Whatever changes a verdict asks for a new check of the captures that it concerns, in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import apsw

from garfio.core.endpoint import Endpoint, SecretRecord, checked_endpoint
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Provider, unknown_provider
from garfio.core.signature.fault import SchemeFault
from garfio.engine.store import keys, looks
from garfio.engine.store.reading import stored_settings

_RECORD = "id, owner, label, mode, valid_from, valid_until, length, prefix, fingerprint, added_at_us"


@dataclass(frozen=True, slots=True)
class Rows:
    """All that verdicts depend on, but for the values of the secrets."""

    endpoints: tuple[Endpoint, ...] = ()
    secrets: tuple[SecretRecord, ...] = ()
    schemes: tuple[Provider, ...] = ()
    secret_store: str = ""
    """The setting of this name as JSON; empty for the default."""
    revision: int = 0
    consents: frozenset[str] = frozenset()
    """Providers whose keys may be fetched."""
    keys: tuple[keys.FetchedKey, ...] = ()


def read_rows(connection: apsw.Connection) -> Rows:
    """Everything at once."""
    return Rows(
        tuple(endpoints(connection)),
        tuple(secrets(connection)),
        tuple(schemes(connection)),
        stored_settings(connection).get("secret_store", ""),
        looks.revision(connection),
        keys.consents(connection),
        keys.fetched(connection),
    )


def endpoints(connection: apsw.Connection) -> list[Endpoint]:
    """All endpoints in the user's order."""
    rows = connection.execute(
        "SELECT path, provider, public_url, tolerance_s FROM endpoints ORDER BY position, path"
    )
    return [Endpoint(*row) for row in rows]


def endpoint(connection: apsw.Connection, path: str) -> Endpoint:
    """One endpoint. Raises AppError `endpoint.missing`."""
    row = connection.execute(
        "SELECT path, provider, public_url, tolerance_s FROM endpoints WHERE path = ?", (path,)
    ).fetchone()
    if row is None:
        raise AppError(
            "endpoint.missing",
            f"There is no endpoint {path!r}.",
            hint="`garfio endpoints list` shows them.",
            path=path,
        )
    return Endpoint(*row)


def add_endpoint(connection: apsw.Connection, added: Endpoint) -> None:
    """Keep a new endpoint. Raises AppError `endpoint.taken`, `endpoint.provider`, and what `checked_endpoint`
    raises."""
    added = _checked(connection, added)
    if connection.execute("SELECT 1 FROM endpoints WHERE path = ?", (added.path,)).fetchone():
        raise AppError("endpoint.taken", f"There is an endpoint {added.path!r} already.", path=added.path)
    connection.execute(
        "INSERT INTO endpoints SELECT ?, ?, ?, ?, coalesce(max(position), 0) + 1 FROM endpoints",
        (added.path, added.provider, added.public_url, added.tolerance_s),
    )
    looks.request_recheck(connection, added.path)


def change_endpoint(connection: apsw.Connection, path: str, changed: Endpoint) -> None:
    """Put `changed` in the place of the endpoint at `path`; its secrets go with it. Raises AppError as
    `add_endpoint` does, or `endpoint.missing`."""
    before = endpoint(connection, path)
    changed = _checked(connection, changed)
    if changed == before:
        return
    if changed.path != path:
        if connection.execute("SELECT 1 FROM endpoints WHERE path = ?", (changed.path,)).fetchone():
            raise AppError(
                "endpoint.taken", f"There is an endpoint {changed.path!r} already.", path=changed.path
            )
        connection.execute("UPDATE secrets SET owner = ?2 WHERE owner = ?1", (path, changed.path))
        looks.request_recheck(connection, path)
    connection.execute(
        "UPDATE endpoints SET path = ?, provider = ?, public_url = ?, tolerance_s = ? WHERE path = ?",
        (changed.path, changed.provider, changed.public_url, changed.tolerance_s, path),
    )
    looks.request_recheck(connection, changed.path)


def remove_endpoint(connection: apsw.Connection, path: str) -> list[str]:
    """Forget an endpoint and its secrets; the captures stay. Gives the ids of the secrets. Raises AppError
    `endpoint.missing`."""
    endpoint(connection, path)
    ids = [record.id for record in secrets(connection, path)]
    connection.execute("DELETE FROM secrets WHERE owner = ?", (path,))
    connection.execute("DELETE FROM endpoints WHERE path = ?", (path,))
    looks.request_recheck(connection, path)
    return ids


def secrets(connection: apsw.Connection, owner: str | None = None) -> list[SecretRecord]:
    """What is known of all secrets, or of one owner's, the newest first."""
    where = "" if owner is None else " WHERE owner = ?"
    rows = connection.execute(
        f"SELECT {_RECORD} FROM secrets{where} ORDER BY owner, added_at_us DESC, rowid DESC",
        () if owner is None else (owner,),
    )
    return [SecretRecord(*row) for row in rows]


def secret(connection: apsw.Connection, wanted: str) -> SecretRecord:
    """One of them. Raises AppError `secret.missing`."""
    row = connection.execute(f"SELECT {_RECORD} FROM secrets WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        raise AppError(
            "secret.missing",
            f"There is no secret {wanted!r}.",
            hint="`garfio secrets list` shows them.",
            id=wanted,
        )
    return SecretRecord(*row)


def put_secret(connection: apsw.Connection, record: SecretRecord) -> None:
    """Keep what is known of a secret, new or changed. An endpoint is made for one that has none yet. Raises
    AppError `secret.taken` when the owner has the same secret already."""
    twin = connection.execute(
        "SELECT 1 FROM secrets WHERE owner = ? AND fingerprint = ? AND length = ? AND id <> ?",
        (record.owner, record.fingerprint, record.length, record.id),
    ).fetchone()
    if twin:
        raise AppError("secret.taken", f"{record.owner} has this secret already.", owner=record.owner)
    if record.owner.startswith("/"):
        known = connection.execute("SELECT 1 FROM endpoints WHERE path = ?", (record.owner,)).fetchone()
        if not known:
            add_endpoint(connection, Endpoint(record.owner))
    connection.execute(
        f"INSERT OR REPLACE INTO secrets({_RECORD}) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.id,
            record.owner,
            record.label,
            record.mode,
            record.valid_from,
            record.valid_until,
            record.length,
            record.prefix,
            record.fingerprint,
            record.added_at_us,
        ),
    )
    _recheck_owner(connection, record.owner)


def remove_secret(connection: apsw.Connection, wanted: str) -> None:
    """Forget what is known of a secret. Raises AppError `secret.missing`."""
    record = secret(connection, wanted)
    connection.execute("DELETE FROM secrets WHERE id = ?", (wanted,))
    _recheck_owner(connection, record.owner)


def schemes(connection: apsw.Connection) -> list[Provider]:
    """The custom schemes by id; one that this version cannot read is passed over."""
    found = []
    for (value,) in connection.execute("SELECT value FROM schemes ORDER BY id"):
        try:
            found.append(Provider.from_dict(json.loads(str(value))))
        except ValueError:
            continue
    return found


def put_scheme(connection: apsw.Connection, values: Mapping[str, object]) -> Provider:
    """Keep a custom scheme, new or changed, from plain values. Raises AppError `scheme.invalid` or
    `scheme.taken`."""
    made = read_scheme(values)
    if made.id in CATALOG:
        raise AppError(
            "scheme.taken",
            f"{made.id!r} is a provider of the catalogue.",
            hint="Give the custom scheme another id.",
            id=made.id,
        )
    connection.execute("INSERT OR REPLACE INTO schemes VALUES(?, ?)", (made.id, json.dumps(made.to_dict())))
    _recheck_scheme(connection, made.id)
    return made


def remove_scheme(connection: apsw.Connection, wanted: str) -> None:
    """Forget a custom scheme. Raises AppError `scheme.used` while an endpoint has it."""
    used = connection.execute("SELECT path FROM endpoints WHERE provider = ?", (wanted,)).fetchone()
    if used:
        raise AppError(
            "scheme.used",
            f"The endpoint {used[0]} uses the scheme {wanted!r}.",
            hint="Give it another provider first.",
            id=wanted,
            path=used[0],
        )
    connection.execute("DELETE FROM schemes WHERE id = ?", (wanted,))


def read_scheme(values: Mapping[str, object]) -> Provider:
    """A custom scheme from plain values, as the catalogue's form or a file gives them. Raises AppError
    `scheme.invalid` with the reason."""
    try:
        return Provider.from_dict(values)
    except SchemeFault as error:
        raise AppError(
            "scheme.invalid",
            "This is no signature scheme.",
            hint=str(error),
            fault=error.code,
            value=error.value,
        ) from error


def _checked(connection: apsw.Connection, wanted: Endpoint) -> Endpoint:
    found = checked_endpoint(wanted)
    if found.provider and found.provider not in CATALOG:
        custom = connection.execute("SELECT 1 FROM schemes WHERE id = ?", (found.provider,)).fetchone()
        if not custom:
            raise unknown_provider(found.provider, "endpoint.provider")
    return found


def _recheck_owner(connection: apsw.Connection, owner: str) -> None:
    if owner.startswith("/"):
        looks.request_recheck(connection, owner)


def _recheck_scheme(connection: apsw.Connection, wanted: str) -> None:
    rows = connection.execute("SELECT path FROM endpoints WHERE provider = ?", (wanted,)).fetchall()
    for (path,) in rows:
        looks.request_recheck(connection, str(path))
