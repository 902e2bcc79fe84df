"""Shopify: orders and stock."""

# https://shopify.dev/docs/api/webhooks
BLOCKS = (
    '''
name = "shopify-order-confirmation"
provider = "shopify"
event = "orders/create"
doc = "Send the customer a confirmation of a new order by mail."

[fields.shop]
doc = "The shop's name."

[rule]
query = "provider:shopify event:orders/create is:valid"
when = "body.email"

[[rule.actions]]
kind = "email"
to = "{{ body.email }}"
subject = "@{shop}: @{words.your_order} {{ body.name | default(body.id) }}"
text = """
{% set customer = body.customer | default({}, true) -%}
@{words.hello}{% if customer.first_name is defined and customer.first_name %} {{ customer.first_name }}{% endif %},

@{words.thanks} {{ body.name | default(body.id) }}.

{% for line in body.line_items -%}
{{ line.quantity }} x {{ line.title }}: {{ line.price }} {{ body.currency | default('') }}
{% endfor %}
Total: {{ body.total_price }} {{ body.currency | default('') }}

@{shop}
"""

[words.en]
your_order = "your order"
hello = "Hello"
thanks = "thank you for your order"

[words.es]
your_order = "tu pedido"
hello = "Hola"
thanks = "gracias por tu pedido"
''',
    """
name = "shopify-stock-update"
provider = "shopify"
event = "orders/paid"
doc = "Tell an inventory system what was sold: one HTTP request for each line of a paid order."

[fields.url]
doc = "The inventory system's URL; {{ item.sku }} in it is the article's number."

[fields.secret]
doc = "The name of the secret with its token."
type = "secret"
required = false

[rule]
query = "provider:shopify event:orders/paid is:valid"

[[rule.actions]]
kind = "http"
each = "body.line_items"
method = "POST"
url = "@{url}"
auth = "bearer"
secret = "@{secret}"
json = { sku = "{{ item.sku }}", change = "{{ -item.quantity }}", order = "{{ body.id }}" }
""",
    '''
name = "shopify-low-stock"
provider = "shopify"
event = "inventory_levels/update"
doc = "Warn by mail and on the desktop when less than so many are left."

[fields.threshold]
doc = "Warn when fewer than this are available."
type = "number"
default = "5"

[fields.team]
doc = "Who gets the mail."
type = "list"

[rule]
query = "provider:shopify event:inventory_levels/update is:valid"
when = "body.available is not none and body.available < vars.threshold"
vars = { threshold = "@{threshold}" }

[[rule.actions]]
kind = "notification"
title = "@{words.low_stock}: {{ body.available }} @{words.left}"
text = "@{words.item} {{ body.inventory_item_id }}, @{words.location} {{ body.location_id }}"

[[rule.actions]]
kind = "email"
to = "@{team}"
subject = "@{words.low_stock}: {{ body.available }} @{words.left} (@{words.item} {{ body.inventory_item_id }})"
text = """
@{words.item}: {{ body.inventory_item_id }}
@{words.location}: {{ body.location_id }}
@{words.available}: {{ body.available }}
@{words.limit}: {{ vars.threshold }}
"""

[words.en]
low_stock = "Low stock"
left = "left"
item = "item"
location = "location"
available = "available"
limit = "warning limit"

[words.es]
low_stock = "Quedan pocas existencias"
left = "disponibles"
item = "artículo"
location = "ubicación"
available = "disponibles"
limit = "límite de aviso"
''',
)
