"""Go with net/http: names keep their case, repeats stay, and the target goes out raw.

net/http writes fields sorted by name. A target with two slashes in front is the one that it cannot hold raw.
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format, origin_target, request_url
from garfio.core.export.fields import kept_fields, sends_body
from garfio.core.export.literal import byte_string
from garfio.core.http import Request

# Written under this spelling alone, with a value of its own where it is missing.
_USER_AGENT = b"User-Agent"


def export_go(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    has_body = sends_body(request)
    body = f"bytes.NewReader([]byte({byte_string(request.body)}))" if has_body else "nil"
    method = byte_string(request.method.encode("latin-1"))
    target = origin_target(request)
    url, raw = context.base_url, f"\trequest.URL.Opaque = {byte_string(target)} // the target as sent\n"
    if target.startswith(b"//"):
        url, raw = request_url(request, context), ""
    imports = [*(["bytes"] if has_body else []), "fmt", "io", "net/http"]
    return (
        "package main\n\n"
        "import (\n" + "".join(f'\t"{name}"\n' for name in imports) + ")\n\n"
        "func main() {\n"
        f"\trequest, err := http.NewRequest({method}, {byte_string(url.encode())}, {body})\n"
        "\tif err != nil {\n\t\tpanic(err)\n\t}\n"
        f"{raw}"
        f"\trequest.Header = http.Header{{\n{_header(request)}\t}}\n"
        "\ttransport := &http.Transport{DisableCompression: true}\n"
        "\tresponse, err := transport.RoundTrip(request) // follows no redirect\n"
        "\tif err != nil {\n\t\tpanic(err)\n\t}\n"
        "\tdefer response.Body.Close()\n"
        "\tanswer, _ := io.ReadAll(response.Body)\n"
        "\tfmt.Println(response.StatusCode, string(answer))\n"
        "}\n"
    )


def _header(request: Request) -> str:
    same: dict[bytes, list[bytes]] = {}
    for name, value in kept_fields(request):
        same.setdefault(name, []).append(value)
    lines = [
        f"\t\t{byte_string(name)}: {{{', '.join(byte_string(value) for value in values)}}},\n"
        for name, values in same.items()
    ]
    if _USER_AGENT not in same:
        lines.append('\t\t"User-Agent": nil, // none of its own\n')
    return "".join(lines)


GO = Format("go", ".go", export_go, single=True)
