"""JavaScript with the axios package, as a module for Node.

Repeated fields go together under the first one's spelling; default fields are switched off where the request
had none. Node's agent adds Connection, and the package normalises the path's dot segments.
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import by_name, has_field, kept_fields, sends_body
from garfio.core.export.node_fetch import buffer_arguments, js_string
from garfio.core.http import Request

_DEFAULT_FIELDS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


def export_node_axios(request: Request, context: Context) -> str:
    """A module that sends the request and prints the answer's status."""
    fields = kept_fields(request)
    lines = []
    for name, values in by_name(fields):
        texts = [js_string(value.decode("latin-1")) for value in values]
        value = texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
        lines.append(f"    {js_string(name.decode('ascii'))}: {value},\n")
    lines += [
        f'    "{name}": false,\n' for name in _DEFAULT_FIELDS if not has_field(fields, name.lower().encode())
    ]
    body = f"  data: Buffer.from({buffer_arguments(request.body)}),\n" if sends_body(request) else ""
    return (
        'import axios from "axios";\n\n'
        "const response = await axios({\n"
        f"  method: {js_string(request.method)},\n"
        f"  url: {js_string(request_url(request, context))},\n"
        f"  headers: {{\n{''.join(lines)}  }},\n"
        f"{body}"
        "  maxRedirects: 0,\n"
        '  responseType: "text",\n'
        "  validateStatus: () => true,\n"
        "});\n"
        "console.log(response.status, response.data);\n"
    )


NODE_AXIOS = Format("node-axios", ".mjs", export_node_axios)
