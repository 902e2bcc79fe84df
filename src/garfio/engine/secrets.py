"""Where signing secrets live: the keychain of the system, or openly chosen, a file of mode 0600 or memory.

Never in the database, a log, an export or a process's arguments. Calls block (a keychain may ask its user),
so they belong into a worker thread. `GARFIO_SECRET_STORE` chooses the store; `GARFIO_SECRET_<ENDPOINT>`
lends a secret for a run.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets as random
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from garfio.core.errors import AppError
from garfio.core.signature import Secret

STORES = ("keychain", "file", "memory")
"""Names of the stores, as `GARFIO_SECRET_STORE` has them."""

_SERVICE = "garfio"
_PIECE = 1000
"""Characters in one keychain item: the Windows Credential Manager takes 1280."""
_LOCK_S = 10
_INDEX = "endpoints"


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """A secret with the id that it is changed and removed by."""

    id: str
    """Eight hex digits, unique within the endpoint; `env` for one lent by the environment."""
    secret: Secret

    def describe(self) -> dict[str, object]:
        """What may be shown and exported: never the secret itself."""
        secret = self.secret
        return {
            "id": self.id,
            "label": secret.label,
            "mode": secret.mode,
            "length": len(secret.value),
            "prefix": shown_prefix(secret.value),
            "fingerprint": secret.fingerprint,
            "valid_from": secret.valid_from,
            "valid_until": secret.valid_until,
        }


def shown_prefix(value: str) -> str:
    """The beginning that says what kind of secret it is (`whsec_`, `pdl_ntfset_`), or nothing."""
    if value.lstrip().startswith("{"):
        return "{"
    if "-----BEGIN" in value:
        return "-----BEGIN"
    found = re.match(r"(?:[A-Za-z0-9]{1,10}_){1,3}", value)
    return found[0] if found and len(value) - len(found[0]) >= 8 else ""


class Vault(Protocol):
    """Texts by name."""

    def get(self, name: str) -> str | None:
        """The text, or None."""

    def put(self, name: str, text: str | None) -> None:
        """Set the text, or with None remove it."""


class MemoryVault:
    """Forgets everything with the process."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The text, or None."""
        return self._texts.get(name)

    def put(self, name: str, text: str | None) -> None:
        """Set the text, or with None remove it."""
        self._texts.pop(name, None)
        if text is not None:
            self._texts[name] = text


