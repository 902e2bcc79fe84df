"""Stripe: payments."""

# https://docs.stripe.com/api/events/types; amounts are in the currency's smallest unit.
BLOCKS = (
    """
name = "stripe-payment-failed"
provider = "stripe"
event = "payment_intent.payment_failed"
doc = "A Slack message when a payment fails."

[fields.secret]
doc = "The name of the secret with the channel's incoming webhook URL."
type = "secret"

[rule]
query = "provider:stripe (event:*.payment_failed OR event:charge.failed) is:valid"

[[rule.actions]]
kind = "slack"
secret = "@{secret}"
text = '''
{%- set it = body.data.object -%}
@{words.failed} ({{ event }}): {{ it.amount_due | default(it.amount) }} {{ it.currency | upper }}
@{words.unit}, {{ it.id }}'''

[words.en]
failed = "Payment failed"
unit = "in the smallest unit"

[words.es]
failed = "Pago fallido"
unit = "en la unidad mínima"
""",
)
