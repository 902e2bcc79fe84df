"""Sending to servers that are not ours: nginx with TLS and client certificates, an address in a namespace of the
network, IPv6 alone. Each is skipped where the machine has no such thing."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from garfio.core.attempt import Attempt, Failure, Response
from garfio.core.capture import Arrival, CaptureId
from garfio.core.http import Request
from garfio.core.target import Target, Tls
from garfio.engine.database import import_arrivals
from garfio.engine.resend.connecting import BODY_LIMIT
from garfio.engine.resend.session import open_desk
from tests.engine.resend.certificates import Authority

CAPTURE = Request(
    b"POST /hook/%41?x=1 HTTP/1.1\r\nHost: a\r\nX-Dup: 1\r\nx-dup: 2\r\nContent-Type: text/plain\r\n"
    b"Content-Length: 7\r\n\r\npayload",
)
GIGABYTE = 1024**3
both_ways = pytest.mark.parametrize("sending", ["exact", "normal"])


async def resend(folder: Path, target: Target) -> Attempt:
    database = folder / "garfio.db"
    (capture,) = import_arrivals(database, [Arrival(Request.from_bytes(CAPTURE.to_bytes()), 1, "", 200)])
    async with open_desk(database) as desk:
        (row,) = await desk.resend([CaptureId(capture)], target, confirmed=True)
        return await desk.attempt(row.id)


# --- nginx
# ----------------------------------------------------------------------------------------------------------

_CONFIGURATION = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log {folder}/access.log; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    log_format sent '$bytes_sent'; access_log {folder}/sent.log sent;
    server {{
        listen 127.0.0.1:{port} ssl; listen [::1]:{port} ssl;
        ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.pem;
        ssl_client_certificate {folder}/authority.pem; ssl_verify_client {demand};
        root {folder}/files;
        location /hook {{ return 200 "$ssl_client_s_dn|$request_uri|$http_x_dup|$content_length"; }}
        location /moved {{ return 308 /hook/%41?y=2; }}
        location /big {{ error_page 405 =200 $uri; }}
        location /gone {{ return 444; }}
    }}
}}
"""


@dataclass
class Nginx:
    """A running nginx."""

    folder: Path
    url: str
    authority: Authority

    @property
    def tls(self) -> Tls:
        return Tls(ca_file=str(self.authority.file), certificate_file=str(self.folder / "client.pem"))


