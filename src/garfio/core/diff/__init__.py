"""Differences between two captures: by header, by structure of JSON, by lines.

Values are given as they were sent: a number keeps its digits, a string its escapes. Everything is bounded.
"""

from garfio.core.diff.document import Value, read_document
from garfio.core.diff.header import HeaderChange, HeaderDiff, diff_headers
from garfio.core.diff.ignore import EVERYTHING_COUNTS, EXPECTED, Ignore
from garfio.core.diff.structure import Change, StructureDiff, diff_structure
from garfio.core.diff.text import Block, TextDiff, changed_part, diff_text, faithful_text

__all__ = [
    "EVERYTHING_COUNTS",
    "EXPECTED",
    "Block",
    "Change",
    "HeaderChange",
    "HeaderDiff",
    "Ignore",
    "StructureDiff",
    "TextDiff",
    "Value",
    "changed_part",
    "diff_headers",
    "diff_structure",
    "diff_text",
    "faithful_text",
    "read_document",
]
