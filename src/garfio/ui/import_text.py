"""Why a file cannot be imported, in the user's words.

The sentences are those that `core.importing` raises; a test holds the two together.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.importing.message import ImportFault

TEMPLATES = (
    QT_TRANSLATE_NOOP("import", "A Base64 text is broken."),
    QT_TRANSLATE_NOOP("import", "A field of the collection has no name."),
    QT_TRANSLATE_NOOP("import", "A message of the relay is no object."),
    QT_TRANSLATE_NOOP("import", "A number of the flow file is broken."),
    QT_TRANSLATE_NOOP("import", "A quotation mark of the command is not closed."),
    QT_TRANSLATE_NOOP("import", "An entry has no request line."),
    QT_TRANSLATE_NOOP("import", "An item of the collection has no request."),
    QT_TRANSLATE_NOOP("import", "An item of the collection is no object."),
    QT_TRANSLATE_NOOP("import", "An object with {name} is missing."),
    QT_TRANSLATE_NOOP("import", "The .bru file has no request: a block such as {block} is missing."),
    QT_TRANSLATE_NOOP("import", "The .bru file is not UTF-8."),
    QT_TRANSLATE_NOOP("import", "The block {name} of the .bru file is not closed."),
    QT_TRANSLATE_NOOP("import", "The body comes from a file, which is not read. Put it into the command."),
    QT_TRANSLATE_NOOP("import", "The body of a message (bodyB) is not Base64."),
    QT_TRANSLATE_NOOP("import", "The command names no URL."),
    QT_TRANSLATE_NOOP("import", "The field {name} is missing."),
    QT_TRANSLATE_NOOP("import", "The file holds more than {most} requests. Split it."),
    QT_TRANSLATE_NOOP("import", "The file looks like {format}, but a part of it is of another kind."),
    QT_TRANSLATE_NOOP("import", "The first line is no request line such as POST /path HTTP/1.1."),
    QT_TRANSLATE_NOOP("import", "The flow file breaks off."),
    QT_TRANSLATE_NOOP("import", "The option {name} has no value."),
    QT_TRANSLATE_NOOP("import", "The option {name} makes its body out of files, which are not read."),
    QT_TRANSLATE_NOOP("import", "The variables of a GraphQL request are not JSON."),
    QT_TRANSLATE_NOOP("import", "There is no request in the file."),
    QT_TRANSLATE_NOOP(
        "import", "This JSON is no export of Garfio, HAR, Postman, Bruno, gosmee, ngrok or webhook.site."
    ),
    QT_TRANSLATE_NOOP(
        "import",
        "This is no file of requests. It can hold HTTP messages (POST /path HTTP/1.1 …), an export of Garfio,"
        " HAR, Postman, Bruno, gosmee, ngrok, webhook.site or mitmproxy, or a cURL command.",
    ),
    QT_TRANSLATE_NOOP("import", "This is not JSON that could be read."),
    QT_TRANSLATE_NOOP("import", "This is not JSON: {error}."),
    QT_TRANSLATE_NOOP("import", "This is not a flow file of mitmproxy, or it breaks off."),
    QT_TRANSLATE_NOOP("import", "{name} is not a list."),
    QT_TRANSLATE_NOOP("import", "{text} is no URL."),
    QT_TRANSLATE_NOOP("import", "{text} is no header of HTTP."),
    QT_TRANSLATE_NOOP("import", "{text} is no method."),
)


def fault_text(fault: ImportFault) -> str:
    """The sentence of a fault; its places are filled in as they are."""
    return QCoreApplication.translate("import", fault.template).format(**fault.fields)
