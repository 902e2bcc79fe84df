"""Publishes a message to a broker, with the client that is installed for it."""

from __future__ import annotations

import asyncio
import logging
from urllib.parse import unquote, urlsplit

from garfio.core.action import Deed
from garfio.core.action.publish import SCHEMES
from garfio.engine.action.certificate import tls_outcome
from garfio.engine.action.tools import Tools, no_secret
from garfio.engine.broker import BROKERS, Message, RefusedError
from garfio.engine.store.runs import Outcome

_TIME_LIMIT_S = 30.0
_LOGGERS = ("paho", "redis", "nats", "aiormq", "aio_pika")


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when the server has it; a wrong password or a missing client fails, the rest is tried again."""
    values = deed.values
    secret = tools.secret(values["secret"]) if values["secret"] else ""
    if secret is None:
        return no_secret(values["secret"])
    message = message_of(values, secret, tools.key)
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(
            logging.CRITICAL
        )  # they log what the outcome says, some with passwords
    package, publish = BROKERS[message.protocol]
    try:
        async with asyncio.timeout(_TIME_LIMIT_S):
            return Outcome("done", "", await publish(message))
    except ImportError:
        return Outcome("failed", "publish.missing", f"pip install {package}")
    except RefusedError as error:
        return Outcome("failed", "publish.refused", str(error))
    except (OSError, TimeoutError) as error:
        return tls_outcome(error) or Outcome(
            "waiting", "publish", str(error) or "The server does not answer."
        )


def message_of(values: dict[str, object], secret: str, key: str) -> Message:
    """The message with its server's address taken apart."""
    parts = urlsplit(str(values["url"]))
    protocol, encrypted = SCHEMES[parts.scheme]
    return Message(
        protocol,
        parts.hostname or "",
        parts.port,
        unquote(parts.username or ""),
        secret,
        parts.path if parts.path != "/" else "",
        str(values["to"]),
        str(values["body"]).encode("utf-8", "surrogatepass"),
        key,
        keep=bool(values["keep"]),
        encrypted=encrypted,
    )
