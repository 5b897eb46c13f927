"""What the alerts need while the data is sealed: instants, and keys that tell nothing. No word about health."""
from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class NeutralNotice:
    """One notice: `keys` of its alerts, disguised; when it is told and until when, UTC; `shown` once it was."""

    keys: tuple[str, ...]
    fire_at: datetime
    expire_at: datetime
    shown: datetime | None = None


@dataclass(frozen=True, slots=True)
class NeutralPlan:
    """The notices, soonest first, and the few settings that the background needs: consent and language."""

    salt: bytes
    notices: tuple[NeutralNotice, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


def disguised(key: str, salt: bytes) -> str:
    """A name for an alert key that tells nothing about it, the same as long as the salt is."""
    return hmac.new(salt, key.encode("utf-8"), hashlib.sha256).hexdigest()[:32]


class NeutralFile(Protocol):
    """The small file beside the sealed data."""

    def read(self) -> NeutralPlan | None:
        """None when there is none, or it is damaged."""
        ...

    def write(self, plan: NeutralPlan) -> None:
        """Replace it as a whole. Raises UnsavedData."""
        ...

    def remove(self) -> None:
        """Delete it; a missing one is no fault. Raises UnsavedData."""
        ...
