"""Tests of verdicts in words: of whatever provider, no English is left in the Spanish window."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QTranslator

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import (
    CATALOG,
    Budget,
    Provider,
    Secret,
    Verdict,
    Verification,
    diagnose,
    sign,
)
from garfio.ui.endpoints.guide import guide_of
from garfio.ui.endpoints.setup_text import setup_steps
from garfio.ui.signature.finding_text import finding_text
from garfio.ui.signature.secret_text import secret_name
from garfio.ui.signature.verdict_text import REASONS, basis_text, headline, kind_text, reason

_ENGLISH = re.compile(
    r"\b(the|of|is|are|not|and|or|with|without|that|which|this|what|where|when|it|its|there|from|by|"
    r"header|secret|secrets|signing|key|keys|public|shared|certificate|signature|value|field|body|missing|"
    r"address|needs|cannot|must)\b",
    re.IGNORECASE,
)
_NOW = 1_700_000_000


def _english(text: str, provider: Provider) -> list[str]:
    """English words in a text, besides names: of the provider, of headers and values, and what stands in brackets."""
    names = [reference.partition(":")[2] for scheme in provider.schemes for reference in scheme.signature]
    for name in (provider.name, *filter(None, names)):
        text = text.replace(name, " ")
    return _ENGLISH.findall(re.sub(r"https?://\S+|\([^)]*\)|«[^»]*»|[\w./:]*[-_.:/][\w./:{}-]+", " ", text))


def test_every_verdict_of_every_provider_is_spanish(spanish: list[QTranslator]) -> None:
    """Headline, reason, name of the secret, basis, kind and steps, for every code that the engine has."""
    left: list[str] = []
    for provider in CATALOG.values():
        texts = [secret_name(provider), basis_text(provider), kind_text(provider)]
        if guide_of(provider.id) is None:  # guides name what is written in the provider's console
            texts += setup_steps(provider, "https://x.test/")
        for code in REASONS:
            code, _, covers = code.partition(".")
            for verdict in Verdict:
                found = Verification(provider.id, verdict, "the engine's own", code, covers=covers or "body")
                texts += [headline(found), reason(found, provider.name)]
        left += [text for text in dict.fromkeys(texts) if _english(text, provider)]
    assert left == []


def _signed(provider: Provider) -> Request:
    request = Request(
        b"POST /x?a=1 HTTP/1.1\r\nHost: h.test\r\nContent-Type: application/json\r\n\r\n", b'{"a":1}'
    )
    try:
        return sign(request, provider, "whsec_c2VjcmV0", now_unix=_NOW)
    except (AppError, ValueError):
        return request


def test_every_diagnosis_of_every_provider_is_spanish(spanish: list[QTranslator]) -> None:
    """What a request without a signature, with a wrong, a late and a broken one is said to have."""
    left: list[str] = []
    for provider in CATALOG.values():
        texts: list[str] = []
        for request, secrets in _cases(provider):
            given = [Secret(one) for one in secrets]
            found = diagnose(request, given, provider=provider, now_unix=_NOW + 10**6, budget=Budget(1 << 13))
            assert found.code in REASONS
            texts += [headline(found), reason(found, provider.name)]
            for one in found.findings:
                words = finding_text(one, provider.name)
                texts += [words.cause, words.advice]
        left += [text for text in dict.fromkeys(texts) if _english(text, provider)]
    assert left == []


def _cases(provider: Provider) -> list[tuple[Request, list[str]]]:
    signed = _signed(provider)
    return [
        (replace(signed, head=b"POST /x HTTP/1.1\r\nHost: h.test\r\n\r\n"), ["x"]),
        (signed, []),
        (signed, [""]),
        (signed, ["another\n"]),
        (signed, ["whsec_c2VjcmV0"]),
        (replace(signed, body=b'{"a": 1}'), ["whsec_c2VjcmV0"]),
    ]
