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
    '''
name = "silent-endpoint"
doc = "A notification when nothing has arrived on a path for so long."

[fields.path]
doc = "The path, such as /stripe; with * for all below it."

[fields.minutes]
doc = "Minutes without a webhook."
type = "number"
default = "60"

[rule]
query = "path:@{path}"
silent_minutes = "@{minutes}"

[[rule.actions]]
kind = "notification"
title = "Nothing on @{path} for {{ silence.minutes }} minutes"
text = """
{%- if silence.last_at -%}
The last webhook arrived at {{ silence.last_at }}.
{%- else -%}
Nothing has arrived since the rule was switched on.
{%- endif -%}
"""
sound = true
''',
    '''
name = "silent-endpoint-mail"
doc = "A mail when nothing has arrived on a path for so long."

[fields.path]
doc = "The path, such as /stripe; with * for all below it."

[fields.minutes]
doc = "Minutes without a webhook."
type = "number"
default = "60"

[fields.team]
doc = "Who gets the mail."
type = "list"

[rule]
query = "path:@{path}"
silent_minutes = "@{minutes}"

[[rule.actions]]
kind = "email"
to = "@{team}"
subject = "Nothing on @{path} for {{ silence.minutes }} minutes"
text = """
No webhook has arrived on @{path} for {{ silence.minutes }} minutes.
{% if silence.last_at -%}
The last one arrived at {{ silence.last_at }}, number {{ silence.last }}.
{%- else -%}
Nothing has arrived there since the rule was switched on.
{%- endif %}

Look whether the provider still sends: many switch an endpoint off after too many failures.
"""
''',
)
