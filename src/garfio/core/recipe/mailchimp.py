"""Mailchimp Marketing: audience webhooks, form-encoded; they carry no signature."""

# https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/
BLOCKS = (
    '''
name = "mailchimp-thank-you"
provider = "mailchimp"
event = "subscribe"
doc = "Thank a new subscriber by mail."

[fields.subject]
doc = "The subject of the mail."
default = "Thank you for subscribing"

[fields.text]
doc = "What the mail says after the greeting."
default = "Thank you for subscribing. You will hear from us soon."

[rule]
query = "provider:mailchimp event:subscribe"

[[rule.actions]]
kind = "email"
to = "{{ form['data[email]'] }}"
subject = "@{subject}"
text = """
Hello{% if form['data[merges][FNAME]'] %} {{ form['data[merges][FNAME]'] }}{% endif %},

@{text}
"""
''',
    '''
name = "mailchimp-unsubscribe-note"
provider = "mailchimp"
event = "unsubscribe"
doc = "Tell the team by mail when somebody unsubscribes."

[fields.team]
doc = "The team's addresses."
type = "list"

[rule]
query = "provider:mailchimp event:unsubscribe"

[[rule.actions]]
kind = "email"
to = "@{team}"
subject = "Unsubscribed: {{ form['data[email]'] }}"
text = """
{{ form['data[email]'] }} has left the list {{ form['data[list_id]'] | default('') }}.
Reason: {{ form['data[reason]'] | default('not given') }}
When: {{ form['fired_at'] | default(received_at) }}
"""
''',
)
