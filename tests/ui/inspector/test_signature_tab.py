"""Stories at the Signature tab and the failure bar, over the real checks."""

from __future__ import annotations

import hashlib
import hmac
import json

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.signature import Secret
from garfio.ui.capture_table.column import Column
from garfio.ui.inspector.pane import TABS
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

SECRET = "whsec_test_4242424242424242"
BODY = json.dumps({"id": "evt_1", "type": "invoice.paid", "url": "https://a/b"}).encode()
AT_US = 1_793_000_100_000_000


async def set_up(workspace: MemoryWorkspace) -> None:
    await workspace.endpoints.add(Endpoint("/stripe", "stripe"))
    await workspace.endpoints.add_secret("/stripe", Secret(SECRET, "CLI", "test"))


def receive(
    workspace: MemoryWorkspace,
    body: bytes = BODY,
    sent: bytes | None = None,
    age_s: int = 3,
    secret: str = SECRET,
) -> CaptureId:
    at = AT_US // 1_000_000 - age_s
    value = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    request = make_request(
        body if sent is None else sent, headers=[("Stripe-Signature", f"t={at},v1={value}")]
    )
    number = workspace.receive(request, received_at_us=AT_US)
    workspace.look_at_all()
    return number


async def shown(workspace: MemoryWorkspace, open_window: Open, number: CaptureId) -> Drive:
    user = await open_window(workspace)
    await user.choose(number)
    await user.run("detail.signature")
    return user


def sign_of(user: Drive) -> str:
    return user.window.inspector.tabs.sign(TABS.index("signature"))


