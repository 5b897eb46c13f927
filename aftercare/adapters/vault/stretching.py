"""From a code to a key: scrypt, made so slow that guessing costs.

Python brings scrypt itself; Argon2id needs OpenSSL 3.2, which not every build for a phone has. n = 65536 and r = 8 take
64 MiB each time, which a cheap phone has. The rest of the cost is `p`, which only takes longer.
"""
from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass

N, R = 1 << 16, 8
# With p = 2 this is what OWASP's password storage cheat sheet asks of scrypt at 64 MiB.
LEAST_P, MOST_P = 2, 16
SECONDS = 0.5
KEY_BYTES = 32
SALT_BYTES = 16
# A damaged or foreign file must not take all memory or hours.
MOST_MEMORY = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """scrypt's three numbers, which are kept beside each salt."""

    n: int = N
    r: int = R
    p: int = LEAST_P

    @property
    def is_sane(self) -> bool:
        """Whether a device can do that at all."""
        power_of_two = self.n > 1 and not self.n & (self.n - 1)
        # scrypt itself wants n below two to the sixteenth of r.
        possible = power_of_two and 1 <= self.r <= 64 and self.n.bit_length() <= 16 * self.r
        return possible and 1 <= self.p <= 64 and 128 * self.n * self.r <= MOST_MEMORY


def stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    """A key of 32 bytes. Slow; a window goes on drawing meanwhile, where Python itself has scrypt."""
    # A lone half of a character, which some keyboards send, is as good a sign as any.
    text = secret.encode("utf-8", "surrogatepass")
    if not hasattr(hashlib, "scrypt"):
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

        # The same numbers, but it lets no other thread run.
        return Scrypt(salt=salt, length=KEY_BYTES, n=cost.n, r=cost.r, p=cost.p).derive(text)
    most = 128 * cost.r * (cost.n + cost.p + 2) + 1024
    return hashlib.scrypt(text, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=most, dklen=KEY_BYTES)


def measured_cost(seconds: float = SECONDS) -> Cost:
    """The cost that takes about so long on this device, and never less than the least."""
    # The time of this thread alone: a busy minute must not weaken the lock for ever. Not every system counts it.
    clock = getattr(time, "thread_time", time.perf_counter)
    stretched("warm", bytes(SALT_BYTES), Cost(n=1 << 10, p=1))
    began = clock()
    stretched("measure", bytes(SALT_BYTES), Cost(p=1))
    once = max(clock() - began, 1e-3)
    return Cost(p=min(MOST_P, max(LEAST_P, round(seconds / once))))
