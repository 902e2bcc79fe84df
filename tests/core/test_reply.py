"""What a sender is answered."""

from __future__ import annotations

from garfio.core.reply import Reply, reason_phrase


def test_the_default_reply_is_exactly_this() -> None:
    """200, short text, no sniffing, nothing for web pages, nothing of the request.

    Seen to fail with an Access-Control-Allow-Origin header added.
    """
    assert Reply().encode(keep_alive=True) == (
        b"HTTP/1.1 200 OK\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n"
        b"Content-Length: 3\r\n"
        b"X-Content-Type-Options: nosniff\r\n"
        b"Connection: keep-alive\r\n"
        b"\r\n"
        b"OK\n"
    )


def test_a_reply_to_head_has_no_body() -> None:
    """Content-Length stays, the body does not."""
    encoded = Reply().encode(keep_alive=False, with_body=False)
    assert encoded.endswith(b"\r\n\r\n")
    assert b"Content-Length: 3\r\n" in encoded
    assert b"Connection: close\r\n" in encoded


def test_further_headers() -> None:
    """Headers of a reply are sent as they are."""
    assert b"\r\nRetry-After: 10\r\n" in Reply(503, headers=(("Retry-After", "10"),)).encode(keep_alive=False)


def test_statuses_have_words() -> None:
    """A status that the standard does not know has words too."""
    assert reason_phrase(413) in ("Request Entity Too Large", "Content Too Large")
    assert reason_phrase(799) == "Status"
