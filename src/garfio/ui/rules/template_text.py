"""What is wrong with a template, in the user's words: which field, which line, which value."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.template_fault import TemplateFault
from garfio.ui.rules.kind_text import field_title, kind_title

_TEXTS: dict[str, str] = {
    "undefined": QT_TRANSLATE_NOOP("template", "{where} asks for {what}, which this webhook does not have."),
    "syntax": QT_TRANSLATE_NOOP("template", "{where} is not written right: {what}"),
    "filter": QT_TRANSLATE_NOOP("template", "{where} uses {what}, and there is no such filter or test."),
    "forbidden": QT_TRANSLATE_NOOP("template", "{where} uses {what}, which is not allowed."),
    "too_large": QT_TRANSLATE_NOOP("template", "{where} gives more than 1 MiB, or needs too much memory."),
    "too_many": QT_TRANSLATE_NOOP("template", "{where} names an array of {what} entries; 500 are the most."),
    "slow": QT_TRANSLATE_NOOP("template", "{where} takes longer than {what} seconds."),
    "value": QT_TRANSLATE_NOOP("template", "{where} gives something that cannot be sent: {what}"),
    "failed": QT_TRANSLATE_NOOP("template", "{where} cannot be worked out: {what}"),
}
_PLACES: dict[str, str] = {
    "each": QT_TRANSLATE_NOOP("template", "“For each entry of”"),
    "when": QT_TRANSLATE_NOOP("template", "The condition"),
}


def template_text(fault: TemplateFault) -> str:
    """A sentence."""
    known = _TEXTS.get(fault.code.removeprefix("template."), _TEXTS["failed"])
    text = QCoreApplication.translate("template", known)
    return text.format(where=_where(fault), what=fault.what)


def _where(fault: TemplateFault) -> str:
    translate = QCoreApplication.translate
    kind, _, name = fault.place.rpartition(".")
    if name in _PLACES:
        where = translate("template", _PLACES[name])
        if kind:
            where = translate("template", "{place} of {kind}").format(place=where, kind=kind_title(kind))
    elif name:
        where = translate("template", "“{field}”").format(field=field_title(kind, name))
    else:
        where = translate("template", "The template")
    if fault.line:
        where = translate("template", "{place} in line {line}").format(place=where, line=fault.line)
    return where
