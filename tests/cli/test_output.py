"""How rows and values are printed."""

from __future__ import annotations

import dataclasses

import pytest

from garfio.cli.output import Table, human_size, printable, summary_row
from garfio.core.capture import CaptureId, CaptureSummary

SUMMARY = CaptureSummary(
    CaptureId(7), 0, "POST", b"/a", "HTTP/1.1", "", "application/json", 2100, 200, None, "", "", "", "", "", True,
    "listener", "", 0, True, False,
)  # fmt: skip

SIZES = [
    (0, "0 B"),
    (999, "999 B"),
    (1000, "1.0 kB"),
    (2100, "2.1 kB"),
    (123_456, "123 kB"),
    (10**6, "1.0 MB"),
    (5 * 10**9, "5.0 GB"),
]


@pytest.mark.parametrize(("count", "text"), SIZES)
def test_sizes(count: int, text: str) -> None:
    """Decimal units, one digit where it says something."""
    assert human_size(count) == text


def test_rows() -> None:
    """An ordinary capture, one without an answer, and refused messages with their count."""
    assert summary_row(SUMMARY)[2:] == ("POST", "/a", "application/json", "", "2.1 kB", "200")
    verified = dataclasses.replace(SUMMARY, event_type="invoice.paid", verdict="valid")
    assert summary_row(verified)[4:6] == ("invoice.paid", "valid")
    assert summary_row(dataclasses.replace(SUMMARY, reply_status=0))[-1] == "–"
    refused = dataclasses.replace(SUMMARY, refusal="tls", repeats=4, method="", target=b"")
    assert summary_row(refused)[2] == "refused"
    assert summary_row(refused)[3].startswith("(5×) TLS was spoken")
    assert summary_row(dataclasses.replace(refused, refusal="of_a_later_version"))[3].endswith(
        "of_a_later_version"
    )
    assert summary_row(dataclasses.replace(SUMMARY, complete=False))[3] == "/a (incomplete)"


def test_long_cells_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row is never wider than the terminal; what is cut is marked."""
    monkeypatch.setenv("COLUMNS", "120")
    line = Table().line(("1", "t", "POST", "/" + "a" * 500, "x/y", "valid", "1 B", "200"))
    assert len(line) <= 120
    assert "…" in line


def test_unprintable_characters_are_escaped() -> None:
    """Controls, directions and line breaks are shown as escapes."""
    assert printable("a\x1b\n\u202eñ ") == "a\\x1b\\x0a\\x202eñ "
