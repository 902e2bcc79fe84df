"""`garfio rules` and `garfio recipes` as a user types them, with a slip in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from tests.factories import make_arrival

Run = Callable[..., Result]

RULE = """
name = "hear"
query = "is:unread"
[[actions]]
kind = "notification"
title = "{{ event_type }}"
"""


def test_a_template_names_what_there_is_not(
    run: Run, store: Callable[..., list[int]], tmp_path: Path
) -> None:
    """The sentence comes first, its code after it, and what a template may name is listed once."""
    store(make_arrival(), make_arrival())
    file = tmp_path / "hear.toml"
    file.write_text(RULE)
    assert run("rules", "add", file).exit_code == 0
    result = run("rules", "test", "hear")
    assert result.exit_code == 1
    assert (
        "notification.title asks for event_type, which this webhook does not have. [template.undefined]"
        in result.stdout
    )
    assert (
        result.stderr.count("Templates name what is inside of: silence, body, form, id, provider, event,")
        == 1
    )


def test_a_recipe_that_is_nearly_one(run: Run) -> None:
    """Whoever mistypes a recipe is asked whether the near one was meant."""
    assert "Did you mean slack-mention? " in run("recipes", "add", "slack-mentions").stderr
