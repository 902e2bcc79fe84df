"""The recipes of the gallery and the lines of their forms in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.recipe import Recipe, RecipeField
from garfio.core.signature import CATALOG

_RECIPES: dict[str, tuple[str, str]] = {
    "mailchimp-thank-you": (
        QT_TRANSLATE_NOOP("recipe", "Thank a new subscriber"),
        QT_TRANSLATE_NOOP("recipe", "Whoever subscribes to your audience gets a mail at once."),
    ),
    "mailchimp-unsubscribe-note": (
        QT_TRANSLATE_NOOP("recipe", "Tell the team who unsubscribes"),
        QT_TRANSLATE_NOOP("recipe", "A mail with the address and the reason, if there is one."),
    ),
    "shopify-order-confirmation": (
        QT_TRANSLATE_NOOP("recipe", "Confirm a new order by mail"),
        QT_TRANSLATE_NOOP("recipe", "The customer gets a mail with the order’s lines and its total."),
    ),
    "shopify-stock-update": (
        QT_TRANSLATE_NOOP("recipe", "Tell the inventory what was sold"),
        QT_TRANSLATE_NOOP(
            "recipe", "One HTTP request to your inventory system for each line of a paid order."
        ),
    ),
    "shopify-low-stock": (
        QT_TRANSLATE_NOOP("recipe", "Warn when stock runs low"),
        QT_TRANSLATE_NOOP("recipe", "A mail and a notification when fewer than so many are left."),
    ),
    "hubspot-assign-lead": (
        QT_TRANSLATE_NOOP("recipe", "Give new contacts an owner, in turn"),
        QT_TRANSLATE_NOOP("recipe", "Each new contact is assigned through HubSpot’s API."),
    ),
    "hubspot-call-register": (
        QT_TRANSLATE_NOOP("recipe", "Keep a register of calls"),
        QT_TRANSLATE_NOOP("recipe", "Each call that is logged becomes a row of a CSV file."),
    ),
    "hubspot-customer-table": (
        QT_TRANSLATE_NOOP("recipe", "Keep your contacts in a local table"),
        QT_TRANSLATE_NOOP("recipe", "The latest value of each property, in an SQLite file."),
    ),
    "slack-mention": (
        QT_TRANSLATE_NOOP("recipe", "Hear when your app is mentioned"),
        QT_TRANSLATE_NOOP("recipe", "A notification on the desktop and a message to a channel."),
    ),
    "github-failed-workflow": (
        QT_TRANSLATE_NOOP("recipe", "Hear when a workflow fails"),
        QT_TRANSLATE_NOOP("recipe", "A notification with the workflow, the repository and the branch."),
    ),
    "stripe-payment-failed": (
        QT_TRANSLATE_NOOP("recipe", "Post failed payments to Slack"),
        QT_TRANSLATE_NOOP("recipe", "A message to a channel with the amount and the payment’s id."),
    ),
    "invalid-signature": (
        QT_TRANSLATE_NOOP("recipe", "Hear of invalid signatures"),
        QT_TRANSLATE_NOOP("recipe", "A notification, at most six in a minute."),
    ),
    "silent-endpoint": (
        QT_TRANSLATE_NOOP("recipe", "Hear when nothing arrives any more"),
        QT_TRANSLATE_NOOP("recipe", "A notification when a path has been silent for so many minutes."),
    ),
    "silent-endpoint-mail": (
        QT_TRANSLATE_NOOP("recipe", "A mail when nothing arrives any more"),
        QT_TRANSLATE_NOOP("recipe", "A mail when a path has been silent for so many minutes."),
    ),
}
_FIELDS: dict[str, tuple[str, str]] = {
    "subject": (QT_TRANSLATE_NOOP("recipe", "Subject"), ""),
    "text": (QT_TRANSLATE_NOOP("recipe", "Text"), QT_TRANSLATE_NOOP("recipe", "What follows the greeting.")),
    "team": (
        QT_TRANSLATE_NOOP("recipe", "Team"),
        QT_TRANSLATE_NOOP("recipe", "Who gets the mail, separated by commas."),
    ),
    "shop": (
        QT_TRANSLATE_NOOP("recipe", "Shop’s name"),
        QT_TRANSLATE_NOOP("recipe", "As the mail shows it."),
    ),
    "url": (
        QT_TRANSLATE_NOOP("recipe", "Inventory’s URL"),
        QT_TRANSLATE_NOOP("recipe", "{{ item.sku }} in it stands for the article’s number."),
    ),
    "threshold": (
        QT_TRANSLATE_NOOP("recipe", "Warn under"),
        QT_TRANSLATE_NOOP("recipe", "When fewer than this are available."),
    ),
    "owners": (
        QT_TRANSLATE_NOOP("recipe", "Owners"),
        QT_TRANSLATE_NOOP("recipe", "Their ids in HubSpot, separated by commas."),
    ),
    "api": (QT_TRANSLATE_NOOP("recipe", "API"), ""),
    "path": (
        QT_TRANSLATE_NOOP("recipe", "Path"),
        QT_TRANSLATE_NOOP("recipe", "Such as /stripe; /shop/* stands for all below."),
    ),
    "minutes": (
        QT_TRANSLATE_NOOP("recipe", "Minutes"),
        QT_TRANSLATE_NOOP("recipe", "Only time in which Garfio listens counts."),
    ),
    "file": (
        QT_TRANSLATE_NOOP("recipe", "File"),
        QT_TRANSLATE_NOOP("recipe", "A name without a folder lies beside the workspace."),
    ),
    "shopify-stock-update.secret": (
        QT_TRANSLATE_NOOP("recipe", "Inventory’s token"),
        QT_TRANSLATE_NOOP("recipe", "If it wants one."),
    ),
    "hubspot-assign-lead.secret": (
        QT_TRANSLATE_NOOP("recipe", "Access token"),
        QT_TRANSLATE_NOOP("recipe", "Of your private app in HubSpot."),
    ),
    "secret": (
        QT_TRANSLATE_NOOP("recipe", "Channel’s webhook URL"),
        QT_TRANSLATE_NOOP("recipe", "From Slack: Incoming Webhooks. It is kept as a secret."),
    ),
    "from": (
        QT_TRANSLATE_NOOP("recipe", "Sender"),
        QT_TRANSLATE_NOOP("recipe", "Such as Shop <shop@example.com>."),
    ),
    "smtp_host": (
        QT_TRANSLATE_NOOP("recipe", "Mail server"),
        QT_TRANSLATE_NOOP("recipe", "The SMTP server of your mail provider, such as smtp.example.com."),
    ),
    "smtp_port": (QT_TRANSLATE_NOOP("recipe", "Port"), QT_TRANSLATE_NOOP("recipe", "0 for the usual one.")),
    "smtp_user": (
        QT_TRANSLATE_NOOP("recipe", "User"),
        QT_TRANSLATE_NOOP("recipe", "If the server wants one; often your mail address."),
    ),
    "smtp_secret": (
        QT_TRANSLATE_NOOP("recipe", "Password"),
        QT_TRANSLATE_NOOP("recipe", "If the server wants one."),
    ),
}
"""Title and hint by `RECIPE.FIELD`, or by the field's name."""


