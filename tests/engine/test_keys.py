"""Fetching keys from a real server over TLS: only when allowed, only from documented hosts, kept and forgotten."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import json
import socket
import ssl
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from tests.core.signature.requests import make_request
from tests.engine.signed import arrival
from tests.engine.test_endpoint_desk import desk_on

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Secret, with_fetched
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.keys import LIMIT, KeyFetcher, KeyRunner
from garfio.engine.looker import Looker
from garfio.engine.plan import PlanSource
from garfio.engine.store import keys
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database

HOST = "sns.us-east-1.amazonaws.com"
URL = f"https://{HOST}/SimpleNotificationService-1.pem"
SNS = CATALOG["aws_sns"]


def certificate(
    name: str, days: int = 30, issuer: str = "", age: int = 60
) -> tuple[rsa.RSAPrivateKey, bytes]:
    """A key and its certificate, self-signed or in the name of an issuer."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer or name)]))
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=age))
        .not_valid_after(now + dt.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key, made.public_bytes(serialization.Encoding.PEM)


SIGNER, SIGNER_PEM = certificate("sns.amazonaws.com", issuer="Authority", age=9999)
SERVER, SERVER_PEM = certificate(HOST)


def self_signed(key: rsa.RSAPrivateKey) -> bytes:
    """A certificate of the key that names no issuer but itself, and ran out long ago, after `signed.AT`."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    span = [dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (2020, 2025)]
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), *span)
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


class Here(AbstractResolver):
    """Every name is this machine and the server's port."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> Any:
        return [
            {
                "hostname": host,
                "host": "127.0.0.1",
                "port": self.port,
                "family": family,
                "proto": 0,
                "flags": 0,
            }
        ]

    async def close(self) -> None: ...


class Publisher:
    """A server that publishes something."""

    def __init__(self) -> None:
        self.answer = web.Response
        self.body = SIGNER_PEM
        self.status = 200
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []
        self.port = 0
        self.tls = ssl.create_default_context(cadata=SERVER_PEM.decode())

    async def handle(self, request: web.BaseRequest) -> web.Response:
        self.asked.append(f"{request.host}{request.path_qs}")
        return web.Response(body=self.body, status=self.status, headers=self.headers)

    def fetcher(self) -> KeyFetcher:
        return KeyFetcher(Here(self.port), self.tls)


@pytest.fixture
async def publisher(tmp_path: Path) -> AsyncIterator[Publisher]:
    """A TLS server on loopback with a certificate for Amazon's name."""
    found = Publisher()
    form = serialization.PrivateFormat.PKCS8
    pem = SERVER.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (tmp_path / "server.pem").write_bytes(pem + SERVER_PEM)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "server.pem")
    runner = web.ServerRunner(web.Server(found.handle))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    found.port = runner.addresses[0][1]
    yield found
    await runner.cleanup()


def notification(url: str = URL) -> Any:
    """A message that Amazon SNS would send, signed by the key of the certificate."""
    fields = {
        "Type": "Notification",
        "MessageId": "m-1",
        "TopicArn": "arn:aws:sns:us-east-1:1:t",
        "Message": "hello",
        "Timestamp": "2024-05-01T10:00:00.000Z",
        "SignatureVersion": "2",
        "SigningCertURL": url,
    }
    names = ("Message", "MessageId", "Timestamp", "TopicArn", "Type")
    content = "".join(f"{name}\n{fields[name]}\n" for name in names).encode()
    made = SIGNER.sign(content, padding.PKCS1v15(), hashes.SHA256())
    fields["Signature"] = base64.b64encode(made).decode()
    headers = [("x-amz-sns-message-type", "Notification")]
    return make_request(headers, json.dumps(fields).encode(), url="https://hooks.example.test/sns")


async def test_a_certificate_is_fetched_over_tls(publisher: Publisher) -> None:
    """From the documented host, under its name; how long it serves is what the server says, in limits."""
    publisher.headers = {"Cache-Control": "public, max-age=3600"}
    found = await publisher.fetcher().fetch(SNS, URL)
    assert (found.trouble, found.key) == ("", SIGNER_PEM.decode().strip())
    assert 3590 < found.expires_at_us / 1e6 - time.time() <= 3600
    assert publisher.asked == [f"{HOST}/SimpleNotificationService-1.pem"]


