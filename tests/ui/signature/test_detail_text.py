"""Tests of the phrases of a diagnosis: all that the engine makes are known, joined ones too."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QTranslator

from garfio.core.signature import CATALOG, Secret
from garfio.core.signature.diagnosis import body, variant
from garfio.ui.signature.detail_text import detail_text
from tests.ui.memory_workspace import make_request

_BODY = json.dumps(
    {"n": 1.0, "big": 12345678901234567890, "t": "é< \u2028/", "e": "", "z": None, "body": "eA=="}
)
_REQUESTS = (
    make_request(_BODY.encode()),
    make_request("{}é\n".encode() * 200),
    make_request(b"\xef\xbb\xbfa+b=%7E&payload={}\r\n", content_type="application/x-www-form-urlencoded"),
)


def _details() -> set[str]:
    found = {made.detail for request in _REQUESTS for made in body.bodies(request)}
    for entry in (CATALOG["stripe"], CATALOG["github"], CATALOG["standard_webhooks"]):
        scheme = entry.schemes[0]
        for secret in ("whsec_abc", " 'Bearer x' ", "NAME=x"):
            found |= {made.detail for made in variant.secrets(scheme, Secret(secret))}
        found |= {made.detail for made in variant.times(scheme)}
    return found


def test_what_the_engine_says_is_translated(spanish: list[QTranslator]) -> None:
    """No phrase that people read stays English; names, sizes and paths may."""
    details = _details()
    assert len(details) > 100
    same = {detail for detail in details if detail_text(detail) == detail}
    assert same <= {"NFC", "NFD", "NFKC", "data"}, same


CASES = [
    ("PHP, without blanks, keys sorted", "as PHP writes it, \\/ for /, without blanks, keys sorted"),
    ("indented by 2, Ruby's and Java's way", "indented by 2, Ruby's and Java's way"),
    ("the first 4096 bytes", "the first 4096 bytes"),
    ("https://a.test/x", "https://a.test/x"),
]


@pytest.mark.parametrize(("detail", "text"), CASES)
def test_details(detail: str, text: str) -> None:
    """Joined phrases are said one by one; what is no phrase stays."""
    assert detail_text(detail) == text
