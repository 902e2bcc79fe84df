"""Tests of the framework code in the languages' own runtimes: yes to the signed bytes, no to others, no to no header.

A language whose runtime is not at hand is skipped. What a framework would give is stood for by a few lines.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.snippets.test_snippets import SECRET, SENDERS, URL, headers_of, scheme_of, signed

from garfio.core.signature import CATALOG
from garfio.core.snippets import SNIPPETS, facts_of, snippet_text
from garfio.core.snippets.go import GO
from garfio.core.snippets.java import JAVA
from garfio.core.snippets.language import Language
from garfio.core.snippets.php import PHP
from garfio.core.snippets.ruby import RUBY

_GO_PACKAGES = {
    "hmac": "crypto/hmac", "md5": "crypto/md5", "sha1": "crypto/sha1", "sha256": "crypto/sha256",
    "sha512": "crypto/sha512", "base64": "encoding/base64", "hex": "encoding/hex", "fmt": "fmt", "io": "io",
    "math": "math", "http": "net/http", "os": "os", "strconv": "strconv", "strings": "strings", "time": "time",
}  # fmt: skip


def needs(program: str) -> pytest.MarkDecorator:
    """Skip where a runtime is missing."""
    return pytest.mark.skipif(not shutil.which(program), reason=f"needs {program}, which is not installed")


def run(*command: str, folder: Path) -> str:
    """What a program prints; the secret and the address are in its environment."""
    environment = {**os.environ, "WEBHOOK_SECRET": SECRET, "WEBHOOK_URL": URL, "GOFLAGS": "-mod=mod"}
    done = subprocess.run(
        [shutil.which(command[0]) or "", *command[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def functions(language: Language) -> list[tuple[str, str, dict[str, str]]]:
    """For each sender the check, the body in base64, and the headers. No tolerance is shorter than a slow start."""
    found = []
    for provider in SENDERS:
        facts = facts_of(scheme_of(provider))
        assert facts is not None
        request = signed(provider)
        body = base64.b64encode(request.body).decode()
        facts = replace(facts, tolerance_s=facts.tolerance_s and max(600, facts.tolerance_s))
        found.append((language.function_for(facts), body, headers_of(request)))
    return found


def packed(headers: dict[str, str]) -> str:
    """Headers as JSON in base64, so that no language has to quote them."""
    return base64.b64encode(json.dumps(headers).encode()).decode()


RIGHT = "true false false\n" * len(SENDERS)
"""Per sender: the signed body, another one, the signed one without headers."""


@needs("php")
def test_php(tmp_path: Path) -> None:
    """Laravel's `config` stood for by the environment."""
    pieces = ["<?php", "namespace { function config(string $name) {"]
    pieces += ["return getenv(str_ends_with($name, 'secret') ? 'WEBHOOK_SECRET' : 'WEBHOOK_URL'); } }"]
    for number, (function, body, headers) in enumerate(functions(PHP)):
        pieces += [
            f"namespace sender{number} {{ {function}",
            f"$headers = json_decode(base64_decode('{packed(headers)}'), true);",
            f"$body = base64_decode('{body}');",
            "$header = fn (string $name) => $headers[$name] ?? null;",
            "$said = [isGenuine($body, $header), isGenuine($body . ' ', $header), isGenuine($body, fn ($n) => null)];",
            "echo implode(' ', array_map(fn ($one) => $one ? 'true' : 'false', $said)), chr(10); }",
        ]
    (tmp_path / "check.php").write_text("\n".join(pieces))
    assert run("php", "check.php", folder=tmp_path) == RIGHT


@needs("ruby")
def test_ruby(tmp_path: Path) -> None:
    """Rails' comparison stood for by a plain one."""
    pieces = ["require 'json'", "module ActiveSupport; module SecurityUtils"]
    pieces += ["def self.secure_compare(one, other) = one == other", "end; end"]
    for number, (function, body, headers) in enumerate(functions(RUBY)):
        pieces += [
            f"module Sender{number}",
            "extend self",
            function,
            "end",
            f"body = Base64.strict_decode64('{body}')",
            f"headers = JSON.parse(Base64.strict_decode64('{packed(headers)}'))",
            "said = [[body, headers], [body + ' ', headers], [body, {}]]",
            f"puts said.map {{ |one| Sender{number}.genuine?(*one) }}.join(' ')",
        ]
    (tmp_path / "check.rb").write_text("\n".join(pieces))
    assert run("ruby", "check.rb", folder=tmp_path) == RIGHT


