"""All samples by their key, `shopify/orders-create`. Adding one is a row in its group's table."""

from __future__ import annotations

from types import MappingProxyType

from garfio.core.errors import AppError, nearest
from garfio.core.sample import code, hubspot, mailchimp, money, people, shopify, slack
from garfio.core.sample.sample import Sample

_ALL: tuple[Sample, ...] = (
    *shopify.SAMPLES, *hubspot.SAMPLES, *mailchimp.SAMPLES, *slack.SAMPLES, *money.SAMPLES, *code.SAMPLES,
    *people.SAMPLES,
)  # fmt: skip
SAMPLES = MappingProxyType({sample.key: sample for sample in _ALL})


def find_sample(key: str) -> Sample:
    """The sample of `PROVIDER/EVENT`, the event in the provider's own spelling too. Raises AppError
    `sample.unknown` that names what there is."""
    if key in SAMPLES:
        return SAMPLES[key]
    provider, _, event = key.partition("/")
    of_provider = [sample for sample in SAMPLES.values() if sample.provider == provider]
    for sample in of_provider:
        if event and sample.event == event:
            return sample
    if of_provider:
        known = f"There are: {', '.join(sample.key for sample in of_provider)}."
    else:
        known = (
            f"There are samples of: {', '.join(sorted({sample.provider for sample in SAMPLES.values()}))}."
        )
    raise AppError(
        "sample.unknown",
        f"There is no sample {key!r}.",
        hint=nearest(key, SAMPLES) + known,
        key=key,
    )
