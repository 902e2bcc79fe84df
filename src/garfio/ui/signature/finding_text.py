"""The causes that a diagnosis names, in the user's words: what happened, and what to do about it.

`cause_text` has the sentences. The values in them come from the finding's fields; they may be a sender's and are
plain text.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import Certainty, Finding
from garfio.ui.signature.cause_text import CAUSES
from garfio.ui.signature.detail_text import detail_text
from garfio.ui.signature.place_text import place_text


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding as a person reads it."""

    cause: str
    advice: str
    certainty: str


_CERTAINTIES: dict[Certainty, str] = {
    Certainty.PROVED: QT_TRANSLATE_NOOP("finding", "proved"),
    Certainty.LIKELY: QT_TRANSLATE_NOOP("finding", "likely"),
    Certainty.POSSIBLE: QT_TRANSLATE_NOOP("finding", "possible"),
}


def certainty_word(certainty: Certainty) -> str:
    """How sure the finding is."""
    return QCoreApplication.translate("finding", _CERTAINTIES[certainty])


def finding_text(finding: Finding, provider: str) -> FindingText:
    """A finding in the user's language; for an unknown code the engine's sentence. `provider` is its name."""
    cause = CAUSES.get(finding.code)
    certainty = certainty_word(finding.certainty)
    if cause is None:
        return FindingText(finding.advice, "", certainty)
    values = _values(finding, provider)
    is_proved = finding.certainty is Certainty.PROVED
    source = cause.proved if is_proved or not cause.sign else cause.sign
    advice = cause.advice if is_proved or not cause.sign_advice else cause.sign_advice
    said, advised = (
        QCoreApplication.translate("finding", text).format_map(values) for text in (source, advice)
    )
    return FindingText(said, advised, certainty)


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _values(finding: Finding, provider: str) -> _Values:
    found = _Values(finding.fields)
    headers = [value for name, value in finding.fields if name == "header"]
    if headers:
        found["header"] = ", ".join(headers)
    found["provider"] = provider or QCoreApplication.translate("finding", "the sender")
    if "detail" in found:
        found["detail"] = detail_text(found["detail"])
    if "reference" in found:
        found["wanted"] = place_text(found["reference"])
    found["secret"] = _secret_name(found)
    return found


def _secret_name(fields: _Values) -> str:
    """A secret by its label and mode, or by its fingerprint."""
    name = fields.get("label") or fields.get("fingerprint", "")
    return f"{name} ({fields['mode']})" if fields.get("mode") else name