@pytest.mark.parametrize(
    ("body", "status", "headers", "trouble"),
    [
        (SIGNER_PEM, 302, {"Location": "https://evil.test/key.pem"}, "status"),
        (b"nothing", 404, {}, "status"),
        (b"no key at all", 200, {}, "no-key"),
        (b"\x30\x82\x00", 200, {}, "no-key"),
        (b"x" * (LIMIT + 1), 200, {}, "too-large"),
    ],
)
async def test_what_is_no_key_is_not_kept(
    publisher: Publisher, body: bytes, status: int, headers: dict[str, str], trouble: str
) -> None:
    """A redirect is not followed; the trouble has a code and a phrase."""
    publisher.body, publisher.status, publisher.headers = body, status, headers
    found = await publisher.fetcher().fetch(SNS, URL)
    assert (found.key, found.trouble) == ("", trouble)
    assert found.detail.endswith(".")
    assert len(publisher.asked) == 1


async def test_others_are_never_asked(publisher: Publisher) -> None:
    """An address that is not the provider's, a server without the right certificate, a server that is not there."""
    fetcher = publisher.fetcher()
    for url in (URL.replace("https", "http"), "https://evil.test/a.pem", f"https://{HOST}/a.html"):
        assert (await fetcher.fetch(SNS, url)).trouble == "foreign"
    assert (await KeyFetcher(Here(publisher.port)).fetch(SNS, URL)).trouble == "tls"
    other = URL.replace("us-east-1", "eu-west-1")
    assert (await fetcher.fetch(SNS, other)).trouble == "tls"
    assert publisher.asked == []
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert (await KeyFetcher(Here(port), publisher.tls).fetch(SNS, URL)).trouble == "offline"


@contextlib.asynccontextmanager
async def looking(desk: EndpointDesk, path: Path, fetcher: KeyFetcher) -> AsyncIterator[Looker]:
    looker = Looker(path, desk._writer(), PlanSource(path), fetcher)
    try:
        yield looker
    finally:
        await looker.close()


async def catch_up(looker: Looker) -> None:
    looker._version = None  # as if the time for it had come
    while await looker.round() or await looker.settle():
        pass


async def test_nothing_is_fetched_before_the_user_says_yes(db: Path, publisher: Publisher) -> None:
    """Then the capture is checked again and valid, with its source named; taken back, all is as before."""
    async with desk_on(db) as desk, looking(desk, db, publisher.fetcher()) as looker:
        (number,) = await desk._writer().run(lambda c: insert_arrivals(c, [arrival(notification())]))
        await catch_up(looker)
        before = await desk.verification(CaptureId(number))
        assert (before.verdict, before.code, before.key_url) == ("no_secret", "key-not-allowed", URL)
        assert HOST in before.reason
        assert publisher.asked == []
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        after = await desk.verification(CaptureId(number))
        assert (after.verdict, after.key_url) == ("valid", URL)
        assert after.secret is not None
        assert after.secret.label == HOST
        assert len(publisher.asked) == 1
        await catch_up(looker)
        assert len(publisher.asked) == 1, "what is kept is not fetched again"
        await desk.forbid_keys("aws_sns")
        await catch_up(looker)
        assert (await desk.verification(CaptureId(number))).code == "key-not-allowed"
        assert (await desk.plan()).keys == {}


async def test_without_a_network_the_verdict_says_so(
    db: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next yes tries again; a certificate given by hand needs no network."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")
    publisher.status = 503
    async with desk_on(db) as desk, looking(desk, db, publisher.fetcher()) as looker:
        (number,) = await desk._writer().run(lambda c: insert_arrivals(c, [arrival(notification())]))
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        failed = await desk.verification(CaptureId(number))
        assert (failed.verdict, failed.code) == ("no_secret", "key-failed")
        assert "503" in failed.reason
        await catch_up(looker)
        assert len(publisher.asked) == 1, "not tried again at once"
        publisher.status = 200
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        assert (await desk.verification(CaptureId(number))).verdict == "valid"
        await desk.forbid_keys("aws_sns")
        await desk.add_secret("/sns", Secret(json.dumps({"cert_pem": SIGNER_PEM.decode()})))
        by_hand = await desk.verification(CaptureId(number))
        assert (by_hand.verdict, by_hand.key_url) == ("valid", "")


