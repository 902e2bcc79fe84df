"""Errors that a person can act on, in the user's words, by their codes.

For a code that is not known here the engine's own sentence and hint are shown. English texts of queries stay
the engine's too: they name the field and the values that it knows.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from garfio.core.errors import AppError

_ERRORS: dict[str, str] = {
    "port.taken": QT_TRANSLATE_NOOP("error", "Port {port} is used by another program."),
    "port.taken_by": QT_TRANSLATE_NOOP("error", "Port {port} is used by {holder}."),
    "port.forbidden": QT_TRANSLATE_NOOP(
        "error", "This user may not listen on port {port}. Choose a port of 1024 or above."
    ),
    "port.address": QT_TRANSLATE_NOOP("error", "{host} is not an address of this computer."),
    "listener.running": QT_TRANSLATE_NOOP(
        "error", "Another listener already uses this database. Stop it first."
    ),
    "target.url": QT_TRANSLATE_NOOP("error", "This is no URL to send to: {url}"),
    "target.name": QT_TRANSLATE_NOOP(
        "error", "A target needs a name of plain words, without blanks at its ends and without ://."
    ),
    "target.taken": QT_TRANSLATE_NOOP("error", "There is a target {name} already. Choose another name."),
    "target.missing": QT_TRANSLATE_NOOP("error", "There is no target {name} any more."),
    "target.used": QT_TRANSLATE_NOOP(
        "error", "Webhooks are forwarded to the target {name}. Stop that first (F)."
    ),
    "target.value": QT_TRANSLATE_NOOP("error", "This value cannot be used in a target: {name}"),
    "target.expectation": QT_TRANSLATE_NOOP(
        "error",
        "{text} is no expectation. Write status=2xx, header:NAME=VALUE, json:path.to.value=VALUE or time=500.",
    ),
    "target.variable": QT_TRANSLATE_NOOP(
        "error", "The variable {name} has no value in this webhook. Give the target one, or name another."
    ),
    "resend.refused": QT_TRANSLATE_NOOP(
        "error", "Number {id} is a message that was refused, not a request: it cannot be sent."
    ),
    "resend.header": QT_TRANSLATE_NOOP(
        "error",
        "The header {name} cannot be sent: no blanks or signs in its name, no line breaks in its value.",
    ),
    "resend.method": QT_TRANSLATE_NOOP("error", "{method} is not a method that can be sent."),
    "resend.target": QT_TRANSLATE_NOOP(
        "error", "The path holds blanks or control characters. Write them as %20 and so on."
    ),
    "sequence.value": QT_TRANSLATE_NOOP("error", "This value cannot be used for the sequence: {value}"),
    "edit.name": QT_TRANSLATE_NOOP("error", "An edit needs a name of at most 80 characters."),
    "edit.exists": QT_TRANSLATE_NOOP("error", "There is an edit named {name} already. Choose another name."),
    "edit.missing": QT_TRANSLATE_NOOP("error", "There is no edit {name} any more."),
    "attempt.missing": QT_TRANSLATE_NOOP("error", "This attempt is no longer there."),
    "sign.empty-secret": QT_TRANSLATE_NOOP("error", "To sign anew, the target’s secret is needed."),
    "resend.no_secret": QT_TRANSLATE_NOOP("error", "To sign anew, the target’s secret is needed."),
    "resend.no_provider": QT_TRANSLATE_NOOP(
        "error", "Nothing says whose signature this is. Name the provider in the target."
    ),
    "sign.bad-key": QT_TRANSLATE_NOOP(
        "error", "The secret is not written as this provider writes it. Copy it again."
    ),
    "sign.impossible": QT_TRANSLATE_NOOP(
        "error",
        "This provider does not sign in a way that can be made here. Keep the signature, or leave it out.",
    ),
    "sign.no-private-key": QT_TRANSLATE_NOOP(
        "error", "Only the provider has its private key. Give a test key of your own, or keep the signature."
    ),
    "capture.missing": QT_TRANSLATE_NOOP("error", "This webhook is no longer there."),
    "endpoint.path": QT_TRANSLATE_NOOP(
        "error",
        "{path} is no path of an endpoint: it begins with / and has no query; /* at its end stands for all below.",
    ),
    "endpoint.taken": QT_TRANSLATE_NOOP("error", "There is an endpoint {path} already."),
    "endpoint.missing": QT_TRANSLATE_NOOP("error", "There is no endpoint {path} any more."),
    "endpoint.provider": QT_TRANSLATE_NOOP("error", "There is no provider {provider}."),
    "endpoint.url": QT_TRANSLATE_NOOP("error", "{url} is no public URL. It begins with https:// or http://."),
    "endpoint.tolerance": QT_TRANSLATE_NOOP("error", "The tolerance is a number of seconds."),
    "reply.value": QT_TRANSLATE_NOOP("error", "This value cannot be used in a reply: {name}"),
    "secret.empty": QT_TRANSLATE_NOOP("error", "The secret is empty. Paste it as the provider shows it."),
    "secret.taken": QT_TRANSLATE_NOOP("error", "{owner} has this secret already."),
    "secret.missing": QT_TRANSLATE_NOOP("error", "This secret is no longer there."),
    "secret.mode": QT_TRANSLATE_NOOP("error", "The mode is test or live."),
    "secret.validity": QT_TRANSLATE_NOOP("error", "The secret would end before it begins to be valid."),
    "secrets.no-keychain": QT_TRANSLATE_NOOP("error", "This system has no keychain to keep secrets in."),
    "secrets.keychain": QT_TRANSLATE_NOOP("error", "The keychain of the system cannot be used. Unlock it."),
    "secrets.read": QT_TRANSLATE_NOOP(
        "error", "The secrets file {path} cannot be read. Move it away and enter the secrets again."
    ),
    "secrets.write": QT_TRANSLATE_NOOP("error", "The secrets file {path} cannot be written."),
    "secrets.permissions": QT_TRANSLATE_NOOP(
        "error", "The secrets file {path} can be read by others. Run: chmod 600 {path}"
    ),
    "scheme.invalid": QT_TRANSLATE_NOOP("error", "This is no signature scheme."),
    "scheme.taken": QT_TRANSLATE_NOOP(
        "error", "{id} is a provider of the catalogue. Give your scheme another id."
    ),
    "scheme.used": QT_TRANSLATE_NOOP(
        "error", "The endpoint {path} uses this scheme. Give it another provider first."
    ),
    "rule.name": QT_TRANSLATE_NOOP("error", "A rule needs a name of plain words, without / in it."),
    "rule.taken": QT_TRANSLATE_NOOP("error", "There is a rule {name} already. Choose another name."),
    "rule.missing": QT_TRANSLATE_NOOP("error", "There is no rule {name} any more."),
    "rule.actions": QT_TRANSLATE_NOOP("error", "A rule has from 1 to 20 actions. Add one, or remove some."),
    "rule.value": QT_TRANSLATE_NOOP("error", "This value cannot be used in a rule: {name}"),
    "recipe.value": QT_TRANSLATE_NOOP("error", "This value cannot be used here: {name}"),
    "settings.value": QT_TRANSLATE_NOOP("error", "This value cannot be used for {name}: {value}"),
}

_QUERIES: dict[str, str] = {
    "query.too_long": QT_TRANSLATE_NOOP("error", "The query is too long."),
    "query.too_deep": QT_TRANSLATE_NOOP("error", "The query is nested too deeply."),
    "query.character": QT_TRANSLATE_NOOP("error", "This character cannot be part of a query here."),
    "query.parenthesis": QT_TRANSLATE_NOOP("error", "A parenthesis has no partner."),
    "query.quote": QT_TRANSLATE_NOOP("error", "A quotation mark is not closed."),
    "query.missing": QT_TRANSLATE_NOOP("error", "Something is missing here."),
    "query.operator": QT_TRANSLATE_NOOP("error", "This operator does not fit here."),
    "query.unknown_field": QT_TRANSLATE_NOOP("error", "There is no such field."),
    "query.unknown_value": QT_TRANSLATE_NOOP("error", "This field does not know that value."),
    "query.value": QT_TRANSLATE_NOOP("error", "This value does not fit the field."),
    "query.header": QT_TRANSLATE_NOOP("error", "The header’s name is not valid."),
    "query.regex": QT_TRANSLATE_NOOP("error", "This is not a regular expression."),
    "query.path": QT_TRANSLATE_NOOP("error", "The path into the body is not valid."),
}


def error_text(error: AppError) -> str:
    """An error in the user's language where its code is known, otherwise the engine's sentence and hint."""
    if error.code in _QUERIES:
        return _query_text(error)
    code = "port.taken_by" if error.code == "port.taken" and error.fields.get("holder") else error.code
    known = _ERRORS.get(code)
    if known is None:
        return str(error)
    try:
        return QCoreApplication.translate("error", known).format(**error.fields)
    except KeyError:
        return str(error)


def _query_text(error: AppError) -> str:
    if QLocale().language() == QLocale.Language.English:
        return error.message
    text = QCoreApplication.translate("error", _QUERIES[error.code])
    suggestion = error.fields.get("suggestion")
    if not suggestion:
        return text
    meant = QCoreApplication.translate("error", "{text} Perhaps: {suggestion}")
    return meant.format(text=text, suggestion=suggestion)
