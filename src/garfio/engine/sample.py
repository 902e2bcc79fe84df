"""The small webhook that a user sends to their own listener, to see that it works."""

from __future__ import annotations

import http.client
import json
import time

from garfio.core.errors import AppError

SAMPLE_PATH = "/sample"


def post_sample(host: str, port: int) -> None:
    """Send it, as a provider would. Raises AppError `listener.unreachable`."""
    body = json.dumps(
        {
            "type": "sample.sent",
            "message": "This webhook went through your own listener.",
            "sent_at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            "amount": 1.10,
            "items": [{"id": 12345678901234567890, "name": "Garfio"}],
        },
        indent=2,
    )
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request(
            "POST",
            SAMPLE_PATH,
            body.encode(),
            {"Content-Type": "application/json", "User-Agent": "Garfio sample"},
        )
        connection.getresponse().read()
    except (OSError, http.client.HTTPException) as error:
        raise AppError(
            "listener.unreachable", "The listener did not answer.", hint="Start it again."
        ) from error
    finally:
        connection.close()
