"""What counts as secret: names of headers and fields, places in JSON, shapes of values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from garfio.core.query.pattern import Choice, PatternError, Repeat, Sequence, Tree, read_pattern

REDACTED = "[redacted]"
_MANY = 20
"""Repeats that count as endless."""

_HEADERS = (
    *("authorization", "proxy-authorization", "authentication", "cookie", "set-cookie"),
    *(
        "*api-key*",
        "*apikey*",
        "*access-key*",
        "*auth-key*",
        "*-token",
        "*-token-*",
        "token",
        "*secret*",
        "*password*",
    ),
    *(
        "*signature*",
        "*-sig",
        "*hmac*",
        "*digest-key*",
        "*credential*",
        "x-goog-iap-jwt-assertion",
        "x-client-cert",
    ),
)
_KEYS = (
    *(
        "*token",
        "*secret",
        "*password",
        "*passwd",
        "pwd",
        "*passphrase",
        "*apikey",
        "*privatekey",
        "*accesskey",
    ),
    *(
        "*secretkey",
        "authorization",
        "*signature",
        "sig",
        "hmac",
        "cookie",
        "cookies",
        "*credentials",
        "sessionid",
    ),
)
# The providers' own published shapes of keys, and the general ones of RFC 6750, RFC 7519, RFC 7468 and RFC
# 3986.
_PATTERNS = (
    r"\bwhsec_[A-Za-z0-9+/=_-]{8,}",
    r"\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}",
    r"\bxox[a-z]-[A-Za-z0-9-]{8,}",
    r"\bgh[a-z]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}",
    r"\bgl[a-z]{2,5}-[A-Za-z0-9_-]{16,}",
    r"\bshp[a-z]{2}_[A-Fa-f0-9]{16,}",
    r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b",
    r"\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}",
    r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*",
    r"\b(?i:bearer|basic)[ +][A-Za-z0-9._~+/=-]{8,}",
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?",
    r"(?<=://)[^/\s:@\"'<>]+:[^/\s@\"'<>]+(?=@)",
)
_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]"
_EMAIL = rf"(?<!{_LOCAL}){_LOCAL}{{1,64}}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"


@dataclass(frozen=True)
class Rules:
    """Which parts of a request to replace. Names match in any case; `*` stands for any characters."""

    headers: tuple[str, ...] = _HEADERS
    """Header names, for trailers too."""
    keys: tuple[str, ...] = _KEYS
    """Names of JSON members, form fields, query parameters and XML elements; `_` and `-` do not count."""
    pointers: tuple[str, ...] = ()
    """JSON Pointers (RFC 6901) into the body; a part `*` stands for any member or index."""
    patterns: tuple[str, ...] = _PATTERNS
    """Regular expressions for values anywhere in target, headers and body."""
    cards: bool = True
    """Whether payment card numbers are replaced."""
    emails: bool = False
    """Whether e-mail addresses are replaced too."""

    def check(self) -> None:
        """Raises ValueError, with the pattern and the reason, when a pattern is no regular expression, or one that
        could search for ever."""
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is not a regular expression: {error}") from error
            if pattern not in _PATTERNS:
                require_safe(pattern)

    @cached_property
    def _header_re(self) -> re.Pattern[str]:
        return _names(self.headers)

    @cached_property
    def _key_re(self) -> re.Pattern[str]:
        return _names([_bare(name) for name in self.keys])

    @cached_property
    def value_re(self) -> re.Pattern[str] | None:
        """All patterns as one; None when there are none."""
        patterns = [*self.patterns, *([_EMAIL] if self.emails else [])]
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None

    @cached_property
    def pointer_parts(self) -> tuple[tuple[str, ...], ...]:
        """The pointers, split and unescaped."""
        return tuple(
            tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
            for pointer in self.pointers
        )

    def hides_header(self, name: str) -> bool:
        """Whether the value of a header of that name is secret."""
        return bool(self._header_re.fullmatch(name.lower()))

    def hides_key(self, name: str) -> bool:
        """Whether the value of a member, field, parameter or element of that name is secret."""
        return bool(self._key_re.fullmatch(_bare(name)))

    def hides_path(self, path: list[str]) -> bool:
        """Whether a pointer names the value at that path."""
        return any(
            len(parts) == len(path) and all(part in ("*", key) for part, key in zip(parts, path, strict=True))
            for parts in self.pointer_parts
        )


DEFAULT_RULES = Rules()


def require_safe(pattern: str) -> None:
    """Raises ValueError for a pattern that may try endless ways at one place: nothing could interrupt it."""
    try:
        tree = read_pattern(pattern)
    except PatternError as error:
        raise ValueError(f"{pattern!r} cannot be used here: {error}") from error
    if _explodes(tree, inside=False):
        raise ValueError(
            f"{pattern!r} could search for ever: a repeat without end holds a choice or a repeat"
        )


def _explodes(tree: Tree, *, inside: bool) -> bool:
    """True when what a repeat without end holds can match in several ways itself: the ways multiply."""
    match tree:
        case Sequence():
            return any(_explodes(item, inside=inside) for item in tree.items)
        case Choice():
            return inside or any(_explodes(item, inside=False) for item in tree.items)
        case Repeat():
            endless = tree.high is None or tree.high > _MANY
            varies = tree.low != tree.high
            return (varies and inside) or _explodes(tree.item, inside=inside or endless)
    return False


def _bare(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _names(patterns: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(name.lower()).replace(r"\*", ".*") for name in patterns) or r"(?!)", re.DOTALL
    )
