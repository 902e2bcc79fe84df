"""The commands for Windows are read back by models of their parsers, and their files by real curl."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export.factories import CONTEXT, Recorder, fields_but, make_request

from garfio.core.export.curl_cmd import export_curl_cmd
from garfio.core.export.curl_config import config_file
from garfio.core.export.curl_options import curl_options
from garfio.core.export.curl_powershell import export_curl_powershell, quote

PRINTABLE = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=40)
NASTY = [
    '%PATH%"&calc',
    'a"b\\"c\\\\"',
    "^^!x!^",
    "100%",
    "& del /q * &",
    '"',
    "\\",
    "x\\",
    "(a|b)>c<d",
    "@file",
    '{"a":"b"}',
]


def cmd_unescape(line: str) -> str:
    """What cmd.exe hands on: carets outside quotes removed, nothing special left outside quotes."""
    out, inside, at = [], False, 0
    while at < len(line):
        char = line[at]
        if char == "^" and not inside:
            at += 1
            if line.startswith("\r\n", at):
                at += 2
                continue
            out.append(line[at])
        else:
            inside ^= char == '"'
            assert inside or char not in "&|<>", f"{char} is special to cmd.exe"
            assert not (inside and char == "%"), "a percent sign in quotes is expanded"
            out.append(char)
        at += 1
    assert not inside
    return "".join(out)


def split_argv(line: str) -> list[str]:
    """The C runtime's rules for backslashes and quotation marks."""
    argv, current, inside, seen = [], "", False, False
    at = 0
    while at < len(line):
        slashes = len(line) - at - len(line[at:].lstrip("\\"))
        at += slashes
        char = line[at : at + 1]
        if char == '"':
            current += "\\" * (slashes // 2)
            if slashes % 2:
                current += '"'
            else:
                inside, seen = not inside, True
        else:
            current += "\\" * slashes
            if char == " " and not inside:
                if current or seen:
                    argv.append(current)
                current, seen = "", False
            else:
                current += char
        at += 1
    return [*argv, current] if current or seen else argv


def expanded(line: str) -> set[str]:
    """The names between percent signs, which cmd.exe would look up before anything else."""
    parts = line.split("%")
    return set(parts[1:-1])


@given(PRINTABLE | st.sampled_from(NASTY), PRINTABLE | st.sampled_from(NASTY))
def test_cmd_arguments(body: str, value: str) -> None:
    """Printable strings stood in body and header; curl gets them as they were."""
    value = value.strip(" ") or "x"
    line = export_curl_cmd(make_request(body.encode(), [(b"X-Value", value.encode())]), CONTEXT)
    assert "certutil" not in line
    argv = split_argv(cmd_unescape(line.removesuffix("\r\n")))
    assert argv[0] == "curl"
    assert argv[argv.index("--data-raw") + 1] == body
    assert f"X-Value: {value}" in argv
    assert all(not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) for name in expanded(line))


def cmd_files(text: str) -> dict[str, bytes]:
    """The files that the commands write: Base64 lines by echo, decoded by certutil."""
    encoded: dict[str, str] = {}
    for mark, name, piece in re.findall(r'^(>>?)"%TEMP%\\([\w-]+)\.b64" echo (\S+)\r$', text, re.MULTILINE):
        encoded[name] = piece if mark == ">" else encoded[name] + piece
    assert set(re.findall(r'^certutil -f -decode "%TEMP%\\([\w-]+)\.b64" ', text, re.MULTILINE)) == set(
        encoded
    )
    return {name: base64.b64decode(piece) for name, piece in encoded.items()}


@pytest.mark.parametrize("body", [b"a\nb", b"\0\xff", "ñ".encode(), b"x" * 9000, b"\r\n" * 5000])
def test_cmd_body_file(body: bytes) -> None:
    """A body that no argument can hold was exported; it goes through a file, in lines that cmd.exe takes."""
    text = export_curl_cmd(make_request(body), CONTEXT)
    assert cmd_files(text)["garfio-body"] == body
    assert '--data-binary "@%TEMP%\\garfio-body"' in text
    assert max(map(len, text.split("\r\n"))) < 8191


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("value", [b"caf\xe9", "ñ".encode(), b'q"uo\\te\ttab', b"v" * 9000])
def test_configuration_is_read_by_curl(value: bytes, tmp_path: Path) -> None:
    """A header that no argument can hold was exported; the configuration file, read by curl, sends it."""
    sent = make_request(b"x", [(b"X-Value", value), (b"X-Empty", b"")], target=b"/\xff<>?a=[1]")
    with Recorder() as recorder:
        options = curl_options(sent, replace(CONTEXT, base_url=recorder.base_url))
        (tmp_path / "config").write_bytes(config_file(options))
        expected = recorder.expect()
        subprocess.run(
            ["curl", "-K", tmp_path / "config", "--data-raw", "x"],
            check=True,
            capture_output=True,
            timeout=20,
        )
        got = expected.result()
    made = (b"host", b"content-length")
    assert fields_but(got, *made) == fields_but(sent, *made)
    assert (got.target, got.body) == (sent.target, b"x")
    text = export_curl_cmd(sent, CONTEXT)
    assert cmd_files(text)["garfio-curl"] == config_file(curl_options(sent, CONTEXT))
    assert 'curl -K "%TEMP%\\garfio-curl"' in text


def test_powershell_plain() -> None:
    """An ordinary webhook was exported; headers are arguments, the body a file."""
    text = export_curl_powershell(
        make_request(
            b'{"it\'s":1}', [(b"X-A", b"it's $env:PATH `n"), (b"User-Agent", b"x"), (b"Accept", b"y")]
        ),
        CONTEXT,
    )
    assert text == (
        "$body = (New-TemporaryFile).FullName\n"
        "[IO.File]::WriteAllBytes($body, [Text.Encoding]::ASCII.GetBytes('{\"it''s\":1}'))\n"
        "curl.exe -X 'POST' `\n"
        "  'http://127.0.0.1:8800/hook' `\n"
        "  -H 'X-A: it''s $env:PATH `n' `\n"
        "  -H 'User-Agent: x' `\n"
        "  -H 'Accept: y' `\n"
        "  -H 'Content-Type:' `\n"
        '  --data-binary "@$body"\n'
        "Remove-Item $body\n"
    )


@pytest.mark.parametrize("value", [b'boundary="x"', b"caf\xe9", b"back\\"])
def test_powershell_configuration(value: bytes) -> None:
    """A header with a quotation mark was exported; all options go through a file, the binary body too."""
    sent = make_request(b"\x00\n", [(b"X-Value", value)])
    text = export_curl_powershell(sent, CONTEXT)
    files = [base64.b64decode(piece) for piece in re.findall(r"FromBase64String\('([^']*)'\)", text)]
    assert files == [config_file(curl_options(sent, CONTEXT)), sent.body]
    assert 'curl.exe -K "$config"' in text
    assert text.endswith("Remove-Item $config, $body\n")


@given(PRINTABLE)
def test_powershell_literals(text: str) -> None:
    """A printable string was quoted; it is one literal without expansion."""
    literal = quote(text.encode())
    assert re.fullmatch(r"'(?:[^']|'')*'", literal)
    assert literal[1:-1].replace("''", "'") == text
