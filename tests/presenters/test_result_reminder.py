"""The reminder under a result: when it is offered, for when, and what is said once it is set."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from aftercare.core.alert_reach import AlertReach
from aftercare.core.instants import from_utc_text
from aftercare.presenters.result_state import Deed, ResultState
from aftercare.services import look_again
from tests.presenters.check_in_cases import NOW, day_two, logged, outcome
from tests.presenters.today_cases import at


class Settings(dict[str, str]):
    """Settings in memory."""

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        return super().get(name, default)

    def put(self, name: str, value: str) -> None:
        self[name] = value


def wishes(state: ResultState) -> list[Deed]:
    return [deed for deed in (state.main, *state.more) if deed.intent == "remind-me"]


def seen(when: str, settings: Any = None, **kwargs: Any) -> ResultState:
    """The result of a check-in, looked at as it was stored."""
    observation = logged(when, when, **kwargs)
    return outcome(observation, replace(day_two(), now=at(when), settings=settings or {}))


def test_what_is_usual_can_be_looked_at_again_the_next_morning() -> None:
    state = seen(NOW, redness="mild")
    assert state.main.intent == "close"
    [wish] = wishes(state)
    assert (wish.text, wish.payload["wall"]) == ("Remind me tomorrow at 09:00", "2026-06-11T09:00")
    assert from_utc_text(wish.payload["at"]) == at("2026-06-11T09:00")


def test_what_is_watched_is_looked_at_again_when_it_says_so() -> None:
    state = seen(NOW, swelling="strong")
    [wish] = wishes(state)
    assert state.main == wish
    assert wish.text == "Remind me at 15:48"
    assert from_utc_text(wish.payload["at"]) == at("2026-06-10T15:48")


def test_at_night_the_patient_chooses_between_the_night_and_the_morning() -> None:
    state = seen("2026-06-10T20:00", swelling="strong")
    first, second = wishes(state)
    assert (first.text, first.payload["at_night"]) == ("Remind me tomorrow at 07:00", "")
    assert (second.text, second.payload["at_night"]) == ("Wake me at 02:00", "yes")


def test_whoever_should_call_is_not_asked_to_wait() -> None:
    for signs in (("pus",), ("cold-skin",), ("confusion",)):
        assert wishes(seen(NOW, signs=signs)) == []


def test_an_old_result_offers_nothing() -> None:
    old = logged("2026-06-08T20:00", redness="mild")
    assert wishes(outcome(old)) == []


def test_the_example_offers_nothing() -> None:
    fresh = logged(NOW, swelling="strong")
    assert wishes(outcome(fresh, day_two())) != []
    assert wishes(outcome(fresh, replace(day_two(), example=True))) == []


def test_once_it_is_set_it_says_when_and_can_be_undone() -> None:
    settings = Settings()
    observation = logged(NOW, swelling="strong")
    look_again.remind(settings, observation, at("2026-06-10T15:48"), at(NOW), "Europe/Berlin")
    state = outcome(observation, replace(day_two(), settings=settings))
    assert wishes(state) == []
    assert state.main.intent == "close"
    assert state.reminded is not None
    assert (state.reminded.text, state.reminded.undo) == ("We remind you at 15:48", "Undo")
    look_again.forget(settings, observation.id)
    assert outcome(observation, replace(day_two(), settings=settings)).reminded is None


def test_what_is_set_says_what_becomes_of_it_on_this_device() -> None:
    settings = Settings()
    observation = logged(NOW, swelling="strong")
    look_again.remind(settings, observation, at("2026-06-10T15:48"), at(NOW), "Europe/Berlin")

    def said(reach: AlertReach) -> tuple[str, str]:
        found = outcome(observation, replace(day_two(), settings=settings, reach=reach)).reminded
        assert found is not None
        return found.text, found.detail

    # on a phone it comes anyway, and on a desktop without consent only while the app is open
    assert said(AlertReach.CLOSED) == ("We remind you at 15:48", "")
    assert said(AlertReach.OPEN)[1] == "If Aftercare is closed then, you see it when you open it."
    # where no alert arrives, no time is promised
    assert said(AlertReach.BLOCKED) == ("Alerts cannot reach you", "You see it here when you open Aftercare.")
