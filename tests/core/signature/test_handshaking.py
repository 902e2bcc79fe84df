"""Endpoint checks: who is answered with what, and who is not."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path

import pytest
from tests.core.signature.requests import make_request

from garfio.core.signature import CATALOG, handshake, sign

JSON = "application/json"
FORM = (("Content-Type", "application/x-www-form-urlencoded"),)


def ask(method: str = "GET", query: str = "", headers: tuple = (), body: bytes = b"") -> object:
    """A request that checks an endpoint."""
    return make_request(headers, body, method=method, url=f"https://h.test/in{query}")


CASES = [
    ("slack", ask("POST", body=b'{"type":"url_verification","token":"t","challenge":"a"}'), [], 200, b"a"),
    ("slack", ask("POST", body=b'{"type":"event_callback","challenge":"abc"}'), [], None, b""),
    ("meta", ask(query="?hub.mode=subscribe&hub.verify_token=v&hub.challenge=1%202"), ["v"], 200, b"1 2"),
    ("meta", ask(query="?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1"), ["v"], 403, None),
    ("meta", ask(query="?hub.mode=subscribe&hub.verify_token=v&hub.challenge=1"), [], None, b""),
    (
        "meta",
        ask(query="?hub.mode=subscribe&hub.verify_token=v&hub.challenge=1"),
        [json.dumps({"secret": "s", "verify_token": "v"})],
        200,
        b"1",
    ),
    ("websub", ask(query="?hub.mode=unsubscribe&hub.topic=t&hub.challenge=c"), [], 200, b"c"),
    ("mailchimp", ask("GET"), [], 200, b"OK"),
    ("mandrill", ask("HEAD"), [], 200, b"OK"),
    (
        "mandrill",
        ask("POST", headers=FORM, body=b"mandrill_events=%5B%5D"),
        [],
        200,
        b"OK",
    ),
    ("trello", ask("HEAD"), [], 200, b"OK"),
    ("dropbox", ask(query="?challenge=abc"), [], 200, b"abc"),
    ("adobe_io", ask(query="?challenge=abc"), [], 200, b"abc"),
    ("nylas", ask(query="?challenge=abc"), [], 200, b"abc"),
    ("onfleet", ask(query="?check=abc"), [], 200, b"abc"),
    ("okta", ask(headers=(("X-Okta-Verification-Challenge", 'a"b'),)), [], 200, b'{"verification":"a\\"b"}'),
    ("microsoft_graph", ask("POST", "?validationToken=a%3Ab+c"), [], 200, b"a:b c"),
    (
        "azure_event_grid",
        ask(
            "POST",
            headers=(("aeg-event-type", "SubscriptionValidation"),),
            body=b'[{"data":{"validationCode":"x"}}]',
        ),
        [],
        200,
        b'{"validationResponse":"x"}',
    ),
    ("monday", ask("POST", body=b'{"challenge":"c"}'), [], 200, b'{"challenge":"c"}'),
    ("dropbox_sign", ask("POST", headers=FORM,
        body=b"json=%7B%22event%22%3A%7B%22event_type%22%3A%22callback_test%22%7D%7D"),
        [], 200, b"Hello API Event Received"),
    ("fitbit", ask(query="?verify=ok"), ["ok"], 204, b""),
    ("fitbit", ask(query="?verify=no"), ["ok"], 404, None),
    ("oura", ask(query="?verification_token=v&challenge=c"), ["v"], 200, b'{"challenge":"c"}'),
    (
        "strava",
        ask(query="?hub.verify_token=STRAVA&hub.challenge=15f7d1a91c1f40f8a748fd134752feb3&hub.mode=subscribe"),
        ["STRAVA"],
        200,
        b'{"hub.challenge":"15f7d1a91c1f40f8a748fd134752feb3"}',
    ),
    ("strava", ask(query="?hub.verify_token=x&hub.challenge=1&hub.mode=subscribe"), ["STRAVA"], 403, None),
    ("miro", ask("POST", body=b'{"challenge":"f8a1"}'), [], 200, b'{"challenge":"f8a1"}'),
    ("miro", ask("POST", body=b'{"event":{"type":"update"},"challenge":"f8a1"}'), [], None, b""),
    ("boldsign", ask("POST", body=b'{"event":{"eventType":"Verification"}}'), [], 200, b"OK"),
    ("circle", ask("HEAD"), [], 200, b"OK"),
    ("intercom", ask("HEAD"), [], 200, b"OK"),
    ("figma", ask("POST", body=b'{"event_type":"PING","passcode":"p","webhook_id":"22"}'), [], 200, b"OK"),
    ("viber", ask("POST", body=b'{"event":"webhook","timestamp":1457764197627}'), [], 200, b"OK"),
    ("wise", ask("POST", headers=(("X-Test-Notification", "true"),), body=b"{}"), [], 200, b"OK"),
    ("wise", ask("POST", body=b"{}"), [], None, b""),
    ("woocommerce", ask("POST", headers=FORM, body=b"webhook_id=12"), [], 200, b"OK"),
    (
        "worldline_connect",
        ask(headers=(("X-GCS-Webhooks-Endpoint-Verification", "a1b2"),)),
        [],
        200,
        b"a1b2",
    ),
    ("notion", ask("POST", body=b'{"verification_token":"secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"}'),
        [], 200, b"OK"),
    ("notion", ask("POST", headers=(("X-Notion-Signature", "sha256=00"),), body=b'{"verification_token":"s"}'),
        [], None, b""),
    (
        "aws_sns",
        ask(
            "POST",
            headers=(("x-amz-sns-message-type", "SubscriptionConfirmation"),),
            body=b'{"Type":"SubscriptionConfirmation","SubscribeURL":"https://sns.us-west-2.amazonaws.com/?Action=x"}',
        ),
        [],
        200,
        b"OK",
    ),
    ("aws_sns", ask("POST", body=b'{"Type":"Notification","Message":"Hi"}'), [], None, b""),
    ("github", ask("POST", body=b"{}"), ["s"], None, b""),
    ("nobody", ask(), [], None, b""),
]  # fmt: skip


@pytest.mark.parametrize(("provider", "request_", "secrets", "status", "body"), CASES)
def test_plain_answers(
    provider: str, request_: object, secrets: list[str], status: int | None, body: bytes | None
) -> None:
    """The documented answer, and nothing for a request that is no check."""
    reply = handshake(request_, provider, secrets)
    assert (reply.status if reply else None) == status
    if reply and body is not None:
        assert reply.body == body


def test_answers_with_a_mac() -> None:
    """X, Zoom, LinkedIn, Braintree and eBay want proof that we have the secret."""
    reply = handshake(ask(query="?crc_token=abc"), "x", ["consumer"])
    made = base64.b64encode(hmac.digest(b"consumer", b"abc", "sha256")).decode()
    assert json.loads(reply.body) == {"response_token": f"sha256={made}"}
    assert reply.content_type == JSON
    body = b'{"event":"endpoint.url_validation","payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"}}'
    reply = handshake(sign(ask("POST", body=body), "zoom", "s", now_unix=0), "zoom", ["s"])
    made = hmac.new(b"s", b"qgg8vlvZRS6UYooatFL8Aw", "sha256").hexdigest()
    assert json.loads(reply.body) == {"plainToken": "qgg8vlvZRS6UYooatFL8Aw", "encryptedToken": made}
    pair = json.dumps({"public_key": "integration_public_key", "private_key": "integration_private_key"})
    reply = handshake(ask(query="?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53"), "braintree", [pair])
    assert reply.body == b"integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4"
    ebay = json.dumps({"verification_token": "token", "endpoint": "https://h.test/in"})
    reply = handshake(ask(query="?challenge_code=c"), "ebay", [ebay])
    digest = hashlib.sha256(b"ctokenhttps://h.test/in").hexdigest()
    assert json.loads(reply.body) == {"challengeResponse": digest}


@pytest.mark.parametrize(
    ("provider", "request_", "secret"),
    [
        ("x", ask(query='?crc_token={"a":1}'), "s"),
        (
            "braintree",
            ask(query="?bt_challenge=PHhtbD4"),
            json.dumps({"public_key": "p", "private_key": "k"}),
        ),
        (
            "zoom",
            ask("POST", body=b'{"event":"endpoint.url_validation","payload":{"plainToken":"v0:1:x"}}'),
            "s",
        ),
    ],
)
def test_no_signing_oracle(provider: str, request_: object, secret: str) -> None:
    """Text that could be an event is not answered with its MAC."""
    reply = handshake(request_, provider, [secret])
    assert reply is None or reply.status >= 400


def test_wrong_signatures_are_refused() -> None:
    """Discord and Xero probe with wrong signatures and want 401."""
    from tests.core.signature.keys import private_key

    from garfio.core.signature import asymmetric

    key = private_key("ed25519")
    public = asymmetric.public_key_of(key)
    ping = sign(ask("POST", body=b'{"type":1,"id":"1"}'), "discord", key, now_unix=0)
    assert handshake(ping, "discord", [public]).body == b'{"type":1}'
    forged = type(ping)(ping.head, ping.body + b" ")
    assert handshake(forged, "discord", [public]).status == 401
    intent = sign(ask("POST", body=b'{"events":[],"entropy":"x"}'), "xero", "k", now_unix=0)
    assert handshake(intent, "xero", ["k"]).status == 200
    assert handshake(intent, "xero", ["other"]).status == 401


def test_checks_that_are_signed() -> None:
    """Twitch and Front sign their checks: the challenge comes back only for the right secret."""
    challenge = "pogchamp-kappa-360noscope-vohiyo"
    headers = (
        ("Twitch-Eventsub-Message-Id", "84c1e79a-2a4b-4c13-ba0b-4312293e9308"),
        ("Twitch-Eventsub-Message-Type", "webhook_callback_verification"),
        ("Twitch-Eventsub-Message-Timestamp", "2019-11-16T10:11:12.634234626Z"),
    )
    body = json.dumps({"challenge": challenge, "subscription": {"type": "channel.follow"}}).encode()
    request = sign(ask("POST", headers=headers, body=body), "twitch", "s3cRe7s3cRe7", now_unix=1_573_899_072)
    assert handshake(request, "twitch", ["s3cRe7s3cRe7"]).body == challenge.encode()
    assert handshake(request, "twitch", ["another-secret"]).status == 403
    front = ask("POST", headers=(("X-Front-Challenge", "c-1"),), body=b'{"type":"sync"}')
    signed = sign(front, "front", "key", now_unix=0)
    assert json.loads(handshake(signed, "front", ["key"]).body) == {"challenge": "c-1"}
    assert handshake(signed, "front", ["other"]).status == 401


def test_linkedin_wants_its_code_with_a_mac() -> None:
    """The code comes back with its HMAC, and only a code that looks like one."""
    code = "890e4665-4dfe-4ab1-b689-ed553bceeed0"
    reply = handshake(ask(query=f"?applicationId=1&challengeCode={code}"), "linkedin", ["client"])
    made = hmac.new(b"client", code.encode(), "sha256").hexdigest()
    assert json.loads(reply.body) == {"challengeCode": code, "challengeResponse": made}
    refused = handshake(ask(query="?challengeCode=%7B%22a%22%3A1%7D"), "linkedin", ["client"])
    assert refused is None or refused.status >= 400


def test_every_check_is_tried_here() -> None:
    """No provider's check is without a request that shows it answered."""
    source = Path(__file__).read_text("utf-8")
    assert [
        entry.id for entry in CATALOG.values() if entry.handshakes and f'"{entry.id}"' not in source
    ] == []


