"""HubSpot: several events in one request, each handled by itself."""

# https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide
BLOCKS = (
    """
name = "hubspot-assign-lead"
provider = "hubspot"
event = "contact.creation"
doc = "Give each new contact an owner, in turn."

[fields.owners]
doc = "The ids of the owners, separated by commas."
type = "list"

[fields.secret]
doc = "The name of the secret with the private app's access token."
type = "secret"

[fields.api]
doc = "HubSpot's API."
default = "https://api.hubapi.com"

[rule]
query = "provider:hubspot is:valid"
vars = { owners = "@{owners}" }

[[rule.actions]]
kind = "http"
each = "body"
when = '''
item.subscriptionType == 'contact.creation'
or item.subscriptionType == 'object.creation' and item.objectTypeId == '0-1'
'''
method = "PATCH"
url = "@{api}/crm/v3/objects/contacts/{{ item.objectId }}"
auth = "bearer"
secret = "@{secret}"
json = { properties = { hubspot_owner_id = "{{ vars.owners[turn % (vars.owners | length)] }}" } }
""",
    """
name = "hubspot-call-register"
provider = "hubspot"
event = "object.creation"
doc = "Write each logged call into a register."

[fields.file]
doc = "The register, a CSV file."
default = "calls.csv"

[rule]
query = "provider:hubspot is:valid"

[[rule.actions]]
kind = "append"
each = "body"
when = '''
item.subscriptionType == 'call.creation'
or item.subscriptionType == 'object.creation' and item.objectTypeId == '0-48'
'''
file = "@{file}"

[rule.actions.row]
occurred_at = "{{ item.occurredAt }}"
call = "{{ item.objectId }}"
portal = "{{ item.portalId }}"
source = "{{ item.changeSource | default('') }}"
event = "{{ item.eventId }}"
""",
    """
name = "hubspot-customer-table"
provider = "hubspot"
event = "contact.propertyChange"
doc = "Keep the latest value of each property of your contacts in a local SQLite table."

[fields.file]
doc = "The SQLite file."
default = "customers.sqlite"

[rule]
query = "provider:hubspot is:valid"

[[rule.actions]]
kind = "append"
each = "body"
when = '''
item.subscriptionType == 'contact.propertyChange'
or item.subscriptionType == 'object.propertyChange' and item.objectTypeId == '0-1'
'''
file = "@{file}"
format = "sqlite"
table = "customers"
key = ["contact", "property"]

[rule.actions.row]
contact = "{{ item.objectId }}"
property = "{{ item.propertyName }}"
value = "{{ item.propertyValue }}"
changed_at = "{{ item.occurredAt }}"
""",
)
