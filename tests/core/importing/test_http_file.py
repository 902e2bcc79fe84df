"""Raw messages come apart as they were put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_chunked, make_message

from garfio.core.importing.http_file import split_messages

MESSAGES = st.one_of(
    st.binary(max_size=60).map(make_message),
    st.lists(st.binary(min_size=1, max_size=20), max_size=4).map(
        lambda pieces: make_chunked(pieces, [(b"X", b"y")])
    ),
)


@given(st.lists(MESSAGES, min_size=1, max_size=5), st.sampled_from([b"", b"\r\n", b"\n\n"]))
def test_messages_in_one_file_come_apart(messages: list[bytes], between: bytes) -> None:
    """Several messages one after another are the same messages again."""
    found = [request.to_bytes() for request in split_messages(between.join(messages))]
    assert found == messages


def test_a_stale_length_takes_the_rest() -> None:
    """A message edited by hand is whole, whatever its Content-Length; a body that looks like a message stays a body."""
    raw = make_message(b"12345")[:-5]
    for body in (b"123456789", b"12", b"12345\r\nnot a request"):
        assert [request.body for request in split_messages(raw + body)] == [body]
