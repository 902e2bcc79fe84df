"""Known schemes, each with its public document: one block of data a provider, by group."""

from __future__ import annotations

from types import MappingProxyType

from garfio.core.signature.catalog import (
    code_host,
    commerce,
    developer,
    generic,
    hiring,
    jwt,
    mail,
    messaging,
    payment,
    public_key,
    selected,
    shared_token,
    shared_token_commerce,
    shop,
    stamped_header,
    stamped_pair,
    stamped_pair_reported,
    standard_family,
    versioned,
    workplace,
)
from garfio.core.signature.recognition import Recogniser

_GROUPS = (
    code_host,
    commerce,
    developer,
    generic,
    hiring,
    jwt,
    mail,
    messaging,
    payment,
    public_key,
    selected,
    shared_token,
    shared_token_commerce,
    shop,
    stamped_header,
    stamped_pair,
    stamped_pair_reported,
    standard_family,
    versioned,
    workplace,
)

CATALOG = MappingProxyType(
    {entry.id: entry for entry in sorted((e for group in _GROUPS for e in group.ENTRIES), key=lambda e: e.id)}
)
"""Providers by id, in alphabetical order."""

RECOGNISER = Recogniser(CATALOG)
