"""One trial after another: does the request with this change give the received signature?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from garfio.core.signature import location
from garfio.core.signature.encoding import decode, encode
from garfio.core.signature.key import keys_of
from garfio.core.signature.message import Message
from garfio.core.signature.opened import Opened
from garfio.core.signature.scheme import Scheme
from garfio.core.signature.value import Secret
from garfio.core.signature.verify import Question, item_roots, matches, open_all, with_secret

_MOST_URLS = 2
"""URLs that a changed body is tried with."""


class Spent(Exception):  # noqa: N818 - the end of a search, not an error
    """The budget is used up."""


@dataclass
class Budget:
    """What a search may cost."""

    bytes_left: int = 1 << 30
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


@dataclass
class Search:
    """A failing request, and the trials on it."""

    question: Question
    scheme: Scheme
    budget: Budget
    computed: str = ""
    """A signature to explain instead of the received one."""

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
        request = self.question.request
        if body is not None:
            request = replace(request, body=body, framing=None)
        question = replace(self.question, request=request, secrets=(secret,), exact_url=url)
        if url is None and body is not None and scheme.uses_url:
            urls = location.candidates(request, question.public_url)[:_MOST_URLS]
            return any(
                self._signed(replace(question, exact_url=one), scheme, secret) for one in urls or ("",)
            )
        return self._signed(question, scheme, secret)

    def _signed(self, question: Question, scheme: Scheme, secret: Secret) -> bool:
        """True when the secret signs the request, of a batch every item."""
        message = Message(question.request)
        if not scheme.each:
            return self._matches(question, scheme, message, secret)
        roots = list(item_roots(scheme, message))
        return bool(roots) and all(
            self._matches(question, scheme, message.at(root), secret) for root in roots
        )

    def _matches(self, question: Question, scheme: Scheme, message: Message, secret: Secret) -> bool:
        for claim in open_all(question, scheme, message):
            if claim.fault or claim.mismatches:
                continue
            seen = with_secret(scheme, self._aimed(claim), secret)
            if seen is None or not _may_match(seen):
                continue
            for key in keys_of(scheme, secret, seen.algorithm):
                self.budget.spend(len(seen.content) if scheme.is_symmetric else 4096 + len(seen.content))
                try:
                    if matches(seen, key)[0]:
                        return True
                except ValueError:
                    continue
        return False

    def _aimed(self, claim: Opened) -> Opened:
        """The claim with the signature that is to be explained."""
        if not self.computed:
            return claim
        texts = [
            self.computed.strip().rpartition("=")[2] if "=" in self.computed[:12] else self.computed.strip()
        ]
        found = [data for text in texts for name in ("hex", "b64", "b64url") if (data := decode(text, name))]
        return replace(claim, signatures=tuple(encode(data, claim.encoding) for data in found))


def _may_match(claim: Opened) -> bool:
    """False when no signature can be decoded, so that nothing is hashed for it."""
    return any(decode(text, claim.encoding) for text in claim.signatures)
