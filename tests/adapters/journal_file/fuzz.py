"""Files that no program of ours wrote: mutated ones, and ones with right checksums around nonsense."""
from __future__ import annotations

import random
from pathlib import Path

from aftercare.adapters.journal_file import frames, reading
from aftercare.adapters.journal_file.seal import Unsealed
from aftercare.core.data_errors import UnreadableData

CORPUS = sorted(Path(__file__).with_name("corpus").iterdir())
_GENERATION = b"fuzzfuzz"
_TOKENS = (
    b'"put"', b'"delete"', b'"clear"', b'"drop"', b"[", b"]", b"{", b"}", b",", b":", b'"', b"\n", b"null", b"NaN",
    b"1e999", b"-1", b"9" * 5000, b"[" * 3000, b'"1"', b'"diary"', b"\xff", b"\x00", b'{"id":"a"}',
    b'"reader":1', b'"format":9', b'"records"', b"true", b"\xed\xa0\x80",
)  # fmt: skip


def survives(data: bytes) -> bool:
    """Whether a file is read, or refused with the one error that we name; anything else comes out as it is raised."""
    path = Path("fuzzed")
    try:
        content = reading.content_of(path, data, Unsealed())
        for texts in content.tables.values():
            reading.parsed(path, list(texts.values()))
            # As TinyDB does with each of them.
            _ = [int(key) for key in texts]
    except UnreadableData:
        return True
    return all(loss.records > 0 for loss in content.to_tell)


def mutated(chance: random.Random) -> bytes:
    """A file of the corpus, changed here and there; or a journal of random frames with right checksums."""
    if chance.random() < 0.4:
        return _frames(chance)
    data = bytearray(chance.choice(_FILES))
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        deed = chance.randrange(5)
        if deed == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del data[at : at + chance.choice((1, 4, 40, 400))]
        elif deed == 2:
            data[at:at] = chance.choice(_TOKENS)
        elif deed == 3:
            start = chance.randrange(len(data) + 1)
            data[at:at] = data[start : start + chance.choice((4, 36, 200))]
        else:
            data[at : at + 1] = chance.randbytes(chance.choice((1, 2, 8)))
    return bytes(data)


def _frames(chance: random.Random) -> bytes:
    made = [frames.pack(frames.HEAD, _GENERATION, 0, b'{"format":1,"reader":1}')] if chance.random() < 0.8 else []
    for number in range(1, chance.randrange(2, 8)):
        kind = chance.choice((frames.ROWS, frames.CHANGE, frames.CHANGE, frames.END, frames.NOTE, frames.HEAD, 9))
        made.append(frames.pack(
            kind, _GENERATION, number if chance.random() < 0.9 else chance.randrange(2**32), _payload(chance),
            chance.choice((0, 1, 2, 2**32 - 1)), chance.random() < 0.1,
        ))  # fmt: skip
    return b"".join(made)


def _payload(chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return b"".join(chance.choice(_TOKENS) for _ in range(chance.randrange(12)))
    payload = bytearray(chance.choice(_PAYLOADS))
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(payload) + 1)
        payload[at : at + chance.randrange(3)] = chance.choice(_TOKENS)
    return bytes(payload)


_FILES = [file.read_bytes() for file in CORPUS]
_PAYLOADS = [
    piece.payload for data in _FILES for piece in frames.scan(data) if isinstance(piece, frames.Frame) and piece.payload
]
