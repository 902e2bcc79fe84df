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
default = "@{words.subject}"

[fields.text]
doc = "What the mail says after the greeting."
default = "@{words.text}"

[rule]
query = "provider:mailchimp event:subscribe"

[[rule.actions]]
kind = "email"
to = "{{ form['data[email]'] }}"
subject = "@{subject}"
text = """
@{words.hello}{% if form['data[merges][FNAME]'] %} {{ form['data[merges][FNAME]'] }}{% endif %},

@{text}
"""

[words.en]
subject = "Thank you for subscribing"
text = "Thank you for subscribing. You will hear from us soon."
hello = "Hello"

[words.es]
subject = "Gracias por suscribirte"
text = "Gracias por suscribirte. Pronto tendrás noticias nuestras."
hello = "Hola"
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
subject = "@{words.subject}: {{ form['data[email]'] }}"
text = """
{{ form['data[email]'] }} @{words.has_left} {{ form['data[list_id]'] | default('') }}.
@{words.reason}: {{ form['data[reason]'] | default('@{words.not_given}') }}
@{words.when}: {{ form['fired_at'] | default(received_at) }}
"""

[words.en]
subject = "Unsubscribed"
has_left = "has left the list"
reason = "Reason"
not_given = "not given"
when = "When"

[words.es]
subject = "Baja"
has_left = "se ha dado de baja de la lista"
reason = "Motivo"
not_given = "no indicado"
when = "Cuándo"
''',
)
