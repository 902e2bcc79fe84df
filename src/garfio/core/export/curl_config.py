"""curl options as a configuration file (curl -K), for shells that cannot pass every byte in an argument."""

from __future__ import annotations

from garfio.core.export.curl_options import Option

_ESCAPES = {
    0x5C: b"\\\\",
    0x22: b'\\"',
    0x09: b"\\t",
    0x0A: b"\\n",
    0x0D: b"\\r",
    0x0B: b"\\v",
}


def config_file(options: list[Option]) -> bytes:
    """The file's bytes: an option a line, its value in quotes."""
    lines = [
        option.name.encode()
        if option.value is None
        else b"%s = %s" % (option.name.encode(), _quoted(option.value))
        for option in options
    ]
    return b"\n".join(lines) + b"\n"


def _quoted(value: bytes) -> bytes:
    return b'"' + b"".join(_ESCAPES.get(byte, bytes([byte])) for byte in value) + b'"'
