"""Where signing secrets live: the keychain of the system, or openly chosen, a file of mode 0600 or memory.

Never in the database, a log, an export or a process's arguments; the database has what may be shown of each
(`store.endpoints`), by the id that names it here. Calls block (a keychain may ask its user), so they belong into
a worker thread. `GARFIO_SECRET_STORE` chooses the store.
"""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from garfio.core.errors import AppError

STORE_VARIABLE = "GARFIO_SECRET_STORE"
STORES = ("keychain", "file", "memory")
"""Names of the stores, as the variable and the settings have them."""

_SERVICE = "garfio"
_PIECE = 1000
"""Characters in one keychain item: the Windows Credential Manager takes 1280."""
_LOCK_S = 10
_WEAK_BACKENDS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Back ends that keep nothing, or keep it in plain text somewhere."""


class Vault(Protocol):
    """Texts by name."""

    kind: str
    """One of `STORES`."""

    def get(self, name: str) -> str | None:
        """The text, or None."""

    def put(self, name: str, text: str | None) -> None:
        """Set the text, or with None remove it."""


class MemoryVault:
    """Forgets everything with the process."""

    kind = "memory"

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

    def texts(self) -> dict[str, str]:
        """All of them, to hand to the listener's process."""
        return dict(self._texts)

    def replace(self, texts: Mapping[str, str]) -> None:
        """Hold exactly these."""
        self._texts = dict(texts)


class FileVault:
    """A JSON file that only its owner can read; written whole, under a lock that other processes respect."""

    kind = "file"

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

    kind = "keychain"

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
            return getattr(keyring, method)(_SERVICE, name, *values)
        except keyring.errors.PasswordDeleteError:
            return None
        except Exception as error:  # back ends let the errors of D-Bus and of the system through
            raise AppError(
                "secrets.keychain",
                f"The keychain cannot be used: {error or type(error).__name__}.",
                hint=f"Unlock it, or set {STORE_VARIABLE} to file or memory.",
            ) from error


def has_keychain() -> bool:
    """True when the system has a keychain that `keyring` can use."""
    import keyring

    try:
        backend = keyring.get_keyring()
    except (
        ImportError,
        AttributeError,
        ValueError,
        TypeError,
        RuntimeError,
    ):  # keyring is told to use what is none
        return False
    parts = getattr(backend, "backends", None) or (backend,)
    return not any(type(part).__module__.startswith(_WEAK_BACKENDS) for part in parts)


def open_vault(database: Path, environ: Mapping[str, str], store: str = "") -> Vault:
    """The chosen store: `GARFIO_SECRET_STORE`, else `store` from the settings, else the keychain.

    Raises AppError `secrets.no-keychain` where there is none and nothing was chosen, `secrets.store` for an
    unknown name. Nothing falls back to a weaker place by itself.
    """
    chosen = environ.get(STORE_VARIABLE, "") or store or "keychain"
    if chosen not in STORES:
        message = f"There is no secret store {chosen!r}."
        raise AppError("secrets.store", message, hint=f"Choose one of: {', '.join(STORES)}.", store=chosen)
    if chosen == "memory":
        return MemoryVault()
    if chosen == "file":
        return FileVault(database.with_name(database.name + ".secrets"))
    if not has_keychain():
        message = "This system has no keychain to keep secrets in."
        hint = f"Set {STORE_VARIABLE}=file for a file that only you can read, or =memory to keep them for this run."
        raise AppError("secrets.no-keychain", message, hint=hint)
    return KeychainVault()
