"""Targets to a file and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from garfio.core.errors import AppError
from garfio.core.target import Target, Tls, read_expectation
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.session import open_desk
from garfio.engine.resend.share import export_targets, import_targets

TARGETS = [
    Target("dev", "http://localhost:3000", set_headers=(("A", "b"),), variables=(("env", "x"),)),
    Target(
        "staging", "https://s.example/in", tls=Tls(verify=False), expectations=(read_expectation("time=5"),)
    ),
]


async def test_there_and_back(desk: ResendDesk, tmp_path: Path) -> None:
    """In another workspace they are the same; a name that is taken stays what it is there."""
    for target in TARGETS:
        await desk.add_target(target)
    file = tmp_path / "targets.json"
    assert await export_targets(desk, file) == 2
    async with open_desk(tmp_path / "other.db") as other:
        await other.add_target(Target("dev", "http://127.0.0.1:1"))
        assert await import_targets(other, file) == (["staging"], ["dev"])
        assert await other.targets() == [Target("dev", "http://127.0.0.1:1"), TARGETS[1]]


_NAMELESS = '{"garfio": "targets", "targets": [{"url": "http://h"}]}'
_ONE_GOOD = '{"garfio": "targets", "targets": [{"name": "a", "url": "http://h"}, {"name": "b", "url": "x"}]}'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "target.file"),
        ("[]", "target.file"),
        ("[" * 100_000, "target.file"),
        ('{"garfio": "targets"}', "target.file"),
        ('{"garfio": "targets", "targets": [1]}', "target.file"),
        (_NAMELESS, "target.file"),
        (_ONE_GOOD, "target.url"),
    ],
)
async def test_a_file_that_does_not_fit(desk: ResendDesk, tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "targets.json"
    file.write_text(text)
    with pytest.raises(AppError) as caught:
        await import_targets(desk, file)
    assert caught.value.code == code
    assert await desk.targets() == []


async def test_places_that_cannot_be_used(desk: ResendDesk, tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        await import_targets(desk, tmp_path / "none")
    assert caught.value.code == "file.read"
    with pytest.raises(AppError) as caught:
        await export_targets(desk, tmp_path / "no" / "folder")
    assert caught.value.code == "file.write"


async def test_no_secret_is_written(desk: ResendDesk, tmp_path: Path) -> None:
    await desk.add_target(TARGETS[0])
    await export_targets(desk, tmp_path / "t")
    assert set(json.loads((tmp_path / "t").read_text())["targets"][0]) == {
        "name",
        "url",
        "set_headers",
        "variables",
    }
