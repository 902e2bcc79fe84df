"""A place captures are sent: its URL, what is changed on the way, its TLS, what is expected of its answer.

A target holds no secret: the signing secret is kept elsewhere under the target's name, so that targets can be
written to a file and shared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote

from garfio.core.errors import AppError

PATH_MODES = ("auto", "append", "replace")
SIGNATURE_MODES = ("keep", "resign", "remove")
SENDING_MODES = ("exact", "normal")
MOST_REDIRECTS = 20
_URL = re.compile(r"(?i:(https?)://)([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_PORT = re.compile(r"(.*?)(?::(\d*))?", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?")
_VARIABLE = re.compile(r"\{\{.*?\}\}")
_RESERVED = "!#$%&'()*+,/:;=?@[]~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a URL leads."""

    tls: bool
    host: str
    """A name in ASCII and lower case, or an IP address without brackets."""
    port: int
    path: bytes
    """The raw path; empty when the URL has none."""
    query: bytes | None
    """What follows the `?`; None when there is no `?`."""

    @property
    def authority(self) -> bytes:
        """Host and port as the Host header says them, the scheme's own port left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        if self.port == (443 if self.tls else 80):
            return host.encode()
        return f"{host}:{self.port}".encode()

    @property
    def url(self) -> str:
        """Scheme and authority, without path."""
        return f"{'https' if self.tls else 'http'}://{self.authority.decode()}"

    @property
    def is_loopback(self) -> bool:
        """True when the name itself says that it is this machine."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """True for `localhost`, names under it, and loopback addresses."""
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def parse_url(url: str) -> Address:
    """Read an http or https URL. Raises AppError `target.url` with the reason."""
    text = url.strip()
    if any(char <= " " or char == "\x7f" for char in text):
        raise _bad_url(url, "It holds blanks or control characters; write them as %20 and so on.")
    match = _URL.fullmatch(text)
    if match is None:
        raise _bad_url(url, "It must read like http://127.0.0.1:3000/path or https://host/path.")
    scheme, authority, path, query = match.groups()
    if "@" in authority:
        raise _bad_url(url, "A user name or password does not belong in it; set an Authorization header.")
    tls = scheme.lower() == "https"
    host, port = _split_authority(url, authority, 443 if tls else 80)
    return Address(tls, host, port, _raw(path), None if query is None else _raw(query))


def _split_authority(url: str, authority: str, default: int) -> tuple[str, int]:
    if authority.startswith("["):
        host, mark, rest = authority[1:].partition("]")
        port = rest.removeprefix(":")
        try:
            valid = bool(mark) and (not rest or rest.startswith(":")) and ip_address(host).version == 6
        except ValueError:
            valid = False
        if not valid:
            raise _bad_url(url, "What stands in brackets must be an IPv6 address.")
    else:
        match = _PORT.fullmatch(authority)
        host, port = match.groups("") if match else (authority, "")
        host = _ascii_host(url, host)
    if port and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= 65_535):
        raise _bad_url(url, "The port must lie between 1 and 65535.")
    return host, int(port) if port else default


def _ascii_host(url: str, host: str) -> str:
    try:
        name = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name) or len(name) > 253:
        raise _bad_url(url, "It names no host, or one with characters that a host cannot have.")
    return name.lower()


def _raw(text: str) -> bytes:
    """ASCII as it is, the rest as percent escapes of UTF-8."""
    return quote(text, safe=_RESERVED).encode()


def _bad_url(url: str, why: str) -> AppError:
    return AppError("target.url", f"{url!r} is not a URL to send to.", hint=why, url=url)


@dataclass(frozen=True, slots=True)
class Tls:
    """How a target's certificate is checked, and which one we show. Files are named, never held."""

    verify: bool = True
    ca_file: str = ""
    """PEM file with the authorities to trust instead of the system's; empty for the system's."""
    certificate_file: str = ""
    """PEM file with our client certificate, and its key unless `key_file` names another."""
    key_file: str = ""
    server_name: str = ""
    """The name that the certificate must have, when it is not the URL's host."""


EXPECTATION_KINDS = ("status", "header", "json", "time")


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that a target's answer must have."""

    kind: str
    """`status`, `header`, `json` or `time`."""
    name: str
    """The header's name, or the path in the JSON body such as `data.id`; empty for the other kinds."""
    value: str
    """`2xx`, `200` or `200-204`; the header's or the JSON value's text, `*` for any; milliseconds at most."""

    @property
    def text(self) -> str:
        """As `read_expectation` reads it."""
        name = f":{self.name}" if self.name else ""
        return f"{self.kind}{name}={self.value}"


