"""What is wrong with a template, as a row keeps it and as the terminal says it."""

from __future__ import annotations

import pytest

from garfio.core.template_fault import TemplateFault, plain_message, read_fault


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            TemplateFault("template.undefined", "body.emial", "email.subject"),
            "email.subject asks for body.emial, which this webhook does not have.",
        ),
        (
            TemplateFault("template.syntax", "{{ a: b", "http.body", 2),
            "http.body, line 2, is not written right: {{ a: b",
        ),
        (TemplateFault("template.slow", "2"), "The template takes longer than 2 seconds."),
        (TemplateFault("template.new", "why"), "The template cannot be worked out: why"),
    ],
)
def test_a_row_gives_back_what_it_keeps(fault: TemplateFault, sentence: str) -> None:
    """Place, line and value come back, and the sentence names them."""
    assert read_fault(fault.code, fault.written()) == fault
    assert plain_message(fault.code, fault.written()) == fault.sentence() == sentence


def test_other_messages_stay_as_they_are() -> None:
    """Those of other codes, and of rows that an older version has written."""
    assert read_fault("smtp.550", "no\nsuch user") is None
    assert (
        plain_message("template.undefined", "text: 'dict object' has no x.")
        == "text: 'dict object' has no x."
    )


def test_the_first_place_stays() -> None:
    """What is known already is not overwritten further out."""
    assert TemplateFault("template.slow").at("when").at("http.url").place == "when"
