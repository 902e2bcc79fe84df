"""PayPal, Amazon SNS, the App Store: contents built from their documents, signed with certificates of our own."""

from __future__ import annotations

import base64
import datetime as dt
import json
import zlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import NameOID
from tests.core.signature.requests import make_request
from tests.core.signature.test_certificate import AT, ISSUER, KEYS, ROOT, SIGNER, chain, issue

from garfio.core.signature import Secret, diagnose, key_location, verify


@pytest.fixture(scope="module")
def pair() -> tuple[rsa.RSAPrivateKey, str]:
    """A key and its self-signed certificate as PEM."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    start = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    return key, made.public_bytes(serialization.Encoding.PEM).decode()


def rsa_sign(key: rsa.RSAPrivateKey, content: bytes, digest: hashes.HashAlgorithm) -> str:
    """An RSA PKCS#1 v1.5 signature in base64."""
    return base64.b64encode(key.sign(content, padding.PKCS1v15(), digest)).decode()


@pytest.mark.parametrize(
    ("signed_id", "scheme"), [("1JE4291016473214C", "transmission"), ("WEBHOOK_ID", "simulator")]
)
def test_paypal(pair: tuple[rsa.RSAPrivateKey, str], signed_id: str, scheme: str) -> None:
    """id|time|webhook id|crc32 of the body as an unsigned decimal; the simulator signs a literal id."""
    key, certificate = pair
    body = b'{"id":"WH-1","event_type":"PAYMENT.SALE.COMPLETED"}'
    content = f"tid-1|2024-05-01T10:00:00Z|{signed_id}|{zlib.crc32(body)}".encode()
    headers = [
        ("PAYPAL-TRANSMISSION-ID", "tid-1"),
        ("PAYPAL-TRANSMISSION-TIME", "2024-05-01T10:00:00Z"),
        ("PAYPAL-TRANSMISSION-SIG", rsa_sign(key, content, hashes.SHA256())),
        ("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-1"),
        ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
    ]
    secret = json.dumps({"webhook_id": "1JE4291016473214C", "cert_pem": certificate})
    checked = verify(make_request(headers, body), [secret], provider="paypal", now_unix=1714557600)
    assert (checked.verdict, checked.scheme, checked.signed_content) == ("valid", scheme, content)
    spoilt = verify(make_request(headers, body + b" "), [secret], provider="paypal", now_unix=1714557600)
    assert spoilt.verdict == "invalid"
    bare = Secret("1JE4291016473214C")
    lacking = verify(make_request(headers, body), [bare], provider="paypal", now_unix=0)
    assert (lacking.verdict, lacking.code) == ("no_secret", "no-key")
    fetched = bare.with_key(certificate)
    assert verify(make_request(headers, body), [fetched], provider="paypal", now_unix=0).verdict == "valid"


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("kind", ["Notification", "SubscriptionConfirmation"])
def test_sns(pair: tuple[rsa.RSAPrivateKey, str], kind: str, version: str) -> None:
    """Name, line break, value, line break, for the fields of the message's type in order."""
    key, certificate = pair
    fields = {
        "Message": "line one\nline two é",
        "MessageId": "m-1",
        "Subject": "hello",
        "Timestamp": "2024-05-01T10:00:00.000Z",
        "TopicArn": "arn:aws:sns:us-east-1:1:t",
        "Type": kind,
    }
    order = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
    if kind != "Notification":
        fields |= {"SubscribeURL": "https://sns.us-east-1.amazonaws.com/?x=1", "Token": "tok"}
        del fields["Subject"]
        order = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"]
    content = "".join(f"{name}\n{fields[name]}\n" for name in order).encode()
    digest = hashes.SHA1() if version == "1" else hashes.SHA256()
    fields |= {"SignatureVersion": version, "Signature": rsa_sign(key, content, digest)}
    secret = json.dumps({"cert_pem": certificate})
    headers = [("Content-Type", "text/plain; charset=UTF-8"), ("x-amz-sns-message-type", kind)]

    def verdict(changes: dict[str, str]) -> str:
        body = json.dumps(fields | changes, indent=2).encode()
        return verify(make_request(headers, body), [secret], provider="aws_sns", now_unix=0).verdict

    assert verdict({}) == "valid"
    assert verdict({"Message": "other"}) == "invalid"
    assert verdict({"Unsigned": "value"}) == "valid"
    assert verdict({"SignatureVersion": "3"}) == "unsigned"


