"""The large answer to one question: from the patient's plan where it has one, else what is known."""
from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.alert_choices import OFF, read_choices
from aftercare.core.alert_reach import AlertReach
from aftercare.core.alert_types import AlertKind
from aftercare.core.protocol import CareProtocol
from aftercare.core.question import Question
from aftercare.core.states import State
from aftercare.presenters import wording
from aftercare.presenters.alert_reach import reach
from aftercare.presenters.can_i_general import after_hours, general_wait
from aftercare.presenters.can_i_state import Answer, Deed
from aftercare.presenters.limit import told
from aftercare.presenters.limit_facts import Facts, Kind, facts
from aftercare.presenters.today_words import lower, session_day
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import pgettext

DANGER, NEUTRAL = "danger", "neutral"


def answer(snapshot: Snapshot, question: Question, protocols: Sequence[CareProtocol]) -> Answer:
    """The answer at the snapshot's instant; `protocols` are all there are, for a patient without a session."""
    if question.help:
        return _help(question)
    activity = snapshot.activity(question.activity) if question.activity else None
    if question.medicine or (activity is not None and activity.medicine):
        return _medicine(snapshot, question)
    if activity is None:
        return _ask(snapshot, question)
    if not snapshot.plan.sessions:
        return _general(question, after_hours(protocols, activity.id), snapshot)
    return _planned(snapshot, question, facts(snapshot, activity))


def _planned(snapshot: Snapshot, question: Question, known: Facts) -> Answer:
    now, zone, activity = snapshot.now, snapshot.zone, known.activity
    state, when, lines = State.OK, "", []
    match known.kind:
        case Kind.ASK:
            state = State.ASK
            lines = [_(question.answer), _(activity.while_asking)]
        case Kind.HELD:
            state = known.state
            when = wording.moment(known.end, now, zone)
            lines = [_(question.answer), _ends(known)]
            if state is State.WITH_CARE:
                lines.insert(0, _("Until then: {advice}.").format(advice=lower(_(activity.while_limited).rstrip("."))))
        case Kind.COMING:
            start = known.span.start or now
            when = _("Until {time}").format(time=wording.moment_within(start, now, zone))
            lines = [_("The limits of your session begin then.")]
        case Kind.OVER:
            when = _("Since {time}").format(time=wording.moment_within(known.end, now, zone))
            lines = [*map(_, activity.restart), _("Does your skin still hurt, or is it hot? Then wait and check in.")]
        case Kind.FINE:
            said = known.override is not None
            lines = [_("Your clinic said that it is fine.") if said else _("Your plan has no limit for this.")]
    asks = (_copy(snapshot, question),) if state is State.ASK else ()
    return Answer(
        id=question.id,
        tone=state.value,
        word=wording.state_word(state, activity),
        when=when,
        title=_(question.title),
        lines=tuple(line for line in lines if line),
        leaflets=_(question.leaflets) if question.leaflets else "",
        told="" if reach(snapshot) is AlertReach.BLOCKED else told(known),
        deeds=(*_tell_me(known), *asks, _why(activity.id)),
    )


def _ends(known: Facts) -> str:
    left = wording.countdown(known.end - known.snapshot.now)
    if known.preparing:
        day = session_day(known.session)
        return _("This is for your session on {date}. The limit ends in {time}.").format(date=day, time=left)
    if known.following is State.WITH_CARE:
        return _("In {time} it is fine with care.").format(time=left)
    if known.following is State.ASK:
        return _("Your limit ends in {time}. Then ask your clinic.").format(time=left)
    return _("Your limit ends in {time}.").format(time=left)


def _tell_me(known: Facts) -> tuple[Deed, ...]:
    """A way to have the end told, where alerts of ends are switched off."""
    choices, _faults = read_choices(known.snapshot.settings, known.snapshot.zone)
    if known.kind is not Kind.HELD or known.snapshot.example or AlertKind.ALLOWED not in choices.off:
        return ()
    value = ",".join(sorted(choices.off - {AlertKind.ALLOWED}))
    return (Deed(_("Tell me when it’s OK"), "bell", "setting", {"name": OFF, "value": value}),)


def _general(question: Question, hours: tuple[float, float] | None, snapshot: Snapshot) -> Answer:
    if hours is None:
        return _ask(snapshot, question)
    return Answer(
        id=question.id,
        tone=NEUTRAL,
        word=_("Wait"),
        when=general_wait(hours),
        title=_(question.title),
        lines=(_(question.answer), _("How long depends on the procedure.")),
        leaflets=_(question.leaflets) if question.leaflets else "",
        deeds=(_copy(snapshot, question),),
    )


def _ask(snapshot: Snapshot, question: Question) -> Answer:
    return Answer(
        id=question.id,
        tone=State.ASK.value,
        word=_(wording.STATE_WORDS[State.ASK]),
        when="",
        title=_(question.title),
        lines=(_(question.answer),),
        leaflets=_(question.leaflets) if question.leaflets else "",
        deeds=(_copy(snapshot, question),),
    )


def _medicine(snapshot: Snapshot, question: Question) -> Answer:
    """Prescribed use first. Nothing here ever asks to stop a medicine."""
    last = _why(question.activity) if question.activity and snapshot.plan.sessions else _copy(snapshot, question)
    return Answer(
        id=question.id,
        tone=State.ASK.value,
        word=_(wording.MEDICINE_WORD),
        when="",
        title=_(question.title),
        lines=(
            _("Prescribed? Tell your clinic. Do not stop it unless the doctor who prescribed it agrees."),
            _("Bought it yourself? Ask your clinic or a pharmacy first."),
            _(question.answer),
        ),
        leaflets=_(question.leaflets) if question.leaflets else "",
        deeds=(last,),
    )


def _help(question: Question) -> Answer:
    see = Deed(_("See what to do now"), "first-aid-kit", "help")
    return Answer(question.id, DANGER, _("Feels wrong?"), "", _(question.title), (_(question.answer),), deeds=(see,))


def _why(activity_id: str) -> Deed:
    return Deed(_("Why?"), "caret-right", "limit", {"activity": activity_id})


def _copy(snapshot: Snapshot, question: Question) -> Deed:
    return copy_deed(snapshot, _(question.title), pgettext("of one answer", "Copy my question"))


def copy_deed(snapshot: Snapshot, asked: str, words: str) -> Deed:
    """A question for the clinic that is ready to be sent, with the session filled in if there is one."""
    return Deed(words, "copy-simple", "copy-question", {"text": question_text(snapshot, asked)}, _("Copied"))


def question_text(snapshot: Snapshot, asked: str) -> str:
    """ "My session was on Mon 8 June: injections. Can I fly?"."""
    session = snapshot.last or snapshot.next
    if session is None or session.id not in snapshot.protocols:
        return asked
    pattern = (
        _("My session was on {day}: {procedure}. {question}")
        if session.start <= snapshot.now
        else _("My session is on {day}: {procedure}. {question}")
    )
    named = lower(_(snapshot.protocols[session.id].name))
    return pattern.format(day=session_day(session), procedure=named, question=asked)
