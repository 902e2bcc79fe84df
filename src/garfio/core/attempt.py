"""One outbound try and its outcome. A failed connection is a value, not an exception.

What was sent is kept byte for byte, and the answer as it came; attempts never overwrite each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NewType

from garfio.core.capture import CaptureId
from garfio.core.headers import Headers, decode_value
from garfio.core.http import Request, parse_fields
from garfio.core.query.payload import Message, Step, value_text
from garfio.core.target import Expectation

AttemptId = NewType("AttemptId", int)


@dataclass(frozen=True)
class Response:
    """What a target answered, as on the wire; never decompressed here."""

    head: bytes
    """Status line and header lines with the closing empty line."""
    body: bytes = b""
    """Transfer chunks joined; at most the sender's limit."""
    cut: str = ""
    """Why the body is not whole: `limit` (we stopped reading), `closed`, `reset`, `timeout`, `broken`; empty
    when it is."""

    @cached_property
    def _status_line(self) -> tuple[str, int, str]:
        version, _, rest = self.head.partition(b"\n")[0].rstrip(b"\r").partition(b" ")
        status, _, reason = rest.lstrip(b" ").partition(b" ")
        return decode_value(version), int(status) if status.isdigit() else 0, decode_value(reason)

    @property
    def http_version(self) -> str:
        """As sent, `HTTP/1.1`."""
        return self._status_line[0]

    @property
    def status(self) -> int:
        """The final status code."""
        return self._status_line[1]

    @property
    def reason(self) -> str:
        """The words after the status; may be empty."""
        return self._status_line[2]

    @cached_property
    def headers(self) -> Headers:
        """The header fields, in wire order."""
        return parse_fields(self.head.partition(b"\n")[2])


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer."""

    kind: str
    """`dns`, `refused`, `unreachable`, `timeout`, `tls`, `proxy`, `reset`, `closed`, `protocol`, `loop`, `cancelled`
    or `io`."""
    code: str = ""
    """What exactly, a key of `FAILURES` with the kind before it, such as `tls.expired`."""
    detail: str = ""
    """The system's or the TLS library's own words, in English; may be empty."""

    @property
    def sentence(self) -> str:
        """The reason in English."""
        return FAILURES.get(self.code) or FAILURES[self.kind]


FAILURES: dict[str, str] = {
    "dns": "The host's address cannot be found.",
    "refused": "Nothing listens there: the connection was refused.",
    "unreachable": "There is no way to that address from this machine.",
    "timeout": "It took too long.",
    "timeout.connect": "The connection was not made in time.",
    "timeout.answer": "The connection was made, but no answer came in time.",
    "tls": "The encrypted connection could not be made.",
    "tls.expired": "The target's certificate has expired.",
    "tls.not_yet_valid": "The target's certificate is not valid yet; is this machine's clock right?",
    "tls.self_signed": "The target's certificate is signed by itself. Name its authority, or switch the check off.",
    "tls.unknown_authority": "The target's certificate comes from an authority that this machine does not know.",
    "tls.wrong_name": "The target's certificate is for another name.",
    "tls.plain": "The target speaks plain HTTP there, not TLS. Use http:// in the URL.",
    "tls.client_certificate": "The target refused our client certificate, or wants one.",
    "tls.version": "The target and this program have no version of TLS in common.",
    "tls.files": "A certificate file of this target cannot be read.",
    "proxy": "The proxy could not be reached, or did not pass it on.",
    "proxy.credentials": "The proxy wants a user name and password; set them in the environment, in HTTPS_PROXY.",
    "proxy.kind": "This kind of proxy is not supported; only http:// and https:// are.",
    "reset": "The target broke the connection off.",
    "closed": "The target closed the connection without an answer.",
    "protocol": "What came back is not an HTTP/1 answer.",
    "protocol.too_large": "The head of the answer is too large.",
    "loop": "The target is this program's own listener: sending there would go round in circles.",
    "cancelled": "It was cancelled before the answer had come.",
    "io": "The connection failed.",
}
"""Codes, and kinds for want of one, to English sentences."""


@dataclass(frozen=True, slots=True)
class Pending:
    """The attempt is under way in a program that runs."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The program ended between sending and recording: it may have arrived, or not."""


Outcome = Response | Failure | Pending | Unknown


@dataclass(frozen=True, slots=True)
class Timings:
    """Microseconds of each step; None for one that was not reached or not needed."""

    dns_us: int | None = None
    connect_us: int | None = None
    tls_us: int | None = None
    first_byte_us: int | None = None
    """From the first byte sent to the first one received."""
    total_us: int = 0


