"""What the search for the cause of a failed signature costs: alone, and beside the window that waits for it.

`python -m tests.bench.diagnosis DATABASE` opens the window on a fresh workspace, receives a webhook of 1 MB with a
wrong signature, opens its Signature tab and prints one JSON line when the search has ended.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from tests.bench.real_window import Beats, open_window, run

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Budget, Secret, diagnose, sign
from garfio.engine.verification import DIAGNOSIS_S

_SECRETS = tuple(Secret(f"whsec_wrong_{number}") for number in range(5))


def order_message(size: int) -> Request:
    """A signed webhook of many small members, with what encoders write in different ways: some `size` bytes."""
    item = {
        "id": 1,
        "title": "Zoë’s café",
        "url": "https://shop.example/a",
        "html": "<b>1 & 2</b>",
        "price": 1.50,
    }
    number = max(1, size // len(json.dumps(item, ensure_ascii=False).encode()))
    items = [{**item, "id": index} for index in range(number)]
    body = json.dumps(
        {"type": "orders/create", "items": items}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    head = b"POST /stripe HTTP/1.1\r\nHost: h.test\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return sign(Request(head % len(body), body), "stripe", "whsec_right", now_unix=time.time())


def search_s(size: int) -> tuple[float, float, bool]:
    """Seconds of a search that finds nothing, with five secrets and the window's limit; those of the
    processor, which other programs lengthen less; True when the limit cut it."""
    request = order_message(size)
    budget = Budget(clock=time.process_time, seconds=DIAGNOSIS_S)
    begun, used = time.perf_counter(), time.process_time()
    found = diagnose(request, _SECRETS, provider="stripe", now_unix=time.time(), budget=budget)
    return time.perf_counter() - begun, time.process_time() - used, found.exhausted


async def _post(port: int, request: Request) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request.to_bytes())
    await reader.readline()
    writer.close()


async def _run(database: Path) -> None:
    async with open_window(database) as (window, workspace):
        await workspace.endpoints.add(Endpoint("/stripe", "stripe"))
        for secret in _SECRETS:
            await workspace.endpoints.add_secret("/stripe", secret)
        window.inspector.show_tab("signature")
        await workspace.start_listener(0)
        await _post(workspace.listener.port, order_message(1 << 20))
        while not (newest := await workspace.newest_id()):
            await asyncio.sleep(0.02)
        await asyncio.sleep(1.0)
        beats = Beats(window)
        begun = time.perf_counter()
        window.selection.set_current(newest)
        while (found := window.inspector.examiner.examination) is None or found.searching:
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.5)
        figures = {
            "seconds": time.perf_counter() - begun - 0.5,
            "busy_longest_ms": max(beats.busy_ms),
            "own_longest_ms": max(beats.own_ms),
            "exhausted": found.verification.exhausted,
        }
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    run(lambda: _run(Path(sys.argv[1])))
