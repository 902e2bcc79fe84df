"""Ruby: Rails."""

from __future__ import annotations

from garfio.core.snippets.language import Language

RUBY = Language(
    syntax="ruby",
    comment="#",
    function="""\
require "base64"
require "openssl"

SECRET = ENV.fetch("WEBHOOK_SECRET")
PUBLIC_URL = ENV.fetch("WEBHOOK_URL", "")

def genuine?(raw_body, headers)
  value = @VALUE@
@SPLIT@
@TIME@  signed = @SIGNED@
  digest = OpenSSL::HMAC.digest("@DIGEST@
  given.any? { |one| ActiveSupport::SecurityUtils.secure_compare(one, digest) }
end
""",
    header="headers[@NAME@].to_s",
    field="fields[@NAME@].to_s",
    text="@TEXT@.b",
    literal="@TEXT@.b",
    body="raw_body.b",
    join=("", " + ", ""),
    keys={
        "text": "SECRET",
        "whsec": 'Base64.decode64(SECRET.delete_prefix("whsec_"))',
        "b64": "Base64.decode64(SECRET)",
        "hex": '[SECRET].pack("H*")',
    },
    digests={
        "hex": '@HASH@", @KEY@, signed).unpack1("H*")',
        "base64": '@HASH@", @KEY@, signed)\n  digest = Base64.strict_encode64(digest)',
        "base64url": '@HASH@", @KEY@, signed)\n  digest = Base64.urlsafe_encode64(digest, padding: false)',
    },
    hashes={name: name.upper() for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single="  given = [value.delete_prefix(@PREFIX@)]",
    several="""\
  given = value.split(@SEPARATOR@).select { |one| one.start_with?(@PREFIX@) }
               .map { |one| one.delete_prefix(@PREFIX@) }""",
    pairs="""\
  items = value.split(@SEPARATOR@).map { |item| item.strip.split("=", 2) }
  fields = items.to_h { |name, text| [name, text] }
  given = items.select { |name, _| name == @NAME@ }.map(&:last)""",
    time="""\
  return false if (Time.now.to_f - @STAMP@.to_f@DIVISOR@).abs > @TOLERANCE@
""",
    url="PUBLIC_URL",
    quote="'",
)

RAILS = """\
# app/controllers/webhooks_controller.rb; in routes.rb: post @PATH@, to: "webhooks#create"
class WebhooksController < ActionController::API
@INDENTED@
  def create
    raw_body = request.raw_post # not params
    return head :bad_request unless genuine?(raw_body, request.headers)

    event = JSON.parse(raw_body)
    head :ok
  end
end
"""
