"""The peer that captures are measured against: aiohttp's low-level server on uvloop, which reads the body
and stores nothing.

`python -m tests.bench.bare` prints its port and serves until its standard input closes.
"""

from __future__ import annotations

import asyncio
import sys

import uvloop
from aiohttp import web


async def _answer(request: web.BaseRequest) -> web.Response:
    await request.read()
    return web.Response(text="OK\n", headers={"X-Content-Type-Options": "nosniff"})


async def _serve() -> None:
    runner = web.ServerRunner(web.Server(_answer, auto_decompress=False), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    uvloop.run(_serve())
