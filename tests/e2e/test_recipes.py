"""Each recipe from the provider's signed webhook to what comes out at the other end."""

from __future__ import annotations

import asyncio
import csv
import json
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import pytest

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.recipe import RECIPES
from garfio.core.signature import Secret, sign
from garfio.engine.endpoint_session import open_endpoints
from garfio.engine.rules.session import open_rules
from garfio.engine.store import marks
from garfio.engine.store.database import connect, open_database
from tests.e2e.outside import MailServer, Peer, http_peer, mail_server
from tests.e2e.processes import Listener, wait_until

SECRETS = {
    "shopify": "hush",
    "hubspot": "client-secret",
    "slack": "8f742231b10e8888abcd99yyyzzz85a5",
    "github": "It's a Secret to Everybody",
    "stripe": "whsec_test",
}
HUBSPOT_URL = "https://example.test/hubspot"


@dataclass
class World:
    """The listener with every recipe switched on, and those whom they reach."""

    listener: Listener
    peer: Peer
    mail: MailServer
    folder: Path

    def send(self, provider: str, body: bytes, headers: dict[str, str], *, secret: str | None = None) -> None:
        """POST, signed as our own signer does it."""
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        request = Request(f"POST /{provider} HTTP/1.1\r\nHost: localhost\r\n{head}\r\n".encode(), body)
        signed = sign(request, provider, secret or SECRETS[provider], now_unix=time.time())
        self.post(provider, body, {name.decode(): value.decode() for name, value in signed.headers})

    def post(self, provider: str, body: bytes, headers: dict[str, str]) -> None:
        headers = {name: value for name, value in headers.items() if name.lower() != "host"}
        assert self.listener.post(body, f"/{provider}", **headers) == 200

    def notices(self) -> list[dict[str, Any]]:
        return [event for event in tuple(self.listener.events) if event["event"] == "notice"]

    def notice(self, title: str) -> dict[str, Any]:
        wait_until(lambda: any(one["title"] == title for one in self.notices()), title)
        return next(one for one in self.notices() if one["title"] == title)


def prepare(db: Path, peer: Peer, mail: MailServer) -> None:
    """A workspace with endpoints, their secrets, and all recipes filled in and on."""
    open_database(db)
    connection = connect(db)
    marks.write_settings(connection, {"secret_store": '"file"'})
    connection.close()
    smtp = {"from": "Shop <shop@example.com>", "smtp_host": "127.0.0.1", "smtp_port": str(mail.port)}
    team = {"team": "team@example.com, boss@example.com"}
    values: dict[str, dict[str, str]] = {
        "mailchimp-thank-you": smtp,
        "mailchimp-unsubscribe-note": {**smtp, **team},
        "shopify-order-confirmation": {**smtp, "shop": "Tea & Co"},
        "shopify-stock-update": {"url": f"{peer.url}/stock/{{{{ item.sku }}}}", "secret": "stock"},
        "shopify-low-stock": {**smtp, **team},
        "hubspot-assign-lead": {"owners": "71, 72", "secret": "hubspot", "api": peer.url},
        "slack-mention": {"secret": "channel"},
        "silent-endpoint": {"path": "/quiet", "minutes": "0.02"},
        "silent-endpoint-mail": {**smtp, **team, "path": "/quiet", "minutes": "0.03"},
        "stripe-payment-failed": {"secret": "channel"},
    }

    async def fill() -> None:
        async with open_endpoints(db) as (desk, _forwards):
            for provider, secret in SECRETS.items():
                public = HUBSPOT_URL if provider == "hubspot" else ""
                await desk.add(Endpoint(f"/{provider}", provider, public))
                await desk.add_secret(f"/{provider}", Secret(secret))
            await desk.add(Endpoint("/mailchimp", "mailchimp"))
            for name, value in (
                ("stock", "stock-token"),
                ("hubspot", "pat-na1-1"),
                ("channel", f"{peer.url}/services/T0/B0/X"),
            ):
                await desk.add_secret(f"action:{name}", Secret(value))
        async with open_rules(db) as rules:
            for name in RECIPES:
                await rules.add_recipe(name, values.get(name, {}))
                await rules.enable(name)

    asyncio.run(fill())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("recipes")
    with http_peer() as peer, mail_server() as mail:
        prepare(folder / "garfio.db", peer, mail)
        with Listener(folder / "garfio.db") as listener:
            yield World(listener, peer, mail, folder)


