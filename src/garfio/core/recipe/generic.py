"""For every provider."""

BLOCKS = (
    """
name = "invalid-signature"
doc = "A notification when a signature is not valid, at most six in a minute."

[rule]
query = "verdict:invalid"
once_per_delivery = false
per_minute = 6
over_limit = "drop"

[[rule.actions]]
kind = "notification"
title = "Invalid signature"
text = "{{ provider }} {{ event }} on {{ request.path }}, capture {{ id }}"
sound = true
""",
)
