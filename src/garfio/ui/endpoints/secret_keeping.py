"""Keeps one secret under its owner's name; the user says where secrets go when there is no place for them yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints.secret_place import NEEDS_PLACE, SecretPlaceDialog
from garfio.ui.error_text import error_text


async def choose_place(workspace: Workspace, error: AppError, parent: QWidget) -> bool:
    """Let the user say where secrets are kept, after an error that a choice can mend; False when they did not."""
    dialog = SecretPlaceDialog(error_text(error), f"{workspace.path}.secrets", parent)
    if not await dialogs.finished(dialog):
        return False
    await workspace.change_settings(secret_store=dialog.store())
    return True


async def keep_only_secret(workspace: Workspace, owner: str, secret: Secret, parent: QWidget) -> None:
    """Make this the owner's one secret. Raises AppError `secrets.…`, also when no place was chosen."""
    endpoints = workspace.endpoints
    try:
        await endpoints.check_store()
    except AppError as error:
        if error.code not in NEEDS_PLACE:
            raise
        if not await choose_place(workspace, error, parent):
            raise
    known = await endpoints.secrets(owner)
    if known:
        await endpoints.change_secret(known[0].id, secret)
    else:
        await endpoints.add_secret(owner, secret)
