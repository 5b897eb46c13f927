"""Today once all limits are over: the ways to how the skin healed and to a last picture."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from aftercare.core.observation import Observation
from aftercare.presenters.today import build_state
from aftercare.presenters.today_state import ActionCard
from tests.presenters.today_cases import at, session, taken


def cards(now: str, *days: str, photos: tuple[str, ...] = (), session_id: str = "a") -> dict[str, ActionCard]:
    told = tuple(
        Observation(day, session_id, at(f"{day}T10:00"), at(f"{day}T10:00"), date.fromisoformat(day), photos=photos)
        for day in days
    )
    state = build_state(replace(taken([session("face-injection")], now), observations=told))
    return {card.intent: card for card in state.healed}


def test_check_ins_lead_to_their_chart_when_all_is_over() -> None:
    found = cards("2026-06-24T12:00", "2026-06-09", "2026-06-10")
    assert found["healing"].title == "How you healed"
    assert found["healing"].subtitle == "2 check-ins, as a chart"


def test_while_a_limit_goes_on_nothing_looks_back() -> None:
    assert cards("2026-06-09T12:00", "2026-06-09") == {}


def test_without_check_ins_there_is_nothing_to_look_back_at() -> None:
    assert cards("2026-06-24T12:00") == {}
    assert cards("2026-06-24T12:00", "2026-06-10", session_id="another") == {}


def test_a_last_picture_is_offered_beside_the_first_one() -> None:
    found = cards("2026-06-24T12:00", "2026-06-09", "2026-06-12", photos=("p",))
    assert found["add-photo"].subtitle == "To compare with day 1"


def test_one_taken_today_is_not_asked_for_again() -> None:
    assert "add-photo" not in cards("2026-06-24T12:00", "2026-06-09", "2026-06-24", photos=("p",))
