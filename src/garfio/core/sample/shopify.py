"""Shopify: orders, stock, products, customers. Shapes as in shopify.dev/docs/api/webhooks."""

from __future__ import annotations

from garfio.core.sample.sample import Sample

_CUSTOMER = (
    '{"id":{{int:13:c}},"email":"marta.vidal@example.com","created_at":"2025-02-11T09:14:02-05:00","first_name":"Marta",'
    '"last_name":"Vidal","orders_count":4,"state":"enabled","total_spent":"412.80","verified_email":true,'
    '"tags":"newsletter","currency":"EUR","phone":"+34600000001","default_address":{"id":{{int:13:a}},'
    '"address1":"Calle Mayor 12","city":"Madrid","zip":"28013","country":"Spain","country_code":"ES"}}'
)
_LINES = (
    '[{"id":{{int:14:l}},"variant_id":{{int:14:v}},"title":"Anchor mug","quantity":2,"sku":"MUG-ANCHOR","grams":350,'
    '"price":"14.50","total_discount":"0.00","fulfillment_status":null,"requires_shipping":true,"taxable":true},'
    '{"id":{{int:14:m}},"variant_id":{{int:14:w}},"title":"Deck brush","quantity":1,"sku":"BRUSH-01","grams":600,'
    '"price":"9.90","total_discount":"0.00","fulfillment_status":null,"requires_shipping":true,"taxable":true}]'
)
_ORDER = (
    '{"id":{{int:13}},"admin_graphql_api_id":"gid://shopify/Order/{{int:13}}","name":"#{{int:4}}","order_number":{{int:4}},'
    '"created_at":"{{iso}}","updated_at":"{{iso}}","currency":"EUR","subtotal_price":"38.90","total_tax":"6.75",'
    '"total_price":"43.85","total_discounts":"0.00","financial_status":"%s","fulfillment_status":%s,"cancelled_at":%s,'
    '"cancel_reason":%s,"email":"marta.vidal@example.com","confirmed":true,"test":true,"tags":"","note":null,'
    '"token":"{{hex:32}}","customer":'
    + _CUSTOMER
    + ',"line_items":'
    + _LINES
    + ',"shipping_lines":[{"id":{{int:13:s}},'
    '"title":"Standard","price":"4.95","code":"standard"}],"shipping_address":{"first_name":"Marta","last_name":"Vidal",'
    '"address1":"Calle Mayor 12","city":"Madrid","zip":"28013","country":"Spain","country_code":"ES"}}'
)


def _sample(topic: str, body: str) -> Sample:
    headers = (
        ("X-Shopify-Topic", topic),
        ("X-Shopify-Shop-Domain", "garfio-test.myshopify.com"),
        ("X-Shopify-API-Version", "2026-01"),
        ("X-Shopify-Webhook-Id", "{{uuid}}"),
        ("X-Shopify-Event-Id", "{{uuid:0:e}}"),
        ("X-Shopify-Triggered-At", "{{iso}}"),
    )
    return Sample("shopify", topic.replace("/", "-"), topic, body, headers, user_agent="Shopify-Captain-Hook")


SAMPLES = (
    _sample("orders/create", _ORDER % ("pending", "null", "null", "null")),
    _sample("orders/paid", _ORDER % ("paid", "null", "null", "null")),
    _sample("orders/fulfilled", _ORDER % ("paid", '"fulfilled"', "null", "null")),
    _sample("orders/cancelled", _ORDER % ("voided", "null", '"{{iso}}"', '"customer"')),
    _sample(
        "inventory_levels/update",
        '{"inventory_item_id":{{int:14}},"location_id":{{int:11}},"available":3,"updated_at":"{{iso}}",'
        '"admin_graphql_api_id":"gid://shopify/InventoryLevel/{{int:11}}?inventory_item_id={{int:14}}"}',
    ),
    _sample(
        "products/update",
        '{"id":{{int:13}},"title":"Anchor mug","body_html":"<strong>Holds coffee.</strong>","vendor":"Garfio",'
        '"product_type":"Mugs","created_at":"2025-06-01T10:00:00+02:00","updated_at":"{{iso}}","handle":"anchor-mug",'
        '"status":"active","tags":"kitchen, sea","variants":[{"id":{{int:14}},"product_id":{{int:13}},"title":"Blue",'
        '"price":"14.50","sku":"MUG-ANCHOR","position":1,"inventory_quantity":3,"weight":0.35,"weight_unit":"kg"}]}',
    ),
    _sample("customers/create", _CUSTOMER),
    _sample(
        "app/uninstalled",
        '{"id":{{int:11}},"name":"Garfio Test","email":"shop@example.com","domain":"garfio-test.myshopify.com",'
        '"country":"ES","currency":"EUR","plan_name":"partner_test","myshopify_domain":"garfio-test.myshopify.com"}',
    ),
)