def recipe_title(recipe: Recipe) -> str:
    """What it does, in a few words."""
    known = _RECIPES.get(recipe.name)
    return QCoreApplication.translate("recipe", known[0]) if known else recipe.name


def recipe_tip(recipe: Recipe) -> str:
    """What it does, in a sentence."""
    known = _RECIPES.get(recipe.name)
    return QCoreApplication.translate("recipe", known[1]) if known else recipe.doc


def provider_title(provider: str) -> str:
    """The heading under which recipes stand; one for those that fit every provider."""
    if not provider:
        return QCoreApplication.translate("recipe", "Any provider")
    return CATALOG[provider].name if provider in CATALOG else provider


def line_title(recipe: Recipe, field: RecipeField) -> str:
    """What stands before a line of the form."""
    known = _line(recipe.name, field.name)
    return QCoreApplication.translate("recipe", known[0]) if known else field.name


def line_hint(recipe: Recipe, field: RecipeField) -> str:
    """What stands under it."""
    known = _line(recipe.name, field.name)
    return QCoreApplication.translate("recipe", known[1]) if known else field.doc


def is_worded(recipe: Recipe) -> bool:
    """Whether a recipe and its lines have words of their own here."""
    return recipe.name in _RECIPES and all(_line(recipe.name, field.name) for field in recipe.fields)


def _line(recipe: str, name: str) -> tuple[str, str] | None:
    return _FIELDS.get(f"{recipe}.{name}") or _FIELDS.get(name)
