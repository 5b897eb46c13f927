"""The result of a check-in: one word, one action, why, what to do, and when to step up."""
from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aftercare.core.advice import Advice, AdviceContent, Call, Tier
from aftercare.core.help import HelpContent
from aftercare.core.observation import Observation
from aftercare.presenters import help as help_presenter
from aftercare.presenters import wording
from aftercare.presenters.check_in_usual import Course, course
from aftercare.presenters.help import HelpState
from aftercare.presenters.result_deeds import CALLS, asks, deeds, with_reminder
from aftercare.presenters.result_facts import LOOKS, facts
from aftercare.presenters.result_note import clinic_note
from aftercare.presenters.result_phone import clinic_phone, phone_form
from aftercare.presenters.result_reminder import offers, reminded
from aftercare.presenters.result_state import Deed, Part, ResultState
from aftercare.presenters.today_words import spoken_time
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked

WORDS = {
    Tier.EMERGENCY: marked("Emergency"),
    Tier.SAME_DAY: marked("Call your clinic"),
    Tier.CLINIC: marked("Call your clinic"),
    Tier.WATCH: marked("Keep watching"),
    Tier.EXPECTED: marked("Expected"),
}
# The one key of a check-in in which all is well.
NOTHING = ("nothing",)
# Said by the red card already, which leads on.
RED_LINE = marked("Hard to breathe, swollen tongue, sight changes or fainting? Call the emergency number at once.")


def build_state(
    observation: Observation,
    advice: Advice,
    snapshot: Snapshot,
    content: AdviceContent,
    before: Observation | None = None,
    helps: HelpContent | None = None,
    can_call: bool = False,
) -> ResultState:
    """The screen for a check-in that is in the diary already. `can_call`: this device can dial. `before`: the last
    check-in before it, as it was logged; `helps`: the signs and steps of "Feels wrong?", for an emergency.
    """
    of = course(snapshot, content, observation.at, observation.session_id)
    tone, mark = LOOKS[advice.tier]
    phone = clinic_phone(snapshot.settings)
    main, more = deeds(advice, snapshot, phone, can_call)
    if wished := offers(advice, observation, snapshot):
        main, more = with_reminder(main, more, wished, advice)
    summary = clinic_note(observation, before, snapshot, of)
    heading = _heading(advice, observation, snapshot, of)
    # A late entry must not be told to wait once more.
    again = _("Look again in {time}").format(time=spoken_time(timedelta(hours=advice.look_again_after or 0)))
    return ResultState(
        title=_("Your result"),
        close=_("Close"),
        tone=tone,
        icon=mark,
        word=_(WORDS[advice.tier]),
        heading=heading,
        lead=_lead(advice, observation, snapshot),
        facts_title=_("Why we say this") if advice.tier in CALLS else _("What you told us"),
        facts=facts(observation, advice, snapshot, of),
        now=Part(_now_title(advice), tuple(line for line in advice.do_now if line.rstrip(".") not in (heading, again))),
        changes=Part(_("What would change this"), tuple(line for line in advice.changes if line != _(RED_LINE))),
        red_title=_("Hard to breathe or sight changes?"),
        red_text=_("Call emergency help at once."),
        number_label=_("Call your clinic from any phone") if phone and not can_call and asks(advice) else "",
        number=phone if not can_call and asks(advice) else "",
        main=main,
        more=more,
        summary_title=_("For your clinic"),
        summary_lead=_("Read this out, or send it."),
        summary=summary,
        copy=Deed("tonal", "copy-simple", _("Copy this note"), "copy", {"text": summary}, _("Copied")),
        saved=_("The example saves nothing.") if snapshot.example else _("Saved to your diary."),
        change=_("Change"),
        undo=_("Undo"),
        phone=phone_form(snapshot.settings),
        notes=(
            _("General advice, not a diagnosis. Your clinic’s advice comes first."),
            _("Put together from public health texts. No clinician has reviewed it."),
        ),
        reminded=reminded(observation, snapshot),
        where_from=_("Where is this from?"),
        emergency=_emergency(advice, snapshot, helps, can_call) if advice.tier is Tier.EMERGENCY else None,
    )


def _heading(advice: Advice, observation: Observation, snapshot: Snapshot, of: Course) -> str:
    if advice.tier is Tier.EMERGENCY:
        return _("Get emergency help now")
    if advice.tier is Tier.SAME_DAY:
        soon = advice.call is Call.CLINIC_THEN_EMERGENCY
        return _("Call your clinic within the hour") if soon else _("Call your clinic today")
    if advice.tier is Tier.CLINIC:
        return _("Call your clinic within 1 to 2 days")
    if advice.tier is Tier.WATCH:
        left = _look_again(advice, observation, snapshot)
        return _("Look again in {time}").format(time=_hours(left)) if left > timedelta() else _("Look again now")
    if of.session is None:
        return _("Nothing unusual")
    day = wording.day_after(of.session.start, observation.at, of.session.zone, snapshot.zone)
    return _("This looks normal for day {day}").format(day=day) if day > 0 else _("This looks normal for today")


def _look_again(advice: Advice, observation: Observation, snapshot: Snapshot) -> timedelta:
    return observation.at + timedelta(hours=advice.look_again_after or 0) - snapshot.now


def _hours(left: timedelta) -> str:
    """ "6 hours": to the next half hour, since nobody looks to the minute."""
    return spoken_time(timedelta(minutes=-(-left // timedelta(minutes=30)) * 30))


def _lead(advice: Advice, observation: Observation, snapshot: Snapshot) -> str:
    first = advice.reasons[0] if advice.reasons else ""
    if advice.tier is Tier.EXPECTED:
        return first if advice.keys == NOTHING else _("What you told us is usual at this time.")
    if advice.tier is Tier.WATCH and advice.look_again_after:
        when = observation.at + timedelta(hours=advice.look_again_after)
        if when > snapshot.now:
            return wording.join(f"{wording.moment(when, snapshot.now, snapshot.zone)}.", first)
    return first


def _now_title(advice: Advice) -> str:
    if advice.tier in CALLS or advice.keys == NOTHING:
        return _("What to do now")
    return _("What helps") if advice.tier is Tier.EXPECTED else _("Until then")


def _emergency(advice: Advice, snapshot: Snapshot, helps: HelpContent | None, can_call: bool) -> HelpState:
    """The page of "Feels wrong?" with what was told on top."""
    page = help_presenter.build_state(helps, snapshot, can_call)
    told = tuple(help_presenter.SignLine(reason, "", reason) for reason in advice.reasons)
    return replace(
        page,
        title=_("Emergency"),
        heading=_("Get emergency help now"),
        lead=_("Do not wait for your clinic."),
        signs=told,
        others_title=_("When you are safe"),
        others_lead=_("Then call your clinic too."),
        skip="",
        tiers=(),
        check_in="",
    )
