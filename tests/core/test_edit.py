"""Tests of edits as values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from garfio.core.edit import edited_request
from garfio.core.headers import Headers

TOKEN = st.from_regex(rb"[A-Za-z][A-Za-z0-9-]{0,10}", fullmatch=True)
VALUE = st.from_regex(rb"([!-~\x80-\xff]([ -~\x80-\xff]{0,20}[!-~\x80-\xff])?)?", fullmatch=True)


@given(
    TOKEN,
    st.from_regex(rb"/[!-~\x80-\xff]{0,20}", fullmatch=True),
    st.lists(st.tuples(TOKEN, VALUE), max_size=6),
    st.binary(max_size=100),
)
def test_parts_are_read_back(
    method: bytes, target: bytes, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    """Parts made a request; read from it they are the same bytes, repeats and odd bytes included."""
    request = edited_request(method.decode("latin-1"), target, Headers(headers), body)
    assert (request.method.encode(), request.target, request.body) == (method, target, body)
    assert list(request.headers) == headers
