"""Escape hatches: contents that a template of references cannot say, each a named function over a message.

Each gives bytes, or None when the message lacks what it needs. The source is the provider's document named
in its catalogue entry.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

from garfio.core.signature import document
from garfio.core.signature.digest import plain
from garfio.core.signature.encoding import key_bytes
from garfio.core.signature.message import Message


def _sorted_form(message: Message) -> bytes | None:
    """Names and values of a form, sorted, distinct, without separators (Twilio, Mandrill); None for another
    body."""
    if message.request.body and not message.form:
        return None
    return b"".join(name + value for name, value in sorted(set(message.form)))


_SNS_FIELDS = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "other": ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
}


def _sns(message: Message) -> bytes | None:
    """Amazon SNS: `Name\nValue\n` for each of the type's fields; Subject only if it is there."""
    kind = message.text("json:Type")
    lines: list[bytes] = []
    for name in _SNS_FIELDS["Notification" if kind == "Notification" else "other"]:
        value = message.lookup(f"json:{name}")
        if value is not None:
            lines += (name.encode(), value)
        elif name != "Subject":
            return None
    return b"\n".join(lines) + b"\n"


def _mercadopago(message: Message, *, lower: bool) -> bytes:
    """Mercado Pago's manifest; absent parts are left out."""
    found = {
        "id": message.text("query:data.id"),
        "request-id": message.text("header:x-request-id"),
        "ts": message.text("field:timestamp"),
    }
    if lower and found["id"]:
        found["id"] = found["id"].lower()
    return "".join(f"{name}:{value};" for name, value in found.items() if value).encode(
        "utf-8", "surrogateescape"
    )


def _paddle_classic(message: Message) -> bytes | None:
    """PHP's serialize() of the form's fields without the signature, sorted by name."""
    fields = sorted((name, value) for name, value in message.form if name != b"p_signature")
    pieces = [f"a:{len(fields)}:{{".encode()]
    for name, value in fields:
        pieces.append(b's:%d:"%s";s:%d:"%s";' % (len(name), name, len(value), value))
    return b"".join(pieces) + b"}" if fields else None


def _contentful(message: Message) -> bytes | None:
    """Contentful's canonical request: method, path, the signed headers, body."""
    listed = message.text("header:x-contentful-signed-headers")
    if listed is None:
        return None
    headers: list[str] = []
    for name in sorted(part.strip().lower() for part in listed.split(",")):
        value = message.text(f"header:{name}")
        if value is not None:
            headers.append(f"{name}:{value.strip()}")
    path, mark, query = (message.text("url-target") or "/").partition("?")
    path = quote(path, safe=";,/?:@&=+$-_.!~*'()#%")
    if mark:
        path += "?" + quote(quote(unquote(query), safe="=&-_.!~*'()"), safe=";,/?:@&=+$-_.!~*'()#")
    head = f"{message.request.method}\n{path}\n{';'.join(headers)}\n"
    return head.encode("utf-8", "surrogateescape") + message.request.body


def _plivo_v3(message: Message) -> bytes:
    """Plivo V3: the URL without its query, then sorted query and sorted form parameters."""
    url = urlsplit(message.url)
    base = f"{url.scheme}://{url.netloc}{url.path}"
    query = sorted(document.read_pairs(url.query.encode()))
    form = sorted(message.form) if message.request.method != "GET" else []
    out = base.encode()
    if query or form:
        out += b"?" + b"&".join(name + b"=" + value for name, value in query)
        if query and form:
            out += b"."
        out += b"".join(name + value for name, value in form)
    return out


def _plivo_v2(message: Message) -> bytes:
    url = urlsplit(message.url)
    return f"{url.scheme}://{url.netloc}{url.path}".encode()


def _hygraph(message: Message) -> bytes | None:
    """Hygraph: a compact JSON object around the body's text."""
    time, environment = message.text("field:timestamp"), message.text("field:env")
    if time is None or environment is None or not time.isdigit():
        return None
    body = message.request.body.decode("utf-8", "replace")
    return document.compact(
        {"Body": body, "EnvironmentName": environment, "TimeStamp": document.Number(time)}
    ).encode("utf-8", "surrogatepass")


def _hook0(message: Message) -> bytes | None:
    """Hook0 v1: time, listed header names, their values, body, joined by dots."""
    time, listed = message.text("field:timestamp"), message.text("field:names")
    if time is None or listed is None:
        return None
    values: list[bytes] = []
    for name in listed.split(" "):
        value = message.lookup(f"header:{name}")
        if value is None:
            return None
        values.append(value)
    return b".".join((time.encode(), listed.encode(), b".".join(values), message.request.body))


def _sorted_json(message: Message) -> bytes | None:
    """The JSON body, keys sorted at every depth, without blanks (NOWPayments)."""
    return _json_bytes(message, sort=True)


