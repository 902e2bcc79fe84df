"""What to do about a proved cause, by code."""

from __future__ import annotations

from garfio.core.signature.diagnosis.variant import Variant
from garfio.core.signature.value import Certainty, Finding

ADVICE = {
    "secret.whitespace": "The secret was used {detail}; store it without blanks and quotes.",
    "secret.extra-prefix": "Something was pasted with the secret; the signature matches {detail}.",
    "secret.whsec-decoding": "The sender uses the secret {detail}; the scheme takes whsec_ the other way.",
    "secret.encoding": "The sender uses the secret {detail}; use these bytes as the key.",
    "secret.lenient-base64": "The secret is no valid base64 and was {detail}; copy it again, whole.",
    "body.reserialised": "The body was parsed and written again ({detail}); verify the raw bytes.",
    "body.unicode-escaping": "Non-ASCII text was signed in another form ({detail}); verify the raw bytes.",
    "body.slash-escaping": "Slashes were signed in another form ({detail}); verify the raw bytes.",
    "body.html-escaping": "< > & were signed in another form ({detail}); verify the raw bytes.",
    "body.number-format": "Numbers were signed in another form ({detail}); verify the raw bytes.",
    "body.big-integers": "Integers above 2^53 were rounded ({detail}); verify the raw bytes.",
    "body.charset": "The body went through a wrong charset ({detail}); keep it as bytes.",
    "body.final-newline": "The body was signed {detail}; keep the last line break as it is.",
    "body.line-endings": "The body was signed {detail}; something changed its line ends.",
    "body.form-rebuilt": "The form was built again from its parameters ({detail}); verify the raw form.",
    "body.empty": "An empty body was signed; the stream had been read before, or the body came later.",
    "body.truncated": "Only {detail} were signed; raise the size limit.",
    "body.compression": "The body was signed {detail}; something packed or unpacked it on the way.",
    "body.base64": "The body was signed {detail}; a gateway handed it over in another form.",
    "body.json-in-string": "The JSON was signed {detail}; it was encoded twice, or taken out of an envelope.",
    "body.trimmed": "Values were changed before the check ({detail}); switch that middleware off here.",
    "body.bom": "The body was signed {detail}; keep the first bytes as they are.",
    "body.unicode-normalisation": "The body was signed in {detail}; something normalised its characters.",
    "body.envelope": "Only a part of the body was signed: {detail}.",
    "url.scheme": "The provider signed {detail}; tell your program its public scheme (X-Forwarded-Proto).",
    "url.port": "The provider signed {detail}; the port differs.",
    "url.host": "The provider signed {detail}; give that as the public URL.",
    "url.query-encoding": "The provider signed {detail}; use the query exactly as it was sent.",
    "url.trailing-slash": "The provider signed {detail}; the URL registered there must match byte for byte.",
    "algorithm.digest": "The signature is made with {detail}, not with the digest of this scheme.",
    "encoding.digest": "The signature is right, but {detail}; compare decoded bytes.",
    "time.unit": "The timestamp was signed {detail}; use it as text, as it was sent.",
    "header.wrong-name": "The signature is in the header {detail}; read that one.",
}
"""Sentences by code; `{detail}` names what was changed."""


def finding(change: Variant) -> Finding:
    """The proved finding for a change."""
    advice = ADVICE[change.code].replace("{detail}", change.detail)
    return Finding(change.code, Certainty.PROVED, advice, (("detail", change.detail), *change.fields))
