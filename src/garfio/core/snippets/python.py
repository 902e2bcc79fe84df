"""Python: Flask, FastAPI, Django."""

from __future__ import annotations

from garfio.core.snippets.language import Language

PYTHON = Language(
    syntax="python",
    comment="#",
    function='''\
import base64
import hashlib
import hmac
import os
import time

SECRET = os.environ["WEBHOOK_SECRET"]
PUBLIC_URL = os.environ.get("WEBHOOK_URL", "")


def is_genuine(raw_body: bytes, headers) -> bool:
    """`headers` finds names in any case, as the framework's own do."""
    value = @VALUE@
@SPLIT@
@TIME@    signed = @SIGNED@
    digest = hmac.new(@KEY@, signed, hashlib.@DIGEST@
    return any(hmac.compare_digest(digest.encode(), one.encode()) for one in given)
''',
    header='headers.get(@NAME@, "")',
    field='fields.get(@NAME@, "")',
    text="@TEXT@.encode()",
    literal="@TEXT@.encode()",
    body="raw_body",
    join=("", " + ", ""),
    keys={
        "text": "SECRET.encode()",
        "whsec": 'base64.b64decode(SECRET.removeprefix("whsec_"))',
        "b64": "base64.b64decode(SECRET)",
        "hex": "bytes.fromhex(SECRET)",
    },
    digests={
        "hex": "@HASH@).hexdigest()",
        "base64": "@HASH@).digest()\n    digest = base64.b64encode(digest).decode()",
        "base64url": '@HASH@).digest()\n    digest = base64.urlsafe_b64encode(digest).decode().rstrip("=")',
    },
    hashes={name: name for name in ("sha256", "sha1", "sha512", "sha384", "md5")},
    single="    given = [value.removeprefix(@PREFIX@)]",
    several="    given = [one.removeprefix(@PREFIX@) for one in value.split(@SEPARATOR@) if one.startswith(@PREFIX@)]",
    pairs="""\
    items = [item.strip().partition("=") for item in value.split(@SEPARATOR@)]
    fields = {name: text for name, _, text in items}
    given = [text for name, _, text in items if name == @NAME@]""",
    time="""\
    stamp = @STAMP@
    if not stamp.isdigit() or abs(time.time() - int(stamp)@DIVISOR@) > @TOLERANCE@:
        return False
""",
    url="PUBLIC_URL",
)

FLASK = """\
from flask import Flask, abort, request

@CHECK@

app = Flask(__name__)


@app.post(@PATH@)
def webhook():
    raw_body = request.get_data()  # before anything reads request.json or request.form
    if not is_genuine(raw_body, request.headers):
        abort(400)
    event = request.get_json(force=True)
    return "", 200
"""

FASTAPI = """\
from fastapi import FastAPI, HTTPException, Request

@CHECK@

app = FastAPI()


@app.post(@PATH@)
async def webhook(request: Request):  # no model as a parameter: it would parse the body
    raw_body = await request.body()
    if not is_genuine(raw_body, request.headers):
        raise HTTPException(400)
    event = await request.json()
    return {}
"""

DJANGO = """\
import json

from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

@CHECK@


@csrf_exempt
@require_POST
def webhook(request):  # in urls.py: path(@PATH@.lstrip("/"), webhook)
    raw_body = request.body  # before request.POST is touched
    if not is_genuine(raw_body, request.headers):
        return HttpResponseBadRequest()
    event = json.loads(raw_body)
    return HttpResponse()
"""
