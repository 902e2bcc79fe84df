"""Redirects of an attempt in words: those that were followed, and why one was not."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.attempt import Attempt, Hop, Response

_STOPS: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("redirect", "It points elsewhere, which is not followed: {location}"),
    "limit": QT_TRANSLATE_NOOP(
        "redirect", "It points on again, and no more redirects are followed: {location}"
    ),
    "location": QT_TRANSLATE_NOOP(
        "redirect", "It points to something that is no http or https URL: {location}"
    ),
    "host": QT_TRANSLATE_NOOP(
        "redirect",
        "It points to a host that nothing was ever sent to. Send there once, and it is followed: {location}",
    ),
    "inward": QT_TRANSLATE_NOOP(
        "redirect", "It points from another computer to this one, which is not followed: {location}"
    ),
    "plain": QT_TRANSLATE_NOOP(
        "redirect",
        "It points from https to plain http, which anybody on the way could read; not followed: {location}",
    ),
}


def redirect_lines(attempt: Attempt) -> list[str]:
    """A line for each redirect that was followed, and one for the last answer when it points elsewhere."""
    said = [_hop_line(hop) for hop in attempt.hops]
    location = _location(attempt)
    if location or attempt.stopped:
        text = QCoreApplication.translate("redirect", _STOPS.get(attempt.stopped, _STOPS[""]))
        said.append(text.replace("{location}", location))
    return said


def conversation(attempt: Attempt) -> bytes:
    """All that went to and fro before the last answer, as on the wire but for the bodies that were sent."""
    parts = [attempt.request.head]
    for hop in attempt.hops:
        body = hop.response.body + b"\r\n\r\n" if hop.response.body else b""
        parts += (hop.response.head, body, hop.request.head)
    return b"".join(parts)


def _hop_line(hop: Hop) -> str:
    translate = QCoreApplication.translate
    text = translate("redirect", "{status}, followed with {method} to {url}")
    text = text.format(status=hop.response.status, method=hop.request.method, url=hop.url)
    kept = list(hop.withheld)
    if hop.certificate_withheld:
        kept.append(translate("redirect", "the client certificate"))
    if not kept:
        return text
    without = translate("redirect", "not sent to that host: {names}").replace("{names}", ", ".join(kept))
    return f"{text}; {without}"


def _location(attempt: Attempt) -> str:
    outcome = attempt.outcome
    if not isinstance(outcome, Response) or not 300 <= outcome.status < 400:
        return ""
    return outcome.headers.text("location") or ""
