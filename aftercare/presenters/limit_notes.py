"""Why, what it rests on, whose rule decides, and the question for the clinic."""
from __future__ import annotations

from datetime import timedelta

from aftercare.core.plan import RestrictionWindow
from aftercare.core.protocol import Claim, Phase, RestrictionRule
from aftercare.core.states import State
from aftercare.numerals import number
from aftercare.presenters import review_words, wording
from aftercare.presenters.limit_clinic import session_day
from aftercare.presenters.limit_facts import Facts, Kind
from aftercare.presenters.limit_hero import ROOM, choice
from aftercare.presenters.limit_parts import Differ, NoteText, Passage, Question, Sources
from aftercare.words import gettext as _
from aftercare.words import ngettext, pgettext

MOST_BARS = 6


def notes(facts: Facts) -> tuple[NoteText, ...]:
    """What has to stand right under the time: a borrowed value, a missing time, and who decides."""
    found: list[NoteText] = []
    rule, window = facts.rule, facts.window
    if rule is not None and window is not None and not window.by_clinic and facts.kind is not Kind.ASK:
        if rule.extended:
            borrowed = _("We use the rule for {source}.").format(source=_(rule.extended_from))
            found.append(NoteText(_named(rule), borrowed))
        elif rule.undated and facts.source_hours:
            found.append(
                NoteText(_("An article names this but gives no time."), _("We use the longest that others give."))
            )
    return (*found, *_who(facts))


def _named(rule: RestrictionRule) -> str:
    if rule.stated_hours:
        return _("An article says {time} for your procedure.").format(time=wording.length_range(rule.stated_hours))
    if rule.undated:
        return _("An article names this but gives no time.")
    return _("No article names this for your procedure.")


def _who(facts: Facts) -> tuple[NoteText, ...]:
    plan, window = facts.snapshot.plan, facts.window
    if len(plan.sessions) < 2 or (window is None and facts.kind is not Kind.FINE):
        return ()
    day = session_day(facts)
    speaking = _speaking(facts)
    lead = (
        _("Your session on {day} decides.") if len(speaking) > 1 else _("This belongs to your session on {day}.")
    ).format(day=day)
    if window is None or window.by_clinic:
        whose = _("Decided by: your clinic.")
    else:
        whose = _("Decided by: articles, for {procedure}.").format(procedure=_lower(_(facts.protocol.name)))
    others = [o for o in facts.snapshot.overrides if o.activity == facts.activity.id and o is not facts.override]
    known = {session.id: session for session in plan.sessions}
    for other in others:
        if other.session_id not in known or other.session_id == facts.session.id:
            continue
        where = wording.full_date(wording.local(known[other.session_id].start, facts.snapshot.zone).date())
        said = wording.length(other.hours) if other.hours else _("it is fine")
        whose = wording.join(whose, _("For {day} your clinic said: {time}.").format(day=where, time=said))
    return (NoteText(lead, whose, "calendar-check", "sand"),)


def _speaking(facts: Facts) -> set[str]:
    start, end = facts.span.start, facts.span.end
    return {
        part.decided_session
        for part in facts.snapshot.plan.parts
        if part.activity == facts.activity.id
        and (end is None or part.start < end)
        and (start is None or part.end is None or part.end > start)
    }


def differ(facts: Facts) -> Differ | None:
    """One bar a source, where they give different times for what holds now; None where they agree.

    Where the clinic decides, the track shows its time inside the range of the sources instead.
    """
    rule, window = facts.rule, facts.window
    if facts.kind is not Kind.HELD or rule is None or window is None or window.by_clinic:
        return None
    timed = {(claim.hours, claim.about) for claim in rule.claims if claim.hours}
    spans = sorted(timed, key=lambda span: (span[0][1], span[0][0], span[1]))
    longest = spans[-1][0][1] if spans else 0.0
    if len({hours[1] for hours, _about in spans}) < 2 or longest <= 0:
        return None
    # The last is the longest; of two that end alike, the one that starts later is the plainer source.
    decides = len(spans) - 1
    rows = tuple(
        (wording.capital(_(about)), hours[1] / (longest * ROOM), _bar_label(hours, n == decides), n == decides)
        for n, (hours, about) in enumerate(spans)
    )
    passed = (facts.snapshot.now - facts.session.end) / timedelta(hours=longest * ROOM)
    now = passed if facts.phase is Phase.AFTER and 0 <= passed <= 1 else None
    text = _("They do not agree, so we take the longest.")
    care = _("A shorter time may be right for you: your clinic knows your skin.")
    return Differ(_("What the sources say"), rows[-MOST_BARS:], now, wording.join(text, care))


