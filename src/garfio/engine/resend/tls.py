"""TLS contexts of targets, and what a failed handshake means in words.

A context is made once for each setting, on a thread: reading the system's authorities takes longer than a
frame of the window.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from pathlib import Path

from garfio.core.attempt import Failure
from garfio.core.target import Tls

_VERIFY_CODES = {
    9: "tls.not_yet_valid",
    10: "tls.expired",
    18: "tls.self_signed",
    19: "tls.self_signed",
    20: "tls.unknown_authority",
    21: "tls.unknown_authority",
    62: "tls.wrong_name",
    64: "tls.wrong_name",
}
"""OpenSSL's X509_V_ERR_… numbers, from its x509_vfy.h."""
_REASONS = (
    ("WRONG_VERSION_NUMBER", "tls.plain"),
    ("HTTP_REQUEST", "tls.plain"),
    ("PACKET_LENGTH_TOO_LONG", "tls.plain"),
    ("RECORD_LAYER_FAILURE", "tls.plain"),
    ("UNSUPPORTED_PROTOCOL", "tls.version"),
    ("ALERT_PROTOCOL_VERSION", "tls.version"),
    ("NO_PROTOCOLS_AVAILABLE", "tls.version"),
    ("CERTIFICATE_REQUIRED", "tls.client_certificate"),
    ("ALERT_BAD_CERTIFICATE", "tls.client_certificate"),
    ("ALERT_UNKNOWN_CA", "tls.client_certificate"),
    ("ALERT_HANDSHAKE_FAILURE", "tls.client_certificate"),
)


class Contexts:
    """The contexts in use, by their settings and by the times of the files that they were read from."""

    def __init__(self) -> None:
        self._made: dict[tuple[Tls, tuple[int, ...]], ssl.SSLContext] = {}

    async def get(self, tls: Tls) -> ssl.SSLContext | Failure:
        """The context for `tls`, or why its files cannot be used."""
        key = (tls, _times(tls))
        if key not in self._made:
            made = await asyncio.to_thread(_explained, lambda: _make(tls))
            if isinstance(made, Failure):
                return made
            self._made = {old: context for old, context in self._made.items() if old[0] != tls}
            self._made[key] = made
        return self._made[key]


def tls_failure(error: BaseException) -> Failure:
    """What a failed handshake, or an encrypted connection that broke, means."""
    detail = str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        code = _VERIFY_CODES.get(error.verify_code, "tls.unknown_authority")
        return Failure("tls", code, error.verify_message)
    reason = getattr(error, "reason", None) or detail.upper().replace(" ", "_")
    return Failure("tls", next((code for mark, code in _REASONS if mark in reason), "tls"), detail)


def _make(tls: Tls) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=tls.ca_file or None)
    if not tls.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if tls.certificate_file:
        # An encrypted key would be asked for on the terminal, of which the window has none.
        context.load_cert_chain(tls.certificate_file, tls.key_file or None, password=lambda: "")
    return context


def _explained(make: Callable[[], ssl.SSLContext]) -> ssl.SSLContext | Failure:
    try:
        return make()
    except (OSError, ValueError) as error:
        return Failure("tls", "tls.files", str(error))


def _times(tls: Tls) -> tuple[int, ...]:
    names = (name for name in (tls.ca_file, tls.certificate_file, tls.key_file) if name)
    found = []
    for name in names:
        try:
            found.append(Path(name).stat().st_mtime_ns)
        except OSError:
            found.append(0)
    return tuple(found)