@needs("java")
def test_java(tmp_path: Path) -> None:
    """Spring's headers stood for by a map."""
    imports = [line for line in SNIPPETS["spring"].template.splitlines() if line.startswith("import ")]
    pieces = [line for line in imports if "springframework" not in line]
    pieces += ["public class Check {", "static class HttpHeaders extends HashMap<String, String> {"]
    pieces += ["String getFirst(String name) { return get(name); } }"]
    lines = []
    for number, (function, body, headers) in enumerate(functions(JAVA)):
        pieces.append(f"static class Sender{number} {{ {function} }}")
        quoted = "".join(
            f"headers.put({json.dumps(name)}, {json.dumps(text)});" for name, text in headers.items()
        )
        lines += [
            f'{{ var headers = new HttpHeaders(); {quoted} byte[] body = Base64.getDecoder().decode("{body}");',
            "byte[] other = Arrays.copyOf(body, body.length + 1); other[body.length] = 32;",
            f'System.out.print(Sender{number}.isGenuine(body, headers) + " ");',
            f'System.out.print(Sender{number}.isGenuine(other, headers) + " ");',
            f"System.out.println(Sender{number}.isGenuine(body, new HttpHeaders())); }}",
        ]
    pieces += ["public static void main(String[] arguments) throws Exception {", *lines, "} }"]
    (tmp_path / "Check.java").write_text("\n".join(pieces))
    assert run("java", "Check.java", folder=tmp_path) == RIGHT


def _go_program(text: str) -> str:
    """A program with the imports that goimports would add."""
    used = [path for name, path in _GO_PACKAGES.items() if re.search(rf"\b{name}\.[A-Z]", text)]
    imports = "import (\n" + "".join(f"\t{json.dumps(path)}\n" for path in used) + ")\n"
    return text.replace("package main\n", f"package main\n\n{imports}", 1)


@needs("go")
def test_go(tmp_path: Path) -> None:
    """Checks of all senders in one program, with the helper of the whole one."""
    helper = re.search(r"func decoded.*?\n}\n", SNIPPETS["go"].template, re.DOTALL)
    assert helper is not None
    pieces, lines = ["package main\n", helper[0]], []
    for number, (function, body, headers) in enumerate(functions(GO)):
        pieces.append(function.replace("func isGenuine(", f"func isGenuine{number}("))
        sets = "".join(
            f"headers.Set({json.dumps(name)}, {json.dumps(text)})\n" for name, text in headers.items()
        )
        lines += [
            f'{{\nheaders := http.Header{{}}\n{sets}body := decoded(base64.StdEncoding.DecodeString("{body}"))',
            "other := append(append([]byte{}, body...), 32)",
            f"right, wrong := isGenuine{number}(body, headers), isGenuine{number}(other, headers)",
            f"fmt.Println(right, wrong, isGenuine{number}(body, http.Header{{}}))\n}}",
        ]
    text = "\n".join([*pieces, "func main() {", *lines, "}\n"])
    (tmp_path / "check.go").write_text(_go_program(text))
    assert run("go", "run", "check.go", folder=tmp_path) == RIGHT


@needs("go")
@pytest.mark.parametrize("provider", ["stripe", "svix"])
def test_the_whole_go_program_compiles(tmp_path: Path, provider: str) -> None:
    """With a signature in fields and one among several, after goimports."""
    entry = CATALOG[provider]
    text = snippet_text(SNIPPETS["go"], entry, scheme_of(provider), "/in")
    (tmp_path / "main.go").write_text(_go_program(text))
    run("go", "vet", "main.go", folder=tmp_path)


@needs("php")
@pytest.mark.parametrize("provider", SENDERS)
def test_the_whole_php_program_can_be_read(tmp_path: Path, provider: str) -> None:
    """Without Laravel it cannot run, but its grammar is right."""
    text = snippet_text(SNIPPETS["laravel"], CATALOG[provider], scheme_of(provider), "/it's")
    (tmp_path / "api.php").write_text(text)
    assert "No syntax errors" in run("php", "-l", "api.php", folder=tmp_path)


@needs("ruby")
@pytest.mark.parametrize("provider", SENDERS)
def test_the_whole_ruby_program_can_be_read(tmp_path: Path, provider: str) -> None:
    """Without Rails it cannot run, but its grammar is right."""
    text = snippet_text(SNIPPETS["rails"], CATALOG[provider], scheme_of(provider), "/it's")
    (tmp_path / "controller.rb").write_text(text)
    assert "Syntax OK" in run("ruby", "-c", "controller.rb", folder=tmp_path)
