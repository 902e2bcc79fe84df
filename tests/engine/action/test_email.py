"""Mails to servers that want TLS and a login, and what is said of their certificates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.e2e.outside import mail_server
from tests.engine.resend.certificates import Authority, self_signed, server_context

from garfio.core.action import ACTIONS, Deed
from garfio.engine.action import Tools, perform

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
LOGIN = ("ada", "p4ss")


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """One that this computer knows."""
    made = Authority.make(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


def mail(port: int, security: str, **values: Any) -> Deed:
    given = {"to": ["a@x.org"], "from": "s@x.org", "host": "127.0.0.1", "port": port, "text": "Hi"}
    given |= {"user": "ada", "secret": "pass", "security": security}
    return ACTIONS["email"].render(ACTIONS["email"].filled({**given, **values}))


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_login_over_tls(tools: Tools, authority: Authority, security: str) -> None:
    """Encrypted first, then logged in; the mail arrives. A wrong password is given up."""
    context = server_context(authority.issue("mail"))
    with mail_server(**{security: context}, login=LOGIN) as server:
        outcome = await perform(mail(server.port, security), tools)
        assert (outcome.state, outcome.error) == ("done", ""), outcome
        assert len(server.to("a@x.org")) == 1
        wrong = await perform(mail(server.port, security, user="eve"), tools)
        assert (wrong.state, wrong.error) == ("failed", "smtp.535")
        assert len(server.mails) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("self_signed", "signed by itself"),
        ("unknown_authority", "SSL_CERT_FILE"),
        ("expired", "has expired"),
        ("wrong_name", "for another name"),
    ],
)
async def test_a_certificate_that_is_refused(
    tools: Tools, authority: Authority, tmp_path: Path, security: str, why: str, words: str
) -> None:
    """The reason and what to do; no password and no mail goes out; it is tried again."""
    other = tmp_path / "other"
    other.mkdir()
    file = {
        "self_signed": lambda: self_signed(tmp_path),
        "unknown_authority": lambda: Authority.make(other, "stranger").issue("mail"),
        "expired": lambda: authority.issue("old", days=-1),
        "wrong_name": lambda: authority.issue("else", hosts=("mail.example.com",)),
    }[why]()
    with mail_server(**{security: server_context(file)}, login=LOGIN) as server:
        outcome = await perform(mail(server.port, security), tools)
        assert (outcome.state, outcome.error) == ("waiting", f"certificate.{why}"), outcome
        assert words in outcome.message
        assert not server.mails
