"""Sends a mail over SMTP; a password never goes out before the connection is encrypted, except on this machine."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate
from typing import Any

from garfio.core.action import Deed
from garfio.core.target import is_loopback
from garfio.engine.action.certificate import tls_outcome
from garfio.engine.action.tools import Tools, no_secret
from garfio.engine.store.runs import Outcome

_TIMEOUT_S = 20.0


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when the server has taken it; what the server refuses for good (5xx) fails, the rest is tried again."""
    values = deed.values
    secret = tools.secret(values["secret"]) if values["secret"] else ""
    if secret is None:
        return no_secret(values["secret"])
    return await asyncio.to_thread(_send, values, secret, _message(values, tools.key))


def _message(values: dict[str, Any], key: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = values["from"]
    for header, name in (("To", "to"), ("Cc", "cc")):
        if values[name]:
            message[header] = ", ".join(values[name])
    if values["reply_to"]:
        message["Reply-To"] = values["reply_to"]
    message["Subject"] = values["subject"]
    message["Date"] = formatdate(localtime=True)
    # The same for every try: a server that has it already can tell.
    message["Message-ID"] = f"<{key}@garfio.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    if values["text"] or not values["html"]:
        message.set_content(values["text"])
    if values["html"] and values["text"]:
        message.add_alternative(values["html"], subtype="html")
    elif values["html"]:
        message.set_content(values["html"], subtype="html")
    return message


def _send(values: dict[str, Any], secret: str, message: EmailMessage) -> Outcome:
    everybody = [*values["to"], *values["cc"], *values["bcc"]]
    try:
        with _connect(values) as server:
            if values["user"] and secret:
                server.login(values["user"], secret)
            refused = server.send_message(message, to_addrs=everybody)
    except smtplib.SMTPResponseException as error:
        said = error.smtp_error
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        state = "failed" if error.smtp_code >= 500 else "waiting"
        return Outcome(state, f"smtp.{error.smtp_code}", text)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
        state = "failed" if min(codes, default=550) >= 500 else "waiting"
        return Outcome(
            state, f"smtp.{codes[0] if codes else 550}", "The server takes no mail for these addresses."
        )
    except smtplib.SMTPNotSupportedError as error:
        return Outcome("failed", "smtp.tls", str(error))
    except (smtplib.SMTPException, OSError) as error:
        return tls_outcome(error) or Outcome("waiting", "smtp", str(error) or type(error).__name__)
    if refused:
        return Outcome("done", "smtp.partly", f"Not taken for {', '.join(refused)}.")
    return Outcome("done", "", f"Taken by {values['host']}.")


def _connect(values: dict[str, Any]) -> smtplib.SMTP:
    host, port, security = values["host"], int(values["port"]), values["security"]
    if security == "auto":
        security = "tls" if port == 465 else "none" if is_loopback(host) else "starttls"
    if security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, port or 465, timeout=_TIMEOUT_S, context=context)
    server = smtplib.SMTP(host, port or (587 if security == "starttls" else 25), timeout=_TIMEOUT_S)
    if security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server