def mails(world: World, address: str, subject: str) -> Any:
    def found() -> list[Any]:
        return [mail for mail in world.mail.to(address) if subject in str(mail["Subject"])]

    wait_until(found, f"a mail to {address} about {subject}")
    return found()[0]


def test_mailchimp_subscriber_is_thanked(world: World) -> None:
    """A form-encoded subscribe: a mail to the new subscriber, by the merge field's name."""
    form = {
        "type": "subscribe",
        "fired_at": "2026-11-24 08:00:00",
        "data[email]": "ada@example.com",
        "data[list_id]": "a6b5da1054",
        "data[merges][FNAME]": "Ada",
    }
    body = urllib.parse.urlencode(form).encode()
    world.post("mailchimp", body, {"Content-Type": "application/x-www-form-urlencoded"})
    mail = mails(world, "ada@example.com", "Thank you")
    assert mail.get_content().startswith("Hello Ada,")
    assert mail["From"] == "Shop <shop@example.com>"


def test_mailchimp_unsubscribe_is_told_to_the_team(world: World) -> None:
    """Two people in the team, one mail."""
    body = urllib.parse.urlencode(
        {"type": "unsubscribe", "data[email]": "bob@example.com", "data[reason]": "manual"}
    )
    world.post("mailchimp", body.encode(), {"Content-Type": "application/x-www-form-urlencoded"})
    mail = mails(world, "boss@example.com", "bob@example.com")
    assert "Reason: manual" in mail.get_content()
    assert mail["To"] == "team@example.com, boss@example.com"


ORDER = {
    "id": 820982911946154508,
    "name": "#1001",
    "email": "eve@example.com",
    "currency": "EUR",
    "total_price": "45.90",
    "customer": {"first_name": "Eve"},
    "line_items": [
        {"sku": "TEA/1", "title": "Tea", "quantity": 2, "price": "12.95"},
        {"sku": "POT", "title": "Pot", "quantity": 1, "price": "20.00"},
    ],
}


def shopify(topic: str, delivery: str) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "X-Shopify-Topic": topic,
        "X-Shopify-Webhook-Id": delivery,
        "X-Shopify-Shop-Domain": "tea.myshopify.com",
    }


def test_shopify_order_is_confirmed(world: World) -> None:
    """orders/create: the customer gets a mail with the lines and the exact total."""
    world.send("shopify", json.dumps(ORDER).encode(), shopify("orders/create", "w-1"))
    text = mails(world, "eve@example.com", "Tea & Co: your order #1001").get_content()
    assert "Hello Eve," in text
    assert "2 x Tea: 12.95 EUR 1 x Pot: 20.00 EUR" in " ".join(text.split())
    assert "Total: 45.90 EUR" in text


def test_shopify_order_paid_updates_stock_once_per_line_and_delivery(world: World) -> None:
    """orders/paid sent twice under one id: one request for each line item, none twice."""
    body = json.dumps(ORDER).encode()
    world.send("shopify", body, shopify("orders/paid", "w-2"))
    world.send("shopify", body, shopify("orders/paid", "w-2"))
    wait_until(lambda: len(world.peer.at("/stock/")) == 2, "two stock updates")
    rule = "shopify-stock-update"
    wait_until(lambda: [r for r in log(world, rule) if r.error == "duplicate"], "the second is skipped")
    first, second = world.peer.at("/stock/")
    assert (first.path, second.path) == ("/stock/TEA/1", "/stock/POT")
    assert first.json() == {"sku": "TEA/1", "change": -2, "order": 820982911946154508}
    assert first.headers["authorization"] == "Bearer stock-token"
    assert first.headers["idempotency-key"] != second.headers["idempotency-key"]


def test_shopify_low_stock_warns_under_the_limit_only(world: World) -> None:
    """inventory_levels/update with 9 and with 3 left: one warning, for the 3."""
    for number, left in enumerate((9, 3)):
        level = {"inventory_item_id": 271878346596884015 + left, "location_id": 24826418, "available": left}
        headers = shopify("inventory_levels/update", f"w-3{number}")
        world.send("shopify", json.dumps(level).encode(), headers)
    text = mails(world, "team@example.com", "Low stock: 3 left").get_content()
    assert "item: 271878346596884018" in text
    assert "available: 3" in text
    assert world.notice("Low stock: 3 left")["text"] == "item 271878346596884018, location 24826418"
    assert not [one for one in world.notices() if "9 left" in one["title"]]


