"""JavaScript: Express, Fastify, Next.js."""

from __future__ import annotations

from garfio.core.snippets.language import Language

JAVASCRIPT = Language(
    syntax="javascript",
    comment="//",
    function="""\
import crypto from "node:crypto";

const SECRET = process.env.WEBHOOK_SECRET;
const PUBLIC_URL = process.env.WEBHOOK_URL ?? "";

// rawBody is a Buffer; headers have lower-case names.
function isGenuine(rawBody, headers) {
  const value = @VALUE@;
@SPLIT@
@TIME@  const signed = @SIGNED@;
  const digest = crypto.createHmac("@DIGEST@;
  return given.some((one) => {
    const [a, b] = [Buffer.from(one), Buffer.from(digest)];
    return a.length === b.length && crypto.timingSafeEqual(a, b);
  });
}
""",
    header='(headers[@NAME@] ?? "")',
    field='(fields.get(@NAME@) ?? "")',
    text="Buffer.from(@TEXT@)",
    literal="Buffer.from(@TEXT@)",
    body="rawBody",
    join=("Buffer.concat([", ", ", "])"),
    keys={
        "text": "SECRET",
        "whsec": 'Buffer.from(SECRET.replace(/^whsec_/, ""), "base64")',
        "b64": 'Buffer.from(SECRET, "base64")',
        "hex": 'Buffer.from(SECRET, "hex")',
    },
    digests={
        "hex": '@HASH@", @KEY@).update(signed).digest("hex")',
        "base64": '@HASH@", @KEY@).update(signed).digest("base64")',
        "base64url": '@HASH@", @KEY@).update(signed).digest("base64url")',
    },
    hashes={name: name for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single='  const given = [value.startsWith(@PREFIX@) ? value.slice(@PREFIX@.length) : ""];',
    several="""\
  const given = value.split(@SEPARATOR@).filter((one) => one.startsWith(@PREFIX@))
    .map((one) => one.slice(@PREFIX@.length));""",
    pairs="""\
  const items = value.split(@SEPARATOR@).map((item) => {
    const at = item.indexOf("=");
    return [item.slice(0, at).trim(), item.slice(at + 1)];
  });
  const fields = new Map(items);
  const given = items.filter(([name]) => name === @NAME@).map(([, text]) => text);""",
    time="""\
  const age = Date.now() / 1000 - Number(@STAMP@)@DIVISOR@;
  if (!(Math.abs(age) <= @TOLERANCE@)) return false;
""",
    url="PUBLIC_URL",
)

EXPRESS = """\
import express from "express";
@CHECK@
const app = express();

// express.raw for this route, and no express.json() before it
app.post(@PATH@, express.raw({ type: "*/*" }), (req, res) => {
  if (!isGenuine(req.body, req.headers)) return res.sendStatus(400);
  const event = JSON.parse(req.body);
  res.sendStatus(200);
});

app.listen(3000);
"""

FASTIFY = """\
import Fastify from "fastify";
@CHECK@
const app = Fastify();

// in a scope of its own: every body stays a Buffer here
app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", { parseAs: "buffer" }, (req, body, done) => done(null, body));
  scope.post(@PATH@, async (req, reply) => {
    if (!isGenuine(req.body, req.headers)) return reply.code(400).send();
    const event = JSON.parse(req.body);
    return reply.code(200).send();
  });
});

app.listen({ port: 3000 });
"""

NEXT = """\
// app/@ROUTE@/route.js
@CHECK@
export const runtime = "nodejs";

export async function POST(request) {
  const rawBody = Buffer.from(await request.arrayBuffer()); // not request.json()
  if (!isGenuine(rawBody, Object.fromEntries(request.headers))) {
    return new Response(null, { status: 400 });
  }
  const event = JSON.parse(rawBody);
  return new Response(null, { status: 200 });
}
"""
