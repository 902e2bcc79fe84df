"""Endpoint checks answered for the user, as data: a condition, and the template of the answer.

An answer that is a MAC over text chosen by whoever asks would make us a signing oracle, so such text must
have its documented shape (`guard`).
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import replace

from garfio.core.reply import Reply
from garfio.core.signature import condition, location
from garfio.core.signature.digest import compute
from garfio.core.signature.encoding import encode, key_bytes
from garfio.core.signature.message import Message
from garfio.core.signature.provider import Handshake
from garfio.core.signature.template import render_text
from garfio.core.signature.value import Secret, Verdict
from garfio.core.signature.verify import Question, verify_provider

_REFUSED = b"refused\n"
_ALLOWED_VERDICTS = (Verdict.VALID, Verdict.EXPIRED)


def answer(question: Question) -> Reply | None:
    """The reply to an endpoint check; None when the request is none, or we lack what the answer needs."""
    urls = location.candidates(question.request, question.public_url) or ("",)
    message = Message(question.request, url=urls[0])
    for handshake in question.provider.handshakes:
        if condition.holds(handshake.when, message):
            return _answer(question, handshake, message)
    return None


def _answer(question: Question, handshake: Handshake, message: Message) -> Reply | None:
    if (
        handshake.must_verify
        and question.usable
        and verify_provider(question).verdict not in _ALLOWED_VERDICTS
    ):
        return _refusal(handshake)
    if handshake.guard and not condition.holds(handshake.guard, message):
        return _refusal(handshake)
    if handshake.token:
        if not question.usable:
            return None
        given = message.text(handshake.token) or ""
        if not any(_same(given, wanted) for wanted in _tokens(handshake, question.usable)):
            return _refusal(handshake)
    if handshake.mac or "secret:" in handshake.body:
        for secret in question.usable:
            made = _with_mac(handshake, replace(message, secret=secret), secret)
            body = None if made is None else render_text(handshake.body, made)
            if made is not None and body is not None:
                return _reply(handshake, made, body)
        return None
    body = render_text(handshake.body, message)
    return None if body is None else _reply(handshake, message, body)


def _tokens(handshake: Handshake, secrets: tuple[Secret, ...]) -> Iterator[str]:
    for secret in secrets:
        yield secret.parts.get(handshake.token_part, secret.value) if handshake.token_part else secret.value


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(
        given.encode("utf-8", "surrogateescape"), wanted.encode("utf-8", "surrogateescape")
    )


def _with_mac(handshake: Handshake, message: Message, secret: Secret) -> Message | None:
    if not handshake.mac:
        return message
    algorithm, _, template = handshake.mac.partition(" ")
    content = render_text(template, message)
    names = ("secret", "private_key", "client_secret", "token")
    text = next((secret.parts[name] for name in names if secret.parts.get(name)), secret.value)
    key = key_bytes(text, handshake.mac_key)
    if content is None or not key:
        return None
    value = encode(
        compute(algorithm, key, content.encode("utf-8", "surrogateescape")), handshake.mac_encoding
    )
    return replace(message, fields={"mac": value})


def _reply(handshake: Handshake, message: Message, body: str) -> Reply:
    headers: list[tuple[str, str]] = []
    for name, template in handshake.headers:
        value = render_text(template, message)
        if value is not None and not set(value) & {"\r", "\n"}:
            headers.append((name, value))
    data = body.encode("utf-8", "surrogateescape")
    return Reply(handshake.status, data, tuple(headers), handshake.content_type, handshake.for_event)


def _refusal(handshake: Handshake) -> Reply:
    return Reply(handshake.refusal, _REFUSED, for_event=handshake.for_event)
