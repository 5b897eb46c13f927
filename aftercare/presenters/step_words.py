"""Steps around a session in words: which hold now, and when each is done."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.core.session import Session
from aftercare.core.steps import CareStep, CareSteps, StepPhase
from aftercare.presenters import wording
from aftercare.presenters.today_words import inside
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

ICONS = {
    "stay-near": "clock", "note-product": "note-pencil", "clinic-sheet": "file-text", "next-date": "calendar-check",
    "clean-hands": "hand-soap", "moisturise": "drop", "home-after": "drop", "home-clean-after": "sparkle",
    "first-evening": "moon", "compare": "eye", "cover-up": "sun-dim", "sun-cream": "sun", "hair-care": "hair-dryer",
}  # fmt: skip
# A stretch of up to this many hours is told by the clock.
BY_THE_CLOCK = 4.0
ENDS_SOON = 24.0
# Who does these has no clinic to go to.
AT_HOME = frozenset({"home-roller"})


def steps_of(steps: CareSteps, phase: StepPhase, session: Session) -> tuple[CareStep, ...]:
    """The steps of a phase for a session."""
    return steps.of(phase, session.protocol, session.area, session.technique)


def at_home(session: Session) -> bool:
    """Whether the patient does the session alone."""
    return session.protocol in AT_HOME


def course_title(session: Session) -> str:
    """What the steps of the session itself are called."""
    return _("How to do it at home") if at_home(session) else _("What happens at the session?")


def icon(step: CareStep) -> str:
    """An icon of the kit."""
    return ICONS.get(step.id, "check-circle")


def bounds(step: CareStep, session: Session) -> tuple[datetime, datetime] | None:
    """From when to when (UTC) a step is done; None where no time is known."""
    if step.from_hours is None or step.to_hours is None:
        return None
    anchor = session.end if step.phase is StepPhase.AFTER else session.start
    return anchor + timedelta(hours=step.from_hours), anchor + timedelta(hours=step.to_hours)


def line(step: CareStep, session: Session, snapshot: Snapshot) -> str:
    """The hint, and the clock times where the step has a short time of its own."""
    found, hint = bounds(step, session), _(step.hint)
    if found is None or step.from_hours is None or step.to_hours is None:
        return hint
    start, end = found
    if step.phase is StepPhase.AFTER:
        if step.to_hours <= ENDS_SOON:
            until = inside(end, snapshot.now, snapshot.zone)
            return _("{hint} · until {time}").format(hint=hint, time=until)
        return hint
    if step.to_hours - step.from_hours <= BY_THE_CLOCK:
        times = wording.clock(start, session.zone), wording.clock(end, session.zone)
        return _("{hint} · {start} to {end}").format(hint=hint, start=times[0], end=times[1])
    return hint


def when(step: CareStep) -> str:
    """The hours of a step after a session in words; empty where it has none."""
    if step.phase is not StepPhase.AFTER or step.from_hours is None or step.to_hours is None:
        return ""
    if step.from_hours == 0:
        return _("in the first {time}").format(time=_first(step.to_hours))
    return _("from {start} to {end} after").format(
        start=wording.length(step.from_hours), end=wording.length(step.to_hours)
    )


def _first(hours: float) -> str:
    """ "30 min", "24 h", "3 days"."""
    if hours < 1:
        return _("{count} min").format(count=round(hours * 60))
    return wording.hours_text(hours) if hours <= ENDS_SOON else wording.length(hours)


def running(steps: tuple[CareStep, ...], session: Session, now: datetime) -> list[CareStep]:
    """What holds now: what ends soonest first, then what has no time."""
    timed = []
    for step in steps:
        found = bounds(step, session)
        if found is not None and found[0] <= now < found[1]:
            timed.append((found[1], step))
    loose = [step for step in steps if bounds(step, session) is None]
    return [step for _end, step in sorted(timed, key=lambda pair: pair[0])] + loose


def to_come(steps: tuple[CareStep, ...], session: Session, now: datetime) -> list[CareStep]:
    """What begins later."""
    found = {step.id: bounds(step, session) for step in steps}
    return [step for step in steps if (known := found[step.id]) is not None and known[0] > now]


def edges(steps: CareSteps, session: Session) -> list[datetime]:
    """Every instant at which what holds changes."""
    found = (bounds(step, session) for step in steps_of(steps, StepPhase.AFTER, session))
    return [edge for pair in found if pair is not None for edge in pair]
