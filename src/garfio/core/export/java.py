"""Java 11 and newer with java.net.http, in one file: `java Send.java`.

The client sorts fields by name, keeps one spelling of a name, writes values as ASCII, adds a User-Agent where
there is none, and does not let Connection and Upgrade through; what that changes is said in a comment.
"""

from __future__ import annotations

import base64
import re

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, kept_fields, sends_body
from garfio.core.export.literal import ascii_string
from garfio.core.headers import decode_value
from garfio.core.http import Request

_REFUSED = frozenset([b"connection", b"upgrade"])
# A constant holds 65535 bytes; a character takes at most three.
_MAX_PIECE = 20_000
# What java.net.URI refuses: brackets in a path, and a percent sign that escapes nothing.
_BARE_PERCENT_RE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def export_java(request: Request, context: Context) -> str:
    """A class with a main method that sends the request and prints the answer."""
    publisher = f"ofByteArray({_bytes(request.body)})" if sends_body(request) else "noBody()"
    method = ascii_string(request.method)
    return (
        "import java.net.URI;\n"
        "import java.net.http.HttpClient;\n"
        "import java.net.http.HttpRequest;\n"
        "import java.net.http.HttpResponse;\n"
        "import java.nio.charset.StandardCharsets;\n"
        "import java.util.Base64;\n\n"
        "public class Send {\n"
        "    public static void main(String[] args) throws Exception {\n"
        f"        HttpRequest request = HttpRequest.newBuilder(URI.create({_url(request, context)}))\n"
        "            .version(HttpClient.Version.HTTP_1_1)\n"
        f"{_headers(request)}"
        f"            .method({method}, HttpRequest.BodyPublishers.{publisher})\n"
        "            .build();\n"
        "        HttpResponse<String> response = HttpClient.newHttpClient()\n"
        "            .send(request, HttpResponse.BodyHandlers.ofString());\n"
        '        System.out.println(response.statusCode() + " " + response.body());\n'
        "    }\n"
        "}\n"
    )


def _headers(request: Request) -> str:
    lines = []
    for name, value in kept_fields(request):
        field = f"{ascii_string(name.decode('ascii'))}, {ascii_string(decode_value(value))}"
        if name.lower() in _REFUSED:
            lines.append(f"            // .header({field}) is the client's own\n")
        else:
            remark = "" if value.isascii() else " // is sent as ASCII, with question marks"
            lines.append(f"            .header({field}){remark}\n")
    return "".join(lines)


def _url(request: Request, context: Context) -> str:
    url = _BARE_PERCENT_RE.sub("%25", request_url(request, context))
    path, mark, query = url.removeprefix(context.base_url).partition("?")
    return ascii_string(context.base_url + path.replace("[", "%5B").replace("]", "%5D") + mark + query)


def _bytes(body: bytes) -> str:
    text = body_text(body)
    if text is None:
        return f"Base64.getDecoder().decode({_string(base64.b64encode(body).decode('ascii'))})"
    return f"{_string(text)}.getBytes(StandardCharsets.UTF_8)"


def _string(text: str) -> str:
    if len(text) <= _MAX_PIECE:
        return ascii_string(text)
    pieces = [ascii_string(text[at : at + _MAX_PIECE]) for at in range(0, len(text), _MAX_PIECE)]
    return f'String.join("", {", ".join(pieces)})'


JAVA = Format("java", ".java", export_java, single=True)
