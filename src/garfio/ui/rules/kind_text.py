"""Kinds of actions and their fields in the user's words. A kind that core gains wants a row in each table; until it
has one, core's own English sentence is shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.action import ACTIONS

_KINDS: dict[str, tuple[str, str, str]] = {
    "email": (
        "edit",
        QT_TRANSLATE_NOOP("rule", "Mail"),
        QT_TRANSLATE_NOOP("rule", "Send a mail through any SMTP server"),
    ),
    "http": (
        "upload",
        QT_TRANSLATE_NOOP("rule", "HTTP request"),
        QT_TRANSLATE_NOOP("rule", "Call any API, with a body made from the webhook"),
    ),
    "slack": (
        "link",
        QT_TRANSLATE_NOOP("rule", "Slack message"),
        QT_TRANSLATE_NOOP("rule", "Post to a channel through its incoming webhook"),
    ),
    "teams": (
        "link",
        QT_TRANSLATE_NOOP("rule", "Teams message"),
        QT_TRANSLATE_NOOP("rule", "Post through a workflow’s webhook"),
    ),
    "discord": (
        "link",
        QT_TRANSLATE_NOOP("rule", "Discord message"),
        QT_TRANSLATE_NOOP("rule", "Post through a channel’s webhook"),
    ),
    "ntfy": (
        "bell",
        QT_TRANSLATE_NOOP("rule", "ntfy message"),
        QT_TRANSLATE_NOOP("rule", "Publish to a topic, which reaches your phone"),
    ),
    "notification": (
        "bell",
        QT_TRANSLATE_NOOP("rule", "Desktop notification"),
        QT_TRANSLATE_NOOP("rule", "Show a notification here, with a sound if you like"),
    ),
    "service": (
        "link",
        QT_TRANSLATE_NOOP("rule", "Other service"),
        QT_TRANSLATE_NOOP(
            "rule", "Telegram, Matrix, Pushover and others, through the apprise library if it is installed"
        ),
    ),
    "publish": (
        "upload",
        QT_TRANSLATE_NOOP("rule", "Message to a broker"),
        QT_TRANSLATE_NOOP(
            "rule", "Publish to MQTT, Redis, NATS or RabbitMQ, if the client for it is installed"
        ),
    ),
    "program": (
        "code",
        QT_TRANSLATE_NOOP("rule", "Run a program"),
        QT_TRANSLATE_NOOP("rule", "A program on this machine, with the body on its standard input"),
    ),
    "append": (
        "headers",
        QT_TRANSLATE_NOOP("rule", "Row in a table"),
        QT_TRANSLATE_NOOP("rule", "Append to a CSV or NDJSON file, or write to an SQLite table"),
    ),
    "forward": (
        "arrow-right",
        QT_TRANSLATE_NOOP("rule", "Forward to a target"),
        QT_TRANSLATE_NOOP("rule", "Send the webhook on, again until it is taken"),
    ),
    "tag": (
        "pin",
        QT_TRANSLATE_NOOP("rule", "Tag"),
        QT_TRANSLATE_NOOP("rule", "Add tags to the webhook"),
    ),
    "pin": (
        "star",
        QT_TRANSLATE_NOOP("rule", "Pin"),
        QT_TRANSLATE_NOOP("rule", "Pin the webhook, so that it stays"),
    ),
    "read": (
        "check",
        QT_TRANSLATE_NOOP("rule", "Mark as read"),
        QT_TRANSLATE_NOOP("rule", "Take the dot from the webhook"),
    ),
}
"""Icon, title and tip by kind."""

_SECRET_HINT = QT_TRANSLATE_NOOP("rule", "Its name only: the secret itself is kept apart.")
_FIELDS: dict[str, tuple[str, str]] = {
    "url": (QT_TRANSLATE_NOOP("rule", "URL"), QT_TRANSLATE_NOOP("rule", "Where to, http or https.")),
    "text": (QT_TRANSLATE_NOOP("rule", "Text"), ""),
    "title": (QT_TRANSLATE_NOOP("rule", "Title"), ""),
    "secret": (QT_TRANSLATE_NOOP("rule", "Secret"), _SECRET_HINT),
    "timeout_s": (QT_TRANSLATE_NOOP("rule", "Time limit, seconds"), ""),
    "to": (
        QT_TRANSLATE_NOOP("rule", "To"),
        QT_TRANSLATE_NOOP("rule", "One address a line, such as {{ body.email }}."),
    ),
    "from": (
        QT_TRANSLATE_NOOP("rule", "From"),
        QT_TRANSLATE_NOOP("rule", "Such as Shop <shop@example.com>."),
    ),
    "subject": (QT_TRANSLATE_NOOP("rule", "Subject"), ""),
    "html": (
        QT_TRANSLATE_NOOP("rule", "HTML"),
        QT_TRANSLATE_NOOP("rule", "Sent beside the text. Inserted values are escaped."),
    ),
    "cc": (QT_TRANSLATE_NOOP("rule", "Copy to"), QT_TRANSLATE_NOOP("rule", "One address a line.")),
    "bcc": (QT_TRANSLATE_NOOP("rule", "Hidden copy to"), QT_TRANSLATE_NOOP("rule", "One address a line.")),
    "reply_to": (QT_TRANSLATE_NOOP("rule", "Answers to"), ""),
    "host": (QT_TRANSLATE_NOOP("rule", "SMTP server"), ""),
    "port": (QT_TRANSLATE_NOOP("rule", "Port"), QT_TRANSLATE_NOOP("rule", "0 for the usual one.")),
    "security": (QT_TRANSLATE_NOOP("rule", "Encryption"), ""),
    "user": (
        QT_TRANSLATE_NOOP("rule", "User"),
        QT_TRANSLATE_NOOP("rule", "If the server wants one."),
    ),
    "email.secret": (QT_TRANSLATE_NOOP("rule", "Password"), _SECRET_HINT),
    "http.user": (
        QT_TRANSLATE_NOOP("rule", "User or header"),
        QT_TRANSLATE_NOOP("rule", "The user’s name for “basic”, the header’s name for “header”."),
    ),
    "method": (QT_TRANSLATE_NOOP("rule", "Method"), ""),
    "headers": (QT_TRANSLATE_NOOP("rule", "Headers"), QT_TRANSLATE_NOOP("rule", "One a line, Name: value.")),
    "json": (
        QT_TRANSLATE_NOOP("rule", "JSON body"),
        QT_TRANSLATE_NOOP(
            "rule", "A text that is one {{ value }} and nothing else becomes the value itself."
        ),
    ),
    "body": (
        QT_TRANSLATE_NOOP("rule", "Text body"),
        QT_TRANSLATE_NOOP("rule", "In place of a JSON body."),
    ),
    "auth": (
        QT_TRANSLATE_NOOP("rule", "Secret goes as"),
        "",
    ),
    "slack.url": (
        QT_TRANSLATE_NOOP("rule", "URL"),
        QT_TRANSLATE_NOOP("rule", "Whoever has it can post; better keep it as a secret."),
    ),
    "slack.secret": (
        QT_TRANSLATE_NOOP("rule", "Secret with the URL"),
        QT_TRANSLATE_NOOP("rule", "The incoming webhook’s URL is a secret: keep it under a name."),
    ),
    "ntfy.url": (QT_TRANSLATE_NOOP("rule", "Topic’s URL"), ""),
    "ntfy.secret": (QT_TRANSLATE_NOOP("rule", "Access token"), _SECRET_HINT),
    "service.secret": (
        QT_TRANSLATE_NOOP("rule", "Secret with the URL"),
        QT_TRANSLATE_NOOP("rule", "The service’s apprise URL, such as tgram://…, kept under a name."),
    ),
    "publish.url": (
        QT_TRANSLATE_NOOP("rule", "Server"),
        QT_TRANSLATE_NOOP(
            "rule",
            "mqtt://, redis://, nats:// or amqp:// with the host, perhaps user@host; mqtts:// and so on for TLS.",
        ),
    ),
    "publish.to": (
        QT_TRANSLATE_NOOP("rule", "Topic"),
        QT_TRANSLATE_NOOP(
            "rule", "Topic, channel or subject; for RabbitMQ a queue, or exchange/routing key."
        ),
    ),
    "publish.body": (
        QT_TRANSLATE_NOOP("rule", "Text"),
        QT_TRANSLATE_NOOP("rule", "{{ text }} is the webhook’s body as it came."),
    ),
    "publish.keep": (
        QT_TRANSLATE_NOOP("rule", "Keep it for those who are not there now"),
        QT_TRANSLATE_NOOP("rule", "Retained (MQTT), in a stream (Redis, NATS), persistent (RabbitMQ)."),
    ),
    "publish.secret": (QT_TRANSLATE_NOOP("rule", "Password"), _SECRET_HINT),
    "blocks": (QT_TRANSLATE_NOOP("rule", "Blocks"), QT_TRANSLATE_NOOP("rule", "Block Kit, as JSON.")),
    "sound": (QT_TRANSLATE_NOOP("rule", "Play a sound"), ""),
    "argv": (
        QT_TRANSLATE_NOOP("rule", "Program"),
        QT_TRANSLATE_NOOP("rule", "The program, then one argument a line. There is no shell."),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("rule", "Working folder"),
        QT_TRANSLATE_NOOP("rule", "Empty: the workspace’s."),
    ),
    "file": (
        QT_TRANSLATE_NOOP("rule", "File"),
        QT_TRANSLATE_NOOP("rule", "A name without a folder lies beside the workspace."),
    ),
    "row": (QT_TRANSLATE_NOOP("rule", "Row"), QT_TRANSLATE_NOOP("rule", "One column a line, name: value.")),
    "format": (QT_TRANSLATE_NOOP("rule", "Format"), ""),
    "table": (QT_TRANSLATE_NOOP("rule", "Table"), QT_TRANSLATE_NOOP("rule", "In an SQLite database.")),
    "key": (
        QT_TRANSLATE_NOOP("rule", "Key columns"),
        QT_TRANSLATE_NOOP("rule", "One a line: a row with the same values is updated. SQLite only."),
    ),
    "forward.to": (
        QT_TRANSLATE_NOOP("rule", "Target"),
        QT_TRANSLATE_NOOP("rule", "A target’s name, or a URL."),
    ),
    "tags": (QT_TRANSLATE_NOOP("rule", "Tags"), QT_TRANSLATE_NOOP("rule", "One word a line.")),
}
"""Title and hint by `KIND.FIELD`, or by the field's name where kinds agree."""

