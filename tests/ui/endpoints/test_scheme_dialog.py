"""Stories at custom schemes, the handler's check and the framework code."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.signature import Provider, Secret
from garfio.ui.endpoints.scheme_dialog import SchemeDialog
from garfio.ui.endpoints.scheme_form import SchemeForm, identifier
from garfio.ui.signature.handler_dialog import HandlerDialog
from garfio.ui.signature.snippet_dialog import SnippetDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

KEY = "in-house key"
BODY = b'{"kind": "paid"}'


def own_request() -> tuple[bytes, list[tuple[str, str]]]:
    value = hmac.new(KEY.encode(), b"17." + BODY, hashlib.sha512).hexdigest()
    return BODY, [("X-Bill-Sig", f"v1={value}"), ("X-Bill-Time", "17")]


async def opened(user: Drive) -> SchemeDialog:
    user.window.actions_.run("scheme.new")
    dialog = await user.dialog(SchemeDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


async def with_capture(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    body, headers = own_request()
    number = workspace.receive(make_request(body, target="/bill", headers=headers))
    user = await open_window(workspace)
    await user.choose(CaptureId(number))
    return user


async def test_a_scheme_is_made_with_a_preview(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The preview shows the signed bytes with their parts and the verdict; the saved scheme verifies."""
    user = await with_capture(workspace, open_window)
    dialog = await opened(user)
    form = dialog.form
    form.name.setText("Núria’s billing")
    form.header.setText("X-Bill-Sig")
    form.format.setText("v1={signature}")
    form.content.setText("{timestamp}.{body}")
    form.timestamp.setText("X-Bill-Time")
    form.digest.setCurrentIndex(form.digest.findData("hmac-sha512"))
    form.event.setText("json:kind")
    await wait_until(lambda: dialog.preview.names() == ["timestamp", "body"])
    assert dialog.preview.view.text.encode() == b"17." + BODY
    assert "no secret" in dialog.words()
    dialog.secret.setText(KEY)
    await wait_until(lambda: "✓ The signature is valid." in dialog.words())
    dialog.save.click()
    await wait_until(lambda: not isValid(dialog) or not dialog.isVisible())
    [made] = await workspace.endpoints.schemes()
    assert made.name == "Núria’s billing"
    await workspace.endpoints.add(Endpoint("/bill", made.id))
    await workspace.endpoints.add_secret("/bill", Secret(KEY))
    workspace.look_at_all()
    await wait_until(lambda: user.window.table.model.summary(CaptureId(1)).verdict == "valid")
    assert user.window.table.model.summary(CaptureId(1)).event_type == "paid"
    await user.settled()


