"""Secrets: every store keeps them, none shows them, and what is wrong with a store is said."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.secrets import (
    FileVault,
    KeychainVault,
    MemoryVault,
    Secrets,
    environment_name,
    open_secrets,
    shown_prefix,
)

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
def secrets(request: pytest.FixtureRequest, tmp_path: Path, keychain: FakeKeychain) -> Secrets:
    """An empty store of each kind."""
    return open_secrets(tmp_path / "garfio.db", {}, request.param)


def test_secrets_are_kept(secrets: Secrets) -> None:
    """Several for an endpoint, with label, mode and validity, long ones too; changed and removed by id."""
    first = secrets.add("/stripe", Secret("whsec_a", "live one", "live", 1.0, 2.5))
    second = secrets.add("/stripe", Secret(PEM))
    secrets.add("/other", Secret('{"webhook_id":"1"}', "é"))
    assert secrets.endpoints() == ("/other", "/stripe")
    assert [one.id for one in secrets.of("/stripe")] == [first, second]
    assert secrets.values("/stripe") == (Secret("whsec_a", "live one", "live", 1.0, 2.5), Secret(PEM))
    secrets.change("/stripe", second, Secret("short", "now"))
    assert secrets.values("/stripe")[1] == Secret("short", "now")
    secrets.remove("/stripe", first)
    assert [one.label for one in secrets.values("/stripe")] == ["now"]
    assert [one.label for one in secrets.others("/stripe")] == ["/other é"]
    secrets.move("/stripe", "/new")
    assert secrets.endpoints() == ("/new", "/other")
    secrets.remove("/new", second)
    assert secrets.endpoints() == ("/other",)
    assert secrets.of("/stripe") == secrets.of("/new") == ()


def test_what_cannot_be_stored(secrets: Secrets) -> None:
    """Empty secrets, the same one twice, ids that are not there."""
    identifier = secrets.add("/a", Secret("x"))
    for action, code in (
        (lambda: secrets.add("/a", Secret(" ")), "secrets.empty"),
        (lambda: secrets.add("/a", Secret("x", "again")), "secrets.known"),
        (lambda: secrets.remove("/a", "nope"), "secrets.unknown"),
        (lambda: secrets.remove("/b", identifier), "secrets.unknown"),
        (lambda: secrets.change("/a", identifier, Secret("")), "secrets.empty"),
    ):
        with pytest.raises(AppError) as caught:
            action()
        assert caught.value.code == code


def test_nothing_shows_the_secret(secrets: Secrets) -> None:
    """A description has length, prefix and fingerprint; errors and texts have none of it."""
    secrets.add("/a", Secret("whsec_topsecretvalue"))
    stored = secrets.of("/a")[0]
    shown = json.dumps(stored.describe())
    assert "topsecret" not in shown + repr(stored)
    assert (stored.describe()["length"], stored.describe()["prefix"]) == (20, "whsec_")


@pytest.mark.parametrize(
    ("value", "prefix"),
    [
        ("whsec_abcdefgh", "whsec_"),
        ("pdl_ntfset_abcdefgh", "pdl_ntfset_"),
        ("a_b", ""),
        ("x" * 40, ""),
        (PEM, "-----BEGIN"),
        ("{}", "{"),
    ],
)
def test_prefix(value: str, prefix: str) -> None:
    """Only what says the kind is shown."""
    assert shown_prefix(value) == prefix


def test_the_environment_lends_one() -> None:
    """For a run, before the stored ones; it is not written anywhere."""
    vault = MemoryVault()
    secrets = Secrets(vault, {"GARFIO_SECRET_STRIPE_LIVE": "whsec_env"}, "memory")
    secrets.add("/stripe/live", Secret("whsec_a"))
    assert [one.value for one in secrets.values("/stripe/live")] == ["whsec_env", "whsec_a"]
    assert "whsec_env" not in (vault.get("endpoint:/stripe/live") or "")
    with pytest.raises(AppError):
        secrets.remove("/stripe/live", "env")


@pytest.mark.parametrize(
    ("endpoint", "name"), [("/stripe", "STRIPE"), ("/a-b/c.d", "A_B_C_D"), ("/", "ROOT"), ("é", "ROOT")]
)
def test_environment_names(endpoint: str, name: str) -> None:
    """The endpoint's words in capitals."""
    assert environment_name(endpoint) == f"GARFIO_SECRET_{name}"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_file_is_private(tmp_path: Path) -> None:
    """Mode 0600 whatever the umask, a file open to others is refused, a link is not followed."""
    before = os.umask(0)
    try:
        secrets = open_secrets(tmp_path / "garfio.db", {"GARFIO_SECRET_STORE": "file"})
        secrets.add("/a", Secret("x"))
    finally:
        os.umask(before)
    path = tmp_path / "garfio.db.secrets"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
    path.chmod(0o640)
    with pytest.raises(AppError, match="can be read by others") as caught:
        secrets.of("/a")
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
        open_secrets(tmp_path / "garfio.db", {})
    assert caught.value.code == "secrets.no-keychain"
    assert "memory" in caught.value.hint
    with pytest.raises(AppError):
        open_secrets(tmp_path / "garfio.db", {"GARFIO_SECRET_STORE": "cloud"})


def test_keychain_items(tmp_path: Path, keychain: FakeKeychain) -> None:
    """Long texts are split and leave nothing behind; a locked keychain is an error with a hint."""
    vault = KeychainVault("w")
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


def test_workspaces_do_not_share(tmp_path: Path, keychain: FakeKeychain) -> None:
    """Two databases have their own secrets."""
    open_secrets(tmp_path / "one.db", {}).add("/a", Secret("x"))
    assert open_secrets(tmp_path / "two.db", {}).of("/a") == ()
    assert len(open_secrets(tmp_path / "one.db", {}).of("/a")) == 1