_ALIKE = {"teams": "slack", "discord": "slack"}
"""Kinds whose fields are described like another's."""

_CHOICES: dict[str, str] = {
    "security.auto": QT_TRANSLATE_NOOP("rule", "as the server needs it"),
    "security.starttls": "STARTTLS",
    "security.tls": QT_TRANSLATE_NOOP("rule", "TLS from the start"),
    "security.none": QT_TRANSLATE_NOOP("rule", "none"),
    "auth.": QT_TRANSLATE_NOOP("rule", "bearer token"),
    "auth.bearer": QT_TRANSLATE_NOOP("rule", "bearer token"),
    "auth.basic": QT_TRANSLATE_NOOP("rule", "password (basic)"),
    "auth.header": QT_TRANSLATE_NOOP("rule", "a header of its own"),
    "auth.url": QT_TRANSLATE_NOOP("rule", "the URL itself"),
    "format.": QT_TRANSLATE_NOOP("rule", "by the file’s ending"),
    "format.csv": "CSV",
    "format.ndjson": "NDJSON",
    "format.sqlite": "SQLite",
}


def kind_icon(kind: str) -> str:
    """The meaning of a kind's icon."""
    return _KINDS[kind][0] if kind in _KINDS else "play"


def kind_title(kind: str) -> str:
    """`Mail`, `HTTP request`; a kind without a text is named as in the rule's file."""
    return QCoreApplication.translate("rule", _KINDS[kind][1]) if kind in _KINDS else kind


