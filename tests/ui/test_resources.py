"""The resources tree is found from a checkout."""

import pytest

from garfio.ui import resources


def test_files_are_found() -> None:
    assert resources.path("theme.qss").is_file()
    assert resources.read_bytes("theme.qss").decode() == resources.read_text("theme.qss")


def test_an_icon_takes_its_colour() -> None:
    drawing = resources.icon_svg("copy", "#123456")
    assert b"#123456" in drawing
    assert b"currentColor" not in drawing


def test_a_missing_file_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        resources.read_text("icons/no-such.svg")
