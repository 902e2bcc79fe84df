"""Three steps for each provider: where its console wants the address, where it shows the secret, how to try it.

The best known providers have sentences of their own; the others get the same three from what the catalogue knows.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import Provider
from garfio.ui.signature.verdict_text import secret_name

Steps = tuple[str, str, str]

_STEPS: dict[str, Steps] = {
    "stripe": (
        QT_TRANSLATE_NOOP("setup", "Dashboard › Developers › Webhooks › Add destination: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Open the destination, reveal its signing secret (whsec_…), and paste it here."
        ),
        QT_TRANSLATE_NOOP(
            "setup", "“Send test event” there. With the Stripe CLI: stripe listen prints a secret of its own."
        ),
    ),
    "github": (
        QT_TRANSLATE_NOOP(
            "setup", "Repository › Settings › Webhooks › Add webhook: enter {url} and application/json."
        ),
        QT_TRANSLATE_NOOP("setup", "Think of a long random secret, enter it there and here."),
        QT_TRANSLATE_NOOP(
            "setup", "GitHub sends a ping at once; “Redeliver” under Recent Deliveries sends one again."
        ),
    ),
    "shopify": (
        QT_TRANSLATE_NOOP(
            "setup", "Settings › Notifications › Webhooks, or your app’s configuration: enter {url}."
        ),
        QT_TRANSLATE_NOOP(
            "setup",
            "The secret is under the list of webhooks, or is your app’s client secret. Paste it here.",
        ),
        QT_TRANSLATE_NOOP(
            "setup", "Do something in the shop: what “Send test notification” sends is not signed for an app."
        ),
    ),
    "slack": (
        QT_TRANSLATE_NOOP("setup", "api.slack.com/apps › your app › Event Subscriptions: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Basic Information › App Credentials › Signing Secret: paste it here first."
        ),
        QT_TRANSLATE_NOOP("setup", "Slack checks the address at once; Garfio answers it."),
    ),
    "hubspot": (
        QT_TRANSLATE_NOOP("setup", "Your app › Webhooks: enter {url} as the target URL."),
        QT_TRANSLATE_NOOP("setup", "Your app › Auth › Client secret: paste it here."),
        QT_TRANSLATE_NOOP(
            "setup", "Enter the same address as the public URL here: HubSpot signs it. Then press “Test”."
        ),
    ),
    "mailchimp": (
        QT_TRANSLATE_NOOP(
            "setup", "Audience › Settings › Webhooks: enter {url}?secret= and a long random value."
        ),
        QT_TRANSLATE_NOOP("setup", "Mailchimp does not sign: paste that same value here as the secret."),
        QT_TRANSLATE_NOOP("setup", "Mailchimp checks the address with a GET; Garfio answers it."),
    ),
    "mandrill": (
        QT_TRANSLATE_NOOP("setup", "Mailchimp Transactional › Settings › Webhooks: enter {url}."),
        QT_TRANSLATE_NOOP("setup", "Copy the webhook’s key from that list, and paste it here."),
        QT_TRANSLATE_NOOP(
            "setup", "Enter the same address as the public URL here: it is signed. Then press “Send test”."
        ),
    ),
    "twilio": (
        QT_TRANSLATE_NOOP("setup", "Console › your number or service: enter {url} as the webhook."),
        QT_TRANSLATE_NOOP("setup", "Console › Account Info › Auth Token: paste it here."),
        QT_TRANSLATE_NOOP(
            "setup", "Enter the same address as the public URL here: Twilio signs it. Then send a message."
        ),
    ),
    "gitlab": (
        QT_TRANSLATE_NOOP("setup", "Project › Settings › Webhooks › Add new webhook: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Enter a secret token there, or generate a signing token, and paste it here."
        ),
        QT_TRANSLATE_NOOP("setup", "“Test” beside the webhook sends an event of your choice."),
    ),
    "discord": (
        QT_TRANSLATE_NOOP(
            "setup", "Developer Portal › your app › General Information: enter {url} as the interactions URL."
        ),
        QT_TRANSLATE_NOOP("setup", "The public key is on the same page. Paste it here first."),
        QT_TRANSLATE_NOOP(
            "setup", "Discord checks the address when you save, with right and wrong signatures."
        ),
    ),
    "paypal": (
        QT_TRANSLATE_NOOP("setup", "Developer Dashboard › your app › Webhooks: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Copy the webhook ID of that list, and paste it here; the certificate is PayPal’s."
        ),
        QT_TRANSLATE_NOOP("setup", "Pay in the sandbox: events of the simulator cannot be verified."),
    ),
    "square": (
        QT_TRANSLATE_NOOP("setup", "Developer Console › your app › Webhooks › Subscriptions: enter {url}."),
        QT_TRANSLATE_NOOP("setup", "Open the subscription, show its signature key, and paste it here."),
        QT_TRANSLATE_NOOP(
            "setup", "Enter the same address as the public URL here: Square signs it. Then send a test event."
        ),
    ),
    "sendgrid": (
        QT_TRANSLATE_NOOP("setup", "Settings › Mail Settings › Event Webhook: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Switch the signature on; paste the verification key (a public key) here."
        ),
        QT_TRANSLATE_NOOP("setup", "“Test your integration” sends some events."),
    ),
    "linear": (
        QT_TRANSLATE_NOOP("setup", "Settings › API › Webhooks › New webhook: enter {url}."),
        QT_TRANSLATE_NOOP("setup", "Open the webhook, copy its signing secret, and paste it here."),
        QT_TRANSLATE_NOOP("setup", "Change an issue; Linear accepts no age above one minute."),
    ),
    "paddle": (
        QT_TRANSLATE_NOOP("setup", "Developer tools › Notifications › New destination: enter {url}."),
        QT_TRANSLATE_NOOP(
            "setup", "Edit the destination, copy its secret key (pdl_ntfset_…), and paste it here."
        ),
        QT_TRANSLATE_NOOP(
            "setup", "Send one with the simulator. Paddle’s SDKs accept an age of five seconds."
        ),
    ),
}

_ANY: Steps = (
    QT_TRANSLATE_NOOP("setup", "In {provider}’s console, enter {url} as the address of the webhook."),
    QT_TRANSLATE_NOOP("setup", "Copy the {secret} that it shows, and paste it here."),
    QT_TRANSLATE_NOOP("setup", "Send a test event from there, or cause one."),
)
_KEY_STEP = QT_TRANSLATE_NOOP("setup", "Copy the {secret} that it publishes, and paste it here.")
_NO_CHECK_STEP = QT_TRANSLATE_NOOP(
    "setup", "It signs nothing: end the address with a value that nobody can guess, and paste that here."
)


def setup_steps(provider: Provider, url: str) -> Steps:
    """What to do, in order, in the user's language; `url` is the address to give to the provider."""
    first, second, third = _STEPS.get(provider.id, _ANY)
    if provider.id not in _STEPS:
        if provider.unverifiable:
            second = _NO_CHECK_STEP
        elif not any(scheme.is_symmetric or scheme.algorithm == "equal" for scheme in provider.schemes):
            second = _KEY_STEP
    values = {"provider": provider.name, "url": url, "secret": secret_name(provider)}
    steps = [QCoreApplication.translate("setup", step).format_map(values) for step in (first, second, third)]
    return steps[0], steps[1], steps[2]
