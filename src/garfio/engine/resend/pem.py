"""The certificate files of a target, looked at when they are named: what the first handshake would say too late."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from garfio.core.errors import AppError
from garfio.core.target import Tls

_LARGEST = 4 * 1024 * 1024
"""No file of certificates is larger; the system's own, with all authorities, has 0.2 MB."""


async def check_files(tls: Tls) -> None:
    """Raise AppError `target.pem_…` for a file that cannot be what it is named for."""
    if tls.ca_file or tls.certificate_file or tls.key_file:
        await asyncio.to_thread(_check, tls)


def _check(tls: Tls) -> None:
    if tls.ca_file:
        _certificates(tls.ca_file)
    if not tls.certificate_file:
        if tls.key_file:
            raise AppError(
                "target.pem_key_alone",
                "A key without its certificate is of no use.",
                hint="Name the client certificate too, or leave the key out.",
                file=tls.key_file,
            )
        return
    certificate = _certificates(tls.certificate_file)[0]
    key_file = tls.key_file or tls.certificate_file
    key = _key(key_file)
    form = Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    if key.public_key().public_bytes(*form) != certificate.public_key().public_bytes(*form):
        raise AppError(
            "target.pem_other_key",
            f"The key in {key_file} does not belong to the certificate in {tls.certificate_file}.",
            hint="Name the key that the certificate was made for.",
            key=key_file,
            file=tls.certificate_file,
        )
    try:
        ssl.create_default_context().load_cert_chain(tls.certificate_file, tls.key_file or None)
    except (OSError, ValueError) as error:
        raise AppError(
            "target.pem_unusable",
            f"The certificate in {tls.certificate_file} cannot be used: {error}.",
            hint="Choose another one.",
            file=tls.certificate_file,
        ) from error


def _certificates(file: str) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(_read(file))
    except ValueError as error:
        raise AppError(
            "target.pem_no_certificate",
            f"{file} holds no certificate in PEM form.",
            hint="Choose a file with -----BEGIN CERTIFICATE-----.",
            file=file,
        ) from error


def _key(file: str) -> PrivateKeyTypes:
    try:
        return load_pem_private_key(_read(file), None)
    except TypeError as error:
        raise AppError(
            "target.pem_locked_key",
            f"The key in {file} is locked with a password.",
            hint="Write it without one: openssl pkey -in KEY -out OPEN_KEY",
            file=file,
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise AppError(
            "target.pem_no_key",
            f"{file} holds no private key in PEM form.",
            hint="Name the file with the certificate's key, with -----BEGIN PRIVATE KEY-----.",
            file=file,
        ) from error


def _read(file: str) -> bytes:
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_LARGEST)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise AppError(
            "target.pem_unreadable",
            f"{file} cannot be read: {why}.",
            hint="Check its name.",
            file=file,
            why=why,
        ) from error
