"""Signatures that a public key checks: Ed25519, ECDSA, RSA. Only this and `certificate` know `cryptography`.

A key is given as the provider shows it: PEM (key or certificate), base64 DER, hex or base64 of a raw
Ed25519 key, a JWK or a JWK set. What cannot be read raises ValueError with a sentence; a wrong signature is
False.
"""

from __future__ import annotations

import json
from functools import lru_cache

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from garfio.core.signature.encoding import KEY_FORMS

PublicKey = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey
PrivateKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - what some providers still sign with
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_KEY_PREFIXES = ("whpk_", "whsk_")


def verify(algorithm: str, key: str, content: bytes, signature: bytes, *, key_id: str = "") -> bool:
    """True when `signature` over `content` is by the owner of the key. Raises ValueError for an unusable
    key."""
    public = _public_key(key, key_id)
    digest = _HASHES.get(algorithm.rpartition("-")[2], hashes.SHA256())
    try:
        if algorithm == "ed25519" and isinstance(public, ed25519.Ed25519PublicKey):
            public.verify(signature, content)
        elif algorithm.startswith("ecdsa-") and isinstance(public, ec.EllipticCurvePublicKey):
            if "p1363" in algorithm:
                signature = _p1363_to_der(signature, public)
            public.verify(signature, content, ec.ECDSA(digest))
        elif algorithm.startswith("rsa-pss-") and isinstance(public, rsa.RSAPublicKey):
            salt = padding.PSS(padding.MGF1(digest), digest.digest_size)
            public.verify(signature, content, salt, digest)
        elif algorithm.startswith("rsa-") and isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, content, padding.PKCS1v15(), digest)
        else:
            raise ValueError("The key is of another kind than the scheme needs.")
    except InvalidSignature:
        return False
    return True


def sign(algorithm: str, key: str, content: bytes) -> bytes:
    """A signature by a private key (PEM, or a raw Ed25519 seed). Raises ValueError for an unusable key."""
    private = _private_key(key)
    digest = _HASHES.get(algorithm.rpartition("-")[2], hashes.SHA256())
    if algorithm == "ed25519" and isinstance(private, ed25519.Ed25519PrivateKey):
        return private.sign(content)
    if algorithm.startswith("ecdsa-") and isinstance(private, ec.EllipticCurvePrivateKey):
        signature = private.sign(content, ec.ECDSA(digest))
        if "p1363" not in algorithm:
            return signature
        r, s = decode_dss_signature(signature)
        size = (private.curve.key_size + 7) // 8
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")
    if algorithm.startswith("rsa-pss-") and isinstance(private, rsa.RSAPrivateKey):
        return private.sign(content, padding.PSS(padding.MGF1(digest), digest.digest_size), digest)
    if algorithm.startswith("rsa-") and isinstance(private, rsa.RSAPrivateKey):
        return private.sign(content, padding.PKCS1v15(), digest)
    raise ValueError("The private key is of another kind than the scheme needs.")


def public_key_of(key: str) -> str:
    """The public key of a private one, as PEM. Raises ValueError when it cannot be read."""
    encoding, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return _private_key(key).public_key().public_bytes(encoding, form).decode()


def check_public_key(key: str) -> None:
    """Raises ValueError for what no scheme can check a signature with."""
    _public_key(key, "")


def is_public_text(text: str) -> bool:
    """True for a text that can only be a public key (PEM, DER, JWK, `whpk_`), so never one shared with a
    sender."""
    text = text.strip()
    return "-----BEGIN" in text or text.startswith(("{", "whpk_", "MI", "MCow"))


def _p1363_to_der(signature: bytes, key: ec.EllipticCurvePublicKey) -> bytes:
    size = (key.curve.key_size + 7) // 8
    if len(signature) != 2 * size:
        raise InvalidSignature
    return encode_dss_signature(
        int.from_bytes(signature[:size], "big"), int.from_bytes(signature[size:], "big")
    )