def test_a_wrong_signature_does_nothing_but_warn(world: World) -> None:
    """An order with another shop's secret: no mail, but a notification that the signature is wrong."""
    order = {**ORDER, "email": "mallory@example.com"}
    body = json.dumps(order).encode()
    world.send("shopify", body, shopify("orders/create", "w-4"), secret="guess")
    world.notice("Invalid signature")
    assert not world.mail.to("mallory@example.com")


def hubspot(world: World, events: list[dict[str, Any]]) -> None:
    """POST as HubSpot's own library signs it."""
    from hubspot.utils.signature import Signature

    body, at_ms = json.dumps(events), str(int(time.time() * 1000))
    signature = Signature.get_signature(
        client_secret=SECRETS["hubspot"],
        request_body=body,
        signature_version="v3",
        http_uri=HUBSPOT_URL,
        http_method="POST",
        timestamp=at_ms,
    )
    headers = {
        "Content-Type": "application/json",
        "X-HubSpot-Signature-v3": signature,
        "X-HubSpot-Request-Timestamp": at_ms,
    }
    world.post("hubspot", body.encode(), headers)


def test_hubspot_batch_is_handled_one_by_one(world: World) -> None:
    """Five events in one request: leads assigned in turn, a call registered, a property kept at its newest."""
    base = {"portalId": 62515, "appId": 54321, "attemptNumber": 0, "occurredAt": 1764000000000}
    events = [
        {**base, "eventId": 1, "subscriptionType": "contact.creation", "objectId": 101},
        {**base, "eventId": 2, "subscriptionType": "contact.creation", "objectId": 102},
        {**base, "eventId": 3, "subscriptionType": "object.creation", "objectTypeId": "0-48", "objectId": 7},
        {
            **base,
            "eventId": 4,
            "subscriptionType": "contact.propertyChange",
            "objectId": 101,
            "propertyName": "city",
            "propertyValue": "Porto",
        },
        {**base, "eventId": 5, "subscriptionType": "contact.creation", "objectId": 103},
    ]
    hubspot(world, events)
    change = {**events[3], "eventId": 6, "propertyValue": "=Faro", "occurredAt": 1764000009000}
    hubspot(world, [change])
    wait_until(lambda: len(world.peer.at("/crm/")) == 3, "three leads assigned")
    assigned = [
        (one.method, one.path.rpartition("/")[2], one.json()["properties"]["hubspot_owner_id"])
        for one in world.peer.at("/crm/")
    ]
    assert assigned == [("PATCH", "101", "71"), ("PATCH", "102", "72"), ("PATCH", "103", "71")]
    register = world.folder / "calls.csv"
    wait_until(register.exists, "the register")
    wait_until(lambda: b"62515" in register.read_bytes(), "the call")
    rows = list(csv.DictReader(register.read_text().splitlines()))
    assert [(row["call"], row["portal"]) for row in rows] == [("7", "62515")]

    def customers() -> list[Any]:
        connection = apsw.Connection(str(world.folder / "customers.sqlite"))
        try:
            return connection.execute("SELECT contact, property, value, changed_at FROM customers").fetchall()
        except apsw.Error:  # not there yet, or being written to
            return []
        finally:
            connection.close()

    wait_until(lambda: customers() == [(101, "city", "=Faro", 1764000009000)], "the newest value")


def slack_headers(body: str) -> dict[str, str]:
    """As Slack's own library signs it."""
    from slack_sdk.signature import SignatureVerifier

    at = str(int(time.time()))
    signature = SignatureVerifier(SECRETS["slack"]).generate_signature(timestamp=at, body=body)
    assert signature is not None
    return {
        "Content-Type": "application/json",
        "X-Slack-Signature": signature,
        "X-Slack-Request-Timestamp": at,
    }


