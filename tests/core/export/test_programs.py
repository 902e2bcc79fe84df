"""Programs in every language were run against a server that records; what arrived is what was captured.

A language whose runtime is not on the machine is skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.export.factories import CONTEXT, Recorder, fields_but, make_request

from garfio.core.contentview.visible import invisible_spans
from garfio.core.export.context import request_url
from garfio.core.export.literal import ascii_string, byte_string, unit_string
from garfio.core.export.registry import FORMATS
from garfio.core.http import Request

MADE = (b"host", b"content-length", b"transfer-encoding")


@dataclass(frozen=True)
class Program:
    """How a format is run, and what its client is known to change."""

    file: str
    command: tuple[str, ...]
    added: tuple[bytes, ...] = ()
    """Fields that the client adds whatever the program says, in lower case."""
    keeps_case: bool = True
    keeps_order: bool = True
    keeps_repeats: bool = True
    target: str = "raw"
    """How the target arrives: raw, with what no URL may hold escaped, or normalised."""
    needs: str = ""
    """A package that Node must find."""


PROGRAMS = {
    "httpie": Program(
        "send.sh", ("/bin/sh",), added=(b"accept-encoding", b"user-agent"), target="normalised", keeps_order=False,
        keeps_repeats=False,
    ),
    "python-requests": Program(
        "send.py", (sys.executable,), keeps_repeats=False, target="normalised", keeps_order=False
    ),
    "python-httpx": Program("send.py", (sys.executable,)),
    "python-aiohttp": Program("send.py", (sys.executable,), keeps_case=False, target="escaped"),
    "node-fetch": Program(
        "send.mjs",
        ("node",),
        added=(b"accept", b"accept-language", b"sec-fetch-mode", b"user-agent", b"accept-encoding", b"connection"),
        keeps_order=False,
        keeps_case=False,
        keeps_repeats=False,
        target="normalised",
    ),
    "node-axios": Program(
        "send.mjs", ("node",), added=(b"connection",), keeps_case=False, keeps_order=False, target="normalised",
        needs="axios",
    ),
    "go": Program("send.go", ("go", "run"), keeps_order=False),
    "php": Program("send.php", ("php",)),
    "ruby": Program("send.rb", ("ruby",), keeps_case=False, keeps_order=False, keeps_repeats=False),
    "java": Program(
        "Send.java",
        ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),  # compiled anew for each run: half the time
        added=(b"user-agent",),
        keeps_case=False,
        keeps_order=False,
        target="normalised",
    ),
}  # fmt: skip
WRITES_NO_BYTES = ("httpie", "python-aiohttp", "java")
HOSTILE_BODY = (
    "<script>alert(1)</script>\n```\r\n\t=cmd|'/c calc'!A0\u202e'\"\\${x}{{y}}#{z}#$0%s \\n \\u0041 ñ\u2028🎉 $HOME"
    "\n"
).encode()
REQUESTS = {
    "hostile": make_request(
        HOSTILE_BODY,
        [
            (b"Content-Type", b"text/plain; charset=utf-8"),
            (b"X-Quote", b'it\'s "quoted" \\ $HOME `id` #{1} %s {{x}}'),
            (b"X-Dup", b"1"),
            (b"X-Dup", b"2"),
            (b"X-Slash", b"C:\\new\\users"),
        ],
        target=b"/a/b?q=%20'&r=%41+~",
    ),
    "binary": make_request(
        bytes(range(256)), [(b"content-type", b"application/octet-stream")], method=b"PUT"
    ),
    "lower case": make_request(
        b"{}", [(b"user-agent", b"x/1"), (b"accept", b"a/b"), (b"x-lower", b"1"), (b"CONTENT-TYPE", b"t/j")]
    ),
    "raw target": make_request(b"x", [(b"Content-Type", b"t/x")], target=b"/a/../b/%2e%zz[1]?x=[2]&y=a|b"),
    "without a type": make_request(b"a=1"),
    "without a body": make_request(method=b"DELETE", headers=[(b"X-Empty", b"")]),
    "repeated": make_request(b"x", [(b"X-Dup", b"1"), (b"Content-Type", b"t/x"), (b"x-dup", b"2")]),
    "latin": make_request(b"x", [(b"X-Latin", b"caf\xe9"), (b"Content-Type", b"t/x")]),
    "long": make_request(b"\xc3\xb1 0123456789\n" * 5000, [(b"Content-Type", b"text/plain")]),
}


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """A server for the whole module."""
    with Recorder() as server:
        yield server


def modules() -> Path | None:
    """The folder of Node packages, where the environment names one."""
    named = os.environ.get("GARFIO_NODE_MODULES")
    return Path(named) if named else None


def write(name: str, request: Request, recorder: Recorder, folder: Path) -> tuple[Program, Path]:
    """The program in a file; the test is skipped where it cannot run."""
    program = PROGRAMS[name]
    if shutil.which("http" if name == "httpie" else program.command[0]) is None:
        pytest.skip(f"{program.command[0]} is not installed")
    if program.needs:
        packages = modules()
        if packages is None or not (packages / program.needs).is_dir():
            pytest.skip(f"GARFIO_NODE_MODULES names no folder with {program.needs}")
        (folder / "node_modules").symlink_to(packages)
    source = FORMATS[name].export(request, replace(CONTEXT, base_url=recorder.base_url))
    assert isinstance(source, str)
    path = folder / program.file
    path.write_text(source, "utf-8", newline="")
    return program, path


def run(name: str, request: Request, recorder: Recorder, folder: Path) -> tuple[Program, Request]:
    """Export, run, and give what the server got."""
    program, path = write(name, request, recorder, folder)
    expected = recorder.expect()
    done = subprocess.run(
        [*program.command, str(path)], cwd=folder, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, (path.read_text(), done.stderr.decode(errors="replace"))
    return program, expected.result()


def shape(request: Request, program: Program) -> list[tuple[bytes, bytes]]:
    """The fields, in the form that the client keeps."""
    fields = fields_but(request, *MADE)
    if not program.keeps_repeats:
        joined: dict[bytes, tuple[bytes, list[bytes]]] = {}
        for name, value in fields:
            joined.setdefault(name.lower(), (name, []))[1].append(value)
        fields = [(name, b", ".join(values)) for name, values in joined.values()]
    if not program.keeps_case:
        fields = [(name.lower(), value) for name, value in fields]
    return fields if program.keeps_order else sorted(fields)


@pytest.mark.parametrize("request_name", REQUESTS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_what_arrives_is_what_was_captured(
    name: str, request_name: str, recorder: Recorder, tmp_path: Path
) -> None:
    """A program was run; what arrived is the capture, but for what its client is known to change."""
    sent = REQUESTS[request_name]
    if request_name == "latin" and name in WRITES_NO_BYTES:
        pytest.skip("this client writes text")
    program, got = run(name, sent, recorder, tmp_path)
    assert (got.method, got.body) == (sent.method, sent.body)
    if program.target != "normalised":
        escaped = request_url(sent, replace(CONTEXT, base_url="")).encode()
        assert got.target == (sent.target if program.target == "raw" else escaped)
    added = [key for key in program.added if key.decode() not in sent.headers]
    arrived = [field for field in shape(got, program) if field[0].lower() not in added]
    assert arrived == shape(sent, program)


@pytest.mark.parametrize("name", ["python-requests", "python-httpx", "python-aiohttp"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=300) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")),
    value=st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=40).map(str.strip),
)
def test_python_sends_anything(name: str, body: bytes, value: str, recorder: Recorder) -> None:
    """Arbitrary bodies and header values were sent by the real packages; every byte arrives."""
    sent = make_request(body, [(b"Content-Type", b"t/x"), (b"X-Value", value.encode())])
    expected = recorder.expect()
    source = FORMATS[name].export(sent, replace(CONTEXT, base_url=recorder.base_url))
    exec(compile(source, "program", "exec"), {"__name__": "__main__"})
    got = expected.result()
    assert (got.body, got.headers.get("X-Value")) == (body, value.encode())


@given(st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_byte_literals(value: bytes) -> None:
    """Arbitrary bytes were written as a literal; read back they are the same, and nothing hidden stands in it."""
    written = byte_string(value)
    assert eval(written.encode().decode("latin-1")).encode("latin-1") == value
    assert not invisible_spans(written)


@given(st.text(max_size=80))
def test_text_literals(text: str) -> None:
    """Arbitrary text was written for Java, C# and JavaScript; read back it is the same, without hidden characters."""
    assert json.loads(unit_string(text)) == json.loads(ascii_string(text)) == text
    assert not invisible_spans(unit_string(text))
    assert ascii_string(text).isascii()