def read_expectation(text: str) -> Expectation:
    """Read `status=2xx`, `header:X-Id=1`, `json:data.ok=true` or `time=500`. Raises AppError
    `target.expectation`."""
    left, mark, value = text.partition("=")
    kind, _, name = left.strip().partition(":")
    value = value.strip()
    fits = {
        "status": re.fullmatch(r"[1-5]xx|\d{3}(-\d{3})?", value) is not None and not name,
        "time": value.isdigit() and not name,
        "header": bool(name),
        "json": bool(name),
    }
    if not mark or not fits.get(kind, False):
        raise AppError(
            "target.expectation",
            f"{text!r} is not an expectation.",
            hint="Write status=2xx, header:NAME=VALUE, json:path.to.value=VALUE or time=MILLISECONDS.",
            text=text,
        )
    return Expectation(kind, name.strip(), value)


@dataclass(frozen=True, slots=True)
class Target:
    """A named place to send to; one that was given as a URL has an empty name."""

    name: str = ""
    url: str = ""
    """http or https; may hold `{{variables}}`."""
    path_mode: str = "auto"
    """`append`: the capture's path follows the URL's. `replace`: the URL's path takes its place. `auto`: the
    URL's path if it has one beyond `/`."""
    keep_host: bool = False
    """Send the capture's own Host header; some signatures cover it."""
    set_headers: tuple[tuple[str, str], ...] = ()
    """Replaced, or added at the end; values may hold `{{variables}}`."""
    remove_headers: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    provider: str = ""
    """The scheme to re-sign with; empty means the capture's own."""
    signature: str = "keep"
    """`keep`, `resign` or `remove`."""
    tls: Tls = field(default_factory=Tls)
    connect_s: float = 10.0
    """Seconds for finding the address, connecting, and TLS together."""
    answer_s: float = 30.0
    """Seconds from the first byte sent to the last one received."""
    expectations: tuple[Expectation, ...] = ()
    """None means that any 2xx passes."""
    follow: int = 0
    """Redirects that are followed at most; 0 shows a redirect as the answer that it is."""
    sending: str = "exact"
    """`exact`: byte for byte. `normal`: by an ordinary HTTP client, which speaks through proxies."""
    proxy: str = ""
    """URL of the proxy for `normal`; empty for the environment's, and none for this machine."""

    @property
    def label(self) -> str:
        """The name, or the URL of one without."""
        return self.name or self.url


def checked_target(target: Target) -> Target:
    """`target` as it is. Raises AppError `target.…` for a field that cannot be used."""
    parse_url(_VARIABLE.sub("x", target.url))
    if (
        re.search(r"[\x00-\x1f\x7f]", target.name)
        or target.name != target.name.strip()
        or "://" in target.name
    ):
        raise AppError(
            "target.name",
            f"{target.name!r} cannot be a target's name.",
            hint="Use plain words.",
            name=target.name,
        )
    for name, what, high in (("connect_s", "connecting", 300.0), ("answer_s", "an answer", 3600.0)):
        if not 0.1 <= getattr(target, name) <= high:
            raise AppError(
                "target.value", f"The time for {what} must lie between 0.1 and {high:g} seconds.", name=name
            )
    if not 0 <= target.follow <= MOST_REDIRECTS:
        raise AppError(
            "target.value", f"follow must lie between 0 and {MOST_REDIRECTS} redirects.", name="follow"
        )
    for name, choices in (
        ("path_mode", PATH_MODES),
        ("signature", SIGNATURE_MODES),
        ("sending", SENDING_MODES),
    ):
        if getattr(target, name) not in choices:
            raise AppError("target.value", f"{name} must be one of {', '.join(choices)}.", name=name)
    if target.proxy:
        _check_proxy(target)
    return target


def _check_proxy(target: Target) -> None:
    parse_url(target.proxy)
    if target.sending != "normal":
        raise AppError(
            "target.value",
            "Only what is sent the normal way can go through a proxy.",
            hint="Choose the normal way of sending, or leave the proxy out.",
            name="proxy",
        )


def target_json(target: Target) -> dict[str, Any]:
    """A target as JSON values, only what differs from the default; holds no secret."""
    default = asdict(Target())
    found = {name: value for name, value in asdict(target).items() if value != default[name]}
    if "tls" in found:
        found["tls"] = {name: value for name, value in found["tls"].items() if value != default["tls"][name]}
    if "expectations" in found:
        found["expectations"] = [expectation.text for expectation in target.expectations]
    for name in ("set_headers", "variables"):
        if name in found:
            found[name] = [list(pair) for pair in found[name]]
    return found


def read_target(value: Mapping[str, Any]) -> Target:
    """A target from JSON values; unknown keys are passed over. Raises AppError `target.…` for what does not
    fit."""
    known = {name: value[name] for name in (entry.name for entry in fields(Target)) if name in value}
    try:
        for name in ("set_headers", "variables"):
            if name in known:
                known[name] = tuple((str(left), str(right)) for left, right in known[name])
        if "remove_headers" in known:
            known["remove_headers"] = tuple(str(name) for name in known["remove_headers"])
        if "expectations" in known:
            known["expectations"] = tuple(read_expectation(str(text)) for text in known["expectations"])
        if "tls" in known:
            known["tls"] = Tls(**known["tls"])
        return checked_target(Target(**known))
    except (TypeError, ValueError, AttributeError) as error:
        raise AppError("target.file", f"A target cannot be read: {error}.") from error
