"""Stories at the endpoint's dialog: made, changed, its secrets entered once and never shown."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.ui.endpoints.dialog import EndpointDialog
from garfio.ui.endpoints.secret_dialog import SecretDialog
from garfio.ui.endpoints.secret_place import SecretPlaceDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

SECRET = "whsec_aLongSecretWithDigits012"


def texts_of(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join([*labels, *(field.text() for field in widget.findChildren(QLineEdit))])


async def opened(user: Drive, action: str = "endpoint.new") -> EndpointDialog:
    user.window.actions_.run(action)
    dialog = await user.dialog(EndpointDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


async def enter(user: Drive, dialog: EndpointDialog, value: str, label: str = "") -> None:
    dialog.secrets.add.click()
    asked = await user.dialog(SecretDialog)
    asked.value.setPlainText(value)
    asked.label.setText(label)
    asked.accept()
    await wait_until(lambda: not dialog.is_busy)


async def closed(dialog: QDialog, user: Drive) -> None:
    await wait_until(lambda: not isValid(dialog) or not dialog.isVisible())
    await user.settled()


async def test_an_endpoint_is_made_with_a_secret(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Path, provider and secret are kept; the sidebar shows the path before anything has come."""
    user = await open_window(workspace)
    dialog = await opened(user)
    assert not dialog.schemas.isVisible()
    dialog.path.setText("/billing")
    dialog.providers.choose("stripe")
    await enter(user, dialog, f"  {SECRET}\n", "CLI")
    shown = texts_of(dialog)
    assert SECRET not in shown
    assert "CLI" in shown
    assert "whsec_… · 30 characters · " in shown
    assert "http://127.0.0.1:8800/billing" in shown
    dialog.save.click()
    await closed(dialog, user)
    assert await workspace.endpoints.all() == [Endpoint("/billing", "stripe")]
    [record] = await workspace.endpoints.secrets("/billing")
    assert (record.label, record.length) == ("CLI", len(SECRET))
    await wait_until(lambda: user.window.sidebar._model.row_of('path:"/billing"') > 0)


