"""What an encrypted connection that failed means for an action, as a code and a sentence that says what to do."""

from __future__ import annotations

import ssl

from garfio.engine.resend.tls import tls_failure
from garfio.engine.store.runs import Outcome

_SENTENCES = {
    "tls.self_signed": "The server's certificate is signed by itself, so nobody vouches for it.",
    "tls.unknown_authority": "The server's certificate comes from an authority that this computer does not know.",
    "tls.expired": "The server's certificate has expired.",
    "tls.not_yet_valid": "The server's certificate is not valid yet; is this computer's clock right?",
    "tls.wrong_name": "The server's certificate is for another name: write the name that it has.",
}


def tls_outcome(error: BaseException) -> Outcome | None:
    """The outcome for an error that is, or was caused by, one of TLS; None for another. Tried again: certificates get
    renewed."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, ssl.SSLError):
        found = found.__cause__ or found.__context__
    if found is None:
        return None
    failure = tls_failure(found)
    sentence = _SENTENCES.get(failure.code)
    if sentence is None:
        return Outcome("waiting", "tls", failure.detail)
    if failure.code in ("tls.self_signed", "tls.unknown_authority"):
        sentence += " Add it to the system's certificates, or name its file in SSL_CERT_FILE."
    return Outcome("waiting", f"certificate.{failure.code.partition('.')[2]}", sentence)
