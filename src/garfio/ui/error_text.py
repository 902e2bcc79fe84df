"""Errors that a person can act on, in the user's words, by their codes.

For a code that is not known here the engine's own sentence and hint are shown. English texts of queries stay
the engine's too: they name the field and the values that it knows.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from garfio.core.errors import AppError
from garfio.core.importing.message import ImportFault
from garfio.ui.import_text import fault_text

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
    "target.pem_key_alone": QT_TRANSLATE_NOOP(
        "error", "A key without its certificate is of no use. Name the client certificate too."
    ),
    "target.pem_locked_key": QT_TRANSLATE_NOOP(
        "error", "The key in {file} is locked with a password. Name a file with an open key."
    ),
    "target.pem_no_certificate": QT_TRANSLATE_NOOP("error", "{file} holds no certificate in PEM form."),
    "target.pem_no_key": QT_TRANSLATE_NOOP(
        "error", "{file} holds no private key in PEM form. Name the file with the certificate’s key."
    ),
    "target.pem_other_key": QT_TRANSLATE_NOOP(
        "error", "The key in {key} does not belong to the certificate in {file}."
    ),
    "target.pem_unreadable": QT_TRANSLATE_NOOP("error", "{file} cannot be read: {why}"),
    "target.pem_unusable": QT_TRANSLATE_NOOP("error", "The certificate in {file} cannot be used."),
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
    "reply.header": QT_TRANSLATE_NOOP(
        "error",
        "The header {name} cannot be used in a reply: its name has a blank or sign in it, or the reply sets it by"
        " itself.",
    ),
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
    "rule.key": QT_TRANSLATE_NOOP("error", "A rule has nothing called {name}."),
    "rule.kind": QT_TRANSLATE_NOOP("error", "There is no kind of action called {kind}."),
    "rule.value": QT_TRANSLATE_NOOP("error", "This value cannot be used in a rule: {name}"),
    "rule.silence": QT_TRANSLATE_NOOP(
        "error",
        "When nothing arrives, there is no webhook to tag, pin, mark or forward. Choose another action.",
    ),
    "action.password": QT_TRANSLATE_NOOP(
        "error", "The address holds a password. Keep that as a secret, and write mqtt://user@host."
    ),
    "recipe.value": QT_TRANSLATE_NOOP("error", "This value cannot be used here: {name}"),
    "file.too_large": QT_TRANSLATE_NOOP("error", "{path} is larger than {most} MiB. Split it."),
    "file.not_http": QT_TRANSLATE_NOOP("error", "{path} cannot be imported. {reason}"),
    "schema.json": QT_TRANSLATE_NOOP("error", "This file is no JSON Schema: it is not JSON."),
    "schema.invalid": QT_TRANSLATE_NOOP(
        "error",
        "This schema cannot be used: {detail}. Nothing is fetched: put what it refers to into its own $defs.",
    ),
    "schema.large": QT_TRANSLATE_NOOP("error", "A schema has at most {most} MiB."),
    "schema.missing": QT_TRANSLATE_NOOP("error", "This schema is no longer there."),
    "settings.value": QT_TRANSLATE_NOOP("error", "This value cannot be used for {name}: {value}"),
    "action.value": QT_TRANSLATE_NOOP("error", "This value cannot be used in an action: {name}"),
    "export.single": QT_TRANSLATE_NOOP("error", "The format {format} holds one webhook. Select one."),
    "file.read": QT_TRANSLATE_NOOP("error", "{path} cannot be read. Check its name and its rights."),
    "file.write": QT_TRANSLATE_NOOP("error", "{path} cannot be written. Choose another place."),
    "forward.loop": QT_TRANSLATE_NOOP(
        "error", "Webhooks forwarded to the listener itself would go round in circles. Name your own program."
    ),
    "forward.value": QT_TRANSLATE_NOOP("error", "This value cannot be used for forwarding: {name}"),
    "keys.none": QT_TRANSLATE_NOOP(
        "error", "{provider} publishes no key that can be fetched. Give it as the secret."
    ),
    "listener.dying": QT_TRANSLATE_NOOP(
        "error",
        "The listener ends again and again. Start garfio listen in a terminal, and read what it says.",
    ),
    "listener.stopped": QT_TRANSLATE_NOOP("error", "The listener is not running. Start it first."),
    "listener.unreachable": QT_TRANSLATE_NOOP("error", "The listener did not answer. Start it again."),
    "provider.unknown": QT_TRANSLATE_NOOP("error", "There is no provider {provider}."),
    "recipe.field": QT_TRANSLATE_NOOP("error", "This recipe has no value named {name}."),
    "recipe.missing": QT_TRANSLATE_NOOP("error", "There is no recipe {name}."),
    "reply.preset": QT_TRANSLATE_NOOP("error", "There is no reply named {name}."),
    "resend.confirm": QT_TRANSLATE_NOOP(
        "error", "{host} is not this machine, and you have not agreed to it."
    ),
    "rule.confirm": QT_TRANSLATE_NOOP(
        "error", "The rule {name} runs a program on this computer. Look at it, and agree to it first."
    ),
    "rule.toml": QT_TRANSLATE_NOOP("error", "The file of rules cannot be read: it is not TOML."),
    "sample.no_secret": QT_TRANSLATE_NOOP(
        "error", "No endpoint of {provider} has a secret to sign the example with. Add one."
    ),
    "sample.unknown": QT_TRANSLATE_NOOP("error", "There is no example event {key}."),
    "secrets.store": QT_TRANSLATE_NOOP("error", "Secrets cannot be kept in “{store}”. Choose another place."),
    "sign.incomplete": QT_TRANSLATE_NOOP(
        "error", "The request lacks {part}, which the signature covers. Add it to the request."
    ),
    "slow.ended": QT_TRANSLATE_NOOP(
        "error",
        "The process that does slow work ended twice. Close other programs if memory is short, and try once more.",
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "error", "The database {path} is damaged. Stop the listener that uses it, and start Garfio again."
    ),
    "store.folder": QT_TRANSLATE_NOOP(
        "error", "The database {path} cannot be made or changed. Check the rights."
    ),
    "store.foreign": QT_TRANSLATE_NOOP("error", "{path} is a link that belongs to another user."),
    "store.newer": QT_TRANSLATE_NOOP(
        "error", "This database was written by a newer Garfio. Update this one."
    ),
    "store.other": QT_TRANSLATE_NOOP(
        "error", "{path} is a database of another program. It has not been touched."
    ),
    "store.disk_full": QT_TRANSLATE_NOOP("error", "The disk is full. Free some space."),
    "store.busy": QT_TRANSLATE_NOOP("error", "Another program holds the database. Close it."),
    "store.read_only": QT_TRANSLATE_NOOP("error", "The database cannot be written to. Check its rights."),
    "store.missing": QT_TRANSLATE_NOOP("error", "The database file has gone."),
    "store.io": QT_TRANSLATE_NOOP("error", "The disk reports errors."),
    "tag.blank": QT_TRANSLATE_NOOP("error", "A tag is one word without blanks."),
    "tamper.not_applicable": QT_TRANSLATE_NOOP(
        "error", "This provider does not sign in a way that this fault breaks."
    ),
    "tamper.unknown": QT_TRANSLATE_NOOP("error", "There is no fault named {kind}."),
    "target.file": QT_TRANSLATE_NOOP(
        "error",
        "The file holds no targets that can be read. Choose one that was written by exporting targets.",
    ),
    "view.exists": QT_TRANSLATE_NOOP("error", "There is a view named {name} already."),
    "view.many": QT_TRANSLATE_NOOP("error", "There can be {most} saved views at most. Remove one."),
    "view.name": QT_TRANSLATE_NOOP("error", "A view needs a name, and not a very long one."),
    "workspace.missing": QT_TRANSLATE_NOOP("error", "There is no database at {path} yet."),
}

_SCHEME_FAULTS: dict[str, str] = {
    "algorithm": QT_TRANSLATE_NOOP("error", "There is no algorithm {value}."),
    "encoding": QT_TRANSLATE_NOOP("error", "There is no encoding {value}."),
    "key": QT_TRANSLATE_NOOP("error", "A secret has no form called {value}."),
    "unit": QT_TRANSLATE_NOOP("error", "There is no unit of time {value}."),
    "covers": QT_TRANSLATE_NOOP("error", "A signature cannot cover {value}."),
    "place": QT_TRANSLATE_NOOP("error", "The scheme does not say where the signature is. Name its header."),
    "format": QT_TRANSLATE_NOOP(
        "error", "The format lacks {signature}: write it where the signature stands."
    ),
    "reference": QT_TRANSLATE_NOOP("error", "No request has what the template names: {value}"),
    "filter": QT_TRANSLATE_NOOP("error", "The template has an unknown filter: {value}"),
    "id": QT_TRANSLATE_NOOP("error", "The scheme needs an id."),
    "schemes": QT_TRANSLATE_NOOP("error", "There is no scheme in it."),
    "list": QT_TRANSLATE_NOOP("error", "{value} must be a list of places in the request."),
    "field": QT_TRANSLATE_NOOP("error", "A scheme has no field {value}."),
    "written": QT_TRANSLATE_NOOP("error", "This field is not written as it should be: {value}"),
}
"""By the fault of the error `scheme.invalid`."""

_QUERIES: dict[str, str] = {
    "query.too_long": QT_TRANSLATE_NOOP("error", "The query is too long."),
    "query.too_deep": QT_TRANSLATE_NOOP("error", "The query is nested too deeply."),
    "query.character": QT_TRANSLATE_NOOP("error", "This character cannot be part of a query here."),
    "query.parenthesis": QT_TRANSLATE_NOOP("error", "A parenthesis has no partner."),
    "query.quote": QT_TRANSLATE_NOOP("error", "A quotation mark is not closed."),
    "query.missing": QT_TRANSLATE_NOOP("error", "Something is missing here."),
    "query.operator": QT_TRANSLATE_NOOP("error", "This operator does not fit here."),
    "query.unknown_field": QT_TRANSLATE_NOOP("error", "There is no such field."),
    "query.unknown_value": QT_TRANSLATE_NOOP("error", "{field}: knows {known}."),
    "query.value": QT_TRANSLATE_NOOP("error", "This value does not fit the field."),
    "query.header": QT_TRANSLATE_NOOP("error", "The header’s name is not valid."),
    "query.regex": QT_TRANSLATE_NOOP("error", "This is not a regular expression."),
    "query.path": QT_TRANSLATE_NOOP("error", "The path into the body is not valid."),
}


def error_text(error: AppError) -> str:
    """An error in the user's language where its code is known, otherwise the engine's sentence and hint."""
    if error.code in _QUERIES:
        return _query_text(error)
    known = _known(error)
    if known is None:
        return str(error)
    values = {name: value for name, value in error.fields.items() if value != ""} | {
        "signature": "{signature}"
    }
    if isinstance(fault := error.fields.get("fault"), ImportFault):
        values["reason"] = fault_text(fault)
    try:
        return QCoreApplication.translate("error", known).format(**values)
    except KeyError:
        return str(error)


def _known(error: AppError) -> str | None:
    if error.code == "scheme.invalid":
        return _SCHEME_FAULTS.get(str(error.fields.get("fault", "")), _ERRORS[error.code])
    code = "port.taken_by" if error.code == "port.taken" and error.fields.get("holder") else error.code
    return _ERRORS.get(code)


def _query_text(error: AppError) -> str:
    if QLocale().language() == QLocale.Language.English:
        return error.message
    text = QCoreApplication.translate("error", _QUERIES[error.code])
    if error.code == "query.unknown_value":
        text = text.format(**error.fields)
    suggestion = error.fields.get("suggestion")
    if not suggestion:
        return text
    meant = QCoreApplication.translate("error", "{text} Perhaps: {suggestion}")
    return meant.format(text=text, suggestion=suggestion)
