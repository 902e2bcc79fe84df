"""Parts are found by their boundary, shown with headers, size and the view that fits, within limits."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from garfio.core.contentview.multipart_view import MAX_PARTS, multipart_parts
from garfio.core.contentview.registry import MULTIPART, choose, show_as
from garfio.core.contentview.view import Meta

META = Meta("multipart/form-data; boundary=XX")
BODY = (
    b'--XX\r\nContent-Disposition: form-data; name="payload"\r\n'
    b'Content-Type: application/json\r\n\r\n{"a":1}\r\n'
    b'--XX\r\nContent-Disposition: form-data; name="f"; filename="a.bin"\r\n\r\n\x00\x01\r\n\r\n\xff\r\n'
    b"--XX--\r\n"
)


def test_parts() -> None:
    """Two parts were sent; names, file name, headers and exact content are found."""
    first, second = multipart_parts(BODY, b"XX")
    assert BODY[first.start : first.end] == b'{"a":1}'
    assert BODY[second.start : second.end] == b"\x00\x01\r\n\r\n\xff"
    assert first.parameter("name") == b"payload"
    assert first.parameter("filename") is None
    assert second.parameter("filename") == b"a.bin"
    assert first.headers.text("content-type") == "application/json"


def test_view() -> None:
    """Two parts were sent; JSON is laid out, bytes are shown as hexadecimal."""
    shown = choose(BODY, META)
    assert shown.name == "multipart"
    assert shown.view.notes == ()
    assert shown.view.facts["parts"] == 2
    lines = shown.view.text.split("\n")
    assert lines[0] == "--XX  (1/2, 7 B, json)"
    assert lines[4:7] == ["{", '  "a": 1', "}"]
    assert lines[7] == "--XX  (2/2, 7 B, hex)"
    assert lines[-2].startswith("00000000  00 01 0d 0a")
    assert lines[-1] == "--XX--"


def test_rows_name_the_parts() -> None:
    """Two parts were sent: a row each, with what is absent told from what is empty, and the part's own view."""
    table = choose(BODY, META).view.table
    assert table is not None
    assert [row.cells for row in table.rows] == [
        ("1", "payload", None, "application/json", "7", "json"),
        ("2", "f", "a.bin", None, "7", "hex"),
    ]
    assert [row.place for row in table.rows] == ["1 payload", "2 f"]
    assert (table.rows[0].detail, table.rows[0].syntax) == ('{\n  "a": 1\n}', "json")


@pytest.mark.parametrize(
    ("body", "contents"),
    [
        (b"--XX\r\n\r\nplain\r\n--XX--", [b"plain"]),
        (b"--XX\n\nplain\n--XX--\n", [b"plain"]),
        (b"preamble\r\n--XX\r\nA: b\r\n\r\nx\r\n--XX--\r\nepilogue --XX", [b"x"]),
        (b"--XX\r\nA: b\r\n\r\nx --XX y\r\n--XXY\r\n--XX--", [b"x --XX y\r\n--XXY"]),
        (b"--XX\r\nA: b\r\n\r\n\r\n--XX\r\nA: b\r\n\r\nno end", [b"", b"no end"]),
        (b"--XX\r\nA: b\r\n--XX--", [b""]),
        (b"--XX--", []),
        (b"nothing", []),
    ],
)
def test_odd_shapes(body: bytes, contents: list[bytes]) -> None:
    """Multiparts of odd shapes were sent; the content of each part is exact."""
    assert [body[part.start : part.end] for part in multipart_parts(body, b"XX")] == contents


def test_agrees_with_the_email_package() -> None:
    """A mail's multipart was written by the standard library; its parts are found."""
    message = EmailMessage()
    message.set_content("hello\n")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x")
    head, _, body = bytes(message).partition(b"\n\n")
    boundary = message.get_boundary()
    assert boundary
    assert boundary.encode() in head
    assert len(multipart_parts(body, boundary.encode())) == 2


def test_ten_thousand_parts() -> None:
    """Ten thousand parts were sent; the first ones are shown and the rest counted."""
    body = b"".join(b"--XX\r\nA: b\r\n\r\nx\r\n" for _ in range(10_000)) + b"--XX--"
    view = MULTIPART.render(body, META)
    assert view.facts["parts"] == 10_000
    assert [(item.code, dict(item.fields)) for item in view.notes] == [
        ("multipart.more_parts", {"shown": MAX_PARTS, "count": 10_000})
    ]


def test_nesting_is_bounded() -> None:
    """Multiparts in multiparts in multiparts were sent; the innermost is shown as text."""
    body = b"deep"
    for level in range(8):
        mark = f"B{level}".encode()
        head = b"Content-Type: multipart/mixed; boundary=B%d\r\n" % (level - 1) if level else b""
        body = b"--" + mark + b"\r\n" + head + b"\r\n" + body + b"\r\n--" + mark + b"--"
    view = choose(body, Meta("multipart/mixed; boundary=B7")).view
    assert "(1/1" in view.text
    assert "deep" in view.text


def test_large_and_unfinished_parts_are_said() -> None:
    """A part of a megabyte without a closing boundary was sent; both are noted."""
    view = MULTIPART.render(b"--XX\r\n\r\n" + b"a" * 1_000_000, META)
    assert [item.code for item in view.notes] == ["multipart.parts_cut", "multipart.unfinished"]
    assert len(view.text) < 70_000


def test_without_boundary() -> None:
    """A body without any boundary was to be shown as multipart; the error is a value."""
    shown = show_as("multipart", b"hello", Meta("multipart/form-data"))
    assert shown.error is not None
    assert shown.error.code == "multipart.no_boundary"
    assert choose(b"hello", Meta("multipart/form-data")).name == "text"
