"""The index of lines agrees with splitting the text, however it is sliced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.ui.code_view import document as document_module
from garfio.ui.code_view.document import Document


def indexed(text: str) -> Document:
    document = Document(text)
    while document.advance(0):
        pass
    return document


@given(st.text(alphabet="a漢\r\n", max_size=60), st.integers(1, 9))
def test_lines_are_those_of_a_split(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document_module, "_SLICE", size)
        document = indexed(text)
    parts = text.split("\n")
    expected = [part.removesuffix("\r") for part in parts[:-1]] + parts[-1:]
    assert [document.line_text(line) for line in range(document.line_count)] == expected
    assert document.longest == max(map(len, parts))


@given(st.text(alphabet="ab\r\n", max_size=40))
def test_every_offset_is_in_its_line(text: str) -> None:
    document = indexed(text)
    for offset in range(len(text) + 1):
        line = document.line_at(offset)
        assert line == text.count("\n", 0, offset)
        assert document.line_start(line) <= offset
    assert document.next_line_start(document.line_count - 1) == len(text)


def test_the_last_line_known_can_be_read_before_the_index_is_complete() -> None:
    text = "a" * 200_000 + "\nb"
    document = Document(text)
    assert document.advance(0)
    assert not document.complete
    assert document.line_count == 1
    assert document.line_end(0) == 200_000


def test_a_deadline_ends_a_turn() -> None:
    document = Document("x\n" * 100_000)
    turns = 1
    while document.advance(0):
        turns += 1
    assert turns > 1
    assert document.line_count == 100_001
