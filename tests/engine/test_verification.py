"""The check of a capture: its endpoint, its secrets at the time, what is too long or did not arrive whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.engine.signed import AT, BODY, SECRET, stripe_request
from tests.factories import make_head

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Provider, Scheme, Secret, sign
from garfio.engine import verification
from garfio.engine.verification import (
    Plan,
    environment_secrets,
    examine,
    examine_handler,
    findings,
    judge,
    open_case,
    variable_names,
)

STRIPE = Endpoint("/stripe", "stripe")


def plan_with(*secrets: Secret, endpoint: Endpoint = STRIPE) -> Plan:
    return Plan((endpoint,), {}, {endpoint.path: secrets})


@pytest.mark.parametrize(
    ("request_", "secrets", "at", "verdict"),
    [
        (stripe_request(), (SECRET,), AT, "valid"),
        (stripe_request(), ("whsec_other", SECRET), AT + 299, "valid"),
        (stripe_request(), (SECRET,), AT + 301, "expired"),
        (stripe_request(), ("whsec_other",), AT, "invalid"),
        (stripe_request(), (), AT, "no_secret"),
        (stripe_request(sent=BODY + b" "), (SECRET,), AT, "invalid"),
        (Request(make_head(target=b"/stripe"), BODY), (SECRET,), AT, "unsigned"),
        (
            Request(make_head(target=b"/stripe", fields=[(b"Stripe-Signature", b"x")]), BODY),
            (SECRET,),
            AT,
            "malformed",
        ),
    ],
)
def test_verdicts(request_: Request, secrets: tuple[str, ...], at: float, verdict: str) -> None:
    """By the endpoint's provider and secrets, at the moment it was received."""
    case = open_case(request_, plan_with(*map(Secret, secrets)), at)
    found = findings(case, judge(case))
    assert (found.verdict, found.endpoint, found.provider) == (verdict, "/stripe", "stripe")
    assert (found.event_type, found.delivery_id) == ("invoice.paid", "evt_1")


def test_a_secret_counts_while_it_is_valid() -> None:
    """One that was retired before, or begins later, is not used."""
    for validity, verdict in (
        ((None, AT - 1.0), "no_secret"),
        ((AT + 1.0, None), "no_secret"),
        ((AT - 1.0, AT + 1.0), "valid"),
    ):
        case = open_case(stripe_request(), plan_with(Secret(SECRET, "", "", *validity)), AT)
        assert judge(case).verdict == verdict


def test_without_an_endpoint() -> None:
    """The provider is recognised, and there is no secret; an unknown sender cannot be verified."""
    case = open_case(stripe_request(), Plan(), AT)
    assert findings(case, judge(case)).verdict == "no_secret"
    plain = open_case(Request(make_head(), b"{}"), Plan(), AT)
    assert (judge(plain).verdict, judge(plain).code, findings(plain, judge(plain)).provider) == (
        "unverifiable",
        "unknown-sender",
        "",
    )


def test_an_endpoint_overrules_what_is_recognised() -> None:
    """And its tolerance overrules the scheme's."""
    github = replace(STRIPE, provider="github")
    assert (
        judge(open_case(stripe_request(), plan_with(Secret(SECRET), endpoint=github), AT)).provider
        == "github"
    )
    patient = replace(STRIPE, tolerance_s=0)
    assert (
        judge(open_case(stripe_request(), plan_with(Secret(SECRET), endpoint=patient), AT + 1e6)).verdict
        == "valid"
    )


def test_a_custom_scheme() -> None:
    """A provider made by hand, named by the endpoint."""
    made = Provider(
        id="ours", name="Ours", schemes=(Scheme(signature=("header:X-Sign",)),), event=("json:type",)
    )
    endpoint = Endpoint("/in", "ours")
    plan = Plan((endpoint,), {"ours": made}, {"/in": (Secret("s3cret"),)})
    request = sign(Request(make_head(target=b"/in"), BODY), made, "s3cret", now_unix=AT)
    case = open_case(request, plan, AT)
    found = findings(case, judge(case))
    assert (found.verdict, found.provider, found.event_type) == ("valid", "ours", "invoice.paid")


def test_what_did_not_arrive_whole() -> None:
    """No verdict on half a body."""
    case = open_case(stripe_request(), plan_with(Secret(SECRET)), AT, complete=False)
    assert (judge(case).verdict, judge(case).code) == ("unverifiable", "incomplete")