class FileVault:
    """A JSON file that only its owner can read; written whole, under a lock that other processes respect."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path.with_name(path.name + ".lock"), timeout=_LOCK_S, mode=0o600)

    def get(self, name: str) -> str | None:
        """The text, or None. Raises AppError when the file is open to others or cannot be read."""
        return self._read().get(name)

    def put(self, name: str, text: str | None) -> None:
        """Set the text, or with None remove it. Raises AppError when the file cannot be written."""
        try:
            with self._lock:
                texts = {key: value for key, value in self._read().items() if key != name}
                if text is not None:
                    texts[name] = text
                self._write(texts)
        except (OSError, Timeout) as error:
            raise AppError(
                "secrets.write",
                f"The secrets file {self.path} cannot be written: {error}.",
                hint="",
                path=str(self.path),
            ) from error

    def _read(self) -> dict[str, str]:
        try:
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unreadable(str(error)) from error
        with os.fdopen(handle, encoding="utf-8") as file:
            if os.name == "posix" and stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                message = f"The secrets file {self.path} can be read by others."
                raise AppError(
                    "secrets.permissions", message, hint=f"Run: chmod 600 {self.path}", path=str(self.path)
                )
            try:
                found = json.load(file)
            except ValueError as error:
                raise self._unreadable("it is no JSON") from error
        if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
            raise self._unreadable("it is not written as it should be")
        return found

    def _unreadable(self, why: str) -> AppError:
        message = f"The secrets file {self.path} cannot be read: {why}."
        return AppError(
            "secrets.read", message, hint="Move it away and add the secrets again.", path=str(self.path)
        )

    def _write(self, texts: dict[str, str]) -> None:
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(texts, file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


class KeychainVault:
    """The keychain of the system, through `keyring`. Long texts are split over several items."""

    def __init__(self, workspace: str) -> None:
        self._workspace = workspace

    def get(self, name: str) -> str | None:
        """The text, or None. Raises AppError when the keychain is locked or gone."""
        first = self._item(f"{name}#0")
        if first is None:
            return None
        count, _, text = first.partition(":")
        pieces = [text, *(self._item(f"{name}#{index}") or "" for index in range(1, int(count)))]
        return "".join(pieces)

    def put(self, name: str, text: str | None) -> None:
        """Set the text, or with None remove it. Raises AppError when the keychain is locked or gone."""
        before = self._item(f"{name}#0")
        old = int(before.partition(":")[0]) if before else 0
        pieces = (
            [] if text is None else [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)] or [""]
        )
        for index in range(len(pieces) - 1, -1, -1):
            content = f"{len(pieces)}:{pieces[0]}" if index == 0 else pieces[index]
            self._call("set_password", f"{name}#{index}", content)
        for index in range(len(pieces), old):
            self._call("delete_password", f"{name}#{index}")

    def _item(self, name: str) -> str | None:
        found = self._call("get_password", name)
        return found if isinstance(found, str) else None

    def _call(self, method: str, name: str, *values: str) -> object:
        import keyring
        import keyring.errors

        try:
            return getattr(keyring, method)(_SERVICE, f"{self._workspace}/{name}", *values)
        except keyring.errors.PasswordDeleteError:
            return None
        except keyring.errors.KeyringError as error:
            raise AppError(
                "secrets.keychain",
                f"The keychain cannot be used: {error or type(error).__name__}.",
                hint="Unlock it, or set GARFIO_SECRET_STORE to file or memory.",
            ) from error


def has_keychain() -> bool:
    """True when the system has a keychain that `keyring` can use."""
    import keyring
    import keyring.backends.fail
    import keyring.backends.null

    backend = keyring.get_keyring()
    return not isinstance(backend, keyring.backends.fail.Keyring | keyring.backends.null.Keyring)


def open_secrets(database: Path, environ: Mapping[str, str], store: str = "") -> Secrets:
    """The secrets of a workspace, in the chosen store: `store`, else `GARFIO_SECRET_STORE`, else the
    keychain.

    Raises AppError `secrets.no-keychain` where there is none and nothing was chosen, `secrets.store` for an
    unknown name.
    """
    chosen = store or environ.get("GARFIO_SECRET_STORE", "") or "keychain"
    if chosen not in STORES:
        message = f"There is no secret store {chosen!r}."
        raise AppError("secrets.store", message, hint=f"Choose one of: {', '.join(STORES)}.", store=chosen)
    if chosen == "memory":
        return Secrets(MemoryVault(), environ, chosen)
    if chosen == "file":
        return Secrets(FileVault(database.with_name(database.name + ".secrets")), environ, chosen)
    if not has_keychain():
        message = "This system has no keychain to keep secrets in."
        hint = "Set GARFIO_SECRET_STORE=file for a file that only you can read, or =memory to keep them for this run."
        raise AppError("secrets.no-keychain", message, hint=hint)
    return Secrets(KeychainVault(workspace_name(database)), environ, chosen)


def workspace_name(database: Path) -> str:
    """The name of a workspace in the keychain: a digest of the database's path."""
    return hashlib.sha256(os.fsencode(database.resolve())).hexdigest()[:16]


def environment_name(endpoint: str) -> str:
    """The variable that lends an endpoint a secret: `/stripe/live` is GARFIO_SECRET_STRIPE_LIVE."""
    words = re.sub(r"[^A-Za-z0-9]+", "_", endpoint).strip("_").upper()
    return f"GARFIO_SECRET_{words or 'ROOT'}"


