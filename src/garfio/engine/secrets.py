"""Where signing secrets live: the system's keychain, a private file beside the database, or memory alone.

The keychain is the default; the other two are chosen openly, by `GARFIO_SECRET_STORE` or in the settings. Nothing
falls back to a weaker place by itself. Methods block: a keychain may ask the user, so they run on threads.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock

from garfio.core.errors import AppError
from garfio.engine.verification import STORE_VARIABLE

KINDS = ("keychain", "file", "memory")
SERVICE = "garfio"
"""The name under which the keychain shows our entries."""
_PIECE = 1000
"""Characters of one entry; Windows takes 1280 at most, and a certificate has more."""
_WEAK_BACKENDS = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""Back ends that keep nothing, or keep it in plain text somewhere."""


class SecretStore(Protocol):
    """Values by id. Methods raise AppError `secrets.…` with what to do."""

    kind: str

    def get(self, identifier: str) -> str | None:
        """The value; None when there is none."""

    def put(self, identifier: str, value: str) -> None:
        """Keep a value."""

    def remove(self, identifier: str) -> None:
        """Forget a value; nothing happens when there is none."""


class MemoryStore:
    """Values for as long as the program runs."""

    kind = "memory"

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def get(self, identifier: str) -> str | None:
        """The value; None when there is none."""
        return self._values.get(identifier)

    def put(self, identifier: str, value: str) -> None:
        """Keep a value."""
        self._values[identifier] = value

    def remove(self, identifier: str) -> None:
        """Forget a value."""
        self._values.pop(identifier, None)

    def values(self) -> dict[str, str]:
        """All of them, to hand to the listener."""
        return dict(self._values)

    def replace(self, values: Mapping[str, str]) -> None:
        """Hold exactly these."""
        self._values = dict(values)


class FileStore:
    """A JSON file that only this user can read; every change replaces it whole."""

    kind = "file"

    def __init__(self, database: Path) -> None:
        self.path = Path(f"{database}.secrets.json")
        self._lock = FileLock(f"{self.path}.lock", mode=0o600)

    def get(self, identifier: str) -> str | None:
        """The value; None when there is none."""
        return self._read().get(identifier)

    def put(self, identifier: str, value: str) -> None:
        """Keep a value."""
        with self._lock:
            self._write({**self._read(), identifier: value})

    def remove(self, identifier: str) -> None:
        """Forget a value."""
        with self._lock:
            values = self._read()
            if values.pop(identifier, None) is not None:
                self._write(values)

    def _read(self) -> dict[str, str]:
        try:
            if self.path.is_symlink():
                raise self._error("it is a link")
            if sys.platform != "win32" and self.path.stat().st_mode & 0o077:
                self.path.chmod(0o600)
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._error(str(error.strerror)) from error
        except ValueError as error:
            raise self._error("it is not JSON") from error
        if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
            raise self._error("it does not hold texts by id")
        return found

    def _write(self, values: Mapping[str, str]) -> None:
        try:
            descriptor, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:  # mkstemp made it 0600
                    json.dump(values, file)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self.path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._error(str(error.strerror)) from error

    def _error(self, why: str) -> AppError:
        return AppError(
            "secrets.file",
            f"The file with the secrets, {self.path}, cannot be used: {why}.",
            hint="Mend or remove it.",
            path=self.path,
        )


class KeychainStore:
    """The keychain of the system through keyring; a long value takes several entries."""

    kind = "keychain"

    def __init__(self, backend: Any) -> None:
        """`backend` is one of keyring's."""
        self._backend = backend

    def get(self, identifier: str) -> str | None:
        """The value; None when there is none."""
        with _explained():
            first = self._backend.get_password(SERVICE, identifier)
            if first is None:
                return None
            count, _, value = first.partition(":")
            pieces = [self._backend.get_password(SERVICE, f"{identifier}.{n}") for n in range(1, int(count))]
        return None if None in pieces else "".join((value, *pieces))

    def put(self, identifier: str, value: str) -> None:
        """Keep a value."""
        first, *rest = [value[at : at + _PIECE] for at in range(0, len(value), _PIECE)] or [""]
        with _explained():
            for number, piece in enumerate(rest, start=1):
                self._backend.set_password(SERVICE, f"{identifier}.{number}", piece)
            self._backend.set_password(SERVICE, identifier, f"{len(rest) + 1}:{first}")

    def remove(self, identifier: str) -> None:
        """Forget a value."""
        with _explained():
            first = self._backend.get_password(SERVICE, identifier)
            count = int(first.partition(":")[0]) if first else 0
            for name in (identifier, *(f"{identifier}.{number}" for number in range(1, count))):
                if self._backend.get_password(SERVICE, name) is not None:
                    self._backend.delete_password(SERVICE, name)


def open_store(database: Path, chosen: str, environment: Mapping[str, str] = os.environ) -> SecretStore:
    """The store that the environment names, else the settings (`chosen`). Raises AppError `secrets.choice` or
    `secrets.no_keychain`."""
    kind = environment.get(STORE_VARIABLE, "") or chosen
    if kind not in KINDS:
        raise AppError(
            "secrets.choice", f"{STORE_VARIABLE} cannot be {kind!r}.", hint=f"It is one of {', '.join(KINDS)}."
        )
    if kind == "file":
        return FileStore(database)
    return MemoryStore() if kind == "memory" else KeychainStore(_keychain())


def read_values(store: SecretStore, identifiers: Iterable[str]) -> dict[str, str]:
    """The values that there are. Raises AppError."""
    found = {identifier: store.get(identifier) for identifier in identifiers}
    return {identifier: value for identifier, value in found.items() if value is not None}


def _keychain() -> Any:
    """A back end that keeps secrets as the system does."""
    import keyring

    backend = keyring.get_keyring()
    for candidate in getattr(backend, "backends", None) or (backend,):
        if not type(candidate).__module__.startswith(_WEAK_BACKENDS):
            return candidate
    raise AppError(
        "secrets.no_keychain",
        "This system has no keychain to keep secrets in.",
        hint=f"Set {STORE_VARIABLE}=file to keep them in a private file beside the database, or"
        f" {STORE_VARIABLE}=memory to keep none.",
    )


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Failures of the keychain in words."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - back ends let the errors of D-Bus and of the system through
        raise AppError(
            "secrets.keychain",
            "The keychain does not answer.",
            hint=f"Unlock it and try again, or set {STORE_VARIABLE}=file.",
            reason=type(error).__name__,
        ) from error
