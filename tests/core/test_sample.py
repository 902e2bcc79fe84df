"""Example events: recognised as what they are, well formed, fresh each time, and correctly signed."""

from __future__ import annotations

import json
import random
from urllib.parse import parse_qsl

import pytest

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.sample.registry import SAMPLES, find_sample
from garfio.core.sample.sample import make_request
from garfio.core.signature import CATALOG, recognise, sign, verify
from garfio.core.wire import Head, parse_head

NOW = 1_790_000_000.5
URL = "https://receiver.example/in"


def make(key: str, seed: int = 1) -> Request:
    return make_request(SAMPLES[key], now_unix=NOW, random=random.Random(seed).random)


@pytest.mark.parametrize("key", list(SAMPLES))
def test_a_sample(key: str) -> None:
    """A message that our own listener takes, with a body of its type and no placeholder left."""
    request = make(key)
    head = parse_head(request.head)
    assert isinstance(head, Head), head
    assert head.length == len(request.body)
    assert b"{{" not in request.head + request.body
    if b"json" in (request.headers.get("content-type") or b""):
        assert json.loads(request.body)
    else:
        assert parse_qsl(request.body.decode(), strict_parsing=True)


def secret_for(provider: str) -> str:
    """A secret in the form that the provider's preferred scheme wants."""
    form = CATALOG[provider].schemes[0].key[0]
    return {
        "whsec": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "hex": "00ff" * 16,
        "b64": "c2VjcmV0LWtleQ==",
    }.get(form, "a-secret-of-some-length")


@pytest.mark.parametrize("key", list(SAMPLES))
def test_a_signed_sample_is_valid_and_recognised(key: str) -> None:
    """Signed by us, accepted by us, and its event is named as the provider names it."""
    sample = SAMPLES[key]
    secret = secret_for(sample.provider)
    if sample.provider == "box":
        secret = json.dumps({"primary": secret, "secondary": secret})
    signed = sign(make(key), sample.provider, secret, now_unix=NOW, public_url=URL)
    verdict = verify(signed, [secret], provider=sample.provider, now_unix=NOW, public_url=URL)
    assert verdict.verdict == "valid", verdict
    found = recognise(signed, sample.provider)
    assert found.event_type == sample.event
    if sample.provider != "gitlab":  # signed as Standard Webhooks are, and taken for one without a hint
        assert recognise(signed).provider == sample.provider


def test_each_is_fresh() -> None:
    """Two deliveries have other ids; the same randomness gives the same message."""
    first, second = make("shopify/orders-create", 1), make("shopify/orders-create", 2)
    ids = [recognise(request, "shopify").delivery_id for request in (first, second)]
    assert ids[0]
    assert ids[0] != ids[1]
    assert json.loads(first.body)["id"] != json.loads(second.body)["id"]
    assert make("shopify/orders-create", 1) == first


def test_one_placeholder_is_one_value() -> None:
    order = json.loads(make("shopify/orders-create").body)
    assert order["admin_graphql_api_id"].endswith(str(order["id"]))


def test_there_are_enough() -> None:
    """Forty providers; the four of the first recipes with at least five events each."""
    providers = [sample.provider for sample in SAMPLES.values()]
    assert len(set(providers)) >= 40
    for name in ("shopify", "hubspot", "mailchimp", "slack"):
        assert providers.count(name) >= 5
    assert set(providers) <= set(CATALOG)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("shopify/orders-create", "orders/create"),
        ("shopify/orders/create", "orders/create"),
        ("stripe/invoice.paid", "invoice.paid"),
    ],
)
def test_find(key: str, found: str) -> None:
    assert find_sample(key).event == found


@pytest.mark.parametrize(
    ("key", "hint"),
    [("shopify/nope", "shopify/orders-create"), ("nobody/x", "hubspot"), ("", "slack")],
)
def test_what_there_is_not(key: str, hint: str) -> None:
    with pytest.raises(AppError) as caught:
        find_sample(key)
    assert hint in caught.value.hint
