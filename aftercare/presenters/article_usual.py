"""How long symptoms usually last, as bars over the days after a session."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from aftercare.core.activity import Symptom
from aftercare.core.guide import Guide
from aftercare.core.protocol import CareProtocol
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.article_state import UsualBar, UsualTimes
from aftercare.presenters.today_words import lower
from aftercare.words import gettext as _

# Hours from when a symptom is usually over at the earliest to when at the latest.
Range = tuple[float, float]
FEWEST_DAYS, MOST_TICKS = 3, 4


def usual_times(
    guide: Guide,
    symptoms: Mapping[str, Symptom],
    session: Session | None,
    own: CareProtocol | None,
    protocols: Callable[[], Iterable[CareProtocol]],
    moment: datetime,
) -> UsualTimes | None:
    """The bars of a guide: by the patient's own procedure if the guide speaks of it, else over all it is about.

    `own` is the protocol of `session`, `moment` (UTC) is now. A symptom that is not expected there has no bar; without
    a bar there is nothing.
    """
    is_own = own is not None and guide.suits(own.id)
    if own is not None and is_own:
        found = {s: _one(own, s, session.technique if session else None) for s in guide.usual}
        caption = _("Usual times after: {procedure}.").format(procedure=lower(_(own.name)))
    else:
        about = [protocol for protocol in protocols() if guide.suits(protocol.id)]
        found = {s: _over(about, s) for s in guide.usual}
        caption = (
            _("Usual times after: {procedure}.").format(procedure=lower(_(about[0].name)))
            if len(about) == 1
            else _("The range over all procedures. Yours can differ.")
        )
    ranges = {symptom: hours for symptom, hours in found.items() if hours}
    if not ranges:
        return None
    days = max(FEWEST_DAYS, *(-(-most // 24) for _least, most in ranges.values()))
    bars = tuple(
        UsualBar(_label(symptoms[symptom], hours), hours[1] / (days * 24))
        for symptom, hours in ranges.items()
    )
    now = _passed(session, moment) / (days * 24) if session is not None and is_own else -1.0
    if not 0 <= now <= 1:
        return UsualTimes(bars, _ticks(int(days)), caption)
    caption = wording.join(caption, _("The mark on each bar is now."))
    return UsualTimes(bars, _ticks(int(days)), caption, now)


def _passed(session: Session, moment: datetime) -> float:
    """Whole hours since the session's end: a mark that creeps each minute would say no more."""
    return float((moment - session.end) // timedelta(hours=1))


def _one(protocol: CareProtocol, symptom: str, technique: str | None) -> Range | None:
    effects = [e for e in protocol.effects_for(technique) if e.symptom == symptom]
    # What is said of the technique itself goes before what holds for all.
    effect = max(effects, key=lambda e: e.technique, default=None)
    return effect.usual_hours if effect and effect.usual_hours[1] > 0 else None


def _over(protocols: Sequence[CareProtocol], symptom: str) -> Range | None:
    expected = [e.usual_hours for p in protocols for e in p.effects if e.symptom == symptom and e.usual_hours[1] > 0]
    if not expected:
        return None
    return min(least for least, _most in expected), max(most for _least, most in expected)


def _label(symptom: Symptom, hours: Range) -> str:
    least, most = hours
    if most < 1:
        shown = _("up to {most}").format(most=_("{count} min").format(count=round(most * 60)))
    else:
        # Where all agree, and where it may be minutes, only the latest is told: the rest would be a promise.
        shown = wording.length_range((0.0, most) if least == most or least < 1 else hours)
    return _("{symptom}: {time}").format(symptom=_(symptom.name), time=shown)


def _ticks(days: int) -> tuple[tuple[float, str], ...]:
    step = -(-days // (MOST_TICKS - 1))
    after = tuple((day / days, _("Day {day}").format(day=day)) for day in range(step, days + 1, step))
    return ((0.0, _("Session")), *after)
