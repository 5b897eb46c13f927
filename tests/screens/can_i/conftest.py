"""A patient two days after a session, at "Can I …?"."""
from __future__ import annotations

from tests.screens.checkin.conftest import patient

__all__ = ["patient"]