async def test_what_cannot_be_meant_is_said(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A wrong template is explained where the preview would be."""
    user = await with_capture(workspace, open_window)
    dialog = await opened(user)
    dialog.form.content.setText("{nonsense}")
    await wait_until(lambda: "nonsense" in dialog.words())
    dialog.reject()
    await wait_until(lambda: not len(user.tasks))


async def test_export_and_import_are_the_same_block(
    workspace: MemoryWorkspace, open_window: Open, tmp_path: Path
) -> None:
    """What is exported is what the catalogue's reader takes, and comes back as the same values."""
    user = await with_capture(workspace, open_window)
    dialog = await opened(user)
    dialog.form.name.setText("Billing")
    dialog.form.has_tolerance.setChecked(True)
    text = dialog.dump()
    values = dialog.form.values()
    assert Provider.from_dict(json.loads(text)).to_dict()["id"] == "own_billing"
    dialog.form.show_values({})
    dialog.load(text)
    assert dialog.form.values() == values
    for wrong in ("[", "[]", '{"schemes": []}', '{"schemes": 3}'):
        with pytest.raises(AppError):
            dialog.load(wrong)
    dialog.reject()
    await wait_until(lambda: not len(user.tasks))


def test_an_imported_scheme_keeps_what_the_form_cannot_say(qtbot: object) -> None:
    """Fields without a widget survive a change of another one."""
    form = SchemeForm()
    values = {
        "id": "x",
        "name": "X",
        "schemes": [
            {
                "algorithm": "hash-sha256",
                "signature": ["header:S"],
                "encoding": "0xhex",
                "message_id": "header:I",
                "refuses_future": False,
            }
        ],
    }
    form.show_values(values)
    form.name.setText("Y")
    made = form.values()
    scheme = made["schemes"][0]
    assert (made["id"], made["name"]) == ("x", "Y")
    assert scheme["message_id"] == "header:I"
    assert scheme["refuses_future"] is False
    assert (scheme["algorithm"], scheme["encoding"]) == ("hash-sha256", "0xhex")
    Provider.from_dict(made)


@pytest.mark.parametrize(
    ("name", "found"), [("Stripe", "own_stripe"), ("A  b!", "own_a_b"), ("日本", "own_scheme")]
)
def test_ids(name: str, found: str) -> None:
    """An id is never one of the catalogue's."""
    assert identifier(name) == found


SECRET = "whsec_x"
VALID = b'{"id": "evt_1", "type": "a"}'


async def valid_capture(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    await workspace.endpoints.add(Endpoint("/stripe", "stripe"))
    await workspace.endpoints.add_secret("/stripe", Secret(SECRET))
    at = 1_793_000_100
    value = hmac.new(SECRET.encode(), f"{at}.".encode() + VALID, hashlib.sha256).hexdigest()
    request = make_request(VALID, headers=[("Stripe-Signature", f"t={at},v1={value}")])
    number = workspace.receive(request, received_at_us=at * 1_000_000)
    workspace.look_at_all()
    user = await open_window(workspace)
    await user.choose(CaptureId(number))
    return user


COMPACT = '{"id":"evt_1","type":"a"}'
PASTED = [
    ("", COMPACT, "text", "Your program did not hash the bytes that were sent, but the body without blanks (proved)."),
    ("", VALID.decode(), "text", "This is the body as it was sent"),
    ("", VALID.hex(" "), "hex", "This is the body as it was sent"),
    ("", "zz", "hex", "This is not written as hex."),
    ("", "something else", "text", "No known mistake"),
    ("mine", "", "text", "no known mistake"),
    ("", "", "text", "Paste the signature or the body first."),
    (
        hmac.new(b"x", b"1793000100." + VALID, hashlib.sha256).hexdigest(), "", "text",
        "Your program used the secret in another form: as text, without whsec_ (proved).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("signature", "body", "form", "said"), PASTED)
async def test_a_handlers_mistake_is_named(
    workspace: MemoryWorkspace, open_window: Open, signature: str, body: str, form: str, said: str
) -> None:
    """From the pasted signature or body."""
    user = await valid_capture(workspace, open_window)
    user.window.actions_.run("signature.handler")
    dialog = await user.dialog(HandlerDialog)
    dialog.signature.setText(signature)
    dialog.body.setPlainText(body)
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    dialog.check.click()
    await wait_until(lambda: not dialog.is_busy)
    assert said in dialog.words()
    dialog.reject()
    await wait_until(lambda: not len(user.tasks))


async def test_framework_code_is_copied(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Filled in with header and path; the last framework is offered again."""
    user = await valid_capture(workspace, open_window)
    user.window.actions_.run("signature.snippets")
    dialog = await user.dialog(SnippetDialog)
    dialog.list.setCurrentRow(3)
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "flask" in text
    assert '"stripe-signature"' in text
    assert '@app.post("/stripe")' in text
    dialog.reject()
    await wait_until(lambda: not len(user.tasks))
    user.window.actions_.run("signature.snippets")
    again = await user.dialog(SnippetDialog)
    assert again.framework == "flask"
    again.reject()
    await wait_until(lambda: not len(user.tasks))
