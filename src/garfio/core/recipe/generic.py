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
title = "@{words.title}"
text = "{{ provider }} {{ event }} @{words.on} {{ request.path }}, @{words.number} {{ id }}"
sound = true

[words.en]
title = "Invalid signature"
on = "on"
number = "number"

[words.es]
title = "Firma no válida"
on = "en"
number = "número"
""",
    """
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
title = "@{words.title}"
text = "{% if silence.last_at %}@{words.last} {{ silence.last_at }}{% else %}@{words.never}{% endif %}"
sound = true

[words.en]
title = "Nothing on @{path} for {{ silence.minutes }} minutes"
last = "The last webhook arrived on"
never = "Nothing has arrived since the rule was switched on."

[words.es]
title = "Nada en @{path} desde hace {{ silence.minutes }} minutos"
last = "El último webhook llegó el"
never = "No ha llegado nada desde que se activó la regla."
""",
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
subject = "@{words.subject}"
text = """
@{words.subject}.
{% if silence.last_at %}@{words.last} {{ silence.last_at }} ({{ silence.last }}){% else %}@{words.never}{% endif %}

@{words.advice}
"""

[words.en]
subject = "Nothing on @{path} for {{ silence.minutes }} minutes"
last = "The last webhook arrived on"
never = "Nothing has arrived there since the rule was switched on."
advice = "Look whether the provider still sends: many switch an endpoint off after too many failures."

[words.es]
subject = "Nada en @{path} desde hace {{ silence.minutes }} minutos"
last = "El último webhook llegó el"
never = "No ha llegado nada desde que se activó la regla."
advice = "Mira si el proveedor sigue enviando: muchos desactivan un endpoint tras demasiados fallos."
''',
)
