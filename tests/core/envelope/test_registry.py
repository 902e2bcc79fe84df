"""Envelopes are opened to the bytes that were sent, and hostile ones to nothing."""

from __future__ import annotations

import base64
import gzip
import json
import pickle
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.view import Meta
from garfio.core.envelope.registry import ENVELOPES, MOST_LEVELS, follow, follow_body, may_be_wrapped
from garfio.core.envelope.value import MOST_INNERS, Sealed
from garfio.core.headers import Headers

PUSH = '{"ref": "refs/heads/main",\n "pusher": {}, "repository": {"id": 1.10}}'
FORM = Meta("application/x-www-form-urlencoded")
JSON = Meta("application/json")


def _sns(message: str) -> bytes:
    return json.dumps({"Type": "Notification", "TopicArn": "arn:aws:sns:x", "Message": message}).encode()


def _pubsub(data: bytes) -> bytes:
    message = {"data": base64.b64encode(data).decode(), "attributes": {"content-type": "application/json"}}
    return json.dumps({"message": message, "subscription": "projects/p/subscriptions/s"}).encode()


CASES = {
    "sns": (Sealed(_sns(PUSH), Meta("text/plain; charset=UTF-8")), "sns", "Message", PUSH.encode()),
    "pubsub": (Sealed(_pubsub(b'{"a": 1.10}'), JSON), "pubsub", "message.data", b'{"a": 1.10}'),
    "cloudevents": (
        Sealed(b'{"specversion":"1.0","type":"t","source":"/s","data": {"a" : 1.10} }', JSON),
        "cloudevents",
        "data",
        b'{"a" : 1.10}',
    ),
    "cloudevents text": (
        Sealed(
            b'{"specversion":"1.0","type":"t","source":"/s","datacontenttype":"text/xml","data":"<a>\\u00e9</a>"}',
            JSON,
        ),
        "cloudevents",
        "data",
        "<a>é</a>".encode(),
    ),
    "cloudevents base64": (
        Sealed(b'{"specversion":"1.0","type":"t","source":"/s","data_base64":"AAE="}', JSON),
        "cloudevents",
        "data_base64",
        b"\x00\x01",
    ),
    "cloudevents binary": (
        Sealed(
            b"\x00\x01", Meta("image/png"), Headers.from_text(("CE-SpecVersion", "1.0"), ("ce-type", "t"))
        ),
        "cloudevents-binary",
        "data",
        b"\x00\x01",
    ),
    "eventbridge": (
        Sealed(b'{"source":"aws.ec2","detail-type":"Change","detail":{"n":1e2}}', JSON),
        "eventbridge",
        "detail",
        b'{"n":1e2}',
    ),
    "payload": (
        Sealed(b"payload=" + quote_plus(PUSH).encode(), FORM),
        "form-payload",
        "payload",
        PUSH.encode(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_envelope_is_opened_to_what_was_sent(name: str) -> None:
    """A wrapped payload came; its own bytes are shown, and the whole body is the first step of the way."""
    sealed, envelope, place, inner = CASES[name]
    trail = follow(sealed)
    assert trail.levels[0].envelope == envelope
    assert trail.levels[0].inners[0].place == place
    assert trail.shown.body == inner
    assert follow(sealed, ()).shown is sealed
    assert may_be_wrapped(sealed)


def test_envelopes_in_envelopes_are_opened_one_after_the_other() -> None:
    """A GitHub push came through EventBridge through SNS; the way names each."""
    event = f'{{"source":"s","detail-type":"d","detail":{PUSH}}}'
    trail = follow(Sealed(_sns(event)))
    assert [level.envelope for level in trail.levels] == ["sns", "eventbridge", ""]
    assert trail.levels[-1].caption == "GitHub push"
    assert trail.shown.body == PUSH.encode()


def test_a_batch_is_opened_at_its_first_event_and_any_other_can_be_chosen() -> None:
    """Three CloudEvents, and two Mandrill events, came at once."""
    one = '{"specversion":"1.0","type":"t%d","source":"/s","data":{"n":%d}}'
    batch = f"[{','.join(one % (n, n) for n in range(3))}]".encode()
    trail = follow(Sealed(batch, Meta("application/cloudevents-batch+json")))
    assert [inner.place for inner in trail.levels[0].inners] == ["[0] t0", "[1] t1", "[2] t2"]
    assert trail.shown.body == b'{"n":0}'
    assert follow(Sealed(batch), (2, 0)).shown.body == b'{"n":2}'
    events = '[{"event":"open","_id":"1"},{"event":"click"}]'
    trail = follow(Sealed(b"mandrill_events=" + quote_plus(events).encode(), FORM))
    assert [inner.place for inner in trail.levels[0].inners[:2]] == ["[0] open", "[1] click"]
    assert trail.levels[1].caption == "open"


def test_the_whole_body_keeps_its_content_coding() -> None:
    """A compressed envelope came; what is inside is read, the whole body is as it was sent."""
    packed = gzip.compress(_sns(PUSH), mtime=0)
    sealed = Sealed(packed, Meta("application/json", "gzip"))
    assert follow(sealed).shown.body == PUSH.encode()
    assert follow(sealed, ()).shown.body == packed


@pytest.mark.parametrize(
    ("body", "meta"),
    [
        (b'{"TopicArn":"x","Type":"Notification","Message":{"no":"string"}}', JSON),
        (b'{"TopicArn":"x","Type":"Notification","Message":"cut', JSON),
        (b'{"subscription":"s","message":{"data":"no base64!"}}', JSON),
        (b'{"subscription":"s","message":"x"}', JSON),
        (b'{"specversion":"1.0","type":"t","source":"/s"}', JSON),
        (b'[{"specversion":"1.0"},7]', JSON),
        (b"payload=%7B&payload=%7B%7D", FORM),
        (b"payload=not+json", FORM),
        (b"mandrill_events=%7B%7D", FORM),
        (b'{"detail-type":1}', JSON),
        (b'\xff{"TopicArn":', JSON),
        (b'"TopicArn" "subscription" "specversion" "detail-type"', JSON),
    ],
)
def test_what_only_looks_like_an_envelope_is_shown_whole(body: bytes, meta: Meta) -> None:
    """A body has an envelope's words and is none."""
    sealed = Sealed(body, meta)
    trail = follow(sealed)
    assert trail.shown is sealed
    assert trail.levels[0].envelope == ""


def test_nesting_ends() -> None:
    """Envelopes were put into each other more often than anybody does; the way stops and can be read."""
    body = b'{"n":1}'
    for _ in range(MOST_LEVELS + 5):
        body = _pubsub(body)
    trail = follow(Sealed(body, JSON))
    assert len(trail.levels) == MOST_LEVELS
    assert b"subscription" in trail.shown.body


def test_a_flood_of_events_is_limited() -> None:
    """A batch of ten thousand came; the first are offered."""
    events = ",".join(['{"event":"open"}'] * 10_000)
    trail = follow(Sealed(b"mandrill_events=" + quote_plus(f"[{events}]").encode(), FORM))
    assert len(trail.levels[0].inners) == MOST_INNERS + 1


def test_depth_is_no_danger() -> None:
    """A hundred thousand brackets came with an envelope's words."""
    body = b'{"specversion":"1.0","type":"t","source":"/s","data":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert follow(Sealed(body, JSON)).shown.body == b"[" * 100_000 + b"]" * 100_000


@given(st.binary(max_size=200), st.sampled_from([JSON, FORM, Meta()]), st.data())
def test_anything_can_be_followed(tail: bytes, meta: Meta, data: st.DataObject) -> None:
    """Any bytes after the words of any envelope came, and any way was asked for."""
    mark = data.draw(st.sampled_from([mark for envelope in ENVELOPES for mark in envelope.marks]))
    path = data.draw(st.none() | st.lists(st.integers(-1, 3), max_size=4).map(tuple))
    trail = follow(Sealed(b"{" + mark + tail, meta), path)
    assert 1 <= len(trail.levels) <= MOST_LEVELS


@given(st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_message_is_the_same_characters(value: object) -> None:
    """Any JSON was sent through SNS, spelled with and without escapes; it is shown as it went in."""
    message = json.dumps(value, ensure_ascii=False)
    assert follow(Sealed(_sns(message)), (0,)).shown.body == message.encode("utf-8", "surrogatepass")


def test_a_trail_passes_between_processes() -> None:
    """The way into a body was found elsewhere; what arrives is the same, bodies and headers included."""
    body = _pubsub(b'{"n":1}')
    trail = follow_body(body, JSON, Headers(((b"A", b"b"),)))
    arrived = pickle.loads(pickle.dumps(trail))
    assert arrived == trail
    assert trail == follow(Sealed(body, JSON, Headers(((b"A", b"b"),))))
    assert list(arrived.levels[0].sealed.headers) == [(b"A", b"b")]


def test_marks_are_looked_for_at_both_ends() -> None:
    """Eight megabytes of payload stand before or behind what names the envelope; either is found."""
    inside = b'"detail":{"x":"' + b"y" * (8 << 20) + b'"}'
    assert may_be_wrapped(Sealed(b'{"source":"s","detail-type":"d",' + inside + b"}", JSON))
    assert may_be_wrapped(Sealed(b"{" + inside + b',"source":"s","detail-type":"d"}', JSON))
    assert not may_be_wrapped(Sealed(b'{"x":"' + b"y" * (8 << 20) + b'"}', JSON))