def _compact_json(message: Message) -> bytes | None:
    """The JSON body without blanks, keys in their order."""
    return _json_bytes(message, sort=False)


def _json_bytes(message: Message, *, sort: bool) -> bytes | None:
    value = message.json_value("")
    if isinstance(value, document.Absent):
        return None
    return document.compact(value, sort=sort).encode("utf-8", "surrogatepass")


def _first_element(message: Message) -> bytes | None:
    """The first element of a JSON array as compact JSON; the body when it is no array (Segment)."""
    value = message.json
    if isinstance(value, list) and value:
        return document.compact(value[0]).encode("utf-8", "surrogatepass")
    return message.request.body


def _form_json(message: Message) -> bytes | None:
    """Form fields as a JSON object, with the blanks and escapes of Python's json.dumps (FreshBooks)."""
    if not message.form:
        return None
    fields = {
        name.decode("utf-8", "replace"): value.decode("utf-8", "replace") for name, value in message.form
    }
    return json.dumps(fields).encode()


def _gitea_text(message: Message) -> bytes:
    """What Gitea signs: the JSON text, wherever it travels (body, form field, query parameter)."""
    for reference in ("form:payload", "query:payload"):
        found = message.lookup(reference)
        if found is not None:
            return found
    return message.request.body


def _unisender(message: Message) -> bytes | None:
    """The body with the value of `auth` replaced by the API key."""
    auth, secret = message.lookup("json:auth"), message.lookup("secret")
    if not auth or not secret:
        return None
    return message.request.body.replace(auth, secret)


def _jira_qsh(message: Message) -> bytes:
    """Atlassian's canonical request: `METHOD&path&query`, parameters sorted, without `jwt`."""
    values: dict[str, list[str]] = {}
    for name, value in message.query_pairs:
        if name != b"jwt":
            values.setdefault(quote(name, safe="~"), []).append(quote(value, safe="~"))
    query = "&".join(f"{name}={','.join(sorted(found))}" for name, found in sorted(values.items()))
    path = (message.text("path") or "/").rstrip("/") or "/"
    return f"{message.request.method.upper()}&{path}&{query}".encode("utf-8", "surrogateescape")


def _sinch_voice(message: Message) -> bytes:
    """Sinch voice and verification: method, Content-MD5, type, the timestamp header, path."""
    body = message.request.body
    digest = base64.b64encode(plain("md5", body)).decode() if body else ""
    kind = message.text("header:content-type") or ""
    time = message.text("header:x-timestamp") or ""
    lines = (message.request.method, digest, kind, f"x-timestamp:{time}", message.text("path") or "/")
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _iyzico(message: Message) -> bytes | None:
    """iyzico: secret key and the event's fields side by side."""
    names: tuple[str, ...] = ("iyziEventType", "iyziPaymentId", "paymentConversationId", "status")
    if message.lookup("json:token") is not None:
        names = ("iyziEventType", "iyziPaymentId", "token", "paymentConversationId", "status")
    values = [message.lookup(f"json:{name}") or b"" for name in names]
    return (message.lookup("secret") or b"") + b"".join(values)


def _ebay_part(name: str) -> Callable[[Message], bytes | None]:
    """A part of the JSON object that eBay puts, in base64, into its header."""

    def part(message: Message) -> bytes | None:
        data = key_bytes(message.text("header:X-EBAY-SIGNATURE") or "", "b64")
        found = document.scalar(document.follow(document.read_json(data or b""), name))
        return None if found is None else found.encode("utf-8", "surrogatepass")

    return part


DERIVED: dict[str, Callable[[Message], bytes | None]] = {
    "sorted-form": _sorted_form,
    "sns": _sns,
    "mercadopago": lambda message: _mercadopago(message, lower=False),
    "mercadopago-lower": lambda message: _mercadopago(message, lower=True),
    "paddle-classic": _paddle_classic,
    "contentful": _contentful,
    "plivo-v3": _plivo_v3,
    "plivo-v2": _plivo_v2,
    "hygraph": _hygraph,
    "hook0": _hook0,
    "sorted-json": _sorted_json,
    "compact-json": _compact_json,
    "first-element": _first_element,
    "form-json": _form_json,
    "gitea-text": _gitea_text,
    "unisender": _unisender,
    "jira-qsh": _jira_qsh,
    "sinch-voice": _sinch_voice,
    "iyzico": _iyzico,
    "ebay-signature": _ebay_part("signature"),
    "ebay-key-id": _ebay_part("kid"),
}
"""Names usable as `{name}` in a template."""

NEEDS_SECRET = ("secret", "unisender", "iyzico")
"""Contents that have the secret, or a part of it, in them."""
