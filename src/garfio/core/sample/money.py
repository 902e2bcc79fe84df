"""Payments: Stripe first, then others. Shapes as in each provider's public reference."""

from __future__ import annotations

from garfio.core.sample.sample import Sample

_STRIPE = (
    '{"id":"evt_1{{token:23}}","object":"event","api_version":"2025-09-30.clover","created":{{unix}},"data":{"object":%s},'
    '"livemode":false,"pending_webhooks":1,"request":{"id":"req_{{token:14}}","idempotency_key":"{{uuid}}"},"type":"%s"}'
)
_INTENT = (
    '{"id":"pi_3{{token:23}}","object":"payment_intent","amount":4385,"amount_received":%s,"currency":"eur",'
    '"customer":"cus_{{token:14}}","description":"Order 1042","livemode":false,"metadata":{"order_id":"1042"},'
    '"payment_method_types":["card"],"status":"%s","last_payment_error":%s}'
)
_DECLINED = '{"code":"card_declined","decline_code":"insufficient_funds","message":"Your card has insufficient funds.","type":"card_error"}'


def _stripe(event: str, thing: str) -> Sample:
    return Sample(
        "stripe", event.replace(".", "-").replace("_", "-"), event, _STRIPE % (thing, event),
        content_type="application/json; charset=utf-8", user_agent="Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    )  # fmt: skip


SAMPLES = (
    _stripe("payment_intent.succeeded", _INTENT % (4385, "succeeded", "null")),
    _stripe("payment_intent.payment_failed", _INTENT % (0, "requires_payment_method", _DECLINED)),
    _stripe(
        "checkout.session.completed",
        '{"id":"cs_test_{{token:58}}","object":"checkout.session","amount_total":4385,"currency":"eur","customer":'
        '"cus_{{token:14}}","customer_details":{"email":"marta.vidal@example.com","name":"Marta Vidal"},"mode":"payment",'
        '"payment_status":"paid","status":"complete","metadata":{"order_id":"1042"}}',
    ),
    _stripe(
        "invoice.paid",
        '{"id":"in_1{{token:23}}","object":"invoice","amount_due":1900,"amount_paid":1900,"amount_remaining":0,"currency":"eur",'
        '"customer":"cus_{{token:14}}","customer_email":"marta.vidal@example.com","number":"{{token:8}}-0004","status":"paid",'
        '"lines":{"object":"list","data":[{"id":"il_1{{token:23}}","object":"line_item","amount":1900,"quantity":1}]}}',
    ),
    _stripe(
        "customer.subscription.updated",
        '{"id":"sub_1{{token:23}}","object":"subscription","cancel_at_period_end":true,"currency":"eur","customer":'
        '"cus_{{token:14}}","status":"active","items":{"object":"list","data":[{"id":"si_{{token:14}}","quantity":1}]}}',
    ),
    _stripe(
        "charge.refunded",
        '{"id":"ch_3{{token:23}}","object":"charge","amount":4385,"amount_refunded":4385,"currency":"eur","paid":true,'
        '"refunded":true,"status":"succeeded","payment_intent":"pi_3{{token:23}}"}',
    ),
    Sample(
        "square", "payment-updated", "payment.updated",
        '{"merchant_id":"{{token:13}}","type":"payment.updated","event_id":"{{uuid}}","created_at":"{{iso}}","data":{"type":'
        '"payment","id":"{{token:22}}","object":{"payment":{"id":"{{token:22}}","amount_money":{"amount":4385,"currency":"EUR"},'
        '"status":"COMPLETED","order_id":"{{token:22:o}}"}}}}',
        (("square-environment", "Sandbox"),), user_agent="Square Connect v2",
    ),
    Sample(
        "paddle", "transaction-completed", "transaction.completed",
        '{"event_id":"evt_{{token:26}}","event_type":"transaction.completed","occurred_at":"{{iso}}","notification_id":'
        '"ntf_{{token:26}}","data":{"id":"txn_{{token:26}}","status":"completed","currency_code":"EUR","customer_id":"ctm_{{token:26}}",'
        '"details":{"totals":{"subtotal":"3583","tax":"752","total":"4335"}},"items":[{"quantity":1,"price_id":"pri_{{token:26}}"}]}}',
    ),
    Sample(
        "lemon_squeezy", "order-created", "order_created",
        '{"meta":{"event_name":"order_created","webhook_id":"{{uuid}}","custom_data":{"user_id":"42"}},"data":{"type":"orders","id":"{{int:7}}",'
        '"attributes":{"identifier":"{{uuid:0:o}}","user_email":"marta.vidal@example.com","currency":"EUR","total":4335,"status":"paid"}}}',
        (("X-Event-Name", "order_created"),),
    ),
    Sample(
        "razorpay", "payment-captured", "payment.captured",
        '{"entity":"event","account_id":"acc_{{token:14}}","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":'
        '{"id":"pay_{{token:14}}","entity":"payment","amount":43850,"currency":"INR","status":"captured","method":"upi"}}},"created_at":{{unix}}}',
        (("X-Razorpay-Event-Id", "{{token:14:e}}"),), user_agent="Razorpay-Webhook/v1",
    ),
    Sample(
        "paystack", "charge-success", "charge.success",
        '{"event":"charge.success","data":{"id":{{int:10}},"domain":"test","status":"success","reference":"{{token:10}}","amount":438500,'
        '"currency":"NGN","channel":"card","paid_at":"{{iso}}","customer":{"id":{{int:9}},"email":"marta.vidal@example.com"}}}',
    ),
    Sample(
        "recurly", "subscription-created", "subscription",
        '{"id":"{{token:12}}","object_type":"subscription","site_id":"{{token:12:s}}","event_type":"subscription","event_time":"{{iso}}",'
        '"account_code":"marta","uuid":"{{hex:32}}"}',
    ),
    Sample(
        "mollie", "payment-link-paid", "payment-link.paid",
        '{"resource":"event","id":"event_{{token:22}}","type":"payment-link.paid","entityId":"pl_{{token:22}}","createdAt":"{{iso}}"}',
    ),
    Sample(
        "xero", "invoice-update", "UPDATE",
        '{"events":[{"resourceUrl":"https://api.xero.example/api.xro/2.0/Invoices/{{uuid}}","resourceId":"{{uuid}}","eventDateUtc":"{{iso}}",'
        '"eventType":"UPDATE","eventCategory":"INVOICE","tenantId":"{{uuid:0:t}}","tenantType":"ORGANISATION"}],"firstEventSequence":1,'
        '"lastEventSequence":1,"entropy":"{{token:20}}"}',
    ),
    Sample(
        "chargebee", "subscription-cancelled", "subscription_cancelled",
        '{"id":"ev_{{token:16}}","occurred_at":{{unix}},"source":"admin_console","object":"event","api_version":"v2","event_type":'
        '"subscription_cancelled","webhook_status":"scheduled","content":{"subscription":{"id":"{{token:16:s}}","status":"cancelled",'
        '"currency_code":"EUR"},"customer":{"id":"{{token:16:c}}","email":"marta.vidal@example.com"}}}',
    ),
)  # fmt: skip
