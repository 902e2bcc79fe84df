"""The export formats and import sources in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES = {
    "curl": "cURL",
    "curl-cmd": QT_TRANSLATE_NOOP("formats", "cURL (Windows cmd)"),
    "curl-powershell": "cURL (PowerShell)",
    "httpie": "HTTPie",
    "python-requests": "Python (requests)",
    "python-httpx": "Python (httpx)",
    "python-aiohttp": "Python (aiohttp)",
    "node-fetch": "JavaScript (fetch)",
    "node-axios": "JavaScript (axios)",
    "go": "Go",
    "php": "PHP",
    "ruby": "Ruby",
    "java": "Java",
    "csharp": "C#",
    "url": "URL",
    "http": QT_TRANSLATE_NOOP("formats", "HTTP messages (.http)"),
    "body": QT_TRANSLATE_NOOP("formats", "Body"),
    "json": "JSON",
    "ndjson": "NDJSON",
    "csv": "CSV",
    "har": "HAR",
    "postman": QT_TRANSLATE_NOOP("formats", "Postman collection"),
    "bruno": QT_TRANSLATE_NOOP("formats", "Bruno collection"),
    "html": QT_TRANSLATE_NOOP("formats", "HTML page"),
    "markdown": "Markdown",
}
_TOLD = {
    "http": QT_TRANSLATE_NOOP("formats", "Exact: every byte as it arrived. Can be imported again."),
    "json": QT_TRANSLATE_NOOP("formats", "Exact: every byte as it arrived. Can be imported again."),
    "ndjson": QT_TRANSLATE_NOOP("formats", "Exact: every byte as it arrived. Can be imported again."),
    "har": QT_TRANSLATE_NOOP(
        "formats", "For browsers and proxies. Can be imported again; the head is written anew."
    ),
    "postman": QT_TRANSLATE_NOOP("formats", "For Postman. A body that is no text does not fit."),
    "bruno": QT_TRANSLATE_NOOP("formats", "For Bruno. A body that is no text does not fit."),
    "csv": QT_TRANSLATE_NOOP(
        "formats", "For spreadsheets. What could be a formula gets an apostrophe before it."
    ),
    "html": QT_TRANSLATE_NOOP("formats", "A page to read or mail: no script, nothing loaded."),
    "markdown": QT_TRANSLATE_NOOP("formats", "For an issue or a chat."),
    "body": QT_TRANSLATE_NOOP("formats", "The body alone, of one webhook."),
    "url": QT_TRANSLATE_NOOP("formats", "The URLs alone."),
}
_EXACT = ("http", "json", "ndjson")
FILE_FORMATS = (
    *("http", "ndjson", "json", "har", "postman", "bruno", "csv", "html", "markdown"),
    *("curl", "curl-cmd", "curl-powershell", "httpie"),
    *("python-requests", "python-httpx", "python-aiohttp", "node-fetch", "node-axios"),
    *("go", "php", "ruby", "java", "csharp"),
    *("url", "body"),
)
"""The order of the dialog: what keeps most first."""


def format_name(name: str) -> str:
    """A format's name for people."""
    return QCoreApplication.translate("formats", _NAMES.get(name, name))


def format_told(name: str, *, redacts: bool = False) -> str:
    """What a format is for and what it keeps; for code, that it sends the same request."""
    if redacts and name in _EXACT:
        return QCoreApplication.translate(
            "formats", "Exact but for what is taken out. Can be imported again."
        )
    told = _TOLD.get(name)
    if told is None:
        return QCoreApplication.translate("formats", "Code that sends the same request.")
    return QCoreApplication.translate("formats", told)
