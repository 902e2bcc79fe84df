"""Slack: events of an app."""

# https://docs.slack.dev/reference/events/app_mention
BLOCKS = (
    """
name = "slack-mention"
provider = "slack"
event = "app_mention"
doc = "When the app is mentioned: a notification on the desktop and a message to a channel."

[fields.secret]
doc = "The name of the secret with the channel's incoming webhook URL."
type = "secret"

[rule]
query = "provider:slack event:app_mention is:valid"

[[rule.actions]]
kind = "notification"
title = "@{words.title}"
text = "{{ body.event.user }}: {{ body.event.text }}"

[[rule.actions]]
kind = "slack"
secret = "@{secret}"
text = "@{words.by} <@{{ body.event.user }}> @{words.in} <#{{ body.event.channel }}>: {{ body.event.text }}"

[words.en]
title = "Mentioned in Slack"
by = "Mentioned by"
in = "in"

[words.es]
title = "Te mencionan en Slack"
by = "Mención de"
in = "en"
""",
)
