"""A provider as one block of data: who sends, how it signs, where its event and delivery are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from garfio.core.signature.fault import SchemeFault
from garfio.core.signature.scheme import Scheme

BASES = ("sdk", "document", "third-party", "unconfirmed")
"""What an entry rests on: the provider's own SDK or source, its document, third-party code, or nothing
confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handshake:
    """An endpoint check and its answer."""

    when: str
    """The condition that the request meets."""
    body: str = ""
    """The answer's template."""
    status: int = 200
    content_type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    """Further headers; values are templates, and left out when the message lacks their references."""
    token: str = ""
    """Reference that must equal a secret (or its part named after the colon of `token_part`)."""
    token_part: str = ""
    mac: str = ""
    """Algorithm and template, `hmac-sha256 {query:crc_token}`: `{field:mac}` is the value."""
    mac_encoding: str = "hex"
    mac_key: str = "text"
    guard: str = ""
    """Condition that attacker-chosen text must meet before it is answered with a MAC."""
    must_verify: bool = False
    """True when a request whose signature is wrong gets `refusal`."""
    refusal: int = 403
    for_event: bool = False
    """True when what meets the condition is an event that merely wants this answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One provider."""

    id: str
    name: str
    schemes: tuple[Scheme, ...]
    """In order of preference: of those that are present the first counts."""
    event: tuple[str, ...] = ()
    """References to the event type; the first that is there. `a+b` joins two with a dot."""
    delivery: tuple[str, ...] = ()
    """References to the delivery id."""
    retry: tuple[str, ...] = ()
    """Conditions that mark a repeated delivery."""
    marks: tuple[str, ...] = ()
    """Conditions that tell a request of this provider; several terms weigh more than one."""
    handshakes: tuple[Handshake, ...] = ()
    doc: str = ""
    """Address of the public document, or package and file, that the entry follows."""
    basis: str = "document"
    key_url: str = ""
    """Template of the address that the public key or certificate is fetched from."""
    key_hosts: tuple[str, ...] = ()
    """Hosts that the key may come from; `*` stands for one label."""
    key_path: str = ""
    """A regular expression that the path of the key's address must match whole; empty for any path."""
    key_at: str = ""
    """Where the key is in the JSON document at its address; empty when the document is the key."""
    key_owner: str = ""
    """Domain that the common name of a fetched certificate must lie under; empty where its address says enough."""
    key_is_public: bool = True
    """False when the address answers only with the credentials of an account, so that nothing can be fetched."""
    secret_name: str = "signing secret"  # noqa: S105 - a name, not a secret
    """What the provider calls the secret."""
    unverifiable: str = ""
    """Why nothing can be checked, for a provider that does not sign."""

    def to_dict(self) -> dict[str, object]:
        """What a custom scheme is saved as: id, name, schemes, event, delivery."""
        return {
            "id": self.id,
            "name": self.name,
            "schemes": [scheme.to_dict() for scheme in self.schemes],
            "event": list(self.event),
            "delivery": list(self.delivery),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Provider:
        """A custom provider from plain values. Raises SchemeFault for what it cannot mean."""
        identifier, schemes = values.get("id"), values.get("schemes")
        if not isinstance(identifier, str) or not identifier:
            raise SchemeFault("id", "A custom scheme needs an id.")
        if (
            not isinstance(schemes, list)
            or not all(isinstance(scheme, Mapping) for scheme in schemes)
            or not schemes
        ):
            raise SchemeFault("schemes", "A custom scheme needs a list of schemes.")
        lists: dict[str, tuple[str, ...]] = {}
        for name in ("event", "delivery"):
            found = values.get(name, [])
            if not isinstance(found, list | tuple) or not all(isinstance(item, str) for item in found):
                raise SchemeFault("list", f"{name} must be a list of references.", name)
            lists[name] = tuple(found)
        shown = values.get("name") or identifier
        return cls(
            id=identifier,
            name=str(shown),
            schemes=tuple(Scheme.from_dict(scheme) for scheme in schemes),
            event=lists["event"],
            delivery=lists["delivery"],
            basis="unconfirmed",
        )