async def test_a_new_endpoint_says_what_a_newcomer_needs(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The provider suggests the path until one is entered; how to get a public address is said until there is one;
    nothing of kept endpoints lies over the form.
    """
    user = await open_window(workspace)
    dialog = await opened(user)
    assert not dialog.schemas.isVisible()
    dialog.providers.choose("github")
    assert dialog.endpoint() == Endpoint("/github", "github")
    dialog.providers.choose("stripe")
    assert dialog.path.text() == "/stripe"
    assert "Stripe cannot reach this address" in dialog._reach.text()
    assert "cloudflared tunnel --url http://127.0.0.1:8800" in dialog._reach.text()
    assert dialog._reach.isVisible()
    dialog.public_url.setText("https://hooks.example.com")
    assert not dialog._reach.isVisible()
    dialog.path.setText("/mine")
    dialog.providers.choose("shopify")
    assert dialog.path.text() == "/mine"
    dialog.reject()
    await closed(dialog, user)


async def test_without_a_keychain_the_user_chooses(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Nothing is kept before a place is chosen, and dismissing the question keeps nothing."""
    workspace.endpoints.no_keychain = True
    user = await open_window(workspace)
    dialog = await opened(user)
    dialog.path.setText("/billing")
    await enter(user, dialog, SECRET)
    dialog.save.click()
    (await user.dialog(SecretPlaceDialog)).reject()
    await wait_until(lambda: not dialog.is_busy)
    assert "nothing was kept" in dialog.said()
    assert await workspace.endpoints.all() == []
    dialog.save.click()
    place = await user.dialog(SecretPlaceDialog)
    assert "garfio.db.secrets" in texts_of(place)
    place.file.setChecked(True)
    place.accept()
    await closed(dialog, user)
    assert workspace.settings.secret_store == "file"
    assert len(await workspace.endpoints.secrets("/billing")) == 1


async def test_unreadable_secrets_lead_to_another_place(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The bar that says so opens the choice of a place, and the choice is kept."""
    workspace.endpoints.no_keychain = True
    user = await open_window(workspace)
    workspace.endpoints.trouble_changed.emit(AppError("secrets.no-keychain", "There is none."))
    await wait_until(lambda: user.window.bars.message("secrets") is not None)
    message = user.window.bars.message("secrets")
    assert message is not None
    assert message.run is not None
    message.run()
    place = await user.dialog(SecretPlaceDialog)
    place.file.setChecked(True)
    place.accept()
    await wait_until(lambda: workspace.settings.secret_store == "file")


async def test_the_open_webhook_suggests_path_and_provider(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """ "Endpoint of this webhook" for a path without one is filled in from it."""
    number = workspace.receive(make_request(target="/gh?x=1", headers=[("X-GitHub-Event", "push")]))
    workspace.look_at_all()
    user = await open_window(workspace)
    await user.choose(CaptureId(number))
    dialog = await opened(user, "endpoint.current")
    assert dialog.endpoint() == Endpoint("/gh", "github")
    dialog.reject()
    await closed(dialog, user)


async def test_secrets_are_changed_and_removed(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A new label keeps the value; a removed one goes; a cancelled dialog changes nothing."""
    await workspace.endpoints.add(Endpoint("/stripe", "stripe"))
    await workspace.endpoints.add_secret("/stripe", Secret(SECRET, "old"))
    await workspace.endpoints.add_secret("/stripe", Secret("gone"))
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    dialog = await opened(user, "endpoint.current")
    kept, gone = dialog.secrets.records()
    dialog.secrets.change_wanted.emit(kept)
    asked = await user.dialog(SecretDialog)
    assert asked.value.toPlainText() == ""
    asked.label.setText("new")
    asked.accept()
    await wait_until(lambda: not dialog.is_busy)
    dialog.secrets.remove(gone)
    before = await workspace.endpoints.secrets("/stripe")
    assert [record.label for record in before] == ["old", ""]
    dialog.save.click()
    await closed(dialog, user)
    [record] = await workspace.endpoints.secrets("/stripe")
    assert (record.label, record.fingerprint) == ("new", Secret(SECRET).fingerprint)


async def test_a_wrong_path_is_said_in_the_dialog(workspace: MemoryWorkspace, open_window: Open) -> None:
    """It stays open with the reason; mended, it is kept."""
    user = await open_window(workspace)
    dialog = await opened(user)
    dialog.path.setText("no-slash")
    dialog.save.click()
    await wait_until(dialog.said)
    assert dialog.isVisible()
    assert "begins with /" in dialog.said()
    dialog.path.setText("/slash/*")
    dialog.save.click()
    await closed(dialog, user)
    assert [endpoint.path for endpoint in await workspace.endpoints.all()] == ["/slash/*"]


async def test_an_endpoint_is_removed_after_a_question(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The answer decides."""
    await workspace.endpoints.add(Endpoint("/stripe"))
    user = await open_window(workspace)
    user.window.sidebar.endpoint_unwanted.emit("/stripe")
    question = await user.dialog()
    question.button(question.StandardButton.NoButton)
    question.buttons()[0].click()
    await asyncio.sleep(0)
    await user.settled()
    assert await workspace.endpoints.all() == []


async def test_permission_to_fetch_keys_is_seen_given_and_taken_back(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The box is there for providers that publish a key; what it says is kept with the button, and only then."""
    user = await open_window(workspace)
    dialog = await opened(user)
    dialog.path.setText("/sns")
    dialog.providers.choose("stripe")
    assert not dialog.keys.isVisible()
    dialog.providers.choose("aws_sns")
    assert dialog.keys.isVisible()
    assert not dialog.keys.allowed.isChecked()
    assert "sns.*.amazonaws.com" in texts_of(dialog)
    dialog.keys.allowed.setChecked(True)
    assert await workspace.endpoints.key_consents() == frozenset()
    dialog.save.click()
    await closed(dialog, user)
    assert await workspace.endpoints.key_consents() == {"aws_sns"}
    dialog = await opened(user)
    dialog.path.setText("/sns2")
    dialog.providers.choose("aws_sns")
    assert dialog.keys.allowed.isChecked()
    dialog.keys.allowed.setChecked(False)
    dialog.save.click()
    await closed(dialog, user)
    assert await workspace.endpoints.key_consents() == frozenset()


async def test_permission_is_left_alone_when_another_provider_is_chosen(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """A box that was changed for a provider that is not chosen in the end changes nothing."""
    user = await open_window(workspace)
    dialog = await opened(user)
    dialog.path.setText("/x")
    dialog.providers.choose("paypal")
    dialog.keys.allowed.setChecked(True)
    dialog.providers.choose("")
    dialog.save.click()
    await closed(dialog, user)
    assert await workspace.endpoints.key_consents() == frozenset()
