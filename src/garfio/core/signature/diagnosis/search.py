"""One trial after another: does the request with this change give the received signature?

Where the signed content is the body with fixed bytes around it, the signature is read once and each trial
hashes the changed body only. What comes before the body is hashed once for each key, and so is a long body
that a change leaves whole but for its end. Every other scheme is read anew for each changed body.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from garfio.core.http import Request
from garfio.core.signature import location
from garfio.core.signature.digest import DIGEST_SIZES, digest_name
from garfio.core.signature.encoding import decode, encode
from garfio.core.signature.key import keys_of
from garfio.core.signature.message import Message
from garfio.core.signature.opened import Opened
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.template import compile_template, names
from garfio.core.signature.value import Part, Secret
from garfio.core.signature.verify import Question, item_roots, matches, open_all, with_secret

_MOST_URLS = 2
"""URLs that a changed body is tried with."""
_SHARED_FROM = 1 << 16
"""Bytes of a body from which its hash is kept for changes that only add to its end."""
_FIXED = ("header:", "query:", "field:")
_FIXED_NAMES = {"timestamp", "id", "url", "url-target", "path", "query", "method", "target"}


class Spent(Exception):  # noqa: N818 - the end of a search, not an error
    """The budget is used up."""


@dataclass
class Budget:
    """What a search may cost."""

    bytes_left: int = 8 << 30
    """Bytes that may still be hashed."""
    clock: Callable[[], float] | None = None
    """Gives seconds; without one there is no limit of time."""
    seconds: float = 2.0
    ends_at: float | None = field(default=None, init=False)

    def spend(self, size: int) -> None:
        """Take `size` bytes of the budget. Raises Spent when it is used up."""
        self.bytes_left -= size + 64
        if self.bytes_left < 0:
            raise Spent
        if self.clock is None:
            return
        now = self.clock()
        if self.ends_at is None:
            self.ends_at = now + self.seconds
        elif now > self.ends_at:
            raise Spent


@dataclass(frozen=True, slots=True)
class Aim:
    """A claimed signature whose content is a body between fixed bytes, ready for trials."""

    claim: Opened
    before: bytes
    after: bytes
    wanted: tuple[bytes, ...]
    """The decoded signatures that the algorithm could make."""


@dataclass(slots=True)
class _Mac:
    """The hash of one key: after what comes before the body, and after a long body's core as well."""

    start: hmac.HMAC
    core: hmac.HMAC | None = None


