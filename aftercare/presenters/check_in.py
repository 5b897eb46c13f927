"""The check-in: how the skin is, beside what is usual at this hour. Works with and without a session."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.advice import AdviceContent, Tier
from aftercare.core.observation import SYMPTOMS, Observation, Severity, SignCode, Trend
from aftercare.core.photo import Photo
from aftercare.presenters import check_in_temperature as degrees
from aftercare.presenters import wording
from aftercare.presenters.check_in_draft import NOW, OTHER, CheckInDraft, change, observed_at
from aftercare.presenters.check_in_photos import photo_row
from aftercare.presenters.check_in_resume import of_observation, resumed
from aftercare.presenters.check_in_state import (
    CheckInState,
    Chip,
    Option,
    Question,
    RedCard,
    SymptomCard,
    TemperatureState,
)
from aftercare.presenters.check_in_usual import STRENGTHS, Course, course, icon, name, usual
from aftercare.presenters.check_in_when import when_fault, when_question
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked, pgettext

__all__ = ["CheckInDraft", "build_state", "change", "course", "faults", "observed_at", "of_observation", "resumed"]

TRENDS = {Trend.BETTER: marked("Better"), Trend.SAME: marked("Same"), Trend.WORSE: marked("Worse")}
# Signs that only a treated scalp can show.
SCALP_ONLY = (SignCode.HAIR_LOSS_PATCHES,)


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
    at = observed_at(draft, snapshot.now, snapshot.zone)
    of = course(snapshot, content, at)
    asked = of.asked
    extra = tuple(symptom for symptom in draft.added if symptom not in asked)

    def card(symptom: str) -> SymptomCard:
        return _card(symptom, draft, snapshot, of, previous)

    return CheckInState(
        title=_("Change check-in") if draft.editing else pgettext("of a page", "Check in"),
        close=_("Close"),
        heading=_("How was your skin?") if draft.when == OTHER else _("How is your skin now?"),
        lead=_lead(draft, of, snapshot),
        resumed=_resumed(draft, snapshot),
        again=_("Start again") if draft.resumed else "",
        red=RedCard(
            _("Any of these right now?"),
            _("Hard to breathe, swollen tongue, sight changes, fainting"),
            _("Yes, get help now"),
        ),
        all_none_lead=_("Nothing there?"),
        all_none=_("None for all"),
        all_none_on=all(draft.severity(symptom) == Severity.NONE for symptom in asked),
        asked=asked,
        cards=tuple(card(symptom) for symptom in asked),
        more_title=_("Anything else?"),
        chips=(*_signs(draft, content, of), *_others(draft, content, asked)),
        extra=tuple(card(symptom) for symptom in extra),
        skin_notes=_skin_notes(content),
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


def _lead(draft: CheckInDraft, of: Course, snapshot: Snapshot) -> str:
    moment = wording.moment(of.at, snapshot.now, snapshot.zone) + "." if draft.when != NOW else ""
    if draft.counts_for is not None:
        moment = wording.join(moment, _("Counts for {day}.").format(day=wording.full_date(draft.counts_for)))
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


def _card(
    symptom: str, draft: CheckInDraft, snapshot: Snapshot, of: Course, previous: Observation | None
) -> SymptomCard:
    called = name(symptom, of.content)
    chosen = draft.severity(symptom) or ""
    options = tuple(
        Option(
            severity.value,
            _(word),
            # The state (chosen or not) is added by the control itself.
            _("{symptom}, {strength}, {number} of {count}").format(
                symptom=called, strength=_(word).lower(), number=severity.rank + 1, count=len(STRENGTHS)
            ),
        )
        for severity, word in STRENGTHS.items()
    )
    rule = of.content.symptoms.get(symptom)
    return SymptomCard(
        symptom=symptom,
        icon=icon(snapshot, symptom),
        name=called,
        usual=usual(of, symptom),
        skin=_(rule.skin) if rule and rule.skin else "",
        strength=Question(called, options, chosen),
        trend=_trend(symptom, called, draft, previous) if chosen not in ("", Severity.NONE) else None,
    )


def _trend(symptom: str, called: str, draft: CheckInDraft, previous: Observation | None) -> Question | None:
    """How it compares with the last time; asked only where that one had it too."""
    before = previous.report(symptom) if previous else None
    if before is None or before.severity in (None, Severity.NONE):
        return None
    strength = before.known_severity
    words = _("Compared with last time")
    if strength is not None:
        words = _("Compared with last time: {strength}").format(strength=_(STRENGTHS[strength]).lower())
    options = tuple(
        Option(trend.value, _(word), _("{symptom}, {trend}").format(symptom=called, trend=_(word).lower()))
        for trend, word in TRENDS.items()
    )
    return Question(words, options, draft.trend(symptom) or "")


def _signs(draft: CheckInDraft, content: AdviceContent, of: Course) -> tuple[Chip, ...]:
    """What is not an emergency by itself; those are behind the red card."""
    return tuple(
        Chip("sign", code, _(rule.name), code in draft.signs)
        for code, rule in content.signs.items()
        if code in draft.signs or (rule.tier is not Tier.EMERGENCY and not _elsewhere(code, of))
    )


def _elsewhere(code: str, of: Course) -> bool:
    return code in SCALP_ONLY and of.session is not None and of.session.area != "scalp"


def _others(draft: CheckInDraft, content: AdviceContent, asked: tuple[str, ...]) -> tuple[Chip, ...]:
    """Symptoms that are not expected here, but may be there."""
    return tuple(
        Chip("symptom", symptom, name(symptom, content), symptom in draft.added)
        for symptom in SYMPTOMS
        if symptom not in asked
    )


def _skin_notes(content: AdviceContent) -> tuple[tuple[str, str], ...]:
    """How the signs show on brown or black skin: the sign, and what to look for."""
    return tuple(
        (_("{sign}:").format(sign=_(rule.name)), _(rule.skin))
        for rule in content.signs.values()
        if rule.skin and rule.tier is not Tier.EMERGENCY
    )


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

