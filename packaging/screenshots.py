"""Makes the pictures of the README from real payloads: a listener receives them, the real window is rendered.

Needs the public test data beside the project (`../shared/data`). `python packaging/screenshots.py [FOLDER]` writes
`window-THEME-LANGUAGE.png` for both themes and languages.
"""

from __future__ import annotations

import base64
import gzip
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAYLOADS = ROOT.parent / "shared" / "data" / "payloads"
FOLDER = ROOT / "resources" / "screenshots"


def deliveries() -> list[tuple[str, str, dict[str, str], bytes]]:
    """Method, path, headers and body of what is sent."""
    found = []
    with gzip.open(PAYLOADS / "github-webhooks-examples-7.6.1.json.gz") as file:
        events = json.load(file)
    for number, event in enumerate(events[:80:4]):
        body = json.dumps(event["examples"][0], ensure_ascii=False).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "GitHub-Hookshot/044aadd",
            "X-GitHub-Event": event["name"],
            "X-GitHub-Delivery": f"72d3162e-cc78-11e3-81ab-4c9367dc{number:04d}",
        }
        found.append(("POST", "/github", headers, body))
    with gzip.open(PAYLOADS / "stripe-djstripe-events.jsonl.gz") as lines:
        for line in lines:
            headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Stripe/1.0"}
            found.append(("POST", "/stripe", headers, base64.b64decode(json.loads(line)["body_b64"])))
    found.append(("GET", "/health", {"User-Agent": "curl/8.5"}, b""))
    return found


def _until_looked(garfio: list[str]) -> None:
    """Wait for the verdict on the last one, which comes after its acknowledgement."""
    last = [*garfio, "list", "path:/health verdict:unverifiable", "--json"]
    while not subprocess.run(last, capture_output=True, check=False).stdout:
        time.sleep(0.2)


def main(folder: Path) -> int:
    """Receive, render, end."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        database = Path(temporary) / "garfio.db"
        garfio = [sys.executable, "-m", "garfio", "--db", str(database)]
        listener = subprocess.Popen(
            [*garfio, "listen", "--port", "0", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert listener.stdout is not None
        assert listener.stdin is not None
        port = json.loads(listener.stdout.readline())["addresses"][0][1]
        sender = http.client.HTTPConnection("127.0.0.1", port)
        for method, path, headers, body in deliveries():
            sender.request(method, path, body, headers)
            sender.getresponse().read()
        _until_looked(garfio)
        listener.stdin.close()
        listener.wait()
        newest = subprocess.run(
            [*garfio, "list", "path:/stripe", "--limit", "3", "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
        chosen = json.loads(newest.stdout.splitlines()[-1])["id"]
        for theme in ("light", "dark"):
            for language in ("en", "es"):
                file = folder / f"window-{theme}-{language}.png"
                subprocess.run(
                    [
                        *garfio,
                        "--screenshot",
                        str(file),
                        "--theme",
                        theme,
                        "--lang",
                        language,
                        "--select",
                        str(chosen),
                    ],
                    check=True,
                    env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                )
                print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