@dataclass(frozen=True, slots=True)
class Peer:
    """Whom we really spoke to."""

    address: str = ""
    """`127.0.0.1:3000` or `[::1]:3000`; empty when no connection was made."""
    tried: tuple[str, ...] = ()
    """Addresses that were tried before and failed."""
    tls_version: str = ""
    """`TLSv1.3`; empty for a plain connection."""
    tls_cipher: str = ""
    unverified: bool = False
    """True when the certificate was not checked because the target says so."""
    normal: bool = False
    """True when an ordinary HTTP client has sent it, not exactly."""
    proxy: str = ""
    """The URL of the proxy that it went through, without credentials; empty for none."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed: the answer that led on, and what was sent there."""

    response: Response
    """With as much of its body as is worth keeping."""
    peer: Peer
    """Who gave it."""
    duration_us: int
    url: str
    """Where it led."""
    request: Request
    """The message as sent there."""
    withheld: tuple[str, ...] = ()
    """Names of header fields that were not sent there, because it is another place."""
    certificate_withheld: bool = False
    """True when our client certificate was not shown there, for the same reason."""


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """One row of the ledger; holds no bodies."""

    id: AttemptId
    capture: CaptureId
    """0 for a sample, which has no capture."""
    target: str
    """The target's name; empty when a URL was given."""
    url: str
    """Where it was sent: scheme, authority, path and query."""
    cause: str
    """`resend`, `edit`, `sequence`, `forward`, `sample`, or `wrong.` with a fault of `core.tamper`."""
    started_at_us: int
    """Wall clock, microseconds since 1970-01-01 UTC."""
    duration_us: int | None
    """None while it is pending, and when the outcome is unknown."""
    state: str
    """`pending`, `response`, `failure` or `unknown`."""
    status: int
    """The answer's; 0 when there is none."""
    failure: Failure | None
    size: int
    """Bytes of the answer's body that were kept."""
    cut: str
    passed: bool | None
    """Whether the answer was as expected; None while pending or unknown."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, whole."""

    summary: AttemptSummary
    request: Request
    """The message exactly as sent, `request.to_bytes()`."""
    outcome: Outcome
    timings: Timings = field(default_factory=Timings)
    peer: Peer = field(default_factory=Peer)
    unmet: tuple[str, ...] = ()
    """Expectations that the answer did not meet, as text."""
    hops: tuple[Hop, ...] = ()
    """Redirects that were followed; the outcome is that of the last place."""
    stopped: str = ""
    """Why a redirect was not followed although the target follows them, a key of `core.redirect.STOPS`."""


def unmet_expectations(
    expectations: Sequence[Expectation], outcome: Outcome, total_us: int
) -> tuple[str, ...]:
    """The expectations, as text, that an outcome does not meet; `status=2xx` is one when none is stated."""
    wanted = expectations or (Expectation("status", "", "2xx"),)
    if not isinstance(outcome, Response):
        return tuple(expectation.text for expectation in wanted)
    return tuple(expectation.text for expectation in wanted if not _met(expectation, outcome, total_us))


def verdict(passed: bool | None, before: bool | None) -> str:
    """`fixed`, `regressed`, `still_failing` or `still_passing` against the last attempt at the same target;
    `passing` or `failing` for the first one; empty when not known."""
    if passed is None:
        return ""
    if before is None:
        return "passing" if passed else "failing"
    if passed == before:
        return "still_passing" if passed else "still_failing"
    return "fixed" if passed else "regressed"


def verdicts(attempts: Sequence[AttemptSummary]) -> list[str]:
    """The verdict of each of one capture's attempts, which come oldest first."""
    last: dict[tuple[str, str], bool] = {}
    found = []
    for attempt in attempts:
        # What was wrong on purpose has passed when it was refused: a matter of its own.
        wrong = attempt.cause if attempt.cause.startswith("wrong.") else ""
        place = (attempt.target or attempt.url, wrong)
        found.append(verdict(attempt.passed, last.get(place)))
        if attempt.passed is not None:
            last[place] = attempt.passed
    return found


def _met(expectation: Expectation, response: Response, total_us: int) -> bool:
    value = expectation.value
    if expectation.kind == "status":
        if value.endswith("xx"):
            return response.status // 100 == int(value[0])
        low, _, high = value.partition("-")
        return int(low) <= response.status <= int(high or low)
    if expectation.kind == "time":
        return total_us <= int(value) * 1000
    if expectation.kind == "header":
        texts = [decode_value(found) for found in response.headers.get_all(expectation.name)]
        return bool(texts) if value == "*" else value in texts
    steps: tuple[Step, ...] = tuple(
        int(step) if step.isdigit() else step for step in expectation.name.split(".")
    )
    values = list(Message(response.head, response.body).values(steps))
    return bool(values) if value == "*" else value in [value_text(found) for found in values]
