"""Messages, mail, forms, sign-in, meetings. Shapes as in each provider's public reference."""

from __future__ import annotations

from garfio.core.sample.sample import FORM, Sample

_SVIX = (("svix-id", "msg_{{token:27}}"),)

SAMPLES = (
    Sample(
        "twilio", "sms-received", "received",
        "ToCountry=ES&SmsMessageSid=SM{{hex:32}}&NumMedia=0&SmsSid=SM{{hex:32}}&SmsStatus=received&Body=Land+ahoy&FromCountry=ES"
        "&To=%2B34600000002&MessageSid=SM{{hex:32}}&AccountSid=AC{{hex:32:a}}&From=%2B34600000001&ApiVersion=2010-04-01",
        (("I-Twilio-Idempotency-Token", "{{uuid}}"),), FORM, "TwilioProxy/1.1",
    ),
    Sample(
        "twilio", "call-completed", "completed",
        "CallSid=CA{{hex:32}}&AccountSid=AC{{hex:32:a}}&From=%2B34600000001&To=%2B34600000002&CallStatus=completed&CallDuration=42"
        "&Direction=inbound&ApiVersion=2010-04-01",
        (("I-Twilio-Idempotency-Token", "{{uuid}}"),), FORM, "TwilioProxy/1.1",
    ),
    Sample(
        "mailgun", "delivered", "delivered",
        '{"signature":{"timestamp":"{{unix}}","token":"{{hex:50}}","signature":""},"event-data":{"event":"delivered","id":"{{token:22}}","timestamp":'
        '{{unix}}.529,"recipient":"marta.vidal@example.com","message":{"headers":{"message-id":"{{hex:32}}@example.com","subject":"Hello"}},"tags":["orders"]}}',
    ),
    Sample(
        "postmark", "bounce", "Bounce",
        '{"RecordType":"Bounce","MessageStream":"outbound","ID":{{int:12}},"Type":"HardBounce","TypeCode":1,"MessageID":"{{uuid}}","Description":'
        '"The server was unable to deliver your message.","Email":"marta.vidal@example.com","From":"shop@example.com","BouncedAt":"{{iso}}","Inactive":true}',
    ),
    Sample(
        "resend", "email-delivered", "email.delivered",
        '{"type":"email.delivered","created_at":"{{iso}}","data":{"email_id":"{{uuid}}","from":"shop@example.com","to":["marta.vidal@example.com"],'
        '"subject":"Your order has shipped"}}', _SVIX, user_agent="Svix-Webhooks/1.70",
    ),
    Sample(
        "clerk", "user-created", "user.created",
        '{"data":{"id":"user_{{token:27}}","object":"user","first_name":"Marta","last_name":"Vidal","email_addresses":[{"email_address":'
        '"marta.vidal@example.com"}],"created_at":{{unix_ms}}},"object":"event","type":"user.created","timestamp":{{unix_ms}},"instance_id":"ins_{{token:27:i}}"}',
        _SVIX, user_agent="Svix-Webhooks/1.70",
    ),
    Sample(
        "svix", "invoice-paid", "invoice.paid",
        '{"type":"invoice.paid","timestamp":"{{iso}}","data":{"id":"inv_{{token:14}}","total":"43.85","currency":"EUR"}}', _SVIX, user_agent="Svix-Webhooks/1.70",
    ),
    Sample(
        "standard_webhooks", "contact-created", "contact.created",
        '{"type":"contact.created","timestamp":"{{iso}}","data":{"id":"con_{{token:14}}","first_name":"Marta","last_name":"Vidal"}}',
        (("webhook-id", "msg_{{token:27}}"),),
    ),
    Sample(
        "workos", "dsync-user-created", "dsync.user.created",
        '{"id":"event_{{token:26}}","event":"dsync.user.created","created_at":"{{iso}}","data":{"id":"directory_user_{{token:26}}","first_name":"Marta",'
        '"last_name":"Vidal","state":"active"}}',
    ),
    Sample(
        "intercom", "conversation-user-created", "conversation.user.created",
        '{"type":"notification_event","app_id":"{{token:8}}","id":"notif_{{uuid}}","topic":"conversation.user.created","created_at":{{unix}},"delivery_attempts":1,'
        '"data":{"type":"notification_event_data","item":{"type":"conversation","id":"{{int:14}}","state":"open"}}}',
    ),
    Sample(
        "zendesk", "ticket-created", "zen:event-type:ticket.created",
        '{"type":"zen:event-type:ticket.created","id":"{{uuid}}","time":"{{iso}}","subject":"zen:ticket:{{int:5}}","account_id":{{int:8}},"zendesk_event_version":'
        '"2022-11-06","detail":{"id":"{{int:5}}","subject":"My order has not come","priority":"HIGH","status":"NEW"},"event":{}}',
        (("X-Zendesk-Webhook-Id", "{{token:26}}"), ("X-Zendesk-Webhook-Invocation-Id", "{{token:26:i}}")), user_agent="Zendesk Webhook",
    ),
    Sample(
        "typeform", "form-response", "form_response",
        '{"event_id":"{{token:26}}","event_type":"form_response","form_response":{"form_id":"{{token:6}}","token":"{{hex:32}}","submitted_at":"{{iso}}",'
        '"answers":[{"type":"email","email":"marta.vidal@example.com","field":{"id":"{{token:12}}","type":"email"}}]}}', user_agent="Typeform Webhooks",
    ),
    Sample(
        "tally", "form-response", "FORM_RESPONSE",
        '{"eventId":"{{uuid}}","eventType":"FORM_RESPONSE","createdAt":"{{iso}}","data":{"responseId":"{{token:6}}","formId":"{{token:6:f}}","formName":"Crew",'
        '"fields":[{"key":"question_1","label":"Name","type":"INPUT_TEXT","value":"Marta"}]}}',
    ),
    Sample(
        "calendly", "invitee-created", "invitee.created",
        '{"event":"invitee.created","created_at":"{{iso}}","created_by":"https://api.calendly.example/users/{{token:16}}","payload":{"email":'
        '"marta.vidal@example.com","name":"Marta Vidal","status":"active","timezone":"Europe/Madrid","rescheduled":false}}',
    ),
    Sample(
        "cal_com", "booking-created", "BOOKING_CREATED",
        '{"triggerEvent":"BOOKING_CREATED","createdAt":"{{iso}}","payload":{"title":"Demo with Marta","uid":"{{token:22}}","startTime":"{{iso}}","attendees":'
        '[{"name":"Marta Vidal","email":"marta.vidal@example.com","timeZone":"Europe/Madrid"}]}}',
    ),
    Sample(
        "zoom", "meeting-ended", "meeting.ended",
        '{"event":"meeting.ended","event_ts":{{unix_ms}},"payload":{"account_id":"{{token:22}}","object":{"id":"{{int:11}}","uuid":"{{token:22:u}}==","topic":'
        '"Crew meeting","duration":30,"end_time":"{{iso}}"}}}', (("x-zm-trackingid", "v=2.0;rid=WEB_{{hex:32}}"),), user_agent="Zoom Marketplace/1.0a",
    ),
    Sample(
        "meta", "whatsapp-message", "whatsapp_business_account.messages",
        '{"object":"whatsapp_business_account","entry":[{"id":"{{int:15}}","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":'
        '"34600000002","phone_number_id":"{{int:15:p}}"},"contacts":[{"profile":{"name":"Marta"},"wa_id":"34600000001"}],"messages":[{"from":"34600000001","id":'
        '"wamid.{{token:40}}","timestamp":"{{unix}}","text":{"body":"Land ahoy"},"type":"text"}]},"field":"messages"}]}]}', user_agent="facebookexternalua",
    ),
    Sample(
        "telegram", "message", "message",
        '{"update_id":{{int:9}},"message":{"message_id":{{int:4}},"from":{"id":{{int:9:u}},"is_bot":false,"first_name":"Marta"},"chat":{"id":{{int:9:u}},'
        '"type":"private"},"date":{{unix}},"text":"/start"}}',
    ),
    Sample(
        "line", "message", "message",
        '{"destination":"U{{hex:32}}","events":[{"type":"message","mode":"active","timestamp":{{unix_ms}},"webhookEventId":"{{token:26}}","deliveryContext":'
        '{"isRedelivery":false},"source":{"type":"user","userId":"U{{hex:32:u}}"},"message":{"type":"text","id":"{{int:18}}","text":"Land ahoy"}}]}',
        user_agent="LineBotWebhook/2.0",
    ),
    Sample(
        "notion", "page-updated", "page.content_updated",
        '{"id":"{{uuid}}","timestamp":"{{iso}}","workspace_id":"{{uuid:0:w}}","type":"page.content_updated","authors":[{"id":"{{uuid:0:a}}","type":"person"}],'
        '"attempt_number":1,"entity":{"id":"{{uuid:0:p}}","type":"page"},"data":{"updated_blocks":[]}}',
    ),
    Sample(
        "trello", "card-created", "createCard",
        '{"action":{"id":"{{hex:24}}","type":"createCard","date":"{{iso}}","data":{"card":{"id":"{{hex:24:c}}","name":"Mend the net"},"list":{"name":"Doing"},'
        '"board":{"name":"Ship"}},"memberCreator":{"username":"marta"}},"model":{"id":"{{hex:24:m}}","name":"Ship"}}',
    ),
    Sample(
        "clickup", "task-created", "taskCreated",
        '{"event":"taskCreated","history_items":[{"id":"{{int:19}}","field":"status","date":"{{unix_ms}}"}],"task_id":"{{token:9}}","team_id":"{{int:8}}",'
        '"webhook_id":"{{uuid}}"}',
    ),
    Sample(
        "docusign", "envelope-completed", "envelope-completed",
        '{"event":"envelope-completed","apiVersion":"v2.1","uri":"/restapi/v2.1/accounts/1/envelopes/{{uuid}}","retryCount":0,"configurationId":{{int:8}},'
        '"generatedDateTime":"{{iso}}","data":{"accountId":"{{uuid:0:a}}","envelopeId":"{{uuid}}","envelopeSummary":{"status":"completed"}}}',
        (("X-DocuSign-AccountId", "{{uuid:0:a}}"),),
    ),
    Sample(
        "twitch", "stream-online", "stream.online",
        '{"subscription":{"id":"{{uuid}}","status":"enabled","type":"stream.online","version":"1","condition":{"broadcaster_user_id":"{{int:8}}"}},"event":{"id":'
        '"{{int:11}}","broadcaster_user_id":"{{int:8}}","broadcaster_user_login":"marta","type":"live","started_at":"{{iso}}"}}',
        (("Twitch-Eventsub-Message-Id", "{{uuid:0:m}}"), ("Twitch-Eventsub-Message-Type", "notification"), ("Twitch-Eventsub-Subscription-Type", "stream.online")),
    ),
    Sample(
        "woocommerce", "order-created", "order.created",
        '{"id":{{int:5}},"status":"processing","currency":"EUR","total":"43.85","date_created":"{{iso}}","billing":{"first_name":"Marta","last_name":"Vidal",'
        '"email":"marta.vidal@example.com"},"line_items":[{"id":1,"name":"Anchor mug","quantity":2,"sku":"MUG-ANCHOR","total":"29.00"}]}',
        (("X-WC-Webhook-Topic", "order.created"), ("X-WC-Webhook-Delivery-ID", "{{hex:32}}"), ("X-WC-Webhook-Source", "https://shop.example/")),
        user_agent="WooCommerce/9.1 Hookshot (WordPress/6.6)",
    ),
    Sample(
        "box", "file-uploaded", "FILE.UPLOADED",
        '{"type":"webhook_event","id":"{{uuid}}","created_at":"{{iso}}","trigger":"FILE.UPLOADED","webhook":{"id":"{{int:7}}","type":"webhook"},"source":'
        '{"id":"{{int:12}}","type":"file","name":"map.pdf","size":10240}}', (("BOX-DELIVERY-ID", "{{uuid:0:d}}"),),
    ),
)  # fmt: skip
