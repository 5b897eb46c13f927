"""The answer on top of the sheet, and its track."""
from __future__ import annotations

from datetime import datetime, timedelta

from aftercare.core.merge import FOREVER
from aftercare.core.protocol import CalendarDay, ElapsedHours, Phase
from aftercare.core.states import State
from aftercare.presenters import wording
from aftercare.presenters.limit_facts import Facts, Kind
from aftercare.presenters.limit_parts import Hero, Track
from aftercare.presenters.timeline_bars import Piece, Range, pieces
from aftercare.presenters.today_words import spoken_time
from aftercare.words import gettext as _

# A piece of empty track after the end shows that it does end.
ROOM = 1.13
NO_SCALE_NOW = 0.5
HOUR = timedelta(hours=1)


def hero(facts: Facts, with_track: bool) -> Hero:
    """The answer to "may I, and from when"."""
    now, zone = facts.snapshot.now, facts.snapshot.zone
    if facts.kind is Kind.HELD:
        return Hero(
            label=_held_label(facts),
            big=wording.countdown(facts.end - now),
            aside_top=wording.full_date(wording.local(facts.end, zone).date()),
            aside=wording.clock(facts.end, zone),
            track=_held_track(facts) if with_track else None,
            line=_preparing_line(facts) if facts.preparing else range_line(facts),
            ear=spoken_time(facts.end - now),
        )
    if facts.kind is Kind.COMING:
        start = facts.span.start or now
        return Hero(_("OK until"), _day_time(start, facts), _("Begins in"), wording.countdown(start - now), None,
                    _("The limits of your session begin then."))  # fmt: skip
    if facts.kind is Kind.OVER:
        return Hero(_("OK again since"), _day_time(facts.end, facts), _("Ended"), wording.ago(now - facts.end),
                    _over_track(facts), range_line(facts))  # fmt: skip
    if facts.kind is Kind.FINE:
        if facts.override is None:
            return Hero(_("No limit here"), _("OK now"), line=_("Your plan has no limit for this."))
        given = wording.full_date(wording.local(facts.override.given_at, zone).date())
        return Hero(_("OK, said your clinic"), given, line=_no_range_by_clinic(facts))
    return Hero(_("What we know"), _("No article gives a time"), track=_ask_track(facts),
                line=_("So we do not guess. When in doubt, wait until you have asked."))  # fmt: skip


def _held_label(facts: Facts) -> str:
    if facts.state is State.NOT_YET:
        return {State.WITH_CARE: _("With care in"), State.ASK: _("Not yet for")}.get(facts.following, _("OK in"))
    return _("Fully OK in") if facts.following is State.OK else _("With care for")


def _preparing_line(facts: Facts) -> str:
    day = wording.full_date(wording.local(facts.session.start, facts.snapshot.zone).date())
    lead = _("This is for your session on {day}.").format(day=day)
    return wording.join(lead, _("It goes on after it.") if facts.end > facts.session.start else "")


def range_line(facts: Facts) -> str:
    """Where the time comes from, in a sentence."""
    hours, by_clinic = facts.source_hours, facts.window is not None and facts.window.by_clinic
    if by_clinic and hours is None:
        return _("No article gives a time. Your clinic comes first.")
    if hours is None:
        day = facts.rule is not None and isinstance(facts.rule.end, CalendarDay)
        then = _("Then ask your clinic.") if facts.following is State.ASK else ""
        return wording.join(_("This is for the day of the session."), then) if day else then
    said = _("Sources: {range}.").format(range=wording.length_range(hours))
    return wording.join(said, _("Nothing else to wait for.") if facts.kind is Kind.OVER else choice(facts))


def choice(facts: Facts) -> str:
    """What is made of a range of the sources."""
    hours, by_clinic = facts.source_hours, facts.window is not None and facts.window.by_clinic
    if by_clinic:
        return _("Your clinic comes first.")
    return _("We use the longest.") if hours and hours[0] < hours[1] else ""


def _no_range_by_clinic(facts: Facts) -> str:
    rules = (r for r in facts.protocol.rules if r.activity == facts.activity.id and r.phase is facts.phase)
    for rule in rules:
        if isinstance(rule.end, ElapsedHours):
            span = wording.length_range((rule.end.min, rule.end.max))
            return wording.join(_("Sources: {range}.").format(range=span), _("Your clinic comes first."))
    return _("Your clinic comes first.")


def _day_time(when: datetime, facts: Facts) -> str:
    now, zone = facts.snapshot.now, facts.snapshot.zone
    if abs(when - now) < timedelta(days=6):
        day = wording.weekday(wording.local(when, zone).date())
        return _("{day}, {time}").format(day=day, time=wording.clock(when, zone))
    return wording.moment(when, now, zone)


