"""Modules that are loaded at their first use instead of at their import: the start pays for what it shows, no more.

`from garfio.ui.rules import dialog` is an ordinary import for readers, type checkers and the rules of the layers; if
the table has the module, it is empty until something of it is asked for (`dialog.RulesDialog`), by whatever thread.
`from garfio.ui.rules.dialog import RulesDialog` asks at once, so it loads at once: take the module, not the name.
What is needed only sometimes, and brings much with it, belongs here; base classes and decorators cannot.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

LATE = (
    # clients and other libraries that are wanted now and then
    "platformdirs",
    "psutil",
    # core
    "garfio.core.contentview.registry",
    "garfio.core.export.registry",
    "garfio.core.query",
    "garfio.core.shape.conformance",
    "garfio.core.signature",
    "garfio.core.signature.asymmetric",
    "garfio.core.signature.certificate",
    "garfio.core.signature.diagnosis",
    # engine
    "garfio.engine.verification",
    "garfio.engine.resend.exact",
    "garfio.engine.resend.normal",
    "garfio.engine.resend.pem",
    "garfio.engine.template",
    # dialogs, which nobody sees before asking for them
    "garfio.ui.endpoints.dialog",
    "garfio.ui.endpoints.scheme_dialog",
    "garfio.ui.export.dialog",
    "garfio.ui.replies.dialog",
    "garfio.ui.resend.address_dialog",
    "garfio.ui.resend.edit_dialog",
    "garfio.ui.resend.grid_dialog",
    "garfio.ui.resend.name_dialog",
    "garfio.ui.resend.order_dialog",
    "garfio.ui.resend.sample_dialog",
    "garfio.ui.resend.several_dialog",
    "garfio.ui.resend.wrong_dialog",
    "garfio.ui.rules.dialog",
    "garfio.ui.rules.log_dialog",
    "garfio.ui.search.view_dialog",
    "garfio.ui.settings.dialog",
    "garfio.ui.shape.schemas_dialog",
    "garfio.ui.signature.handler_dialog",
    "garfio.ui.signature.snippet_dialog",
    "garfio.ui.targets.dialog",
    "garfio.ui.targets.forwards_dialog",
    # what the listener does after the acknowledgement, and shows in a terminal
    "garfio.engine.listener.work",
    "garfio.cli.live",
)
"""Their names, in the order in which a program that has nothing else to do loads them."""

_LOCK = threading.RLock()
"""One for all: a thread that loads a late module may need another one for it."""


def install() -> None:
    """Find the modules of the table late from now on."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def waiting() -> Iterator[str]:
    """The modules that have been imported and not been loaded yet; the list goes on while it is worked off."""
    for name in LATE:
        if isinstance(sys.modules.get(name), _LateModule):
            yield name


def load(name: str) -> None:
    """Load a module of the table now."""
    module = sys.modules.get(name)
    if isinstance(module, _LateModule):
        _load(module)


class _LateModule(ModuleType):
    """A module of which nothing has been asked for. Python comes here for names that a module does not have."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the import system asks, before there is anything
            raise AttributeError(name)
        _load(self)
        return getattr(self, name)


class _Loading(ModuleType):
    """A module that is being loaded: other threads wait until it is whole."""

    def __getattr__(self, name: str) -> object:
        with _LOCK:
            if name in self.__dict__:
                return self.__dict__[name]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)


def _load(module: ModuleType) -> None:
    with _LOCK:
        if not isinstance(module, _LateModule):
            return
        assert module.__spec__ is not None
        loader = module.__spec__.loader
        assert isinstance(loader, _Late)
        module.__class__ = _Loading
        try:
            loader.real.exec_module(module)
        except BaseException:
            module.__class__ = _LateModule
            raise
        module.__class__ = ModuleType


class _Late:
    """Makes the empty module, and keeps the loader that fills it."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)  # the source for tracebacks, resources, and so on

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LateModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""


class _Finder:
    """Finds what the other finders find, and puts the loading off."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in LATE:
            return None
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = _Late(spec.loader)
                return spec
        return None
