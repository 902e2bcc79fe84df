"""Templates, the harmless and the hostile ones, in the process that holds them back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from tests.factories import make_message

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.http import Request
from garfio.core.rule import Action, Rule
from garfio.engine import renderer as renderer_module
from garfio.engine.renderer import Renderer, RuleJob
from garfio.engine.template import MOST_ITEMS, render_rule, render_text
from garfio.engine.template_fault import TemplateError

BODY = (
    b'{"email": "ada@x.org", "total": 1.10, "big": 12345678901234567890, "html": "<b>&", "none": null,'
    b' "items": [{"sku": "A", "n": 2}, {"sku": "B", "n": 0}, {"sku": "C", "n": 1}], "_x": {"keys": 5}}'
)


def make_capture(
    body: bytes = BODY, content_type: bytes = b"application/json", target: bytes = b"/a?q=1&q=2"
) -> Capture:
    raw = make_message(body, target, [(b"Content-Type", content_type), (b"X-Two", b"a"), (b"x-two", b"b")])
    values: dict[str, Any] = {
        "id": CaptureId(7), "received_at_us": 1_764_000_000_000_000, "method": "POST", "target": target,
        "http_version": "HTTP/1.1", "peer": "", "content_type": content_type.decode(), "size": len(body),
        "reply_status": 200, "reply_us": None, "endpoint": "/a", "provider": "shopify", "event_type": "orders/paid",
        "delivery_id": "d1", "verdict": "valid", "complete": True, "source": "listener", "refusal": "", "repeats": 0,
        "unread": True, "pinned": False,
    }  # fmt: skip
    return Capture(CaptureSummary(**values), Request(raw[: len(raw) - len(body)], body))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ body.total }} {{ body.big }}", "1.10 12345678901234567890"),
        ("{{ body.total * 2 }} {{ body.total + 0.5 }} {{ 0.5 < body.total }}", "2.20 1.60 True"),
        ("{{ body['items'][0].sku }}{{ body.items | length }}", "A3"),
        ("{{ body._x.keys }}", "5"),
        ("{{ body.items | tojson }}", '[{"sku": "A", "n": 2}, {"sku": "B", "n": 0}, {"sku": "C", "n": 1}]'),
        ("{{ request.method }} {{ request.path }} {{ request.query.q }}", "POST /a 1"),
        ("{{ request.headers['X-TWO'] }}|{{ request.headers.get('none', '-') }}", "a, b|-"),
        (
            "{{ provider }} {{ event }} {{ delivery }} {{ verdict }} {{ id }}",
            "shopify orders/paid d1 valid 7",
        ),
        ("{{ body.none is none }} {{ body.gone | default('-') }}", "True -"),
        ("{{ 1999 | cents }}", "19.99"),
        ("{{ body.html }}", "<b>&"),
        ("no template", "no template"),
    ],
)
def test_what_templates_see(template: str, text: str) -> None:
    assert render_text(template, make_capture()) == text


def test_a_form_is_seen_by_its_fields() -> None:
    body = b"type=subscribe&data%5Bemail%5D=ada%40x.org&n=1&n=2"
    capture = make_capture(body, b"application/x-www-form-urlencoded")
    assert (
        render_text("{{ form['data[email]'] }} {{ body.type }} {{ form.n[1] }}", capture)
        == "ada@x.org subscribe 2"
    )


def test_a_body_that_is_no_document_is_missing() -> None:
    """Its text is there all the same."""
    capture = make_capture(b"<xml/>", b"text/xml")
    assert render_text("{{ text }}", capture) == "<xml/>"
    with pytest.raises(TemplateError, match="asks for body, "):
        render_text("{{ body.x }}", capture)


HOSTILE = [
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "template.forbidden"),
    ("{{ body.items.append(1) }}", "template.forbidden"),
    ("{% include '/etc/passwd' %}", "template.forbidden"),
    ("{% import 'os' as os %}", "template.forbidden"),
    ("{{ body.emial }}", "template.undefined"),
    ("{{ body.items[9].sku }}", "template.undefined"),
    ("{{", "template.syntax"),
    ("{{ 'a' * 10**9 }}", "template.too_large"),
    ("{{ [1] * 10**9 }}", "template.too_large"),
    ("{{ 2 ** (10**9) }}", "template.too_large"),
    ("{{ '%999999999d' | format(1) }}", "template.too_large"),
    ("{{ 'x' | center(10**9) }}", "template.too_large"),
    ("{% for i in range(99999) %}" + "x" * 1000 + "{% endfor %}", "template.too_large"),
    ("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "template.slow"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template.too_large"),
    ("{{ range(10**9) | list }}", "template.failed"),
    ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "template.too_large"),
    ("{{ 1 / 0 }}", "template.failed"),
    ("x" * 300_000 + "{", "template.too_large"),
]


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ body.emial }}", "\nbody.emial"),
        ("Dear\n{{ body.email }},\n{{ body._x.name.first }}", ":3\nbody._x.name"),
        ("{{ body.items[9].sku }}", "\nbody.items[9]"),
        ("{{ body['no such key'] | upper }}", "\nbody['no such key']"),
        ("{{ body.email.sku }}{{ body._x.sku }}{{ body.items[0].sku }}", "\nbody.email.sku"),
        ("{{ body.items[0].sku }}{{ body._x.sku }}", "\nbody._x.sku"),
        ("{% for one in body.items %}{{ one.price }}{% endfor %}", "\none.price"),
        ("{{ boddy.email }}", "\nboddy"),
        ("a\n{{ body.email", ":2\n{{ body.email"),
        ("{{ body.email | uper }}", "\nuper"),
        ("{% unles body %}", "\n{% unles body %}"),
        ("{{ ''.__class__ }}", "\n__class__"),
        ("{{ body.items.append(1) }}", "\nappend"),
        ("{% include 'x' %}", "\ninclude"),
    ],
)
def test_an_error_names_the_value_and_the_line(template: str, written: str) -> None:
    """The whole path of what is missing, what is not allowed, or the text near the mistake; no word of Jinja's."""
    with pytest.raises(TemplateError) as caught:
        render_text(template, make_capture())
    assert caught.value.fault.written() == written


