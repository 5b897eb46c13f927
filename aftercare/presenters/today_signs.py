"""What is normal today: the expected symptoms of the last session, with the sentence that fits the hour."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.expected import HOUR, latest_hours
from aftercare.core.protocol import ExpectedEffect
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.today_lists_state import SignRow, Signs
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# A sign that should have gone is named for one more day, and then left to "Feels wrong?".
OVER_SHOWN_HOURS = 24


def signs(snapshot: Snapshot, session: Session, day: int) -> Signs | None:
    """The card of the day, or None once nothing is expected any more."""
    passed = (snapshot.now - session.end) / HOUR
    rows = []
    for planned in snapshot.plan.effects:
        effect = planned.effect
        if planned.session_id != session.id or passed > latest_hours(effect, session) + OVER_SHOWN_HOURS:
            continue
        if effect.symptom in snapshot.symptoms and max(passed, 0) >= effect.onset_hours:
            rows.append(_row(snapshot, session, effect, passed))
    if not rows:
        return None
    if all(row.tone == "care" for row in rows):
        heading = _("Should be over now")
    elif any(row.tone == "care" for row in rows):
        heading = _("Your skin on day {day}").format(day=day)
    elif day <= 0:
        heading = _("Normal today")
    else:
        heading = _("Normal on day {day}").format(day=day)
    return Signs(heading, tuple(rows))


def changes(snapshot: Snapshot, session: Session) -> list[timedelta]:
    """After how long since the session's end a sentence changes."""
    hours = {
        hour
        for planned in snapshot.plan.effects
        if planned.session_id == session.id
        for hour in (
            planned.effect.onset_hours,
            planned.effect.usual_hours[1],
            latest_hours(planned.effect, session),
            latest_hours(planned.effect, session) + OVER_SHOWN_HOURS,
        )
    }
    # The sentence holds to the last instant of its hour, so the change is just after it.
    return [timedelta(hours=hour, milliseconds=1) for hour in sorted(hours)]


def _row(snapshot: Snapshot, session: Session, effect: ExpectedEffect, passed: float) -> SignRow:
    symptom = snapshot.symptoms[effect.symptom]
    usual, latest = effect.usual_hours[1], latest_hours(effect, session)
    if passed > latest:
        line, tone = _(symptom.over), "care"
    elif effect.same_day:
        line, tone = _same_day(effect), "sand"
    elif usual == 0:
        # No article expects it here, so nothing calls it normal.
        line = _("Not expected here. Still there after {time}? Call your clinic.").format(
            time=wording.length(latest)
        )
        tone = "sand"
    elif passed <= usual:
        line, tone = _(symptom.usual).format(day=_day(snapshot, session, usual)), "sand"
    else:
        line, tone = _(symptom.fading).format(day=_day(snapshot, session, latest)), "sand"
    return SignRow(symptom.id, symptom.icon, _(symptom.name), line, tone)


def _day(snapshot: Snapshot, session: Session, hours: float) -> int:
    return wording.day_after(session.start, session.end + timedelta(hours=hours), session.zone, snapshot.zone)


def _same_day(effect: ExpectedEffect) -> str:
    """What is said on the day of the session itself."""
    if effect.usual_hours[1] == 0:
        return _("Not expected here. Still there tomorrow? Call your clinic.")
    return _("It should go today. Still there tomorrow? Call your clinic.")
