"""The sheet of one limit: may I, from when, why, who says so, and what the clinic said."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aftercare.core.activity import Activity
from aftercare.core.alert_reach import AlertReach
from aftercare.core.states import State
from aftercare.presenters import wording
from aftercare.presenters.alert_reach import reach, while_closed
from aftercare.presenters.limit_clinic import clinic_word
from aftercare.presenters.limit_facts import Facts, Kind, facts
from aftercare.presenters.limit_hero import hero
from aftercare.presenters.limit_medicine import medicine
from aftercare.presenters.limit_notes import differ, notes, question, sources, why
from aftercare.presenters.limit_parts import Hero, LimitState, NoteText
from aftercare.services.reminders import told_at
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

BY_NAME = timedelta(days=6)


def build_state(snapshot: Snapshot, activity_id: str) -> LimitState:
    """The sheet of an activity. Raises KeyError for one that the content does not know."""
    try:
        activity = snapshot.activity(activity_id)
    except StopIteration:
        raise KeyError(activity_id) from None
    if not snapshot.plan.sessions:
        return _no_session(activity)
    known = facts(snapshot, activity)
    return _medicine(known) if activity.medicine else _limit(known)


def _limit(known: Facts) -> LimitState:
    activity = known.activity
    bars = differ(known)
    over = known.kind in (Kind.OVER, Kind.FINE)
    held = known.kind is Kind.HELD
    why_title, reason = why(known)
    asked = question(known)
    borrowed = known.rule is not None and (known.rule.extended or known.rule.undated)
    blocked = reach(known.snapshot) is AlertReach.BLOCKED
    told_at_end = told(known)
    return LimitState(
        activity=activity.id,
        name=_(activity.name),
        icon=activity.icon,
        tone=known.state.value,
        status=wording.state_word(known.state, activity),
        hero=hero(known, with_track=bars is None or known.preparing),
        close=_("Close"),
        notes=notes(known),
        differ=bars,
        until_title=_("Until then") if held and (activity.fine or activity.not_fine) else "",
        until_then=_until_then(activity) if held else (),
        restart_title=_("When you start again") if activity.restart and (held or over) else "",
        restart=tuple(_(line) for line in activity.restart) if held or over else (),
        restart_folded=held,
        why_title=why_title,
        why=reason,
        question=asked if asked and (not asked.folded or (borrowed and held)) else None,
        clinic=clinic_word(known),
        sources=sources(known, known.window),
        told=_("Alerts cannot reach you") if told_at_end and blocked else told_at_end,
        told_detail=while_closed(known.snapshot) if told_at_end else "",
        check_in=_("Check in") if over else "",
        closing=_only_this() if over else None,
    )


def _medicine(known: Facts) -> LimitState:
    activity = known.activity
    why_title, reason = why(known)
    return LimitState(
        activity=activity.id,
        name=_(activity.name),
        icon=activity.icon,
        tone=State.ASK.value,
        status=wording.state_word(State.ASK, activity),
        hero=None,
        close=_("Close"),
        medicine=medicine(known),
        why_title=why_title or _("Why it matters"),
        why=reason or _("It can change how your blood clots. But it can also protect you."),
        question=question(known),
        sources=sources(known, known.window),
    )


def _until_then(activity: Activity) -> tuple[tuple[str, str], ...]:
    lines = (("ok", activity.fine), ("not_yet", activity.not_fine))
    return tuple((tone, _(text)) for tone, text in lines if text)


def _only_this() -> NoteText:
    lead, text = _("OK is about this limit only."), _("If your skin still hurts or is hot, wait and check in.")
    return NoteText(lead, text, "eye-fill", "sand")


def told(known: Facts) -> str:
    """When the alert of this end comes; empty where none is planned. Nothing is ever sent for the example."""
    if known.kind is not Kind.HELD or known.snapshot.example:
        return ""
    at = told_at(known.snapshot, known.activity.id, known.end)
    if at is None:
        return ""
    now, zone = known.snapshot.now, known.snapshot.zone
    time, day = wording.clock(at, zone), wording.local(at, zone).date()
    distance = (day - wording.local(now, zone).date()).days
    if distance == 0:
        return _("We tell you today at {time}").format(time=time)
    if distance == 1:
        return _("We tell you tomorrow at {time}").format(time=time)
    name = wording.weekday(day) if distance <= BY_NAME.days else wording.full_date(day)
    return _("We tell you on {day} at {time}").format(day=name, time=time)


def _no_session(activity: Activity) -> LimitState:
    plain = replace(activity, medicine=False)
    return LimitState(
        activity=activity.id,
        name=_(activity.name),
        icon=activity.icon,
        tone=State.ASK.value,
        status=wording.state_word(State.ASK, activity if activity.medicine else plain),
        hero=Hero(_("No session yet"), _("No times to count"), line=_("Add a session and we work out your times.")),
        close=_("Close"),
    )
