"""Endpoints: which paths they cover, what they may say, and what is shown of a secret."""

from __future__ import annotations

import pytest

from garfio.core.endpoint import Endpoint, checked_endpoint, endpoint_of, record_of, shown_prefix
from garfio.core.errors import AppError
from garfio.core.signature import Secret

ENDPOINTS = [Endpoint(path) for path in ("/a", "/a/*", "/a/b/*", "/a/b/c", "/")]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/a", "/a"),
        ("/a/x", "/a/*"),
        ("/a/b/x/y", "/a/b/*"),
        ("/a/b/c", "/a/b/c"),
        ("/a/b", "/a/*"),
        ("/a/", "/a/*"),
        ("/ab", None),
        ("/", "/"),
        ("*", None),
    ],
)
def test_matching(path: str, found: str | None) -> None:
    """The exact path, else the longest that covers it."""
    endpoint = endpoint_of(ENDPOINTS, path)
    assert (endpoint and endpoint.path) == found


@pytest.mark.parametrize(
    ("endpoint", "code"),
    [
        (Endpoint("stripe"), "endpoint.path"),
        (Endpoint(""), "endpoint.path"),
        (Endpoint("/a?b"), "endpoint.path"),
        (Endpoint("/a b"), "endpoint.path"),
        (Endpoint("/a*"), "endpoint.path"),
        (Endpoint("/*/a"), "endpoint.path"),
        (Endpoint("/" + "a" * 2000), "endpoint.path"),
        (Endpoint("/a", public_url="ftp://x"), "endpoint.url"),
        (Endpoint("/a", tolerance_s=-1), "endpoint.tolerance"),
        (Endpoint("/a", tolerance_s=float("nan")), "endpoint.tolerance"),
    ],
)
def test_what_cannot_be_an_endpoint(endpoint: Endpoint, code: str) -> None:
    """Each with its reason."""
    with pytest.raises(AppError) as caught:
        checked_endpoint(endpoint)
    assert caught.value.code == code


@pytest.mark.parametrize("path", ["/", "/*", "/a", "/a/*", "/é", "/a%20b", "/a/"])
def test_what_can_be_an_endpoint(path: str) -> None:
    """Paths as they stand in a request."""
    assert (
        checked_endpoint(Endpoint(path, public_url=" https://x.test/in ")).public_url == "https://x.test/in"
    )


@pytest.mark.parametrize(
    ("value", "prefix"),
    [
        ("whsec_abcdefgh", "whsec_"),
        ("pdl_ntfset_abcdefgh", "pdl_ntfset_"),
        ("a_b", ""),
        ("x" * 40, ""),
        ("-----BEGIN PUBLIC KEY-----\nAAAA", "-----BEGIN"),
        ("{}", "{"),
    ],
)
def test_prefix(value: str, prefix: str) -> None:
    """Only what says the kind is shown."""
    assert shown_prefix(value) == prefix


def test_a_record_does_not_hold_the_secret() -> None:
    """Length, prefix and fingerprint; with the value it is the secret again."""
    secret = Secret("whsec_topsecretvalue", "mine", "live", 1.0, 2.0)
    record = record_of(secret, "id", "/a", 7)
    assert "topsecret" not in repr(record)
    assert (record.length, record.prefix, record.fingerprint) == (20, "whsec_", secret.fingerprint)
    assert record.with_value(secret.value) == secret


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        (Secret("  "), "secret.empty"),
        (Secret("x", mode="prod"), "secret.mode"),
        (Secret("x", valid_from=2.0, valid_until=1.0), "secret.validity"),
    ],
)
def test_what_cannot_be_a_secret(secret: Secret, code: str) -> None:
    """Each with its reason."""
    with pytest.raises(AppError) as caught:
        record_of(secret, "id", "/a", 0)
    assert caught.value.code == code
