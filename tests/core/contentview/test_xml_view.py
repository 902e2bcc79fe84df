"""XML is laid out token by token: nothing expanded, nothing lost, any depth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.view import Meta
from garfio.core.contentview.xml_view import XML, lay_out_xml


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("<a/>", "<a/>"),
        ("<a><b>x</b><c/></a>", "<a>\n  <b>x</b>\n  <c/>\n</a>"),
        ("<?xml version='1.0'?>\n<a>  <b></b>\n</a>\n", "<?xml version='1.0'?>\n<a>\n  <b></b>\n</a>"),
        ("<p>Hello <b>big</b> world</p>", "<p>Hello <b>big</b> world</p>"),
        ("<a> \n </a>", "<a> \n </a>"),
        ("<a x='1>2' y=\"&amp;\">&lt;&#65;</a>", "<a x='1>2' y=\"&amp;\">&lt;&#65;</a>"),
        ("<a><!-- c > --><![CDATA[<b>]]></a>", "<a>\n  <!-- c > -->\n  <![CDATA[<b>]]>\n</a>"),
        (
            '<!DOCTYPE a [<!ENTITY x "]>"><!-- \' --><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&y;</a>',
            '<!DOCTYPE a [<!ENTITY x "]>"><!-- \' --><!ENTITY y SYSTEM "file:///etc/passwd">]>\n<a>&y;</a>',
        ),
    ],
)
def test_layout(sent: str, shown: str) -> None:
    """A document was laid out; tokens are as sent."""
    assert lay_out_xml(sent) == (shown, ())


@pytest.mark.parametrize(
    ("sent", "shown", "code"),
    [
        ("<a><b></a>", "<a>\n  <b></a>", "xml.mismatch"),
        ("<a><b>", "<a>\n  <b>", "xml.unclosed"),
        ("<a>x < y</a>", "<a>x < y</a>", "xml.invalid"),
        ("<a><!-- <b/></a>", "<a><!-- <b/></a>", "xml.invalid"),
        ("</a>", "</a>", "xml.mismatch"),
    ],
)
def test_faults(sent: str, shown: str, code: str) -> None:
    """A document that is not well formed was laid out; the rest is verbatim, the fault named."""
    text, notes = lay_out_xml(sent)
    assert text == shown
    assert [item.code for item in notes] == [code]


@given(st.text(alphabet="<>/!-[]?ab='\" \n&;", max_size=60))
def test_only_blanks_change(text: str) -> None:
    """Arbitrary near-XML was laid out; without blanks it equals the original."""
    assert "".join(lay_out_xml(text)[0].split()) == "".join(text.split())


def test_hostile_documents_take_no_time() -> None:
    """Deep nesting, open comments and laughing entities were sent; all are shown, bounded."""
    text, notes = lay_out_xml("<a>" * 100_000)
    assert text.count("<a>") == 100_000
    assert {item.code for item in notes} == {"xml.unclosed", "xml.indent_capped"}
    for hostile in (
        "<!--" * 100_000,
        "<!DOCTYPE a [" + "<!--" * 100_000,
        "<a " + "b='" * 100_000,
        "<" * 100_000,
    ):
        assert lay_out_xml(hostile)[0] == hostile
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    view = XML.render(laughs.encode(), Meta("application/xml"))
    assert "&b;" in view.text
    assert [item.code for item in view.notes] == ["xml.entities_kept"]


def test_declared_encoding() -> None:
    """A document names its own encoding; it is used when the header names none."""
    view = XML.render(
        "<?xml version='1.0' encoding='iso-8859-1'?><a>ñ</a>".encode("latin-1"), Meta("text/xml")
    )
    assert "ñ" in view.text
    assert view.facts["encoding"] == "iso8859-1"


@pytest.mark.parametrize(
    ("body", "content_type", "fits"),
    [
        (b"<a/>", "application/xml", True),
        (b"<a/>", "application/soap+xml; charset=utf-8", True),
        (b"<svg xmlns=''/>", "image/svg+xml", True),
        (b"<?xml version='1.0'?><a/>", "", True),
        (b"<note>x</note>", "text/plain", True),
        (b"<3 you", "text/plain", False),
        (b"oops", "application/xml", False),
        (b"<a/>", "application/json", False),
    ],
)
def test_priority(body: bytes, content_type: str, fits: bool) -> None:
    """A body came under a type; XML offers itself when type or bytes say so."""
    assert (XML.priority(body, Meta(content_type)) > 0.5) is fits