def test_an_endpoint_check_is_not_signed() -> None:
    """So its lack of a signature is no failure."""
    request = Request(make_head(b"GET", b"/stripe"))
    case = open_case(request, plan_with(Secret(SECRET)), AT, handshake=True)
    assert (judge(case).verdict, judge(case).code) == ("unverifiable", "handshake")


def test_long_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The event is looked for in short ones, the signature is checked of longer ones, and of the longest nothing."""
    monkeypatch.setattr(verification, "RECOGNISE_LIMIT", len(BODY) - 1)
    case = open_case(stripe_request(), plan_with(Secret(SECRET)), AT)
    found = findings(case, judge(case))
    assert (found.verdict, found.event_type) == ("valid", "")
    monkeypatch.setattr(verification, "VERIFY_LIMIT", len(BODY) - 1)
    unread = Request(case.request.head, b"")
    case = open_case(unread, plan_with(Secret(SECRET)), AT, size=len(BODY))
    assert (judge(case, len(BODY)).code, findings(case, judge(case, len(BODY))).provider) == (
        "too-large",
        "stripe",
    )


def test_the_environment_lends_a_secret() -> None:
    """By the name of the path or of the endpoint, before the stored ones; the store's own variable is none."""
    assert variable_names("/stripe")[0] == "GARFIO_SECRET_STRIPE"
    assert variable_names("/a-b/c.d/*")[0] == "GARFIO_SECRET_A_B_C_D"
    assert variable_names("/")[0] == "GARFIO_SECRET_ROOT"
    lent = environment_secrets({"GARFIO_SECRET_STRIPE": SECRET, "GARFIO_SECRET_STORE": "file", "HOME": "/"})
    assert lent == {"GARFIO_SECRET_STRIPE": SECRET}
    assert judge(open_case(stripe_request(), Plan(environment=lent), AT)).verdict == "valid"
    plan = replace(plan_with(Secret("whsec_other")), environment=lent)
    assert [secret.label for secret in open_case(stripe_request(), plan, AT).secrets] == ["environment", ""]


def test_a_plan_shows_no_secret() -> None:
    """Neither stored nor lent ones."""
    plan = replace(plan_with(Secret(SECRET)), environment={"GARFIO_SECRET_STRIPE": SECRET})
    assert SECRET not in repr(plan)
    assert SECRET not in repr(open_case(stripe_request(), plan, AT))


def test_causes_are_found() -> None:
    """A changed body is proved, and so is the secret of another endpoint; a retry with another body is said."""
    plan = plan_with(Secret(SECRET))
    pretty = stripe_request(body=BODY, sent=BODY.replace(b": ", b":").replace(b", ", b","))
    codes = {finding.code: finding.certainty for finding in examine(open_case(pretty, plan, AT)).findings}
    assert codes["body.reserialised"] == "proved"
    other = plan_with(Secret("whsec_wrong"))
    others = replace(other, secrets={**other.secrets, "/else": (Secret(SECRET, "old"),)})
    case = open_case(stripe_request(), others, AT)
    assert "/else old" in str(examine(case, others.others(case.endpoint)).findings)
    again = examine(open_case(pretty, plan, AT), (), stripe_request())
    assert again.findings == examine(open_case(pretty, plan, AT)).findings  # the sender is not blamed for it
    assert examine(open_case(stripe_request(), plan, AT)).findings == ()


def test_a_handler_is_checked() -> None:
    """The mistake in the body that it saw."""
    case = open_case(stripe_request(), plan_with(Secret(SECRET)), AT)
    compact = BODY.replace(b": ", b":").replace(b", ", b",")
    assert examine_handler(case, "", compact)
    assert examine_handler(case, "", BODY) == ()
    assert examine_handler(open_case(Request(make_head(), b"{}"), Plan(), AT), "", b"{ }") == ()


def test_a_proof_takes_the_place_of_guesses() -> None:
    """A retry whose body was changed under the first signature is not blamed on the secret as well."""
    first = stripe_request()
    changed = stripe_request(sent=BODY.replace(b"paid", b"void"))
    case = open_case(changed, plan_with(Secret(SECRET)), AT)
    assert [one.certainty for one in examine(case).findings] == ["possible"]
    found = examine(case, earlier=first).findings
    assert [(one.code, one.certainty) for one in found] == [("sender.changed-on-retry", "proved")]
