"""Why a file cannot be imported, in the user's language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from garfio.core import importing
from garfio.core.errors import AppError
from garfio.engine.exchange import read_file
from garfio.ui.error_text import error_text
from garfio.ui.import_text import TEMPLATES


def _raised() -> set[str]:
    calls = (
        node
        for path in Path(importing.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ImportFault"
    )
    return {ast.literal_eval(call.args[0]) for call in calls}


def test_every_fault_has_a_text() -> None:
    """What the readers of files raise is what the window can translate, no less and no more."""
    assert set(TEMPLATES) == _raised()


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"log": {"entries": [{"request": {"url": "/a"}}]}}', "Falta el campo headers."),
        (b"curl -d @file http://h/", "El cuerpo viene de un archivo, que no se lee."),
        (b"curl -H", "A la opci\u00f3n -H le falta un valor."),
    ],
)
def test_a_broken_file_is_told_in_one_language(content: bytes, told: str, tmp_path: Path) -> None:
    """A broken file was imported by a window in Spanish: sentence and reason are Spanish."""
    file = tmp_path / "broken"
    file.write_bytes(content)
    with pytest.raises(AppError) as caught:
        read_file(file)
    assert error_text(caught.value).startswith(f"{file} no se puede importar. {told}")
