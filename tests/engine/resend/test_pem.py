"""Certificate files of targets, looked at when they are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from tests.engine.resend.certificates import Authority

from garfio.core.errors import AppError
from garfio.core.target import Target, Tls
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.pem import check_files
from garfio.engine.resend.share import export_targets, import_targets


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Names of files of every kind, by what is in them."""
    authority = Authority.make(tmp_path)
    whole = authority.issue("whole")
    key = load_pem_private_key(whole.read_bytes(), None)
    locked = tmp_path / "locked.pem"
    locked.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x")))
    text = tmp_path / "text.pem"
    text.write_text("-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n")
    return {
        "authority": str(authority.file),
        "whole": str(whole),
        "other": str(authority.issue("other")),
        "locked": str(locked),
        "text": str(text),
        "gone": str(tmp_path / "gone.pem"),
        "folder": str(tmp_path),
        "": "",
    }


@pytest.mark.parametrize(
    ("ca", "certificate", "key", "code"),
    [
        ("", "", "", ""),
        ("authority", "", "", ""),
        ("authority", "whole", "", ""),
        ("", "whole", "whole", ""),
        ("text", "", "", "no_certificate"),
        ("locked", "", "", "no_certificate"),
        ("gone", "", "", "unreadable"),
        ("folder", "", "", "unreadable"),
        ("", "text", "", "no_certificate"),
        ("", "authority", "", "no_key"),
        ("", "whole", "authority", "no_key"),
        ("", "whole", "locked", "locked_key"),
        ("", "whole", "other", "other_key"),
        ("", "whole", "gone", "unreadable"),
        ("", "", "whole", "key_alone"),
    ],
)
async def test_files(files: dict[str, str], ca: str, certificate: str, key: str, code: str) -> None:
    """What the first handshake would fail at is said at once, with the file's name."""
    tls = Tls(True, files[ca], files[certificate], files[key])
    if not code:
        await check_files(tls)
        return
    with pytest.raises(AppError) as caught:
        await check_files(tls)
    assert caught.value.code == f"target.pem_{code}"
    assert caught.value.fields["file"] in files.values()
    assert caught.value.hint


async def test_a_desk_looks_at_them(desk: ResendDesk, files: dict[str, str], tmp_path: Path) -> None:
    """Bad ones are not kept; those of a shared file may still be missing here, and do not keep the rest from
    being changed."""
    bad = Target("mtls", "https://h.example", tls=Tls(certificate_file=files["gone"]))
    with pytest.raises(AppError):
        await desk.add_target(bad)
    await desk.add_target(Target("mtls", "https://h.example"))
    with pytest.raises(AppError):
        await desk.change_target("mtls", bad)
    assert await desk.targets() == [Target("mtls", "https://h.example")]
    await desk.remove_target("mtls")
    await desk.add_target(bad, files_here=False)
    file = tmp_path / "targets.json"
    await export_targets(desk, file)
    await desk.remove_target("mtls")
    assert await import_targets(desk, file) == (["mtls"], [])
    await desk.change_target("mtls", Target("mtls", "https://other.example", tls=bad.tls))
    assert (await desk.target("mtls")).url == "https://other.example"
