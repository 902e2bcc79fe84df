"""URLs of targets, what is expected of an answer, and targets as files."""

from __future__ import annotations

import json

import pytest

from garfio.core.errors import AppError
from garfio.core.target import (
    Expectation,
    Target,
    Tls,
    checked_target,
    is_loopback,
    parse_url,
    read_expectation,
    read_target,
    target_json,
)


@pytest.mark.parametrize(
    ("url", "parts", "authority"),
    [
        ("http://Localhost:3000", (False, "localhost", 3000, b"", None), b"localhost:3000"),
        ("https://h", (True, "h", 443, b"", None), b"h"),
        ("HTTPS://h:8443/a/../b?x=%41#f", (True, "h", 8443, b"/a/../b", b"x=%41"), b"h:8443"),
        ("http://[::1]:80/", (False, "::1", 80, b"/", None), b"[::1]"),
        ("http://1.2.3.4?q", (False, "1.2.3.4", 80, b"", b"q"), b"1.2.3.4"),
        ("http://bü.example/ü?ß", (False, "xn--b-eha.example", 80, b"/%C3%BC", b"%C3%9F"), b"xn--b-eha.example"),
        (" http://h_1.x:/ ", (False, "h_1.x", 80, b"/", None), b"h_1.x"),
    ],
)  # fmt: skip
def test_parse_url(url: str, parts: tuple[object, ...], authority: bytes) -> None:
    address = parse_url(url)
    assert (address.tls, address.host, address.port, address.path, address.query) == parts
    assert address.authority == authority


@pytest.mark.parametrize(
    "url",
    [
        "", "h", "h:80", "ftp://h", "http://", "http:///x", "http://h:0", "http://h:65536", "http://h:x", "//h",
        "http://a b", "http://h/a b", "http://h/\r\nX: y", "http://u:p@h/", "http://[::1", "http://[1.2.3.4]/",
        "http://[::1]x", "http://-h", "http://h..", "javascript:alert(1)", "file:///etc/passwd", "http://h\x00",
        "http://" + "a" * 300,
    ],
)  # fmt: skip
def test_what_is_no_url(url: str) -> None:
    with pytest.raises(AppError) as caught:
        parse_url(url)
    assert caught.value.code == "target.url"
    assert caught.value.hint


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("a.localhost", True), ("127.0.0.1", True), ("127.9.9.9", True),
        ("::1", True), ("192.168.1.1", False), ("10.0.0.1", False), ("localhost.evil.com", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_is_loopback(host: str, local: bool) -> None:
    assert is_loopback(host) is local


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status=2xx", Expectation("status", "", "2xx")),
        ("status=200-204", Expectation("status", "", "200-204")),
        ("header:X-Id = a=b", Expectation("header", "X-Id", "a=b")),
        ("json:data.ok=true", Expectation("json", "data.ok", "true")),
        ("time=500", Expectation("time", "", "500")),
    ],
)
def test_expectations(text: str, expected: Expectation) -> None:
    assert read_expectation(text) == expected
    assert read_expectation(expected.text) == expected


@pytest.mark.parametrize(
    "text", ["", "status", "status=ok", "status=9xx", "time=fast", "header=x", "json:=", "size=1"]
)
def test_what_is_no_expectation(text: str) -> None:
    with pytest.raises(AppError):
        read_expectation(text)


FULL = Target(
    "staging", "https://s.example/{{env}}", "append", True, (("A", "b"),), ("C",), (("env", "x"),), "stripe", "resign",
    Tls(False, "/ca", "/c", "/k", "n"), 1.5, 2.5, (Expectation("time", "", "5"),),
)  # fmt: skip


@pytest.mark.parametrize(
    "target", [FULL, Target("a", "http://h"), Target("a", "http://h", tls=Tls(verify=False))]
)
def test_a_target_survives_a_file(target: Target) -> None:
    assert read_target(json.loads(json.dumps(target_json(target)))) == target


def test_only_what_differs_is_written() -> None:
    assert target_json(Target("a", "http://h", tls=Tls(verify=False))) == {
        "name": "a", "url": "http://h", "tls": {"verify": False},
    }  # fmt: skip
    assert read_target({"url": "http://h", "from_the_future": 1}) == Target(url="http://h")


@pytest.mark.parametrize(
    "value",
    [
        {"url": "nope"}, {"url": "http://h", "tls": {"what": 1}}, {"url": "http://h", "set_headers": [["a"]]},
        {"url": "http://h", "expectations": ["x"]}, {"url": "http://h", "path_mode": "up"}, {"url": 7},
        {"url": "http://h", "connect_s": "x"},
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit(value: dict[str, object]) -> None:
    with pytest.raises(AppError) as caught:
        read_target(value)
    assert caught.value.code.startswith("target.")


@pytest.mark.parametrize(
    "target",
    [
        Target(" a", "http://h"), Target("a\n", "http://h"), Target("http://x", "http://h"), Target("a", "http://{{h"),
        Target("a", "http://h", connect_s=0), Target("a", "http://h", signature="forge"),
    ],
)  # fmt: skip
def test_checked_target(target: Target) -> None:
    with pytest.raises(AppError):
        checked_target(target)
