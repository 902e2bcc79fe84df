"""The rows of the action table for files."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

EXPORT_SPECS = (
    ActionSpec(
        "export.open",
        QT_TRANSLATE_NOOP("actions", "Export…"),
        QT_TRANSLATE_NOOP(
            "actions", "Write webhooks to a file in a format of your choice, without secrets if you like"
        ),
        "Ctrl+E",
        "download",
        lambda do: do.export.open(),
        lambda s: s.rows > 0,
    ),
    ActionSpec(
        "export.http",
        QT_TRANSLATE_NOOP("actions", "Save as .http…"),
        QT_TRANSLATE_NOOP("actions", "Write the selected webhooks as raw messages to a file"),
        "Ctrl+Shift+E",
        "download",
        lambda do: do.copy.export_http(),
        lambda s: s.selected > 0,
    ),
    ActionSpec(
        "import.files",
        QT_TRANSLATE_NOOP("actions", "Import…"),
        QT_TRANSLATE_NOOP(
            "actions",
            "Read files of requests: .http, our exports, HAR, Postman, Bruno, mitmproxy, cURL and more",
        ),
        "Ctrl+O",
        "upload",
        lambda do: do.export.take_in(),
    ),
)
