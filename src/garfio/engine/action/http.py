"""Sends an HTTP request with the exact sender, which never reaches our own listener."""

from __future__ import annotations

import base64

from garfio.core.action import Deed
from garfio.core.attempt import Failure, Response
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import Outgoing
from garfio.core.target import Address, Target, parse_url
from garfio.engine.action.tools import Tools, no_secret
from garfio.engine.store.outbox import FORWARDED_HEADER
from garfio.engine.store.runs import LONGEST_WAIT_S, Outcome

RETRYABLE = frozenset((408, 425, 429))
_FOR_GOOD = frozenset(("loop", "tls.files"))
_SHOWN = 500
"""Characters of an answer that the log keeps."""


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done with a 2xx; 408, 425, 429, 5xx and a place that cannot be reached are tried again."""
    values = deed.values
    secret = tools.secret(values["secret"]) if values["secret"] else ""
    if secret is None:
        return no_secret(values["secret"])
    by_url = values["auth"] == "url"
    try:
        address = parse_url(secret if by_url and secret else values["url"])
    except AppError as error:
        # The URL may be the secret: say nothing of it.
        return Outcome("failed", error.code, "The secret is no URL." if by_url else error.message)
    request = _request(values, address, "" if by_url else secret, tools)
    target = Target(url=address.url, connect_s=10.0, answer_s=float(values["timeout_s"]))
    sent = await tools.sender.send(Outgoing(request, address), target)
    return _outcome(sent.outcome)


def _request(values: dict[str, object], address: Address, secret: str, tools: Tools) -> Request:
    path = (address.path or b"/") + (b"" if address.query is None else b"?" + address.query)
    body = str(values["body"]).encode("utf-8", "surrogatepass")
    pairs = values["headers"]
    assert isinstance(pairs, list)
    headers = [(str(name), str(text)) for name, text in pairs]
    known = {name.lower() for name, _text in headers}
    user = str(values["user"])
    if secret and values["auth"] == "basic":
        token = base64.b64encode(f"{user}:{secret}".encode()).decode()
        headers.append(("Authorization", f"Basic {token}"))
    elif secret and values["auth"] == "header":
        headers.append((user or "X-Api-Key", secret))
    elif secret:
        headers.append(("Authorization", f"Bearer {secret}"))
    if "idempotency-key" not in known:
        headers.append(("Idempotency-Key", tools.key))
    if "user-agent" not in known:
        headers.append(("User-Agent", "garfio"))
    headers.append((FORWARDED_HEADER.decode(), tools.token))
    if body or values["method"] not in ("GET", "HEAD", "DELETE"):
        headers.append(("Content-Length", str(len(body))))
    lines = [f"{values['method']} ".encode() + path + b" HTTP/1.1", b"Host: " + address.authority]
    lines += [f"{name}: {_clean(text)}".encode() for name, text in headers]
    return Request(b"\r\n".join([*lines, b"Connection: close", b"", b""]), body)


def _clean(text: str) -> str:
    """A secret with a line break in it must not become a second header."""
    return text.replace("\r", "").replace("\n", "")


def _outcome(outcome: Response | Failure) -> Outcome:
    if isinstance(outcome, Failure):
        code = outcome.code or outcome.kind
        return Outcome("failed" if code in _FOR_GOOD else "waiting", code, outcome.sentence)
    said = outcome.body[: 4 * _SHOWN].decode("utf-8", "replace")[:_SHOWN].strip()
    message = f"{outcome.status} {outcome.reason} {said}".strip()
    if outcome.status // 100 == 2:
        return Outcome("done", "", message)
    again = outcome.status in RETRYABLE or outcome.status >= 500
    after = (outcome.headers.text("retry-after") or "").strip()
    pause_s = float(after) if after.isascii() and after.isdigit() else 0.0
    return Outcome(
        "waiting" if again else "failed", f"status.{outcome.status}", message, min(pause_s, LONGEST_WAIT_S)
    )
