"""The signature on resend: fresh, removed, kept with a warning, and wrong on purpose."""

from __future__ import annotations

import hashlib
import hmac
import json
import time

import pytest
import stripe

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import Changes, Outgoing, Signing
from garfio.core.resend import make_outgoing
from garfio.core.resign import with_signature
from garfio.core.signature import sign, verify
from garfio.core.tamper import TAMPERS
from garfio.core.target import Target

NOW = 1_790_000_000.0
SECRET = "whsec_test_secret_1234567890"
BODY = b'{"id": "evt_1", "object": "event", "type": "invoice.paid"}'
PLAIN = Request(
    b"POST /stripe HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nUser-Agent: Stripe/1.0\r\n"
    b"Content-Length: %d\r\n\r\n" % len(BODY),
    BODY,
)
CAPTURED = sign(PLAIN, "stripe", SECRET, now_unix=NOW)
TARGET = Target(url="http://127.0.0.1:3000")


def resent(
    signing: Signing, now_unix: float = NOW, changes: Changes | None = None, request: Request = CAPTURED
) -> Outgoing:
    outgoing = make_outgoing(request, TARGET, changes or Changes())
    return with_signature(outgoing, signing, now_unix=now_unix)


def verdict(request: Request, secret: str = SECRET, now_unix: float = NOW) -> str:
    return str(verify(request, [secret], provider="stripe", now_unix=now_unix).verdict)


def test_a_fresh_signature_with_another_secret() -> None:
    """The receiver's secret and the time of now; all else stays, and the difference is listed."""
    later = NOW + 86_400
    outgoing = resent(Signing("resign", secret="whsec_local"), later)
    assert verdict(outgoing.request, "whsec_local", later) == "valid"
    assert verdict(outgoing.request, SECRET, later) == "invalid"
    assert [(one.kind, one.name) for one in outgoing.differences if one.reason == "signature"] == [
        ("replaced", "Stripe-Signature")
    ]
    mended = outgoing.request.head.replace(
        outgoing.request.headers.get("stripe-signature") or b"?",
        CAPTURED.headers.get("stripe-signature") or b"?",
    )
    assert mended == CAPTURED.head.replace(b"Host: a", b"Host: 127.0.0.1:3000")


def test_the_official_library_accepts_it() -> None:
    """An edited event, signed anew, passes the provider's own check."""
    body = BODY.replace(b"evt_1", b"evt_2")
    outgoing = resent(Signing("resign", secret=SECRET), time.time(), Changes(body=body))
    header = (outgoing.request.headers.text("stripe-signature")) or ""
    event = stripe.Webhook.construct_event(outgoing.request.body, header, SECRET)  # type: ignore[no-untyped-call]
    assert event["id"] == "evt_2"


def test_it_can_be_removed() -> None:
    outgoing = resent(Signing("remove"))
    assert "stripe-signature" not in outgoing.request.headers
    assert verdict(outgoing.request) == "unsigned"


@pytest.mark.parametrize(
    ("age", "changes", "warnings"),
    [
        (10, Changes(), ()),
        (3600, Changes(), ("stale_signature",)),
        (10, Changes(body=b"{}"), ("broken_signature",)),
        (3600, Changes(body=b"{}"), ("stale_signature", "broken_signature")),
    ],
)
def test_a_kept_signature_that_will_fail_is_said(
    age: float, changes: Changes, warnings: tuple[str, ...]
) -> None:
    assert resent(Signing(), NOW + age, changes).warnings == warnings


def test_a_signature_without_a_time_does_not_grow_stale() -> None:
    digest = hmac.new(b"s", b"{}", hashlib.sha256).hexdigest()
    request = Request(
        b"POST / HTTP/1.1\r\nX-GitHub-Event: push\r\nX-Hub-Signature-256: sha256=%s\r\n\r\n"
        % digest.encode(),
        b"{}",
    )
    assert resent(Signing(), NOW, request=request).warnings == ()


@pytest.mark.parametrize(
    ("signing", "request_", "code"),
    [
        (Signing("resign"), CAPTURED, "resend.no_secret"),
        (Signing("resign", secret="x"), Request(b"POST / HTTP/1.1\r\n\r\n", b"x"), "resend.no_provider"),
        (Signing("resign", "nobody", "x"), CAPTURED, "provider.unknown"),
        (Signing("resign", "stripe", "x", "teapot"), CAPTURED, "tamper.unknown"),
    ],
)
def test_what_cannot_be_signed(signing: Signing, request_: Request, code: str) -> None:
    with pytest.raises(AppError) as caught:
        resent(signing, request=request_)
    assert caught.value.code == code


def test_a_secret_is_not_shown() -> None:
    assert SECRET not in repr(Changes(signing=Signing("resign", secret=SECRET)))


WRONG = [kind for kind in TAMPERS if kind not in ("duplicate", "content_type")]


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("edited", [False, True])
def test_a_wrong_one_is_refused(kind: str, edited: bool) -> None:
    """Each fault fails the official library's check, and nothing but that fault is there."""
    now = time.time()
    changes = Changes(body=BODY.replace(b"paid", b"void")) if edited else Changes()
    outgoing = resent(Signing("resign", secret=SECRET, tamper=kind), now, changes)
    request = outgoing.request
    assert verdict(request, now_unix=now) == {"expired": "expired", "missing_header": "unsigned"}.get(
        kind, "invalid"
    )
    assert request.headers.text("content-length") == str(len(request.body))
    with pytest.raises((stripe.SignatureVerificationError, ValueError)):
        stripe.Webhook.construct_event(  # type: ignore[no-untyped-call]
            request.body, request.headers.text("stripe-signature") or "", SECRET
        )


@pytest.mark.parametrize("kind", ["duplicate", "content_type"])
def test_what_is_wrong_around_a_right_signature(kind: str) -> None:
    request = resent(Signing("resign", secret=SECRET, tamper=kind)).request
    assert verdict(request) == "valid"
    assert (request.headers.text("content-type") == "text/plain") is (kind == "content_type")


def test_a_changed_byte_leaves_json() -> None:
    request = resent(Signing("resign", secret=SECRET, tamper="changed_byte")).request
    assert json.loads(request.body) != json.loads(BODY)
    assert len(request.body) == len(BODY)


@pytest.mark.parametrize("kind", ["expired", "changed_byte", "other_event", "truncated"])
def test_faults_that_a_token_cannot_show(kind: str) -> None:
    """GitLab sends a shared token: it signs no bytes and no time."""
    request = Request(b"POST / HTTP/1.1\r\nX-Gitlab-Event: Push Hook\r\nX-Gitlab-Token: t\r\n\r\n", b"{}")
    try:
        found = resent(Signing("resign", "generic_token", "secret-token", kind), request=request)
    except AppError as error:
        assert error.code == "tamper.not_applicable"  # noqa: PT017
    else:
        pytest.fail(f"sent {found.request.head!r}")
