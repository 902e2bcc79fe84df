"""What the catalogue rests on: requests with a known verdict, none of them signed by Garfio, for every provider."""

from __future__ import annotations

import pytest
from tests.core.signature.vectors import COMPUTED, PUBLISHED, Vector
from tests.core.signature.vectors.recipes import RECIPES

from garfio.core.signature import CATALOG, Provider, verify

VECTORS = [
    (provider, vector)
    for group in (PUBLISHED, COMPUTED, RECIPES)
    for provider, vectors in group.items()
    for vector in vectors
]


@pytest.mark.parametrize(
    ("provider", "vector"), VECTORS, ids=[f"{provider}-{vector.verdict}" for provider, vector in VECTORS]
)
def test_verdicts(provider: str, vector: Vector) -> None:
    """The verdict is the one that document, SDK or computation gives; without a secret there is none."""
    options = {"provider": provider, "now_unix": vector.at, "public_url": vector.url}
    checked = verify(vector.request, [vector.secret], **options)
    assert checked.verdict == vector.verdict, (checked.reason, vector.source)
    for secrets in ([], [""]):
        assert verify(vector.request, secrets, **options).verdict in ("no_secret", "unverifiable")


@pytest.mark.parametrize("provider", CATALOG.values(), ids=lambda entry: entry.id)
def test_every_provider_has_a_valid_and_an_invalid_vector(provider: Provider) -> None:
    """Both verdicts, each with the source of its values; a doubt about the entry is said beside them."""
    own = [vector for identifier, vector in VECTORS if identifier == provider.id]
    assert {vector.verdict for vector in own} >= {"valid", "invalid"}
    assert all(vector.source for vector in own)
    computed = [vector for vector in own if vector not in PUBLISHED.get(provider.id, ())]
    if provider.basis == "unconfirmed":
        assert all("unconfirmed" in vector.source for vector in computed)


def test_vectors_are_of_known_providers() -> None:
    """No vector is left of an entry that is gone, and no value stands for two verdicts."""
    assert {provider for provider, _ in VECTORS} == set(CATALOG)
    seen: dict[object, str] = {}
    for provider, vector in VECTORS:
        what = (provider, vector.secret, vector.headers, vector.body, vector.url, vector.method, vector.at)
        assert seen.setdefault(what, vector.verdict) == vector.verdict, vector.source


def test_published_values_are_not_said_to_be_computed() -> None:
    """Only a value that a document or SDK prints is called published."""
    for vectors in PUBLISHED.values():
        for vector in vectors:
            assert not vector.source.startswith("computed"), vector.source
