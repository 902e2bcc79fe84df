"""The curl options that send a request again, before any shell's quoting.

Headers keep order, case, repeats and empty values; curl's own default headers are switched off where the
request had none. Host, Content-Length, Transfer-Encoding and Expect are curl's to make. A target that curl
would change or refuse goes through --request-target, which sends it as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from garfio.core.export.context import Context, origin_target
from garfio.core.export.fields import has_field, kept_fields, sends_body
from garfio.core.http import Request

_PLAIN_TARGET_RE = re.compile(rb"/[A-Za-z0-9\-._~!$&'()*+,;=:@/?%\[\]{}|]*")
_DEFAULT_FIELDS = (b"Accept", b"User-Agent")
# curl asks for permission (Expect: 100-continue) above 1 MiB, older versions above 1 KiB.
_EXPECT_BYTES = 1024


class Option(NamedTuple):
    """One option of curl's, with its value where it takes one."""

    name: str
    """Long name without dashes, as in a configuration file."""
    value: bytes | None = None


_SHORT = {"request": "-X", "header": "-H", "head": "-I"}


def flag(option: Option) -> str:
    """The option as it is usually written on a command line."""
    return _SHORT.get(option.name, f"--{option.name}")


def curl_options(request: Request, context: Context) -> list[Option]:
    """All options but the body's, the URL among them as option `url`."""
    method = request.method
    has_body = sends_body(request)
    options = [Option("head") if method == "HEAD" and not has_body else Option("request", _raw(method))]
    target = origin_target(request)
    plain = bool(_PLAIN_TARGET_RE.fullmatch(target))
    options.append(Option("url", _raw(context.base_url) + (target if plain else b"/")))
    if not plain:
        options.append(Option("request-target", target))
    else:
        if b"/." in target:
            options.append(Option("path-as-is"))
        if set(target) & set(b"[]{}"):
            options.append(Option("globoff"))
    if request.http_version == "HTTP/1.0":
        options.append(Option("http1.0"))
    fields = kept_fields(request)
    options += [Option("header", name + (b": " + value if value else b";")) for name, value in fields]
    unwanted = [name for name in _DEFAULT_FIELDS if not has_field(fields, name.lower())]
    if has_body and not has_field(fields, b"content-type"):
        unwanted.append(b"Content-Type")
    if len(request.body) > _EXPECT_BYTES:
        unwanted.append(b"Expect")
    options += [Option("header", name + b":") for name in unwanted]
    return options


def _raw(text: str) -> bytes:
    return text.encode("latin-1", "replace")
