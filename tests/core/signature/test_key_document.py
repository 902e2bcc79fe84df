"""Fetched keys: whose a certificate is, and the keys of a set that are no longer published."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from garfio.core.signature import CATALOG, Secret, is_of_key, key_secrets, read_key, with_fetched, with_older

_START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
Key = ec.EllipticCurvePrivateKey


def issue(name: str, issuer: str, key: Key, by: Key) -> bytes:
    """A certificate for `key` in the name of `name`, by another."""
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer)]
    made = x509.CertificateBuilder(
        names[1], names[0], key.public_key(), 1, _START, _START + dt.timedelta(days=9999)
    )
    return made.sign(by, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def keys() -> tuple[Key, Key]:
    """Two keys."""
    return ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())


def read(pem: bytes) -> str:
    """What is kept of a certificate that PayPal's address gave."""
    return read_key(pem, owner=CATALOG["paypal"].key_owner)


def test_paypals_certificate(keys: tuple[Key, Key]) -> None:
    """Its common name lies under paypal.com, alone or with those that issued it."""
    leaf, above = keys
    good = issue("messageverificationcerts.PayPal.com", "CA", leaf, above)
    assert read(good) == good.decode().strip()
    assert read(good + issue("CA", "CA", above, above)).count("BEGIN CERTIFICATE") == 2


@pytest.mark.parametrize("name", ["evil.test", "notpaypal.com", "paypal.com.evil.test", "paypal.com"])
def test_a_certificate_of_somebody_else(keys: tuple[Key, Key], name: str) -> None:
    """Another common name is refused, however like it looks."""
    leaf, above = keys
    with pytest.raises(ValueError, match=r"not one of paypal\.com"):
        read(issue(name, "CA", leaf, above))


def test_a_chain_that_does_not_hold(keys: tuple[Key, Key]) -> None:
    """A certificate that was not issued by the one that comes with it is refused, and so is a bare key."""
    leaf, above = keys
    forged = issue("a.paypal.com", "CA", leaf, leaf)
    with pytest.raises(ValueError, match="does not lead"):
        read(forged + issue("CA", "CA", above, above))
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    with pytest.raises(ValueError, match="does not lead"):
        read(leaf.public_key().public_bytes(serialization.Encoding.PEM, form))


def key_set(*ids: str) -> str:
    """A set of keys with these ids."""
    return json.dumps({"keys": [{"kty": "oct", "kid": one} for one in ids]})


def test_keys_that_are_missed_serve_for_what_came_before() -> None:
    """They are kept beside the new ones, valid until they were missed; one that returns is new again."""
    second = with_older(key_set("b", "c"), key_set("a", "b"), 100.0)
    third = with_older(key_set("c", "d"), second, 200.0)
    found = {
        one.valid_until: [key["kid"] for key in json.loads(one.value)["keys"]]
        for one in key_secrets(third, "host")
    }
    assert found == {None: ["c", "d"], 200.0: ["b"], 100.0: ["a"]}
    back = key_secrets(with_older(key_set("a", "b", "c", "d"), third, 300.0), "host")
    assert [one.valid_until for one in back] == [None]


def test_the_same_keys_stay_as_they_are() -> None:
    """Nothing is added where nothing is missed."""
    assert with_older(key_set("a"), key_set("a"), 1.0) == key_set("a")
    assert with_older(key_set("a"), "", 1.0) == key_set("a")
    assert with_older("PEM", "PEM", 1.0) == with_older("PEM", "", 1.0) == "PEM"
    assert key_secrets("PEM", "host")[0].parts == {"public_key_pem": "PEM"}


def test_a_single_key_that_changes_serves_for_what_came_before() -> None:
    """As keys of a set do; one that returns is new again. A secret that lacks a key gets each of them."""
    second = with_older("PEM b", "PEM a", 100.0)
    third = with_older("PEM c", second, 200.0)
    found = {one.valid_until: one.parts for one in key_secrets(third, "host")}
    assert found == {
        None: {"public_key_pem": "PEM c"},
        200.0: {"public_key_pem": "PEM b"},
        100.0: {"public_key_pem": "PEM a"},
    }
    assert all(is_of_key(one, third) for one in key_secrets(third, "host"))
    assert not is_of_key(Secret("PEM d"), third)
    lent = with_fetched((Secret("W", valid_until=150.0),), third, "host", alone=False)[1:]
    assert [(one.part("secret"), one.part("public_key_pem"), one.valid_until) for one in lent] == [
        ("W", "PEM c", 150.0),
        ("W", "PEM b", 150.0),
        ("W", "PEM a", 100.0),
    ]
    back = key_secrets(with_older("PEM a", third, 300.0), "host")
    assert [(one.parts["public_key_pem"], one.valid_until) for one in back] == [
        ("PEM a", None),
        ("PEM c", 300.0),
        ("PEM b", 200.0),
    ]


def test_a_key_that_becomes_a_set_keeps_the_earlier_one() -> None:
    """And the other way round."""
    third = with_older("PEM b", with_older(key_set("x"), "PEM a", 100.0), 200.0)
    found = [(one.valid_until, sorted(one.parts)) for one in key_secrets(third, "host")]
    assert found == [(None, ["public_key_pem"]), (100.0, ["public_key_pem"]), (200.0, ["keys"])]


def test_very_many_missed_keys_are_bounded() -> None:
    """A server that changes its set all the time fills nothing."""
    key = key_set("0")
    for number in range(1, 100):
        key = with_older(key_set(str(number)), key, float(number))
    ids = [one["kid"] for one in json.loads(key)["keys"]]
    assert ids[:2] == ["99", "98"]
    assert len(ids) == 33
