"""Quoting for a POSIX shell, safe to paste: an argument is never a command, an expansion or a line."""

from __future__ import annotations

from garfio.core.contentview.visible import invisible_spans

_ESCAPES = {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x5C: "\\\\", 0x25: "%%", 0x27: "'\\''", 0x21: "\\041"}
_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@+:,./-_")


def is_plain(value: bytes) -> bool:
    """Whether bytes can stand between single quotes: UTF-8 that is visible and on one line."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\t" not in text and "\n" not in text and not invisible_spans(text, limit=1)


def quote(value: bytes) -> str:
    """One argument, without line feeds at its end and NUL. Bytes that are not plain come out of printf."""
    if is_plain(value):
        text = value.decode("utf-8")
        if text and not set(text) - _SAFE:
            return text
        return "'" + text.replace("'", "'\\''") + "'"
    return f'"$({printf(value)})"'


def printf(value: bytes) -> str:
    """The printf command that writes exactly these bytes: a format without conversions, on one line."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    hidden = {at for span in invisible_spans(text, limit=len(text) + 1) for at in range(span.start, span.end)}
    pieces: list[str] = []
    if text:
        for at, char in enumerate(text):
            code = ord(char)
            if code in _ESCAPES:
                pieces.append(_ESCAPES[code])
            elif at in hidden or (at == 0 and char == "-"):
                pieces += (f"\\{byte:03o}" for byte in char.encode())
            else:
                pieces.append(char)
    else:
        for at, byte in enumerate(value):
            if byte in _ESCAPES:
                pieces.append(_ESCAPES[byte])
            else:
                plain = 0x20 <= byte < 0x7F and not (at == 0 and byte == 0x2D)
                pieces.append(chr(byte) if plain else f"\\{byte:03o}")
    return f"printf '{''.join(pieces)}'"