def test_a_missing_certificate_is_not_a_wrong_signature(pair: tuple[rsa.RSAPrivateKey, str]) -> None:
    """Without the certificate nothing can be said; with one that cannot be read the reason says so."""
    headers = [
        ("PAYPAL-TRANSMISSION-ID", "t"),
        ("PAYPAL-TRANSMISSION-TIME", "2024-05-01T10:00:00Z"),
        ("PAYPAL-TRANSMISSION-SIG", "AAAA"),
    ]
    assert verify(make_request(headers, b"{}"), [], provider="paypal", now_unix=0).verdict == "no_secret"
    secret = json.dumps({"webhook_id": "w", "cert_pem": "nonsense"})
    found = diagnose(make_request(headers, b"{}"), [secret], provider="paypal", now_unix=0)
    assert (found.verdict, found.code) == ("invalid", "bad-key")
    assert "key" in found.reason


@pytest.mark.parametrize(
    ("provider", "header", "url", "is_allowed"),
    [
        ("paypal", "PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-1", True),
        ("paypal", "PAYPAL-CERT-URL", "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", True),
        ("paypal", "PAYPAL-CERT-URL", "http://api.paypal.com/x", False),
        ("paypal", "PAYPAL-CERT-URL", "https://api.paypal.com.evil.test/x", False),
        ("paypal", "PAYPAL-CERT-URL", "https://evilpaypal.com/x", False),
        ("paypal", "PAYPAL-CERT-URL", "https://api.paypal.com@evil.test/x", False),
        ("paypal", "PAYPAL-CERT-URL", "https://api.paypal.com:8443/x", False),
        ("paypal", "PAYPAL-CERT-URL", "https://api.paypal.com/x#@evil.test", False),
        ("paypal", "PAYPAL-CERT-URL", "https://[bad", False),
        ("adobe_io", "x-adobe-public-key1-path", "/prod/keys/pub-key-1.pem", True),
        ("adobe_io", "x-adobe-public-key1-path", ".evil.test/key.pem", False),
        ("adobe_io", "x-adobe-public-key1-path", "@evil.test/key.pem", False),
        ("circle", "X-Circle-Key-Id", "../../../other", False),
    ],
)
def test_keys_come_from_documented_hosts(provider: str, header: str, url: str, is_allowed: bool) -> None:
    """An address in a request is an attacker's until it was checked."""
    found = key_location(make_request([(header, url)], b"{}"), provider)
    assert found is not None
    assert found.is_allowed is is_allowed


def test_addresses_of_sns_certificates() -> None:
    """The host is sns.<region>.amazonaws.com; GitHub publishes no key."""
    for host, is_allowed in (
        ("sns.us-east-1.amazonaws.com", True),
        ("sns.evil.test", False),
        ("s3.amazonaws.com", False),
    ):
        body = json.dumps({"SigningCertURL": f"https://{host}/cert.pem"}).encode()
        found = key_location(make_request(body=body), "aws_sns")
        assert found is not None
        assert found.is_allowed is is_allowed
    assert key_location(make_request(body=b"{}"), "github") is None


APPLE_MARKS = ("1.2.840.113635.100.6.11.1", "1.2.840.113635.100.6.2.1")


def app_store(certificates: tuple[str, ...]) -> bytes:
    """A notification signed by the key of the first certificate."""

    def written(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = written(json.dumps({"alg": "ES256", "x5c": certificates}).encode())
    signed = f"{head}.{written(json.dumps({'notificationType': 'TEST'}).encode())}"
    numbers = decode_dss_signature(KEYS["signer"].sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    signature = written(b"".join(number.to_bytes(32, "big") for number in numbers))
    return json.dumps({"signedPayload": f"{signed}.{signature}"}).encode()


def test_app_store() -> None:
    """The chain leads to the root that is given, by certificates that Apple gives for this alone; it comes along."""
    issuer = issue("issuer", "root", authority=True, mark=APPLE_MARKS[1])
    right = chain(issue("signer", "issuer", mark=APPLE_MARKS[0]), issuer, ROOT)
    checked = verify(make_request(body=app_store(right)), [ROOT], provider="apple_app_store", now_unix=AT)
    assert (checked.verdict, checked.chain) == ("valid", right)
    for certificates, root in (
        (chain(SIGNER, issuer, ROOT), ROOT),
        (chain(issue("signer", "issuer", mark=APPLE_MARKS[0]), ISSUER, ROOT), ROOT),
        (right, issue("other", "other", authority=True)),
    ):
        found = verify(
            make_request(body=app_store(certificates)), [root], provider="apple_app_store", now_unix=AT
        )
        assert (found.verdict, found.code) == ("invalid", "bad-key")
