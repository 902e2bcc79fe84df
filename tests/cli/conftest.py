"""A workspace with captures, and the commands run on it in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from garfio.cli import cli
from garfio.core.capture import Arrival
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "garfio.db"


@pytest.fixture
def store(db: Path) -> Callable[..., list[int]]:
    """Stores arrivals in the workspace; gives their ids."""

    def put(*arrivals: Arrival) -> list[int]:
        open_database(db)
        connection = connect(db)
        try:
            with connection:
                return insert_arrivals(connection, list(arrivals))
        finally:
            connection.close()

    return put


@pytest.fixture
def run(db: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `garfio ARGUMENTS` on the workspace; any exception but an orderly exit fails the test."""
    monkeypatch.delenv("GARFIO_DB", raising=False)
    monkeypatch.setenv("COLUMNS", "140")

    def go(*arguments: object) -> Result:
        result = CliRunner().invoke(cli, ["--db", str(db), *map(str, arguments)], prog_name="garfio")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return go


@pytest.fixture
def objects(run: Callable[..., Result]) -> Callable[..., list[dict[str, Any]]]:
    """Runs a command and reads the JSON objects that it prints."""

    def go(*arguments: object) -> list[dict[str, Any]]:
        result = run(*arguments)
        assert result.exit_code == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    return go
