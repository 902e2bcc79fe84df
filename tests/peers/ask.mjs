// Asks official SDKs. Reads a JSON array of questions from standard input and writes the answers as a JSON array.
// A question names a peer and is either {do: "sign"}, answered with headers, or {do: "accept"}, answered with a boolean.

// An SDK refuses by returning false or by throwing.
const quiet = async (check) => {
  try {
    return (await check()) !== false;
  } catch {
    return false;
  }
};

const standard = (load, prefix) => ({
  sign: async ({ secret, body, now }) => ({
    [`${prefix}-id`]: "msg_1",
    [`${prefix}-timestamp`]: String(now),
    [`${prefix}-signature`]: new (await load())(secret).sign("msg_1", new Date(now * 1000), body),
  }),
  accept: async ({ secret, body, headers }) => void new (await load())(secret).verify(body, headers),
});

const form = (body) => Object.fromEntries(new URLSearchParams(body));

const PEERS = {
  stripe: {
    sign: async ({ secret, body, now }) => {
      const stripe = new (await import("stripe")).default("sk_test_none");
      return {
        "stripe-signature": stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: now }),
      };
    },
    accept: async ({ secret, body, headers }) => {
      const stripe = new (await import("stripe")).default("sk_test_none");
      return void stripe.webhooks.constructEvent(body, headers["stripe-signature"], secret);
    },
  },
  octokit: {
    sign: async ({ secret, body }) => ({
      "x-hub-signature-256": await (await import("@octokit/webhooks-methods")).sign(secret, body),
    }),
    accept: async ({ secret, body, headers }) =>
      (await import("@octokit/webhooks-methods")).verify(secret, body, headers["x-hub-signature-256"]),
  },
  twilio: {
    sign: async ({ secret, body, url }) => ({
      "x-twilio-signature": (await import("twilio/lib/webhooks/webhooks.js")).default.getExpectedTwilioSignature(
        secret,
        url,
        url.includes("bodySHA256") ? {} : form(body),
      ),
    }),
    accept: async ({ secret, body, url, headers }) => {
      const webhooks = (await import("twilio/lib/webhooks/webhooks.js")).default;
      const signature = headers["x-twilio-signature"];
      return url.includes("bodySHA256")
        ? webhooks.validateRequestWithBody(secret, signature, url, body)
        : webhooks.validateRequest(secret, signature, url, form(body));
    },
  },
  svix: standard(async () => (await import("svix")).Webhook, "svix"),
  standardwebhooks: standard(async () => (await import("standardwebhooks")).Webhook, "webhook"),
  hubspot: {
    sign: async ({ secret, body, url, now, scheme }) => {
      const { Signature } = (await import("@hubspot/api-client")).default;
      const options = { clientSecret: secret, requestBody: body, url, timestamp: now * 1000 };
      const value = Signature.getSignature("POST", scheme, options);
      return scheme === "v3"
        ? { "x-hubspot-signature-v3": value, "x-hubspot-request-timestamp": String(now * 1000) }
        : { "x-hubspot-signature": value, "x-hubspot-signature-version": scheme };
    },
    accept: async ({ secret, body, url, headers, scheme }) => {
      const { Signature } = (await import("@hubspot/api-client")).default;
      return Signature.isValid({
        signature: headers["x-hubspot-signature-v3"] ?? headers["x-hubspot-signature"],
        signatureVersion: scheme,
        clientSecret: secret,
        requestBody: body,
        url,
        timestamp: Number(headers["x-hubspot-request-timestamp"]),
      });
    },
  },
  paddle: {
    accept: async ({ secret, body, headers }) => {
      const { Paddle } = await import("@paddle/paddle-node-sdk");
      return new Paddle("pdl_none").webhooks.isSignatureValid(body, secret, headers["paddle-signature"]);
    },
  },
  square: {
    accept: async ({ secret, body, url, headers }) =>
      (await import("square")).WebhooksHelper.verifySignature({
        requestBody: body,
        signatureHeader: headers["x-square-hmacsha256-signature"],
        signatureKey: secret,
        notificationUrl: url,
      }),
  },
  shopify: {
    accept: async ({ secret, body, url, headers }) => {
      await import("@shopify/shopify-api/adapters/node");
      const { shopifyApi, LATEST_API_VERSION, ApiVersion } = await import("@shopify/shopify-api");
      const shop = shopifyApi({
        apiKey: "key",
        apiSecretKey: secret,
        apiVersion: LATEST_API_VERSION ?? Object.values(ApiVersion)[0],
        hostName: new URL(url).host,
        isEmbeddedApp: false,
        logger: { log: () => {} },
      });
      const rawRequest = { method: "POST", url: new URL(url).pathname, headers };
      return (await shop.webhooks.validate({ rawBody: body, rawRequest, rawResponse: {} })).valid;
    },
  },
  sendgrid: {
    accept: async ({ secret, body, headers }) => {
      const events = new (await import("@sendgrid/eventwebhook")).default.EventWebhook();
      return events.verifySignature(
        events.convertPublicKeyToECDSA(secret),
        body,
        headers["x-twilio-email-event-webhook-signature"],
        headers["x-twilio-email-event-webhook-timestamp"],
      );
    },
  },
  slack: {
    accept: async ({ secret, body, headers }) =>
      (await import("@slack/bolt")).default.isValidSlackRequest({
        signingSecret: secret,
        body,
        headers: {
          "x-slack-signature": headers["x-slack-signature"],
          "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
        },
      }),
  },
  discord: {
    accept: async ({ secret, body, headers }) =>
      (await import("discord-interactions")).default.verifyKey(
        body,
        headers["x-signature-ed25519"],
        headers["x-signature-timestamp"],
        secret,
      ),
  },
  line: {
    accept: async ({ secret, body, headers }) =>
      (await import("@line/bot-sdk")).validateSignature(body, secret, headers["x-line-signature"]),
  },
  sanity: {
    sign: async ({ secret, body, now }) => ({
      "sanity-webhook-signature": await (
        await import("@sanity/webhook")
      ).encodeSignatureHeader(body, now * 1000, secret),
    }),
    accept: async ({ secret, body, headers }) =>
      (await import("@sanity/webhook")).isValidSignature(body, headers["sanity-webhook-signature"], secret),
  },
};

let input = "";
for await (const piece of process.stdin.setEncoding("utf8")) input += piece;
const answers = [];
for (const question of JSON.parse(input)) {
  const peer = PEERS[question.peer];
  answers.push(
    question.do === "sign" ? await peer.sign(question) : await quiet(() => peer.accept(question)),
  );
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
