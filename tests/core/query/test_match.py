from __future__ import annotations

import gzip
import re
from datetime import timedelta, timezone

import pytest
from tests.core.query.cases import CASES, MATCHING, NOW_US, make_case

from garfio.core.query import FIELDS, parse
from garfio.core.query.field import Kind


@pytest.mark.parametrize(("text", "expected"), MATCHING, ids=[text for text, _ in MATCHING])
def test_meaning(text: str, expected: tuple[bool, ...]) -> None:
    query = parse(text)
    assert tuple(query.matches(case.capture, NOW_US, case.marks) for case in CASES) == expected


def test_every_field_and_flag_is_in_the_table_of_meanings() -> None:
    texts = [text for text, _ in MATCHING]
    for field in FIELDS:
        names = (field.name, *field.aliases)
        assert any(re.search(rf"(?:^|[ (-]){name}[:.=<>~]", text) for name in names for text in texts), (
            field.name
        )
        if field.kind == Kind.FLAG:
            assert [value for value in field.values if f"{field.name}:{value}" not in texts] == []


@pytest.mark.parametrize(
    ("body", "headers", "text", "expected"),
    [
        (b'{"a": "caf\\u00e9 \\/ \\ud83d\\ude00"}', (), "CAFÉ", True),
        (b'{"a": "caf\\u00E9 \\/ \\ud83d\\ude00"}', (), '"é / 😀"', True),
        (b'{"a": "say \\"hi\\""}', (), r'"say \"hi\""', True),
        (gzip.compress(b'{"a": {"b": 5}}', mtime=0), ((b"Content-Encoding", b"gzip"),), "body.a.b:5", True),
        (gzip.compress(b"hello", mtime=0)[:-6], ((b"Content-Encoding", b"gzip"),), "body:hello", True),
        (b"\x1f\x8bbroken", ((b"Content-Encoding", b"gzip"),), "body:broken", True),
        ('{"a": "ñ"}'.encode("utf-16"), (), "body.a:ñ", True),
        (
            '{"a": "ñ"}'.encode("latin-1"),
            ((b"Content-Type", b"text/plain; charset=latin-1"),),
            "body.a:ñ",
            True,
        ),
        (b'{"a": 1}', ((b"Content-Type", b"x; charset=nonsense"),), "body.a:1", True),
        (b'\xef\xbb\xbf{"a": 1}', (), "body.a:1", True),
        (b"[" * 100_000, (), "has:body.a", False),
        (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", (), "has:body.a", False),
        (b'{"a": ' + b"9" * 5000 + b', "b": 1e999999999999999999999}', (), "body.b:1e*", True),
        (b'{"a": 1e400}', (), "body.a>5", True),
        (b'{"a": NaN}', (), "body.a:NaN", True),
        (b'{"\\u0061": 1}', (), "body.a:1", True),
        (b'{"a": 1', (), "body.a:1", False),
        (b"", (), "has:body.a", False),
        (b'{"a": [1, 2, 3]}', (), "body.a[*]>2", True),
        (b'{"a": {"x": 1, "y": 5}}', (), "body.a.*:5", True),
        (b'[{"b": 1}]', (), "body[0].b:1", True),
        (b'{"a": "5"}', (), "body.a>4", True),
        (b'{"a": "x"}', (), "body.a>4", False),
        (b'{"a": true}', (), "body.a>0", False),
        (b'{"a": 100}', (), "body.a:1e2", True),
    ],
)
def test_bodies(body: bytes, headers: tuple[tuple[bytes, bytes], ...], text: str, expected: bool) -> None:
    assert parse(text).matches(make_case(body, headers).capture, NOW_US) is expected


def test_dates_are_days_of_the_given_zone() -> None:
    """Twenty minutes before midnight UTC the next day has begun in Madrid."""
    madrid = timezone(timedelta(hours=1))
    midnight_us = 1_793_577_600_000_000
    early = make_case(received_at_us=midnight_us - 20 * 60_000_000)
    late = make_case(received_at_us=midnight_us - 80 * 60_000_000)
    for text, expected in (
        ("received:2026-11-02", [True, False]),
        ("received:2026-11-01", [False, True]),
        ("received:today", [True, False]),
    ):
        assert [parse(text, madrid).matches(case.capture, NOW_US) for case in (early, late)] == expected
    assert not parse("received:today").matches(early.capture, NOW_US)
