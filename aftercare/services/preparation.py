"""Keeping what the patient prepared for a session: as one setting a session, so in the patient's data file alone."""
from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from aftercare.core.preparation import Preparation

# Without a session the answers are kept under this name alone.
SETTING = "preparation"


def setting_of(session_id: str) -> str:
    """The name under which a session's preparation is stored."""
    return f"{SETTING}:{session_id}" if session_id else SETTING


def kept(settings: Mapping[str, str], session_id: str) -> Preparation:
    """What is stored for a session; empty where nothing is, or where it cannot be read."""
    try:
        found = json.loads(settings.get(setting_of(session_id)) or "{}")
    except ValueError:
        return Preparation()
    return _made(found) if isinstance(found, dict) else Preparation()


def stored(preparation: Preparation) -> str:
    """The text to store."""
    return json.dumps(
        {
            "answers": dict(preparation.answers),
            "picked": sorted(preparation.picked),
            "period": preparation.period.isoformat() if preparation.period else "",
            "done": sorted(preparation.done),
        }
    )


def _made(found: dict[str, Any]) -> Preparation:
    answers = found.get("answers")
    yes_or_no = {str(k): v for k, v in answers.items() if isinstance(v, bool)} if isinstance(answers, dict) else {}
    return Preparation(
        answers=yes_or_no,
        picked=frozenset(_texts(found.get("picked"))),
        period=_day(found.get("period")),
        done=frozenset(_texts(found.get("done"))),
    )


def _texts(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError):
        return None
