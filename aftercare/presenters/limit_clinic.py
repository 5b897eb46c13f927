"""The clinic's word on one limit: what is offered, what a new time would mean, and when a second yes is needed."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.errors import InvalidInput
from aftercare.core.protocol import Phase
from aftercare.core.session import LONGEST_OVERRIDE_HOURS, checked_hours
from aftercare.presenters import wording
from aftercare.presenters.limit_facts import Facts, Kind, longest_hours
from aftercare.presenters.limit_parts import ClinicWord
from aftercare.words import gettext as _

DAY_HOURS = 24.0
DAYS, HOURS = "days", "hours"


def clinic_word(facts: Facts) -> ClinicWord | None:
    """The row and the editor; None for a medicine, on which only the doctor who prescribed it decides."""
    if facts.activity.medicine:
        return None
    title, detail, action = _row(facts)
    longest = longest_hours(facts.protocol, facts.activity.id, facts.phase)
    before = facts.phase is Phase.BEFORE
    given = facts.override.hours if facts.override else None
    return ClinicWord(
        title=title,
        detail=detail,
        action=action,
        session_id=facts.session.id,
        activity=facts.activity.id,
        phase=facts.phase,
        hours=given or longest or DAY_HOURS,
        longest=longest,
        base=facts.session.start if before else facts.session.end,
        now=facts.snapshot.now,
        zone=facts.snapshot.zone,
        override_id=facts.override.id if facts.override else None,
        heading=_("How long before the session?") if before else _("How long after the session?"),
        scope=_("For your session on {day}.").format(day=session_day(facts)),
        fine=_("My clinic said it is fine"),
        fine_detail=_("Then it shows as OK"),
    )


def _row(facts: Facts) -> tuple[str, str, str]:
    if facts.override is not None:
        day = wording.short_date(wording.local(facts.override.given_at, facts.snapshot.zone).date())
        said = wording.length(facts.override.hours) if facts.override.hours else _("it is fine")
        title = _("My clinic said: {time}").format(time=said)
        return title, _("You added this on {day}").format(day=day), _("Change")
    if facts.kind is Kind.ASK:
        return _("My clinic gave me a time"), _("Add it, and we count down"), ""
    if facts.kind is Kind.HELD:
        return _("My clinic said something else"), _("Add its time"), ""
    return _("My clinic said something else"), _("Its time then counts"), ""


def session_day(facts: Facts) -> str:
    """The date of the session that is decided about, as the device shows it: "Mon 8 June"."""
    return wording.full_date(wording.local(facts.session.start, facts.snapshot.zone).date())


def unit_of(hours: float) -> str:
    """Days where they are whole, else hours."""
    return DAYS if hours >= DAY_HOURS and hours % DAY_HOURS == 0 else HOURS


def in_unit(hours: float, unit: str) -> float:
    """The nearest value of a unit, in hours: at least one of it, never above a year."""
    step = DAY_HOURS if unit == DAYS else 1.0
    return min(max(step, round(hours / step) * step), LONGEST_OVERRIDE_HOURS)


def stepped(hours: float, by: int, unit: str) -> float:
    """The next value of the editor; it stays where the next one would not be accepted."""
    wanted = in_unit(hours, unit) + by * (DAY_HOURS if unit == DAYS else 1.0)
    try:
        return checked_hours(wanted) or hours
    except InvalidInput:
        return hours


def shown(hours: float, unit: str) -> str:
    """ "2 days", "36 h"."""
    return wording.days_text(int(hours // DAY_HOURS)) if unit == DAYS else wording.hours_text(hours)


def outcome(word: ClinicWord, hours: float) -> str:
    """What a time would come to: "OK from Wed 10 June, 15:00", or since when to stop before the session."""
    span = timedelta(hours=hours)
    edge = word.base - span if word.phase is Phase.BEFORE else word.base + span
    when = wording.moment_within(edge, word.now, word.zone)
    if word.phase is Phase.BEFORE:
        return _("Stop from {when}").format(when=when)
    return _("OK since {when}").format(when=when) if edge <= word.now else _("OK from {when}").format(when=when)


def second_yes(word: ClinicWord, hours: float | None) -> tuple[str, str] | None:
    """The warning and the words of the second yes when a time (None: it is fine) is shorter than the sources say."""
    if word.longest is None or (hours or 0) >= word.longest:
        return None
    return (
        _("This is shorter than our sources say. Use it only if your clinic told you."),
        _("Yes, my clinic told me"),
    )
