"""YAML as it was sent, with the first fault in its syntax.

Only events are read: nothing is constructed, no tag is resolved, no alias followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from garfio.core.contentview.charset import decode
from garfio.core.contentview.text_view import looks_like_text, text_facts
from garfio.core.contentview.view import ContentView, Meta, Note, View, line_and_column, note

_TYPES = ("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/vnd.yaml")
_UNTYPED = ("", "text/plain", "application/octet-stream")
_SNIFF_RE = re.compile(rb"(?:%YAML [0-9.]+\s|---[ \t]*\r?\n(?:[\w-]+:|- )[ \t\r\n])")
MAX_DEPTH = 100
_LONGEST_REASON = 200
# libyaml's, about fifteen times faster, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_CHECKED = 1_000_000 if _LOADER is not yaml.SafeLoader else 60_000
"""Characters of a text that is checked; about a second of work."""
_UNPRINTABLE_RE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check_yaml(text: str) -> Iterator[Note]:
    """What is wrong with a text's syntax; nothing when it is right."""
    if len(text) > MAX_CHECKED:
        yield note("yaml.unchecked", count=MAX_CHECKED)
        return
    if match := _UNPRINTABLE_RE.search(text):
        line, column = line_and_column(text, match.start())
        yield note("yaml.invalid", line=line, column=column, reason="control")
        return
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                line = event.start_mark.line + 1 if event.start_mark else 1
                yield note("yaml.deep", line=line, depth=MAX_DEPTH)
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if "nesting depth" in (
            error.problem or ""
        ):  # the own bound of a later libyaml, met while looking ahead
            yield note("yaml.deep", line=line, depth=MAX_DEPTH)
            return
        yield note("yaml.invalid", line=line, column=column, reason=(error.problem or "")[:_LONGEST_REASON])


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type.media_type
    if kind in _TYPES or kind.endswith("+yaml"):
        return 1.0 if looks_like_text(body, meta) else 0.0
    sniffed = kind in _UNTYPED and _SNIFF_RE.match(body)
    return 0.6 if sniffed and looks_like_text(body, meta) else 0.0


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, cut=meta.cut)
    # A text that is only a beginning cannot be told from a faulty one.
    found = [note("view.cut")] if meta.cut else list(check_yaml(decoded.text))
    return View(decoded.text, "yaml", (*decoded.notes, *found), text_facts(decoded))


YAML = ContentView("yaml", _priority, _render)
