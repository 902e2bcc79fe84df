"""Differences between two bodies by lines, and the changed part of a line.

Bytes are compared, so line ends and broken characters count. The work is bounded: a stretch too large to be
aligned is given as one replaced block.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_LINES = 3000
"""Lines of one side that are aligned, after the equal beginning and end have been set aside."""
_MOST_COMPARED = 4_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `left_start` to `left_end` (excluded) of the one against those of the other."""

    kind: str
    """`equal`, `removed`, `added` or `replaced`."""
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class TextDiff:
    """Two texts as lines, with their ends, and how they go together."""

    left: tuple[bytes, ...]
    right: tuple[bytes, ...]
    blocks: tuple[Block, ...]
    is_exact: bool
    """False when a stretch was too large to be aligned."""

    @property
    def is_equal(self) -> bool:
        """True when there is no difference."""
        return all(block.kind == "equal" for block in self.blocks)


def diff_text(left: bytes, right: bytes) -> TextDiff:
    """Compare by lines; a line ends after LF."""
    lefts, rights = _lines(left), _lines(right)
    most = min(len(lefts), len(rights))
    head = 0
    while head < most and lefts[head] == rights[head]:
        head += 1
    tail = 0
    while tail < most - head and lefts[-1 - tail] == rights[-1 - tail]:
        tail += 1
    middle = lefts[head : len(lefts) - tail], rights[head : len(rights) - tail]
    longest = max(map(len, middle))
    is_exact = longest <= _MOST_LINES and len(middle[0]) * len(middle[1]) <= _MOST_COMPARED
    ends = len(lefts) - tail, len(rights) - tail
    blocks = [_block(0, head, 0, head, equal=True)]
    if is_exact:
        blocks += _aligned(*middle, head)
    else:
        blocks.append(_block(head, ends[0], head, ends[1]))
    blocks.append(_block(ends[0], len(lefts), ends[1], len(rights), equal=True))
    return TextDiff(lefts, rights, tuple(block for block in blocks if block is not None), is_exact)


def changed_part(left: bytes, right: bytes) -> tuple[int, int]:
    """How many bytes two lines share at their beginning and at their end."""
    most = min(len(left), len(right))
    head = next((at for at in range(most) if left[at] != right[at]), most)
    rest = most - head
    tail = next((at for at in range(rest) if left[-1 - at] != right[-1 - at]), rest)
    return head, tail


def faithful_text(data: bytes) -> str:
    """Bytes as text that can be turned back: UTF-8, every other byte as a lone surrogate (PEP 383)."""
    return data.decode("utf-8", "surrogateescape")


def _lines(data: bytes) -> tuple[bytes, ...]:
    lines = data.split(b"\n")
    last = lines.pop()
    return (*(line + b"\n" for line in lines), last) if last else tuple(line + b"\n" for line in lines)


def _block(
    left_start: int, left_end: int, right_start: int, right_end: int, *, equal: bool = False
) -> Block | None:
    """The block of these lines, None without any."""
    is_empty = (left_start == left_end, right_start == right_end)
    if all(is_empty):
        return None
    kind = {(True, False): "added", (False, True): "removed", (False, False): "replaced"}[is_empty]
    return Block("equal" if equal else kind, left_start, left_end, right_start, right_end)


def _aligned(lefts: tuple[bytes, ...], rights: tuple[bytes, ...], offset: int) -> list[Block | None]:
    blocks = []
    for tag, *bounds in SequenceMatcher(None, lefts, rights).get_opcodes():
        left_start, left_end, right_start, right_end = (bound + offset for bound in bounds)
        blocks.append(_block(left_start, left_end, right_start, right_end, equal=tag == "equal"))
    return blocks
