"""A database with very many captures, made quickly: rows as the listener writes and the looker completes them.

Providers, event types and verdicts occur as often as they do in life, from nearly always to once in a hundred
thousand; bodies are JSON of some 900 bytes with ids, amounts, names and addresses of their own.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import apsw

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import VERDICT

_BATCH = 2000
RARE_EVENT, RARE_WORD, RARE_PART = "dispute.created", "kumquat", "unb3k4nnt"
"""What occurs in one capture of a hundred thousand: an event, a word of a body, a piece of a longer word."""
_EVENTS = {
    "stripe": (
        "invoice.paid",
        "charge.succeeded",
        "customer.created",
        "payment_intent.created",
        "charge.refunded",
    ),
    "shopify": ("orders/create", "orders/paid", "products/update", "carts/update"),
    "github": ("push", "pull_request.opened", "issues.closed"),
    "hubspot": ("contact.creation", "deal.propertyChange"),
    "slack": ("message", "app_mention"),
}
_NAMES = ("Nuria", "Carlos", "Ines", "Pablo", "Marta", "Jordi", "Lucia", "Hugo", "Sofia", "Mateo")
_WORDS = (
    "order",
    "payment",
    "customer",
    "address",
    "shipping",
    "invoice",
    "product",
    "variant",
    "discount",
    "refund",
    "quantity",
    "price",
    "total",
    "currency",
    "status",
    "created",
    "updated",
    "email",
    "phone",
    "city",
    "country",
    "street",
    "company",
    "account",
    "balance",
    "charge",
    "receipt",
    "number",
    "line",
    "item",
)


def fill(path: Path, rows: int) -> None:
    """Store `rows` captures, spread over the last days, all read but the newest hundred."""
    open_database(path)
    connection = connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    chance = random.Random(5)
    start_us = time.time_ns() // 1000 - rows * 100_000
    for first in range(0, rows, _BATCH):
        connection.execute("BEGIN IMMEDIATE")
        _fill_some(connection, chance, start_us, range(first, min(first + _BATCH, rows)))
        connection.execute("COMMIT")
    connection.execute("UPDATE captures SET unread = 0 WHERE id <= ?", (rows - 100,))
    connection.execute("UPDATE looks SET upto = ? WHERE kind = ?", (rows, VERDICT))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA synchronous = FULL")
    connection.close()


def _fill_some(connection: apsw.Connection, chance: random.Random, start_us: int, numbers: range) -> None:
    arrivals, facts = [], []
    for number in numbers:
        provider = chance.choices(tuple(_EVENTS), (60, 25, 10, 4, 1))[0]
        event = chance.choice(_EVENTS[provider])
        rare = number % 100_000 == 77
        if rare:
            event = RARE_EVENT
        body = _body(chance, number, event, rare=rare)
        arrivals.append(
            Arrival(
                Request(_head(chance, provider, len(body)), body),
                start_us + number * 100_000,
                "127.0.0.1:40000",
                503 if number % 997 == 0 else 200,
                content_type="application/json",
                size=len(body),
            )
        )
        verdict = chance.choices(("valid", "invalid", "expired", "unsigned"), (960, 20, 5, 15))[0]
        facts.append((f"/{provider}", provider, event, f"evt_{number:x}", verdict))
    ids = insert_arrivals(connection, arrivals)
    connection.executemany(
        "UPDATE captures SET endpoint = ?2, provider = ?3, event_type = ?4, delivery_id = ?5, verdict = ?6"
        " WHERE id = ?1",
        [(number, *found) for number, found in zip(ids, facts, strict=True)],
    )


def _head(chance: random.Random, provider: str, size: int) -> bytes:
    signature = chance.randbytes(32).hex()
    return (
        f"POST /{provider}?account={chance.randrange(50)} HTTP/1.1\r\nHost: localhost:8800\r\n"
        f"User-Agent: {provider.title()}/1.0 (+https://{provider}.com/docs/webhooks)\r\nAccept: */*\r\n"
        f"Content-Type: application/json\r\nX-Signature: t={1_700_000_000 + chance.randrange(10**7)},v1={signature}\r\n"
        f"Content-Length: {size}\r\n\r\n"
    ).encode()


def _body(chance: random.Random, number: int, event: str, *, rare: bool) -> bytes:
    name = chance.choice(_NAMES)
    words = " ".join(chance.choices(_WORDS, k=chance.randrange(5, 60)))
    if rare:
        words += f" {RARE_WORD} x{RARE_PART}x"
    return (
        f'{{"id":"evt_{number:x}","object":"event","api_version":"2024-06-20","created":{1_700_000_000 + number},'
        f'"type":"{event}","livemode":false,"data":{{"object":{{"id":"ch_{chance.randbytes(12).hex()}","amount":'
        f'{chance.randrange(100, 99_999)},"currency":"eur","customer":"cus_{chance.randbytes(7).hex()}",'
        f'"billing_details":{{"address":{{"city":"Valencia","country":"ES","line1":"Calle {chance.randrange(300)}",'
        f'"postal_code":"46{chance.randrange(100, 999)}"}},'
        f'"email":"{name.lower()}{chance.randrange(10**5)}@example.com",'
        f'"name":"{name}","phone":"+34 6{chance.randrange(10**8):08}"}},"description":"{words}",'
        f'"metadata":{{"order_id":"{chance.randrange(10**10)}"}},"paid":true}}}},"request":{{"idempotency_key":'
        f'"{chance.randbytes(16).hex()}"}}}}'
    ).encode()
