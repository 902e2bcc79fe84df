"""What came of an attempt, in the user's words: answers, failures by code, verdicts, expectations."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.attempt import Attempt, AttemptSummary, Failure
from garfio.ui.figures import duration_text, size_text
from garfio.ui.resend.redirect_text import redirect_lines

_FAILURES: dict[str, str] = {
    "dns": QT_TRANSLATE_NOOP("failure", "The host’s address cannot be found."),
    "refused": QT_TRANSLATE_NOOP("failure", "Nothing listens there: the connection was refused."),
    "unreachable": QT_TRANSLATE_NOOP("failure", "There is no way to that address from this computer."),
    "timeout": QT_TRANSLATE_NOOP("failure", "It took too long."),
    "timeout.connect": QT_TRANSLATE_NOOP("failure", "The connection was not made in time."),
    "timeout.answer": QT_TRANSLATE_NOOP("failure", "The connection was made, but no answer came in time."),
    "tls": QT_TRANSLATE_NOOP("failure", "The encrypted connection could not be made."),
    "tls.expired": QT_TRANSLATE_NOOP("failure", "The target’s certificate has expired."),
    "tls.not_yet_valid": QT_TRANSLATE_NOOP(
        "failure", "The target’s certificate is not valid yet; is this computer’s clock right?"
    ),
    "tls.self_signed": QT_TRANSLATE_NOOP(
        "failure",
        "The target’s certificate is signed by itself. Name its authority in the target, or switch the check off.",
    ),
    "tls.unknown_authority": QT_TRANSLATE_NOOP(
        "failure", "The target’s certificate comes from an authority that this computer does not know."
    ),
    "tls.wrong_name": QT_TRANSLATE_NOOP("failure", "The target’s certificate is for another name."),
    "tls.plain": QT_TRANSLATE_NOOP(
        "failure", "The target speaks plain HTTP there, not TLS. Use http:// in the URL."
    ),
    "tls.client_certificate": QT_TRANSLATE_NOOP(
        "failure", "The target refused our client certificate, or wants one."
    ),
    "tls.version": QT_TRANSLATE_NOOP("failure", "The target and Garfio have no version of TLS in common."),
    "tls.files": QT_TRANSLATE_NOOP("failure", "A certificate file of this target cannot be read."),
    "proxy": QT_TRANSLATE_NOOP("failure", "The proxy could not be reached, or did not pass it on."),
    "proxy.credentials": QT_TRANSLATE_NOOP(
        "failure", "The proxy wants a user name and password; set them in the environment, in HTTPS_PROXY."
    ),
    "proxy.kind": QT_TRANSLATE_NOOP(
        "failure", "This kind of proxy is not supported; only http:// and https:// are."
    ),
    "reset": QT_TRANSLATE_NOOP("failure", "The target broke the connection off."),
    "closed": QT_TRANSLATE_NOOP("failure", "The target closed the connection without an answer."),
    "protocol": QT_TRANSLATE_NOOP("failure", "What came back is not an HTTP/1 answer."),
    "protocol.too_large": QT_TRANSLATE_NOOP("failure", "The head of the answer is too large."),
    "loop": QT_TRANSLATE_NOOP(
        "failure", "The target is Garfio’s own listener: sending there would go round in circles."
    ),
    "cancelled": QT_TRANSLATE_NOOP("failure", "It was cancelled before the answer had come."),
    "io": QT_TRANSLATE_NOOP("failure", "The connection failed."),
    "queue_full": QT_TRANSLATE_NOOP("failure", "Too many were waiting already."),
    "unknown": QT_TRANSLATE_NOOP("failure", "Garfio ended while sending; it may have arrived."),
    "capture.missing": QT_TRANSLATE_NOOP("failure", "The webhook has been deleted."),
    "resend.no_provider": QT_TRANSLATE_NOOP(
        "failure", "Nothing says whose signature this is. Name the provider under Targets."
    ),
    "resend.no_secret": QT_TRANSLATE_NOOP(
        "failure", "The signing secret is missing. Give it under Targets; then it goes out by itself."
    ),
    "resend.target": QT_TRANSLATE_NOOP("failure", "The path holds blanks or control characters."),
    "sign": QT_TRANSLATE_NOOP(
        "failure", "This cannot be signed with the target’s secret. Look under Targets."
    ),
    "target.missing": QT_TRANSLATE_NOOP("failure", "The target is no longer there."),
    "target.variable": QT_TRANSLATE_NOOP("failure", "A variable of the target has no value in this webhook."),
}

_BRIEF: dict[str, str] = {
    "dns": QT_TRANSLATE_NOOP("failure", "host not found"),
    "refused": QT_TRANSLATE_NOOP("failure", "refused"),
    "unreachable": QT_TRANSLATE_NOOP("failure", "unreachable"),
    "timeout": QT_TRANSLATE_NOOP("failure", "timed out"),
    "tls": QT_TRANSLATE_NOOP("failure", "TLS failed"),
    "proxy": QT_TRANSLATE_NOOP("failure", "proxy failed"),
    "reset": QT_TRANSLATE_NOOP("failure", "broken off"),
    "closed": QT_TRANSLATE_NOOP("failure", "no answer"),
    "protocol": QT_TRANSLATE_NOOP("failure", "not HTTP"),
    "loop": QT_TRANSLATE_NOOP("failure", "own listener"),
    "cancelled": QT_TRANSLATE_NOOP("failure", "cancelled"),
    "io": QT_TRANSLATE_NOOP("failure", "failed"),
}

_VERDICTS: dict[str, tuple[str, str, str]] = {
    "fixed": ("✓", QT_TRANSLATE_NOOP("attempt", "fixed"), "good"),
    "regressed": ("✕", QT_TRANSLATE_NOOP("attempt", "regressed"), "bad"),
    "still_failing": ("✕", QT_TRANSLATE_NOOP("attempt", "still failing"), "bad"),
    "still_passing": ("✓", QT_TRANSLATE_NOOP("attempt", "still passing"), "good"),
    "passing": ("✓", QT_TRANSLATE_NOOP("attempt", "passing"), "good"),
    "failing": ("✕", QT_TRANSLATE_NOOP("attempt", "failing"), "bad"),
}

_CAUSES: dict[str, str] = {
    "resend": QT_TRANSLATE_NOOP("attempt", "resent"),
    "edit": QT_TRANSLATE_NOOP("attempt", "edited"),
    "sequence": QT_TRANSLATE_NOOP("attempt", "in order"),
    "forward": QT_TRANSLATE_NOOP("attempt", "forwarded"),
    "sample": QT_TRANSLATE_NOOP("attempt", "sample"),
    "wrong": QT_TRANSLATE_NOOP("attempt", "wrong on purpose"),
}

_CUTS: dict[str, str] = {
    "limit": QT_TRANSLATE_NOOP("attempt", "The answer is longer than Garfio reads; the rest was left."),
    "closed": QT_TRANSLATE_NOOP("attempt", "The target closed the connection inside the answer."),
    "reset": QT_TRANSLATE_NOOP("attempt", "The target broke the connection off inside the answer."),
    "timeout": QT_TRANSLATE_NOOP("attempt", "The answer did not come to its end in time."),
    "broken": QT_TRANSLATE_NOOP("attempt", "The answer’s framing is broken."),
}


def is_known_failure(code: str) -> bool:
    """Whether a failure's code has a sentence of its own here."""
    return code in _FAILURES


