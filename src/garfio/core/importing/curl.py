"""cURL commands for a POSIX shell, as browsers, consoles and documents give them, one or several.

The words are read as the shell would read them, without running anything: no variables, no substitutions, no
files.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote_plus

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault, arrival_of, build_request

_START_RE = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:\$ )?curl(?:\.exe)?\s")
_NAMES = (b"curl", b"curl.exe")
_BETWEEN = frozenset((b"$", b";", b"&", b"&&", b"||"))
"""Words that stand between two commands."""
_WORD_RE = re.compile(
    rb"""(?P<blank>(?:\s|\\\r?\n)+)|'(?P<single>[^']*)'|\$'(?P<ansi>(?:[^'\\]|\\.)*)'"""
    rb"""|"(?P<double>(?:[^"\\]|\\.)*)"|\\(?P<escaped>.)|(?P<plain>[^\s'"\\$]+|\$)""",
    re.DOTALL,
)
_ANSI_RE = re.compile(rb"\\(x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|[0-7]{1,3}|.)", re.DOTALL)
_ANSI = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"v": b"\v",
    b"e": b"\x1b",
}
_DOUBLE_RE = re.compile(rb'\\([$`"\\\n])')
_DATA = ("-d", "--data", "--data-ascii", "--data-raw", "--data-binary", "--json", "--data-urlencode")
_WITH_VALUE = frozenset(
    [
        "-o",
        "--output",
        "-w",
        "--write-out",
        "-m",
        "--max-time",
        "--connect-timeout",
        "-x",
        "--proxy",
        "--cacert",
        "--cert",
        "--key",
        "-E",
        "--retry",
        "--retry-delay",
        "--resolve",
        "--interface",
        "--limit-rate",
        "-c",
        "--cookie-jar",
        "--max-redirs",
        "-U",
        "--proxy-user",
        "--ciphers",
        "--tls-max",
        "--aws-sigv4",
        "-r",
        "--range",
        "-T",
        "--upload-file",
        "-F",
        "--form",
        "--form-string",
        "-K",
        "--config",
    ]
)
"""Options whose value says nothing of the request, or is refused."""
_FIELDS = {"-A": b"User-Agent", "--user-agent": b"User-Agent", "-e": b"Referer", "--referer": b"Referer",
           "-b": b"Cookie", "--cookie": b"Cookie"}  # fmt: skip
_SHORT_WITH_VALUE = frozenset("XHdAebuomwxEcUrTFK")


def recognise_curl(raw: bytes) -> bool:
    """Whether a text begins with the command."""
    return bool(_START_RE.match(raw[:2000]))


def read_curl(raw: bytes, at_us: int) -> Iterator[Arrival]:
    """The requests that the commands would send. Raises ImportFault for what only a shell or curl could know."""
    for words in _commands(raw):
        command = _Command()
        at = 1
        while at < len(words):
            at = command.take(words, at)
        yield arrival_of(command.request(), at_us)


class _Command:
    def __init__(self) -> None:
        self.method = ""
        self.url = ""
        self.fields: list[tuple[bytes, bytes]] = []
        self.data: list[bytes] = []
        self.in_url = False

    def take(self, words: list[bytes], at: int) -> int:
        """Read the option or URL at `at`; gives where the next one is."""
        word = words[at].decode("utf-8", "surrogateescape")
        if not word.startswith("-") or word == "-":
            self.url = self.url or word
            return at + 1
        value = b""
        if not word.startswith("--") and len(word) > 2:
            if word[1] in _SHORT_WITH_VALUE:
                word, value = word[:2], words[at][2:]
                self.option(word, value)
                return at + 1
            if word[1] in "GI":
                self.option(word[:2], b"")
            return at + 1
        if word in _WITH_VALUE or word in _TAKING:
            if at + 1 >= len(words):
                raise ImportFault("The option {name} has no value.", name=word)
            self.option(word, words[at + 1])
            return at + 2
        self.option(word, b"")
        return at + 1

    def option(self, name: str, value: bytes) -> None:
        if name in ("-X", "--request"):
            self.method = value.decode("utf-8", "replace")
        elif name == "--url":
            self.url = value.decode("utf-8", "surrogateescape")
        elif name in ("-H", "--header"):
            field, mark, text = value.partition(b":")
            if mark and text.strip():
                self.fields.append((field.strip(), text.strip()))
            elif value.endswith(b";"):
                self.fields.append((value[:-1].strip(), b""))
        elif name in _FIELDS:
            self.fields.append((_FIELDS[name], value))
        elif name in ("-u", "--user"):
            self.fields.append((b"Authorization", b"Basic " + base64.b64encode(value)))
        elif name in _DATA:
            self._add_data(name, value)
        elif name in ("-G", "--get"):
            self.in_url = True
        elif name in ("-I", "--head"):
            self.method = self.method or "HEAD"
        elif name in ("-F", "--form", "--form-string", "-T", "--upload-file", "-K", "--config"):
            raise ImportFault("The option {name} makes its body out of files, which are not read.", name=name)

    def _add_data(self, name: str, value: bytes) -> None:
        if value.startswith(b"@") and name != "--data-raw":
            raise ImportFault("The body comes from a file, which is not read. Put it into the command.")
        if name == "--data-urlencode":
            field, mark, text = value.partition(b"=")
            value = (field + b"=" if mark and field else b"") + quote_plus(text if mark else value).encode()
        elif name in ("-d", "--data", "--data-ascii"):
            value = value.replace(b"\r", b"").replace(b"\n", b"") if value.startswith(b"@") else value
        if name == "--json":
            self.fields += [(b"Content-Type", b"application/json"), (b"Accept", b"application/json")]
            self.data = [b"".join([*self.data, value])]
        else:
            self.data.append(value)

    def request(self) -> Request:
        """What the command sends."""
        if not self.url:
            raise ImportFault("The command names no URL.")
        body = b"&".join(self.data)
        url = self.url
        if self.in_url and body:
            url += ("&" if "?" in url else "?") + body.decode("utf-8", "surrogateescape")
            body = b""
        names = {name.lower() for name, _ in self.fields}
        if self.data and not self.in_url and b"content-type" not in names:
            self.fields.append((b"Content-Type", b"application/x-www-form-urlencoded"))
        method = self.method or ("POST" if self.data and not self.in_url else "GET")
        return build_request(method, url, self.fields, body)


_TAKING = frozenset(["-X", "--request", "--url", "-H", "--header", "-u", "--user", *_FIELDS, *_DATA])


def _commands(raw: bytes) -> list[list[bytes]]:
    """The words of each command; one begins with `curl` on a new line, or behind what stands between two. Raises
    ImportFault for a quote without its end."""
    commands: list[list[bytes]] = []
    stands_between = False
    for word in _words(raw):
        if word.is_plain and word.text in _NAMES and (word.begins_line or stands_between):
            commands.append([])
        stands_between = word.is_plain and word.text in _BETWEEN
        if commands and not stands_between:
            commands[-1].append(word.text)
    return commands


class _Shell(NamedTuple):
    """A word of a shell."""

    text: bytes
    begins_line: bool
    is_plain: bool
    """True when no part of it is quoted."""


def _words(raw: bytes) -> Iterator[_Shell]:
    """The words as a shell reads them; lines of comment are left out."""
    word: _Shell | None = None
    at, is_fresh = 0, True
    while at < len(raw):
        if word is None and is_fresh and raw[at : at + 1] == b"#":
            end = raw.find(b"\n", at)
            at = len(raw) if end < 0 else end
            continue
        match = _WORD_RE.match(raw, at)
        if match is None:
            raise ImportFault("A quotation mark of the command is not closed.")
        at = match.end()
        if match["blank"] is None:
            before = word or _Shell(b"", is_fresh, True)
            is_plain = before.is_plain and match["plain"] is not None
            word, is_fresh = _Shell(before.text + _meaning(match), before.begins_line, is_plain), False
            continue
        if word is not None:
            yield word
            word = None
        is_fresh = is_fresh or b"\n" in match["blank"].replace(b"\\\r\n", b"").replace(b"\\\n", b"")
    if word is not None:
        yield word


def _meaning(match: re.Match[bytes]) -> bytes:
    if match["single"] is not None:
        return match["single"]
    if match["double"] is not None:
        return _DOUBLE_RE.sub(lambda found: b"" if found[1] == b"\n" else found[1], match["double"])
    if match["ansi"] is not None:
        return _ANSI_RE.sub(_ansi, match["ansi"])
    return match["escaped"] if match["escaped"] is not None else match["plain"]


def _ansi(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1] == b"x":
        return bytes([int(code[1:], 16)])
    if code[:1] == b"u" and len(code) > 1:
        return chr(int(code[1:], 16)).encode("utf-8", "surrogatepass")
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return _ANSI.get(code, code)
