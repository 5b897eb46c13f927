"""What the recovery chart says in words: how it stands, two or three sentences, and the table."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from aftercare.core.advice import AdviceContent, Tier
from aftercare.core.advice_symptoms import conditions
from aftercare.core.observation import Severity, SymptomReport
from aftercare.presenters import weekday_phrases, wording
from aftercare.presenters.check_in_usual import STRENGTHS, Course, course
from aftercare.presenters.recovery_state import ChartFact
from aftercare.presenters.result import WORDS
from aftercare.presenters.result_facts import LOOKS
from aftercare.presenters.today_words import inside, lower
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

if TYPE_CHECKING:
    from aftercare.presenters.recovery import Line

# The latest of the table; the list of the diary has them all.
TABLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """Icon, tone and word; all empty where nothing is logged."""

    mark: str
    tone: str
    word: str


def standing(line: Line, of: Course, snapshot: Snapshot) -> Standing:
    """How the last that was said stands; never calmer than the rules of the advice."""
    if line.latest is None:
        return Standing("", "", "")
    at, report = line.latest
    there = report.known_severity is not Severity.NONE
    expected = line.effect is not None
    if there and expected and line.hours(at) >= line.latest_hours:
        return Standing("phone-call-fill", "notyet", _("Longer than expected"))
    tier = _tier(line, report, course(snapshot, of.content, at, line.session.id))
    if there and line.lasting:
        tier = max(tier, Tier.CLINIC, key=lambda each: each.rank)
    if there and tier is Tier.EXPECTED and expected and line.hours(snapshot.now) >= line.latest_hours:
        # It was logged in its usual time, and nobody knows how it is now.
        return Standing("question", "care", _("Check in again"))
    if not there and tier is Tier.EXPECTED:
        return Standing("check-circle-fill", "ok", _("Gone"))
    tone, mark = LOOKS[tier]
    return Standing(mark, tone, _(WORDS[tier]))


def _tier(line: Line, report: SymptomReport, of: Course) -> Tier:
    rule = of.content.symptoms.get(line.symptom)
    if rule is None:
        return Tier.CLINIC
    earlier = [known for _at, known in line.logged if known is not report]
    met = conditions(report, earlier[-1] if earlier else None, rule, of.setting)
    return max((_of(str(each), of.content) for each in met), key=lambda tier: tier.rank, default=Tier.EXPECTED)


def _of(condition: str, content: AdviceContent) -> Tier:
    rule = content.conditions.get(condition) or content.signs.get(condition)
    return rule.tier if rule else Tier.CLINIC


def sentences(line: Line, snapshot: Snapshot) -> tuple[str, ...]:
    """ "Mild today.", "It has gone down since Tuesday.", "It is usual until Thu 11 June."."""
    lead = [_last(line, snapshot), _change(line, snapshot)] if line.logged else []
    if len(line.logged) < 2:
        lead.append(_("Check in twice to see your line."))
    return tuple(sentence for sentence in (*lead, _usual(line, snapshot)) if sentence)


def _last(line: Line, snapshot: Snapshot) -> str:
    at, report = line.logged[-1]
    strength = _strength(report)
    if _day(at, snapshot) == _day(snapshot.now, snapshot):
        return _("{strength} today.").format(strength=strength)
    return _("{strength} on {day}.").format(strength=strength, day=wording.full_date(_day(at, snapshot)))


def _change(line: Line, snapshot: Snapshot) -> str:
    if len(line.logged) < 2:
        return ""
    (then, before), (_at, now) = line.logged[-2:]
    step = _rank(now) - _rank(before)
    since = _since(then, snapshot)
    if step < 0:
        return _("It has gone down {since}.").format(since=since)
    if step > 0:
        return _("It has gone up {since}.").format(since=since)
    return _("It has stayed the same {since}.").format(since=since)


def _since(then: datetime, snapshot: Snapshot) -> str:
    day, today = _day(then, snapshot), _day(snapshot.now, snapshot)
    if day == today:
        return _("since {day}").format(day=wording.clock(then, snapshot.zone))
    if (today - day).days < 7:
        return weekday_phrases.since(day)
    return _("since {day}").format(day=wording.full_date(day))


def _usual(line: Line, snapshot: Snapshot) -> str:
    if line.usual_hours == 0:
        return _("It is not expected after this session.")
    until, latest = until_of(line)
    if snapshot.now < until:
        return _("It is usual until {moment}.").format(moment=inside(until, snapshot.now, snapshot.zone))
    if snapshot.now < latest:
        return _("It can last until {moment}.").format(moment=inside(latest, snapshot.now, snapshot.zone))
    return _("It is usually gone by now.")


def until_of(line: Line) -> tuple[datetime, datetime]:
    """The UTC instants at which the usual time and the latest normal hour end; the session's end without them."""
    end = line.session.end
    return end + timedelta(hours=line.usual_hours), end + timedelta(hours=line.latest_hours)


def facts(line: Line, snapshot: Snapshot) -> tuple[ChartFact, ...]:
    """The table: what is usual, then each logged strength, the latest first."""
    rows = []
    if line.usual_hours > 0:
        until, latest = until_of(line)
        rows.append(ChartFact(_("Usual until"), wording.moment(until, snapshot.now, snapshot.zone)))
        if latest > until:
            rows.append(ChartFact(_("At the latest until"), wording.moment(latest, snapshot.now, snapshot.zone)))
    for at, report in reversed(line.logged[-TABLE_ROWS:]):
        value = _strength(report)
        if line.effect is not None and _rank(report) and line.hours(at) >= line.latest_hours:
            value = _("{strength}, longer than expected").format(strength=value)
        rows.append(ChartFact(wording.moment(at, snapshot.now, snapshot.zone), value))
    return tuple(rows)


def spoken(symptom: str, told: tuple[str, ...]) -> str:
    """ "Swelling: mild today. It has gone down since Tuesday."."""
    if not told:
        return symptom
    return wording.join(_("{symptom}: {sentence}").format(symptom=symptom, sentence=lower(told[0])), *told[1:])


def _strength(report: SymptomReport) -> str:
    known = report.known_severity
    return _(STRENGTHS[known]) if known is not None else report.severity or ""


def _rank(report: SymptomReport) -> int:
    return report.known_severity.rank if report.known_severity is not None else 0


def _day(moment: datetime, snapshot: Snapshot) -> date:
    return wording.local(moment, snapshot.zone).date()