def test_answers_in_headers() -> None:
    """Asana, Smartsheet, RingCentral and CloudEvents want a header back; a line break never gets into one."""
    reply = handshake(ask("POST", headers=(("X-Hook-Secret", "abc"),)), "asana")
    assert reply.headers == (("X-Hook-Secret", "abc"),)
    headers = (("WebHook-Request-Origin", "eventemitter.example.com"), ("WebHook-Request-Rate", "120"))
    reply = handshake(ask("OPTIONS", headers=headers), "cloudevents_webhook")
    assert dict(reply.headers)["WebHook-Allowed-Origin"] == "eventemitter.example.com"
    assert dict(reply.headers)["WebHook-Allowed-Rate"] == "120"
    value = (("Smartsheet-Hook-Challenge", "d78dd1d3-01ce-4481-81d4-f2a3a0a3b4c5"),)
    body = b'{"challenge":"d78dd1d3-01ce-4481-81d4-f2a3a0a3b4c5","webhookId":8444254503626628}'
    reply = handshake(ask("POST", headers=value, body=body), "smartsheet")
    assert dict(reply.headers)["Smartsheet-Hook-Response"] == value[0][1]
    assert json.loads(reply.body) == {"smartsheetHookResponse": value[0][1]}
    token = (("Validation-Token", "00fe1b8b-39b6-4a6a-a7a5-8e4b3d2f7a1c"),)
    assert handshake(ask("POST", headers=token), "ringcentral").headers == token
    reply = handshake(
        ask("OPTIONS", headers=(("WebHook-Request-Origin", "x.webpubsub.azure.com"),)), "azure_web_pubsub"
    )
    assert dict(reply.headers)["WebHook-Allowed-Origin"] == "x.webpubsub.azure.com"
    reply = handshake(ask("OPTIONS", headers=headers[:1]), "azure_event_grid")
    assert [name for name, _ in reply.headers] == ["WebHook-Allowed-Origin", "Allow"]


