"""Why a message was refused, in the user's words: briefly for the list, with what to do for the detail.

The codes are those of `core.wire.REFUSALS`; a test holds the two tables together.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class _Refusal:
    short: str
    """A few words."""
    advice: str
    """What it means and what to do, in a sentence or two."""


_REFUSALS: dict[str, _Refusal] = {
    "tls": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "HTTPS sent to the HTTP port"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The sender spoke TLS to a port that speaks plain HTTP. Write the URL at the sender with"
            " http:// in place"
            " of https://, or put a tunnel with a certificate in front.",
        ),
    ),
    "http2": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "HTTP/2 without an upgrade"),
        QT_TRANSLATE_NOOP(
            "refusal", "The sender began with HTTP/2, which is not spoken here. Let it use HTTP/1.1."
        ),
    ),
    "proxy_protocol": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "PROXY protocol before HTTP"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "A proxy in front of this port announced the sender with the PROXY protocol. Switch that off in"
            " the proxy.",
        ),
    ),
    "not_http": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Not HTTP"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "What arrived is not HTTP at all. Under Raw are its first bytes; they often tell which program"
            " it was.",
        ),
    ),
    "bad_request_line": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Malformed request line"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The first line must read like POST /path HTTP/1.1. A blank in the path that is not escaped is"
            " the usual"
            " cause.",
        ),
    ),
    "bad_version": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Unknown HTTP version"),
        QT_TRANSLATE_NOOP(
            "refusal", "Only HTTP/1.1 and HTTP/1.0 are spoken here. Let the sender use one of them."
        ),
    ),
    "bad_line_end": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Line without CR LF"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "Every line of the head must end with CR LF. A program that writes HTTP by hand has left out"
            " the CR.",
        ),
    ),
    "bad_header": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Malformed header"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "A header line is not a name, a colon and a value. Look under Raw for blanks in a name, or"
            " control"
            " characters in a value.",
        ),
    ),
    "folded_header": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Header over several lines"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "A header goes on in a second line, which HTTP/1.1 no longer allows. Send it in one line.",
        ),
    ),
    "bad_host": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Bad Host header"),
        QT_TRANSLATE_NOOP("refusal", "There must be one Host header, with a host name or address."),
    ),
    "bad_content_length": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Bad Content-Length"),
        QT_TRANSLATE_NOOP(
            "refusal", "Content-Length must be one plain number, the size of the body in bytes."
        ),
    ),
    "conflicting_length": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Body length stated twice"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "Content-Length and Transfer-Encoding, or two lengths, came together, so nobody can be sure"
            " where the body"
            " ends. Something between the sender and here may have added one of them.",
        ),
    ),
    "bad_transfer_encoding": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Unknown Transfer-Encoding"),
        QT_TRANSLATE_NOOP("refusal", "The only Transfer-Encoding that is understood is chunked."),
    ),
    "bad_chunk": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Broken chunks"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The body claims to be chunked, but a chunk’s size line is wrong. Look under Raw for the place.",
        ),
    ),
    "bad_trailer": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Malformed trailer"),
        QT_TRANSLATE_NOOP("refusal", "The header lines after the chunked body are malformed."),
    ),
    "head_too_large": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Headers over the limit"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The request line and headers are larger than is accepted and were answered with 431. Look"
            " under Raw for"
            " a header that has grown, often a cookie or a token.",
        ),
    ),
    "too_many_headers": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Too many headers"),
        QT_TRANSLATE_NOOP(
            "refusal", "There are more header lines than are accepted; it was answered with 431."
        ),
    ),
    "body_too_large": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Body over the limit"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The body is larger than the limit and was answered with 413. The limit is in the settings, under"
            " Listener.",
        ),
    ),
    "head_timeout": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Headers did not arrive in time"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The connection was opened, but the request line and headers were not complete in time. Under"
            " Raw is what"
            " came.",
        ),
    ),
    "head_incomplete": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Closed inside the headers"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The sender closed the connection before the end of the headers. Under Raw is what came.",
        ),
    ),
    "too_many_connections": _Refusal(
        QT_TRANSLATE_NOOP("refusal", "Too many connections"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "More connections were open at once than are accepted, so this one was turned away with 503."
            " Senders that"
            " keep connections open without using them are the usual cause.",
        ),
    ),
}


def refusal_text(code: str) -> str:
    """Why a message was refused, in a few words."""
    known = _REFUSALS.get(code)
    if known:
        return QCoreApplication.translate("refusal", known.short)
    return QCoreApplication.translate("refusal", "Refused: {code}").format(code=code)


def refusal_advice(code: str) -> str:
    """What a refusal means and what to do, in a sentence or two; empty for an unknown code."""
    known = _REFUSALS.get(code)
    return QCoreApplication.translate("refusal", known.advice) if known else ""
