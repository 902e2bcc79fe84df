"""Messages through apprise, for real, to services on loopback."""

from __future__ import annotations

import warnings
from dataclasses import replace

import pytest
from tests.e2e.outside import http_peer

from garfio.core.action import ACTIONS, Deed
from garfio.engine.action import Tools, perform

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it looks at modules that Python is going to drop
    pytest.importorskip("apprise")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def message(**values: str) -> Deed:
    return ACTIONS["service"].render(
        ACTIONS["service"].filled({"secret": "service", "text": "3 left", **values})
    )


async def test_what_services_get(tools: Tools) -> None:
    """A JSON service gets title and text; an ntfy server gets them on its topic."""
    with http_peer() as peer:
        place = peer.url.removeprefix("http://")
        for url in (f"json://{place}/hook", f"ntfy://{place}/stock?mode=private"):
            given = replace(tools, secret={"service": url}.get)
            outcome = await perform(message(title="Low stock"), given)
            assert (outcome.state, outcome.error) == ("done", ""), url
        first, second = (one.json() for one in peer.received)
        assert (first["title"], first["message"]) == ("Low stock", "3 left")
        assert (second["topic"], second["title"], second["message"]) == ("stock", "Low stock", "3 left")


async def test_a_service_that_refuses(tools: Tools) -> None:
    """It is tried again, and the URL, which is the secret, is in nothing that is said."""
    with http_peer() as peer:
        peer.statuses = [500]
        url = peer.url.replace("http://", "json://ada:hunter2@")
        outcome = await perform(message(), replace(tools, secret={"service": url}.get))
    assert (outcome.state, outcome.error) == ("waiting", "service.failed")
    assert "hunter2" not in outcome.message
