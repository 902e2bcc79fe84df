"""How a provider signs, as data: what a template can say; `derived` has what none can.

A scheme goes to a dict and back, so that one made in a form is the same thing as one of the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from garfio.core.signature.derived import DERIVED
from garfio.core.signature.digest import SYMMETRIC
from garfio.core.signature.encoding import ASYMMETRIC, ENCODINGS, KEY_FORMS
from garfio.core.signature.fault import SchemeFault
from garfio.core.signature.template import names

ALGORITHMS = (*SYMMETRIC, *ASYMMETRIC, "jwt", "rfc9421", "cavage", "none")
"""`equal` compares a shared token; `jwt`, `rfc9421` and `cavage` name their algorithm in the message;
`none` is unsigned."""

UNITS = ("s", "ms", "auto", "iso", "http", "nonce")
"""How a timestamp is written: seconds, milliseconds, either, ISO 8601 (UTC when it names no zone), an HTTP
date, no time."""

COVERS = ("body", "fields", "nothing")

_REFERENCES = ("header", "json", "form", "query", "field", "claim", "secret")
_SIMPLE_NAMES = (
    "body", "unpacked", "method", "target", "url", "url-target", "path", "query", "secret", "form-text",
    "timestamp", "id",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A value in the message that must equal what a template gives, such as a digest of the body."""

    reference: str
    template: str
    optional: bool = False
    """True when the value may be absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way to sign a request."""

    id: str = "default"
    """Names the scheme within its provider: `v3`, `sha1`."""
    algorithm: str = "hmac-sha256"
    signature: tuple[str, ...] = ()
    """References to where signatures travel; a header name may end in `*`."""
    format: str = "{signature}"
    """How the value is written, for reading and for writing: `t={timestamp},v1={signature}`."""
    separator: str = ""
    """What the value is split at. Items that match no item of the format are ignored."""
    groups: str = ""
    """What separates whole values, each with its own timestamp."""
    encoding: str = "hex"
    content: str = "{body}"
    """The template of the signed content."""
    key: tuple[str, ...] = ("text",)
    """Forms in which the secret becomes the key; more than one where senders differ."""
    secret_parts: tuple[str, ...] = ()
    """Names of the parts that hold keys, of a secret that is a JSON object."""
    timestamp: str = ""
    """Reference to the timestamp; `{timestamp}` in the format needs none."""
    unit: str = "s"
    tolerance_s: float | None = None
    """Accepted age; None when the provider states none."""
    refuses_future: bool = True
    """False when only the age is limited."""
    message_id: str = ""
    """Reference that `{id}` stands for."""
    when: str = ""
    """Condition for the scheme to apply, besides its signature being there."""
    each: str = ""
    """Path to an array of the JSON body: every item carries a signature of its own."""
    checks: tuple[Check, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    """Headers with fixed values that belong to the scheme, for signing."""
    accepts: tuple[str, ...] = ()
    """Algorithms allowed where the message names one."""
    detached: bool = False
    """For `jwt`: the payload is the body."""
    chain_marks: tuple[str, ...] = ()
    """For `jwt`: extensions (OIDs) that the certificates in its `x5c` must have, the signer's first."""
    covers: str = "body"

    def __post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise faults[0]

    @property
    def timestamp_reference(self) -> str:
        """Where the timestamp is; empty when there is none."""
        return self.timestamp or ("field:timestamp" if "{timestamp}" in self.format else "")

    @property
    def aliases(self) -> dict[str, str]:
        """What `{timestamp}` and `{id}` stand for in the content."""
        found = {"timestamp": self.timestamp_reference, "id": self.message_id}
        return {name: reference for name, reference in found.items() if reference}

    @property
    def is_symmetric(self) -> bool:
        """True when the receiver can compute the signature itself."""
        return self.algorithm in SYMMETRIC

    @property
    def uses_url(self) -> bool:
        """True when the absolute URL is part of the content or of a check."""
        used = {name for template in self.templates for name in names(template)}
        return bool(used & {"url", "url-target", "path", "query", *_URL_DERIVED}) or self.algorithm in (
            "rfc9421",
            "cavage",
        )

    @property
    def templates(self) -> tuple[str, ...]:
        """The content's template and those of the checks."""
        return (self.content, *(check.template for check in self.checks))

    def to_dict(self) -> dict[str, object]:
        """The scheme as plain values, defaults left out."""
        out: dict[str, object] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            if field.name == "checks":
                value = [[check.reference, check.template, check.optional] for check in value]
            elif field.name == "sets":
                value = [list(pair) for pair in value]
            elif isinstance(value, tuple):
                value = list(value)
            out[field.name] = value
        return out

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Scheme:
        """A scheme from plain values. Raises SchemeFault for what it cannot mean."""
        known = {field.name: field for field in fields(cls)}
        arguments: dict[str, object] = {}
        for name, value in values.items():
            if name not in known:
                raise SchemeFault("field", f"A scheme has no field {name!r}.", name)
            arguments[name] = _from_plain(name, value, known[name].default)
        return cls(**arguments)  # type: ignore[arg-type]  # every value was checked against its field


_URL_DERIVED = {"contentful", "plivo-v3", "plivo-v2", "jira-qsh", "sinch-voice"}


def _from_plain(name: str, value: object, default: object) -> object:
    try:
        if name == "checks" and isinstance(value, list):
            return tuple(Check(reference=c[0], template=c[1], optional=bool(c[2:] and c[2])) for c in value)
        if name == "sets" and isinstance(value, list):
            return tuple((str(pair[0]), str(pair[1])) for pair in value)
    except (IndexError, TypeError, KeyError) as error:
        raise SchemeFault("written", f"{name} of the scheme is not written as it should be.", name) from error
    if isinstance(default, tuple) and isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    if isinstance(default, tuple) and isinstance(value, str):
        return (value,)
    if name == "tolerance_s" and (
        value is None or (isinstance(value, int | float) and not isinstance(value, bool))
    ):
        return value
    if type(value) is type(default):
        return value
    raise SchemeFault("written", f"{name} of the scheme has the wrong type.", name)


def _faults(scheme: Scheme) -> list[SchemeFault]:
    """What is wrong with a scheme."""
    faults: list[SchemeFault] = []

    def unless(is_right: bool, code: str, sentence: str, value: str = "") -> None:
        if not is_right:
            faults.append(SchemeFault(code, sentence, value))

    unless(
        scheme.algorithm in ALGORITHMS,
        "algorithm",
        f"There is no algorithm {scheme.algorithm!r}.",
        scheme.algorithm,
    )
    for name in scheme.encoding.split("|"):
        unless(name in ENCODINGS, "encoding", f"There is no encoding {name!r}.", name)
    for name in scheme.key:
        unless(name in KEY_FORMS, "key", f"There is no form of a secret {name!r}.", name)
    unless(scheme.unit in UNITS, "unit", f"There is no unit of time {scheme.unit!r}.", scheme.unit)
    unless(scheme.covers in COVERS, "covers", f"There is no coverage {scheme.covers!r}.", scheme.covers)
    is_placed = bool(scheme.signature) or scheme.algorithm in ("none", "rfc9421")
    unless(is_placed, "place", "The scheme does not say where the signature is.")
    is_free = scheme.algorithm in ("none", "rfc9421", "cavage")
    unless(is_free or "{signature}" in scheme.format, "format", "The format has no {signature}.")
    for template in scheme.templates:
        for name in names(template):
            unless(_is_known(name), "reference", f"The template names {name!r}, which no request has.", name)
    return faults


def _is_known(name: str) -> bool:
    kind, colon, rest = name.partition(":")
    if colon:
        return kind in _REFERENCES and bool(rest)
    return name in _SIMPLE_NAMES or name in DERIVED
