"""Ruby with net/http.

It writes names in its own case and joins repeated fields with a comma, which is said in a comment. Default fields
are taken out where the request had none.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from garfio.core.export.context import Context, Format, origin_target
from garfio.core.export.fields import by_name, has_field, kept_fields, sends_body
from garfio.core.export.literal import byte_string
from garfio.core.http import Request

_DEFAULT_FIELDS = ("Accept", "Accept-Encoding", "User-Agent")


def export_ruby(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    fields = kept_fields(request)
    has_body = sends_body(request)
    unwanted = [name for name in _DEFAULT_FIELDS if not has_field(fields, name.lower().encode())]
    method, target = _string(request.method.encode("latin-1")), _string(origin_target(request))
    answered = str(request.method != "HEAD").lower()
    lines = [
        f"request = Net::HTTPGenericRequest.new({method}, {str(has_body).lower()}, {answered}, {target})"
    ]
    lines += [f"%w[{' '.join(unwanted)}].each {{ |name| request.delete(name) }}"] if unwanted else []
    for name, values in by_name(fields):
        repeated = f" # was sent as {len(values)} fields" if len(values) > 1 else ""
        lines.append(f"request[{_string(name)}] = {_string(b', '.join(values))}{repeated}")
    if has_body:
        lines.append(f"request.body = {_string(request.body)}.b")
        if not has_field(fields, b"content-type"):
            lines.append("def request.supply_default_content_type = nil")
    where = urlsplit(context.base_url)
    tls = where.scheme == "https"
    port = where.port or (443 if tls else 80)
    connect = f'"{where.hostname or ""}", {port}{", use_ssl: true" if tls else ""}'
    return (
        'require "net/http"\n\n'
        + "\n".join(lines)
        + f"\n\nresponse = Net::HTTP.start({connect}) {{ |http| http.request(request) }}\n"
        "puts response.code, response.body\n"
    )


def _string(value: bytes) -> str:
    return byte_string(value, also="#")


RUBY = Format("ruby", ".rb", export_ruby, single=True)
