"""The check-in: how the skin is, beside what is usual at this hour. Works with and without a session."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.advice import AdviceContent
from aftercare.core.observation import Observation, Severity
from aftercare.core.photo import Photo
from aftercare.presenters import check_in_temperature as degrees
from aftercare.presenters import wording
from aftercare.presenters.check_in_card import symptom_card
from aftercare.presenters.check_in_chips import other_symptoms, signs, skin_notes
from aftercare.presenters.check_in_draft import CheckInDraft, change
from aftercare.presenters.check_in_moment import NOW, OTHER, counted_day, observed_at
from aftercare.presenters.check_in_photos import photo_row
from aftercare.presenters.check_in_resume import of_observation, resumed, settled
from aftercare.presenters.check_in_state import CheckInState, RedCard, SymptomCard, TemperatureState
from aftercare.presenters.check_in_usual import Course, course
from aftercare.presenters.check_in_when import when_fault, when_question
from aftercare.presenters.emergency import signs_in_short
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import pgettext

__all__ = ["CheckInDraft", "build_state", "change", "course", "faults", "observed_at", "of_observation", "resumed"]


def build_state(
    draft: CheckInDraft,
    snapshot: Snapshot,
    content: AdviceContent,
    previous: Observation | None = None,
    language: str = "en",
    photos: Sequence[Photo] = (),
) -> CheckInState:
    """The screen for a draft. `previous`: what it is compared with, as `observation_history.previous` finds it.
    `photos`: the pictures that there are.
    """
    draft = settled(draft, snapshot.now, snapshot.zone)
    at = observed_at(draft, snapshot.now, snapshot.zone)
    # One that is changed stays with its session, whichever was added since.
    of = course(snapshot, content, at, _session_of(draft.editing, snapshot))
    asked = of.asked
    extra = tuple(symptom for symptom in draft.added if symptom not in asked)

    def card(symptom: str) -> SymptomCard:
        return symptom_card(symptom, draft, snapshot, of, previous)

    return CheckInState(
        title=_("Change check-in") if draft.editing else pgettext("of a page", "Check in"),
        close=_("Close"),
        heading=_("How was your skin?") if draft.when == OTHER else _("How is your skin now?"),
        lead=_lead(draft, of, snapshot),
        resumed=_resumed(draft, snapshot),
        again=_("Start again") if draft.resumed else "",
        red=RedCard(
            _("Any of these right now?"),
            wording.join(*(f"{line}." for line in signs_in_short())),
            _("Yes, get help now"),
        ),
        all_none_lead=_("Nothing there?"),
        all_none=_("None for all"),
        all_none_on=all(draft.severity(symptom) == Severity.NONE for symptom in asked),
        asked=asked,
        cards=tuple(card(symptom) for symptom in asked),
        more_title=_("Anything else?"),
        chips=(*signs(draft, content, of), *other_symptoms(draft, content, asked)),
        extra=tuple(card(symptom) for symptom in extra),
        skin_notes=skin_notes(content),
        temperature=_temperature(draft, degrees.unit(snapshot.settings)),
        when=when_question(draft, snapshot, of, language),
        note_title=_("Note"),
        note_hint=_("For example: slept well, cheek feels tight"),
        note=draft.note,
        action=_("See my result"),
        saved=_("The example saves nothing.") if snapshot.example else _("Saved to your diary on this device."),
        fault=faults(draft, snapshot) if draft.tried else "",
        photos=photo_row(draft, snapshot, photos),
    )


def faults(draft: CheckInDraft, snapshot: Snapshot) -> str:
    """What stands between the draft and its result, or empty."""
    if not draft.answered:
        return _("Please answer at least one question first.")
    return when_fault(draft, snapshot, observed_at(draft, snapshot.now, snapshot.zone))


def _session_of(observation_id: str, snapshot: Snapshot) -> str | None:
    if not observation_id:
        return None
    return next((each.session_id for each in snapshot.observations if each.id == observation_id), None)


def _lead(draft: CheckInDraft, of: Course, snapshot: Snapshot) -> str:
    moment = wording.moment(of.at, snapshot.now, snapshot.zone) + "." if draft.when != NOW else ""
    day_meant = counted_day(draft, of.at, snapshot.zone)
    if day_meant is not None:
        moment = wording.join(moment, _("Counts for {day}.").format(day=wording.full_date(day_meant)))
    if of.session is None:
        return wording.join(moment, _("Pick what fits best."))
    day = wording.day_after(of.session.start, of.at, of.session.zone, snapshot.zone)
    days = _("Day of your session.") if day <= 0 else _("Day {day} after.").format(day=day)
    return wording.join(moment, days, "" if moment else _("Pick what fits best."))


def _resumed(draft: CheckInDraft, snapshot: Snapshot) -> str:
    if not draft.resumed:
        return ""
    begun = wording.moment_within(draft.begun, snapshot.now, snapshot.zone)
    return _("You began this {moment}. Your answers are still here.").format(moment=begun)


def _temperature(draft: CheckInDraft, unit: str) -> TemperatureState:
    celsius = draft.celsius
    word, tone = degrees.word(celsius) if celsius is not None else (_("Leave it out if you cannot measure."), "")
    return TemperatureState(
        title=_("Temperature"),
        value=degrees.shown(celsius, unit) if celsius is not None else _("Not measured"),
        word=word,
        tone=tone,
        less=_("Lower"),
        more=_("Higher"),
        clear=_("Not measured") if celsius is not None else "",
        unit=unit,
        switch=_("Use °C") if unit == degrees.FAHRENHEIT else _("Use °F"),
        other_unit=degrees.CELSIUS if unit == degrees.FAHRENHEIT else degrees.FAHRENHEIT,
    )

