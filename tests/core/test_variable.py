"""Variables of targets, and values of the capture."""

from __future__ import annotations

import pytest

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.variable import Variables

REQUEST = Request(
    b"POST /a/b?x=1&x=2&y=%20 HTTP/1.1\r\nX-Id: v\r\n\r\n",
    b'{"data": {"id": 12345678901234567890, "price": 1.10, "ok": true}, "items": [{"sku": "S"}], "t": "{{env}}"}',
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain {x} {{}", "plain {x} {{}"), ("{{env}}", "prod"), ("{{ env }}-{{env}}", "prod-prod"),
        ("{{method}} {{path}} {{id}}", "POST /a/b 7"), ("{{header.x-id}}", "v"), ("{{query.x}}{{query.y}}", "1 "),
        ("{{body.data.id}}", "12345678901234567890"), ("{{body.data.price}}", "1.10"), ("{{body.data.ok}}", "true"),
        ("{{body.items.0.sku}}", "S"), ("{{body.t}}", "{{env}}"), ("{{path2}}", "own"),
    ],
)  # fmt: skip
def test_expand(text: str, expected: str) -> None:
    assert Variables(REQUEST, {"env": "prod", "path2": "own"}, 7).expand(text) == expected


@pytest.mark.parametrize(
    "name", ["", "nope", "body.nope", "body.data", "header.nope", "query.nope", "header."]
)
def test_what_has_no_value(name: str) -> None:
    with pytest.raises(AppError) as caught:
        Variables(REQUEST, {}).expand("{{" + name + "}}")
    assert caught.value.code == "target.variable"
    assert caught.value.fields["name"] == name


def test_own_variables_come_first() -> None:
    assert Variables(REQUEST, {"path": "mine"}).expand("{{path}}") == "mine"