def kind_tip(kind: str) -> str:
    """What it does, in a line."""
    if kind in _KINDS:
        return QCoreApplication.translate("rule", _KINDS[kind][2])
    return ACTIONS[kind].doc if kind in ACTIONS else ""


def field_title(kind: str, name: str) -> str:
    """What stands before a field."""
    return QCoreApplication.translate("rule", _field(kind, name)[0])


def field_hint(kind: str, name: str) -> str:
    """What stands under a field; empty when its title says enough."""
    return QCoreApplication.translate("rule", _field(kind, name)[1])


def choice_text(name: str, choice: str) -> str:
    """A choice of a field."""
    known = _CHOICES.get(f"{name}.{choice}")
    return QCoreApplication.translate("rule", known) if known else choice


def is_worded(kind: str, name: str = "") -> bool:
    """Whether a kind, or one of its fields, has words of its own here."""
    return kind in _KINDS if not name else bool(_known(kind, name))


def _known(kind: str, name: str) -> tuple[str, str] | None:
    alike = _ALIKE.get(kind, kind)
    return _FIELDS.get(f"{kind}.{name}") or _FIELDS.get(f"{alike}.{name}") or _FIELDS.get(name)


def _field(kind: str, name: str) -> tuple[str, str]:
    known = _known(kind, name)
    if known:
        return known
    entry = ACTIONS[kind].field(name) if kind in ACTIONS else None
    return name, entry.doc if entry else ""
