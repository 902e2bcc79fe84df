"""Card numbers go, wherever they stand; other long numbers stay."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export.factories import make_request

from garfio.core.redaction.card import is_card, replace_cards
from garfio.core.redaction.request import redact
from garfio.core.redaction.rules import REDACTED, Rules

CARDS = (
    "4242424242424242", "5555555555554444", "2223003122003222", "378282246310005", "6011111111111117",
    "3056930009020004", "36227206271667", "3566002020360505", "6200000000000005", "6759649826438453",
)  # fmt: skip
"""Test numbers that payment services publish."""
OTHERS = (
    "4242424242424243", "1700000000000", "4500000000000", "0000000000000000", "9007199254740991",
    "123456789012345678", "2220999999999995", "4242424242424", "evt_4242424242424242", "4242.4242424242424",
    "42424242424242424242",
)  # fmt: skip


@pytest.mark.parametrize("card", CARDS)
def test_cards(card: str) -> None:
    """With blanks, dashes, nothing; in a sentence, in quotes, between commas."""
    grouped = " ".join(card[at : at + 4] for at in range(0, len(card), 4))
    for text in (card, grouped, grouped.replace(" ", "-"), f"paid with {card}.", f'"{card}"', f"1,{card},2"):
        assert replace_cards(text, lambda _match: "X")[1] == 1, text


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_stay(text: str) -> None:
    assert replace_cards(text, lambda _match: "X") == (text, 0)


@given(st.sampled_from(CARDS), st.integers(1, 9), st.integers(0, 13))
def test_one_wrong_digit_is_no_card(card: str, more: int, at: int) -> None:
    digit = (int(card[at]) + more) % 10
    assert not is_card(card[:at] + str(digit) + card[at + 1 :])


JSON = (b"Content-Type", b"application/json")
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


def test_in_json() -> None:
    """In strings, in numbers, in JSON inside a string: the rest stays, and it is JSON afterwards."""
    document = {
        "pan": CARDS[0],
        "number": int(CARDS[1]),
        "id": 17,
        "inner": json.dumps({"n": int(CARDS[2])}),
        "note": f"card {CARDS[3]}",
    }
    result = redact(make_request(json.dumps(document).encode(), [JSON]), Rules())
    found = json.loads(result.request.body)
    assert (found["pan"], found["number"], found["id"]) == (REDACTED, REDACTED, 17)
    assert json.loads(found["inner"]) == {"n": REDACTED}
    assert found["note"] == f"card {REDACTED}"
    assert result.count == 4


def test_in_forms_text_and_addresses() -> None:
    body = b"pan=4242+4242+4242+4242&x=1&j=" + b"%7B%22n%22%3A378282246310005%7D"
    result = redact(make_request(body, [FORM], target=b"/pay?card=5555555555554444"), Rules())
    fields = parse_qs(result.request.body.decode())
    assert (fields["pan"], fields["x"]) == ([REDACTED], ["1"])
    assert json.loads(fields["j"][0]) == {"n": REDACTED}
    assert b"5555" not in result.request.target
    text = redact(make_request(b"<p>4242 4242 4242 4242</p>", [(b"Content-Type", b"text/html")]), Rules())
    assert text.request.body == f"<p>{REDACTED}</p>".encode()


def test_only_if_wanted() -> None:
    body = json.dumps({"pan": CARDS[0], "n": int(CARDS[1])}).encode()
    assert redact(make_request(body, [JSON]), Rules(cards=False)).request.body == body