class Secrets:
    """The secrets of every endpoint of a workspace."""

    def __init__(self, vault: Vault, environ: Mapping[str, str], store: str) -> None:
        self.store = store
        """`keychain`, `file` or `memory`."""
        self._vault = vault
        self._environ = environ

    def endpoints(self) -> tuple[str, ...]:
        """The endpoints that have secrets in the store, in the order of their names."""
        found = _read(self._vault.get(_INDEX))
        return tuple(sorted(name for name in found if isinstance(name, str)))

    def of(self, endpoint: str) -> tuple[StoredSecret, ...]:
        """An endpoint's secrets: what the environment lends first, then the stored ones, oldest first."""
        lent = self._environ.get(environment_name(endpoint), "")
        first = (StoredSecret("env", Secret(lent, label="from the environment")),) if lent else ()
        return (*first, *self._stored(endpoint))

    def values(self, endpoint: str) -> tuple[Secret, ...]:
        """An endpoint's secrets as `verify` takes them."""
        return tuple(stored.secret for stored in self.of(endpoint))

    def others(self, endpoint: str) -> tuple[Secret, ...]:
        """The secrets of all other endpoints, labelled with theirs, for the diagnosis."""
        return tuple(
            replace(stored.secret, label=f"{name} {stored.secret.label}".strip())
            for name in self.endpoints()
            if name != endpoint
            for stored in self.of(name)
        )

    def add(self, endpoint: str, secret: Secret) -> str:
        """Store a secret and give its id. Raises AppError for an empty one, or one that the endpoint
        already has."""
        if secret.is_empty:
            raise AppError("secrets.empty", "The secret is empty.", hint="Paste it as the provider shows it.")
        stored = self._stored(endpoint)
        if any(one.secret.value == secret.value for one in stored):
            message = f"{endpoint} already has this secret."
            raise AppError("secrets.known", message, endpoint=endpoint, fingerprint=secret.fingerprint)
        taken = {one.id for one in stored}
        new = next(name for name in iter(lambda: random.token_hex(4), "") if name not in taken)
        self._save(endpoint, (*stored, StoredSecret(new, secret)))
        return new

    def change(self, endpoint: str, id: str, secret: Secret) -> None:  # noqa: A002 - the field's name
        """Replace a secret, its label, mode or validity. Raises AppError when there is none of that id."""
        stored = self._stored(endpoint)
        self._known(endpoint, id, stored)
        if secret.is_empty:
            raise AppError("secrets.empty", "The secret is empty.", hint="Remove it instead.")
        self._save(endpoint, tuple(StoredSecret(id, secret) if one.id == id else one for one in stored))

    def remove(self, endpoint: str, id: str) -> None:  # noqa: A002 - the field's name
        """Forget a secret. Raises AppError when there is none of that id."""
        stored = self._stored(endpoint)
        self._known(endpoint, id, stored)
        self._save(endpoint, tuple(one for one in stored if one.id != id))

    def move(self, endpoint: str, new: str) -> None:
        """Keep the secrets of an endpoint whose path changed."""
        stored = self._stored(endpoint)
        self._save(new, (*self._stored(new), *stored))
        self._save(endpoint, ())

    def _known(self, endpoint: str, id: str, stored: tuple[StoredSecret, ...]) -> None:  # noqa: A002
        if not any(one.id == id for one in stored):
            message = f"{endpoint} has no secret {id!r}."
            raise AppError(
                "secrets.unknown", message, hint="See: garfio secrets list", endpoint=endpoint, id=id
            )

    def _stored(self, endpoint: str) -> tuple[StoredSecret, ...]:
        return tuple(
            StoredSecret(row["id"], _secret(row))
            for row in _read(self._vault.get(f"endpoint:{endpoint}"))
            if isinstance(row, dict) and isinstance(row.get("value"), str) and isinstance(row.get("id"), str)
        )

    def _save(self, endpoint: str, stored: tuple[StoredSecret, ...]) -> None:
        rows = [
            {
                "id": one.id,
                "value": one.secret.value,
                "label": one.secret.label,
                "mode": one.secret.mode,
                "valid_from": one.secret.valid_from,
                "valid_until": one.secret.valid_until,
            }
            for one in stored
        ]
        self._vault.put(f"endpoint:{endpoint}", json.dumps(rows) if rows else None)
        names = set(self.endpoints())
        wanted = names | {endpoint} if rows else names - {endpoint}
        if wanted != names:
            self._vault.put(_INDEX, json.dumps(sorted(wanted)) if wanted else None)


def _read(text: str | None) -> list[object]:
    """A stored JSON list; what cannot be read is empty, so that one bad item does not close the rest."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _secret(row: Mapping[str, object]) -> Secret:
    def text(name: str) -> str:
        value = row.get(name)
        return value if isinstance(value, str) else ""

    def moment(name: str) -> float | None:
        value = row.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    return Secret(text("value"), text("label"), text("mode"), moment("valid_from"), moment("valid_until"))
