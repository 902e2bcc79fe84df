"""A token's header and claims are shown as they were signed, unverified."""

from __future__ import annotations

import base64

import pytest

from garfio.core.contentview.jwt_view import decode_jwt
from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta


def b64(text: str) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


UNSIGNED = b64('{"alg":"none"}') + "."

# RFC 7519, section 3.1.
RFC_TOKEN = (
    b"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
    b"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
    b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
)


def test_published_token() -> None:
    """The example of RFC 7519 was sent; header and claims are laid out from their own text."""
    shown = choose(RFC_TOKEN, Meta("application/jwt"))
    assert shown.name == "jwt"
    assert '"alg": "HS256"\n}\n{\n  "iss": "joe",\n  "exp": 1300819380,' in shown.view.text
    assert [item.code for item in shown.view.notes] == ["jwt.not_verified", "jwt.times"]
    assert shown.view.notes[1].fields == {"exp": 1300819380}
    jwt = decode_jwt(RFC_TOKEN)
    assert jwt is not None
    assert jwt.header == '{"typ":"JWT",\r\n "alg":"HS256"}'
    assert jwt.signature.startswith("dBjft")


def test_claims_keep_their_digits() -> None:
    """A claim holds a long number; its digits stay."""
    jwt = decode_jwt((UNSIGNED + b64('{"n":1.10}') + ".").encode())
    assert jwt is not None
    assert jwt.claims == '{"n":1.10}'


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (UNSIGNED + b64("{}") + ".", ["jwt.unsigned"]),
        (UNSIGNED + b64("{}") + ".c2ln", ["jwt.unsigned"]),
        (b64('{"alg":"HS256"}') + "." + b64('{"exp":"soon","iat":-1}') + ".c2ln", ["jwt.not_verified"]),
        (b64('{"alg":"dir"}') + "..aa.bb.cc", ["jwt.encrypted"]),
    ],
)
def test_other_forms(body: str, codes: list[str]) -> None:
    """Unsigned and encrypted tokens were sent; both are named."""
    assert [item.code for item in show_as("jwt", body.encode(), Meta()).view.notes] == codes


@pytest.mark.parametrize("body", [b"", b"a.b.c", b"eyJ.x", b"eyJhIjox.!.c", b"hello eyJ"])
def test_others_are_refused(body: bytes) -> None:
    """Something else was sent; it is no token, and the choice falls on text."""
    assert decode_jwt(body) is None
    assert choose(body, Meta()).name == "text"
