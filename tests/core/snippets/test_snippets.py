"""Tests of the framework code: what it accepts is what the sender signed, run where a runtime is at hand."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from garfio.core.http import Request
from garfio.core.signature import CATALOG, Scheme, sign
from garfio.core.snippets import SNIPPETS, facts_of, snippet_text
from garfio.core.snippets.javascript import JAVASCRIPT
from garfio.core.snippets.python import PYTHON

SENDERS = ("stripe", "github", "shopify", "slack", "standard_webhooks", "square", "linear", "paddle", "zoom")
URL = "https://hooks.example.test/in"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def signed(provider: str, body: bytes = '{"a":"é"}'.encode()) -> Request:
    head = b"POST /in HTTP/1.1\r\nHost: hooks.example.test\r\nContent-Type: application/json\r\n\r\n"
    return sign(Request(head, body), provider, SECRET, now_unix=time.time(), public_url=URL)


def headers_of(request: Request) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in request.headers}


def scheme_of(provider: str) -> Scheme:
    found = next((one for one in CATALOG[provider].schemes if facts_of(one)), None)
    assert found is not None
    return found


@pytest.mark.parametrize("provider", SENDERS)
def test_python_accepts_what_was_signed(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's check says yes to the bytes, and no to others."""
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("WEBHOOK_URL", URL)
    facts = facts_of(scheme_of(provider))
    assert facts is not None
    room: dict[str, object] = {}
    exec(PYTHON.function_for(facts), room)  # the program under test
    request = signed(provider)
    check = room["is_genuine"]
    assert callable(check)
    assert check(request.body, headers_of(request))
    assert not check(request.body + b" ", headers_of(request))
    assert not check(request.body, {})


@pytest.mark.skipif(not shutil.which("node"), reason="needs Node.js")
def test_javascript_accepts_what_was_signed(tmp_path: Path) -> None:
    """The same in Node.js, for all of them in one run."""
    lines = []
    for number, provider in enumerate(SENDERS):
        facts = facts_of(scheme_of(provider))
        assert facts is not None
        function = JAVASCRIPT.function_for(facts).partition("// rawBody")[2]
        request = signed(provider)
        lines += [
            f"{{ // rawBody{function}",
            f"const headers = {json.dumps(headers_of(request))};",
            f"const body = Buffer.from({json.dumps(request.body.decode())});",
            "const other = Buffer.concat([body, Buffer.from(' ')]);",
            f"console.log({number}, isGenuine(body, headers), isGenuine(other, headers), isGenuine(body, {{}})); }}",
        ]
    program = tmp_path / "check.mjs"
    constants = (
        'import crypto from "node:crypto";\nconst SECRET = process.env.S, PUBLIC_URL = process.env.U;\n'
    )
    program.write_text(constants + "\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        [shutil.which("node") or "", str(program)],
        env={"S": SECRET, "U": URL},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.split("\n")[:-1] == [f"{number} true false false" for number in range(len(SENDERS))]


@pytest.mark.parametrize("name", SNIPPETS)
@pytest.mark.parametrize("provider", [*SENDERS, "discord", "gitlab", "mailchimp"])
def test_nothing_is_left_open(name: str, provider: str) -> None:
    """Every framework is filled in for every kind of sender: no mark stays."""
    entry = CATALOG[provider]
    text = snippet_text(SNIPPETS[name], entry, entry.schemes[0], "/hooks/in")
    assert not re.search(r"@[A-Z]+@", text)
    assert "hooks/in" in text
    facts = facts_of(entry.schemes[0])
    assert (facts.header.lower() in text.lower()) if facts else (entry.name in text)


def test_most_keyed_digests_can_be_said() -> None:
    """The table serves the greater part of the catalogue."""
    said = [entry for entry in CATALOG.values() if any(facts_of(one) for one in entry.schemes)]
    assert len(said) > len(CATALOG) // 2


def test_a_path_cannot_break_out_of_its_text() -> None:
    """Quotes in a path stay inside of the literal."""
    text = snippet_text(SNIPPETS["flask"], CATALOG["stripe"], CATALOG["stripe"].schemes[0], '/a"); boom("')
    assert '@app.post("/a\\"); boom(\\"")' in text