def failure_text(code: str) -> str:
    """The sentence for a failure's code, for its kind when the code is not known, else the code."""
    known = _FAILURES.get(code) or _FAILURES.get(code.partition(".")[0])
    if known:
        return QCoreApplication.translate("failure", known)
    status = code.removeprefix("status.")
    if status != code:
        return QCoreApplication.translate("failure", "The target answered {status}.").format(status=status)
    return code


def failure_sentence(failure: Failure) -> str:
    """Why there is no answer, with the system's own words where they add something."""
    text = failure_text(failure.code or failure.kind)
    if failure.detail and failure.kind in ("tls", "protocol", "io", "dns", "proxy"):
        return QCoreApplication.translate("failure", "{text} The system says: {detail}").format(
            text=text, detail=failure.detail
        )
    return text


def result_text(row: AttemptSummary) -> str:
    """The result in two words: the status, or the kind of failure."""
    if row.state == "response":
        return str(row.status)
    if row.state == "pending":
        return QCoreApplication.translate("attempt", "sending…")
    if row.failure is None:
        return QCoreApplication.translate("attempt", "unknown")
    return QCoreApplication.translate("failure", _BRIEF.get(row.failure.kind, row.failure.kind))


def result_ink(row: AttemptSummary) -> str:
    """The theme's colour for a result."""
    return "muted" if row.passed is None else "good" if row.passed else "bad"


