"""The command for a POSIX shell was run by real shells with real curl; what arrived is what was captured."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.export.factories import CONTEXT, Recorder, fields_but, make_request

from garfio.core.export.curl import export_curl
from garfio.core.export.posix_shell import printf, quote
from garfio.core.http import Request

CURL = shutil.which("curl")
SHELLS = [shell for shell in ("/bin/sh", shutil.which("bash"), shutil.which("zsh")) if shell]
needs_curl = pytest.mark.skipif(CURL is None, reason="curl is not installed")

HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "' \" \\ $HOME ${HOME} !! !x ~ * ? [a] {a,b} # & | < > ( ) ;",
    "a\nb\r\nc\ttab",
    "\\n \\0 %s %n %% %d",
    "-n",
    "--help",
    "@/etc/passwd",
    "@-",
    "=x",
    "trailing\n\n",
    "\n",
    "\u202egnp.exe\u200b",
    "ñ 日本 🎉",
    "' + \"$(printf '%s' x)\" + '",
]


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """A server for the whole module."""
    with Recorder() as server:
        yield server


def run(request: Request, recorder: Recorder, folder: Path, shell: str = "/bin/sh") -> Request:
    """Export, run in a shell, and give back what the server got."""
    expected = recorder.expect()
    command = export_curl(request, replace(CONTEXT, base_url=recorder.base_url))
    done = subprocess.run(
        [shell], input=command.encode(), cwd=folder, capture_output=True, timeout=20, check=False
    )
    assert done.returncode == 0, (command, done.stderr)
    return expected.result()


def assert_same(sent: Request, got: Request) -> None:
    """The same request, but for the fields that curl makes itself."""
    made = (b"host", b"content-length", b"transfer-encoding", b"expect")
    assert (got.method, got.target, got.http_version) == (sent.method, sent.target, sent.http_version)
    assert fields_but(got, *made) == fields_but(sent, *made)
    assert got.body == sent.body
    assert ("content-length" in got.headers) == ("content-length" in sent.headers)


@needs_curl
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings(text: str, shell: str, recorder: Recorder, tmp_path: Path) -> None:
    """A hostile string stood in body, header and target; all arrived exactly and nothing else ran."""
    value = text.replace("\r", "").replace("\n", " ").strip(" \t").encode()
    target = b"/" + text.replace("\r", "").replace("\n", "").replace("\t", "").replace(" ", "+").encode()
    sent = make_request(text.encode(), [(b"X-Value", value), (b"Content-Type", b"text/plain")], target=target)
    assert_same(sent, run(sent, recorder, tmp_path, shell))
    assert list(tmp_path.iterdir()) == []


@needs_curl
@pytest.mark.parametrize(
    "sent",
    [
        make_request(b'{"a":1}', [(b"content-type", b"application/json")]),
        make_request(b"", method=b"GET"),
        make_request(b"", method=b"HEAD"),
        make_request(b"", method=b"DELETE"),
        make_request(b"x", method=b"PUT"),
        make_request(b"x", method=b"GET"),
        make_request(b"", [(b"Content-Length", b"0")]),
        make_request(b"", method=b"OPTIONS", target=b"*"),
        make_request(b"x", version=b"HTTP/1.0"),
        make_request(b"x", [(b"X-A", b""), (b"x-a", b"1"), (b"X-A", b"2;"), (b"ACCEPT", b"*/*")]),
        make_request(b"x", [(b"User-Agent", b"Stripe/1.0"), (b"X-Latin", b"caf\xe9")]),
        make_request(b"x", [(b"X-Long", b"v" * 20_000)]),
        make_request(b"x", target=b"/a/../b/./%2e%41?q=[1-3]&r={a,b}&s=a%20b#frag"),
        make_request(b"x", target=b"/a/../b/./%2e%41%c3%b1?q=[1-3]&r={a,b}&e=&=&"),
        make_request(b"x", target=b'/raw\xff\xc3\xb1<>"\\^`'),
        make_request(b"x", target=b"/"),
        make_request(b"x", target=b"/?"),
        make_request(b"x", target=b"//double//slash"),
        make_request(bytes(range(256)) * 4, [(b"Content-Type", b"application/octet-stream")]),
        make_request(b"\0"),
        make_request(b"'" * 300_000),
        make_request(b"\xff" * 100_000),
    ],
    ids=lambda request: f"{request.method} {request.target[:20]!r} {request.body[:8]!r}",
)
def test_requests(sent: Request, recorder: Recorder, tmp_path: Path) -> None:
    """A request of an unusual kind was exported; curl sent the same."""
    assert_same(sent, run(sent, recorder, tmp_path))


@needs_curl
def test_absolute_target_and_chunks(recorder: Recorder, tmp_path: Path) -> None:
    """An absolute target and a chunked body were captured; path and body arrive, framed anew."""
    head = b"POST http://example.com/a?b HTTP/1.1\r\nHost: example.com\r\nTransfer-Encoding: chunked\r\n\r\n"
    got = run(Request(head, b"hello", b"5\r\n0\r\n\r\n"), recorder, tmp_path)
    assert got.target == b"/a?b"
    assert got.body == b"hello"
    assert got.headers.get("content-length") == b"5"


values = st.binary(max_size=40).map(lambda raw: raw.translate(None, b"\r\n\0").strip(b" \t"))


@needs_curl
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    body=st.binary(max_size=200)
    | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    value=values | st.sampled_from([text.encode() for text in HOSTILE if "\n" not in text]),
    target=st.binary(max_size=40).map(lambda raw: b"/" + raw.translate(None, b"\r\n\0 \t")),
)
def test_anything(body: bytes, value: bytes, target: bytes, recorder: Recorder, tmp_path: Path) -> None:
    """Arbitrary bytes were captured; curl sent the same."""
    sent = make_request(body, [(b"X-Value", value), (b"Content-Type", b"a/b")], target=target)
    assert_same(sent, run(sent, recorder, tmp_path))


@pytest.mark.parametrize("shell", SHELLS)
def test_naughty_strings_survive_the_shell(shell: str, shared_data: Path) -> None:
    """A list of naughty strings was quoted; a shell gives each back exactly."""
    strings = [
        text.encode() for text in json.loads((shared_data / "strings" / "blns.json").read_text("utf-8"))
    ]
    script = "".join(
        f"printf %s {quote(text)}; printf '\\000'; {printf(text)}; printf '\\000'\n" for text in strings
    )
    done = subprocess.run([shell], input=script.encode(), capture_output=True, timeout=20, check=True)
    assert done.stdout.split(b"\0")[:-1] == [text for text in strings for _ in range(2)]


def test_common_command_reads_well() -> None:
    """An ordinary webhook was exported; the command is what a person would write."""
    request = make_request(
        b'{"a":1}', [(b"Content-Type", b"application/json"), (b"Accept", b"*/*"), (b"User-Agent", b"x")]
    )
    assert export_curl(request, CONTEXT) == (
        "curl -X POST \\\n"
        "  http://127.0.0.1:8800/hook \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        "  -H 'Accept: */*' \\\n"
        "  -H 'User-Agent: x' \\\n"
        "  --data-raw '{\"a\":1}'\n"
    )


@given(st.binary(max_size=80))
def test_one_line_for_each_argument(value: bytes) -> None:
    """Arbitrary bytes were quoted; no line end is pasted inside an argument."""
    assert "\n" not in quote(value.translate(None, b"\0"))
    assert "\n" not in printf(value)