@lru_cache(maxsize=64)
def _public_key(key: str, key_id: str) -> PublicKey:
    text = key.strip()
    try:
        found = _from_json(text, key_id) if text.startswith("{") else _from_text(text)
    except (ValueError, TypeError, LookupError, AttributeError, UnsupportedAlgorithm) as error:
        raise ValueError(
            "This is no public key that can be read: PEM, certificate, base64 or JWK."
        ) from error
    if not isinstance(found, PublicKey):
        raise ValueError("This kind of key is not used by any scheme.")  # noqa: TRY004 - a fault of the text
    return found


def _from_text(text: str) -> object:
    if "-----BEGIN CERTIFICATE-----" in text:
        return x509.load_pem_x509_certificate(text.encode()).public_key()
    if "-----BEGIN" in text and "PRIVATE KEY-----" in text:
        return _private_key(text).public_key()
    if "-----BEGIN" in text:
        return serialization.load_pem_public_key(text.replace("\\n", "\n").encode())
    for prefix in _KEY_PREFIXES:
        text = text.removeprefix(prefix)
    for form in ("hex", "b64"):
        data = KEY_FORMS[form]("".join(text.split()))
        if data and len(data) == 32:
            return ed25519.Ed25519PublicKey.from_public_bytes(data)
        if data and len(data) == 64:  # a seed and its public key, as Svix writes private keys
            return ed25519.Ed25519PublicKey.from_public_bytes(data[32:])
        if data and len(data) > 40:
            return _from_der(data)
    raise ValueError


def _from_der(data: bytes) -> object:
    try:
        return serialization.load_der_public_key(data)
    except ValueError:
        return x509.load_der_x509_certificate(data).public_key()


def _from_json(text: str, key_id: str) -> object:
    """A key from a JWK, a JWK set (by `kid`), or an object with a PEM in one of its usual fields."""
    document = json.loads(text)
    for field in ("public_key_pem", "cert_pem", "public_key", "publicKey", "key"):
        if isinstance(document.get(field), str):
            return _from_text(document[field].strip())
    keys = document.get("keys", [document])
    chosen = [jwk for jwk in keys if not key_id or jwk.get("kid") == key_id] or keys[:1]
    jwk = chosen[0]
    if jwk.get("use", "sig") != "sig" or "verify" not in jwk.get("key_ops", ["verify"]):
        raise ValueError
    if jwk["kty"] == "RSA":
        return rsa.RSAPublicNumbers(_number(jwk["e"]), _number(jwk["n"])).public_key()
    if jwk["kty"] == "EC":
        curves: dict[str, ec.EllipticCurve] = {
            "P-256": ec.SECP256R1(),
            "P-384": ec.SECP384R1(),
            "P-521": ec.SECP521R1(),
        }
        return ec.EllipticCurvePublicNumbers(
            _number(jwk["x"]), _number(jwk["y"]), curves[jwk["crv"]]
        ).public_key()
    return ed25519.Ed25519PublicKey.from_public_bytes(KEY_FORMS["b64"](jwk["x"]) or b"")


def _number(text: str) -> int:
    return int.from_bytes(KEY_FORMS["b64"](text) or b"", "big")


@lru_cache(maxsize=16)
def _private_key(key: str) -> PrivateKey:
    text = key.strip()
    try:
        if "-----BEGIN" in text:
            found = serialization.load_pem_private_key(text.replace("\\n", "\n").encode(), None)
        else:
            for prefix in _KEY_PREFIXES:
                text = text.removeprefix(prefix)
            data = KEY_FORMS["hex"](text) or KEY_FORMS["b64"](text) or b""
            found = ed25519.Ed25519PrivateKey.from_private_bytes(data[:32])
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ValueError(
            "This is no private key that can be read: PEM, or the seed of an Ed25519 key."
        ) from error
    if not isinstance(found, PrivateKey):
        raise ValueError("This kind of key is not used by any scheme.")  # noqa: TRY004 - a fault of the text
    return found