async def test_a_valid_signature_shows_its_work(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Scheme, secret, place, age, basis and the bytes with their parts are said; no bar is shown."""
    await set_up(workspace)
    user = await shown(workspace, open_window, receive(workspace))
    assert user.cell(0, Column.SIGNATURE) == "✓ valid"
    assert user.cell(0, Column.EVENT) == "invoice.paid"
    tab = user.window.inspector.signature
    facts = tab.facts()
    assert facts["Scheme"] == "Stripe · v1 · HMAC-SHA256, hex"
    assert facts["Secret"].startswith("CLI · test · whsec_test_… · 27 characters · ")
    assert facts["Where"] == "header Stripe-Signature"
    assert facts["Time"] == "It was signed 3 s before it was received; up to 5 min is accepted."
    assert facts["Rests on"] == "the provider’s own SDK"
    assert "✓ The signature is valid." in tab.words()
    assert tab.signed.view.text.encode() == f"{AT_US // 1_000_000 - 3}.".encode() + BODY
    assert tab.signed.names() == ["timestamp", "body"]
    tab.signed.set_mode("hex")
    assert tab.signed.view.text.startswith("00000000  31 37")
    assert sign_of(user) == "✓"
    await user.run("detail.body")
    assert not user.window.inspector.failure.isVisible()


async def test_the_expected_value_is_hidden_until_asked_for(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """It is masked, also again for the next capture; the secret is never shown."""
    await set_up(workspace)
    user = await shown(workspace, open_window, receive(workspace, secret="another"))
    tab = user.window.inspector.signature
    expected = tab.facts()["Expected"]
    assert set(expected) == {"•"}
    tab.reveal()
    assert len(tab.facts()["Expected"]) == 64
    assert SECRET not in str(tab.facts())
    other = receive(workspace)
    await wait_until(lambda: other in user.rows())
    await user.choose(other)
    assert set(tab.facts()["Expected"]) == {"•"}


async def test_a_rewritten_body_is_explained_over_the_body(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The bar says the proved cause and what to do, and leads to the bytes."""
    await set_up(workspace)
    number = receive(workspace, sent=BODY.replace(b"/", b"\\/"))
    user = await open_window(workspace)
    await user.choose(number)
    detail = user.window.inspector
    assert detail.failure.isVisible()
    said = detail.failure.words()
    assert said.startswith("✕ The signature does not match, and here is why.")
    assert "with / for \\/ the signature is exact (proved)." in said
    assert "Hash the raw body." in said
    detail.failure.bytes_wanted.emit()
    assert detail.tab == "signature"
    assert not detail.failure.isVisible()
    assert "proved: The body was parsed" in detail.signature.words()
    assert sign_of(user) == "✕"


async def test_markup_in_a_payload_stays_text(workspace: MemoryWorkspace, open_window: Open) -> None:
    """What a sender chose never becomes markup of the bar."""
    await workspace.endpoints.add(Endpoint("/stripe", "stripe"))
    await workspace.endpoints.add_secret("/other", Secret("secret", "<b>bold</b>"))
    await workspace.endpoints.add_secret("/stripe", Secret("mine"))
    number = receive(workspace, secret="secret")
    user = await open_window(workspace)
    await user.choose(number)
    bar = user.window.inspector.failure
    assert "<b>bold</b>" in bar.words()
    assert "&lt;b&gt;bold" in bar._text.text()


async def test_an_expired_one_says_its_age(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The age is that of the moment it was received."""
    await set_up(workspace)
    number = receive(workspace, age_s=3600)
    user = await open_window(workspace)
    await user.choose(number)
    bar = user.window.inspector.failure
    assert bar.property("bar") == "warn"
    assert "It was signed 60 min before it was received; up to 5 min is accepted." in bar.words()


async def test_a_shared_token_is_called_that(workspace: MemoryWorkspace, open_window: Open) -> None:
    """It shows no signed bytes, and hides the token, which is the secret itself."""
    await workspace.endpoints.add(Endpoint("/gitlab", "gitlab"))
    await workspace.endpoints.add_secret("/gitlab", Secret("tok-123"))
    headers = [("X-Gitlab-Event", "Push Hook"), ("X-Gitlab-Token", "tok-123")]
    number = workspace.receive(make_request(b"{}", target="/gitlab", headers=headers))
    workspace.look_at_all()
    user = await shown(workspace, open_window, number)
    tab = user.window.inspector.signature
    assert "It is a shared token, not a signature" in tab.words()
    assert tab.signed.names() == []
    assert "tok-123" not in str(tab.facts())
    fields = [field for field in tab.findChildren(QLineEdit) if field.text() == "tok-123"]
    assert all(field.echoMode() is QLineEdit.EchoMode.Password for field in fields)


async def test_the_verdict_follows_the_endpoint(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Without a secret it says so; when one is added, tab and row say valid."""
    number = receive(workspace)
    user = await shown(workspace, open_window, number)
    tab = user.window.inspector.signature
    assert "? It is signed, but there is no secret" in tab.words()
    assert user.cell(0, Column.SIGNATURE) == "? no secret"
    await set_up(workspace)
    workspace.look_at_all()
    await wait_until(lambda: "✓ The signature is valid." in tab.words())
    await wait_until(lambda: user.cell(0, Column.SIGNATURE) == "✓ valid")
    await user.settled()


async def test_a_repeated_delivery_is_counted(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The head names the provider and the delivery's number, from the second one on."""
    await set_up(workspace)
    first = receive(workspace)
    second = receive(workspace)
    user = await open_window(workspace)
    await user.choose(second)
    title = user.window.inspector.title
    assert title._title.text() == "invoice.paid"
    assert title._provider.text() == "Stripe · delivery 2 of this event"
    assert title._verdict.text() == "✓ valid"
    await user.choose(first)
    assert title._provider.text() == "Stripe"


@pytest.mark.parametrize("tab", TABS)
async def test_a_refused_message_has_no_verdict(
    workspace: MemoryWorkspace, open_window: Open, tab: str
) -> None:
    """After a failure was shown, a refused message shows neither bar nor sign."""
    await set_up(workspace)
    failing = receive(workspace, secret="another")
    refused = workspace.receive(make_request(b""), refusal="tls", reply_status=400)
    user = await open_window(workspace)
    await user.choose(failing)
    user.window.inspector.show_tab(tab)
    await user.choose(refused)
    assert not user.window.inspector.failure.isVisible()
    assert sign_of(user) == ""


KEY = "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-f3ecfb7224c7233fe7bb5f59f96de52f.pem"
NOTIFICATION = {
    "Type": "Notification",
    "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    "TopicArn": "arn:aws:sns:us-west-2:123456789012:MyTopic",
    "Message": "Hello",
    "Timestamp": "2026-11-24T10:12:31.000Z",
    "SignatureVersion": "1",
    "Signature": "RVhBTVBMRQ==",
    "SigningCertURL": KEY,
}


async def test_a_published_key_is_fetched_after_a_question(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The tab offers the key; the question says what from where; consent is kept, and a no changes nothing."""
    body = json.dumps(NOTIFICATION).encode()
    request = make_request(body, headers=[("x-amz-sns-message-type", "Notification")])
    number = workspace.receive(request, received_at_us=AT_US)
    workspace.look_at_all()
    user = await shown(workspace, open_window, number)
    tab = user.window.inspector.signature
    await wait_until(lambda: "Key" in tab.facts())
    assert tab.facts()["Key"] == KEY
    for answer, allowed in (("Cancel", set()), ("Fetch", {"aws_sns"})):
        button = next(one for one in tab.findChildren(QPushButton) if one.text() == "Fetch the key…")
        assert button.isVisible()
        button.click()
        box = await user.dialog(QMessageBox)
        assert "sns.us-west-2.amazonaws.com" in box.text()
        assert KEY in box.informativeText()
        next(one for one in box.buttons() if one.text() == answer).click()
        await user.settled()
        assert workspace.endpoints.allowed == allowed
    user.window.actions_.run("signature.forget_keys")
    box = await user.dialog(QMessageBox)
    next(one for one in box.buttons() if one.text() == "Fetch no more").click()
    await user.settled()
    assert workspace.endpoints.allowed == set()


async def test_no_key_is_offered_where_none_is_missing(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A shared secret needs no key of the provider; the action says so."""
    await set_up(workspace)
    user = await shown(workspace, open_window, receive(workspace))
    tab = user.window.inspector.signature
    await wait_until(lambda: "Secret" in tab.facts())
    assert all(not one.isVisible() for one in tab.findChildren(QPushButton) if "key" in one.text())
    await user.run("signature.key")
    assert "needs no key" in user.window.bars.message("error").headline


async def test_a_low_window_shows_the_verdict_and_the_tools(
    workspace: MemoryWorkspace, open_window: Open
) -> None:
    """The window became low; the verdict has its two lines, and nothing lies over the signed content's legend."""
    workspace.receive(make_request(b"{}"))
    user = await open_window(workspace)
    await user.choose(1)
    user.window.inspector.show_tab("signature")
    user.window.resize(900, 560)
    await user.settled()
    tab = user.window.inspector.signature
    await wait_until(lambda: tab.height() >= tab.minimumSizeHint().height())
