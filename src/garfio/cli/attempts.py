"""Attempts as the command line prints them: the keys of `--json`, and a line for a person."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import Any

from garfio.cli.output import human_size, printable
from garfio.core.attempt import Attempt, Hop, Response
from garfio.core.headers import decode_value
from garfio.core.redirect import STOPS


def attempt_json(attempt: Attempt, verdict: str = "") -> dict[str, Any]:
    """The keys of `resend --json`."""
    row, outcome, timings = attempt.summary, attempt.outcome, attempt.timings
    found: dict[str, Any] = {
        "id": row.id,
        "capture": row.capture or None,
        "target": row.target or None,
        "url": row.url,
        "cause": row.cause,
        "started_at": datetime.fromtimestamp(row.started_at_us / 1e6, UTC).isoformat().replace("+00:00", "Z"),
        "duration_us": row.duration_us,
        "outcome": row.state,
        "status": row.status or None,
        "passed": row.passed,
        "unmet": list(attempt.unmet),
        "verdict": verdict or None,
        "peer": attempt.peer.address or None,
        "tried": list(attempt.peer.tried),
        "tls": attempt.peer.tls_version or None,
        "tls_unverified": attempt.peer.unverified,
        "sending": "normal" if attempt.peer.normal else "exact",
        "proxy": attempt.peer.proxy or None,
        "dns_us": timings.dns_us,
        "connect_us": timings.connect_us,
        "tls_us": timings.tls_us,
        "first_byte_us": timings.first_byte_us,
        "request_base64": base64.b64encode(attempt.request.to_bytes()).decode(),
    }
    if isinstance(outcome, Response):
        found["reason"] = outcome.reason
        found["headers"] = [[decode_value(name), decode_value(value)] for name, value in outcome.headers]
        found["body_base64"] = base64.b64encode(outcome.body).decode()
        found["cut"] = outcome.cut or None
    if attempt.hops or attempt.stopped:
        found["hops"] = [_hop_json(hop) for hop in attempt.hops]
        found["stopped"] = attempt.stopped or None
    if row.failure is not None:
        found["failure"] = {
            "kind": row.failure.kind,
            "code": row.failure.code or row.failure.kind,
            "message": row.failure.sentence,
            "detail": row.failure.detail,
        }
    return found


def _hop_json(hop: Hop) -> dict[str, Any]:
    return {
        "status": hop.response.status,
        "peer": hop.peer.address or None,
        "duration_us": hop.duration_us,
        "url": hop.url,
        "withheld": list(hop.withheld),
        "certificate_withheld": hop.certificate_withheld,
        "request_base64": base64.b64encode(hop.request.to_bytes()).decode(),
        "response_base64": base64.b64encode(hop.response.head + hop.response.body).decode(),
    }


def _redirect_text(attempt: Attempt) -> str:
    """Where an answer points, and why it was not followed; empty for one that points nowhere."""
    outcome = attempt.outcome
    if not isinstance(outcome, Response) or outcome.status // 100 != 3:
        return ""
    why = STOPS.get(attempt.stopped, "not followed")
    return f" → {printable(outcome.headers.text('location') or '')} ({why})"


def attempt_line(attempt: Attempt, verdict: str = "") -> str:
    """What came of an attempt, for a person."""
    row, outcome = attempt.summary, attempt.outcome
    took = f", {row.duration_us / 1000:.0f} ms" if row.duration_us is not None else ""
    if isinstance(outcome, Response):
        said = f"{outcome.status} {printable(outcome.reason)}".strip()
        size = human_size(len(outcome.body)) + (f", cut short ({outcome.cut})" if outcome.cut else "")
        result = f"{said}{took}, {size}"
    elif row.failure is not None:
        detail = f" ({printable(row.failure.detail)})" if row.failure.detail else ""
        result = f"failed: {row.failure.sentence}{detail}{took}"
    else:
        result = "unknown: it may have arrived, or not"
    unmet = f" [not met: {', '.join(attempt.unmet)}]" if attempt.unmet and row.state == "response" else ""
    changed = f" [{verdict}]" if verdict in ("fixed", "regressed") else ""
    source = f"{row.capture} → " if row.capture else ""
    place = row.target or printable(row.url)
    return f"{source}{place}: {_hops_text(attempt)}{result}{_redirect_text(attempt)}{unmet}{changed}"


def _hops_text(attempt: Attempt) -> str:
    """The redirects that were followed, and what was kept back from another place."""
    text = ""
    for hop in attempt.hops:
        kept = [*hop.withheld, *(["client certificate"] if hop.certificate_withheld else [])]
        without = f" without {', '.join(map(printable, kept))}" if kept else ""
        text += f"{hop.response.status} → {hop.request.method} {printable(hop.url)}{without}: "
    return text
