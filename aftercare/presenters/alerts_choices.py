"""What the patient chose: how long before, which kinds, which wording, and the quiet hours."""
from __future__ import annotations

from datetime import datetime, time, timedelta

from aftercare.core.alert_choices import LEAD, LEADS, OFF, QUIET_FROM, QUIET_TO, WORDING, AlertChoices
from aftercare.core.alert_follow import AHEAD_DAYS, CHECK_IN_AT, CHECK_IN_DAYS
from aftercare.core.alert_types import AlertKind
from aftercare.presenters import wording
from aftercare.presenters.alerts_facts import AlertsFacts
from aftercare.presenters.alerts_state import HourStep, LeadPart, QuietPart, Sample, SwitchRow
from aftercare.presenters.alerts_words import full_text
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import ngettext

# Where the end of the night is kept while quiet hours are off, which equal ends mean.
QUIET_KEPT = "quiet_kept"
STEP = timedelta(minutes=30)
MORNING = time(12)


def lead_part(facts: AlertsFacts, choices: AlertChoices) -> LeadPart | None:
    """When to tell what is OK again: at the time, or before."""
    if LEAD not in facts.obeyed:
        return None
    before = LEADS[-1]
    return LeadPart(
        title=_("When to tell me"),
        options=(("0", _("At the time")), (str(before), _("{count} min before").format(count=before))),
        chosen=str(choices.lead_minutes),
        hint=_("What will be OK again is told {count} minutes ahead.").format(count=choices.lead_minutes)
        if choices.lead_minutes
        else "",
    )


def kind_rows(facts: AlertsFacts, choices: AlertChoices) -> tuple[SwitchRow, ...]:
    """One switch for each group of kinds that is planned at all."""
    if OFF not in facts.obeyed:
        return ()
    found = ((title, hint, [kind for kind in kinds if kind in facts.kinds]) for title, hint, kinds in _groups())
    return tuple(_kind_row(title, hint, kinds, choices) for title, hint, kinds in found if kinds)


def limit_line(facts: AlertsFacts, choices: AlertChoices) -> str:
    """How many alerts a day there are at most."""
    if OFF not in facts.obeyed:
        return ""
    cap = ngettext("At most {count} alert a day.", "At most {count} alerts a day.", choices.daily)
    rest = _("What is more is told together. A reminder of your next session does not count.")
    return wording.join(cap.format(count=choices.daily), rest)


def wording_row(facts: AlertsFacts, choices: AlertChoices) -> SwitchRow | None:
    """Hidden or full wording."""
    if WORDING not in facts.obeyed:
        return None
    hint = _("Your lock screen shows what it is about") if choices.full else _("Hides what it is about")
    other = "hidden" if choices.full else "full"
    return SwitchRow("wording", _("Hidden wording"), hint, not choices.full, ((WORDING, other),))


def sample(snapshot: Snapshot, facts: AlertsFacts, choices: AlertChoices) -> Sample | None:
    """The next alert as a lock screen shows it, or one like it."""
    if WORDING not in facts.obeyed:
        return None
    if not choices.full:
        title, text = _("Aftercare reminder"), _("Your plan has an update.")
    elif facts.coming:
        soonest = facts.coming[0]
        title, text = soonest.title, full_text(soonest, soonest.fire_at, snapshot.zone)
    else:
        title, text = _("OK again"), _("Makeup is OK again.")
    at = wording.clock(facts.coming[0].fire_at, snapshot.zone) if facts.coming else ""
    spoken = _("On your lock screen: {title}. {text}").format(title=title.rstrip("."), text=text)
    return Sample(title, text, at, spoken)


def quiet_part(snapshot: Snapshot, facts: AlertsFacts, choices: AlertChoices) -> QuietPart | None:
    """The quiet hours with a step of half an hour at each end."""
    if not {QUIET_FROM, QUIET_TO} <= facts.obeyed:
        return None
    start, end = choices.quiet_from, choices.quiet_to
    if start == end:
        kept = _kept(snapshot.settings.get(QUIET_KEPT, ""), start)
        switch = SwitchRow("quiet", _("Quiet hours"), _("Alerts may come at any hour"), False, ((QUIET_TO, kept),))
        return QuietPart(switch, (), "")
    morning = start > end and end <= MORNING
    waits = _("Alerts wait until morning") if morning else _("Alerts wait until {time}").format(time=f"{end:%H:%M}")
    puts = ((QUIET_KEPT, f"{end:%H:%M}"), (QUIET_TO, f"{start:%H:%M}"))
    return QuietPart(
        SwitchRow("quiet", _("Quiet hours"), waits, True, puts),
        (
            _step(QUIET_FROM, _("From"), start, end, _("Begin earlier"), _("Begin later")),
            _step(QUIET_TO, _("To"), end, start, _("End earlier"), _("End later")),
        ),
        _("What to stop before a session is told the evening before."),
    )


def _groups() -> tuple[tuple[str, str, tuple[AlertKind, ...]], ...]:
    days = ngettext("On the first day, at {time}", "Each day at {time}, for {count} days", len(CHECK_IN_DAYS))
    ahead = _(" and ").join(str(day) for day in sorted(AHEAD_DAYS, reverse=True))
    return (
        (_("When something is OK again"), _("Makeup, pool, sport and more"), (AlertKind.ALLOWED,)),
        (
            _("Check-in reminder"),
            days.format(time=f"{CHECK_IN_AT:%H:%M}", count=len(CHECK_IN_DAYS)),
            (AlertKind.CHECK_IN,),
        ),
        (_("Before a session"), _("What to stop, and when"), (AlertKind.PREPARE, AlertKind.SESSION)),
        (_("When a session ends"), _("What to leave for some days"), (AlertKind.AFTERCARE_START,)),
        (_("Late signs"), _("A look at your skin, from 1 week to 3 months"), (AlertKind.LATE_WATCH,)),
        (_("Next session"), _("{days} days before it").format(days=ahead), (AlertKind.NEXT_SESSION,)),
    )


def _kind_row(title: str, hint: str, kinds: list[AlertKind], choices: AlertChoices) -> SwitchRow:
    on = any(kind not in choices.off for kind in kinds)
    off = choices.off | set(kinds) if on else choices.off - set(kinds)
    # No kind has an empty name, so a comma alone never stands here.
    value = ",".join(kind for kind in AlertKind if kind in off)
    return SwitchRow(kinds[0], title, hint, on, ((OFF, value),))


def _step(setting: str, label: str, at: time, other: time, less_name: str, more_name: str) -> HourStep:
    return HourStep(
        setting, label, f"{at:%H:%M}", _moved(at, -STEP, other), _moved(at, STEP, other), less_name, more_name
    )


def _moved(at: time, by: timedelta, other: time) -> str:
    """A step on the half hours, over midnight and past the other end: equal ends would switch quiet hours off."""
    day = datetime(2000, 1, 2, at.hour, at.minute)
    beside = timedelta(minutes=at.minute % 30)
    moved = day + by - beside if by > timedelta(0) or not beside else day - beside
    if moved.time() == other:
        moved += by
    return f"{moved:%H:%M}"


def _kept(text: str, start: time) -> str:
    """The end of the night before quiet hours were switched off, or the usual one."""
    try:
        kept = time.fromisoformat(text)
    except ValueError:
        kept = AlertChoices("UTC").quiet_to
    return f"{kept:%H:%M}" if kept != start else _moved(kept, STEP, start)