@contextmanager
def nginx(folder: Path, *, demand: str = "on") -> Iterator[Nginx]:
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip("nginx is not installed")
    authority = Authority.make(folder)
    authority.issue("server")
    authority.issue("client")
    (folder / "files").mkdir()
    with (folder / "files" / "big").open("wb") as file:
        file.truncate(GIGABYTE)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file_ = folder / "nginx.conf"
    file_.write_text(_CONFIGURATION.format(folder=folder, port=port, demand=demand))
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    process = subprocess.Popen([program, "-c", str(file_), "-e", str(folder / "error.log"), *user])
    try:
        _wait_for("127.0.0.1", port, process)
        yield Nginx(folder, f"https://localhost:{port}", authority)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(host: str, port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(500):
        if process.poll() is not None:
            pytest.skip(f"the server ended with {process.returncode}")
        try:
            socket.create_connection((host, port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("the server did not start")


@both_ways
async def test_a_client_certificate_for_nginx(tmp_path: Path, sending: str) -> None:
    """It sees who we are, and the raw path; without the certificate it refuses."""
    with nginx(tmp_path) as server:
        target = Target("", server.url, sending=sending, tls=server.tls)
        known = await resend(tmp_path, target)
        unknown = await resend(
            tmp_path, Target("", server.url, sending=sending, tls=Tls(ca_file=server.tls.ca_file))
        )
    assert isinstance(known.outcome, Response), known.outcome
    assert known.outcome.body == b"CN=client|/hook/%41?x=1|1|7"
    assert known.peer.tls_version.startswith("TLSv1.")
    assert isinstance(unknown.outcome, Response)
    assert unknown.outcome.status == 400
    assert b"No required SSL certificate was sent" in unknown.outcome.body


@both_ways
async def test_a_redirect_of_nginx(tmp_path: Path, sending: str) -> None:
    """The same place keeps the certificate; the hop has the body and the new path."""
    with nginx(tmp_path) as server:
        attempt = await resend(
            tmp_path, Target("", f"{server.url}/moved", sending=sending, tls=server.tls, follow=3)
        )
    assert isinstance(attempt.outcome, Response)
    assert attempt.outcome.body == b"CN=client|/hook/%41?y=2|1|7"
    assert [hop.response.status for hop in attempt.hops] == [308]


@both_ways
async def test_a_gigabyte_from_nginx(tmp_path: Path, sending: str) -> None:
    """So much is read as is kept, and the rest is not taken from the wire."""
    with nginx(tmp_path, demand="off") as server:
        attempt = await resend(tmp_path, Target("", f"{server.url}/big", sending=sending, tls=server.tls))
    assert isinstance(attempt.outcome, Response)
    assert (attempt.outcome.status, len(attempt.outcome.body)) == (200, BODY_LIMIT)
    assert attempt.outcome.cut == "limit"
    assert attempt.outcome.headers.text("content-length") == str(GIGABYTE)
    assert max(int(line) for line in (tmp_path / "sent.log").read_text().split()) < GIGABYTE // 10


@both_ways
async def test_nginx_hangs_up(tmp_path: Path, sending: str) -> None:
    with nginx(tmp_path) as server:
        attempt = await resend(tmp_path, Target("", f"{server.url}/gone", sending=sending, tls=server.tls))
    assert isinstance(attempt.outcome, Failure)
    assert attempt.outcome.kind == "closed"


# --- other networks
# --------------------------------------------------------------------------------------------------

_V4, _V6 = "10.213.77.2", "fd6a:6172:6669:6f::2"
_SERVER = """
import http.server, socket, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers()
        self.wfile.write(body)
class Server(http.server.HTTPServer):
    address_family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
server = Server((sys.argv[1], 8080), Answer)
print("ready", flush=True)
server.serve_forever()
"""


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, timeout=10)


@pytest.fixture
def namespace() -> Iterator[str]:
    """A namespace of the network with one end of a cable, as a container has it; the other end is here."""
    mark = os.urandom(3).hex()  # names of a cable are free again only some time after it is gone
    name, here, there = f"gtest{mark}", f"gth{mark}", f"gtt{mark}"
    try:
        _ip("netns", "add", name)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("no namespaces of the network can be made here")
    try:
        _ip("link", "add", here, "type", "veth", "peer", "name", there)
        _ip("link", "set", there, "netns", name)
        _ip("addr", "add", "10.213.77.1/30", "dev", here)
        _ip("-6", "addr", "add", "fd6a:6172:6669:6f::1/64", "dev", here, "nodad")
        _ip("link", "set", here, "up")
        _ip("-n", name, "addr", "add", f"{_V4}/30", "dev", there)
        _ip("-n", name, "-6", "addr", "add", f"{_V6}/64", "dev", there, "nodad")
        _ip("-n", name, "link", "set", there, "up")
    except (OSError, subprocess.SubprocessError):
        _ip("netns", "del", name)
        pytest.skip("no cable can be laid between namespaces here")
    try:
        yield name
    finally:
        _ip("link", "del", here)
        _ip("netns", "del", name)


@contextmanager
def serving_in(namespace: str, address: str) -> Iterator[None]:
    process = subprocess.Popen(
        ["ip", "netns", "exec", namespace, sys.executable, "-c", _SERVER, address],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        if process.stdout.readline() != b"ready\n":
            pytest.skip("no program can be started in a namespace here")
        yield
    finally:
        process.terminate()
        process.communicate(timeout=10)


@both_ways
@pytest.mark.parametrize("address", [_V4, _V6])
def test_an_address_of_a_container(tmp_path: Path, namespace: str, address: str, sending: str) -> None:
    """A private address that is not this machine, IPv4 or IPv6 alone: said to be none of ours, and reached."""
    host = f"[{address}]" if ":" in address else address
    database = tmp_path / "garfio.db"
    (capture,) = import_arrivals(database, [Arrival(Request.from_bytes(CAPTURE.to_bytes()), 1, "", 200)])

    def garfio(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "garfio", "--db", str(database), *words]
        return subprocess.run(
            command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False
        )

    with serving_in(namespace, address):
        assert garfio("targets", "add", "box", f"http://{host}:8080", "--sending", sending).returncode == 0
        result = garfio("resend", str(capture), "--to", "box", "--json")
    assert result.returncode == 0, result.stderr
    assert f"Sending to {address}, which is not this machine." in result.stderr
    found = json.loads(result.stdout)
    assert (base64.b64decode(found["body_base64"]), found["peer"]) == (b"payload", f"{host}:8080")
    assert found["sending"] == sending


@both_ways
async def test_this_machine_by_ipv6_alone(tmp_path: Path, sending: str) -> None:
    """A server that listens on ::1 only is found by the name localhost, and its address is said."""
    try:
        server = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    port = server.getsockname()[1]
    server.close()
    program = _SERVER.replace("8080", str(port))
    process = subprocess.Popen([sys.executable, "-c", program, "::1"], stderr=subprocess.DEVNULL)
    try:
        _wait_for("::1", port, process)
        attempt = await resend(tmp_path, Target("", f"http://localhost:{port}", sending=sending))
    finally:
        process.terminate()
        process.wait(10)
    assert isinstance(attempt.outcome, Response), attempt.outcome
    assert attempt.peer.address == f"[::1]:{port}"
