"""What the window remembers between runs: sizes, places, columns and tabs, in an ini file beside the
database.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings


class WindowState(QObject):
    """Values by key; a value of another type than expected counts as absent."""

    def __init__(self, database: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini: QSettings | None = None
        if database is not None:
            self._ini = QSettings(str(state_path(database)), QSettings.Format.IniFormat, self)

    def blob(self, key: str) -> QByteArray | None:
        """A state that Qt packed."""
        value = self._ini.value(key) if self._ini else None
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def flag(self, key: str, default: bool) -> bool:
        """A yes or no."""
        value = self._ini.value(key) if self._ini else None
        return {"true": True, "false": False}.get(str(value).lower(), default)

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        value = self._ini.value(key) if self._ini else None
        if isinstance(value, str):  # an ini file holds a list of one as its only text
            return [value] if value else []
        return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []

    def save(self, key: str, value: object) -> None:
        """Remember a value."""
        if self._ini is not None:
            self._ini.setValue(key, value)

    def sync(self) -> None:
        """Write to the disk."""
        if self._ini is not None:
            self._ini.sync()


def state_path(database: Path) -> Path:
    """The file in which the window of a database keeps its state."""
    return database.with_name(f"{database.name}.window.ini")
