"""The listener with nobody looking at what it stores: what checking costs is measured against it.

`python -m tests.bench.unchecked DATABASE` is `garfio listen --json --port 0 --db DATABASE` without verdicts.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from garfio.engine.listener import process
from garfio.engine.looker import Looker


async def _nothing(_looker: Looker) -> None:
    await asyncio.Event().wait()


if __name__ == "__main__":
    Looker.run = _nothing  # type: ignore[method-assign]
    options = process.ListenOptions(Path(sys.argv[1]), port=0)
    sys.exit(process.run_listener(options, lambda event: print(json.dumps(event), flush=True)))