def _bar_label(hours: tuple[float, float], decides: bool) -> str:
    least, most = hours
    if least == most:
        text = wording.hours_text(most)
    elif least == 0:
        text = _("up to {most}").format(most=wording.hours_text(most))
    else:
        text = pgettext("of numbers", "{least} to {most}").format(least=number(least), most=wording.hours_text(most))
    return _("{time} · we use this").format(time=text) if decides else text


def why(facts: Facts) -> tuple[str, str]:
    """The heading and the reason of the rule."""
    text = _(facts.rule.rationale) if facts.rule else ""
    if not text or facts.kind in (Kind.OVER, Kind.FINE):
        return "", ""
    if facts.kind is Kind.ASK or facts.activity.medicine:
        return (_("Why it matters") if facts.activity.medicine else _("Why ask?")), text
    if facts.kind is Kind.COMING:
        return _("Why then?"), text
    return (_("Why wait?") if facts.state is State.NOT_YET else _("Why with care?")), text


def sources(facts: Facts, window: RestrictionWindow | None) -> Sources | None:
    """The articles behind the answer, those of the deciding rule first; None where no article speaks."""
    own = facts.rule.claims if facts.rule else ()
    claims = dict.fromkeys((*own, *(window.claims if window else ())))
    if not claims:
        return None
    count = len({claim.source.file for claim in claims})
    title = ngettext("{count} source", "{count} sources", count).format(count=count)
    # "the sun" and the like name another rule, not another procedure.
    borrowed = facts.rule.extended_from if facts.rule and facts.rule.extended else ""
    if borrowed and not facts.activity.medicine and not borrowed.startswith("the "):
        title = _("{sources}, for {procedure}").format(sources=title, procedure=_(borrowed))
    passages = tuple(_passage(claim, facts) for claim in claims)
    detail = ngettext("{count} passage", "{count} passages", len(passages)).format(count=len(passages))
    if facts.source_hours and not facts.activity.medicine:
        said = _("{range}.").format(range=wording.length_range(facts.source_hours))
        detail = wording.join(said, choice(facts))
    return Sources(title, detail, passages, review_words.compiled_note(facts.protocol.review))


def _passage(claim: Claim, facts: Facts) -> Passage:
    about = wording.capital(_(claim.about))
    says = _("{about}: {time}").format(about=about, time=wording.length_range(claim.hours)) if claim.hours else about
    title = facts.snapshot.source_titles.get(claim.source.file, claim.source.file)
    return Passage(_(title), _("Line {line}").format(line=claim.source.line), says)


def question(facts: Facts) -> Question | None:
    """A question that is ready to send, with the session filled in."""
    if not facts.activity.question:
        return None
    begun = facts.session.start <= facts.snapshot.now
    pattern = _("My session was on {day}: {procedure}. {question}") if begun else _(
        "My session is on {day}: {procedure}. {question}"
    )
    text = pattern.format(
        day=session_day(facts), procedure=_lower(_(facts.protocol.name)), question=_(facts.activity.question)
    )
    folded = not (facts.kind is Kind.ASK or facts.activity.medicine)
    return Question(
        title=_("Ask my clinic about this") if folded else _("A question you can send"),
        detail=_("It can confirm or change the time") if folded else "",
        text=text,
        copy=_("Copy"),
        copied=_("Copied"),
        folded=folded,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
