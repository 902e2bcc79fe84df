"""C# with HttpClient, .NET 6 and newer.

Names keep their case and the target goes out raw; HttpClient joins repeated fields, which is said in a comment.
"""

from __future__ import annotations

import base64

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, by_name, kept_fields, sends_body
from garfio.core.export.literal import unit_string
from garfio.core.http import Request

# HttpClient keeps these with the content and refuses them elsewhere.
_OF_CONTENT = frozenset([b"allow", b"expires", b"last-modified"])


def export_csharp(request: Request, context: Context) -> str:
    """A program of top-level statements that sends the request and prints the answer."""
    has_body = sends_body(request)
    headers: list[str] = []
    of_content: list[str] = []
    for name, values in by_name(kept_fields(request)):
        of_body = name.lower() in _OF_CONTENT or name.lower().startswith(b"content-")
        owner = "request.Content!.Headers" if of_body else "request.Headers"
        remark = f" // was sent as {len(values)} fields" if len(values) > 1 else ""
        value = unit_string(b", ".join(values).decode("latin-1"))
        line = f"{owner}.TryAddWithoutValidation({unit_string(name.decode('ascii'))}, {value});{remark}\n"
        (of_content if of_body else headers).append(line)
    content = ""
    if has_body or of_content:
        content = f"request.Content = new ByteArrayContent({_bytes(request.body)});\n"
    method, url = unit_string(request.method), unit_string(request_url(request, context))
    return (
        "using System.Net.Http;\n"
        "using System.Text;\n\n"
        f"var raw = new UriCreationOptions {{ DangerousDisablePathAndQueryCanonicalization = true }};\n"
        f"var request = new HttpRequestMessage(new HttpMethod({method}), new Uri({url}, raw));\n"
        f"{''.join(headers)}{content}{''.join(of_content)}\n"
        "using var client = new HttpClient(new SocketsHttpHandler\n"
        "{\n"
        "    AllowAutoRedirect = false,\n"
        "    RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,\n"
        "});\n"
        "var response = await client.SendAsync(request);\n"
        'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");\n'
    )


def _bytes(body: bytes) -> str:
    text = body_text(body)
    if text is None:
        return f'Convert.FromBase64String("{base64.b64encode(body).decode("ascii")}")'
    return f"Encoding.UTF8.GetBytes({unit_string(text)})"


CSHARP = Format("csharp", ".cs", export_csharp, single=True)
