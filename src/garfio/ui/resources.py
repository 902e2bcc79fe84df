"""The resource files (icons, style sheet, translations), in a checkout or in an installed package.

An installed package carries the tree as `garfio/resources`, a checkout has it beside `src`. Nothing is
cached here.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources")


def root() -> Path:
    """The resources folder. Raises FileNotFoundError when the program was installed without it."""
    for place in _PLACES:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"No resources folder at {' or '.join(map(str, _PLACES))}")


def path(name: str) -> Path:
    """The file `name` (`icons/copy.svg`) below the resources folder; it need not exist."""
    return root() / name


def read_text(name: str) -> str:
    """The file's text, UTF-8. Raises FileNotFoundError."""
    return path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The file's bytes. Raises FileNotFoundError."""
    return path(name).read_bytes()


def icon_svg(name: str, colour: str) -> bytes:
    """The drawing `icons/NAME.svg` in one `colour` (`#RRGGBB`). Raises FileNotFoundError."""
    return read_text(f"icons/{name}.svg").replace("currentColor", colour).encode()