def _held_track(facts: Facts) -> Track:
    now, session = facts.snapshot.now, facts.session
    run = _run_around(facts)
    begun = [s.start for s in facts.snapshot.plan.sessions if run[0].start <= s.start <= now]
    start = session.start if session.start <= now else begun[-1] if begun else run[0].start
    end = min(run[-1].end, FOREVER - timedelta(days=1)) if run[-1].end < FOREVER else facts.end
    if facts.window is not None and facts.window.by_clinic and facts.phase is Phase.AFTER and session.start <= now:
        return _clinic_track(facts, start)
    shown = Range(start, start + (end - start) * ROOM)
    phases = tuple(
        (max(0.0, shown.at(p.start)), min(shown.at(p.end), 1 / ROOM), p.shape) for p in run if p.end > start
    )
    labels, marks = [(0.0, _("Session") if begun else _axis_day(start, facts), "session")], []
    hours = facts.source_hours if facts.phase is Phase.AFTER and session.start <= now else None
    if hours and 0 < hours[0] < hours[1]:
        at = shown.at(session.end + hours[0] * HOUR)
        labels.append((at, wording.length(hours[0]), "day"))
        marks.append(at)
    if start < session.start < end:
        # Two sessions on one track are told apart by their day.
        labels.append((shown.at(session.start), _axis_day(session.start, facts) if begun else _("Session"), "session"))
    exact = hours and session.end + hours[1] * HOUR == end
    last = wording.length(hours[1]) if hours and exact else _axis_day(end, facts)
    labels.append((shown.at(end), last, "end"))
    labels.append((shown.at(now), _("Now"), "now"))
    return Track(phases, shown.at(now), tuple(labels), tuple(marks))


def _clinic_track(facts: Facts, start: datetime) -> Track:
    now, session, hours = facts.snapshot.now, facts.session, facts.source_hours
    longest = session.end + hours[1] * HOUR if hours else facts.end
    shown = Range(start, start + (max(longest, facts.end) - start) * ROOM)
    at_now = shown.at(now)
    labels = [(0.0, _("Session"), "session"), (at_now, _("Now"), "now")]
    if not hours:
        return Track(((0.0, shown.at(facts.end), "avoid"),), at_now, tuple(labels), (), _clinic_mark(facts, shown))
    least = shown.at(session.end + hours[0] * HOUR)
    most = shown.at(longest)
    if hours[0] < hours[1]:
        labels.append((least, wording.length(hours[0]) if hours[0] else "", "day"))
    labels.append((most, wording.length(hours[1]), "end"))
    phases = ((min(least, most - 0.02), most, "range"), (0.0, at_now, "time"))
    marks = tuple(at for at in dict.fromkeys((least, most)) if at > 0.02)
    return Track(phases, at_now, tuple(label for label in labels if label[1]), marks, _clinic_mark(facts, shown))


def _clinic_mark(facts: Facts, shown: Range) -> tuple[float, str]:
    hours = facts.override.hours if facts.override else None
    text = wording.length(hours) if hours else _axis_day(facts.end, facts)
    return shown.at(facts.end), _("Your clinic: {time}").format(time=text)


def _over_track(facts: Facts) -> Track:
    now, start = facts.snapshot.now, min(facts.session.start, facts.end - HOUR)
    shown = Range(start, start + (max(now, facts.end) - start) * ROOM)
    hours = facts.source_hours if facts.phase is Phase.AFTER else None
    exact = hours and facts.session.end + hours[1] * HOUR == facts.end
    last = wording.length(hours[1]) if hours and exact else _axis_day(facts.end, facts)
    labels = ((0.0, _("Session"), "session"), (shown.at(facts.end), last, "end"), (shown.at(now), _("Now"), "now"))
    return Track(((0.0, shown.at(facts.end), "ended"),), shown.at(now), labels)


def _ask_track(facts: Facts) -> Track | None:
    if facts.session.start > facts.snapshot.now:
        return None
    labels = ((0.0, _("Session"), "session"), (NO_SCALE_NOW, _("Now"), "now"), (1.0, _("No end known"), "end"))
    return Track(((0.0, 1.0, "ask"),), NO_SCALE_NOW, labels)


def _run_around(facts: Facts) -> list[Piece]:
    """The dated pieces that touch one another around now."""
    run: list[Piece] = []
    for piece in pieces(facts.snapshot.plan, facts.activity, facts.session.start):
        if piece.shape == "ask":
            continue
        if run and run[-1].end != piece.start:
            if run[-1].end > facts.snapshot.now:
                break
            run = []
        run.append(piece)
    return run


def _axis_day(when: datetime, facts: Facts) -> str:
    return wording.day_and_number(wording.local(when, facts.snapshot.zone).date())
