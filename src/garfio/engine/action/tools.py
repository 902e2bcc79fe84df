"""What performing a deed needs of the program around it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from garfio.core.capture import Capture
from garfio.engine.resend.sender import Sender
from garfio.engine.store.reader import Reader
from garfio.engine.store.runs import Outcome
from garfio.engine.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification for the desktop."""

    capture: int
    rule: str
    title: str
    text: str
    sound: bool = False


@dataclass(frozen=True, slots=True)
class Tools:
    """For one deed."""

    run: int
    """Names the deed: the same for each of its tries."""
    capture: int
    rule: str
    sender: Sender
    token: str
    """The workspace's own, by which what it sends is known when it comes back."""
    secret: Callable[[str], str | None]
    """A secret by its name; None when there is none, or the place for secrets is locked."""
    writer: Writer
    reader: Reader
    database: Path
    """The workspace; relative files lie beside it."""
    notify: Callable[[Notice], Awaitable[None]]
    load: Callable[[], Awaitable[Capture | None]]
    """The capture itself; None when it has been deleted."""

    @property
    def folder(self) -> Path:
        """Where relative files lie."""
        return self.database.parent

    @property
    def key(self) -> str:
        """Names the deed for the other side, so that it can tell a second try from a second deed."""
        return f"garfio-{self.token[:12]}-{self.run}"


def no_secret(name: str) -> Outcome:
    """The outcome when the secret is not there: once more, for a keychain may be locked for a while."""
    return Outcome("waiting", "secret.missing", f"There is no secret named {name!r}.")
