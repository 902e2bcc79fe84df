"""Fills the search index of a database as the window has it filled, over and over, until its standard input closes."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from pathlib import Path

from garfio.engine.indexer import fill
from garfio.engine.store.search_index import index_path


def main(database: Path) -> None:
    """Begin anew whenever all is taken in."""
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    told = False
    while not ended.is_set():
        for suffix in ("", "-wal", "-shm"):
            Path(f"{index_path(database)}{suffix}").unlink(missing_ok=True)
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        process = multiprocessing.get_context("spawn").Process(
            target=fill, args=(theirs, str(database)), daemon=True
        )
        process.start()
        theirs.close()
        ours.recv()  # it is at work now: starting it is not what is measured
        if not told:
            print("begun", flush=True)
            told = True
        while process.is_alive() and not ended.is_set():
            process.join(0.1)
        process.kill()
        process.join()
        ours.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
