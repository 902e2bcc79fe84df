"""Keyed and plain digests by name: `hmac-sha256`, `hash-sha1`, `hash-keccak256`, and equality of tokens."""

from __future__ import annotations

import hashlib
import hmac

_DIGESTS = ("md5", "sha1", "sha256", "sha384", "sha512")

SYMMETRIC = (
    *(f"hmac-{name}" for name in _DIGESTS),
    *(f"hash-{name}" for name in _DIGESTS),
    "hash-keccak256",
    "equal",
)
"""Algorithms whose value both sides can compute. A `hash-` scheme has the secret inside its content."""

DIGEST_SIZES = {"md5": 16, "sha1": 20, "sha256": 32, "sha384": 48, "sha512": 64, "keccak256": 32}


def digest_name(algorithm: str) -> str:
    """The hash inside an algorithm's name: `sha256` of `hmac-sha256`; empty for `equal`."""
    return algorithm.partition("-")[2]


def compute(algorithm: str, key: bytes, content: bytes) -> bytes:
    """The value of a symmetric algorithm; the key of `equal` is the value itself."""
    if algorithm == "equal":
        return key
    kind, _, name = algorithm.partition("-")
    if kind == "hmac":
        return hmac.digest(key, content, name)
    return plain(name, content)


def plain(name: str, content: bytes) -> bytes:
    """A digest without a key; `keccak256` is the original Keccak padding, not SHA3-256."""
    if name == "keccak256":
        return keccak256(content)
    return hashlib.new(name, content, usedforsecurity=False).digest()


_ROUND_CONSTANTS = (
    0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
)  # fmt: skip
_ROTATIONS = (1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44)
_LANES = (10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1)
_MASK = (1 << 64) - 1


def _rotate(lane: int, bits: int) -> int:
    return ((lane << bits) | (lane >> (64 - bits))) & _MASK


def _permute(state: list[int]) -> None:
    """Keccak-f[1600] in place."""
    for constant in _ROUND_CONSTANTS:
        columns = [state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] for x in range(5)]
        for x in range(5):
            mix = columns[(x + 4) % 5] ^ _rotate(columns[(x + 1) % 5], 1)
            for y in range(0, 25, 5):
                state[x + y] ^= mix
        moving = state[1]
        for lane, bits in zip(_LANES, _ROTATIONS, strict=True):
            state[lane], moving = _rotate(moving, bits), state[lane]
        for y in range(0, 25, 5):
            row = state[y : y + 5]
            for x in range(5):
                state[x + y] = row[x] ^ (~row[(x + 1) % 5] & _MASK & row[(x + 2) % 5])
        state[0] ^= constant


def keccak256(data: bytes) -> bytes:
    """Keccak-256 as Ethereum uses it (padding 0x01). About 1 ms for 2 kB."""
    rate = 136
    padded = bytearray(data + b"\x01")
    padded += b"\x00" * (-len(padded) % rate)
    padded[-1] |= 0x80
    state = [0] * 25
    for at in range(0, len(padded), rate):
        for lane in range(rate // 8):
            state[lane] ^= int.from_bytes(padded[at + 8 * lane : at + 8 * lane + 8], "little")
        _permute(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])