def verdict_text(verdict: str) -> str:
    """Shape and word of a verdict; empty while there is none."""
    known = _VERDICTS.get(verdict)
    return f"{known[0]} {QCoreApplication.translate('attempt', known[1])}" if known else ""


def verdict_ink(verdict: str) -> str:
    """The theme's colour for a verdict."""
    return _VERDICTS[verdict][2] if verdict in _VERDICTS else "muted"


def cause_text(cause: str) -> str:
    """Why it was sent, in a word."""
    return QCoreApplication.translate("attempt", _CAUSES.get(cause.partition(".")[0], cause))


def place_text(row: AttemptSummary) -> str:
    """The target's name, or host and port of the URL."""
    return row.target or short_url(row.url)


def short_url(url: str) -> str:
    """Host and port of a URL, which is how a place without a name is called."""
    rest = url.partition("://")[2]
    return rest.partition("/")[0].partition("?")[0] or url


def headline(attempt: Attempt) -> str:
    """`staging answered 200 OK in 12 ms`, or that it did not."""
    row, outcome = attempt.summary, attempt.outcome
    translate = QCoreApplication.translate
    if row.state == "response":
        text = translate("attempt", "{target} answered {status} in {time}")
        reason = getattr(outcome, "reason", "")
        status = f"{row.status} {reason}".strip()
        return text.format(target=place_text(row), status=status, time=duration_text(row.duration_us or 0))
    if row.state == "pending":
        return translate("attempt", "Being sent to {target}…").format(target=place_text(row))
    if row.state == "unknown":
        return translate("attempt", "Unknown whether it reached {target}").format(target=place_text(row))
    return translate("attempt", "{target} did not answer").format(target=place_text(row))


def result_line(attempt: Attempt) -> str:
    """`200 OK · 12 ms · 34 B`, where it is plain which target is meant."""
    row = attempt.summary
    parts = [result_text(row)]
    if row.state == "response":
        reason = getattr(attempt.outcome, "reason", "")
        parts = [f"{row.status} {reason}".strip()]
    if row.duration_us is not None:
        parts.append(duration_text(row.duration_us))
    if row.state == "response":
        parts.append(size_text(row.size))
    return " · ".join(parts)


def remarks(attempt: Attempt) -> list[str]:
    """What else there is to know: why it failed, what was expected, what was cut, how we got there."""
    row, translate = attempt.summary, QCoreApplication.translate
    said: list[str] = []
    if row.failure is not None:
        said.append(failure_sentence(row.failure))
    if row.state == "unknown":
        said.append(translate("attempt", "Garfio ended between sending and recording: it may have arrived."))
    if attempt.unmet and row.state == "response":
        text = translate("attempt", "Expected, and not met: {what}")
        said.append(text.format(what=", ".join(attempt.unmet)))
    if row.cut in _CUTS:
        said.append(translate("attempt", _CUTS[row.cut]))
    said += redirect_lines(attempt)
    if attempt.peer.address and attempt.peer.tried:
        text = translate("attempt", "Reached at {address}, after {tried} had failed.")
        said.append(text.format(address=attempt.peer.address, tried=", ".join(attempt.peer.tried)))
    if attempt.peer.normal:
        text = translate("attempt", "Sent the normal way; the Difference tab shows what that changed.")
        if attempt.peer.proxy:
            text += " " + translate("attempt", "Through the proxy {proxy}.")
        said.append(text.replace("{proxy}", attempt.peer.proxy))
    if attempt.peer.unverified:
        said.append(translate("attempt", "⚠ The certificate was not checked, as the target says."))
    return said
