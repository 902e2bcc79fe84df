"""Errors for a person."""

from __future__ import annotations

from garfio.core.errors import AppError


def test_an_error_reads_as_a_sentence_with_its_hint() -> None:
    """Text, code and fields; without a hint there is no blank at the end."""
    error = AppError("port.taken", "Port 1 is taken.", hint="Choose another.", port=1)
    assert str(error) == "Port 1 is taken. Choose another."
    assert (error.code, error.fields) == ("port.taken", {"port": 1})
    assert str(AppError("x", "No.")) == "No."
