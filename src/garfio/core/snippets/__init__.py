"""Code that reads the raw body and checks a signature, for the frameworks that people receive webhooks with.

A table of small templates; the check in the middle comes from the scheme. A scheme that a few lines cannot check
gets the framework's part and a comment that names what does.
"""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.signature import Provider, Scheme
from garfio.core.snippets import csharp, go, java, javascript, php, python, ruby
from garfio.core.snippets.facts import Facts, facts_of
from garfio.core.snippets.language import Language

__all__ = ["SNIPPETS", "Facts", "Snippet", "facts_of", "snippet_text"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """One framework."""

    name: str
    language: Language
    template: str
    """`@CHECK@` is the check (`@INDENTED@` and `@DEEPER@` the same, indented), `@PATH@` the quoted path, `@ROUTE@` it
    without its first slash."""


SNIPPETS: dict[str, Snippet] = {
    "express": Snippet("Express", javascript.JAVASCRIPT, javascript.EXPRESS),
    "fastify": Snippet("Fastify", javascript.JAVASCRIPT, javascript.FASTIFY),
    "next": Snippet("Next.js", javascript.JAVASCRIPT, javascript.NEXT),
    "flask": Snippet("Flask", python.PYTHON, python.FLASK),
    "fastapi": Snippet("FastAPI", python.PYTHON, python.FASTAPI),
    "django": Snippet("Django", python.PYTHON, python.DJANGO),
    "rails": Snippet("Rails", ruby.RUBY, ruby.RAILS),
    "laravel": Snippet("Laravel", php.PHP, php.LARAVEL),
    "spring": Snippet("Spring", java.JAVA, java.SPRING),
    "aspnet": Snippet("ASP.NET", csharp.CSHARP, csharp.ASPNET),
    "go": Snippet("Go", go.GO, go.NET_HTTP),
}
"""By id, in the order in which they are offered."""


def snippet_text(snippet: Snippet, provider: Provider, scheme: Scheme, path: str) -> str:
    """The program, for requests of a provider under one of its schemes that come to `path`."""
    language = snippet.language
    facts = facts_of(scheme)
    check = language.function_for(facts) if facts else _not_said(language, provider, scheme)
    values = {
        "@CHECK@": check,
        "@INDENTED@": _indented(check, "  "),
        "@DEEPER@": _indented(check, "    "),
        "@PATH@": language.quoted(path),
        "@ROUTE@": path.strip("/"),
    }
    text = snippet.template
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _not_said(language: Language, provider: Provider, scheme: Scheme) -> str:
    """A comment in place of the check."""
    headers = ", ".join(reference.partition(":")[2] or reference for reference in scheme.signature)
    lines = (
        f"{provider.name} proves itself with {scheme.algorithm} ({headers or 'nothing'}).",
        "That takes more than a few lines: write isGenuine (is_genuine) with its SDK, over the raw body.",
        provider.doc,
    )
    return "".join(f"{language.comment} {line}\n" for line in lines if line)


def _indented(text: str, blanks: str) -> str:
    return "".join(blanks + line if line.strip() else line for line in text.splitlines(keepends=True))
