"""Rules from TOML and back, and what is wrong with those that cannot be one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from garfio.core.errors import AppError
from garfio.core.rule import Action, Rule, confirmation, read_rule, write_rule

FULL = '''
name = "low stock"
query = "provider:shopify is:valid"
enabled = true
when = "body.available < 5"
once_per_delivery = false
per_minute = 6
over_limit = "drop"

[vars]
team = ["a@x.org", "b@x.org"]

[[actions]]
kind = "email"
to = "a@x.org, {{ x | default('b, c') }}"
from = "Shop <s@x.org>"
host = "mail.x.org"
port = 2525
text = """
Only {{ body.available }} left.
"""

[[actions]]
kind = "http"
each = "body.items"
when = "item.n > 1"
url = "https://x.org/{{ item.id }}"
headers = { X-Own = "1" }
json = { a = ["{{ item.id }}", 1, { b = true }] }
secret = "token"
auth = "bearer"
'''


def test_a_rule_survives_its_toml_form() -> None:
    rule = read_rule(FULL)
    assert rule.actions[0].values["to"] == ["a@x.org", "{{ x | default('b, c') }}"]
    assert rule.actions[1] == Action("http", rule.actions[1].values, "body.items", "item.n > 1")
    assert rule.secret_names == ("token",)
    assert read_rule(write_rule(rule)) == rule


def action(text: str) -> str:
    return f'name = "x"\n[[actions]]\n{text}'


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            action('kind = "publish"\nurl = "mqtt://ada:hunter2@x"\nto = "t"'),
            "action.password",
            "holds a password",
        ),
        (
            "silent_minutes = 5\n" + action('kind = "tag"\ntags = ["x"]'),
            "rule.silence",
            "tag needs a webhook",
        ),
        (
            "silent_minutes = -1\n" + action('kind = "notification"\ntitle = "x"'),
            "rule.value",
            "silent_minutes",
        ),
        ("name = x\n", "rule.toml", "line 1"),
        ('name = "x"', "rule.actions", "1 to 20"),
        ('name = " x"\n[[actions]]\nkind = "pin"', "rule.name", "' x'"),
        ('name = "x"\ncolour = 1', "rule.key", "colour"),
        ('name = "x"\nenabled = "yes"', "rule.value", "enabled"),
        (action('kind = "fax"'), "rule.kind", "fax"),
        (action('kind = "pin"\nfoo = 1'), "rule.key", "foo"),
        (action('kind = "http"'), "rule.value", "needs url"),
        (action('kind = "http"\nurl = 5'), "rule.value", "url is of the wrong type"),
        (action('kind = "http"\nurl = "http://x"\nauth = "magic"'), "rule.value", "bearer, basic"),
        (action('kind = "http"\nurl = "http://x"\ntimeout_s = 1000'), "rule.value", "between 1 and 120"),
        (action('kind = "http"\nurl = "http://x"\ntimeout_s = true'), "rule.value", "wrong type"),
        (
            action('kind = "slack"\ntext = "x"\nsecret = "https://hooks.slack.com/x"'),
            "rule.value",
            "not the secret",
        ),
        (
            action('kind = "append"\nfile = "{{ body.x }}.csv"\nrow = {a = "1"}'),
            "rule.value",
            "takes no template",
        ),
        ('query = "(("\n' + action('kind = "pin"'), "query.", ""),
    ],
)
def test_what_is_wrong_is_said(text: str, code: str, words: str) -> None:
    with pytest.raises(AppError) as caught:
        read_rule(text)
    assert caught.value.code.startswith(code)
    assert words in str(caught.value)


def test_a_confirmation_is_for_one_program_on_one_machine() -> None:
    """Another argument, another machine and another value in `vars` each need a new one; another query does not."""
    rule = Rule("x", actions=(Action("program", {"argv": ["true", "{{ vars.a }}"]}),), vars={"a": 1})
    given = confirmation(rule, "here")
    assert confirmation(replace(rule, query="is:valid"), "here") == given
    assert confirmation(rule, "there") != given
    assert confirmation(replace(rule, vars={"a": 2}), "here") != given
    changed = (Action("program", {"argv": ["true", "-x"]}),)
    assert confirmation(replace(rule, actions=changed), "here") != given
