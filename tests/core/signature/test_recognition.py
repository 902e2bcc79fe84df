"""Whose request it is, without a signature to go by."""

from __future__ import annotations

import random

import pytest

from garfio.core.sample.registry import SAMPLES
from garfio.core.sample.sample import Sample, make_request
from garfio.core.signature import recognise

_NOTHING_OF_ITS_OWN = {"paystack", "svix", "standard_webhooks"}
"""Their bodies are like anybody's: without a header nothing tells them apart."""


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda sample: sample.key)
def test_an_unsigned_event_is_known_by_its_shape(sample: Sample) -> None:
    request = make_request(sample, now_unix=1_790_000_000, random=random.Random(7).random)
    found = recognise(request)
    if sample.provider in _NOTHING_OF_ITS_OWN:
        assert not found.provider
        return
    assert (found.provider, found.event_type) == (sample.provider, sample.event or found.event_type)


def test_a_shape_yields_to_a_header_of_another_provider() -> None:
    sample = SAMPLES["hubspot/contact-creation"]
    request = make_request(sample, now_unix=1_790_000_000, random=random.Random(7).random)
    head = request.head.replace(
        b"\r\n\r\n", b"\r\nX-GitHub-Event: push\r\nX-Hub-Signature-256: sha256=00\r\n\r\n"
    )
    assert recognise(type(request)(head, request.body)).provider == "github"
