"""A sentence and a piece of advice for each cause that a diagnosis can name; `finding_text` puts the values in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Cause:
    """What is said of one code. `{provider}` is the sender, `{detail}` what was changed to make it match."""

    proved: str
    advice: str
    sign: str = ""
    """The sentence when nothing is proved; empty where the other one serves."""
    sign_advice: str = ""
    """The advice when nothing is proved; empty where the other one serves."""


_RAW_BODY = QT_TRANSLATE_NOOP(
    "finding", "Hash the raw body, the bytes before any parser or middleware has touched them."
)
_EXACT_SECRET = QT_TRANSLATE_NOOP("finding", "Store the secret exactly as {provider} shows it.")
_SAME_URL = QT_TRANSLATE_NOOP(
    "finding", "Enter that address as the public URL here, and let your program use it too."
)
_MIDDLEWARE = QT_TRANSLATE_NOOP(
    "finding", "Something between {provider} and here changes the body. Find it, or hash before it."
)

CAUSES: dict[str, Cause] = {
    "secret.other": Cause(
        QT_TRANSLATE_NOOP("finding", "It is signed with another secret: {secret}."),
        QT_TRANSLATE_NOOP(
            "finding", "Use that secret for this endpoint, or let {provider} send to the other one."
        ),
        QT_TRANSLATE_NOOP("finding", "The event is from {provider}’s {mode} mode, the secret is not."),
    ),
    "secret.whitespace": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "The secret has blanks, a line break or quotes too many or too few: {detail} it matches.",
        ),
        _EXACT_SECRET,
    ),
    "secret.extra-prefix": Cause(
        QT_TRANSLATE_NOOP("finding", "Something was pasted together with the secret: {detail} it matches."),
        _EXACT_SECRET,
    ),
    "secret.whsec-decoding": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The secret that begins with whsec_ was used in another form: {detail}."
        ),
        QT_TRANSLATE_NOOP(
            "finding", "Decode what follows whsec_ from base64, unless {provider}’s document takes it whole."
        ),
    ),
    "secret.encoding": Cause(
        QT_TRANSLATE_NOOP("finding", "The key was made from the secret in another way: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Turn the secret into the key’s bytes in that way."),
    ),
    "secret.lenient-base64": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The secret is no whole base64 text; {provider} decoded it as far as it goes."
        ),
        QT_TRANSLATE_NOOP("finding", "Copy the secret again, to its last character."),
    ),
    "secret.not-a-signing-secret": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "What was entered looks like an API key or a token, not like the signing secret."
        ),
        QT_TRANSLATE_NOOP("finding", "Look for the secret of this webhook in {provider}’s console."),
    ),
    "secret.wrong": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "Nothing makes this signature: most likely the secret is not the sender’s."
        ),
        QT_TRANSLATE_NOOP("finding", "Copy the secret again from {provider}, whole, for this very endpoint."),
    ),
    "body.reserialised": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "The body was parsed and written again after {provider} signed it; written so ({detail})"
            " the signature is exact.",
        ),
        _RAW_BODY,
        QT_TRANSLATE_NOOP(
            "finding", "The header {header} shows a relay, which may have written the body again."
        ),
    ),
    "body.unicode-escaping": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "Characters outside ASCII were written in another form after {provider} signed them; so"
            " ({detail}) the signature is exact.",
        ),
        _RAW_BODY,
    ),
    "body.slash-escaping": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "The body was parsed and written again after {provider} signed it: {detail} the signature is exact.",
        ),
        QT_TRANSLATE_NOOP(
            "finding", "Something between {provider} and here re-serialises JSON. Hash the raw body."
        ),
    ),
    "body.html-escaping": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "The characters < > & were written in another form after {provider} signed them; so"
            " ({detail}) the signature is exact.",
        ),
        _RAW_BODY,
    ),
    "body.number-format": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "Numbers were written in another form after {provider} signed them; so ({detail}) the"
            " signature is exact.",
        ),
        _RAW_BODY,
    ),
    "body.big-integers": Cause(
        QT_TRANSLATE_NOOP("finding", "Whole numbers above 2⁵³ were rounded on the way ({detail})."),
        QT_TRANSLATE_NOOP(
            "finding", "A JavaScript program parsed the body and wrote it again. Hash the raw body."
        ),
    ),
    "body.charset": Cause(
        QT_TRANSLATE_NOOP("finding", "The body went through a wrong charset: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Keep the body as bytes until the signature has been checked."),
    ),
    "body.final-newline": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The body was signed with another end: {detail} the signature is exact."
        ),
        QT_TRANSLATE_NOOP("finding", "Keep the line break at the end of the body as it was sent."),
    ),
    "body.line-endings": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The line ends of the body were changed: {detail} the signature is exact."
        ),
        QT_TRANSLATE_NOOP(
            "finding", "Do not paste or edit the body on its way; send it from a file, as bytes."
        ),
    ),
    "body.form-rebuilt": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The form was built again from its fields; built so ({detail}) the signature is exact."
        ),
        QT_TRANSLATE_NOOP("finding", "Hash the raw form, not what the framework makes of its fields."),
    ),
    "body.empty": Cause(
        QT_TRANSLATE_NOOP("finding", "An empty body was signed: the stream had already been read."),
        QT_TRANSLATE_NOOP("finding", "Read the body once, keep its bytes, and hash those."),
        QT_TRANSLATE_NOOP(
            "finding", "It is a GET without a body; a redirect may have turned a POST into it."
        ),
    ),
    "body.truncated": Cause(
        QT_TRANSLATE_NOOP("finding", "Only a part of the body was signed: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Raise the size limit for bodies."),
    ),
    "body.compression": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The body was packed or unpacked after it was signed: {detail} the signature is exact."
        ),
        QT_TRANSLATE_NOOP(
            "finding", "Hash the bytes before anything unpacks them, or switch compression off on the way."
        ),
    ),
    "body.base64": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "A gateway handed the body over in base64: {detail} the signature is exact."
        ),
        QT_TRANSLATE_NOOP("finding", "Look at isBase64Encoded, and decode the body before you hash it."),
    ),
    "body.json-in-string": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The JSON was put into a string or taken out of one: {detail} the signature is exact."
        ),
        _MIDDLEWARE,
    ),
    "body.trimmed": Cause(
        QT_TRANSLATE_NOOP("finding", "Values were changed before the check: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Switch the middleware that trims strings off for this route."),
    ),
    "body.bom": Cause(
        QT_TRANSLATE_NOOP("finding", "A byte order mark was added or lost: {detail} the signature is exact."),
        _MIDDLEWARE,
    ),
    "body.unicode-normalisation": Cause(
        QT_TRANSLATE_NOOP(
            "finding",
            "Characters were brought into another Unicode form: in {detail} the signature is exact.",
        ),
        _MIDDLEWARE,
    ),
    "body.envelope": Cause(
        QT_TRANSLATE_NOOP("finding", "Only a part of the body was signed: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Check the items one by one, not the envelope."),
    ),
    "url.scheme": Cause(
        QT_TRANSLATE_NOOP("finding", "{provider} signed another scheme: {detail}."), _SAME_URL
    ),
    "url.port": Cause(QT_TRANSLATE_NOOP("finding", "{provider} signed another port: {detail}."), _SAME_URL),
    "url.host": Cause(
        QT_TRANSLATE_NOOP("finding", "{provider} signed another address: {detail}."), _SAME_URL
    ),
    "url.query-encoding": Cause(
        QT_TRANSLATE_NOOP("finding", "{provider} signed the path and query written otherwise: {detail}."),
        QT_TRANSLATE_NOOP(
            "finding", "Use path and query exactly as they were sent, not as the framework writes them."
        ),
    ),
    "url.trailing-slash": Cause(
        QT_TRANSLATE_NOOP("finding", "{provider} signed the address with another end: {detail}."),
        QT_TRANSLATE_NOOP(
            "finding", "The address entered at {provider} must be the same to the last character."
        ),
    ),
    "algorithm.digest": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature is made with another digest: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Use that digest, or choose the matching version at {provider}."),
    ),
    "encoding.digest": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature is right, but written otherwise: {detail}."),
        QT_TRANSLATE_NOOP("finding", "Decode both signatures and compare their bytes, not their text."),
        QT_TRANSLATE_NOOP(
            "finding", "The hex digits are upper case; a receiver that compares text refuses them."
        ),
    ),
    "time.too-old": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature is right, but its timestamp is too old."),
        QT_TRANSLATE_NOOP(
            "finding",
            "A repeated or resent webhook keeps its first timestamp. Re-sign it, or look at the clocks.",
        ),
    ),
    "time.in-future": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature is right, but its timestamp lies in the future."),
        QT_TRANSLATE_NOOP("finding", "Set the clock of this computer, or of the sender’s."),
    ),
    "time.unit": Cause(
        QT_TRANSLATE_NOOP("finding", "The timestamp was signed in another form: {detail}."),
        QT_TRANSLATE_NOOP(
            "finding", "Use the timestamp’s text as it was sent; do not turn it into a number first."
        ),
    ),
    "certificate.run-out": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The certificate of {name} was valid until {day}, before this was received."
        ),
        QT_TRANSLATE_NOOP(
            "finding",
            "Refuse it: nobody answers for an old certificate. If {provider} has renewed it with the same key, give"
            " the new one.",
        ),
    ),
    "certificate.early": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The certificate of {name} is valid from {day} on, after this was received."
        ),
        QT_TRANSLATE_NOOP("finding", "Set the clock of this computer, or give the certificate of that time."),
    ),
    "certificate.untrusted": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The certificate leads to no root that this computer trusts: it ends at {name}."
        ),
        QT_TRANSLATE_NOOP(
            "finding",
            "Do not act on it. If the authority is your own, give its certificate by hand as the secret.",
        ),
        QT_TRANSLATE_NOOP(
            "finding",
            "The certificate is trusted as you gave it by hand; it leads to no known root, but to {name}.",
        ),
        QT_TRANSLATE_NOOP(
            "finding", "If you do not know that authority, delete the certificate and let it be fetched."
        ),
    ),
    "certificate.incomplete": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The certificate came without its issuer {name}, so it cannot be followed to a root."
        ),
        QT_TRANSLATE_NOOP(
            "finding", "It is trusted for where it comes from: {provider}’s address, or your own hand."
        ),
    ),
    "header.missing": Cause(
        QT_TRANSLATE_NOOP("finding", "There is no {wanted}: {provider} puts its signature there."),
        QT_TRANSLATE_NOOP(
            "finding",
            "Check that a secret is set at {provider}, and that nothing on the way drops the header.",
        ),
    ),
    "header.malformed": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature cannot be read."),
        QT_TRANSLATE_NOOP(
            "finding", "Compare the header with {provider}’s document; something has cut or changed it."
        ),
    ),
    "header.wrong-name": Cause(
        QT_TRANSLATE_NOOP("finding", "The signature is in the header {detail}."),
        QT_TRANSLATE_NOOP("finding", "Read that header, or choose the provider whose header it is."),
        QT_TRANSLATE_NOOP(
            "finding", "There is no signature where {provider} puts it, but this looks like one: {header}."
        ),
    ),
    "header.inconsistent": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "The signature is right, but what it vouches for does not fit this message."
        ),
        _MIDDLEWARE,
        QT_TRANSLATE_NOOP(
            "finding", "The header {header} does not fit the body: the body was changed on the way."
        ),
    ),
    "unverifiable": Cause(
        QT_TRANSLATE_NOOP("finding", "{provider} gives nothing that could be checked here."),
        QT_TRANSLATE_NOOP(
            "finding",
            "Put a value that nobody can guess into the address, and ask {provider}’s API before you act.",
        ),
    ),
    "sender.changed-on-retry": Cause(
        QT_TRANSLATE_NOOP(
            "finding", "{provider} changed the body for this retry and kept the first signature."
        ),
        QT_TRANSLATE_NOOP("finding", "Nothing is wrong on this side. Tell {provider}."),
    ),
}
"""By the engine's code."""
