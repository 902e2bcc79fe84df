"""Secrets: every store keeps them, none shows them, and what is wrong with a store is said."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from garfio.core.errors import AppError
from garfio.engine.secrets import FileVault, KeychainVault, Vault, open_vault

PEM = "-----BEGIN PUBLIC KEY-----\n" + "A" * 5000 + "\n-----END PUBLIC KEY-----\n"


class FakeKeychain(keyring.backend.KeyringBackend):
    """A keychain with the limit of the narrowest one."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """An item."""
        if self.is_locked:
            raise keyring.errors.KeyringLocked("locked")
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """An item is set; one that is too long is refused, as by the Windows Credential Manager."""
        if len(password) > 1280:
            raise keyring.errors.PasswordSetError("too long")
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """An item is removed."""
        if (service, username) not in self.items:
            raise keyring.errors.PasswordDeleteError("absent")
        del self.items[service, username]


@pytest.fixture
def keychain() -> object:
    """A keychain for one test."""
    before = keyring.get_keyring()
    fake = FakeKeychain()
    keyring.set_keyring(fake)
    yield fake
    keyring.set_keyring(before)


@pytest.fixture(params=["keychain", "file", "memory"])
def vault(request: pytest.FixtureRequest, tmp_path: Path, keychain: FakeKeychain) -> Vault:
    """An empty store of each kind."""
    return open_vault(tmp_path / "garfio.db", {}, request.param)


def test_secrets_are_kept(vault: Vault) -> None:
    """Texts by name, long ones and other alphabets too; changed and removed."""
    texts = {"a": "whsec_a", "b": PEM, "c": "", "d": "clé 秘密"}
    for name, text in texts.items():
        vault.put(name, text)
    assert {name: vault.get(name) for name in texts} == texts
    vault.put("b", "short")
    vault.put("a", None)
    vault.put("never", None)
    assert (vault.get("a"), vault.get("b"), vault.get("never")) == (None, "short", None)


def test_the_environment_chooses(tmp_path: Path) -> None:
    """The variable goes before the setting."""
    database = tmp_path / "garfio.db"
    assert open_vault(database, {"GARFIO_SECRET_STORE": "memory"}, "file").kind == "memory"
    assert open_vault(database, {}, "file").kind == "file"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_file_is_private(tmp_path: Path) -> None:
    """Mode 0600 whatever the umask, a file open to others is refused, a link is not followed."""
    before = os.umask(0)
    try:
        vault = open_vault(tmp_path / "garfio.db", {"GARFIO_SECRET_STORE": "file"})
        vault.put("a", "x")
    finally:
        os.umask(before)
    path = tmp_path / "garfio.db.secrets"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
    path.chmod(0o640)
    with pytest.raises(AppError, match="can be read by others") as caught:
        vault.get("a")
    assert caught.value.code == "secrets.permissions"
    path.chmod(0o600)
    link = tmp_path / "link"
    link.symlink_to(path)
    with pytest.raises(AppError):
        FileVault(link).get("x")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a":1}'])
def test_a_damaged_file_is_said_to_be(tmp_path: Path, content: str) -> None:
    """It is neither overwritten nor taken for empty."""
    path = tmp_path / "s"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(AppError) as caught:
        FileVault(path).put("a", "b")
    assert caught.value.code == "secrets.read"
    assert path.read_text() == content


def test_two_processes_share_the_file(tmp_path: Path) -> None:
    """Each sees what the other wrote, and neither undoes it."""
    one, two = FileVault(tmp_path / "s"), FileVault(tmp_path / "s")
    one.put("a", "1")
    two.put("b", "2")
    assert (one.get("b"), two.get("a")) == ("2", "1")


def test_no_keychain(tmp_path: Path, keychain: FakeKeychain) -> None:
    """Nothing is chosen silently: the error names the choices."""
    import keyring.backends.fail

    keyring.set_keyring(keyring.backends.fail.Keyring())
    with pytest.raises(AppError) as caught:
        open_vault(tmp_path / "garfio.db", {})
    assert caught.value.code == "secrets.no-keychain"
    assert "memory" in caught.value.hint
    with pytest.raises(AppError):
        open_vault(tmp_path / "garfio.db", {"GARFIO_SECRET_STORE": "cloud"})


def test_a_back_end_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """keyring is told to use something that cannot be loaded; that is a system without a keychain, said so."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "nothing.Here")
    with pytest.raises(AppError) as caught:
        open_vault(tmp_path / "garfio.db", {})
    assert caught.value.code == "secrets.no-keychain"


def test_keychain_items(tmp_path: Path, keychain: FakeKeychain) -> None:
    """Long texts are split and leave nothing behind; a locked keychain is an error with a hint."""
    vault = KeychainVault()
    vault.put("a", "x" * 3500)
    assert len(keychain.items) == 4
    assert vault.get("a") == "x" * 3500
    vault.put("a", "")
    assert (vault.get("a"), len(keychain.items)) == ("", 1)
    vault.put("a", None)
    assert (vault.get("a"), keychain.items) == (None, {})
    keychain.is_locked = True
    with pytest.raises(AppError, match="Unlock it"):
        vault.get("a")
