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


def test_a_request_in_json_is_shown_as_its_document() -> None:
    """A GraphQL request came as JSON: the document is shown with its variables as sent; JSON is the next choice."""
    body = json.dumps({"query": "{\n  a\n}", "variables": {"big": 1}, "operationName": None})
    body = body.replace("1", "12345678901234567890.10")
    shown = choose(body.encode(), Meta("application/json"))
    assert shown.fitting == ("graphql", "json", "text", "hex")
    assert shown.view.notes == ()
    assert shown.view.text == (
        '{\n  a\n}\n\n# variables\n{\n  "big": 12345678901234567890.10\n}\n\n# operationName\nnull'
    )


@pytest.mark.parametrize(
    "sent",
    [
        {"query": "query Shop($id: ID!) { shop(id: $id) { name } }"},
        {"query": "# why\n mutation { pay }", "variables": {}, "extensions": {}},
        [{"query": "{ a }"}, {"query": "fragment F on A { b } { a { ...F } }"}],
    ],
)
def test_requests_are_known(sent: object) -> None:
    """An operation of each kind, alone or in a batch."""
    assert choose(json.dumps(sent).encode(), Meta("application/json")).name == "graphql"


@pytest.mark.parametrize(
    "sent",
    [
        {"query": "query of a customer"},
        {"query": "shoes {red}"},
        {"query": "{ a }", "page": 2},
        {"query": 7, "text": '"query": "{ a }"'},
        [{"query": "{ a }"}, 1],
        [],
    ],
)
def test_json_that_may_be_something_else_stays_json(sent: object) -> None:
    """A search is a query too, and other members say that this is not a GraphQL request."""
    assert choose(json.dumps(sent).encode(), Meta("application/json")).name == "json"


def test_a_request_that_is_not_whole_stays_json() -> None:
    """Only the beginning is there."""
    body = b'{"query": "{ a }", "variables": {"a": '
    assert choose(body, Meta("application/json", cut=True)).name == "json"


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