@pytest.mark.parametrize(
    ("name", "request_name", "remark"),
    [
        ("python-requests", "repeated", "# was sent as 2 fields"),
        ("python-aiohttp", "repeated", "# was sent as x-dup"),
        ("ruby", "repeated", "# was sent as 2 fields"),
        ("csharp", "repeated", "// was sent as 2 fields"),
        ("python-aiohttp", "latin", "# aiohttp sends it as UTF-8"),
        ("java", "latin", "// is sent as ASCII, with question marks"),
    ],
)
def test_what_a_client_cannot_is_said(name: str, request_name: str, remark: str) -> None:
    """A request had what a client changes; the code says so where it does."""
    source = FORMATS[name].export(REQUESTS[request_name], CONTEXT)
    assert isinstance(source, str)
    assert remark in source


def test_csharp() -> None:
    """A request was exported for C#; fields of the content are with the content, strings cannot end early."""
    source = FORMATS["csharp"].export(
        make_request(b'{"a":"\\"}', [(b"Content-Type", b"t/j"), (b"X-A", b'"; x')]), CONTEXT
    )
    assert source == (
        "using System.Net.Http;\n"
        "using System.Text;\n\n"
        "var raw = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };\n"
        'var request = new HttpRequestMessage(new HttpMethod("POST"), new Uri("http://127.0.0.1:8800/hook", raw));\n'
        'request.Headers.TryAddWithoutValidation("X-A", "\\"; x");\n'
        'request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{\\"a\\":\\"\\\\\\"}"));\n'
        'request.Content!.Headers.TryAddWithoutValidation("Content-Type", "t/j");\n\n'
        "using var client = new HttpClient(new SocketsHttpHandler\n"
        "{\n"
        "    AllowAutoRedirect = false,\n"
        "    RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,\n"
        "});\n"
        "var response = await client.SendAsync(request);\n"
        'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");\n'
    )
