"""The URL as its sender may know it."""

from __future__ import annotations

import pytest
from tests.core.signature.requests import make_request

from garfio.core.signature import sign, verify
from garfio.core.signature.location import candidates

HOST = "https://a.test"


@pytest.mark.parametrize(
    ("public", "path", "expected"),
    [
        ("https://a.test", "/", ("https://a.test/", "https://a.test")),
        ("a.test", "/", ("https://a.test/", "https://a.test")),
        ("https://a.test/", "/", ("https://a.test/",)),
        ("https://a.test", "/in?x=1", ("https://a.test/in?x=1",)),
        ("https://a.test/hook", "/in?x=1", ("https://a.test/hook?x=1",)),
        ("https://a.test?x=1", "/?x=1", ("https://a.test?x=1",)),
    ],
)
def test_a_public_address_gives_one_url(public: str, path: str, expected: tuple[str, ...]) -> None:
    """Only a bare host may be meant with its slash or without."""
    assert candidates(make_request(url=HOST + path), public) == expected


def test_a_bare_host_is_signed_either_way() -> None:
    """A provider was given the host alone: its signature is right with the slash and without, no other path's is."""
    for given in (HOST, HOST + "/"):
        signed = sign(make_request(url=HOST + "/"), "square", "key", now_unix=0, public_url=given)
        assert verify(signed, ["key"], provider="square", now_unix=0, public_url=HOST).verdict == "valid"
    other = sign(make_request(url=HOST + "/x"), "square", "key", now_unix=0, public_url=HOST)
    moved = make_request(
        [(name.decode(), value.decode()) for name, value in other.headers][1:], url=HOST + "/"
    )
    assert verify(moved, ["key"], provider="square", now_unix=0, public_url=HOST).verdict == "invalid"
