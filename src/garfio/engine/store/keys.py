"""Keys that were fetched from providers, and for which providers the user has allowed it. All of it is public.

Whatever changes a verdict asks for a new check of the captures that it concerns, in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, with_older
from garfio.engine.store import looks

_RECENT = 20_000
"""Ids in which paths without an endpoint are looked for that a provider's captures came to."""


@dataclass(frozen=True, slots=True)
class FetchedKey:
    """What came of the last try to fetch a key."""

    url: str
    provider: str
    key: str = ""
    """PEM or a JWK set; empty when it was never fetched."""
    fetched_at_us: int = 0
    expires_at_us: int = 0
    trouble: str = ""
    """A code of `engine.keys` when the last try failed."""
    detail: str = ""
    """An English phrase for the trouble."""
    tried_at_us: int = 0


def consents(connection: apsw.Connection) -> frozenset[str]:
    """The providers whose keys may be fetched."""
    return frozenset(str(row[0]) for row in connection.execute("SELECT provider FROM key_consents"))


def fetched(connection: apsw.Connection) -> tuple[FetchedKey, ...]:
    """All keys, and all tries that failed."""
    rows = connection.execute(
        "SELECT url, provider, key, fetched_at_us, expires_at_us, trouble, detail, tried_at_us FROM fetched_keys"
        " ORDER BY url"
    )
    return tuple(FetchedKey(*row) for row in rows)


def allow(connection: apsw.Connection, provider: str, now_us: int) -> None:
    """Remember that the keys of a provider may be fetched; tries that failed are made again. Raises AppError
    `keys.none` for a provider that publishes none."""
    _require_keys(provider)
    connection.execute("INSERT OR REPLACE INTO key_consents VALUES(?, ?)", (provider, now_us))
    connection.execute("DELETE FROM fetched_keys WHERE provider = ? AND key = ''", (provider,))
    _recheck(connection, provider)


def forbid(connection: apsw.Connection, provider: str) -> None:
    """Take the permission back, and forget what was fetched. Raises AppError `keys.none` as `allow` does."""
    _require_keys(provider)
    connection.execute("DELETE FROM key_consents WHERE provider = ?", (provider,))
    connection.execute("DELETE FROM fetched_keys WHERE provider = ?", (provider,))
    _recheck(connection, provider)


def put(connection: apsw.Connection, found: FetchedKey) -> bool:
    """Keep what came of a try; False, and nothing is kept, when it is not allowed any more. A try that failed leaves
    the key of an earlier one; of a set of keys those that are no longer in it are kept for what came before."""
    if found.provider not in consents(connection):
        return False
    if not found.key:
        connection.execute(
            "INSERT INTO fetched_keys VALUES(?1, ?2, '', 0, 0, ?3, ?4, ?5) ON CONFLICT(url) DO UPDATE SET"
            " trouble = ?3, detail = ?4, tried_at_us = ?5",
            (found.url, found.provider, found.trouble, found.detail, found.tried_at_us),
        )
        return True
    before = connection.execute("SELECT key FROM fetched_keys WHERE url = ?", (found.url,)).fetchone()
    key = with_older(found.key, str(before[0]) if before else "", found.fetched_at_us / 1e6)
    connection.execute(
        "INSERT OR REPLACE INTO fetched_keys VALUES(?, ?, ?, ?, ?, '', '', ?)",
        (
            found.url,
            found.provider,
            key,
            found.fetched_at_us,
            found.expires_at_us,
            found.tried_at_us,
        ),
    )
    _recheck(connection, found.provider)
    return True


def _require_keys(provider: str) -> None:
    known = [name for name, entry in CATALOG.items() if entry.key_url and entry.key_is_public]
    if provider not in known:
        raise AppError(
            "keys.none",
            f"There is no key of {provider[:60]!r} that can be fetched.",
            hint=f"Give the key as the secret; fetched are those of {', '.join(sorted(known))}.",
            provider=provider,
        )


def _recheck(connection: apsw.Connection, provider: str) -> None:
    """Have the captures of a provider checked again."""
    rows = connection.execute(
        "SELECT path FROM endpoints WHERE provider = ?1"
        " UNION SELECT path FROM captures WHERE provider = ?1 AND id > (SELECT max(id) FROM captures) - ?2",
        (provider, _RECENT),
    ).fetchall()
    for (path,) in rows:
        looks.request_recheck(connection, str(path))
    if not rows:
        looks.grow_revision(connection)
