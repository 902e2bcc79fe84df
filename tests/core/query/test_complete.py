from __future__ import annotations

import pytest

from garfio.core.query import FIELDS, completions, parse


@pytest.mark.parametrize(
    ("text", "first", "start"),
    [
        ("pro", "provider:", 0),
        ("is:unread pro", "provider:", 10),
        ("-pro", "provider:", 1),
        ("(pro", "provider:", 1),
        ("provider:st", "stripe", 9),
        ("a OR verdict!=inv", "invalid", 14),
        ("is:p", "pinned", 3),
        ("time>to", "today", 5),
        ("event:paid", "invoice.paid", 6),
        ("path:/a", '"/a b"', 5),
        ('path:"/a', '"/a b"', 5),
        ("O", "OR", 0),
        ("header:x", "X-Shopify-Topic", 7),
        ("header.x-s", ".X-Shopify-Topic", 6),
        ("-has:body.o", ".order.total", 9),
        ("(body.order.", ".order.total", 5),
    ],
)
def test_first_completion(text: str, first: str, start: int) -> None:
    occurring = {
        "event": ["invoice.paid"],
        "path": ["/a b", "/b"],
        "header": ["Host", "X-Shopify-Topic"],
        "body": [".id", ".order.total"],
    }
    found = completions(text + " tail", len(text), occurring)
    assert (found[0].text, found[0].start, found[0].end) == (first, start, len(text))


@pytest.mark.parametrize(
    "text",
    [
        '"provider:',
        '"x provider:st',
        '"x pro',
        "body.x",
        "provider>x",
        "nothing:x",
        "provider:stripe",
        "12:3",
    ],
)
def test_no_completion(text: str) -> None:
    assert completions(text, len(text)) == []


def test_all_fields_are_offered_at_the_start_of_a_term() -> None:
    assert [found.field for found in completions("", 0)] == [field.name for field in FIELDS]
    assert completions("is:unread ", 10)


def test_offered_values_can_be_read() -> None:
    for field in FIELDS:
        for found in completions(f"{field.name}:", len(field.name) + 1):
            parse(f"{field.name}:{found.text}")
