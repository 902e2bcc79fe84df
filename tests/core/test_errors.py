"""Errors for a person."""

from __future__ import annotations

from garfio.core.errors import AppError, nearest


def test_an_error_reads_as_a_sentence_with_its_hint() -> None:
    """Text, code and fields; without a hint there is no blank at the end."""
    error = AppError("port.taken", "Port 1 is taken.", hint="Choose another.", port=1)
    assert str(error) == "Port 1 is taken. Choose another."
    assert (error.code, error.fields) == ("port.taken", {"port": 1})
    assert str(AppError("x", "No.")) == "No."


def test_a_name_that_is_nearly_one_is_asked_for() -> None:
    """A slip of the finger gets the word that was meant; what resembles nothing gets no question."""
    assert nearest("githbu", ("gitea", "github")) == "Did you mean github? "
    assert nearest("zzz", ("gitea", "github")) == ""
