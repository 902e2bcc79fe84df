"""HubSpot: CRM events come as a batch in an array. Shapes as in developers.hubspot.com, Webhooks API."""

from __future__ import annotations

from garfio.core.sample.sample import Sample

_EVENT = (
    '{"eventId":{{int:9%s}},"subscriptionId":{{int:7}},"portalId":{{int:8}},"appId":{{int:6}},"occurredAt":{{unix_ms}},'
    '"subscriptionType":"%s","attemptNumber":0,"objectId":{{int:10%s}},"changeSource":"CRM_UI"%s}'
)


def _sample(event: str, *details: str) -> Sample:
    items = [
        _EVENT % (mark, event, mark, detail) for mark, detail in zip(("", ":b", ":c"), details, strict=False)
    ]
    return Sample(
        "hubspot", event.replace(".", "-"), event, f"[{','.join(items)}]", user_agent="HubSpot Connect 2.0"
    )


SAMPLES = (
    _sample("contact.creation", ',"changeFlag":"CREATED"', ',"changeFlag":"CREATED"'),
    _sample(
        "contact.propertyChange",
        ',"propertyName":"lifecyclestage","propertyValue":"customer"',
        ',"propertyName":"phone","propertyValue":"+34600000001"',
    ),
    _sample("contact.deletion", ',"changeFlag":"DELETED"'),
    _sample("object.creation", ',"objectTypeId":"0-48","changeFlag":"NEW"'),
    _sample("company.creation", ',"changeFlag":"NEW"'),
    _sample("deal.creation", ',"changeFlag":"NEW"'),
    _sample("deal.propertyChange", ',"propertyName":"dealstage","propertyValue":"closedwon"'),
    _sample(
        "conversation.newMessage",
        ',"messageId":"{{hex:32}}","messageType":"MESSAGE","changeFlag":"NEW_MESSAGE"',
    ),
)
