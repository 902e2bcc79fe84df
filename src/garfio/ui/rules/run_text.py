"""What rules did, in the user's words: states, results, reasons."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.template_fault import read_fault
from garfio.engine.store.run_log import RunRecord
from garfio.ui.figures import clock_text
from garfio.ui.resend.outcome_text import failure_text, is_known_failure
from garfio.ui.rules.kind_text import kind_title
from garfio.ui.rules.template_text import template_text

_STATES: dict[str, tuple[str, str]] = {
    "waiting": ("muted", QT_TRANSLATE_NOOP("run", "◷ waiting")),
    "sending": ("muted", QT_TRANSLATE_NOOP("run", "… under way")),
    "done": ("good", QT_TRANSLATE_NOOP("run", "✓ done")),
    "failed": ("bad", QT_TRANSLATE_NOOP("run", "✕ given up")),
    "skipped": ("muted", QT_TRANSLATE_NOOP("run", "– left out")),
}
_REASONS: dict[str, str] = {
    "loop": QT_TRANSLATE_NOOP(
        "run", "Garfio itself has sent this webhook: the rule would go round in circles."
    ),
    "duplicate": QT_TRANSLATE_NOOP("run", "The same delivery had triggered the rule before."),
    "rate": QT_TRANSLATE_NOOP("run", "More came in a minute than the rule allows."),
    "queue_full": QT_TRANSLATE_NOOP("run", "Too many webhooks were waiting for this rule already."),
    "disabled": QT_TRANSLATE_NOOP("run", "The rule was switched off before this was done."),
    "unknown": QT_TRANSLATE_NOOP("run", "Garfio ended in the middle of it; it may have been done."),
    "secret.missing": QT_TRANSLATE_NOOP(
        "run", "The secret that it names is not at hand. Enter it in the rule."
    ),
    "action.value": QT_TRANSLATE_NOOP("run", "A rendered value cannot be used."),
    "program.missing": QT_TRANSLATE_NOOP("run", "There is no such program on this machine."),
    "program.start": QT_TRANSLATE_NOOP("run", "The program could not be started."),
    "program.timeout": QT_TRANSLATE_NOOP("run", "The program took too long and was ended."),
    "capture.missing": QT_TRANSLATE_NOOP("run", "The webhook has been deleted."),
    "file.own": QT_TRANSLATE_NOOP("run", "The workspace’s own files take no rows. Choose another file."),
    "file.write": QT_TRANSLATE_NOOP("run", "The file cannot be written."),
    "service.missing": QT_TRANSLATE_NOOP("run", "The apprise library is not installed: pip install apprise."),
    "service.url": QT_TRANSLATE_NOOP("run", "The secret is no URL of a service that apprise knows."),
    "service.failed": QT_TRANSLATE_NOOP("run", "The service did not take the message."),
    "publish": QT_TRANSLATE_NOOP("run", "The broker cannot be reached."),
    "publish.refused": QT_TRANSLATE_NOOP("run", "The broker does not take it."),
    "publish.missing": QT_TRANSLATE_NOOP(
        "run", "The client for this broker is not installed. Install it beside Garfio:"
    ),
    "smtp": QT_TRANSLATE_NOOP("run", "The mail server cannot be reached."),
    "smtp.tls": QT_TRANSLATE_NOOP("run", "The mail server does not offer what is asked of it."),
    "smtp.535": QT_TRANSLATE_NOOP("run", "The mail server does not accept the user or the password."),
    "certificate.self_signed": QT_TRANSLATE_NOOP(
        "run",
        "The server’s certificate is signed by itself. Add it to the system’s certificates, or name its file in"
        " SSL_CERT_FILE.",
    ),
    "certificate.unknown_authority": QT_TRANSLATE_NOOP(
        "run",
        "The server’s certificate comes from an authority that this computer does not know. Add that to the system’s"
        " certificates, or name its file in SSL_CERT_FILE.",
    ),
    "certificate.expired": QT_TRANSLATE_NOOP("run", "The server’s certificate has expired."),
    "certificate.not_yet_valid": QT_TRANSLATE_NOOP(
        "run", "The server’s certificate is not valid yet; is this computer’s clock right?"
    ),
    "certificate.wrong_name": QT_TRANSLATE_NOOP(
        "run",
        "The server’s certificate is for another name. Write the server’s name as the certificate has it.",
    ),
    "smtp.partly": QT_TRANSLATE_NOOP("run", "The mail server did not take every address."),
}
_DONE: dict[str, str] = {
    "email": QT_TRANSLATE_NOOP("run", "The mail server has taken it."),
    "forward": QT_TRANSLATE_NOOP("run", "Queued for the target; the attempts show the rest."),
}
"""What is said instead of the engine's own words when all went well, by kind."""


def state_text(record: RunRecord) -> str:
    """A shape and a word."""
    known = _STATES.get(record.state)
    return QCoreApplication.translate("run", known[1]) if known else record.state


def state_ink(record: RunRecord) -> str:
    """The colour of that word."""
    if record.state == "waiting":
        return "warn" if record.tries else "muted"
    return _STATES.get(record.state, ("muted", ""))[0]


def what_text(record: RunRecord) -> str:
    """`Mail`, or the rule as a whole."""
    return kind_title(record.kind) if record.kind else QCoreApplication.translate("run", "the whole rule")


def reason_text(error: str, message: str = "") -> str:
    """Why it was not done; the other side's own words after ours. Empty when all is well."""
    translate = QCoreApplication.translate
    if not error:
        return message
    kind, _, number = error.partition(".")
    if kind == "status":
        return translate("run", "The answer was {status}.").format(status=message or number)
    if fault := read_fault(error, message):
        text, message = template_text(fault), ""
    elif error in _REASONS:
        text = translate("run", _REASONS[error])
    elif kind == "smtp" and number.isdigit():
        text = translate("run", "The mail server refused it with {status}.").format(status=number)
    elif kind == "program" and number:
        text = translate("run", "The program ended with {status}.").format(status=number)
    elif is_known_failure(error):
        return failure_text(error)
    else:
        return message or error
    return f"{text} {message}".strip() if message and error not in _OWN_WORDS else text


_OWN_WORDS = frozenset(
    (
        *(
            f"certificate.{why}"
            for why in ("self_signed", "unknown_authority", "expired", "not_yet_valid", "wrong_name")
        ),
        *("loop", "duplicate", "rate", "queue_full", "disabled", "unknown", "secret.missing"),
        *("capture.missing", "file.own", "service.missing", "service.url", "service.failed"),
    )
)
"""Errors whose English sentence says no more than ours does."""


def result_text(record: RunRecord) -> str:
    """What came of it, in a line: the answer, or the reason with the next try."""
    if record.state == "done" and not record.error and record.kind in _DONE:
        return QCoreApplication.translate("run", _DONE[record.kind])
    text = reason_text(record.error, record.message)
    if record.state == "waiting" and record.due_us:
        again = QCoreApplication.translate("run", "Next try at {time}.").format(
            time=clock_text(record.due_us)
        )
        if text and text[-1] not in ".?!…":  # the system's own words end without a stop
            text += "."
        text = f"{text} {again}".strip()
    return text


def tries_text(record: RunRecord) -> str:
    """How often it was tried; empty for what needed no try."""
    return QCoreApplication.translate("run", "%n try(ies)", "", record.tries) if record.tries else ""
