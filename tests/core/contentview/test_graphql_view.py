"""GraphQL is shown as sent, also out of JSON, and what keeps it from being read is named by place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.graphql_view import MAX_CHECKED, MAX_OPERATIONS
from garfio.core.contentview.registry import choose, fitting, show_as
from garfio.core.contentview.view import Meta

META = Meta("application/graphql")
DOCUMENT = '''query Shop($id: ID!, $n: Int = -1.5e3) @live {
  # a comment with { and "
  shop(id: $id, text: "a \\" b", block: """two
  "lines" \\""" of { text""") { ...on Paid { total } , name }
}'''


def test_a_document_is_shown_as_sent() -> None:
    """Every token of the language: nothing is found wrong, nothing changed."""
    shown = choose(DOCUMENT.encode(), META)
    assert (shown.name, shown.view.text, shown.view.syntax, shown.view.notes) == (
        "graphql",
        DOCUMENT,
        "graphql",
        (),
    )


def test_json_with_a_query_offers_it() -> None:
    """A GraphQL request came as JSON: JSON is shown, the document is a choice, with its variables as sent."""
    body = json.dumps({"query": "{\n  a\n}", "variables": {"big": 1}, "operationName": None})
    body = body.replace("1", "12345678901234567890.10")
    assert fitting(body.encode(), Meta("application/json")) == ["json", "text", "graphql", "hex"]
    view = show_as("graphql", body.encode(), Meta("application/json")).view
    assert view.text == (
        '{\n  a\n}\n\n# variables\n{\n  "big": 12345678901234567890.10\n}\n\n# operationName\nnull'
    )


def test_a_batch_is_shown_one_by_one() -> None:
    """An array of two requests: both documents, and the second one's fault by the line that is shown."""
    body = json.dumps([{"query": "{ a }"}, {"query": "{ b"}]).encode()
    view = show_as("graphql", body, Meta("application/json")).view
    assert view.text == "{ a }\n\n{ b"
    assert [(entry.code, entry.fields["line"]) for entry in view.notes] == [("graphql.invalid", 3)]


def test_json_without_a_query_says_so() -> None:
    """JSON that is no request was to be shown as GraphQL."""
    shown = show_as("graphql", b'{"a": 1}', Meta("application/json"))
    assert shown.error is not None
    assert shown.error.code == "graphql.no_query"
    assert "graphql" not in fitting(b'{"a": "query"}', Meta("application/json"))


@pytest.mark.parametrize(
    ("sent", "line", "column", "reason"),
    [
        ("{\n  a(", 2, 4, "open"),
        ("{ a ]", 1, 5, "bracket"),
        ("}", 1, 1, "bracket"),
        ('{ a(x: "open) }', 1, 8, "string"),
        ('{ a(x: """open) }', 1, 8, "string"),
        ("{ a\n ; }", 2, 2, "token"),
        ("{ a(x: 1.) }", 1, 8, "token"),
        ("{" * 100_000, 1, 1001, "depth"),
    ],
)
def test_a_fault_has_its_place(sent: str, line: int, column: int, reason: str) -> None:
    """The first token that cannot be read, and brackets without their other half."""
    (found,) = choose(sent.encode(), META).view.notes
    assert found.fields == {"line": line, "column": column, "reason": reason}


def test_much_is_shown_in_part() -> None:
    """A long document stays unchecked, a batch of very many ends, and both are said."""
    long = choose(b"a " * (MAX_CHECKED // 2 + 1), META).view
    many = show_as(
        "graphql", json.dumps([{"query": "{a}"}] * (MAX_OPERATIONS + 1)).encode(), Meta("application/json")
    ).view
    assert [entry.code for entry in (*long.notes, *many.notes)] == ["graphql.unchecked", "graphql.cut"]


@given(st.text(alphabet='{}()[]"\\#.:$!@a1 \n,', max_size=80))
def test_any_text_can_be_shown(sent: str) -> None:
    """Any text was taken for GraphQL."""
    assert choose(sent.encode(), META).view.text == sent
