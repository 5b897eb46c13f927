"""Check-ins of the tests: the usual face session of Today's tests, and what was logged of it."""
from __future__ import annotations

from typing import Any

from aftercare.core.advice import Advice
from aftercare.core.observation import Observation, SymptomReport
from aftercare.presenters import check_in, result
from aftercare.presenters.check_in_state import CheckInState, SymptomCard
from aftercare.presenters.result_state import ResultState
from aftercare.services import checkins
from aftercare.services.snapshot import Snapshot
from tests.presenters.today_cases import BERLIN, CATALOGUE, at, session, taken

NOW = "2026-06-10T09:48"
CONTENT = CATALOGUE.advice()
HELP = CATALOGUE.help()


def day_two(now: str = NOW, **kwargs: Any) -> Snapshot:
    """A face session with papules that ended on Monday 8 June, 15:00."""
    return taken([session(technique="papule")], now, **kwargs)


def filled(snapshot: Snapshot, *touches: tuple[str, Any], draft: check_in.CheckInDraft | None = None) -> Any:
    """The draft after these touches."""
    made = draft or check_in.CheckInDraft(snapshot.now)
    for field, value in touches:
        made = check_in.change(made, field, value, snapshot.now, snapshot.zone)
    return made


def shown(snapshot: Snapshot, *touches: tuple[str, Any], previous: Observation | None = None) -> CheckInState:
    """The check-in after these touches."""
    return check_in.build_state(filled(snapshot, *touches), snapshot, CONTENT, previous)


def card(state: CheckInState, symptom: str) -> SymptomCard:
    return next(c for c in (*state.cards, *state.extra) if c.symptom == symptom)


def logged(when: str = NOW, now: str = NOW, of: Any = None, **kwargs: Any) -> Observation:
    """A check-in of the usual session; symptoms as redness="mild"."""
    known = {key: kwargs.pop(key) for key in ("signs", "temperature_c", "note") if key in kwargs}
    reports = [
        SymptomReport(name, value) if isinstance(value, str) else SymptomReport(name, *value)
        for name, value in kwargs.items()
    ]
    return checkins.new_observation(
        at(when), at(now), BERLIN, session(technique="papule") if of is None else of or None, reports,
        make_id=lambda: f"o-{when}", **known,
    )  # fmt: skip


def outcome(
    observation: Observation, snapshot: Snapshot | None = None, previous: Observation | None = None, **kwargs: Any
) -> ResultState:
    """The result of a check-in."""
    snapshot = snapshot or day_two()
    advice = advised(observation, snapshot, previous)
    return result.build_state(observation, advice, snapshot, CONTENT, previous, HELP, **kwargs)


def advised(observation: Observation, snapshot: Snapshot, previous: Observation | None = None) -> Advice:
    earlier = [previous] if previous else []
    return checkins.advice_for(observation, earlier, snapshot.sessions, CATALOGUE)