@pytest.mark.skipif("sys.platform == 'win32'", reason="memory is limited by the system")
async def test_what_was_ended_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The field whose template took too long or too much, though its process is gone."""
    monkeypatch.setattr(renderer_module, "TIME_LIMIT_S", 1.0)
    own = Renderer()
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    title = Action("notification", {"title": "t", "text": endless})
    huge = Action("http", {"url": "http://x/{{ 'x' | center(10**9) }}"})
    try:
        with pytest.raises(TemplateError) as caught:
            await own.rule(RuleJob(Rule("r", actions=(Action("pin"), title)), make_capture(), {}))
        assert (caught.value.code, caught.value.fault.written()) == (
            "template.slow",
            "notification.text\n1",
        )
        (one,) = await own.rule(RuleJob(Rule("r", actions=(huge,)), make_capture(), {}))
        assert (one.error, one.message) == ("template.too_large", "http.url\n")
    finally:
        await own.close()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def renderer() -> AsyncIterator[Renderer]:
    made = Renderer()
    yield made
    await made.close()


@pytest.mark.skipif("sys.platform == 'win32'", reason="memory is limited by the system")
@pytest.mark.parametrize(("template", "code"), HOSTILE)
@pytest.mark.asyncio(loop_scope="module")
async def test_hostile_templates_end_in_an_error(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch, template: str, code: str
) -> None:
    """Within the time limit, and the next template is rendered as if nothing had been."""
    monkeypatch.setattr(renderer_module, "TIME_LIMIT_S", 1.0)
    await renderer.text("{{ id }}", make_capture())
    with pytest.raises(TemplateError) as caught:
        await renderer.text(template, make_capture())
    assert caught.value.code == code
    assert await renderer.text("{{ id }}", make_capture()) == "7"


@pytest.mark.asyncio(loop_scope="module")
async def test_a_rule_is_rendered_action_by_action(renderer: Renderer) -> None:
    """An array gives a deed for each entry that meets the condition, in turn; a template that fails spoils its own
    action only."""
    rule = Rule(
        "r",
        actions=(
            Action(
                "http",
                {
                    "url": "http://x/{{ item.sku }}",
                    "json": {"n": "{{ item.n }}", "o": "{{ vars.o[turn % 2] }}"},
                },
                each="body.items",
                when="item.n > 0",
            ),
            Action("notification", {"title": "{{ body.nothing }}"}),
            Action(
                "email",
                {"to": ["{{ body.email }}"], "from": "s@x.org", "host": "h", "html": "{{ body.html }}"},
            ),
        ),
        vars={"o": ["p", "q"]},
    )
    found = await renderer.rule(RuleJob(rule, make_capture(), {0: 1}))
    bodies = [one.deed.values["body"] for one in found[:2] if one.deed]
    assert bodies == ['{"n": 2, "o": "q"}', '{"n": 1, "o": "p"}']
    assert [(one.action, one.item, one.error) for one in found] == [
        (0, 0, ""),
        (0, 2, ""),
        (1, None, "template.undefined"),
        (2, None, ""),
    ]
    assert found[3].deed is not None
    assert found[3].deed.values["html"] == "&lt;b&gt;&amp;"


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ("", 1),
        ("body.total > 1", 1),
        ("body.total > 2", 0),
        ("body.gone.deeper == 1", 0),
        ("body.gone < 3", 0),
    ],
)
def test_a_condition_about_what_is_missing_is_not_met(when: str, count: int) -> None:
    rule = Rule("r", actions=(Action("pin"),), when=when)
    assert len(render_rule(rule, make_capture(), {})) == count


def test_an_array_that_is_too_long_is_one_error() -> None:
    capture = make_capture(b"[" + b"1," * MOST_ITEMS + b"1]")
    rule = Rule("r", actions=(Action("pin", each="body"),))
    (found,) = render_rule(rule, capture, {})
    assert found.error == "template.too_many"
