"""The recovery chart: one symptom of the last session, beside the time in which it is usual.

The sources name hours and no severities, so what is usual is a span of time and never a height.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from aftercare.core.advice import AdviceContent
from aftercare.core.advice_lasting import carried_over, lasting
from aftercare.core.expected import HOUR, latest_hours
from aftercare.core.observation import SYMPTOMS, Observation, Severity, SymptomReport
from aftercare.core.observation_history import in_order
from aftercare.core.protocol import ExpectedEffect
from aftercare.core.session import Session
from aftercare.presenters import wording
from aftercare.presenters.check_in_usual import Course, course, icon, name
from aftercare.presenters.recovery_drawing import drawing
from aftercare.presenters.recovery_state import OtherChart, RecoveryState
from aftercare.presenters.recovery_words import facts, sentences, standing
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _

# What was said of each symptom, the earliest first.
Said = dict[str, list[tuple[datetime, SymptomReport]]]


@dataclass(frozen=True, slots=True)
class Line:
    """A symptom after a session: its logged strengths, the earliest first, and when it is usual.

    `latest` is the last that was said of it, even where that names no strength this version knows. `lasting`: it was
    one for the clinic after an earlier session and has not gone since.
    """

    symptom: str
    session: Session
    logged: tuple[tuple[datetime, SymptomReport], ...]
    effect: ExpectedEffect | None
    latest: tuple[datetime, SymptomReport] | None = None
    lasting: bool = False

    @property
    def usual_hours(self) -> float:
        """Hours from the session's end until it is usually over; 0 where it is not expected."""
        return self.effect.usual_hours[1] if self.effect is not None else 0.0

    @property
    def latest_hours(self) -> float:
        """Hours from the session's end from which it asks for the clinic; 0 where it is not expected."""
        return max(latest_hours(self.effect, self.session), self.usual_hours) if self.effect is not None else 0.0

    def hours(self, moment: datetime) -> float:
        """Hours since the session's end, 0 while it lasts."""
        return max((moment - self.session.end) / HOUR, 0.0)


def build_state(
    snapshot: Snapshot, content: AdviceContent, symptom: str = "", table: bool = False
) -> RecoveryState:
    """The chart of a symptom after the last session; of one that has no chart, the first that was logged."""
    of = course(snapshot, content, snapshot.now)
    if of.session is None:
        return _without_session()
    ordered = in_order(snapshot.observations)
    mine = [each for each in ordered if each.session_id == of.session.id and not each.copy_from]
    logged = {r.symptom for each in mine for r in each.symptoms if r.known_severity not in (None, Severity.NONE)}
    offered = [s for s in SYMPTOMS if s in logged or _expected(of, s)]
    if not offered:
        offered = list(SYMPTOMS)
    chosen = symptom if symptom in offered else next((s for s in offered if s in logged), offered[0])
    said, lasts = _said(mine), _lasting(ordered, mine, of.session, snapshot, content)
    line = _line(chosen, of, of.session, said, lasts)
    stands = standing(line, of, snapshot)
    told = sentences(line, snapshot)
    return RecoveryState(
        choice_title=_("What to show"),
        choices=tuple((s, name(s, content)) for s in offered),
        chosen=chosen,
        icon=icon(snapshot, chosen),
        name=name(chosen, content),
        mark=stands.mark,
        tone=stands.tone,
        word=stands.word,
        sentences=told,
        drawing=drawing(line, snapshot, name(chosen, content), told),
        facts=facts(line, snapshot),
        table=table,
        table_link=_("Show as a chart") if table else _("Show as a table"),
        note=_("Our sources say how long it lasts, not how strong it is."),
        where_from=_("Where is this from?"),
        others_title=_("What else you told us"),
        others=tuple(
            _other(_line(each, of, of.session, said, lasts), of, snapshot, content)
            for each in offered
            if each != chosen and each in said
        ),
    )


def _line(symptom: str, of: Course, session: Session, said: Said, lasts: frozenset[str]) -> Line:
    told = said.get(symptom, [])
    logged = tuple((at, report) for at, report in told if report.known_severity is not None)
    return Line(symptom, session, logged, of.effect(symptom), told[-1] if told else None, symptom in lasts)


def _lasting(
    ordered: Sequence[Observation],
    mine: Sequence[Observation],
    session: Session,
    snapshot: Snapshot,
    content: AdviceContent,
) -> frozenset[str]:
    """The symptoms that were one for the clinic before this session, as each was last told of."""
    last = {report.symptom: each.id for each in mine for report in each.symptoms if report.answered}
    carried = carried_over(ordered, set(last.values()))
    from_before = {symptom: then[symptom] for symptom, id in last.items() if symptom in (then := carried.get(id, {}))}
    return lasting(from_before, session, snapshot.sessions, lambda each: snapshot.protocols.get(each.id), content)


def _other(line: Line, of: Course, snapshot: Snapshot, content: AdviceContent) -> OtherChart:
    stands, called = standing(line, of, snapshot), name(line.symptom, content)
    picture = drawing(line, snapshot, called, sentences(line, snapshot))
    spoken = wording.join(f"{picture.spoken}", f"{stands.word}." if stands.word else "")
    return OtherChart(
        line.symptom, icon(snapshot, line.symptom), called, stands.mark, stands.tone, stands.word, picture, spoken
    )


def _expected(of: Course, symptom: str) -> bool:
    effect = of.effect(symptom)
    return effect is not None and of.setting.lists(symptom) and effect.usual_hours[1] > 0


def _said(mine: Sequence[Observation]) -> Said:
    """All that was said of each symptom, in one pass: a diary may be long."""
    found: Said = {}
    for each in mine:
        for report in each.symptoms:
            if report.answered:
                found.setdefault(report.symptom, []).append((each.at, report))
    return found


def _without_session() -> RecoveryState:
    return RecoveryState(
        choice_title="", choices=(), chosen="", icon="", name="", mark="", tone="", word="", sentences=(),
        drawing=None, facts=(), table=False, table_link="", note="",
        empty_title=_("No session yet"),
        empty_text=_("Add your session to see what is usual after it."),
        empty_action=_("Add my session"),
    )  # fmt: skip
