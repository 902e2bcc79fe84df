"""Modules that load at their first use: once, whole for every thread, and again after a failure."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from garfio import late

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a late module `lately`."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(late, "LATE", ("lately",))
    yield tmp_path / "lately.py"
    sys.modules.pop("lately", None)


def _import() -> ModuleType:
    import lately  # type: ignore[import-not-found]

    return lately


def test_it_loads_at_its_first_use_and_once(module: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module.write_text("print('loaded')\nvalue = 1\n")
    lately = _import()
    assert (capsys.readouterr().out, list(late.waiting())) == ("", ["lately"])
    assert (lately.value, lately.value, capsys.readouterr().out) == (1, 1, "loaded\n")
    assert (list(late.waiting()), type(lately)) == ([], ModuleType)
    late.load("lately")
    assert capsys.readouterr().out == ""


def test_another_thread_waits_until_it_is_whole(module: Path) -> None:
    """Seen to fail with `_Loading` an ordinary module: the second thread finds it without `value`."""
    module.write_text("import threading\nstarted.set()\ngo.wait()\nvalue = 1\n")
    lately, found = _import(), []
    started, go = threading.Event(), threading.Event()
    vars(lately).update(started=started, go=go)
    first = threading.Thread(target=late.load, args=("lately",))
    second = threading.Thread(target=lambda: found.append(lately.value))
    first.start()
    started.wait()
    second.start()
    go.set()
    first.join()
    second.join()
    assert found == [1]


def test_what_fails_fails_again(module: Path) -> None:
    module.write_text("import nowhere_at_all\n")
    lately = _import()
    for _ in range(2):
        with pytest.raises(ModuleNotFoundError):
            _ = lately.value
    module.write_text("value = 1\n# another size\n")
    assert lately.value == 1
    with pytest.raises(AttributeError, match="other"):
        _ = lately.other


@pytest.mark.parametrize("step", [1, -1])
def test_every_module_of_the_table_can_be_loaded(step: int) -> None:
    """Nothing in it is spelt wrong or needs another to be loaded before: each one first, in either order."""
    code = (
        "import importlib, sys; from garfio import late\n"
        "for name in late.LATE[:: int(sys.argv[1])]:\n"
        "    module = importlib.import_module(name); late.load(name); dir(module)\n"
        "    assert not hasattr(module, 'nothing_of_that_name'), name\n"
    )
    subprocess.run([sys.executable, "-c", code, str(step)], check=True, timeout=60)


def test_the_window_is_shown_without_its_dialogs(tmp_path: Path) -> None:
    """What nobody has asked for is not loaded when the window stands: no dialog, no view of bodies, no form of export.

    Seen to fail with `from garfio.ui.rules.dialog import RulesDialog` in the commands of rules.
    """
    code = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from tests.bench.real_window import open_window, run\n"
        "from garfio import late\n"
        "async def main():\n"
        "    async with open_window(Path(sys.argv[1])) as (window, workspace):\n"
        "        while not window.is_settled():\n"
        "            await asyncio.sleep(0.01)\n"
        "        waiting = set(late.waiting())\n"
        "        loaded = {name for name in late.LATE if name in sys.modules} - waiting\n"
        "        print(sorted(name for name in loaded if '.ui.' in name or name.endswith('.registry')))\n"
        "        print([name for name in ('cryptography', 'h11', 'jinja2', 'jsonschema_rs') if name in sys.modules])\n"
        "run(main)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GARFIO_SECRET_STORE": "memory"}
    command = [sys.executable, "-c", code, str(tmp_path / "garfio.db")]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n[]\n"
