"""Three steps for each provider: where its console wants the address, where it shows the secret, how to try it.

Providers with a guide have sentences of their own; the others get the same three from what the catalogue knows.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import Provider
from garfio.ui.endpoints.guide import FACTS, STEPS, Guide, guide_of
from garfio.ui.signature.secret_text import secret_name

Steps = tuple[str, str, str]

_ANY: Steps = (
    QT_TRANSLATE_NOOP("setup", "In {provider}’s console, enter {url} as the address of the webhook."),
    QT_TRANSLATE_NOOP("setup", "Copy the {secret} that it shows, and paste it here."),
    QT_TRANSLATE_NOOP("setup", "Send a test event from there, or cause one."),
)
_KEY_STEP = QT_TRANSLATE_NOOP("setup", "Copy the {secret} that it publishes, and paste it here.")
_NO_CHECK_STEP = QT_TRANSLATE_NOOP(
    "setup", "It signs nothing: end the address with a value that nobody can guess, and paste that here."
)


def setup_steps(provider: Provider, url: str) -> Steps:
    """What to do, in order, in the user's language; `url` is the address to give to the provider."""
    values = {"provider": provider.name, "url": url, "secret": secret_name(provider)}
    guide = guide_of(provider.id)
    if guide is not None:
        first, second, third = (guide.text(name).format_map(values) for name in STEPS)
        return first, second, third
    first, second, third = _ANY
    if provider.unverifiable:
        second = _NO_CHECK_STEP
    elif not any(scheme.is_symmetric or scheme.algorithm == "equal" for scheme in provider.schemes):
        second = _KEY_STEP
    steps = [QCoreApplication.translate("setup", step).format_map(values) for step in (first, second, third)]
    return steps[0], steps[1], steps[2]


def setup_facts(provider: Provider) -> list[str]:
    """What is documented of the provider's check, patience and further tries, with the documents' addresses."""
    guide = guide_of(provider.id)
    if guide is None:
        return []
    translate = QCoreApplication.translate
    titles = {
        "events": translate("setup", "Events to choose: {text}"),
        "check": translate("setup", "Check of the address: {text}"),
        "retries": translate("setup", "Further tries: {text}"),
        "disabled": translate("setup", "Switching off: {text}"),
    }
    facts = [titles[name].format(text=guide.text(name)) for name in FACTS if guide.text(name)]
    if guide.answer_within_s:
        text = translate("setup", "It gives up when there is no answer within {seconds} s.")
        facts.append(text.format(seconds=f"{guide.answer_within_s:g}"))
    return [*facts, *_unconfirmed(guide), *guide.documents]


def _unconfirmed(guide: Guide) -> list[str]:
    """Says openly what is not known for sure, so that nobody takes silence for "never"."""
    translate = QCoreApplication.translate
    found = {
        translate("setup", "how long it waits for an answer"): bool(guide.answer_within_s),
        translate("setup", "further tries"): bool(guide.text("retries")),
        translate("setup", "switching off"): bool(guide.text("disabled")),
    }
    lacking = [name for name, known in found.items() if not known]
    text = translate("setup", "Not confirmed from its documents: {list}.")
    return [text.format(list=", ".join(lacking))] if lacking else []
