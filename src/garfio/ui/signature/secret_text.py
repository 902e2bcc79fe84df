"""What providers call their secrets, in the user's words. A name that is the provider's own term stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import Provider

NAMES = frozenset(
    (
        QT_TRANSLATE_NOOP("secret", "access key"),
        QT_TRANSLATE_NOOP("secret", "access token"),
        QT_TRANSLATE_NOOP("secret", "account signature secret"),
        QT_TRANSLATE_NOOP("secret", "account token"),
        QT_TRANSLATE_NOOP("secret", "API key"),
        QT_TRANSLATE_NOOP("secret", "API key or app secret"),
        QT_TRANSLATE_NOOP("secret", "API key with the webhook badge"),
        QT_TRANSLATE_NOOP("secret", "API secret"),
        QT_TRANSLATE_NOOP("secret", "app client secret (API secret key)"),
        QT_TRANSLATE_NOOP("secret", "app key and app secret"),
        QT_TRANSLATE_NOOP("secret", "app secret"),
        QT_TRANSLATE_NOOP("secret", "app secret (and the verify token for the endpoint check)"),
        QT_TRANSLATE_NOOP("secret", "Apple Root CA - G3 certificate (PEM)"),
        QT_TRANSLATE_NOOP("secret", "application public key"),
        QT_TRANSLATE_NOOP("secret", "auth token"),
        QT_TRANSLATE_NOOP("secret", "auth token of the account"),
        QT_TRANSLATE_NOOP("secret", "bot auth token"),
        QT_TRANSLATE_NOOP("secret", "client ID"),
        QT_TRANSLATE_NOOP("secret", "client secret"),
        QT_TRANSLATE_NOOP("secret", "client secret (and the verification token)"),
        QT_TRANSLATE_NOOP("secret", "client secret + &"),
        QT_TRANSLATE_NOOP("secret", "client secret of the app"),
        QT_TRANSLATE_NOOP("secret", "client secret or webhook signing key"),
        QT_TRANSLATE_NOOP("secret", "consumer secret"),
        QT_TRANSLATE_NOOP("secret", "current or next signing key"),
        QT_TRANSLATE_NOOP("secret", "Ed25519 public key"),
        QT_TRANSLATE_NOOP("secret", "endpoint secret key (pdl_ntfset_…)"),
        QT_TRANSLATE_NOOP("secret", "hash key"),
        QT_TRANSLATE_NOOP("secret", "HMAC key"),
        QT_TRANSLATE_NOOP("secret", "HMAC key of Connect"),
        QT_TRANSLATE_NOOP("secret", "HTTP webhook signing key"),
        QT_TRANSLATE_NOOP("secret", "IPN secret"),
        QT_TRANSLATE_NOOP("secret", "JWK set of the domain"),
        QT_TRANSLATE_NOOP("secret", "JWS secret token"),
        QT_TRANSLATE_NOOP("secret", "master API token"),
        QT_TRANSLATE_NOOP("secret", "OAuth client secret"),
        QT_TRANSLATE_NOOP("secret", "OAuth client secret, or the webhook's own secret"),
        QT_TRANSLATE_NOOP("secret", "part after : of the API key whose id is in X-Ably-Key"),
        QT_TRANSLATE_NOOP("secret", "primary and secondary key"),
        QT_TRANSLATE_NOOP("secret", "private key"),
        QT_TRANSLATE_NOOP("secret", "public and private key"),
        QT_TRANSLATE_NOOP("secret", "public key"),
        QT_TRANSLATE_NOOP("secret", "public key (and the verification token)"),
        QT_TRANSLATE_NOOP("secret", "public key (PEM or JWK set)"),
        QT_TRANSLATE_NOOP("secret", "public key of the account"),
        QT_TRANSLATE_NOOP("secret", "public key of the app"),
        QT_TRANSLATE_NOOP("secret", "public key of the region"),
        QT_TRANSLATE_NOOP("secret", "public key of the server"),
        QT_TRANSLATE_NOOP("secret", "public key or shared key"),
        QT_TRANSLATE_NOOP("secret", "secret API key"),
        QT_TRANSLATE_NOOP("secret", "secret in the URL"),
        QT_TRANSLATE_NOOP("secret", "secret in the webhook's URL"),
        QT_TRANSLATE_NOOP("secret", "secret key"),
        QT_TRANSLATE_NOOP("secret", "secret of the destination"),
        QT_TRANSLATE_NOOP("secret", "Secret Token of the app"),
        QT_TRANSLATE_NOOP("secret", "secret token or signing token"),
        QT_TRANSLATE_NOOP("secret", "server key"),
        QT_TRANSLATE_NOOP("secret", "SHA-256 digest of the secret"),
        QT_TRANSLATE_NOOP("secret", "shared key"),
        QT_TRANSLATE_NOOP("secret", "shared secret"),
        QT_TRANSLATE_NOOP("secret", "shared secret of the installation"),
        QT_TRANSLATE_NOOP("secret", "shared token"),
        QT_TRANSLATE_NOOP("secret", "shop secret"),
        QT_TRANSLATE_NOOP("secret", "signature key of the subscription"),
        QT_TRANSLATE_NOOP("secret", "signing certificate"),
        QT_TRANSLATE_NOOP("secret", "signing key"),
        QT_TRANSLATE_NOOP("secret", "signing key or JWK set"),
        QT_TRANSLATE_NOOP("secret", "signing secret"),
        QT_TRANSLATE_NOOP("secret", "signing secret (whsec_…)"),
        QT_TRANSLATE_NOOP("secret", "signing secret (whsec_…) or public key (whpk_…)"),
        QT_TRANSLATE_NOOP("secret", "signing secret or user:password"),
        QT_TRANSLATE_NOOP("secret", "signing token"),
        QT_TRANSLATE_NOOP("secret", "token"),
        QT_TRANSLATE_NOOP("secret", "user:password"),
        QT_TRANSLATE_NOOP("secret", "verification key (JWK)"),
        QT_TRANSLATE_NOOP("secret", "verification key (public key)"),
        QT_TRANSLATE_NOOP("secret", "verification token from the handshake"),
        QT_TRANSLATE_NOOP("secret", "verifier"),
        QT_TRANSLATE_NOOP("secret", "verifier token"),
        QT_TRANSLATE_NOOP("secret", "verify token"),
        QT_TRANSLATE_NOOP("secret", "webhook authentication key"),
        QT_TRANSLATE_NOOP("secret", "webhook id"),
        QT_TRANSLATE_NOOP("secret", "webhook key (PEM)"),
        QT_TRANSLATE_NOOP("secret", "webhook secret"),
        QT_TRANSLATE_NOOP("secret", "webhook signature key, or the integration's secret key"),
        QT_TRANSLATE_NOOP("secret", "webhook token"),
        QT_TRANSLATE_NOOP("secret", "X-Hook-Secret of the handshake"),
    )
)
"""Names as the catalogue writes them."""
OWNED: dict[str, str] = {
    "'s public key": QT_TRANSLATE_NOOP("secret", "{owner}'s public key"),
    "' public key": QT_TRANSLATE_NOOP("secret", "{owner}'s public key"),
    "'s JWK set": QT_TRANSLATE_NOOP("secret", "{owner}'s JWK set"),
}
"""Ends of names that begin with that of the provider."""


def secret_name(provider: Provider | None) -> str:
    """What the provider calls its secret."""
    name = provider.secret_name if provider else "signing secret"
    if name in NAMES:
        return QCoreApplication.translate("secret", name)
    for end, pattern in OWNED.items():
        if name.endswith(end):
            return QCoreApplication.translate("secret", pattern).format(owner=name.removesuffix(end))
    return name