def test_adobe_sign_wants_its_client_id_back_every_time() -> None:
    """The check and each event are answered with the header that came; another application's are refused where ours is
    known. Only the GET is a check."""
    given = (("X-AdobeSign-ClientId", "BGBQIIE7H253K6"),)
    check = handshake(ask(headers=given), "adobe_sign")
    event = handshake(ask("POST", headers=given, body=b'{"event":"AGREEMENT_CREATED"}'), "adobe_sign")
    assert check.headers == event.headers == given
    assert (check.status, check.for_event, event.for_event) == (200, False, True)
    assert handshake(ask(headers=given), "adobe_sign", ["BGBQIIE7H253K6"]).status == 200
    assert handshake(ask(headers=given), "adobe_sign", ["CBJCHBCAABAA"]).status == 403


def test_dropbox_sign_wants_its_words_for_events_too() -> None:
    """Both are answered with the words that it demands; only the callback test is a check."""
    replies = [
        handshake(
            make_request(FORM, b"json=" + json.dumps({"event": {"event_type": kind}}).encode()),
            "dropbox_sign",
        )
        for kind in ("callback_test", "signature_request_sent")
    ]
    assert {reply.body for reply in replies} == {b"Hello API Event Received"}
    assert [reply.for_event for reply in replies] == [False, True]