async def test_a_certificate_that_leads_to_no_root_makes_it_invalid(db: Path, publisher: Publisher) -> None:
    """Though it came from the right address; one that has run out still serves for what came before."""
    own = self_signed(SIGNER)
    async with desk_on(db) as desk, looking(desk, db, publisher.fetcher()) as looker:
        (number,) = await desk._writer().run(lambda c: insert_arrivals(c, [arrival(notification())]))
        publisher.body = own
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        found = await desk.verification(CaptureId(number))
        assert (found.verdict, found.code) == ("invalid", "certificate-untrusted")
        assert found.findings[0].code == "certificate.untrusted"


async def test_an_address_of_somebody_else_makes_it_invalid(db: Path, publisher: Publisher) -> None:
    """Whoever signs with a key of their own and says where it is gets no yes."""
    async with desk_on(db) as desk, looking(desk, db, publisher.fetcher()) as looker:
        request = notification("https://sns.evil.test/a.pem")
        (number,) = await desk._writer().run(lambda c: insert_arrivals(c, [arrival(request)]))
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        found = await desk.verification(CaptureId(number))
        assert (found.verdict, found.code) == ("invalid", "key-foreign")
        assert publisher.asked == []


async def test_only_keys_that_can_be_had_can_be_allowed(db: Path) -> None:
    """GitHub publishes none, eBay gives it to customers alone."""
    async with desk_on(db) as desk:
        for provider in ("github", "ebay", "nobody"):
            with pytest.raises(AppError) as caught:
                await desk.allow_keys(provider)
            assert caught.value.code == "keys.none"
            with pytest.raises(AppError) as caught:
                await desk.forbid_keys(provider)
            assert caught.value.code == "keys.none"
        assert await desk.key_consents() == frozenset()


async def test_waiting_is_bounded(db: Path, publisher: Publisher) -> None:
    """A flood of made-up addresses waits in a short line, and is dropped when it is no longer allowed."""
    async with desk_on(db) as desk:
        runner = KeyRunner(desk._writer(), publisher.fetcher())
        runner.want(frozenset(("aws_sns", f"https://{HOST}/{number}.pem") for number in range(1000)))
        assert len(runner._waiting) == 32
        assert runner.is_due
        assert not await runner.round(frozenset(), {})
        assert not runner.is_due
        assert publisher.asked == []


def test_renewing_a_key_set_keeps_what_older_captures_need(db: Path) -> None:
    """A key that has gone from the set checks what came while it was there, and nothing after that."""
    open_database(db)
    connection = connect(db)
    keys.allow(connection, "google_pubsub", 1)
    url = "https://www.googleapis.com/oauth2/v3/certs"
    for number, ids in enumerate((["a", "b"], ["b", "c"]), start=1):
        text = json.dumps({"keys": [{"kty": "RSA", "kid": one} for one in ids]})
        at_us = number * 1000 * 10**6
        keys.put(
            connection, keys.FetchedKey(url, "google_pubsub", text, at_us, at_us + 10**9, tried_at_us=at_us)
        )
    (kept,) = keys.fetched(connection)
    connection.close()

    def ids_at(at_unix: float) -> set[str]:
        secrets = with_fetched((), kept.key, "host", alone=True)
        return {
            one["kid"]
            for each in secrets
            if each.is_current(at_unix)
            for one in json.loads(each.value)["keys"]
        }

    assert ids_at(1500) == {"a", "b", "c"}
    assert ids_at(2500) == {"b", "c"}


async def test_a_new_single_key_leaves_what_came_before_valid(db: Path, publisher: Publisher) -> None:
    """A certificate that its address no longer gives checks what came while it did, and nothing after that."""
    async with desk_on(db) as desk, looking(desk, db, publisher.fetcher()) as looker:
        earlier = await desk._writer().run(lambda c: insert_arrivals(c, [arrival(notification())]))
        await desk.allow_keys("aws_sns")
        await catch_up(looker)
        publisher.body = certificate("sns.amazonaws.com", issuer="Authority", age=9999)[1]
        renewed = await publisher.fetcher().fetch(SNS, URL)
        await desk._writer().run(lambda c: keys.put(c, renewed))
        late = arrival(notification(), at=renewed.fetched_at_us / 1e6 + 1)
        later = await desk._writer().run(lambda c: insert_arrivals(c, [late]))
        await catch_up(looker)
        (before,) = earlier
        (after,) = later
        assert (await desk.verification(CaptureId(before))).verdict == "valid"
        assert (await desk.verification(CaptureId(before))).key_url == URL
        assert (await desk.verification(CaptureId(after))).verdict == "invalid"