class Search:
    """A failing request, and the trials on it."""

    def __init__(self, question: Question, scheme: Scheme, budget: Budget, *, computed: str = "") -> None:
        self.question = question
        self.scheme = scheme
        self.budget = budget
        self._computed = computed
        """A signature to explain instead of the received one."""
        self._message = Message(question.request)
        self._core = question.request.body.rstrip(b"\r\n")
        self._openings: dict[Scheme, Scheme] = {}
        self._aims: dict[tuple[Scheme, str | None], tuple[Aim, ...]] = {}
        self._keys: dict[tuple[Scheme, Secret, str], tuple[bytes | str, ...]] = {}
        self._macs: dict[tuple[int, bytes], _Mac] = {}
        self._request = question.request
        """The request that was tried last, and what it claims by URL and scheme."""
        self._claims: dict[tuple[str | None, Scheme], list[Opened]] = {}

    def solves(
        self,
        *,
        secret: Secret | None,
        scheme: Scheme | None = None,
        body: bytes | None = None,
        url: str | None = None,
    ) -> bool:
        """True when the changed request is signed by the secret; of a batch every item must be. Raises
        Spent."""
        if secret is None:
            return False
        scheme = scheme or self.scheme
        urls: tuple[str | None, ...] = (url,)
        if url is None and body is not None and scheme.uses_url:
            urls = location.candidates(self.question.request, self.question.public_url)[:_MOST_URLS] or ("",)
        if is_around_body(scheme):
            tried = self.question.request.body if body is None else body
            return any(
                self._hits(aim, scheme, secret, tried) for one in urls for aim in self._aimed_at(scheme, one)
            )
        request = self._with_body(body)
        return any(self._signed(request, one, scheme, secret) for one in urls)

    def trial(self, secret: Secret, scheme: Scheme | None) -> object:
        """What a secret means under a scheme; equal for two that make the same trials, None for no trial."""
        scheme = scheme or self.scheme
        if not is_around_body(scheme):
            return scheme, secret
        keys = self._keys_of(scheme, secret, scheme.algorithm)
        return (self._opening(scheme), keys) if keys else None

    # --- a body between fixed bytes

    def _aimed_at(self, scheme: Scheme, url: str | None) -> tuple[Aim, ...]:
        opening = self._opening(scheme)
        found = self._aims.get((opening, url))
        if found is None:
            question = replace(self.question, exact_url=url)
            made = (self._aim(claim) for claim in open_all(question, opening, self._message))
            found = self._aims[opening, url] = tuple(aim for aim in made if aim is not None)
        return found

    def _opening(self, scheme: Scheme) -> Scheme:
        """The scheme by which the request is read: another form of the key alone does not matter."""
        found = self._openings.get(scheme)
        if found is None:
            same = replace(scheme, key=self.scheme.key)
            found = self._openings[scheme] = self.scheme if same == self.scheme else scheme
        return found

    def _aim(self, claim: Opened) -> Aim | None:
        """The claim as an aim; None when it has no signature that its algorithm could make."""
        if claim.fault:
            return None
        claim = self._explained(claim)
        size = DIGEST_SIZES.get(digest_name(claim.algorithm)) if claim.algorithm.startswith("hmac-") else None
        decoded = (decode(text, claim.encoding) for text in claim.signatures)
        wanted = tuple(found for found in decoded if found and (size is None or len(found) == size))
        if not wanted:
            return None
        at = next(index for index, part in enumerate(claim.parts) if part.name == "body")
        before, after = (
            b"".join(part.data for part in parts) for parts in (claim.parts[:at], claim.parts[at + 1 :])
        )
        return Aim(claim, before, after, wanted)

    def _hits(self, aim: Aim, scheme: Scheme, secret: Secret, body: bytes) -> bool:
        for key in self._keys_of(scheme, secret, aim.claim.algorithm):
            if isinstance(key, bytes) and aim.claim.algorithm.startswith("hmac-"):
                made = self._digest(aim, key, body)
                if any(hmac.compare_digest(made, wanted) for wanted in aim.wanted):
                    return True
                continue
            self.budget.spend(4096 + len(body))
            content = (Part("literal", aim.before), Part("body", body), Part("literal", aim.after))
            try:
                if matches(replace(aim.claim, parts=content), key)[0]:
                    return True
            except ValueError:
                continue
        return False

    def _keys_of(self, scheme: Scheme, secret: Secret, algorithm: str) -> tuple[bytes | str, ...]:
        found = self._keys.get((scheme, secret, algorithm))
        if found is None:
            found = self._keys[scheme, secret, algorithm] = tuple(keys_of(scheme, secret, algorithm))
        return found

    def _digest(self, aim: Aim, key: bytes, body: bytes) -> bytes:
        """The HMAC of the content with this body."""
        mac = self._macs.get((id(aim), key))
        if mac is None:
            start = hmac.new(key, aim.before, digest_name(aim.claim.algorithm))
            mac = self._macs[id(aim), key] = _Mac(start)
        if len(self._core) >= _SHARED_FROM and body.startswith(self._core):
            if mac.core is None:
                self.budget.spend(len(self._core))
                mac.core = mac.start.copy()
                mac.core.update(self._core)
            state, rest = mac.core.copy(), body[len(self._core) :]
        else:
            state, rest = mac.start.copy(), body
        self.budget.spend(len(rest))
        state.update(rest)
        state.update(aim.after)
        return state.digest()

    # --- every other scheme

    def _with_body(self, body: bytes | None) -> Request:
        """The request with another body; the same object as long as the body is the same."""
        original = self.question.request
        if body is None or self._request.body is not body:
            made = original if body is None else replace(original, body=body, framing=None)
            if made is not self._request:
                self._request = made
                self._claims.clear()
        return self._request

    def _signed(self, request: Request, url: str | None, scheme: Scheme, secret: Secret) -> bool:
        """True when the secret signs the request, of a batch every item."""
        opening = self._opening(scheme)
        question = replace(self.question, request=request, exact_url=url)
        if not scheme.each:
            claims = self._claims.get((url, opening))
            if claims is None:
                claims = self._claims[url, opening] = open_all(question, opening, Message(request))
            return self._matches(claims, scheme, secret)
        message = Message(request)
        roots = list(item_roots(scheme, message))
        return bool(roots) and all(
            self._matches(open_all(question, opening, message.at(root)), scheme, secret) for root in roots
        )

    def _matches(self, claims: list[Opened], scheme: Scheme, secret: Secret) -> bool:
        for claim in claims:
            if claim.fault or claim.mismatches:
                continue
            seen = with_secret(scheme, self._explained(claim), secret)
            if seen is None or not any(decode(text, seen.encoding) for text in seen.signatures):
                continue
            content = seen.content
            for key in self._keys_of(scheme, secret, seen.algorithm):
                self.budget.spend(len(content) if scheme.is_symmetric else 4096 + len(content))
                try:
                    if matches(seen, key)[0]:
                        return True
                except ValueError:
                    continue
        return False

    def _explained(self, claim: Opened) -> Opened:
        """The claim with the signature that is to be explained."""
        if not self._computed:
            return claim
        text = self._computed.strip()
        text = text.rpartition("=")[2] if "=" in self._computed[:12] else text
        found = [data for name in ("hex", "b64", "b64url") if (data := decode(text, name))]
        return replace(claim, signatures=tuple(encode(data, claim.encoding) for data in found))


def is_around_body(scheme: Scheme) -> bool:
    """True when the signed content is the body once, with nothing around it that depends on body or secret."""
    if scheme.each or scheme.checks or scheme.algorithm in ("jwt", "rfc9421", "cavage", "none", "equal"):
        return False
    references = (*scheme.signature, *filter(None, (scheme.timestamp_reference, scheme.message_id)))
    if not all(name.startswith(_FIXED) for name in references):
        return False
    pieces = compile_template(scheme.content)
    around = [name for name, _, filters in pieces if filters != ("literal",) and (name != "body" or filters)]
    has_one_body = sum(name == "body" and not filters for name, _, filters in pieces) == 1
    return has_one_body and all(name in _FIXED_NAMES or name.startswith(_FIXED) for name in around)


_RAW = {"body", "unpacked", "contentful", "hygraph", "hook0", "gitea-text", "unisender", "sinch-voice"}


def signs_bytes(scheme: Scheme) -> bool:
    """True when it matters how the body is written; False when only values of it are signed."""
    used = {name for template in scheme.templates for name in names(template)}
    return bool(used & _RAW) or scheme.detached or scheme.algorithm in ("rfc9421", "cavage")
