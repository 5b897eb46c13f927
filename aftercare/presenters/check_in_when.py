"""Of when a check-in speaks: now, yesterday evening, or a day and a time that the patient picks."""
from __future__ import annotations

from datetime import date, datetime

from aftercare.core.instants import generated, zone_named
from aftercare.presenters import wording
from aftercare.presenters.add_session_when import _SUNDAY_FIRST
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_moment import EVENING, NOW, OTHER, last_evening
from aftercare.presenters.check_in_state import Option, Question, WhenQuestion
from aftercare.presenters.check_in_usual import Course
from aftercare.services.snapshot import FOLLOWED_FOR, Snapshot
from aftercare.words import gettext as _


def when_question(draft: CheckInDraft, snapshot: Snapshot, of: Course, language: str) -> WhenQuestion:
    """The question with its answers; yesterday evening is offered only after the session had ended by then."""
    today = wording.local(snapshot.now, snapshot.zone).date()
    words = {NOW: _("Now"), EVENING: _("Yesterday evening"), OTHER: _("Choose a time")}
    if not _evening_counts(snapshot) and draft.when != EVENING:
        del words[EVENING]
    if draft.editing:
        words = {OTHER: wording.moment(of.at, snapshot.now, snapshot.zone)}
    wall = draft.wall or wording.local(snapshot.now, snapshot.zone)
    return WhenQuestion(
        question=Question(
            _("When was this?"), tuple(Option(key, word, word) for key, word in words.items()), draft.when
        ),
        choosing=draft.when == OTHER,
        day=wall.date(),
        today=today,
        first=_first(snapshot),
        first_weekday=6 if language in _SUNDAY_FIRST else 0,
        time_title=_("At what time?"),
        time=f"{wall:%H:%M}",
        earlier=_("15 minutes earlier"),
        later=_("15 minutes later"),
        fault=when_fault(draft, snapshot, of.at),
    )


def when_fault(draft: CheckInDraft, snapshot: Snapshot, at: datetime) -> str:
    """Why nothing can be said of this moment, or empty."""
    if draft.when == OTHER and at > snapshot.now:
        return _("This time has not come yet. Choose one that has passed.")
    return ""


def _first(snapshot: Snapshot) -> date:
    begun = [s for s in snapshot.plan.sessions if s.start <= snapshot.now]
    first = min((s.start for s in begun), default=snapshot.now - FOLLOWED_FOR)
    return wording.local(first, snapshot.zone).date()


def _evening_counts(snapshot: Snapshot) -> bool:
    evening = generated(last_evening(snapshot.now, snapshot.zone), zone_named(snapshot.zone))
    return snapshot.last is None or any(s.end <= evening for s in snapshot.plan.sessions)