def answer(world: World, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    """What a provider is told when it checks the endpoint."""
    request = urllib.request.Request(f"{world.listener.url}{path}", body or None, headers, method=method)
    with urllib.request.urlopen(request, timeout=10) as found:
        return found.status, found.read()


def test_the_checks_of_mailchimp_and_slack_are_answered(world: World) -> None:
    """Before anything is sent: Mailchimp looks with GET, Slack wants its challenge back; no rule acts on them."""
    assert answer(world, "GET", "/mailchimp")[0] == 200
    challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmd"
    body = json.dumps({"token": "t", "challenge": challenge, "type": "url_verification"})
    status, said = answer(world, "POST", "/slack", body.encode(), **slack_headers(body))
    assert (status, challenge.encode() in said) == (200, True)
    assert not [row for row in log(world, "slack-mention") if "challenge" in row.summary]


def test_slack_mention_reaches_desktop_and_channel(world: World) -> None:
    """app_mention signed by Slack's own library: a notification, and a message in which markup is harmless."""
    event = {"type": "app_mention", "user": "U061F7AUR", "channel": "C0LAN2Q65", "text": "hi <!channel>"}
    body = json.dumps({"type": "event_callback", "event_id": "Ev1", "event": event})
    world.post("slack", body.encode(), slack_headers(body))
    assert world.notice("Mentioned in Slack")["text"] == "U061F7AUR: hi <!channel>"
    text = slack_message(world, "Mentioned")
    assert text == "Mentioned by <@U061F7AUR> in <#C0LAN2Q65>: hi &lt;!channel&gt;"


def test_github_failed_workflow_is_shown(world: World) -> None:
    """workflow_run completed with a failure: a notification; one that went well gives none."""
    for conclusion in ("success", "failure"):
        run = {
            "name": f"CI {conclusion}",
            "conclusion": conclusion,
            "head_branch": "main",
            "html_url": "https://x",
        }
        body = {"action": "completed", "workflow_run": run, "repository": {"full_name": "octo/tea"}}
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "GitHub-Hookshot/044aadd",
            "X-GitHub-Event": "workflow_run",
            "X-GitHub-Delivery": f"d-{conclusion}",
        }
        world.send("github", json.dumps(body).encode(), headers)
    assert world.notice("Failed: CI failure")["text"] == "octo/tea, main: https://x"
    assert not [one for one in world.notices() if "success" in one["title"]]


def test_stripe_failed_payment_reaches_slack(world: World) -> None:
    """payment_intent.payment_failed signed by Stripe's own library: a message to the channel."""
    import stripe

    intent = {"id": "pi_1", "object": "payment_intent", "amount": 2000, "currency": "usd"}
    event = {
        "id": "evt_1",
        "object": "event",
        "type": "payment_intent.payment_failed",
        "data": {"object": intent},
    }
    body, at = json.dumps(event), int(time.time())
    signature = stripe.WebhookSignature._compute_signature(f"{at}.{body}", SECRETS["stripe"])
    world.post(
        "stripe",
        body.encode(),
        {"Content-Type": "application/json", "Stripe-Signature": f"t={at},v1={signature}"},
    )
    text = slack_message(world, "Payment failed")
    assert "payment_intent.payment_failed" in text
    assert "2000 USD" in text


def test_a_silent_path_is_told(world: World) -> None:
    """Nothing on a path for a moment: a notification and a mail; nothing more until something arrives there."""
    world.notice("Nothing on /quiet for 0.02 minutes")
    mail = mails(world, "team@example.com", "Nothing on /quiet for 0.03 minutes")
    assert "Nothing has arrived there since the rule was switched on." in mail.get_content()
    wait_until(lambda: {row.state for row in log(world, "silent-endpoint")} == {"done"}, "settled")
    assert [row.capture for row in log(world, "silent-endpoint")] == [0]
    world.post("quiet", b"{}", {})

    def again() -> bool:
        return any(one["text"].startswith("The last webhook arrived on ") for one in world.notices())

    wait_until(again, "the second silence")


def slack_message(world: World, beginning: str) -> str:
    def found() -> list[str]:
        texts = [str(one.json()["text"]) for one in world.peer.at("/services/")]
        return [text for text in texts if text.startswith(beginning)]

    wait_until(found, f"a message that begins with {beginning}")
    return found()[0]


def log(world: World, rule: str) -> list[Any]:
    async def read() -> list[Any]:
        async with open_rules(world.listener.db) as rules:
            return await rules.log(rule)

    return asyncio.run(read())


def test_every_recipe_has_a_test() -> None:
    """The gallery and this module agree."""
    tried: list[Callable[[World], None]] = [
        test_mailchimp_subscriber_is_thanked,
        test_mailchimp_unsubscribe_is_told_to_the_team,
        test_shopify_order_is_confirmed,
        test_shopify_order_paid_updates_stock_once_per_line_and_delivery,
        test_shopify_low_stock_warns_under_the_limit_only,
        test_a_wrong_signature_does_nothing_but_warn,
        test_slack_mention_reaches_desktop_and_channel,
        test_github_failed_workflow_is_shown,
        test_stripe_failed_payment_reaches_slack,
        test_a_silent_path_is_told,
    ]
    assert len(RECIPES) == len(tried) + 4, "HubSpot's three are proved by one test, both silences by another"
