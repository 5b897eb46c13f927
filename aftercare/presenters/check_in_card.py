"""A symptom in the check-in: what is usual at this hour, how strong it is, and how it compares with the last time."""
from __future__ import annotations

from aftercare.core.observation import Observation, Severity, Trend
from aftercare.presenters.check_in_draft import CheckInDraft
from aftercare.presenters.check_in_state import Option, Question, SymptomCard
from aftercare.presenters.check_in_usual import STRENGTHS, Course, icon, name, usual
from aftercare.services.snapshot import Snapshot
from aftercare.words import gettext as _
from aftercare.words import marked

TRENDS = {Trend.BETTER: marked("Better"), Trend.SAME: marked("Same"), Trend.WORSE: marked("Worse")}


def symptom_card(
    symptom: str, draft: CheckInDraft, snapshot: Snapshot, of: Course, previous: Observation | None
) -> SymptomCard:
    """The card of a symptom. `previous`: what it is compared with."""
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
