"""Replies on purpose in words: a preset's name, a step, the whole, and the short mark beside an endpoint."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.reply import reason_phrase
from garfio.core.scripted_reply import Script, Step

_PRESETS: dict[str, str] = {
    "ok": QT_TRANSLATE_NOOP("replies", "200 OK, as always"),
    "created": QT_TRANSLATE_NOOP("replies", "201 Created"),
    "no-content": QT_TRANSLATE_NOOP("replies", "204, without a body"),
    "fail-twice": QT_TRANSLATE_NOOP("replies", "500 twice, then 200: does the sender try again?"),
    "unavailable": QT_TRANSLATE_NOOP("replies", "503 with Retry-After: does it wait?"),
    "rate-limited": QT_TRANSLATE_NOOP("replies", "429 with Retry-After: does it slow down?"),
    "gone": QT_TRANSLATE_NOOP("replies", "410 Gone: does it stop sending?"),
    "unauthorized": QT_TRANSLATE_NOOP("replies", "401 Unauthorized"),
    "slow": QT_TRANSLATE_NOOP("replies", "200 after 15 seconds: does it give up?"),
    "flaky": QT_TRANSLATE_NOOP("replies", "30 of 100 fail"),
    "reset": QT_TRANSLATE_NOOP("replies", "No answer: the connection is reset"),
    "drip": QT_TRANSLATE_NOOP("replies", "200, byte by byte over 10 seconds"),
    "only-valid": QT_TRANSLATE_NOOP("replies", "401 to whatever has no valid signature"),
}


def preset_text(name: str) -> str:
    """A preset as the menu calls it."""
    return QCoreApplication.translate("replies", _PRESETS.get(name, name))


def seconds_text(seconds: float) -> str:
    """`1.5 s`."""
    return f"{seconds:g} s"


def step_text(step: Step) -> str:
    """One answer: `503 Service Unavailable after 2 s`."""
    translate = QCoreApplication.translate
    if step.fault == "reset":
        text = translate("replies", "connection reset")
        return _after(text, step.delay_s)
    text = f"{step.status} {reason_phrase(step.status)}"
    if step.fault == "drip":
        return translate("replies", "{answer}, dripping for {time}").format(
            answer=text, time=seconds_text(step.delay_s)
        )
    return _after(text, step.delay_s)


def row_text(step: Step, *, is_last: bool) -> str:
    """A row of the sequence: the answer and how long its turn is."""
    translate = QCoreApplication.translate
    if is_last:
        return translate("replies", "{answer} · from then on").format(answer=step_text(step))
    return translate("replies", "{answer} · %n time(s)", "", step.times).format(answer=step_text(step))


def script_text(script: Script) -> str:
    """The whole in one sentence: `500 Internal Server Error, 2 times; then 200 OK`."""
    translate = QCoreApplication.translate
    if len(script.steps) == 1:
        parts = [step_text(script.steps[0])]
    else:
        first = [
            translate("replies", "{answer}, %n time(s)", "", step.times).format(answer=step_text(step))
            for step in script.steps[:-1]
        ]
        parts = [
            *first,
            translate("replies", "then {answer}").format(answer=step_text(script.steps[-1])),
        ]
    if script.failure_percent:
        parts.append(
            translate("replies", "{percent} % get {answer}").format(
                percent=script.failure_percent, answer=step_text(script.failure)
            )
        )
    if script.require_valid:
        parts.append(
            translate("replies", "{status} without a valid signature").format(status=script.refusal_status)
        )
    if script.cors:
        parts.append(translate("replies", "web pages may read it"))
    return "; ".join(parts)


def mark_text(script: Script) -> str:
    """The shortest that says it, for the sidebar: `500 → 200`, `30 %`, `200 · 4 s`."""
    translate = QCoreApplication.translate
    marks = [_mark(step) for step in script.steps]
    if len(marks) > 1:
        return f"{marks[0]} → {marks[-1]}" if len(marks) == 2 else f"{marks[0]} … {marks[-1]}"
    if script.failure_percent:
        return f"{script.failure_percent} % {_mark(script.failure)}"
    if script.require_valid:
        return f"{script.refusal_status}?"
    if script.steps[0].delay_s and not script.steps[0].fault:
        return f"{marks[0]} · {seconds_text(script.steps[0].delay_s)}"
    return marks[0] if marks[0] != "200" or not script.cors else translate("replies", "CORS")


def _mark(step: Step) -> str:
    translate = QCoreApplication.translate
    if step.fault == "reset":
        return translate("replies", "reset")
    return translate("replies", "drip") if step.fault == "drip" else str(step.status)


def _after(text: str, delay_s: float) -> str:
    if not delay_s:
        return text
    return QCoreApplication.translate("replies", "{answer} after {time}").format(
        answer=text, time=seconds_text(delay_s)
    )
