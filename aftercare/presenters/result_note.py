"""The note for the clinic: a few plain sentences, ready to be read out or sent."""
from __future__ import annotations

from aftercare.core.observation import Observation, Severity
from aftercare.core.session import Session
from aftercare.presenters import check_in_temperature as degrees
from aftercare.presenters import wording
from aftercare.presenters.check_in_usual import Course, name
from aftercare.presenters.result_facts import words_of
from aftercare.presenters.today_words import lower, session_title
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _


def clinic_note(
    observation: Observation, before: Observation | None, snapshot: Snapshot, of: Course
) -> str:
    """`before`: the last check-in before it, as it was logged.

    "My session was on Mon 8 June, 14:30: face, injections. On Wed 10 June, 9:48 (day 2) I have: pus."."""
    return wording.join(
        _session(of),
        _seen(observation, snapshot, of),
        _temperature(observation, snapshot, of),
        _absent(observation, of),
        _before(before, snapshot, of),
        _("My note: {note}").format(note=_ended(observation.note)) if observation.note else "",
    )


def _session(of: Course) -> str:
    session, protocol = of.session, of.protocol
    if session is None:
        return ""
    start = wording.local(session.start, session.zone)
    when = {"date": wording.full_date(start.date()), "time": f"{start:%H:%M}"}
    if protocol is None:
        # Of a newer version of the app: its date is known all the same.
        return _("My session was on {date}, {time}.").format(**when)
    methods = [c.name for c in protocol.techniques if c.id == session.technique]
    products = [c.name for c in protocol.products if c.id == session.product]
    treatment = lower(session_title(protocol, session))
    return wording.join(
        _("My session was on {date}, {time}: {treatment}.").format(**when, treatment=treatment),
        *(_("Method: {name}.").format(name=lower(_(word))) for word in methods),
        *(_("Product: {name}.").format(name=lower(_(word))) for word in products),
    )


def _seen(observation: Observation, snapshot: Snapshot, of: Course) -> str:
    listed = _listed(observation, of)
    when = _moment(observation, snapshot, of.session)
    if listed:
        return _("{moment} I have: {signs}.").format(moment=when, signs="; ".join(listed))
    if observation.temperature_c is not None:
        return _("{moment} I measured {degrees}.").format(moment=when, degrees=_degrees(observation, snapshot))
    return _("{moment}: nothing unusual.").format(moment=when)


def _listed(observation: Observation, of: Course) -> list[str]:
    """What is there: the signs, then the symptoms with their strength."""
    signs = [_(of.content.signs[code].name) if code in of.content.signs else code for code in observation.signs]
    there = [words_of(r, of.content) for r in observation.symptoms if r.there]
    return [lower(word) for word in (*signs, *there)]


def _moment(observation: Observation, snapshot: Snapshot, session: Session | None) -> str:
    shown = wording.local(observation.at, snapshot.zone)
    date, time = wording.full_date(shown.date()), f"{shown:%H:%M}"
    if session is None:
        return _("On {date}, {time}").format(date=date, time=time)
    day = wording.day_after(session.start, observation.at, session.zone, snapshot.zone)
    return _("On {date}, {time} (day {day})").format(date=date, time=time, day=day)


def _temperature(observation: Observation, snapshot: Snapshot, of: Course) -> str:
    """Its own sentence, unless it is all that was told."""
    if observation.temperature_c is None or not _listed(observation, of):
        return ""
    return _("Temperature: {degrees}.").format(degrees=_degrees(observation, snapshot))


def _degrees(observation: Observation, snapshot: Snapshot) -> str:
    return degrees.shown(observation.temperature_c or 0.0, degrees.unit(snapshot.settings))


def _absent(observation: Observation, of: Course) -> str:
    names = [lower(name(r.symptom, of.content)) for r in observation.symptoms if r.severity == Severity.NONE]
    names += [lower(_(of.content.signs[code].name)) for code in observation.absent if code in of.content.signs]
    return _("Not there: {signs}.").format(signs=", ".join(names)) if names else ""


def _before(before: Observation | None, snapshot: Snapshot, of: Course) -> str:
    if before is None:
        return ""
    told = _listed(before, of)
    if before.temperature_c is not None:
        told.append(_degrees(before, snapshot))
    shown = wording.local(before.at, snapshot.zone)
    return _("Before that, on {date}, {time}: {signs}.").format(
        date=wording.full_date(shown.date()),
        time=f"{shown:%H:%M}",
        signs="; ".join(told) or _("nothing unusual"),
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
